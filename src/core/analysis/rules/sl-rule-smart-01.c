/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SMART-01: a goal is not specific, measurable, achievable, relevant and timed. Source: METHODS
 * sections 15.1 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-smart.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is proposed where nobody knows better. */
#define QUARTER_DAYS 90
#define FIRST_EFFORT 5.0
#define FIRST_LINK 40
#define WHOLE 100.0
/* What is left of a title must still say something. */
#define MIN_TITLE_WORDS 2u
#define FIRST_VERB "Achieve: "

/* Each fault as a part of a sentence, at most seven words; in the order of the bits. */
static const char *const fault_words[] = {
  N_ ("it begins with no known action verb"),
  N_ ("it holds two goals"),
  N_ ("its words cannot be checked"),
  N_ ("nobody answers for it"),
  N_ ("no number measures it"),
  N_ ("no work is planned for it"),
  N_ ("its people have no time"),
  N_ ("it needs an unlikely pace"),
  N_ ("its words promise everything"),
  N_ ("it serves no objective"),
  N_ ("it is in open conflict"),
  N_ ("it has no date"),
  N_ ("it ends before it starts"),
  N_ ("its date lies outside the plan"),
  N_ ("its words set no end"),
};

static const char *const letter_names[SL_SMART_N_LETTERS] = {
  N_ ("Specific"), N_ ("Measurable"), N_ ("Achievable"), N_ ("Relevant"), N_ ("Timed"),
};

/* --- Saying --- */

/* The first @most of @faults: "no number measures it and it has no date". (transfer full) */
static char *
list_faults (SlSmartFault faults, guint most)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fault_words) && words->len < most; i++)
    if (faults & (1u << i))
      g_ptr_array_add (words, (gpointer)_ (fault_words[i]));
  if (words->len == 2)
    /* Translators: two reasons, "no number measures it and it has no date". */
    return g_strdup_printf (_ ("%s and %s"), (char *)words->pdata[0], (char *)words->pdata[1]);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **)words->pdata);
}

static void
add_rows (SlFinding *finding, const SlSmartText *text, SlSmartFault faults, SlId goal)
{
  for (guint letter = 0; letter < SL_SMART_N_LETTERS; letter++)
    {
      SlSmartFault own = sl_smart_letter_faults (faults, letter);

      sl_finding_add_evidence (finding, g_strdup (_ (letter_names[letter])),
                               own == 0 ? g_strdup (_ ("passed"))
                                        : list_faults (own, G_N_ELEMENTS (fault_words)),
                               own == 0 ? 1.0 : 0.0, "point", goal);
    }
  for (guint i = 0; i < text->hints->len; i++)
    sl_finding_add_evidence (finding, g_strdup (_ ("Word to look at")),
                             g_strdup (g_array_index (text->hints, SlSmartHint, i).word), NAN, NULL,
                             goal);
  sl_finding_add_number (finding, g_strdup (_ ("Points of five")), sl_smart_score (faults), "point",
                         goal);
}

/* --- Fixing --- */

/* What is being put together for one goal: steps, and the faults that they remove. */
typedef struct
{
  const SlFacts *facts;
  const SlFactGoal *goal;
  int objective; /* that it could help, or -1 */
  GVariantBuilder steps;
  GString *label;
  SlSmartFault fixed;
} Fix;

static void
note_fix (Fix *self, SlSmartFault fault, char *what)
{
  g_string_append_printf (self->label, "%s%s", self->label->len > 0 ? "; " : "", what);
  self->fixed |= fault;
  g_free (what);
}

/* The nearest goal above with an owner (@due: with a due day), or -1. */
static int
above_with (const Fix *self, gboolean due)
{
  const SlTable *goals = sl_snapshot_table (self->facts->plan, SL_KIND_GOAL);
  int above = self->goal->parent;

  while (above >= 0
         && (due ? !sl_table_is_set (goals, self->facts->goals[above].row, SL_GOAL_DUE)
                 : self->facts->goals[above].owner < 0))
    above = self->facts->goals[above].parent;
  return above;
}

