/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chips, severities and faulty entries have the named colors of the theme. With the colors that all
 * eyes tell apart, those names mean what the charts are painted with. */

#include "config.h"

#include "sl-screen-palette.h"

#include <adwaita.h>

static GtkCssProvider *provider;

SlPalette
sl_screen_palette_get (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? SL_PALETTE_DARK_HC : SL_PALETTE_LIGHT_HC;
  return adw_style_manager_get_dark (style) ? SL_PALETTE_DARK : SL_PALETTE_LIGHT;
}

/* The color of words and, under white words, that of an area. */
static void
append_color (GString *css, const char *name, SlStyle style)
{
  g_string_append_printf (css, "@define-color %s_color #%06x;\n@define-color %s_bg_color #%06x;\n",
                          name, sl_palette_paint (sl_screen_palette_get (), style)->stroke >> 8,
                          name, sl_palette_paint (SL_PALETTE_LIGHT, style)->stroke >> 8);
}

void
sl_screen_palette_update (void)
{
  g_autoptr (GString) css = g_string_new (NULL);

  if (provider == NULL)
    return;
  if (sl_palette_is_safe ())
    {
      append_color (css, "success", SL_STYLE_GOOD);
      append_color (css, "error", SL_STYLE_BAD);
    }
  gtk_css_provider_load_from_data (provider, css->str, (gssize)css->len);
}

void
sl_screen_palette_install (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_if_fail (provider == NULL);
  provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (style, "notify::dark", G_CALLBACK (sl_screen_palette_update), NULL);
  g_signal_connect (style, "notify::high-contrast", G_CALLBACK (sl_screen_palette_update), NULL);
  sl_screen_palette_update ();
}
