/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What waits is kept in a list at the widget, in the order in which it was asked for. */

#include "config.h"

#include "widgets/sl-when-seen.h"

#define KEY "sl-when-seen"

typedef void (*Update) (GtkWidget *widget);

static void
map_cb (GtkWidget *widget, GArray *waiting)
{
  g_autoptr (GArray) now = g_array_copy (waiting);

  g_array_set_size (waiting, 0);
  for (guint i = 0; i < now->len; i++)
    g_array_index (now, Update, i) (widget);
}

/* (transfer none) */
static GArray *
waiting_of (GtkWidget *widget)
{
  GArray *waiting = g_object_get_data (G_OBJECT (widget), KEY);

  if (waiting == NULL)
    {
      waiting = g_array_new (FALSE, FALSE, sizeof (Update));
      g_object_set_data_full (G_OBJECT (widget), KEY, waiting, (GDestroyNotify)g_array_unref);
      g_signal_connect (widget, "map", G_CALLBACK (map_cb), waiting);
    }
  return waiting;
}

void
sl_when_seen (GtkWidget *widget, void (*update) (GtkWidget *widget))
{
  GArray *waiting;

  g_return_if_fail (GTK_IS_WIDGET (widget) && update != NULL);
  if (gtk_widget_get_mapped (widget))
    {
      update (widget);
      return;
    }
  waiting = waiting_of (widget);
  for (guint i = 0; i < waiting->len; i++)
    if (g_array_index (waiting, Update, i) == update)
      return;
  g_array_append_val (waiting, update);
}
