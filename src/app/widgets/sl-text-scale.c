/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The size of text comes from the user's font and from the dots per inch of text; both can change
 * while the program runs. */

#include "config.h"

#include "widgets/sl-text-scale.h"

/* Text of 11 points at 96 dots per inch: what the lengths of the interface are meant for. */
#define USUAL_PX (11.0 * 96.0 / 72.0)

static double
text_px (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72.0;
}

int
sl_text_scale_px (GtkWidget *widget, int px)
{
  double scale = text_px (widget) / USUAL_PX;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), px);
  return (int)(px * MAX (scale, 1.0));
}

void
sl_text_scale_watch (GtkWidget *widget, void (*changed) (GtkWidget *widget))
{
  GtkSettings *settings = gtk_widget_get_settings (widget);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  changed (widget);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (changed), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (changed), widget,
                           G_CONNECT_SWAPPED);
}
