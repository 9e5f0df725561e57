/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and clipboard of the record table. What comes from a spreadsheet is text with tabs, read
 * cell by cell. */

#include "config.h"

#include <glib/gi18n.h>

#include "command/sl-copied-rows.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-record-table-private.h"
#include "widgets/sl-row-clipboard.h"
#include "widgets/sl-table-tools.h"

/* The fields that a row has on the clipboard: those of the columns, from the left. */
static GArray *
clipboard_fields (SlRecordTable *self)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  for (guint i = 0; i < n; i++)
    {
      int field = sl_record_table_column_field (self, i);

      if (field >= 0)
        g_array_append_val (fields, field);
    }
  return fields;
}

void
sl_record_table_copy (SlRecordTable *self, gboolean cut)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  ids = sl_record_table_get_selection (self);
  sl_row_clipboard_put (self->session, self->view, ids);
  if (cut)
    sl_record_table_delete_selection (self);
}

/* --- Paste --- */

/* Adds the cells of @line to @record, and their fields to @said; counts those that say nothing that
 * the field can hold. */
static guint
read_line (SlRecordTable *self, const GArray *fields, const char *line, GVariantBuilder *record,
           GHashTable *said)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint bad = 0;

  for (guint i = 0; cells[i] != NULL && i < fields->len; i++)
    {
      const SlField *field = &sl_kind (self->spec.kind)->fields[g_array_index (fields, guint, i)];
      g_auto (SlValue) value = SL_VALUE_INIT;

      if (!sl_field_read (plan, SL_ID_NONE, field, cells[i], &value, NULL))
        bad++;
      else if (value.type != SL_VALUE_NULL)
        {
          g_variant_builder_add (record, "{sv}", field->name, sl_value_to_variant (&value));
          g_hash_table_add (said, (gpointer)field);
        }
    }
  return bad;
}

/* Whether a line says all that makes a record the one it is, so that nothing is filled in. */
static gboolean
names_itself (SlRecordTable *self, GHashTable *said)
{
  const SlKind *kind = sl_kind (self->spec.kind);
  gboolean any = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SL_KEY) != 0)
      {
        any = TRUE;
        if (!g_hash_table_contains (said, &kind->fields[i]))
          return FALSE;
      }
  return any;
}

static gboolean
is_heading (const GArray *fields, const SlKind *kind, const char *line)
{
  const SlField *first = &kind->fields[g_array_index (fields, guint, 0)];
  g_auto (GStrv) cells = g_strsplit (line, "\t", 2);

  return cells[0] != NULL && g_utf8_collate (cells[0], _ (first->nick)) == 0;
}

static void
add_records (SlRecordTable *self, GVariantBuilder *records, guint n, guint bad)
{
  SlId id = SL_ID_NONE;

  if (!sl_session_run (self->session, "record.add-many",
                       g_variant_new ("(saa{sv})", sl_kind (self->spec.kind)->name, records), &id))
    return;
  sl_session_select (self->session, id);
  if (bad > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u cell could not be read and was left empty",
                       "%u cells could not be read and were left empty", bad),
          bad);

      sl_session_say_undoable (self->session, text);
    }
}

/* Each line becomes a record, all of them one undo step. */
static void
paste_text (SlRecordTable *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) fields = clipboard_fields (self);
  g_autoptr (GHashTable) said = NULL;
  GVariantBuilder records;
  guint n = 0;
  guint bad = 0;

  g_variant_builder_init (&records, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GVariantBuilder record;
      const char *line = g_strchomp (lines[i]);

      if (line[0] == '\0' || (n == 0 && is_heading (fields, sl_kind (self->spec.kind), line)))
        continue;
      g_variant_builder_init (&record, G_VARIANT_TYPE_VARDICT);
      g_clear_pointer (&said, g_hash_table_unref);
      said = g_hash_table_new (NULL, NULL);
      bad += read_line (self, fields, line, &record, said);
      if (self->spec.fill != NULL && !names_itself (self, said)
          && !self->spec.fill (&record, self->spec.data))
        {
          g_variant_builder_clear (&record);
          g_variant_builder_clear (&records);
          return;
        }
      g_variant_builder_add (&records, "a{sv}", &record);
      n++;
    }
  if (n > 0)
    add_records (self, &records, n, bad);
  else
    g_variant_builder_clear (&records);
}

/* Adds what a record needs to show in this table, and what the copied one does not say itself.
 * Returns: (transfer full) (nullable): NULL if none can be added now */
