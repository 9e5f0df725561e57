/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows with a choice: codes of an enumeration, or records of the kinds that a reference may name.
 * The list of records is made when it is opened: a list of thousands takes its time, and most are
 * never looked at. Until then the only entry is the record that is chosen. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "widgets/sl-spoken.h"

/* What no entry stands for: records differ. */
#define MIXED G_MAXINT64

typedef struct
{
  GtkDropDown *drop_down; /* not owned: the row owns it */
  GArray *codes;          /* of gint64: what each entry stands for; SL_INT_NULL: none */
  gboolean refreshing;
  gboolean choosing; /* the drop-down is telling what was chosen */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_array_unref (choice->codes);
  g_free (choice);
}

static void
add_entry (Choice *choice, GtkStringList *list, gint64 code, const char *text)
{
  gtk_string_list_append (list, text);
  g_array_append_val (choice->codes, code);
}

static const char *
title_of (SlFieldRow *info, SlId id)
{
  const char *title = sl_snapshot_title (sl_session_get_snapshot (info->session), id);

  return title[0] != '\0' ? title : _ ("(untitled)");
}

static void
add_records (Choice *choice, GtkStringList *list, SlFieldRow *info)
{
  SlStore *store = sl_session_get_store (info->session);

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      GListModel *records;

      if ((info->spec->targets & SL_KIND_BIT (kind)) == 0)
        continue;
      records = sl_store_get_list (store, kind);
      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (SlRecord) record = g_list_model_get_item (records, i);
          SlId id = sl_record_get_id (record);

          if (id != info->id)
            add_entry (choice, list, id, title_of (info, id));
        }
    }
}

static GtkStringList *
make_entries (Choice *choice, SlFieldRow *info)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  g_array_set_size (choice->codes, 0);
  if ((info->spec->flags & SL_REQUIRED) == 0)
    add_entry (choice, list, SL_INT_NULL, _ ("None"));
  if (info->spec->type == SL_REF)
    add_records (choice, list, info);
  else
    for (const SlEnumValue *v = info->spec->values; v->name != NULL; v++)
      add_entry (choice, list, v->code, _ (v->nick));
  return list;
}

static gboolean
refresh_later_cb (gpointer data)
{
  sl_field_row_refresh (data);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 does not bear it that its model is replaced from here: it touches the old one again. */
static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, GtkWidget *row)
{
  Choice *choice = g_object_get_data (G_OBJECT (row), "sl-choice");
  SlFieldRow *info = sl_field_row_get_info (row);
  guint position = gtk_drop_down_get_selected (drop_down);
  g_auto (SlValue) value = SL_VALUE_INIT;
  gint64 code;

  if (choice->refreshing || info == NULL || position >= choice->codes->len)
    return;
  code = g_array_index (choice->codes, gint64, position);
  if (code != SL_INT_NULL)
    value = sl_value_int (code);
  choice->choosing = TRUE;
  if (!sl_field_row_set_value (info, &value))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_later_cb, g_object_ref (row), g_object_unref);
  choice->choosing = FALSE;
}

static GtkStringList *
make_single_entry (Choice *choice, SlFieldRow *info, gint64 chosen)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  g_array_set_size (choice->codes, 0);
  if (chosen != MIXED)
    add_entry (choice, list, chosen, chosen == SL_INT_NULL ? _ ("None") : title_of (info, chosen));
  return list;
}

static gint64
get_chosen (SlFieldRow *info)
{
  g_auto (SlValue) value = sl_field_row_get_value (info);

  if (sl_field_row_is_mixed (info))
    return MIXED;
  return value.type == SL_VALUE_INT ? value.i : SL_INT_NULL;
}

/* Shows @list, whose entries are known, with @chosen selected. */
static void
show_list (Choice *choice, GtkStringList *list, gint64 chosen)
{
  guint position = GTK_INVALID_LIST_POSITION;

  choice->refreshing = TRUE;
  if (list != NULL)
    gtk_drop_down_set_model (choice->drop_down, G_LIST_MODEL (list));
  for (guint i = 0; i < choice->codes->len; i++)
    if (g_array_index (choice->codes, gint64, i) == chosen)
      position = i;
  gtk_drop_down_set_selected (choice->drop_down, position);
  choice->refreshing = FALSE;
}

static void
refresh_choice (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  Choice *choice = g_object_get_data (G_OBJECT (row), "sl-choice");
  gint64 chosen = get_chosen (info);
  g_autoptr (GtkStringList) list = NULL;

  if (choice->choosing)
    return;
  if (info->spec->type == SL_REF)
    list = make_single_entry (choice, info, chosen);
  else if (choice->codes->len == 0)
    list = make_entries (choice, info);
  show_list (choice, list, chosen);
}

/* The list of records is about to be seen. */
static void
opened_cb (GtkToggleButton *button, GParamSpec *pspec, GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  Choice *choice = g_object_get_data (G_OBJECT (row), "sl-choice");
  g_autoptr (GtkStringList) list = NULL;

  if (info == NULL || !gtk_toggle_button_get_active (button))
    return;
  list = make_entries (choice, info);
  show_list (choice, list, get_chosen (info));
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 10, "max-width-chars", 14, NULL);

  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (object));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (object), -1);
}

/* Long titles end in an ellipsis instead of widening the inspector. */
static void
use_short_labels (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
}

GtkWidget *
sl_field_row_choice_new (SlFieldRow *info)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *row = sl_field_row_new_stacked (info, drop_down);
  Choice *choice = g_new0 (Choice, 1);

  choice->drop_down = GTK_DROP_DOWN (drop_down);
  choice->codes = g_array_new (FALSE, FALSE, sizeof (gint64));
  info->refresh = refresh_choice;
  g_object_set_data_full (G_OBJECT (row), "sl-choice", choice, choice_free);
  gtk_widget_set_margin_top (drop_down, 3);
  use_short_labels (choice->drop_down);
  gtk_drop_down_set_enable_search (choice->drop_down, info->spec->type == SL_REF);
  if (info->spec->type == SL_REF)
    {
      g_autoptr (GtkExpression) expression
          = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      gtk_drop_down_set_expression (choice->drop_down, expression);
      /* The drop-down says nothing of being opened; its button does. */
      g_signal_connect_object (gtk_widget_get_first_child (drop_down), "notify::active",
                               G_CALLBACK (opened_cb), row, 0);
    }
  sl_spoken_drop_down (choice->drop_down, _ (info->spec->nick));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), row, 0);
  return row;
}