static void
fix_owner (Fix *self)
{
  int above = above_with (self, FALSE);
  SlId party;

  if (above < 0)
    return;
  party = self->facts->parties[self->facts->goals[above].owner].id;
  sl_remedy_add_step (&self->steps, "record.set", "(xsv)", self->goal->id, "owner",
                      g_variant_new_int64 (party));
  note_fix (self, SL_SMART_NO_OWNER,
            g_strdup_printf (_ ("%s answers for it"), sl_facts_title (self->facts, party)));
}

/* The date of the goal that it serves, if that is still to come, else a quarter from now. */
static void
fix_due (Fix *self, SlSmartFault fault)
{
  const SlTable *goals = sl_snapshot_table (self->facts->plan, SL_KIND_GOAL);
  gint64 start = sl_table_int (goals, self->goal->row, SL_GOAL_START);
  int above = above_with (self, TRUE);
  gint64 day
      = above < 0 ? SL_INT_NULL : sl_table_int (goals, self->facts->goals[above].row, SL_GOAL_DUE);
  gint64 earliest = start == SL_INT_NULL ? self->facts->today : MAX (start, self->facts->today);
  g_autofree char *text = NULL;

  if (day == SL_INT_NULL || day <= earliest)
    day = earliest + QUARTER_DAYS;
  text = sl_day_to_text (day);
  sl_remedy_add_step (&self->steps, "record.set", "(xsv)", self->goal->id, "due",
                      g_variant_new_int64 (day));
  note_fix (self, fault, g_strdup_printf (_ ("due on %s"), text));
}

static void
add_record (Fix *self, const char *kind, GVariantBuilder *fields)
{
  g_variant_builder_add (fields, "{sv}", "title",
                         g_variant_new_string (sl_facts_title (self->facts, self->goal->id)));
  g_variant_builder_add (fields, "{sv}", "goal", g_variant_new_int64 (self->goal->id));
  if (self->goal->owner >= 0)
    g_variant_builder_add (fields, "{sv}", "owner",
                           g_variant_new_int64 (self->facts->parties[self->goal->owner].id));
  sl_remedy_add_step (&self->steps, "record.add", "(sxxa{sv})", kind, (gint64)SL_ID_NONE,
                      G_GINT64_CONSTANT (-1), fields);
}

static void
fix_measure (Fix *self)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "unit", g_variant_new_string ("%"));
  g_variant_builder_add (&fields, "{sv}", "baseline", g_variant_new_double (0.0));
  g_variant_builder_add (&fields, "{sv}", "target", g_variant_new_double (WHOLE));
  add_record (self, "kpi", &fields);
  note_fix (self, SL_SMART_NO_MEASURE, g_strdup (_ ("measured from 0 to 100 %")));
}

static void
fix_effort (Fix *self)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "effort", g_variant_new_double (FIRST_EFFORT));
  add_record (self, "task", &fields);
  note_fix (self, SL_SMART_NO_EFFORT, g_strdup (_ ("a first task of 5 days")));
}

/* The weightiest objective, or -1. */
static int
first_objective (const SlFacts *facts)
{
  int best = -1;

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].objective && facts->goals[i].active
        && (best < 0 || facts->goals[i].weight > facts->goals[best].weight))
      best = (int)i;
  return best;
}

static void
fix_sight (Fix *self)
{
  const SlFacts *facts = self->facts;

  if (self->objective < 0)
    return;
  sl_remedy_add_step (&self->steps, "goal.link", "(xxxs)", self->goal->id,
                      facts->goals[self->objective].id, (gint64)FIRST_LINK, "");
  note_fix (
      self, SL_SMART_NO_SIGHT,
      g_strdup_printf (_ ("helps “%s”"), sl_facts_title (facts, facts->goals[self->objective].id)));
}

