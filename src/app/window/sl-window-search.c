/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window does with its search: says what can be done at this moment, and goes where
 * somebody chose to go. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "search/sl-search-actions.h"
#include "search/sl-search-popover.h"
#include "widgets/sl-views.h"
#include "window/sl-page.h"

/* Each view of each page, under its page: “Decisions”, Reviews. */
static void
add_views (SlWindow *self, GPtrArray *actions)
{
  guint n = 0;
  const SlPage *all = sl_page_all (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *page = sl_window_find_page (self, &all[i]);
      g_autoptr (GArray) views = SL_IS_VIEWS (page) ? sl_views_list (SL_VIEWS (page)) : NULL;

      for (guint v = 0; views != NULL && v < views->len; v++)
        {
          const SlViewName *view = &g_array_index (views, SlViewName, v);
          g_autofree char *action = g_strdup_printf ("win.view::%s/%s", all[i].id, view->id);

          g_ptr_array_add (actions,
                           sl_search_item_new_action (action, view->title, _ (all[i].title), NULL));
        }
    }
}

static void
offer_actions (SlWindow *self, GtkPopover *popover)
{
  const SlPage *page = sl_page_by_id (sl_window_get_page (self));
  g_autoptr (GPtrArray) actions
      = sl_search_actions_collect (gtk_menu_button_get_menu_model (self->menu_button),
                                   sl_window_get_page_widget (self), _ (page->title));

  add_views (self, actions);
  sl_search_popover_set_actions (SL_SEARCH_POPOVER (popover), actions);
}

static void
before_popup_cb (GtkMenuButton *button, gpointer data)
{
  SlWindow *self = data;

  offer_actions (self, gtk_menu_button_get_popover (button));
  g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
}

void
sl_window_update_search (SlWindow *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->search_button);

  if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    offer_actions (self, popover);
}

/* The button opened it, but by keys the focus was elsewhere, and goes back there. */
static void
closed_cb (SlWindow *self)
{
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
record_chosen_cb (SlWindow *self, SlId id)
{
  sl_window_show_record (self, id);
  gtk_widget_activate_action (sl_window_get_page_widget (self), "page.focus", NULL);
}

static void
action_chosen_cb (SlWindow *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (sl_window_get_page_widget (self), name, target);
}

void
sl_window_set_up_search (SlWindow *self)
{
  GtkWidget *popover = sl_search_popover_new (self->session);

  g_signal_connect_object (popover, "record-chosen", G_CALLBACK (record_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "action-chosen", G_CALLBACK (action_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->search_button, popover);
  gtk_menu_button_set_create_popup_func (self->search_button, before_popup_cb, self, NULL);
}
