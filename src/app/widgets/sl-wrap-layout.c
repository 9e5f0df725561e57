/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wrapping layout. GtkFlowBox would put the children into columns of one width and make each a
 * stop of its own for the keyboard. */

#include "config.h"

#include "widgets/sl-wrap-layout.h"

#define SPACING 6

struct _SlWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SlWrapLayout, sl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Width and height that @child gets where there is room for @width. */
static void
measure_child (GtkWidget *child, int width, int *child_width, int *child_height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, child_width, NULL, NULL);
  *child_width = MAX (least, MIN (*child_width, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

static void
place_child (GtkWidget *widget, GtkWidget *child, const GtkAllocation *place, int width)
{
  GtkAllocation allocation = *place;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = width - place->x - place->width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* Fills lines of @width; places the children if @place. Returns: the height */
static int
flow (GtkWidget *widget, int width, gboolean place)
{
  GtkAllocation here = { 0 };
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &here.width, &here.height);
      if (here.x > 0 && here.x + here.width > width)
        {
          here.x = 0;
          here.y += line + SPACING;
          line = 0;
        }
      if (place)
        place_child (widget, child, &here, width);
      here.x += here.width + SPACING;
      line = MAX (line, here.height);
    }
  return here.y + line;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? SPACING : 0);
    }
}

static void
sl_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = flow (widget, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
}

static void
sl_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  flow (widget, width, TRUE);
}

static GtkSizeRequestMode
sl_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_wrap_layout_class_init (SlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = sl_wrap_layout_measure;
  layout_class->allocate = sl_wrap_layout_allocate;
  layout_class->get_request_mode = sl_wrap_layout_get_request_mode;
}

static void
sl_wrap_layout_init (SlWrapLayout *self)
{
}
