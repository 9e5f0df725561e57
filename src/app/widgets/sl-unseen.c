/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK 4.8 presents all pages of a stack to screen readers, also those that nobody can see. The
 * state "hidden" takes them out. Newer versions of GTK do so by themselves. */

#include "config.h"

#include "widgets/sl-unseen.h"

static void
update_pages (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  GtkWidget *visible = gtk_stack_get_visible_child (stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = gtk_stack_page_get_child (GTK_STACK_PAGE (page));

      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                   child != visible, -1);
    }
}

void
sl_unseen_attach (GtkStack *stack)
{
  GtkSelectionModel *pages = gtk_stack_get_pages (stack);

  g_return_if_fail (GTK_IS_STACK (stack));
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (update_pages), stack,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (stack), "sl-unseen", pages, g_object_unref);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (update_pages), NULL);
  update_pages (stack);
}
