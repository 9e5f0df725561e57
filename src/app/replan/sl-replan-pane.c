/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The base of the panes. */

#include "config.h"

#include "replan/sl-replan-pane.h"

static guint changed;

G_DEFINE_ABSTRACT_TYPE (SlReplanPane, sl_replan_pane, ADW_TYPE_BIN)

static void
sl_replan_pane_class_init (SlReplanPaneClass *klass)
{
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
sl_replan_pane_init (SlReplanPane *self)
{
}

void
sl_replan_pane_change (gpointer pane)
{
  g_signal_emit (pane, changed, 0);
}

void
sl_replan_pane_apply (gpointer pane)
{
  gtk_widget_activate_action (pane, "replan.apply", NULL);
}
