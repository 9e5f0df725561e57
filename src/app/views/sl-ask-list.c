/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of words with a button each. */

#include "config.h"

#include "views/sl-ask-list.h"

#include "widgets/sl-form.h"
#include "widgets/sl-line-layout.h"

#define LIST_HEIGHT 150

struct _SlAskList
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkListBox *list;
  GArray *rows; /* of SlAskRow */
};

enum
{
  ROW_OPENED,
  ROW_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlAskList, sl_ask_list, GTK_TYPE_WIDGET)

static void
clear_row (gpointer data)
{
  SlAskRow *row = data;

  g_free (row->words);
  g_free (row->tooltip);
}

GArray *
sl_ask_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SlAskRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static void
clicked_cb (GtkWidget *button, SlAskList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[ROW_ANSWERED], 0,
                 (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SlAskList *self)
{
  g_signal_emit (self, signals[ROW_OPENED], 0, (guint)gtk_list_box_row_get_index (row));
}

static void
add_row (SlAskList *self, const SlAskRow *said)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "margin-start", 12, "margin-end", 12, "margin-top",
                                 3, "margin-bottom", 3, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", said->words, "xalign", 0.0f, "hexpand",
                                   TRUE, "wrap", TRUE, NULL);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "label", said->button, "tooltip-text", said->tooltip,
                      "sensitive", said->sensitive, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);

  gtk_widget_set_layout_manager (box, sl_line_layout_new (12));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  sl_form_set_id (row, said->record);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said->words,
                                  -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
says_the_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SlAskRow *x = &g_array_index (a, SlAskRow, i);
      const SlAskRow *y = &g_array_index (b, SlAskRow, i);

      if (x->record != y->record || x->sensitive != y->sensitive || x->button != y->button
          || g_strcmp0 (x->words, y->words) != 0 || g_strcmp0 (x->tooltip, y->tooltip) != 0)
        return FALSE;
    }
  return TRUE;
}

void
sl_ask_list_show (SlAskList *self, GArray *rows)
{
  gboolean focus;
  GtkWidget *row;

  g_return_if_fail (SL_IS_ASK_LIST (self) && rows != NULL);
  if (says_the_same (self->rows, rows))
    {
      g_array_unref (rows);
      return;
    }
  g_array_unref (self->rows);
  self->rows = rows;
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, &g_array_index (rows, SlAskRow, i));
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The first row. */
static gboolean
sl_ask_list_grab_focus (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (SL_ASK_LIST (widget)->list));

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
sl_ask_list_dispose (GObject *object)
{
  SlAskList *self = SL_ASK_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (sl_ask_list_parent_class)->dispose (object);
}

static void
sl_ask_list_class_init (SlAskListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_ask_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_ask_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ROW_OPENED] = g_signal_new ("row-opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ROW_ANSWERED] = g_signal_new ("row-answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sl_ask_list_init (SlAskList *self)
{
  self->rows = sl_ask_rows_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "propagate-natural-height", TRUE, "max-content-height",
                                 LIST_HEIGHT, "child", self->list, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
}

GtkWidget *
sl_ask_list_new (const char *name)
{
  SlAskList *self = g_object_new (SL_TYPE_ASK_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}
