/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions in words, and the fixes after which parties may say something else. */

#include "config.h"

#include "analysis/rules/sl-rules-conflict.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A target that is made easier moves by this share of the way from where it began. */
#define EASIER 0.1

char *
sl_position_text (SlStance stance)
{
  const SlField *field = &sl_kind (SL_KIND_POSITION)->fields[SL_POSITION_SOURCE];
  const SlEnumValue *source = sl_field_enum_by_code (field, stance.source);
  const char *sign = stance.value < 0.0 ? "−" : stance.value > 0.0 ? "+" : "";

  /* Translators: sign and number of a position, how we know it: "−3, in writing". */
  return g_strdup_printf (_ ("%s%d, %s"), sign, (int)fabs (stance.value),
                          source != NULL ? _ (source->nick) : "");
}

void
sl_position_add_evidence (SlFinding *finding, const SlFacts *facts, guint party, guint goal)
{
  SlStance stance = sl_facts_stance (facts, party, goal);

  sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, facts->parties[party].id)),
                           sl_position_text (stance), stance.value, NULL, facts->goals[goal].id);
}

static void
step_positions (GVariantBuilder *steps, const SlFacts *facts, guint goal, const guint *parties,
                guint n, int value)
{
  for (guint i = 0; i < n; i++)
    sl_remedy_add_step (steps, "position.set", "(xxxs)", facts->parties[parties[i]].id,
                        facts->goals[goal].id, (gint64)value, "said");
}

/* A KPI of the goal that has a way to its target, or SL_ID_NONE. */
static SlId
find_target (const SlFacts *facts, guint goal, double *easier)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);

  for (guint row = 0; row < sl_table_n_rows (table) && facts->goals[goal].n_kpis > 0; row++)
    {
      double target = sl_table_real (table, row, SL_KPI_TARGET);
      double baseline = sl_table_real (table, row, SL_KPI_BASELINE);

      if (sl_table_ref (table, row, SL_KPI_GOAL) != facts->goals[goal].id || isnan (target)
          || isnan (baseline) || target == baseline)
        continue;
      *easier = target - (target - baseline) * EASIER;
      return sl_table_id (table, row);
    }
  return SL_ID_NONE;
}

static void
add_later (SlFinding *finding, const SlFacts *facts, guint goal, const guint *parties, guint n,
           int value)
{
  GVariantBuilder steps;

  if (!sl_conflict_may_move (facts, goal))
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_remedy_add_step (
      &steps, "item.shift", "(@axi)",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &facts->goals[goal].id, 1, sizeof (SlId)),
      SL_CONFLICT_MORE_DAYS);
  step_positions (&steps, facts, goal, parties, n, value);
  sl_finding_add_remedy (
      finding,
      /* Translators: a number of days. */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Agreed for %d day more: move the date",
                                    "Agreed for %d days more: move the date",
                                    SL_CONFLICT_MORE_DAYS),
                       SL_CONFLICT_MORE_DAYS),
      g_variant_builder_end (&steps), facts->goals[goal].id);
}

static void
add_easier (SlFinding *finding, const SlFacts *facts, guint goal, const guint *parties, guint n,
            int value)
{
  double target = NAN;
  SlId kpi = find_target (facts, goal, &target);
  g_autofree char *number = sl_format_number (target, 2);
  GVariantBuilder steps;

  if (kpi == SL_ID_NONE)
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_remedy_add_step (&steps, "record.set", "(xsv)", kpi, "target", g_variant_new_double (target));
  step_positions (&steps, facts, goal, parties, n, value);
  sl_finding_add_remedy (finding,
                         /* Translators: a KPI, its new target. */
                         g_strdup_printf (_ ("Agreed for less: set the target of “%s” to %s"),
                                          sl_facts_title (facts, kpi), number),
                         g_variant_builder_end (&steps), kpi);
}

void
sl_position_add_fixes (SlFinding *finding, const SlFacts *facts, guint goal, const guint *parties,
                       guint n, int value)
{
  const char *who = sl_facts_title (facts, facts->parties[parties[0]].id);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  step_positions (&steps, facts, goal, parties, n, value);
  sl_finding_add_remedy (
      finding,
      value > 0 ? /* Translators: a party. */
          g_strdup_printf (_ ("Talked: %s is in favor now (+1, said)"), who)
                : n > 1 ? g_strdup (_ ("Talked: none of them objects any more (0, said)"))
                        : /* Translators: a party. */
                      g_strdup_printf (_ ("Talked: %s no longer objects (0, said)"), who),
      g_variant_builder_end (&steps), facts->goals[goal].id);
  add_later (finding, facts, goal, parties, n, value);
  add_easier (finding, facts, goal, parties, n, value);
}
