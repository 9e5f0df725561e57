/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers rows in two forms, and reads them back without blocking: who copied them may be another
 * program that takes its time, or wrote something else under our name. */

#include "config.h"

#include "widgets/sl-row-clipboard.h"

#include <glib/gi18n.h>

#include "command/sl-copied-rows.h"
#include "inspector/sl-field-row.h"

#define ROWS_MIME "application/x-sightline-rows"
#define INDENT "  "

/* --- Out --- */

/* A cell of a spreadsheet holds no tab and no line end. */
static void
append_cell (GString *text, const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' ? ' ' : *p);
}

/* The field of @kind whose values the column called @title shows, or -1. */
static int
find_field (const SlKind *kind, const char *title)
{
  for (guint field = 0; field < kind->n_fields; field++)
    if (g_str_equal (_ (kind->fields[field].nick), title))
      return (int)field;
  return -1;
}

static void
append_field (GString *text, SlSnapshot *plan, SlKindId kind, SlId id, const char *title)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  int field = find_field (sl_kind (kind), title);
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *shown = NULL;
  guint row = 0;

  if (field < 0 || !sl_table_find (table, id, &row))
    return;
  value = sl_table_value (table, row, (guint)field);
  shown = sl_field_display (plan, &sl_kind (kind)->fields[field], &value);
  append_cell (text, shown);
}

/* Whether a column shows a field, of any kind: what is computed is not copied. */
static gboolean
shows_field (const char *title)
{
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (find_field (sl_kind (kind), title) >= 0)
      return TRUE;
  return FALSE;
}

static void
append_row (GString *text, SlSnapshot *plan, GListModel *columns, SlId id, guint depth)
{
  SlKindId kind = SL_N_KINDS;
  gboolean first = TRUE;

  if (!sl_snapshot_find (plan, id, &kind, NULL))
    return;
  for (guint i = 0; i < depth; i++)
    g_string_append (text, INDENT);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (column);

      if (title == NULL || !shows_field (title))
        continue;
      if (!first)
        g_string_append_c (text, '\t');
      first = FALSE;
      append_field (text, plan, kind, id, title);
    }
  g_string_append_c (text, '\n');
}

/* The headings, which say what the columns are when the rows come back. */
static void
append_heading (GString *text, GListModel *columns)
{
  gsize start = text->len;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (column);

      if (title == NULL || !shows_field (title))
        continue;
      if (text->len > start)
        g_string_append_c (text, '\t');
      g_string_append (text, title);
    }
  g_string_append_c (text, '\n');
}

/* Rows as spreadsheets take them: cells between tabs, titles indented by depth. (transfer full) */
static char *
write_text (SlSnapshot *plan, GtkColumnView *view, const GArray *ids, const GArray *depths)
{
  GString *text = g_string_new (NULL);
  SlKindId kind = SL_N_KINDS;

  /* Trees come back through the import with its preview, where headings are of use. */
  if (sl_snapshot_find (plan, g_array_index (ids, SlId, 0), &kind, NULL)
      && (sl_kind (kind)->flags & SL_KIND_TREE) != 0)
    append_heading (text, gtk_column_view_get_columns (view));
  for (guint i = 0; i < ids->len; i++)
    append_row (text, plan, gtk_column_view_get_columns (view), g_array_index (ids, SlId, i),
                depths != NULL ? g_array_index (depths, guint, i) : 0);
  return g_string_free (text, FALSE);
}

void
sl_row_clipboard_put (SlSession *session, GtkColumnView *view, const GArray *ids)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  const SlId *first = (const SlId *)(gpointer)ids->data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  g_autoptr (GVariant) rows = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) depths = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) both = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *forms[2];

  if (ids->len == 0)
    return;
  all = sl_copied_rows_list (plan, first, ids->len, &depths);
  text = all->len > 0 ? write_text (plan, view, all, depths) : write_text (plan, view, ids, NULL);
  if (all->len == 0) /* of such records there are no copies */
    {
      gdk_clipboard_set_text (clipboard, text);
      return;
    }
  rows = g_variant_ref_sink (sl_copied_rows_new (plan, first, ids->len));
  bytes = g_variant_get_data_as_bytes (rows);
  forms[0] = gdk_content_provider_new_for_bytes (ROWS_MIME, bytes);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (clipboard, both);
}

/* --- In --- */

typedef struct
{
  GtkWidget *table;
  guint64 kinds;
  SlRowsRead read;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->table);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && text[0] != '\0')
    self->read (self->table, NULL, text);
}

/* Whether all @rows are of @kinds. */
static gboolean
rows_are (GVariant *rows, guint64 kinds)
{
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      const SlKind *kind;
      const char *name;

      g_variant_get_child (row, 0, "&s", &name);
      kind = sl_kind_by_name (name);
      if (kind == NULL || (kinds & SL_KIND_BIT (kind->id)) == 0)
        return FALSE;
    }
  return g_variant_n_children (rows) > 0;
}

static void
bytes_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *self = data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) rows = NULL;

  if (g_output_stream_splice_finish (memory, result, NULL) < 0)
    {
      reading_free (self);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  rows = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (SL_COPIED_ROWS_TYPE), bytes, FALSE));
  if (!g_variant_is_normal_form (rows) || !rows_are (rows, self->kinds))
    {
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->table), NULL, text_read_cb,
                                     self);
      return;
    }
  self->read (self->table, rows, NULL);
  reading_free (self);
}

static void
stream_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *self = data;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      reading_free (self);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, bytes_read_cb, self);
}

void
sl_row_clipboard_read (GtkWidget *table, guint64 kinds, SlRowsRead read)
{
  static const char *mimes[] = { ROWS_MIME, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (table);
  Reading *self = g_new0 (Reading, 1);

  self->table = g_object_ref (table);
  self->kinds = kinds;
  self->read = read;
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), ROWS_MIME))
    gdk_clipboard_read_async (clipboard, mimes, G_PRIORITY_DEFAULT, NULL, stream_opened_cb, self);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, self);
}
