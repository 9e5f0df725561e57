/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the panes of the dialog have in common: each asks for one way to plan anew. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SL_TYPE_REPLAN_PANE (sl_replan_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlReplanPane, sl_replan_pane, SL, REPLAN_PANE, AdwBin)

struct _SlReplanPaneClass
{
  AdwBinClass parent_class;
};

/* Emits "changed": something else is asked for. @pane: a SlReplanPane, so that it serves as a
 * callback. */
void sl_replan_pane_change (gpointer pane);
/* Does what the pane asks for, as Enter in its last field. */
void sl_replan_pane_apply (gpointer pane);

G_END_DECLS
