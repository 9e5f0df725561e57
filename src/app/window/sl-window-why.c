/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions behind numbers: Ctrl+I for what is selected, one for a number that a button names,
 * and the line of sight. The panel opens beside what has the focus. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "widgets/sl-chart-view.h"
#include "why/sl-sight-view.h"
#include "why/sl-why-popover.h"

/* The page, or where the focus is on it. */
static GtkWidget *
anchor (SlWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, page) ? focus : page;
}

/* The picture that has the focus, or NULL. */
static SlChartView *
focused_chart (SlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL ? (SlChartView *)gtk_widget_get_ancestor (focus, SL_TYPE_CHART_VIEW) : NULL;
}

/* What is current on it, or NULL. */
static const SlHit *
current_hit (SlChartView *chart)
{
  const SlMark *mark = chart != NULL ? sl_chart_view_get_current (chart) : NULL;

  return mark != NULL && mark->hit.kind < SL_N_KINDS ? &mark->hit : NULL;
}

/* A line between two parties stands for both of them. */
static gboolean
is_pair (SlWindow *self, const SlHit *hit)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlKindId a = SL_N_KINDS;
  SlKindId b = SL_N_KINDS;

  return sl_snapshot_find (plan, hit->a, &a, NULL) && sl_snapshot_find (plan, hit->b, &b, NULL)
         && a == SL_KIND_PARTY && b == SL_KIND_PARTY;
}

/* A button that opens why its number is so. */
static gboolean
is_number (GtkWidget *focus)
{
  return GTK_IS_ACTIONABLE (focus)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "win.explain") == 0;
}

/* Pages where nothing is selected. */
static gboolean
is_about_the_whole (const char *page)
{
  return g_strcmp0 (page, "alignment") == 0 || g_strcmp0 (page, "today") == 0;
}

/* The numbers of what is current on a picture, that which it shows alone, else of what is
 * selected. The page of the whole is
 * about the whole. */
static gboolean
show_numbers (SlWindow *self, GtkWidget *page)
{
  SlChartView *chart = focused_chart (self);
  const SlHit *hit = current_hit (chart);
  SlId id = sl_session_get_selected (self->session);

  if (hit != NULL
      && sl_why_popup (self->session, page, anchor (self, page),
                       sl_chart_view_get_chart (chart)->number, hit->id, hit->b))
    return TRUE;
  if (hit != NULL && is_pair (self, hit))
    return sl_why_popup (self->session, page, anchor (self, page), SL_NUMBER_TOGETHER, hit->a,
                         hit->b);
  if (hit != NULL && hit->id != SL_ID_NONE)
    return sl_why_popup_record (self->session, page, anchor (self, page), hit->id);
  if (id == SL_ID_NONE || is_about_the_whole (sl_window_get_page (self)))
    return sl_why_popup (self->session, page, page, SL_NUMBER_INDEX, SL_ID_NONE, SL_ID_NONE);
  return sl_why_popup_record (self->session, page, anchor (self, page), id);
}

static void
why_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* Fields know what their numbers stand for. */
  if (focus != NULL && gtk_widget_activate_action (focus, "field.why", NULL))
    return;
  if (focus != NULL && is_number (focus))
    {
      gtk_widget_activate (focus);
      return;
    }
  if (self->session != NULL && !show_numbers (self, sl_window_get_page_widget (self)))
    sl_window_toast (self, _ ("Nothing here has a number that was computed"), FALSE);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *page = sl_window_get_page_widget (self);
  guint32 number = 0;
  gint64 id = 0;
  gint64 other = 0;

  g_variant_get (param, "(uxx)", &number, &id, &other);
  if (self->session != NULL)
    sl_why_popup (self->session, page, anchor (self, page), number, id, other);
}

static void
sight_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *page = sl_window_get_page_widget (self);
  SlId id;

  if (self->session == NULL)
    return;
  id = sl_session_get_selected (self->session);
  if (id == SL_ID_NONE)
    id = sl_snapshot_project_id (sl_session_get_snapshot (self->session));
  sl_sight_popup (self->session, page, anchor (self, page), id);
}

void
sl_window_install_why (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "win.sight", NULL, sight_action);
  gtk_widget_class_install_action (widget_class, "win.explain", "(uxx)", explain_action);
}
