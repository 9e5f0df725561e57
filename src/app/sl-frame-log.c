/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Listens to the windows and to their frame clocks. What it does itself, after a frame, is taken
 * off the times that it writes. */

#include "config.h"

#include "sl-frame-log.h"

#include <stdio.h>
#include <time.h>

#include "inspector/sl-inspector.h"
#include "widgets/sl-chart-view.h"

static FILE *frame_file;
static GPollFunc poll_before;
static gint64 waited_us;    /* since the last frame */
static gint64 frame_before; /* its end */
static gint64 own_cpu_us;   /* spent here */

typedef struct
{
  GString *place; /* NULL: no stack below is a page */
  gboolean ready;
} Look;

static gint64
cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 - own_cpu_us;
}

static int
poll_and_measure (GPollFD *fds, guint n, int timeout)
{
  gint64 begin = g_get_monotonic_time ();
  int result = poll_before (fds, n, timeout);

  waited_us += g_get_monotonic_time () - begin;
  return result;
}

/* --- What shows --- */

/* A list that has items, but no row yet. */
static gboolean
is_bare (GtkWidget *widget)
{
  GtkSelectionModel *model = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    model = gtk_list_view_get_model (GTK_LIST_VIEW (widget));
  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0
         && gtk_widget_get_first_child (widget) == NULL;
}

/* Rows have nothing to say, and are many. */
static gboolean
is_leaf (GtkWidget *widget)
{
  return SL_IS_CHART_VIEW (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_LABEL (widget);
}

static void
look_at (GtkWidget *widget, Look *look)
{
  GString *place = look->place;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (look->place != NULL && GTK_IS_STACK (widget)
      && gtk_stack_get_visible_child_name (GTK_STACK (widget)) != NULL)
    g_string_append_printf (look->place, "%s%s", look->place->len > 0 ? "/" : "",
                            gtk_stack_get_visible_child_name (GTK_STACK (widget)));
  if (SL_IS_CHART_VIEW (widget))
    look->ready = look->ready && sl_chart_view_is_laid_out (SL_CHART_VIEW (widget));
  else if (GTK_IS_SPINNER (widget))
    look->ready = look->ready && !gtk_spinner_get_spinning (GTK_SPINNER (widget));
  else if (is_bare (widget))
    look->ready = FALSE;
  if (SL_IS_INSPECTOR (widget))
    look->place = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !is_leaf (widget);
       child = gtk_widget_get_next_sibling (child))
    look_at (child, look);
  look->place = place;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  gint64 now = g_get_monotonic_time ();
  gint64 cpu = cpu_us ();
  g_autoptr (GString) place = g_string_new (NULL);
  Look look = { place, TRUE };

  look_at (window, &look);
  fprintf (frame_file,
           "frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s\n", now, cpu,
           now - frame_before - waited_us, look.ready, place->len > 0 ? place->str : "-");
  fflush (frame_file);
  waited_us = 0;
  own_cpu_us += cpu_us () - cpu;
  frame_before = g_get_monotonic_time ();
}

/* --- What is put in --- */

static const char *
name_event (GdkEvent *event)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      return "key";
    case GDK_SCROLL:
      return "scroll";
    case GDK_BUTTON_PRESS:
      return "press";
    case GDK_BUTTON_RELEASE:
      return "release";
    default:
      return NULL;
    }
}

/* X servers count the milliseconds of the monotonic clock, in 32 bits. */
static gint64
server_time (GdkEvent *event, gint64 now)
{
  guint32 late_ms = (guint32)(now / 1000) - gdk_event_get_time (event);

  return now - (gint64)late_ms * 1000;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event)
{
  const char *name = name_event (event);
  gint64 now = g_get_monotonic_time ();

  if (name != NULL)
    {
      fprintf (frame_file,
               "input %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", name,
               server_time (event, now), now, cpu_us ());
      fflush (frame_file);
    }
  return GDK_EVENT_PROPAGATE;
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (after_paint_cb), window, G_CONNECT_AFTER);
}

static void
window_added_cb (GtkApplication *app, GtkWidget *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), NULL);
  gtk_widget_add_controller (window, events);
  g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
}

void
sl_frame_log_start (GtkApplication *app)
{
  const char *path = g_getenv ("SIGHTLINE_FRAMES");

  frame_file = path != NULL ? fopen (path, "we") : NULL;
  if (frame_file == NULL)
    return;
  frame_before = g_get_monotonic_time ();
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  g_signal_connect (app, "window-added", G_CALLBACK (window_added_cb), NULL);
}
