/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A GtkBox asks each child how wide it is at its height. Text that wraps tries a dozen widths to
 * tell, in each row and whenever rows are placed, which a list of hundreds makes felt. Here heights
 * follow from widths, never the other way. */

#include "config.h"

#include "widgets/sl-line-layout.h"

struct _SlLineLayout
{
  GtkLayoutManager parent_instance;
  int spacing; /* px */
};

G_DEFINE_FINAL_TYPE (SlLineLayout, sl_line_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_line (SlLineLayout *self, GtkWidget *line, int *minimum, int *natural)
{
  int gap = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wish;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      *minimum += gap + least;
      *natural += gap + wish;
      gap = self->spacing;
    }
}

/* How wide @child is where the line has @spare pixels beside what all wish, negative: lacks them.
 */
static int
width_of (GtkWidget *child, int spare)
{
  int least, wish;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
  return gtk_widget_get_hexpand (child) ? MAX (least, wish + spare) : wish;
}

static GtkSizeRequestMode
sl_line_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *line)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_line_layout_measure (GtkLayoutManager *layout, GtkWidget *line, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  int least, wish;

  measure_line (SL_LINE_LAYOUT (layout), line, &least, &wish);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wish;
      return;
    }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const int width = width_of (child, for_size >= 0 ? for_size - wish : 0);
      int lowest, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &lowest, &height, NULL, NULL);
      *minimum = MAX (*minimum, lowest);
      *natural = MAX (*natural, height);
    }
}

static void
sl_line_layout_allocate (GtkLayoutManager *layout, GtkWidget *line, int width, int height,
                         int baseline)
{
  SlLineLayout *self = SL_LINE_LAYOUT (layout);
  const gboolean rtl = gtk_widget_get_direction (line) == GTK_TEXT_DIR_RTL;
  int least, wish, x = 0;

  measure_line (self, line, &least, &wish);
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const int own = width_of (child, width - wish);

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation){ rtl ? width - x - own : x, 0, own, height }, -1);
      x += own + self->spacing;
    }
}

static void
sl_line_layout_class_init (SlLineLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = sl_line_layout_get_request_mode;
  layout_class->measure = sl_line_layout_measure;
  layout_class->allocate = sl_line_layout_allocate;
}

static void
sl_line_layout_init (SlLineLayout *self)
{
}

GtkLayoutManager *
sl_line_layout_new (int spacing)
{
  SlLineLayout *self = g_object_new (SL_TYPE_LINE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
