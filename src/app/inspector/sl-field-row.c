/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all inspector rows share: which widget a field gets, how a value is read and written. */

#include "config.h"

#include "inspector/sl-field-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "inspector/sl-field-words.h"

static void
info_free (gpointer data)
{
  SlFieldRow *info = data;

  g_clear_pointer (&info->ids, g_array_unref);
  g_free (info);
}

SlFieldRow *
sl_field_row_get_info (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "sl-field-row");
}

static SlValue
value_of (const SlFieldRow *info, SlId id)
{
  SlSnapshot *plan = sl_session_get_snapshot (info->session);
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  if (!sl_snapshot_find (plan, id, &kind, &row))
    return (SlValue)SL_VALUE_INIT;
  return sl_table_value (sl_snapshot_table (plan, kind), row, info->field);
}

gboolean
sl_field_row_is_mixed (const SlFieldRow *info)
{
  g_auto (SlValue) first = SL_VALUE_INIT;

  if (info->ids == NULL)
    return FALSE;
  first = value_of (info, info->id);
  for (guint i = 1; i < info->ids->len; i++)
    {
      g_auto (SlValue) other = value_of (info, g_array_index (info->ids, SlId, i));

      if (!sl_value_equal (&first, &other))
        return TRUE;
    }
  return FALSE;
}

SlValue
sl_field_row_get_value (const SlFieldRow *info)
{
  if (sl_field_row_is_mixed (info))
    return (SlValue)SL_VALUE_INIT;
  return value_of (info, info->id);
}

GVariant *
sl_field_row_get_ids (const SlFieldRow *info)
{
  const SlId *ids = info->ids != NULL ? (const SlId *)(gpointer)info->ids->data : &info->id;

  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids,
                                    info->ids != NULL ? info->ids->len : 1, sizeof (SlId));
}

static GVariant *
set_params (const SlFieldRow *info, const SlValue *value)
{
  return g_variant_new ("(@axsv)", sl_field_row_get_ids (info), info->spec->name,
                        sl_value_to_variant (value));
}

gboolean
sl_field_row_set_value (const SlFieldRow *info, const SlValue *value)
{
  if (info->ids == NULL)
    return sl_session_set_value (info->session, info->id, info->field, value);
  return sl_session_run (info->session, "record.set-many", set_params (info, value), NULL);
}

void
sl_field_row_draft_value (const SlFieldRow *info, const SlValue *value)
{
  if (info->ids == NULL)
    sl_session_draft_value (info->session, info->id, info->field, value);
  else
    sl_session_set_draft (info->session, "record.set-many", set_params (info, value));
}

GtkWidget *
sl_field_row_new_stacked (const SlFieldRow *info, GtkWidget *field)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                                 "use-markup", FALSE, "title", _ (info->spec->nick), NULL);
  GtkWidget *box
      = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top", 6,
                      "margin-bottom", 6, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  g_object_bind_property (row, "title", label, "label", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
make_row (SlFieldRow *info)
{
  switch (info->spec->type)
    {
    case SL_PROSE:
      return sl_field_row_prose_new (info);
    case SL_BOOL:
      return sl_field_row_switch_new (info);
    case SL_ENUM:
      return sl_field_row_choice_new (info);
    case SL_REF:
      return sl_field_is_owner (info->spec) ? sl_field_row_party_new (info)
                                            : sl_field_row_choice_new (info);
    case SL_COLOR:
      return sl_field_row_color_new (info);
    case SL_TEXT:
    case SL_INT:
    case SL_REAL:
    case SL_DATE:
    case SL_MONEY:
    case SL_RANK:
    default:
      return sl_field_row_text_new (info);
    }
}

/* Titles of action rows break inside words; here a long word takes the room it needs. */
static void
keep_words_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title"))
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_words_whole (child);
}

GtkWidget *
sl_field_row_new (SlSession *session, SlId id, guint field)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SlId));

  g_array_append_val (ids, id);
  return sl_field_row_new_for_many (session, ids, field);
}

GtkWidget *
sl_field_row_new_for_many (SlSession *session, const GArray *ids, guint field)
{
  const SlId id = g_array_index (ids, SlId, 0);
  SlKindId kind = SL_N_KINDS;
  SlFieldRow *info;
  GtkWidget *row;

  if (!sl_snapshot_find (sl_session_get_snapshot (session), id, &kind, NULL))
    return NULL;
  if (sl_kind (kind)->fields[field].flags & SL_INTERNAL)
    return NULL;
  info = g_new0 (SlFieldRow, 1);
  info->session = session;
  info->id = id;
  if (ids->len > 1)
    info->ids = g_array_copy ((GArray *)ids);
  info->field = field;
  info->spec = &sl_kind (kind)->fields[field];
  row = make_row (info);
  if (ADW_IS_ACTION_ROW (row))
    keep_words_whole (row);
  g_object_set_data_full (G_OBJECT (row), "sl-field-row", info, info_free);
  if (info->spec->help != NULL)
    gtk_widget_set_tooltip_text (row, _ (info->spec->help));
  gtk_widget_set_sensitive (row, !sl_field_is_fixed (info->spec));
  sl_field_row_refresh (row);
  return row;
}

