/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-08: a hand-off between two parties has two dates: the giving side delivers later than the
 * receiving side needs it, or plans it later than it promised. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "analysis/sl-hand-off.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

/* Whether @later is later than @earlier; not if one is not known. */
static gboolean
is_later (gint64 later, gint64 earlier)
{
  return later != SL_INT_NULL && earlier != SL_INT_NULL && later > earlier;
}

static char *
describe (const SlFacts *facts, const SlHandOver *hand, const SlHandOff *dates)
{
  g_autofree char *before = sl_rule_name (facts, hand->before, hand->giver);
  g_autofree char *first = sl_day_to_text (sl_hand_off_given (dates));
  g_autofree char *second = NULL;

  if (is_later (sl_hand_off_given (dates), dates->needed))
    {
      second = sl_day_to_text (dates->needed);
      /* Translators: what is handed over with its party, a date, who waits, a date. */
      return g_strdup_printf (_ ("%s comes on %s, but %s needs it by %s: whoever waits will stand "
                                 "still; agree on one date."),
                              before, first, sl_people_name (facts, hand->taker), second);
    }
  second = sl_day_to_text (dates->planned);
  /* Translators: what is handed over with its party, a date, who waits, a date. */
  return g_strdup_printf (_ ("%s is promised to %s for %s, but planned for %s: two dates for one "
                             "hand-off; agree on one."),
                          before, sl_people_name (facts, hand->taker), first, second);
}

static void
add_evidence (SlFinding *finding, const SlHandOver *hand, const SlHandOff *dates)
{
  if (dates->planned != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Planned for")), dates->planned, hand->before);
  if (dates->promised != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Promised for")), dates->promised, hand->id);
  if (dates->needed != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Needed by")), dates->needed, hand->id);
  sl_finding_add_days (finding, g_strdup (_ ("Apart by")), finding->days, hand->id);
}

/* The plan of what comes before is moved to @day as well where it ends later. */
static void
add_earlier (SlFinding *finding, const SlHandOver *hand, const SlHandOff *dates, gint64 day)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  g_autofree char *text = sl_day_to_text (day);

  if (dates->promised != SL_INT_NULL)
    sl_remedy_add_step (&steps, "record.set", "(xsv)", hand->id, "promised",
                        sl_rule_day_value (day));
  if (is_later (dates->planned, day))
    sl_remedy_add_step (
        &steps, "item.shift", "(@axi)",
        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &hand->before, 1, sizeof (SlId)),
        (gint32)(day - dates->planned));
  /* Translators: a date. */
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("It is delivered by %s"), text),
                         g_variant_builder_end (&steps), hand->before);
}

/* The receiving side waits until @day. */
static void
add_later (SlFinding *finding, const SlFacts *facts, const SlHandOver *hand, const SlHandOff *dates,
           gint64 day)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  g_autofree char *text = sl_day_to_text (day);

  if (is_later (day, dates->needed))
    sl_remedy_add_step (&steps, "record.set", "(xsv)", hand->id, "needed", sl_rule_day_value (day));
  if (is_later (day, dates->promised))
    sl_remedy_add_step (&steps, "record.set", "(xsv)", hand->id, "promised",
                        sl_rule_day_value (day));
  /* Translators: a party, a date. */
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (_ ("%s can wait until %s"), sl_people_name (facts, hand->taker), text),
      g_variant_builder_end (&steps), hand->after);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GArray *hands = sl_people_hand_overs (facts);

  for (guint i = 0; i < hands->len; i++)
    {
      const SlHandOver *hand = &g_array_index (hands, SlHandOver, i);
      SlHandOff dates;
      gboolean too_late;
      SlFinding *finding;

      sl_hand_off_read (&dates, facts->plan, hand->row);
      too_late = is_later (sl_hand_off_given (&dates), dates.needed);

      if (!too_late && !is_later (dates.planned, dates.promised))
        continue;
      finding = sl_rule_find (run, SL_RULE_HIGH, describe (facts, hand, &dates), hand->before,
                              hand->after);
      finding->days = (double)(too_late ? sl_hand_off_given (&dates) - dates.needed
                                        : dates.planned - dates.promised);
      sl_rule_add_party (finding, facts, hand->giver);
      sl_rule_add_party (finding, facts, hand->taker);
      add_evidence (finding, hand, &dates);
      add_earlier (finding, hand, &dates, too_late ? dates.needed : dates.promised);
      add_later (finding, facts, hand, &dates,
                 dates.planned == SL_INT_NULL ? sl_hand_off_given (&dates)
                                              : MAX (sl_hand_off_given (&dates), dates.planned));
    }
}

const SlRule sl_rule_com_08 = {
  .id = "COM-08",
  .title = N_ ("A hand-off has two dates"),
  .why = N_ ("Each side plans by its own date, and both find out when it is too late. Agree on one "
             "date and write it down."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_DEPENDENCY) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
