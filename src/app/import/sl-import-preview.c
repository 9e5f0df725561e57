/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preview of an import. Rows are made on demand over the plan's array, because a plan may have very
 * many. */

#include "config.h"

#include "import/sl-import-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#define SL_TYPE_PREVIEW_ROW (sl_preview_row_get_type ())
G_DECLARE_FINAL_TYPE (SlPreviewRow, sl_preview_row, SL, PREVIEW_ROW, GObject)

struct _SlPreviewRow
{
  GObject parent_instance;
  guint index;
};

G_DEFINE_FINAL_TYPE (SlPreviewRow, sl_preview_row, G_TYPE_OBJECT)

static void
sl_preview_row_class_init (SlPreviewRowClass *klass)
{
}

static void
sl_preview_row_init (SlPreviewRow *self)
{
}

#define SL_TYPE_PREVIEW_LIST (sl_preview_list_get_type ())
G_DECLARE_FINAL_TYPE (SlPreviewList, sl_preview_list, SL, PREVIEW_LIST, GObject)

struct _SlPreviewList
{
  GObject parent_instance;
  SlImportPlan *plan; /* not owned */
  void (*changed) (gpointer);
  gpointer data;
};

static GType
get_item_type (GListModel *model)
{
  return SL_TYPE_PREVIEW_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SL_PREVIEW_LIST (model)->plan->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SlPreviewRow *row;

  if (position >= get_n_items (model))
    return NULL;
  row = g_object_new (SL_TYPE_PREVIEW_ROW, NULL);
  row->index = position;
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SlPreviewList, sl_preview_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
sl_preview_list_class_init (SlPreviewListClass *klass)
{
}

static void
sl_preview_list_init (SlPreviewList *self)
{
}

typedef enum
{
  COLUMN_TITLE,
  COLUMN_TYPE,
  COLUMN_OWNER,
  COLUMN_START,
  COLUMN_DUE,
  COLUMN_PROGRESS,
  COLUMN_STATE,
} Column;

static guint
depth_of (SlImportPlan *plan, guint index)
{
  guint depth = 0;
  int parent = g_array_index (plan->items, SlImportItem, index).parent;

  while (parent >= 0 && depth < 64)
    {
      depth++;
      parent = g_array_index (plan->items, SlImportItem, parent).parent;
    }
  return depth;
}

static const char *
type_words (SlImportItemType type)
{
  switch (type)
    {
    case SL_IMPORT_GOAL:
      return _ ("goal");
    case SL_IMPORT_MILESTONE:
      return _ ("milestone");
    case SL_IMPORT_PARTY:
      return _ ("party");
    case SL_IMPORT_TASK:
    default:
      return _ ("task");
    }
}

static char *
cell_text (SlImportPlan *plan, guint index, Column column)
{
  const SlImportItem *item = &g_array_index (plan->items, SlImportItem, index);

  switch (column)
    {
    case COLUMN_TYPE:
      return g_strdup (type_words (item->type));
    case COLUMN_OWNER:
      return g_strdup (item->owner != NULL ? item->owner : "");
    case COLUMN_START:
      return item->start_day != SL_INT_NULL ? sl_day_to_text (item->start_day) : g_strdup ("");
    case COLUMN_DUE:
      return item->due_day != SL_INT_NULL ? sl_day_to_text (item->due_day) : g_strdup ("");
    case COLUMN_PROGRESS:
      return !isnan (item->progress) ? sl_format_percent (item->progress, 0) : g_strdup ("");
    case COLUMN_STATE:
      return g_strdup (item->duplicate_of != SL_ID_NONE ? _ ("is there already: updated") : "");
    case COLUMN_TITLE:
    default:
      return g_strdup (item->title != NULL && item->title[0] != '\0' ? item->title
                                                                     : _ ("(untitled)"));
    }
}

static void
toggled_cb (GtkCheckButton *check, gpointer data)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (check), "sl-list-item");
  SlPreviewList *list = data;
  SlPreviewRow *row = gtk_list_item_get_item (item);

  if (row == NULL)
    return;
  g_array_index (list->plan->items, SlImportItem, row->index).skip
      = !gtk_check_button_get_active (check);
  list->changed (list->data);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPreviewList *list)
{
  Column column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "sl-column"));
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "hexpand", TRUE, NULL);
  GtkWidget *box;
  GtkWidget *check;

  if (column != COLUMN_TITLE)
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  check = gtk_check_button_new ();
  g_object_set_data (G_OBJECT (check), "sl-list-item", item);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
name_row (GtkWidget *child, const char *title)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPreviewList *list)
{
  Column column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "sl-column"));
  SlPreviewRow *row = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = cell_text (list->plan, row->index, column);
  GtkWidget *check;

  if (column != COLUMN_TITLE)
    {
      gtk_label_set_text (GTK_LABEL (child), text);
      return;
    }
  check = gtk_widget_get_first_child (child);
  gtk_widget_set_margin_start (child, (int)depth_of (list->plan, row->index) * 18);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !g_array_index (list->plan->items, SlImportItem, row->index).skip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (child)), text);
  name_row (child, text);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), list, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPreviewList *list)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_BOX (child))
    g_signal_handlers_disconnect_by_data (gtk_widget_get_first_child (child), list);
}

static void
add_column (GtkColumnView *view, SlPreviewList *list, Column column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "sl-column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), list, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), list, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), list, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (view_column, width);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (view, view_column);
}

GtkWidget *
sl_import_preview_new (SlImportPlan *plan, void (*changed) (gpointer), gpointer data)
{
  SlPreviewList *list = g_object_new (SL_TYPE_PREVIEW_LIST, NULL);
  GtkColumnView *view;

  list->plan = plan;
  list->changed = changed;
  list->data = data;
  view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rows to import"), -1);
  add_column (view, list, COLUMN_TITLE, _ ("Title"), 0);
  add_column (view, list, COLUMN_TYPE, _ ("Type"), 84);
  add_column (view, list, COLUMN_OWNER, _ ("Owner"), 108);
  add_column (view, list, COLUMN_START, _ ("Start"), 96);
  add_column (view, list, COLUMN_DUE, _ ("Due"), 96);
  add_column (view, list, COLUMN_PROGRESS, _ ("Progress"), 78);
  add_column (view, list, COLUMN_STATE, _ ("Note"), 156);
  return GTK_WIDGET (view);
}
