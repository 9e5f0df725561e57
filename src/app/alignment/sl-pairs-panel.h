/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a party says of each two shared goals how many times more the one matters, for those who
 * would rather be asked in pairs than spread a hundred points. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_PAIRS_PANEL (sl_pairs_panel_get_type ())
G_DECLARE_FINAL_TYPE (SlPairsPanel, sl_pairs_panel, SL, PAIRS_PANEL, GtkWidget)

GtkWidget *sl_pairs_panel_new (SlSession *session);
/* Whose answers are shown. */
void sl_pairs_panel_set_party (SlPairsPanel *self, SlId party);
void sl_pairs_panel_set_analysis (SlPairsPanel *self, SlAnalysis *analysis);

G_END_DECLS