static GVariant *
complete_row (SlRecordTable *self, GVariant *row)
{
  g_autoptr (GVariant) own = g_variant_get_child_value (row, 2);
  g_autoptr (GVariant) filled = NULL;
  g_auto (GVariantDict) fields = G_VARIANT_DICT_INIT (own);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gint32 place;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (self->spec.fill != NULL && !self->spec.fill (&builder, self->spec.data))
    {
      g_variant_builder_clear (&builder);
      return NULL;
    }
  g_variant_get_child (row, 1, "i", &place);
  filled = g_variant_ref_sink (g_variant_builder_end (&builder));
  g_variant_iter_init (&iter, filled);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      if (!g_variant_dict_contains (&fields, name))
        g_variant_dict_insert_value (&fields, name, value);
      g_variant_unref (value);
    }
  return g_variant_ref_sink (g_variant_new ("(si@a{sv})", sl_kind (self->spec.kind)->name, place,
                                            g_variant_dict_end (&fields)));
}

static void
paste_rows (SlRecordTable *self, GVariant *rows)
{
  GVariantBuilder list;
  SlId id = SL_ID_NONE;

  g_variant_builder_init (&list, G_VARIANT_TYPE (SL_COPIED_ROWS_TYPE));
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) complete = complete_row (self, row);

      if (complete == NULL)
        {
          g_variant_builder_clear (&list);
          return;
        }
      g_variant_builder_add_value (&list, complete);
    }
  if (!sl_session_run (self->session, "record.paste",
                       g_variant_new ("(x" SL_COPIED_ROWS_TYPE ")", (gint64)SL_ID_NONE, &list),
                       &id))
    return;
  sl_session_select (self->session, id);
  sl_record_table_focus (self);
}

static void
rows_read_cb (GtkWidget *table, GVariant *rows, const char *text)
{
  SlRecordTable *self = SL_RECORD_TABLE (table);

  if (self->session == NULL)
    return;
  if (rows != NULL)
    paste_rows (self, rows);
  else
    paste_text (self, text);
}

void
sl_record_table_paste (SlRecordTable *self)
{
  g_return_if_fail (SL_IS_RECORD_TABLE (self));
  sl_row_clipboard_read (GTK_WIDGET (self), SL_KIND_BIT (self->spec.kind), rows_read_cb);
}

/* --- Keys --- */

static void
duplicate (SlRecordTable *self)
{
  g_autoptr (GArray) ids = sl_record_table_get_selection (self);

  if (ids->len > 0)
    sl_session_run (
        self->session, "record.duplicate",
        g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data,
                                                           ids->len, sizeof (SlId))),
        NULL);
}

static gboolean
handle_clipboard_key (SlRecordTable *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_c:
      sl_record_table_copy (self, FALSE);
      return TRUE;
    case GDK_KEY_x:
      sl_record_table_copy (self, TRUE);
      return TRUE;
    case GDK_KEY_v:
      sl_record_table_paste (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
renew (SlRecordTable *self)
{
  g_autoptr (GArray) ids = sl_record_table_get_selection (self);

  return sl_clock_renew (self->session, (const SlId *)(gconstpointer)ids->data, ids->len);
}

static gboolean
handle_plain_key (SlRecordTable *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Insert:
      sl_record_table_add (self);
      return TRUE;
    case GDK_KEY_F2:
      sl_record_table_edit_title (self, sl_session_get_selected (self->session));
      return TRUE;
    case GDK_KEY_Delete:
      sl_record_table_delete_selection (self);
      return TRUE;
    case GDK_KEY_y:
      return renew (self);
    default:
      return FALSE;
    }
}

static void
request_menu (gpointer table)
{
  SlRecordTable *self = table;
  GtkWidget *cell = sl_table_focused_cell (self->view);

  if (cell != NULL)
    sl_record_table_request_menu (self, cell, gtk_widget_get_width (cell) / 2.0,
                                  gtk_widget_get_height (cell));
}

/* A click on a header has the focus: its keys are its own. */
static gboolean
is_in_rows (SlRecordTable *self, GtkWidget *focus)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  return focus == NULL || focus == GTK_WIDGET (self->view)
         || !gtk_widget_is_ancestor (focus, header);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlRecordTable *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_TEXT (focus) || !is_in_rows (self, focus))
    return GDK_EVENT_PROPAGATE;
  if (sl_table_handle_key (self->view, keyval, modifiers, request_menu, self))
    return GDK_EVENT_STOP;
  if (modifiers == GDK_CONTROL_MASK)
    return handle_clipboard_key (self, keyval);
  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (keyval) == GDK_KEY_d)
    {
      duplicate (self);
      return GDK_EVENT_STOP;
    }
  return modifiers == 0 && handle_plain_key (self, keyval);
}

void
sl_record_table_add_keys (SlRecordTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Enter would activate the row in GtkListBase. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