/* Takes over what other rules propose. @others: (transfer full): steps each; @label: likewise */
static void
fix_by_others (Fix *self, SlSmartFault fault, GPtrArray *others, char *label)
{
  g_autoptr (GPtrArray) remedies = others;
  g_autofree char *what = label;

  if (remedies->len == 0)
    return;
  for (guint i = 0; i < remedies->len; i++)
    {
      GVariantIter iter;
      GVariant *step;

      g_variant_iter_init (&iter, remedies->pdata[i]);
      for (; (step = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (step))
        g_variant_builder_add_value (&self->steps, step);
    }
  note_fix (self, fault, g_steal_pointer (&what));
}

static void
fix_pace (Fix *self, const SlSmartGoal *known)
{
  const SlTable *kpis = sl_snapshot_table (self->facts->plan, SL_KIND_KPI);
  g_autofree char *text = NULL;

  if (known->pace_day == SL_INT_NULL || known->pace_day > self->facts->today + 10 * 365)
    return;
  text = sl_day_to_text (known->pace_day);
  sl_remedy_add_step (&self->steps, "record.set", "(xsv)",
                      sl_table_id (kpis, (guint)known->pace_kpi), "target_day",
                      g_variant_new_int64 (known->pace_day));
  note_fix (self, SL_SMART_PACE, g_strdup_printf (_ ("target by %s"), text));
}

/* Leaves out the words that cannot be checked, and begins with a verb. The lists of words are
 * English, and so is the verb. */
static void
fix_words (Fix *self, const SlSmartText *text, SlSmartFault faults)
{
  g_autoptr (GString) title = g_string_new (sl_facts_title (self->facts, self->goal->id));
  g_auto (GStrv) words = NULL;

  for (guint i = text->hints->len; i > 0; i--)
    {
      const SlSmartHint *hint = &g_array_index (text->hints, SlSmartHint, i - 1);
      guint end = hint->end;

      if (hint->rule == SL_SMART_COMPOUND)
        continue;
      while (end < title->len && title->str[end] == ' ')
        end++;
      g_string_erase (title, hint->start, (gssize)(end - hint->start));
    }
  g_string_truncate (title, strlen (g_strchomp (title->str)));
  if (faults & SL_SMART_NO_VERB)
    g_string_prepend (title, FIRST_VERB);
  words = g_strsplit (title->str, " ", -1);
  if (g_strv_length (words) < MIN_TITLE_WORDS)
    return;
  sl_remedy_add_step (&self->steps, "record.set", "(xsv)", self->goal->id, "title",
                      g_variant_new_string (title->str));
  note_fix (self, faults, g_strdup_printf (_ ("worded “%s”"), title->str));
}

static void
add_remedies (SlFinding *finding, Fix *fix, const SlSmartGoal *known, const SlSmartText *text,
              SlSmartFault faults)
{
  SlSmartFault dates = SL_SMART_NO_DUE | SL_SMART_DUE_BEFORE_START | SL_SMART_DUE_OUTSIDE;
  SlSmartFault words = SL_SMART_NO_VERB | SL_SMART_UNCLEAR_WORDS | SL_SMART_ABSOLUTE_WORDS
                       | SL_SMART_ENDLESS_WORDS;

  guint number = (guint)(fix->goal - fix->facts->goals);

  fix->label = g_string_new (NULL);
  g_variant_builder_init (&fix->steps, G_VARIANT_TYPE ("a(sv)"));
  if (faults & words)
    fix_words (fix, text, faults & words);
  if (faults & SL_SMART_NO_OWNER)
    fix_owner (fix);
  if (faults & SL_SMART_NO_MEASURE)
    fix_measure (fix);
  if (faults & SL_SMART_NO_EFFORT)
    fix_effort (fix);
  if (faults & SL_SMART_PACE)
    fix_pace (fix, known);
  if (faults & SL_SMART_NO_SIGHT)
    fix_sight (fix);
  if (faults & SL_SMART_OVERBOOKED)
    fix_by_others (fix, SL_SMART_OVERBOOKED, sl_smart_relief (fix->facts, number),
                   g_strdup (_ ("its people get time")));
  if (faults & SL_SMART_CONFLICT)
    fix_by_others (fix, SL_SMART_CONFLICT, sl_smart_settle (fix->facts, number),
                   g_strdup (_ ("its conflict is settled")));
  if (faults & dates)
    fix_due (fix, faults & dates);
  if (fix->fixed != 0)
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("Complete it: %s"), fix->label->str),
                           g_variant_builder_end (&fix->steps), fix->goal->id);
  else
    g_variant_builder_clear (&fix->steps);
  g_string_free (fix->label, TRUE);
  sl_finding_add_remedy (finding, g_strdup (_ ("Word and complete it yourself")), NULL,
                         fix->goal->id);
}

