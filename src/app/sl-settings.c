/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preferences as charts and paper need them. Where nothing is chosen, the region decides. */

#include "config.h"

#include "sl-settings.h"

#include <gtk/gtk.h>
#include <langinfo.h>
#include <locale.h>

#include "sl-application.h"
#include "sl-chart.h"
#include "sl-palette.h"
#include "sl-screen-palette.h"

#define MONDAY 1
#define SATURDAY 6
#define SUNDAY 7

/* As in the schema. */
typedef enum
{
  WEEK_OF_REGION,
  WEEK_MONDAY,
  WEEK_SATURDAY,
  WEEK_SUNDAY,
} WeekStart;

GSettings *
sl_settings_get (void)
{
  GApplication *app = g_application_get_default ();

  return SL_IS_APPLICATION (app) ? sl_application_get_settings (SL_APPLICATION (app)) : NULL;
}

/* The C locale is no region: weeks begin as ISO 8601 has them. */
static int
weekday_of_region (void)
{
#ifdef __GLIBC__
  const char *locale = setlocale (LC_TIME, NULL);
  /* A day that counts as the first: 19971130, a Sunday, or 19971201, a Monday. */
  const guint base = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  const int nth = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  if (locale != NULL && locale[0] != 'C' && nth >= 1 && nth <= 7)
    return base == 19971130 ? (nth + 5) % 7 + 1 : nth;
#endif
  return MONDAY;
}

static int
get_first_weekday (GSettings *settings)
{
  switch ((WeekStart)g_settings_get_enum (settings, "week-start"))
    {
    case WEEK_MONDAY:
      return MONDAY;
    case WEEK_SATURDAY:
      return SATURDAY;
    case WEEK_SUNDAY:
      return SUNDAY;
    case WEEK_OF_REGION:
    default:
      return weekday_of_region ();
    }
}

static void
apply (GSettings *settings)
{
  sl_chart_set_first_weekday (get_first_weekday (settings));
  sl_palette_set_safe (g_settings_get_boolean (settings, "safe-colors"));
  sl_screen_palette_update ();
}

void
sl_settings_follow (GSettings *settings)
{
  apply (settings);
  g_signal_connect (settings, "changed", G_CALLBACK (apply), NULL);
}

SlPaper
sl_settings_get_paper (void)
{
  GSettings *settings = sl_settings_get ();
  g_autoptr (GVariant) chosen
      = settings != NULL ? g_settings_get_user_value (settings, "paper") : NULL;

  if (chosen != NULL)
    return (SlPaper)g_settings_get_enum (settings, "paper");
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? SL_PAPER_LETTER
                                                                            : SL_PAPER_A4;
}

double
sl_settings_get_minimum_type (void)
{
  GSettings *settings = sl_settings_get ();

  return settings != NULL ? g_settings_get_double (settings, "minimum-type") : SL_PAPER_MIN_PT;
}
