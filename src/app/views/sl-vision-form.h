/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Vision, mission and values of the project as a form, and which goals are marked against a value.
 */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_VISION_FORM (sl_vision_form_get_type ())
G_DECLARE_FINAL_TYPE (SlVisionForm, sl_vision_form, SL, VISION_FORM, GtkWidget)

GtkWidget *sl_vision_form_new (SlSession *session);

G_END_DECLS
