/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The communication plan. Who has most say and is most overdue stands first; T notes that there was
 * contact today. */

#include "config.h"

#include "views/sl-contact-tab.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-contacts.h"
#include "base/sl-codes.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"

#define COMMUNICATION "communication"
#define TURN_CHARS 26
#define URGENCY_CHARS 8

static gboolean
is_spoken_with (const SlSnapshot *plan, guint row, gpointer data)
{
  return sl_contact_is_planned_for (plan, row);
}

static char *
say_turn (const SlSnapshot *plan, SlId id, gpointer data)
{
  guint row = 0;

  return sl_table_find (sl_snapshot_table (plan, SL_KIND_PARTY), id, &row)
             ? sl_contact_describe_next (plan, row, sl_day_today ())
             : NULL;
}

static char *
say_urgency (const SlSnapshot *plan, SlId id, gpointer data)
{
  double urgency = NAN;
  guint row = 0;

  if (sl_table_find (sl_snapshot_table (plan, SL_KIND_PARTY), id, &row))
    urgency = sl_contact_urgency (plan, row, sl_day_today ());
  return urgency > 0 ? sl_format_number (urgency, 0) : NULL;
}

static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer data)
{
  SlSnapshot *plan = sl_session_get_snapshot (data);
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  SlRecord *records[] = { (SlRecord *)a, (SlRecord *)b };
  double urgency[] = { -1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      guint row = 0;
      double found = NAN;

      if (sl_table_find (parties, sl_record_get_id (records[i]), &row))
        found = sl_contact_urgency (plan, row, sl_day_today ());
      urgency[i] = isnan (found) ? -1 : found;
    }
  return (urgency[0] > urgency[1]) - (urgency[0] < urgency[1]);
}

/* --- Contact today --- */

static void
note_contact (SlTabPage *page)
{
  SlSession *session = sl_tab_page_get_session (page);
  SlRecordTable *table = sl_tab_page_get_table (page, COMMUNICATION);
  g_autoptr (GArray) ids = sl_record_table_get_selection (table);

  if (ids->len == 0)
    return;
  sl_session_run (session, "record.set-many",
                  g_variant_new ("(@axsv)",
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data,
                                                            ids->len, sizeof (SlId)),
                                 "last_contact", g_variant_new_int64 (sl_day_today ())),
                  NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlTabPage *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  /* A letter that is typed into a cell is none of ours. */
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_t || GTK_IS_EDITABLE (focus)
      || (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  note_contact (page);
  return GDK_EVENT_STOP;
}

/* There must be somebody. */
static void
update_button (SlRecordTable *table, GtkWidget *button)
{
  g_autoptr (GArray) ids = sl_record_table_get_selection (table);

  gtk_widget_set_sensitive (button, ids->len > 0);
}

static void
selection_changed_cb (SlSession *session, GtkWidget *button)
{
  update_button (g_object_get_data (G_OBJECT (button), "sl-table"), button);
}

static GtkWidget *
make_bar (SlTabPage *page)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-start", 12, "margin-end", 12,
                                 "margin-top", 6, "margin-bottom", 6, NULL);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label",
                      _ ("Urgent is who is overdue, the more the more power and interest it has"),
                      "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Contacted Today"), "tooltip-text",
                      _ ("There was contact with the selected parties today (T)"), NULL);

  SlRecordTable *table = sl_tab_page_get_table (page, COMMUNICATION);

  gtk_widget_add_css_class (label, "caption");
  g_signal_connect_object (button, "clicked", G_CALLBACK (note_contact), page, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (button), "sl-table", table);
  g_signal_connect_object (sl_tab_page_get_session (page), "selection-changed",
                           G_CALLBACK (selection_changed_cb), button, 0);
  g_signal_connect_object (table, "rows-changed", G_CALLBACK (update_button), button, 0);
  update_button (table, button);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), button);
  return bar;
}

void
sl_contact_tab_add (SlTabPage *page)
{
  static const char *const columns[]
      = { "channel", "contact_days", "contact", "last_contact", NULL };
  static const SlRecordTableSpec parties
      = { .kind = SL_KIND_PARTY, .columns = columns, .filter = is_spoken_with };
  static const SlTabSpec tab
      = { .id = COMMUNICATION,
          .title = N_ ("Communication"),
          .add = N_ ("Party"),
          .table = &parties,
          .empty_picture = SL_N_KINDS,
          .empty_words
          = N_ ("Plan how and how often you speak with each party, and see whose turn it is"),
          .empty_button = N_ ("_Add First Party") };
  GtkEventController *keys = gtk_event_controller_key_new ();
  SlRecordTable *table;

  sl_tab_page_add (page, &tab);
  table = sl_tab_page_get_table (page, COMMUNICATION);
  sl_record_table_add_text_column (table, _ ("Next"), TURN_CHARS, FALSE, say_turn, NULL, NULL);
  sl_record_table_add_text_column (table, _ ("Urgent"), URGENCY_CHARS, TRUE, say_urgency,
                                   compare_urgency, sl_tab_page_get_session (page));
  sl_record_table_sort_by_last (table, TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), page, 0);
  gtk_widget_add_controller (GTK_WIDGET (table), keys);
  sl_tab_page_append (page, COMMUNICATION, make_bar (page));
}
