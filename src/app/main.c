/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Start of the graphical program: locale, translations, then the application object. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "sl-application.h"
#include "sl-stall-log.h"

/* Catalogues beside the build, for looking at layouts before there are translations. */
static const char *
locale_folder (void)
{
  const char *folder = g_getenv ("SIGHTLINE_LOCALEDIR");

  return folder != NULL ? folder : SL_LOCALEDIR;
}

int
main (int argc, char *argv[])
{
  g_autoptr (SlApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Charts are drawn with cairo; opening a GL display would cost every start 50 ms and more. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DISABLE", "gl", FALSE);
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);

  sl_stall_log_start ();
  app = sl_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
