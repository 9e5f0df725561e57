/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selections that stay. */

#include "config.h"

#include "widgets/sl-held-selection.h"

typedef struct
{
  int from;      /* -1: nothing is held */
  guint idle_id; /* selects again soon, or 0 */
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  g_clear_handle_id (&held->idle_id, g_source_remove);
  g_free (held);
}

static void
release (Held *held)
{
  held->from = -1;
  g_clear_handle_id (&held->idle_id, g_source_remove);
}

static gboolean
select_again_cb (gpointer data)
{
  Held *held = g_object_get_data (data, "sl-held");

  held->idle_id = 0;
  if (held->from >= 0)
    gtk_editable_select_region (data, held->from, -1);
  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (GtkEditable *text, GParamSpec *pspec, Held *held)
{
  if (held->from >= 0 && held->idle_id == 0
      && !gtk_editable_get_selection_bounds (text, NULL, NULL))
    held->idle_id = g_idle_add_full (G_PRIORITY_HIGH, select_again_cb, text, NULL);
}

static void
changed_cb (GtkEditable *text, Held *held)
{
  release (held);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Held *held)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkWidget *text = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  /* A key that is faster than selecting again would be added to what it is to replace. */
  if (type == GDK_KEY_PRESS && held->from >= 0
      && !gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL))
    gtk_editable_select_region (GTK_EDITABLE (text), held->from, -1);
  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    release (held);
  return GDK_EVENT_PROPAGATE;
}

static Held *
attach (GtkEditable *text)
{
  Held *held = g_new0 (Held, 1);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_object_set_data_full (G_OBJECT (text), "sl-held", held, held_free);
  g_signal_connect (text, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), held);
  g_signal_connect (text, "changed", G_CALLBACK (changed_cb), held);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), held);
  gtk_widget_add_controller (GTK_WIDGET (text), events);
  return held;
}

void
sl_held_selection_set (GtkEditable *text, int from)
{
  Held *held = g_object_get_data (G_OBJECT (text), "sl-held");

  g_return_if_fail (GTK_IS_EDITABLE (text) && from >= 0);
  if (held == NULL)
    held = attach (text);
  release (held);
  gtk_editable_select_region (text, from, -1);
  if (from < g_utf8_strlen (gtk_editable_get_text (text), -1))
    held->from = from;
}
