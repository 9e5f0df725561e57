/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of a colour: the palette's colours and "automatic". */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "sl-palette.h"

#define N_SWATCHES 10

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint color = GPOINTER_TO_UINT (data);

  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, ((color >> 16) & 0xff) / 255.0, ((color >> 8) & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
  cairo_fill (cr);
}

static GtkWidget *
swatch_new (guint color)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", 24, "content-height", 24,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, GUINT_TO_POINTER (color),
                                  NULL);
  return area;
}

static void
choose (GtkWidget *button, gint64 color)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  SlFieldRow *info = sl_field_row_get_info (row);
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (color != SL_INT_NULL)
    value = sl_value_int (color);
  gtk_popover_popdown (GTK_POPOVER (popover));
  sl_field_row_set_value (info, &value);
}

static void
swatch_clicked_cb (GtkWidget *button, gpointer data)
{
  choose (button, GPOINTER_TO_UINT (data));
}

static void
automatic_clicked_cb (GtkWidget *button, gpointer data)
{
  choose (button, SL_INT_NULL);
}

static GtkWidget *
make_popover (void)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *automatic = gtk_button_new_with_label (_ ("Automatic"));

  for (guint i = 0; i < N_SWATCHES; i++)
    {
      guint color = (guint)sl_palette_party (i);
      GtkWidget *button = gtk_button_new ();
      /* Translators: accessible name of a color button; %u counts them */
      g_autofree char *name = g_strdup_printf (_ ("Color %u"), i + 1);

      gtk_button_set_child (GTK_BUTTON (button), swatch_new (color));
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect (button, "clicked", G_CALLBACK (swatch_clicked_cb),
                        GUINT_TO_POINTER (color));
      gtk_grid_attach (GTK_GRID (grid), button, (int)i % 5, (int)i / 5, 1, 1);
    }
  g_signal_connect (automatic, "clicked", G_CALLBACK (automatic_clicked_cb), NULL);
  gtk_grid_attach (GTK_GRID (grid), automatic, 0, 2, 5, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static void
refresh_color (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_auto (SlValue) value = sl_field_row_get_value (info);

  if (value.type == SL_VALUE_INT)
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), swatch_new ((guint)value.i));
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Automatic"));
}

GtkWidget *
sl_field_row_color_new (SlFieldRow *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *inner = gtk_widget_get_first_child (button);

  info->refresh = refresh_color;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (info->spec->nick));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover ());
  /* A swatch alone says nothing. */
  gtk_widget_set_tooltip_text (inner, _ (info->spec->nick));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->spec->nick), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}
