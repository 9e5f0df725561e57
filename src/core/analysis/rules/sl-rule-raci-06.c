/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RACI-06: a party needs something of a goal and has no role in any of its work, not even to be
 * informed. Source: METHODS sections 8 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RULE_NUMBER 5u

typedef struct
{
  SlRuleRun *run;
  const SlFacts *facts;
  const SlRoleRow *rows;
  guint n_rows;
  int *first;         /* by goal: its first row, or -1 */
  int *next;          /* by row: the next of its goal, or -1 */
  gboolean *detailed; /* by goal: roles are entered for its work */
  guint8 *present;    /* by goal x side: it has a part in the goal or below it */
  guint8 *found;      /* likewise: there is a finding */
} Audit;

/* What a finding is about: the goal, who has no role there, the record because of which it is
 * touched, how many tasks there are, and the first of them. */
typedef struct
{
  int goal;
  int side;
  SlId reason;
  SlId first;
  guint n;
} Gap;

static gsize
place (const Audit *self, int goal, int side)
{
  return (gsize)goal * self->facts->n_parties + (gsize)side;
}

/* Marks a place. Returns: whether it was not */
static gboolean
mark (guint8 *marks, gsize at)
{
  gboolean is_new = !marks[at];

  marks[at] = TRUE;
  return is_new;
}

static void
mark_present (Audit *self, int goal, int party)
{
  int side = sl_people_side (self->facts, party);

  for (; goal >= 0 && side >= 0; goal = self->facts->goals[goal].parent)
    if (!mark (self->present, place (self, goal, side)))
      return;
}

static void
mark_allocations (Audit *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_ALLOCATION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    mark_present (self, sl_people_goal (self->facts, sl_table_ref (table, row, SL_ALLOCATION_TASK)),
                  sl_facts_party (self->facts, sl_table_ref (table, row, SL_ALLOCATION_PARTY)));
}

static void
read_rows (Audit *self)
{
  for (guint g = 0; g < self->facts->n_goals; g++)
    {
      self->first[g] = -1;
      mark_present (self, (int)g, self->facts->goals[g].owner);
    }
  for (guint i = self->n_rows; i-- > 0;)
    {
      const SlRoleRow *row = &self->rows[i];

      for (guint k = 0; k < row->n; k++)
        mark_present (self, row->goal, row->who[k].party);
      if (row->goal < 0)
        continue;
      self->detailed[row->goal] |= row->detailed;
      self->next[i] = self->first[row->goal];
      self->first[row->goal] = (int)i;
    }
  mark_allocations (self);
}

static void
add_remedy (SlFinding *finding, const SlFacts *facts, const Gap *gap, SlRole role)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  const SlFactGoal *about = &facts->goals[gap->goal];
  SlId party = facts->parties[gap->side].id;
  const char *name = sl_facts_title (facts, party);

  /* A goal without an owner has no row of its own that could be complete. */
  sl_roles_add (&steps, about->owner >= 0 ? about->id : gap->first, party, role);
  /* Translators: a party. */
  sl_finding_add_remedy (finding,
                         role == SL_ROLE_INFORMED ? g_strdup_printf (_ ("%s is informed"), name)
                                                  : g_strdup_printf (_ ("%s is asked"), name),
                         g_variant_builder_end (&steps), about->id);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const Gap *gap = note;
  SlId about = facts->goals[gap->goal].id;
  g_autofree char *title = sl_rule_title (facts, about);

  /* Translators: a goal, a party, a number of tasks. */
  finding->sentence = g_strdup_printf (
      ngettext ("“%s” touches %s, which has no role in its task and will learn of "
                "it too late: at least inform it.",
                "“%s” touches %s, which has no role in any of its %u tasks and "
                "will learn of it too late: at least inform it.",
                gap->n),
      title, sl_facts_title (facts, facts->parties[gap->side].id), gap->n);
  sl_finding_add_evidence (finding, g_strdup (_ ("Touched by")),
                           g_strdup (sl_facts_title (facts, gap->reason)), NAN, NULL, gap->reason);
  sl_finding_add_number (finding, g_strdup (_ ("Tasks without a role for it")), gap->n, NULL,
                         about);
  add_remedy (finding, facts, gap, SL_ROLE_INFORMED);
  add_remedy (finding, facts, gap, SL_ROLE_CONSULTED);
}

