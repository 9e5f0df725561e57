/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The KPI monitor. What its computed cells say of a KPI rests on the whole plan, which is surveyed
 * once after each change, when the first of them is asked for. */

#include "config.h"

#include "views/sl-kpi-monitor.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-kpi-words.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "sl-chart.h"
#include "views/sl-kpi-bar.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-record-table.h"

/* Of so many values the course is shown. */
#define COURSE_VALUES 8

struct _SlKpiMonitor
{
  GtkWidget parent_instance;
  SlRecordTable *table;
  SlKpiBar *bar;
  SlSession *session;
  SlKpiSurvey *survey; /* of the plan as it is now; NULL: nobody asked since the last change */
};

G_DEFINE_FINAL_TYPE (SlKpiMonitor, sl_kpi_monitor, GTK_TYPE_WIDGET)

static SlKpiWatch *
watch_of (SlKpiMonitor *self, const SlSnapshot *plan, SlId kpi)
{
  /* Cells may be asked for before the change is heard of here. */
  if (self->survey != NULL
      && (sl_kpi_survey_get_today (self->survey) != sl_day_today ()
          || sl_kpi_survey_get_plan (self->survey) != plan))
    g_clear_pointer (&self->survey, sl_kpi_survey_free);
  if (self->survey == NULL)
    self->survey = sl_kpi_survey_new (plan, sl_day_today ());
  return sl_kpi_survey_watch (self->survey, plan, kpi);
}

/* "42 (3 Nov)", with a mark where that is too long ago. */
static char *
say_last (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;

  if (watch == NULL || watch->n == 0)
    return NULL;
  number = sl_format_number (watch->values[watch->n - 1], 2);
  day = sl_day_to_short_text ((gint64)watch->days[watch->n - 1], sl_day_today ());
  if (watch->stale)
    /* Translators: a measured value and its day, which is long ago: “42 (3 Nov), still true?” */
    return g_strdup_printf (_ ("%s (%s), still true?"), number, day);
  /* Translators: a measured value and its day: “42 (3 Nov)” */
  return g_strdup_printf (_ ("%s (%s)"), number, day);
}

/* "▁▃▂▆█ rising": the last values between the lowest and the highest of them. In letters, so that
 * it is as large and as dark as the other cells; the word is for those who do not see it. */
static char *
say_course (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);
  g_autoptr (GString) line = g_string_new (NULL);
  const guint n = watch != NULL ? MIN (watch->n, COURSE_VALUES) : 0;
  const double *values = n > 0 ? watch->values + watch->n - n : NULL;
  double low = INFINITY;
  double high = -INFINITY;

  if (n < 2)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      low = MIN (low, values[i]);
      high = MAX (high, values[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      const double share = high > low ? (values[i] - low) / (high - low) : 0.5;

      g_string_append (line, blocks[(guint)floor (share * (G_N_ELEMENTS (blocks) - 1) + 0.5)]);
    }
  return g_strdup_printf ("%s %s", line->str,
                          values[n - 1] > values[0]   ? _ ("rising")
                          : values[n - 1] < values[0] ? _ ("falling")
                                                      : _ ("level"));
}

/* "behind, 40 % of 70 %": the state, how far it is and how far it should be. What is to stay in a
 * range has no way to go: whether it does is said instead. */
static char *
say_pace (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);
  g_autofree char *is = NULL;
  g_autofree char *should = NULL;

  if (watch != NULL && watch->band != SL_KPI_BAND_NONE)
    return sl_kpi_band_text (watch);
  if (watch == NULL || isnan (watch->score))
    return NULL;
  is = sl_format_percent (watch->score, 0);
  if (isnan (watch->pace.expected))
    /* Translators: a state, how far something is: “on track, 40 %” */
    return g_strdup_printf (_ ("%s, %s"), sl_state_words ((SlState)watch->state), is);
  should = sl_format_percent (watch->pace.expected, 0);
  /* Translators: a state, how far something is, how far it should be: “behind, 40 % of 70 %” */
  return g_strdup_printf (_ ("%s, %s of %s"), sl_state_words ((SlState)watch->state), is, should);
}

static char *
say_parts (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);

  return watch != NULL ? g_strdup (sl_kpi_contrast_text (watch->contrast)) : NULL;
}

static char *
say_why (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);

  return watch != NULL ? g_strdup (sl_kpi_contrast_why (watch->contrast)) : NULL;
}

