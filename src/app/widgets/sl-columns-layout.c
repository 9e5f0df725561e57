/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of one or two columns. */

#include "config.h"

#include "widgets/sl-columns-layout.h"

#include "widgets/sl-text-scale.h"

#define SPACING 24
/* From this width on the children stand side by side; the first takes this share. */
#define WIDE_PX 720
#define FIRST_SHARE 0.58

struct _SlColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SlColumnsLayout, sl_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Width of the child @number of two where the whole has @width. */
static int
width_of (GtkWidget *widget, guint number, int width)
{
  int first = (int)((width - SPACING) * FIRST_SHARE);

  if (width < sl_text_scale_px (widget, WIDE_PX))
    return width;
  return number == 0 ? first : width - SPACING - first;
}

/* Places the children in @width if @place. Returns: the height that they need */
static int
stack (GtkWidget *widget, int width, gboolean place)
{
  const gboolean wide = width >= sl_text_scale_px (widget, WIDE_PX);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation here = { 0 };
  guint number = 0;
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation mirrored;

      here.width = width_of (widget, number++, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, here.width, NULL, &here.height, NULL,
                          NULL);
      mirrored = here;
      if (rtl)
        mirrored.x = width - here.x - here.width;
      if (place)
        gtk_widget_size_allocate (child, &mirrored, -1);
      height = MAX (height, here.y + here.height);
      if (wide)
        here.x += here.width + SPACING;
      else
        here.y += here.height + SPACING;
    }
  return height;
}

static void
sl_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int one;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &one, NULL, NULL, NULL);
      least = MAX (least, one);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, sl_text_scale_px (widget, WIDE_PX));
    }
  else
    *minimum = *natural = stack (widget, MAX (for_size, least), FALSE);
}

static void
sl_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  stack (widget, width, TRUE);
}

static GtkSizeRequestMode
sl_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_columns_layout_class_init (SlColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = sl_columns_layout_measure;
  layout_class->allocate = sl_columns_layout_allocate;
  layout_class->get_request_mode = sl_columns_layout_get_request_mode;
}

static void
sl_columns_layout_init (SlColumnsLayout *self)
{
}
