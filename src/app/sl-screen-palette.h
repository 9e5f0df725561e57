/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette of the screen: light or dark, high contrast or not. */

#pragma once

#include "sl-palette.h"

G_BEGIN_DECLS

/* What charts on screen are painted with now. */
SlPalette sl_screen_palette_get (void);
/* Gives widgets that say what is good and bad the colors of the charts where those are chosen to be
 * told apart by all eyes. Once; follows the desktop. */
void sl_screen_palette_install (void);
/* Somebody chose other colors. */
void sl_screen_palette_update (void);

G_END_DECLS
