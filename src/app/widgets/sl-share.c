/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The divider between a table and its picture. The picture comes first: in a narrow window the
 * table gives way. */

#include "config.h"

#include "widgets/sl-share.h"

#include "widgets/sl-text-scale.h"

typedef struct
{
  int size;
  double share;
  int position; /* where this was the last to put the divider */
  guint idle_id;
} Share;

static void
share_free (gpointer data)
{
  Share *share = data;

  g_clear_handle_id (&share->idle_id, g_source_remove);
  g_free (share);
}

static gboolean
place_divider_cb (gpointer data)
{
  GtkPaned *paned = data;
  Share *share = g_object_get_data (data, "sl-share");
  gboolean across
      = gtk_orientable_get_orientation (GTK_ORIENTABLE (paned)) == GTK_ORIENTATION_HORIZONTAL;
  int whole = across ? gtk_widget_get_width (data) : gtk_widget_get_height (data);
  int room = 0;

  share->idle_id = 0;
  g_object_get (paned, "max-position", &room, NULL);
  if (whole <= 0 || gtk_paned_get_position (paned) != MIN (share->position, room))
    return G_SOURCE_REMOVE;
  share->position = MIN (sl_text_scale_px (data, share->size), (int)(whole * share->share));
  gtk_paned_set_position (paned, share->position);
  return G_SOURCE_REMOVE;
}

/* The room has changed. It is told in the middle of an allocation, which may not start another. */
static void
max_position_cb (GtkPaned *paned, GParamSpec *pspec, Share *share)
{
  if (share->idle_id == 0)
    share->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_divider_cb, paned, NULL);
}

void
sl_share_attach (GtkPaned *paned, int size, double share)
{
  Share *data = g_new (Share, 1);

  g_return_if_fail (GTK_IS_PANED (paned));
  *data = (Share){ .size = size, .share = share, .position = size };
  g_object_set_data_full (G_OBJECT (paned), "sl-share", data, share_free);
  gtk_paned_set_position (paned, size);
  g_signal_connect (paned, "notify::max-position", G_CALLBACK (max_position_cb), data);
}