/* What contradicts its parts first. */
static int
compare_parts (gconstpointer a, gconstpointer b, gpointer data)
{
  SlKpiMonitor *self = data;
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autoptr (SlKpiWatch) x = watch_of (self, plan, sl_record_get_id ((SlRecord *)a));
  g_autoptr (SlKpiWatch) y = watch_of (self, plan, sl_record_get_id ((SlRecord *)b));
  static const int ranks[] = { 2, 0, 1 };

  if (x == NULL || y == NULL)
    return (x == NULL) - (y == NULL);
  return ranks[x->contrast] - ranks[y->contrast];
}

static char *
say_forecast (const SlSnapshot *plan, SlId kpi, gpointer data)
{
  g_autoptr (SlKpiWatch) watch = watch_of (data, plan, kpi);

  if (watch == NULL || watch->n < 2 || isnan (watch->target))
    return NULL;
  if (watch->score >= 1.0)
    return g_strdup (_ ("reached"));
  if (isnan (watch->forecast) || watch->forecast > SL_DAY_MAX)
    return g_strdup (_ ("not at this pace"));
  return sl_day_to_text ((gint64)ceil (watch->forecast));
}

static void
measured_cb (SlKpiBar *bar, gint64 kpi, SlKpiMonitor *self)
{
  SlId next = sl_record_table_get_next (self->table, kpi);

  if (next != SL_ID_NONE)
    sl_session_select (self->session, next);
  sl_kpi_bar_focus (bar);
}

/* V goes to the field for the value of today. */
static gboolean
value_cb (GtkWidget *widget, GVariant *param, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  sl_kpi_bar_focus (SL_KPI_MONITOR (widget)->bar);
  return GDK_EVENT_STOP;
}

void
sl_kpi_monitor_focus (SlKpiMonitor *self)
{
  g_return_if_fail (SL_IS_KPI_MONITOR (self));
  sl_record_table_focus (self->table);
}

void
sl_kpi_monitor_add (SlKpiMonitor *self)
{
  g_return_if_fail (SL_IS_KPI_MONITOR (self));
  sl_record_table_add (self->table);
}

void
sl_kpi_monitor_set_search (SlKpiMonitor *self, const char *text)
{
  g_return_if_fail (SL_IS_KPI_MONITOR (self));
  sl_record_table_set_search (self->table, text);
}

static void
forget_survey (SlKpiMonitor *self)
{
  g_clear_pointer (&self->survey, sl_kpi_survey_free);
}

static void
sl_kpi_monitor_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  forget_survey (SL_KPI_MONITOR (object));
  g_clear_object (&SL_KPI_MONITOR (object)->session);
  G_OBJECT_CLASS (sl_kpi_monitor_parent_class)->dispose (object);
}

static void
sl_kpi_monitor_class_init (SlKpiMonitorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_kpi_monitor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, 0, value_cb, NULL);
}

static void
sl_kpi_monitor_init (SlKpiMonitor *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sl_kpi_monitor_new (SlSession *session)
{
  static const char *const columns[] = { "goal", "target", "target_day", NULL };
  static const SlRecordTableSpec spec = { .kind = SL_KIND_KPI, .columns = columns };
  SlKpiMonitor *self = g_object_new (SL_TYPE_KPI_MONITOR, NULL);
  GtkWidget *table;

  self->session = g_object_ref (session);
  /* Before the table, which asks when it hears of the change. */
  g_signal_connect_object (session, "changed", G_CALLBACK (forget_survey), self, G_CONNECT_SWAPPED);
  table = sl_record_table_new (session, &spec);
  self->table = SL_RECORD_TABLE (table);
  sl_record_table_add_text_column (self->table, _ ("Last Value"), 18, TRUE, say_last, NULL, self);
  sl_record_table_add_text_column (self->table, _ ("Course"), 16, FALSE, say_course, NULL, self);
  sl_record_table_add_text_column (self->table, _ ("Pace"), 22, FALSE, say_pace, NULL, self);
  sl_record_table_add_text_column (self->table, _ ("Against Parts"), 16, FALSE, say_parts,
                                   compare_parts, self);
  sl_record_table_set_last_tip (self->table, say_why);
  sl_record_table_add_text_column (self->table, _ ("Forecast"), 14, FALSE, say_forecast, NULL,
                                   self);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_widget_set_parent (table, GTK_WIDGET (self));
  sl_record_menu_attach_table (session, GTK_WIDGET (self), NULL, self->table);
  self->bar = SL_KPI_BAR (sl_kpi_bar_new (session));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  g_signal_connect_object (self->bar, "measured", G_CALLBACK (measured_cb), self, 0);
  return GTK_WIDGET (self);
}