/* Says that records differ, where the value would stand or beside the title. */
static void
show_mixed (GtkWidget *row, const SlFieldRow *info)
{
  const gboolean mixed = sl_field_row_is_mixed (info);
  const char *title = _ (info->spec->nick);
  /* Translators: title of a field of several records that have different values: %s is the field */
  g_autofree char *many = g_strdup_printf (_ ("%s: different values"), title);

  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mixed ? _ ("Different values") : "");
  else if (ADW_IS_ENTRY_ROW (row) && !gtk_widget_has_css_class (row, "error"))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mixed ? many : title);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
          GTK_ACCESSIBLE_PROPERTY_LABEL, mixed ? many : title, -1);
    }
  else if (!ADW_IS_ENTRY_ROW (row))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mixed ? many : title);
}

void
sl_field_row_refresh (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);

  if (info == NULL || info->refresh == NULL)
    return;
  info->refresh (row);
  if (info->ids != NULL)
    show_mixed (row, info);
}

static double
hours_per_day (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PROJECT);

  return sl_table_n_rows (table) > 0 ? sl_table_real (table, 0, SL_PROJECT_HOURS_PER_DAY) : 8.0;
}

static gboolean
read_real (const SlSnapshot *plan, const SlField *field, const char *text, SlValue *value,
           GError **error)
{
  double number = 0;
  gboolean ok;

  if (g_strcmp0 (field->unit, "ratio") == 0)
    ok = sl_parse_percent (text, &number, error);
  else if (g_strcmp0 (field->unit, "person-day") == 0
           || g_strcmp0 (field->unit, "working-day") == 0)
    ok = sl_parse_effort (text, hours_per_day (plan), &number, error);
  else
    ok = sl_parse_real (text, &number, error);
  if (ok)
    *value = sl_value_real (number);
  return ok;
}

/* The start of the record, from which "+3w" in its due field counts. */
static gint64
anchor_of (const SlSnapshot *plan, SlId id, const SlField *field)
{
  SlKindId kind = SL_N_KINDS;
  guint row = 0;
  int start;

  if (!g_str_equal (field->name, "due") || !sl_snapshot_find (plan, id, &kind, &row))
    return sl_day_today ();
  start = sl_kind_field (sl_kind (kind), "start");
  if (start < 0 || !sl_table_is_set (sl_snapshot_table (plan, kind), row, (guint)start))
    return sl_day_today ();
  return sl_table_int (sl_snapshot_table (plan, kind), row, (guint)start);
}

gboolean
sl_field_read (const SlSnapshot *plan, SlId id, const SlField *field, const char *text,
               SlValue *value, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gint64 number = 0;
  double real = 0;

  *value = (SlValue)SL_VALUE_INIT;
  if (clean[0] == '\0')
    {
      if ((field->flags & SL_REQUIRED) && field->type != SL_TEXT && field->type != SL_PROSE)
        *value = sl_field_default (field);
      else if (field->flags & SL_REQUIRED)
        *value = sl_value_text ("");
      return TRUE;
    }
  switch (field->type)
    {
    case SL_DATE:
      if (!sl_parse_day_in_year (clean, sl_day_today (), anchor_of (plan, id, field),
                                 sl_snapshot_fiscal_month (plan),
                                 !g_str_has_suffix (field->name, "start"), &number, error))
        return FALSE;
      *value = sl_value_int (number);
      break;
    case SL_MONEY:
      if (!sl_parse_money (clean, &number, error))
        return FALSE;
      *value = sl_value_int (number);
      break;
    case SL_INT:
      if (!sl_parse_real (clean, &real, error))
        return FALSE;
      *value = sl_value_int ((gint64)real);
      break;
    case SL_REAL:
      if (!read_real (plan, field, clean, value, error))
        return FALSE;
      break;
    case SL_TEXT:
    case SL_PROSE:
      *value = sl_value_text (text);
      return TRUE;
    case SL_BOOL:
    case SL_ENUM:
    case SL_REF:
      return sl_field_read_word (plan, field, clean, value, error);
    case SL_RANK:
    case SL_COLOR:
    default:
      return sl_field_parse (field, clean, value, error);
    }
  return sl_field_check (field, value, error);
}
