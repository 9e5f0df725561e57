/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the goals of a signed alliance with their agreed baselines. The rules of drift judge
 * what is undecided; here everything is listed that differs. */

#include "config.h"

#include "analysis/sl-charter-moves.h"

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const SlFacts *facts;
  const SlTable *goals;
  const SlTable *baselines;
  SlAgreed *agreed;
  GArray *moves;
} Moves;

static void
clear_move (gpointer data)
{
  SlCharterMove *move = data;

  g_free (move->what);
  g_free (move->then);
  g_free (move->now);
}

/* @then, @now: (transfer full) */
static void
add (Moves *self, SlId record, guint goal, const char *what, char *then, char *now,
     gboolean decided)
{
  const SlCharterMove move = { record, goal, g_strdup (what), then, now, decided };

  g_array_append_val (self->moves, move);
}

static char *
say_day (gint64 day)
{
  return day == SL_INT_NULL ? g_strdup (_ ("no day")) : sl_day_to_text (day);
}

static gboolean
is_decided (const Moves *self, SlId record, SlAgreedAspect aspect, guint row)
{
  return sl_agreed_is_decided (self->agreed, record, aspect, sl_agreed_day (self->agreed, row));
}

static void
compare_days (Moves *self, const SlFactGoal *goal, guint index, guint row)
{
  static const struct
  {
    guint baseline;
    guint goal;
    SlAgreedAspect aspect;
  } fields[] = { { SL_BASELINE_START, SL_GOAL_START, SL_AGREED_START },
                 { SL_BASELINE_DUE, SL_GOAL_DUE, SL_AGREED_DUE } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const gint64 then = sl_table_int (self->baselines, row, fields[i].baseline);
      const gint64 now = sl_table_int (self->goals, goal->row, fields[i].goal);

      if (then != now)
        add (self, goal->id, index, _ (sl_kind (SL_KIND_GOAL)->fields[fields[i].goal].nick),
             say_day (then), say_day (now), is_decided (self, goal->id, fields[i].aspect, row));
    }
}

static void
compare_weight (Moves *self, const SlFactGoal *goal, guint index, guint row)
{
  const double then = sl_table_real (self->baselines, row, SL_BASELINE_WEIGHT);

  if (isnan (then) || !goal->active || fabs (goal->weight - then) < SL_AGREED_WEIGHT_STEP)
    return;
  add (self, goal->id, index, _ ("Weight"), sl_format_percent (then, 0),
       sl_format_percent (goal->weight, 0), is_decided (self, goal->id, SL_AGREED_WEIGHT, row));
}

static void
compare_goal (Moves *self, const SlFactGoal *goal, guint index, guint row)
{
  const char *wording = sl_table_text (self->baselines, row, SL_BASELINE_WORDING);
  const char *title = sl_facts_title (self->facts, goal->id);

  if (wording != NULL && strcmp (wording, title) != 0)
    add (self, goal->id, index, _ ("Wording"), g_strdup (wording), g_strdup (title),
         is_decided (self, goal->id, SL_AGREED_WORDING, row));
  if (!goal->active && goal->status != SL_GOAL_DONE)
    add (self, goal->id, index, _ ("Status"), g_strdup (_ ("agreed")),
         g_strdup (_ ("no longer pursued")), is_decided (self, goal->id, SL_AGREED_STATUS, row));
  compare_days (self, goal, index, row);
  compare_weight (self, goal, index, row);
}

static char *
say_target (double target, const char *unit)
{
  g_autofree char *number = isnan (target) ? NULL : sl_format_number (target, 2);

  if (number == NULL)
    return g_strdup (_ ("no target"));
  return g_strjoin (unit != NULL && *unit != '\0' ? " " : "", number, unit != NULL ? unit : "",
                    NULL);
}

static void
compare_kpis (Moves *self, const SlFactGoal *goal, guint index)
{
  const SlTable *kpis = sl_snapshot_table (self->facts->plan, SL_KIND_KPI);

  for (guint row = 0; goal->n_kpis > 0 && row < sl_table_n_rows (kpis); row++)
    {
      const SlId kpi = sl_table_id (kpis, row);
      const char *unit = sl_table_text (kpis, row, SL_KPI_UNIT);
      const double now = sl_table_real (kpis, row, SL_KPI_TARGET);
      double then;
      guint baseline;

      if (sl_table_ref (kpis, row, SL_KPI_GOAL) != goal->id
          || !sl_agreed_find (self->agreed, kpi, &baseline))
        continue;
      then = sl_table_real (self->baselines, baseline, SL_BASELINE_TARGET);
      if (then == now || (isnan (then) && isnan (now)))
        continue;
      add (self, kpi, index, sl_facts_title (self->facts, kpi), say_target (then, unit),
           say_target (now, unit),
           is_decided (self, kpi, SL_AGREED_TARGET, baseline)
               || is_decided (self, goal->id, SL_AGREED_TARGET, baseline));
    }
}

GArray *
sl_charter_moves (const SlFacts *facts, SlId alliance)
{
  const SlTable *alliances = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  Moves self = { facts, sl_snapshot_table (facts->plan, SL_KIND_GOAL),
                 sl_snapshot_table (facts->plan, SL_KIND_BASELINE), agreed,
                 g_array_new (FALSE, FALSE, sizeof (SlCharterMove)) };
  guint row;

  g_array_set_clear_func (self.moves, clear_move);
  if (!sl_table_find (alliances, alliance, &row)
      || !sl_table_is_set (alliances, row, SL_ALLIANCE_SIGNED))
    return self.moves;
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (sl_table_ref (self.goals, goal->row, SL_GOAL_ALLIANCE) != alliance)
        continue;
      if (sl_agreed_find (agreed, goal->id, &row))
        compare_goal (&self, goal, i, row);
      else if (goal->active)
        add (&self, goal->id, i, _ ("New goal"), g_strdup (_ ("not agreed")),
             g_strdup (sl_facts_title (facts, goal->id)), FALSE);
      compare_kpis (&self, goal, i);
    }
  return self.moves;
}
