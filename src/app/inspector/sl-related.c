/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups of related records. What is shown is found through the reference columns of all kinds, so
 * a new kind appears here by itself. */

#include "config.h"

#include "inspector/sl-related.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-one-stop.h"

/* Rows of a group until somebody asks for all. Rows whose words wrap take long to measure. */
#define FIRST_ROWS 8
#define MAX_ROWS 200
/* Behind the drawing of a frame: the fields of the record come first. */
#define STEP_PRIORITY (G_PRIORITY_DEFAULT_IDLE + 10)

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

/* --- Groups --- */

/* What the inspector shows below its fields. */
typedef struct
{
  SlSession *session; /* not owned: outlives the box */
  GtkBox *box;        /* owns this */
  GtkWidget *above;   /* (nullable): child of the box below which the groups stand */
  SlId id;
  GArray *sites; /* of SlRefSite; NULL: all groups are there */
  guint next;    /* kind whose turn it is */
  guint idle_id;
  GtkWidget *groups[SL_N_KINDS]; /* (nullable): children of the box */
  char *words[SL_N_KINDS];       /* what they say */
  gboolean all[SL_N_KINDS];      /* somebody asked for all rows */
} Related;

static void
related_free (gpointer data)
{
  Related *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->sites, g_array_unref);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    g_free (self->words[kind]);
  g_free (self);
}

static guint
count_rows (const GArray *sites, SlKindId kind)
{
  guint n = 0;

  for (guint i = 0; i < sites->len; i++)
    n += g_array_index (sites, SlRefSite, i).kind == kind;
  return MIN (n, MAX_ROWS);
}

/* One row less would make room for nothing but the words that it is missing. */
static guint
count_shown (Related *self, const GArray *sites, SlKindId kind)
{
  guint n = count_rows (sites, kind);

  return self->all[kind] || n <= FIRST_ROWS + 1 ? n : FIRST_ROWS;
}

/* What a group says, a line a row; NULL: nothing. (transfer full) */
static char *
read_words (Related *self, const GArray *sites, SlKindId kind)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autoptr (GString) words = g_string_new (NULL);
  guint most = count_shown (self, sites, kind);
  guint n = 0;

  g_string_append_printf (words, "%u\n", count_rows (sites, kind));
  for (guint i = 0; i < sites->len && n < most; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);
      g_autofree char *title = NULL;

      if (site->kind != kind)
        continue;
      title = sl_related_describe (plan, kind, site->id, self->id);
      g_string_append_printf (words, "%" G_GINT64_FORMAT " %u %s\n", site->id, site->field, title);
      n++;
    }
  return n > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void show_all_cb (GtkWidget *row, GtkBox *box);

/* “22 more” */
static GtkWidget *
make_more (Related *self, SlKindId kind, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      /* Translators: a row that shows related records which are not listed yet */
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "sl-kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_cb), self->box, 0);
  return row;
}

/* (transfer floating) */
static GtkWidget *
make_group (Related *self, const GArray *sites, SlKindId kind)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint most = count_shown (self, sites, kind);
  guint left = count_rows (sites, kind) - most;
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (sl_kind (kind)->plural));
  sl_one_stop_attach (group);
  for (guint i = 0; i < sites->len && n < most; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);

      if (site->kind != kind)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (self->session, site, self->id));
      n++;
    }
  if (left > 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_more (self, kind, left));
  return group;
}

/* Versions and marks of a goal have rows of their own. */
static gboolean
is_listed (Related *self, SlKindId kind)
{
  SlKindId of = SL_N_KINDS;

  sl_snapshot_find (sl_session_get_snapshot (self->session), self->id, &of, NULL);
  return kind != SL_KIND_VERSION && (kind != SL_KIND_VALUE_MARK || of != SL_KIND_GOAL);
}

/* Makes one group again if it says something else. Returns: whether it did */
static gboolean
update_group (Related *self, const GArray *sites, SlKindId kind)
{
  g_autofree char *words = is_listed (self, kind) ? read_words (self, sites, kind) : NULL;
  GtkWidget *before = self->above;

  if (g_strcmp0 (words, self->words[kind]) == 0)
    return FALSE;
  if (self->groups[kind] != NULL)
    gtk_box_remove (self->box, self->groups[kind]);
  self->groups[kind] = words != NULL ? make_group (self, sites, kind) : NULL;
  g_free (self->words[kind]);
  self->words[kind] = g_steal_pointer (&words);
  if (self->groups[kind] == NULL)
    return TRUE;
  for (guint other = 0; other < kind; other++)
    before = self->groups[other] != NULL ? self->groups[other] : before;
  gtk_box_insert_child_after (self->box, self->groups[kind], before);
  return TRUE;
}

static void
show_all_cb (GtkWidget *row, GtkBox *box)
{
  Related *self = g_object_get_data (G_OBJECT (box), "sl-related");
  SlKindId kind = (SlKindId)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sl-kind"));
  g_autoptr (GArray) sites
      = sl_snapshot_references_to (sl_session_get_snapshot (self->session), self->id);

  self->all[kind] = TRUE;
  update_group (self, sites, kind);
  gtk_widget_child_focus (self->groups[kind], GTK_DIR_TAB_FORWARD);
}

/* One group a turn of the main loop: a record of a large plan has hundreds of rows. */
static gboolean
next_group_cb (gpointer data)
{
  Related *self = data;

  while (self->next < SL_N_KINDS)
    if (update_group (self, self->sites, self->next++))
      return G_SOURCE_CONTINUE;
  self->idle_id = 0;
  g_clear_pointer (&self->sites, g_array_unref);
  return G_SOURCE_REMOVE;
}

void
sl_related_add_groups (SlSession *session, SlId id, GtkBox *box)
{
  Related *self = g_new0 (Related, 1);

  self->session = session;
  self->box = box;
  self->above = gtk_widget_get_last_child (GTK_WIDGET (box));
  self->id = id;
  self->sites = sl_snapshot_references_to (sl_session_get_snapshot (session), id);
  g_object_set_data_full (G_OBJECT (box), "sl-related", self, related_free);
  self->idle_id = g_idle_add_full (STEP_PRIORITY, next_group_cb, self, NULL);
}

void
sl_related_forget (GtkBox *box)
{
  g_object_set_data (G_OBJECT (box), "sl-related", NULL);
}

void
sl_related_refresh (GtkBox *box)
{
  Related *self = g_object_get_data (G_OBJECT (box), "sl-related");
  g_autoptr (GArray) sites = NULL;

  if (self == NULL)
    return;
  sites = sl_snapshot_references_to (sl_session_get_snapshot (self->session), self->id);
  if (self->sites != NULL)
    {
      /* It is being filled: what comes later is made of the plan as it is now. */
      g_array_unref (self->sites);
      self->sites = g_array_ref (sites);
    }
  for (guint kind = 0; kind < (self->sites != NULL ? self->next : SL_N_KINDS); kind++)
    update_group (self, sites, kind);
}
