/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list is made anew for each period; all rows are chosen at first. The target of what is
 * carried over stays as it is. */

#include "config.h"

#include "replan/sl-carry-pane.h"

#include <glib/gi18n.h>

#include "analysis/sl-replan.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

struct _SlCarryPane
{
  SlReplanPane parent_instance;
  GtkDropDown *period;
  GtkEditable *reason;
  GtkBox *list;
  GPtrArray *checks; /* of GtkCheckButton, not owned, as @left */
  GArray *left;      /* of SlReplanItem */
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlCarryPane, sl_carry_pane, SL_TYPE_REPLAN_PANE)

static const int period_months[] = { 1, 3, 12 };
#define PERIOD_AT_FIRST 1

static int
get_months (SlCarryPane *self)
{
  return period_months[MIN (gtk_drop_down_get_selected (self->period),
                            G_N_ELEMENTS (period_months) - 1)];
}

/* "Due on 12 Sep 2026, milestone, Sales" */
static char *
describe (const SlSnapshot *plan, const SlReplanItem *item)
{
  const SlTable *table = sl_snapshot_table (plan, item->kind);
  int field = sl_kind_field (sl_kind (item->kind), "owner");
  g_autofree char *day = sl_day_to_text (item->due);
  SlId owner = SL_ID_NONE;
  guint row = 0;

  if (sl_table_find (table, item->id, &row) && field >= 0)
    owner = sl_table_ref (table, row, (guint)field);
  if (owner == SL_ID_NONE)
    /* Translators: a due date, the kind of a record */
    return g_strdup_printf (_ ("Due on %s, %s"), day, _ (sl_kind (item->kind)->nick));
  /* Translators: a due date, the kind of a record, who owns it */
  return g_strdup_printf (_ ("Due on %s, %s, %s"), day, _ (sl_kind (item->kind)->nick),
                          sl_snapshot_title (plan, owner));
}

static void
add_row (SlCarryPane *self, GtkWidget *group, const SlReplanItem *item)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const char *title = sl_snapshot_title (plan, item->id);
  g_autofree char *subtitle = describe (plan, item);
  GtkWidget *row = sl_form_row (title[0] != '\0' ? title : _ ("(untitled)"), subtitle);
  GtkWidget *check
      = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (sl_replan_pane_change), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
fill (SlCarryPane *self)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *project = sl_snapshot_table (plan, SL_KIND_PROJECT);
  const gint64 month
      = sl_table_n_rows (project) > 0 ? sl_table_int (project, 0, SL_PROJECT_FISCAL_MONTH) : 1;
  g_autofree char *days = NULL;
  GtkWidget *group;
  gint64 from, to;

  sl_replan_past_period (sl_day_today (), (int)CLAMP (month, 1, 12), get_months (self), &from, &to);
  g_clear_pointer (&self->left, g_array_unref);
  g_ptr_array_set_size (self->checks, 0);
  sl_form_clear (self->list);
  self->left = sl_replan_left (plan, from, to);
  days = sl_day_range_to_text (from, to, SL_INT_NULL);
  group = sl_form_add_group (self->list, days);
  if (self->left->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("Nothing that was due then is left unfinished"));
  for (guint i = 0; i < self->left->len; i++)
    add_row (self, group, &g_array_index (self->left, SlReplanItem, i));
  sl_replan_pane_change (self);
}

GArray *
sl_carry_pane_get_items (SlCarryPane *self)
{
  GArray *items;

  g_return_val_if_fail (SL_IS_CARRY_PANE (self), NULL);
  items = g_array_new (FALSE, FALSE, sizeof (SlReplanItem));
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_array_append_val (items, g_array_index (self->left, SlReplanItem, i));
  return items;
}

GVariant *
sl_carry_pane_get_params (SlCarryPane *self)
{
  g_autoptr (GArray) items = sl_carry_pane_get_items (self);
  GVariantBuilder ids;

  g_return_val_if_fail (items != NULL, NULL);
  if (items->len == 0)
    return NULL;
  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < items->len; i++)
    g_variant_builder_add (&ids, "x", g_array_index (items, SlReplanItem, i).id);
  return g_variant_new ("(axis)", &ids, get_months (self), gtk_editable_get_text (self->reason));
}

static void
sl_carry_pane_dispose (GObject *object)
{
  SlCarryPane *self = SL_CARRY_PANE (object);

  g_clear_pointer (&self->left, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_carry_pane_parent_class)->dispose (object);
}

static void
sl_carry_pane_class_init (SlCarryPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_carry_pane_dispose;
}

static GtkWidget *
make_period_row (SlCarryPane *self)
{
  const char *periods[] = { _ ("last month"), _ ("last quarter"), _ ("last year"), NULL };
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Left From"), NULL);
  GtkWidget *period = gtk_drop_down_new_from_strings (periods);

  self->period = GTK_DROP_DOWN (period);
  gtk_drop_down_set_selected (self->period, PERIOD_AT_FIRST);
  gtk_widget_set_valign (period, GTK_ALIGN_CENTER);
  sl_spoken_drop_down (self->period, _ ("Left From"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), period);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), period);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (period, "notify::selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return row;
}

static void
sl_carry_pane_init (SlCarryPane *self)
{
  GtkWidget *box
      = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Reason"), NULL);

  self->checks = g_ptr_array_new ();
  self->list = GTK_BOX (list);
  self->reason = GTK_EDITABLE (reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_period_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  sl_spoken_group (ADW_PREFERENCES_GROUP (group), _ ("Carry Over"));
  g_signal_connect_object (reason, "changed", G_CALLBACK (sl_replan_pane_change), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reason, "entry-activated", G_CALLBACK (sl_replan_pane_apply), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sl_carry_pane_new (SlSession *session)
{
  SlCarryPane *self = g_object_new (SL_TYPE_CARRY_PANE, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}
