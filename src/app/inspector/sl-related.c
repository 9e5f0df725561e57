/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups of related records. What is shown is found through the reference columns of all kinds, so
 * a new kind appears here by itself. */

#include "config.h"

#include "inspector/sl-related.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-one-stop.h"

#define MAX_ROWS 30

/* The first set value beside the keys that says something: strength, value, points, units. */
static char *
describe_value (const SlSnapshot *plan, SlKindId kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sl_kind (kind)->n_fields && n < 2; i++)
    {
      const SlField *field = &sl_kind (kind)->fields[i];
      g_auto (SlValue) value = SL_VALUE_INIT;
      g_autofree char *shown = NULL;

      if (((field->flags & SL_KEY) && field->type != SL_DATE) || (field->flags & SL_INTERNAL)
          || field->type == SL_PROSE || field->type == SL_BOOL || !sl_table_is_set (table, row, i))
        continue;
      value = sl_table_value (table, row, i);
      shown = sl_field_display (plan, field, &value);
      if (shown[0] == '\0')
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? ", " : "",
                              field->type == SL_INT && value.i > 0 && field->min < 0 ? "+" : "",
                              shown);
      n += (field->flags & SL_KEY) == 0;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sl_related_describe (const SlSnapshot *plan, SlKindId kind, SlId id, SlId from)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  g_autofree char *value = NULL;
  guint row = 0;

  if (!sl_table_find (table, id, &row))
    return g_strdup ("");
  if (sl_kind (kind)->title_field >= 0)
    return g_strdup (sl_snapshot_title (plan, id));
  value = describe_value (plan, kind, row);
  for (guint i = 0; i < sl_kind (kind)->n_fields; i++)
    {
      SlId other
          = sl_kind (kind)->fields[i].type == SL_REF ? sl_table_ref (table, row, i) : SL_ID_NONE;

      if (other != SL_ID_NONE && other != from)
        /* Translators: a related record: name of the other one, then what is known: “Sales: +2,
         * said” */
        return value[0] != '\0'
                   ? g_strdup_printf (_ ("%s: %s"), sl_snapshot_title (plan, other), value)
                   : g_strdup (sl_snapshot_title (plan, other));
    }
  return g_steal_pointer (&value);
}

static void
row_activated_cb (GtkWidget *row, SlSession *session)
{
  SlId *id = g_object_get_data (G_OBJECT (row), "sl-id");

  sl_session_select (session, *id);
}

static GtkWidget *
make_row (SlSession *session, const SlRefSite *site, SlId from)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = sl_related_describe (plan, site->kind, site->id, from);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ (sl_kind (site->kind)->fields[site->field].nick));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "sl-id", g_memdup2 (&site->id, sizeof site->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), session, 0);
  return row;
}

static void
add_group (SlSession *session, SlKindId kind, GArray *sites, SlId id, GtkBox *box)
{
  GtkWidget *group = NULL;
  guint n = 0;

  for (guint i = 0; i < sites->len; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);

      if (site->kind != kind || n++ >= MAX_ROWS)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           _ (sl_kind (kind)->plural));
          gtk_widget_set_name (group, "sl-related");
          sl_one_stop_attach (group);
          gtk_box_append (box, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (session, site, id));
    }
}

void
sl_related_add_groups (SlSession *session, SlId id, GtkBox *box)
{
  g_autoptr (GArray) sites = sl_snapshot_references_to (sl_session_get_snapshot (session), id);
  SlKindId of = SL_N_KINDS;

  sl_snapshot_find (sl_session_get_snapshot (session), id, &of, NULL);

  /* Versions and marks of a goal have rows of their own. */
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (kind != SL_KIND_VERSION && (kind != SL_KIND_VALUE_MARK || of != SL_KIND_GOAL))
      add_group (session, kind, sites, id, box);
}

void
sl_related_refresh (SlSession *session, SlId id, GtkBox *box)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (g_str_equal (gtk_widget_get_name (child), "sl-related"))
        gtk_box_remove (box, child);
      child = next;
    }
  sl_related_add_groups (session, id, box);
}
