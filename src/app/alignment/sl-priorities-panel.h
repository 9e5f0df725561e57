/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a party's priorities are entered: its hundred points over the shared goals, or the goals
 * dragged into its order. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PRIORITIES_PANEL (sl_priorities_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlPrioritiesPanel, sl_priorities_panel, SL, PRIORITIES_PANEL, GtkWidget)

/* Signal: "party-changed": another party is chosen. */

GtkWidget *sl_priorities_panel_new (SlSession *session);
/* Whose priorities are shown, or SL_ID_NONE. */
SlId sl_priorities_panel_get_party (SlPrioritiesPanel *self);
/* Shows what @analysis says there is to rank, and by whom. */
void sl_priorities_panel_set_analysis (SlPrioritiesPanel *self, SlAnalysis *analysis);
/* Puts the focus into the first goal's points. */
void sl_priorities_panel_focus (SlPrioritiesPanel *self);

G_END_DECLS
