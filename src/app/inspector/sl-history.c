/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are made anew only when a version came, went or changed, so that the focus stays. */

#include "config.h"

#include "inspector/sl-history.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "analysis/sl-direction.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

#define MAX_ROWS 12

struct _SlHistory
{
  GtkWidget parent_instance;
  GtkBox *box;
  GtkWidget *ask; /* not owned: the row that asks, or NULL */
  SlSession *session;
  SlId item;
  const char *field;
  SlId asked;  /* the version that @ask is of */
  char *shown; /* what the rows say, to compare */
};

G_DEFINE_FINAL_TYPE (SlHistory, sl_history, GTK_TYPE_WIDGET)

static guint explained;

static const SlTable *
versions_of (SlHistory *self)
{
  return sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_VERSION);
}

/* A value that is kept as files write it, as people read it. (transfer full) */
static char *
show_value (SlSnapshot *plan, const SlField *field, const char *stored)
{
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (stored == NULL || stored[0] == '\0')
    return g_strdup (_ ("nothing"));
  if (field == NULL || !sl_field_parse (field, stored, &value, NULL))
    return g_strdup (stored);
  return sl_field_display (plan, field, &value);
}

/* “Target: 4 → 5.5” (transfer full) */
static char *
say_change (SlHistory *self, guint row)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *versions = versions_of (self);
  const SlField *field = sl_version_field (plan, row);
  g_autofree char *before
      = show_value (plan, field, sl_table_text (versions, row, SL_VERSION_BEFORE));
  g_autofree char *after
      = show_value (plan, field, sl_table_text (versions, row, SL_VERSION_AFTER));

  /* Translators: a field, what it was and what it became */
  return g_strdup_printf (_ ("%s: %s → %s"), field != NULL ? _ (field->nick) : "", before, after);
}

/* “16 Mar 2026 · Steel came late” (transfer full) */
static char *
say_circumstances (SlHistory *self, guint row)
{
  const SlTable *versions = versions_of (self);
  gint64 day = sl_table_int (versions, row, SL_VERSION_DAY);
  const char *reason = sl_table_text (versions, row, SL_VERSION_REASON);
  g_autofree char *when
      = day != SL_INT_NULL ? sl_day_to_short_text (day, sl_day_today ()) : g_strdup ("");

  /* Translators: when something was changed, and why */
  return g_strdup_printf (_ ("%s · %s"), when,
                          reason != NULL && reason[0] != '\0' ? reason : _ ("no reason given"));
}

static void
row_activated_cb (GtkWidget *row, SlHistory *self)
{
  sl_session_select (self->session, sl_form_get_id (row));
}

static void
reason_typed_cb (AdwEntryRow *row, SlHistory *self)
{
  g_auto (SlValue) reason = sl_value_text (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autoptr (SlHistory) held = g_object_ref (self);

  if (reason.s[0] != '\0')
    sl_session_set_value (self->session, self->asked, SL_VERSION_REASON, &reason);
  g_signal_emit (held, explained, 0);
}

/* The row in which the reason of the newest change is typed. */
static void
add_question (SlHistory *self, GtkWidget *group, SlId version)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why was it changed? (Enter)"));
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  sl_spoken_tidy (row);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (reason_typed_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->ask = row;
  self->asked = version;
}

static gboolean
asks (SlHistory *self, guint row)
{
  return sl_table_int (versions_of (self), row, SL_VERSION_DAY) == sl_day_today ()
         && !sl_table_is_set (versions_of (self), row, SL_VERSION_REASON);
}

/* (transfer full) */
static char *
sign (SlHistory *self, const GArray *ids)
{
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      guint row = 0;
      g_autofree char *change = NULL;
      g_autofree char *circumstances = NULL;

      if (!sl_table_find (versions_of (self), g_array_index (ids, SlId, i), &row))
        continue;
      change = say_change (self, row);
      circumstances = say_circumstances (self, row);
      g_string_append_printf (signature, "%s\t%s\n", change, circumstances);
    }
  return g_string_free (signature, FALSE);
}

static void
fill (SlHistory *self, const GArray *ids)
{
  GtkWidget *group = sl_form_add_group (self->box, _ ("Former Versions"));

  for (guint i = 0; i < MIN (ids->len, MAX_ROWS); i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      guint row = 0;
      g_autofree char *change = NULL;
      g_autofree char *circumstances = NULL;
      GtkWidget *link;

      if (!sl_table_find (versions_of (self), id, &row))
        continue;
      if (i == 0 && asks (self, row))
        add_question (self, group, id);
      change = say_change (self, row);
      circumstances = say_circumstances (self, row);
      link = sl_form_link_row (change, circumstances, G_CALLBACK (row_activated_cb), self);
      sl_form_set_id (link, id);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), link);
    }
}

static void
update (SlHistory *self)
{
  g_autoptr (GArray) ids
      = sl_version_list (sl_session_get_snapshot (self->session), self->item, self->field);
  g_autofree char *signature = sign (self, ids);

  if (g_strcmp0 (signature, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signature);
  self->ask = NULL;
  sl_form_clear (self->box);
  if (ids->len > 0)
    fill (self, ids);
  gtk_widget_set_visible (GTK_WIDGET (self), ids->len > 0);
}

gboolean
sl_history_ask (SlHistory *self)
{
  g_return_val_if_fail (SL_IS_HISTORY (self), FALSE);
  return self->ask != NULL && gtk_widget_grab_focus (self->ask);
}

static void
sl_history_dispose (GObject *object)
{
  SlHistory *self = SL_HISTORY (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  g_clear_pointer (&box, gtk_widget_unparent);
  self->box = NULL;
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_history_parent_class)->dispose (object);
}

static void
sl_history_class_init (SlHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_history_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  explained = g_signal_new ("explained", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_history_init (SlHistory *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sl_history_new (SlSession *session, SlId item, const char *field)
{
  SlHistory *self = g_object_new (SL_TYPE_HISTORY, NULL);

  self->session = g_object_ref (session);
  self->item = item;
  self->field = field;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
