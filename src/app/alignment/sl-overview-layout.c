/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scrolled window does not know how high its words are in a given width: a box would leave a gap
 * below them. Here the width is known first. */

#include "config.h"

#include "alignment/sl-overview-layout.h"

/* What the list keeps, however large the letters are. */
#define LIST_SHARE 0.48

static GtkSizeRequestMode
request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure (GtkWidget *box, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;
      int wish = 0;

      gtk_widget_measure (child, orientation, -1, &least, &wish, NULL, NULL);
      *minimum
          = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, least) : *minimum + least;
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*natural, wish) : *natural + wish;
    }
}

/* The least height of @child in @width. */
static int
height_of (GtkWidget *child, int width)
{
  int least_width = 0;
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &height, NULL,
                      NULL, NULL);
  return height;
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  GtkWidget *summary = gtk_widget_get_first_child (box);
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (summary));
  int top = 0;

  for (GtkWidget *child = summary; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = height_of (child, width);
      int room = least;

      if (child == summary)
        room = MAX (least, MIN (height_of (content, width), (int)(height * (1 - LIST_SHARE))));
      else if (gtk_widget_get_next_sibling (child) == NULL)
        room = MAX (least, height - top);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, top, width, room }, -1);
      top += room;
    }
}

void
sl_overview_layout_attach (GtkWidget *box)
{
  g_return_if_fail (GTK_IS_WIDGET (box));
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (request_mode, measure, allocate));
}