/* --- Looking --- */

/* The words of the goal. What they do not measure may be measured by its own field. */
static SlSmartText *
read_text (const SlFacts *facts, const SlFactGoal *goal, const SlSmartGoal *known)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const char *measure = sl_table_text (goals, goal->row, SL_GOAL_MEASURE);
  SlSmartText *text = sl_smart_text_new (sl_facts_title (facts, goal->id));

  if (!text->has_measure && !known->facts.has_kpi && measure != NULL)
    {
      g_autoptr (SlSmartText) said = sl_smart_text_new (measure);

      text->has_measure = said->has_measure;
    }
  text->starts_with_verb |= text->starts_with_other_verb;
  return text;
}

SlSmartFault
sl_smart_look (const SlFacts *facts, guint goal)
{
  const SlSmartGoal *known = &sl_smart_goals (facts)[goal];
  g_autoptr (SlSmartText) text = read_text (facts, &facts->goals[goal], known);

  return sl_smart_check (text, &known->facts);
}

char *
sl_smart_say_faults (SlSmartFault faults)
{
  return list_faults (faults, G_N_ELEMENTS (fault_words));
}

const char *
sl_smart_letter_name (SlSmartLetter letter)
{
  return _ (letter_names[letter]);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  guint number = *(const guint *)note;
  const SlFactGoal *goal = &facts->goals[number];
  const SlSmartGoal *known = &sl_smart_goals (facts)[number];
  g_autoptr (SlSmartText) text = read_text (facts, goal, known);
  SlSmartFault faults = sl_smart_check (text, &known->facts);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *why = list_faults (faults, 2);
  Fix fix = { .facts = facts, .goal = goal, .objective = first_objective (facts) };

  /* Translators: goal with its party, what is wrong. */
  finding->sentence
      = g_strdup_printf (_ ("%s is not clear: %s; complete it before work goes on."), name, why);
  add_rows (finding, text, faults, goal->id);
  add_remedies (finding, &fix, known, text, faults);
}

static void
look_at (SlRuleRun *run, guint number)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[number];
  double severity = sl_smart_severity (sl_smart_look (facts, number));
  SlFinding *finding;

  if (severity <= 0.0)
    return;
  finding = sl_rule_find_later (run, severity, tell, &number, sizeof number, goal->id, SL_ID_NONE);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_touch (finding, SL_SUB_A6D, goal->id, SL_ID_NONE, severity);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active && *sl_facts_title (facts, facts->goals[i].id) != '\0')
      look_at (run, i);
}

const SlRule sl_rule_smart_01 = {
  .id = "SMART-01",
  .title = N_ ("A goal is not clear"),
  .why
  = N_ ("A goal should be specific, measurable, achievable, relevant and timed. Hints on words "
        "are right in three of five cases: they are a question, not a verdict."),
  .sub = SL_SUB_A6D,
  .reads = SL_KIND_BIT (SL_N_KINDS) - 1,
  .eval = eval,
};
