/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages of the window. The button of one that offers Undo is reached by a key; when it goes, the
 * focus is back where it was. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "widgets/sl-spoken.h"

static gboolean
has_focus (SlWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* libadwaita 1.2 puts the widget of a toast into the overlay behind what that covers. (nullable) */
static GtkWidget *
find_shown (SlWindow *self)
{
  GtkWidget *child = adw_toast_overlay_get_child (self->toasts);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->toasts));

  return last != child ? last : NULL;
}

static void
dismissed_cb (SlWindow *self)
{
  /* libadwaita 1.7 dismisses what shows while the window is taken apart. */
  GtkWidget *shown = self->toasts != NULL ? find_shown (self) : NULL;
  GtkWidget *before = self->focus_before_toast;

  if (before != NULL && gtk_widget_get_mapped (before) && shown != NULL && has_focus (self, shown))
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->focus_before_toast);
}

void
sl_window_toast (SlWindow *self, const char *text, gboolean with_undo)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (safe);

  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_set_weak_pointer (&self->undo_toast, toast);
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
sl_window_dismiss_undo_toast (SlWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_weak_pointer (&self->undo_toast);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  GtkWidget *shown = find_shown (self);

  if (shown == NULL || has_focus (self, shown))
    return;
  sl_spoken_tidy (shown);
  g_set_weak_pointer (&self->focus_before_toast, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

void
sl_window_install_toasts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.message", NULL, focus_action);
}
