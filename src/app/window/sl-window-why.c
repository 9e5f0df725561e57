/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions behind numbers: Ctrl+I for what is selected, one for a number that a button names,
 * and the line of sight. The panel opens beside what has the focus. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "why/sl-sight-view.h"
#include "why/sl-why-popover.h"

/* The page, or where the focus is on it. */
static GtkWidget *
anchor (SlWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, page) ? focus : page;
}

static void
why_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *page = sl_window_get_page_widget (self);
  gboolean whole = g_strcmp0 (sl_window_get_page (self), "alignment") == 0;
  SlId id;

  if (self->session == NULL)
    return;
  id = whole ? SL_ID_NONE : sl_session_get_selected (self->session);
  if (id == SL_ID_NONE)
    id = sl_snapshot_project_id (sl_session_get_snapshot (self->session));
  if (!sl_why_popup_record (self->session, page, whole ? page : anchor (self, page), id))
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
