/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-09: a party said a shared goal in its own words before the goal changed. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlNews *news, gint64 said)
{
  g_autofree char *goal = sl_rule_title (facts, facts->goals[news->goal].id);
  g_autofree char *then = sl_day_to_text (said);
  g_autofree char *changed = sl_day_to_text (news->changed);

  /* Translators: a party, a goal, two dates. */
  return g_strdup_printf (_ ("%s put “%s” into its own words on %s, before the change of %s: ask "
                             "whether it still sees the goal like that."),
                          sl_people_name (facts, news->party), goal, then, changed);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlNews *news)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  sl_finding_add_remedy (finding, g_strdup (_ ("It was asked, and its words still hold")),
                         sl_remedy_set (news->id, "wording_day", sl_rule_day_value (facts->today)),
                         news->id);
  sl_remedy_add_step (&steps, "record.set", "(xsv)", news->id, "wording",
                      g_variant_new_string (sl_facts_title (facts, facts->goals[news->goal].id)));
  sl_remedy_add_step (&steps, "record.set", "(xsv)", news->id, "wording_day",
                      sl_rule_day_value (facts->today));
  sl_finding_add_remedy (finding, g_strdup (_ ("It was asked, and says the goal as we do")),
                         g_variant_builder_end (&steps), news->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  const GArray *all = sl_people_news (facts);

  for (guint i = 0; i < all->len; i++)
    {
      const SlNews *news = &g_array_index (all, SlNews, i);
      const char *words = sl_table_text (table, news->row, SL_ACKNOWLEDGEMENT_WORDING);
      gint64 said = sl_table_int (table, news->row, SL_ACKNOWLEDGEMENT_WORDING_DAY);
      SlFinding *finding;

      if (words == NULL || said == SL_INT_NULL || news->changed == SL_INT_NULL
          || said >= news->changed || sl_facts_shared_above (facts, news->goal) != news->goal)
        continue;
      finding = sl_rule_find (run, 0.0, describe (facts, news, said), facts->goals[news->goal].id,
                              facts->parties[news->party].id);
      sl_finding_add_party (finding, facts->parties[news->party].id);
      sl_finding_add_evidence (finding, g_strdup (_ ("Its words")), g_strdup (words), NAN, NULL,
                               news->id);
      sl_finding_add_date (finding, g_strdup (_ ("Said on")), said, news->id);
      sl_finding_add_date (finding, g_strdup (_ ("Changed")), news->changed, news->id);
      add_remedies (finding, facts, news);
    }
}

const SlRule sl_rule_com_09 = {
  .id = "COM-09",
  .title = N_ ("Words of a party are outdated"),
  .why = N_ ("How a party says a goal shows how it understands it. Ask again after each change."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_ACKNOWLEDGEMENT) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
