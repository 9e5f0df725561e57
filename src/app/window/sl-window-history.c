/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Back and forward. A place is a page, the view of it that showed, what was selected and which part
 * of it had the focus; it is noted when somebody leaves it by a link, a search or for another
 * page. */

#include "config.h"

#include "window/sl-window-private.h"

#include "widgets/sl-chart-view.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-table.h"
#include "widgets/sl-views.h"
#include "window/sl-page.h"

#define MAX_PLACES 100

typedef struct
{
  const char *page; /* id in the table of pages */
  char *view;       /* of the page, or NULL */
  SlId selected;
  GWeakRef
      *focus; /* a table or chart, else what had the focus; on the heap, for it does not move */
} Place;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->view);
  g_weak_ref_clear (place->focus);
  g_free (place->focus);
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

  return SL_IS_VIEWS (page) ? sl_views_get_visible (SL_VIEWS (page)) : NULL;
}

/* Rows and marks come and go: the table or chart around them knows which one is selected. */
static GtkWidget *
focused_part (SlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    focus = self->focus_before;
  for (GtkWidget *part = focus; part != NULL; part = gtk_widget_get_parent (part))
    if (SL_IS_RECORD_TABLE (part) || SL_IS_OUTLINE_VIEW (part) || SL_IS_CHART_VIEW (part))
      return part;
  return focus;
}

/* Returns: whether @part could have it */
static gboolean
focus_part (GtkWidget *part)
{
  if (part == NULL || !gtk_widget_get_mapped (part))
    return FALSE;
  if (SL_IS_RECORD_TABLE (part))
    sl_record_table_focus (SL_RECORD_TABLE (part));
  else if (SL_IS_OUTLINE_VIEW (part))
    sl_outline_view_focus (SL_OUTLINE_VIEW (part));
  else if (SL_IS_CHART_VIEW (part))
    sl_chart_view_focus (SL_CHART_VIEW (part));
  else
    return gtk_widget_grab_focus (part);
  return TRUE;
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
  place.focus = g_new0 (GWeakRef, 1);
  g_weak_ref_init (place.focus, focused_part (self));
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
  g_autoptr (GtkWidget) part = g_weak_ref_get (place->focus);
  GtkWidget *page;

  sl_window_show_page (self, place->page);
  page = sl_window_get_page_widget (self);
  if (place->view != NULL)
    gtk_widget_activate_action (page, "page.show-tab", "s", place->view);
  if (place->selected != SL_ID_NONE
      && sl_snapshot_find (sl_session_get_snapshot (self->session), place->selected, NULL, NULL))
    sl_session_select (self->session, place->selected);
  if (!focus_part (part))
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
  g_array_set_clear_func (from, NULL); /* it is ours now */
  g_array_set_size (from, from->len - 1);
  g_array_set_clear_func (from, clear_place);
  push_place (self, back ? self->forward_places : self->back_places);
  self->travelling = TRUE;
  go_to (self, &place);
  self->travelling = FALSE;
  clear_place (&place);
}

void
sl_window_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, travel_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, travel_action);
}
