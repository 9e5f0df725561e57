/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The amount and the new start say the same: whichever is changed, the other follows. */

#include "config.h"

#include "replan/sl-shift-pane.h"

#include <glib/gi18n.h>

#include "analysis/sl-replan.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-spoken.h"

#define DAYS_MAX 3660

struct _SlShiftPane
{
  SlReplanPane parent_instance;
  GtkSpinButton *amount;
  GtkDropDown *unit;
  GtkEditable *start;
  SlSession *session;
  GArray *ids;   /* of SlId */
  GArray *items; /* of SlReplanItem */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SlShiftPane, sl_shift_pane, SL_TYPE_REPLAN_PANE)

static const int unit_days[] = { 1, 7 };

static int
get_days (SlShiftPane *self)
{
  guint unit = MIN (gtk_drop_down_get_selected (self->unit), G_N_ELEMENTS (unit_days) - 1);

  return gtk_spin_button_get_value_as_int (self->amount) * unit_days[unit];
}

static void
amount_cb (SlShiftPane *self)
{
  gint64 first = sl_replan_first_day (self->items);
  g_autofree char *text = NULL;

  if (self->updating)
    return;
  self->updating = TRUE;
  if (first != SL_INT_NULL)
    text = sl_day_to_text (first + get_days (self));
  gtk_editable_set_text (self->start, text != NULL ? text : "");
  self->updating = FALSE;
  sl_replan_pane_change (self);
}

static gboolean
read_start (SlShiftPane *self, gint64 *day)
{
  const SlField *field = &sl_kind (SL_KIND_TASK)->fields[SL_TASK_START];
  const char *typed = gtk_editable_get_text (self->start);
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (typed[0] == '\0'
      || !sl_field_read (sl_session_get_snapshot (self->session), SL_ID_NONE, field, typed, &value,
                         NULL)
      || value.type != SL_VALUE_INT)
    return FALSE;
  *day = value.i;
  return TRUE;
}

/* What is no date yet changes nothing: it is being typed. */
static void
start_cb (SlShiftPane *self)
{
  gint64 first = sl_replan_first_day (self->items);
  gint64 day = 0;

  if (self->updating || first == SL_INT_NULL || !read_start (self, &day))
    return;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->unit, 0);
  gtk_spin_button_set_value (self->amount, (double)(day - first));
  self->updating = FALSE;
  sl_replan_pane_change (self);
}

GVariant *
sl_shift_pane_get_params (SlShiftPane *self)
{
  g_return_val_if_fail (SL_IS_SHIFT_PANE (self), NULL);
  if (get_days (self) == 0 || sl_replan_first_day (self->items) == SL_INT_NULL)
    return NULL;
  return g_variant_new ("(@axi)",
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data,
                                                   self->ids->len, sizeof (SlId)),
                        get_days (self));
}

const GArray *
sl_shift_pane_get_items (SlShiftPane *self)
{
  g_return_val_if_fail (SL_IS_SHIFT_PANE (self), NULL);
  return self->items;
}

static void
sl_shift_pane_dispose (GObject *object)
{
  SlShiftPane *self = SL_SHIFT_PANE (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_shift_pane_parent_class)->dispose (object);
}

static void
sl_shift_pane_class_init (SlShiftPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_shift_pane_dispose;
}

static GtkWidget *
make_amount_row (SlShiftPane *self)
{
  const char *units[] = { _ ("days"), _ ("weeks"), NULL };
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Later by"), "subtitle",
                                 _ ("Less than nothing is earlier"), NULL);
  GtkWidget *amount = gtk_spin_button_new_with_range (-DAYS_MAX, DAYS_MAX, 1);
  GtkWidget *unit = gtk_drop_down_new_from_strings (units);

  self->amount = GTK_SPIN_BUTTON (amount);
  self->unit = GTK_DROP_DOWN (unit);
  gtk_drop_down_set_selected (self->unit, 1);
  gtk_widget_set_valign (amount, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (unit, GTK_ALIGN_CENTER);
  sl_spoken_drop_down (self->unit, _ ("Unit"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), unit);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), amount);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (amount, "value-changed", G_CALLBACK (amount_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (unit, "notify::selected", G_CALLBACK (amount_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
sl_shift_pane_init (SlShiftPane *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *start = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Starts on"), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_amount_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), start);
  sl_spoken_group (ADW_PREFERENCES_GROUP (group), _ ("Shift"));
  self->start = GTK_EDITABLE (start);
  g_signal_connect_object (start, "changed", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (start, "entry-activated", G_CALLBACK (sl_replan_pane_apply), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), group);
}

GtkWidget *
sl_shift_pane_new (SlSession *session)
{
  SlShiftPane *self = g_object_new (SL_TYPE_SHIFT_PANE, NULL);
  const GArray *selection = sl_session_get_selection (session);

  self->session = g_object_ref (session);
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  if (selection->len > 0)
    g_array_append_vals (self->ids, selection->data, selection->len);
  self->items = sl_replan_reach (sl_session_get_snapshot (session),
                                 (const SlId *)(gconstpointer)self->ids->data, self->ids->len);
  gtk_spin_button_set_value (self->amount, 1);
  return GTK_WIDGET (self);
}
