/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ALL-01: an alliance without next review, escalation or agreed expectations. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What an alliance lacks, as bits. */
enum
{
  LACKS_REVIEW = 1 << 0,
  LACKS_ESCALATION = 1 << 1,
  LACKS_EXPECTATIONS = 1 << 2,
};

static const struct
{
  guint bit;
  guint field;
  const char *name;
} parts[] = {
  { LACKS_REVIEW, SL_ALLIANCE_REVIEW, N_ ("next review") },
  { LACKS_ESCALATION, SL_ALLIANCE_ESCALATION, N_ ("escalation") },
  { LACKS_EXPECTATIONS, SL_ALLIANCE_EXPECTATIONS, N_ ("agreed expectations") },
};

static guint
find_lacks (const SlFacts *facts, guint row)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  gint64 review = sl_table_int (table, row, SL_ALLIANCE_REVIEW);
  guint lacks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sl_table_is_set (table, row, parts[i].field))
      lacks |= parts[i].bit;
  /* A review that is over is none to come. */
  if (review != SL_INT_NULL && review < facts->today)
    lacks |= LACKS_REVIEW;
  return lacks;
}

static char *
describe (const SlFacts *facts, SlId alliance, guint lacks)
{
  g_autofree char *title = sl_rule_title (facts, alliance);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((lacks & parts[i].bit) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _ (parts[i].name));
  /* Translators: an alliance, what is missing: "next review, escalation". */
  return g_strdup_printf (_ ("“%s” has no %s: differences will be settled by whoever is "
                             "stronger. Write it down while all get on well."),
                          title, list->str);
}

/* Partners of an alliance, and as a draft of the expectations what they give. */
static char *
read_partners (SlFinding *finding, const SlFacts *facts, SlId alliance)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTNER);
  g_autoptr (GString) draft = g_string_new (NULL);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_PARTNER, &n);

  for (guint i = 0; i < n; i++)
    {
      SlId party;
      const char *gives;

      if (!sl_table_find (table, ids[i], &row)
          || sl_table_ref (table, row, SL_PARTNER_ALLIANCE) != alliance)
        continue;
      party = sl_table_ref (table, row, SL_PARTNER_PARTY);
      gives = sl_table_text (table, row, SL_PARTNER_GIVES);
      sl_finding_add_party (finding, party);
      if (gives != NULL)
        /* Translators: a partner, what it gives. */
        g_string_append_printf (draft, _ ("%s gives: %s\n"), sl_facts_title (facts, party), gives);
    }
  return g_string_free (g_steal_pointer (&draft), FALSE);
}

/* Everything that is missing, as a draft that the partners can change. */
static void
add_draft (SlFinding *finding, const SlFacts *facts, SlId alliance, guint row, guint lacks,
           const char *expectations)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  gint64 day = facts->today + sl_table_int (table, row, SL_ALLIANCE_REASSESS_DAYS);
  g_autofree char *text = sl_day_to_text (day);

  if ((lacks & LACKS_REVIEW) != 0)
    sl_remedy_add_step (&steps, "record.set", "(xsv)", alliance, "review", sl_rule_day_value (day));
  if ((lacks & LACKS_ESCALATION) != 0)
    sl_remedy_add_step (
        &steps, "record.set", "(xsv)", alliance, "escalation",
        g_variant_new_string (_ ("Those who lead the work on both sides settle within five working "
                                 "days; after that those who signed.")));
  if ((lacks & LACKS_EXPECTATIONS) != 0)
    sl_remedy_add_step (&steps, "record.set", "(xsv)", alliance, "expectations",
                        g_variant_new_string (expectations));
  sl_finding_add_remedy (finding,
                         (lacks & LACKS_REVIEW) != 0
                             /* Translators: a date. */
                             ? g_strdup_printf (_ ("Agree on a draft: next review on %s"), text)
                             : g_strdup (_ ("Agree on a draft of what is missing")),
                         g_variant_builder_end (&steps), alliance);
}

static void
report (SlRuleRun *run, SlId alliance, guint row, guint lacks)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlFinding *finding
      = sl_rule_find (run, SL_RULE_HIGH, describe (facts, alliance, lacks), alliance, SL_ID_NONE);
  g_autofree char *draft = read_partners (finding, facts, alliance);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sl_finding_add_evidence (
        finding, g_strdup (_ (sl_kind (SL_KIND_ALLIANCE)->fields[parts[i].field].nick)),
        g_strdup ((lacks & parts[i].bit) != 0 ? _ ("Missing") : _ ("There")), NAN, NULL, alliance);
  if ((lacks & LACKS_EXPECTATIONS) == 0 || *draft != '\0')
    add_draft (finding, facts, alliance, row, lacks, draft);
  sl_finding_add_remedy (finding, g_strdup (_ ("Fill in the charter together")), NULL, alliance);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_ALLIANCE, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 end;
      guint lacks;

      if (!sl_table_find (table, ids[i], &row))
        continue;
      end = sl_table_int (table, row, SL_ALLIANCE_END);
      lacks = find_lacks (facts, row);
      if (lacks != 0 && (end == SL_INT_NULL || end >= facts->today))
        report (run, ids[i], row, lacks);
    }
}

const SlRule sl_rule_all_01 = {
  .id = "ALL-01",
  .title = N_ ("An alliance is not written down"),
  .why = N_ ("Alliances break over what was never said. Agree on expectations, on who decides what "
             "cannot be settled, and on the next review before you sign."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_ALLIANCE) | SL_KIND_BIT (SL_KIND_PARTNER) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
