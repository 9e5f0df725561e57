/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the width of the window is shared out between a page and the inspector beside it. Both grow
 * with the letters: lengths here are those at the usual size of text. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sl_page_room_attach:
 * @flap: with an inspector as its flap, an #AdwClamp, and pages as its content
 * @side_px: width of what stands beside @flap in the window, in pixels
 * @page_px: width below which a page does not share the window, in pixels
 * @inspector_px: width of the inspector, in pixels
 *
 * Lays the inspector over the page instead of beside it where the page had less than @page_px.
 */
void sl_page_room_attach (AdwFlap *flap, int side_px, int page_px, int inspector_px);

G_END_DECLS
