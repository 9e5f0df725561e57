/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Back and forward. A place is a page, the view of it that showed and what was selected; it is
 * noted when somebody leaves it by a link, a search or for another page. */

#include "config.h"

#include "window/sl-window-private.h"

#include "alignment/sl-alignment-page.h"
#include "views/sl-tab-page.h"
#include "window/sl-page.h"

#define MAX_PLACES 100

typedef struct
{
  const char *page; /* id in the table of pages */
  char *view;       /* of the page, or NULL */
  SlId selected;
} Place;

static void
clear_place (gpointer data)
{
  g_free (((Place *)data)->view);
}

GArray *
sl_window_history_new (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  return places;
}

static const char *
shown_view (SlWindow *self)
{
  GtkWidget *page = sl_window_get_page_widget (self);

  if (SL_IS_TAB_PAGE (page))
    return sl_tab_page_get_visible (SL_TAB_PAGE (page));
  return SL_IS_ALIGNMENT_PAGE (page) ? sl_alignment_page_get_view (SL_ALIGNMENT_PAGE (page)) : NULL;
}

/* Puts the place that shows on @places, unless it is the last one there. */
static void
push_place (SlWindow *self, GArray *places)
{
  const SlPage *page = sl_page_by_id (sl_window_get_page (self));
  Place place = { .selected = sl_session_get_selected (self->session) };
  const Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;

  if (page == NULL)
    return;
  place.page = page->id;
  if (last != NULL && g_str_equal (last->page, place.page) && last->selected == place.selected
      && g_strcmp0 (last->view, shown_view (self)) == 0)
    return;
  place.view = g_strdup (shown_view (self));
  g_array_append_val (places, place);
  if (places->len > MAX_PLACES)
    g_array_remove_index (places, 0);
}

void
sl_window_leave_place (SlWindow *self)
{
  if (self->session == NULL || self->travelling)
    return;
  push_place (self, self->back_places);
  g_array_set_size (self->forward_places, 0);
}

void
sl_window_forget_places (SlWindow *self)
{
  g_array_set_size (self->back_places, 0);
  g_array_set_size (self->forward_places, 0);
}

static void
go_to (SlWindow *self, const Place *place)
{
  GtkWidget *page;

  sl_window_show_page (self, place->page);
  page = sl_window_get_page_widget (self);
  if (place->view != NULL)
    gtk_widget_activate_action (page, "page.show-tab", "s", place->view);
  if (place->selected != SL_ID_NONE
      && sl_snapshot_find (sl_session_get_snapshot (self->session), place->selected, NULL, NULL))
    sl_session_select (self->session, place->selected);
  gtk_widget_activate_action (page, "page.focus", NULL);
}

static void
travel_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  gboolean back = g_str_equal (name, "win.back");
  GArray *from = back ? self->back_places : self->forward_places;
  Place place;

  if (self->session == NULL || from->len == 0)
    return;
  place = g_array_index (from, Place, from->len - 1);
  place.view = g_strdup (place.view);
  g_array_set_size (from, from->len - 1);
  push_place (self, back ? self->forward_places : self->back_places);
  self->travelling = TRUE;
  go_to (self, &place);
  self->travelling = FALSE;
  g_free (place.view);
}

void
sl_window_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, travel_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, travel_action);
}