static void
report (Audit *self, int goal, int side, SlId reason)
{
  const SlFactGoal *about = &self->facts->goals[goal];
  SlId party = self->facts->parties[side].id;
  double severity = sl_raci_rule_severity (RULE_NUMBER);
  Gap gap = { goal, side, reason, SL_ID_NONE, 0 };
  SlFinding *finding;

  for (int i = self->first[goal]; i >= 0; i = self->next[i])
    gap.n++;
  if (gap.n > 0)
    gap.first = self->rows[self->first[goal]].item;
  finding = sl_rule_find_later (self->run, severity, tell, &gap, sizeof gap, about->id, party);
  sl_finding_add_party (finding, party);
  sl_rule_add_party (finding, self->facts, about->owner);
  for (int i = self->first[goal]; i >= 0; i = self->next[i])
    sl_finding_touch (finding, SL_SUB_A4C, self->rows[i].item, SL_ID_NONE, severity);
}

/* @party is affected by @goal because of @reason: it must appear in a row of the matrix. */
static void
check (Audit *self, int goal, int party, SlId reason)
{
  int side = sl_people_side (self->facts, party);
  SlRaciCell cell = { .affected = TRUE };

  if (goal < 0 || side < 0 || !self->facts->goals[goal].active || !self->detailed[goal]
      || self->facts->parties[side].gone)
    return;
  if (self->present[place (self, goal, side)])
    cell.roles = SL_RACI_INFORMED;
  if ((sl_raci_audit (&cell, 1, SL_RACI_MAX_CONSULTED) & SL_RACI_PARTY_MISSING) != 0
      && mark (self->found, place (self, goal, side)))
    report (self, goal, side, reason);
}

static void
check_needs (Audit *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_NEED);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (self->facts, SL_KIND_NEED, &n);

  for (guint i = 0; i < n; i++)
    if (sl_table_find (table, ids[i], &row)
        && sl_table_int (table, row, SL_NEED_STATUS) != SL_NEED_DECLINED)
      check (self, sl_facts_goal (self->facts, sl_table_ref (table, row, SL_NEED_GOAL)),
             sl_facts_party (self->facts, sl_table_ref (table, row, SL_NEED_PARTY)), ids[i]);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlRoleTable *table = sl_role_table (facts);
  gsize n_places = (gsize)facts->n_goals * facts->n_parties + 1;
  g_autofree guint8 *present = g_new0 (guint8, n_places);
  g_autofree guint8 *found = g_new0 (guint8, n_places);
  g_autofree int *first = g_new0 (int, facts->n_goals + 1);
  g_autofree gboolean *detailed = g_new0 (gboolean, facts->n_goals + 1);
  g_autofree int *next = NULL;
  Audit self = { .run = run, .facts = facts, .first = first, .detailed = detailed };

  self.present = present;
  self.found = found;
  self.rows = sl_role_table_get (table, &self.n_rows);
  self.next = next = g_new0 (int, self.n_rows + 1);
  read_rows (&self);
  check_needs (&self);
}

const SlRule sl_rule_raci_06 = {
  .id = "RACI-06",
  .title = N_ ("An affected party has no role"),
  .why = N_ ("Who is affected and not told will object when it is too late to change anything. "
             "Give everybody who is touched a role, at least to be informed."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS | SL_KIND_BIT (SL_KIND_NEED) | SL_KIND_BIT (SL_KIND_ALLOCATION),
  .eval = eval,
};
