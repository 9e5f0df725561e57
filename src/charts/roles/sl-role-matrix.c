/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers rows, columns and letters of the chart of roles from the responsibility matrix of the
 * engine, so that picture and findings never differ. */

#include "config.h"

#include "roles/sl-role-matrix.h"

#include "analysis/sl-analysis.h"
#include "analysis/sl-people-roles.h"
#include "methods/sl-by-node.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>

/* Rules about roles: RACI-01 to RACI-07. */
#define N_RULES 7
/* Of more cells nobody makes sense; goals alone are shown then. */
#define MAX_CELLS 60000u
/* The rule whose second subject is who has no role. */
#define PARTY_MISSING "RACI-06"

typedef struct
{
  const SlChartParams *params;
  const SlFacts *facts;
  SlRoleMatrix *matrix;
  GHashTable *rows;    /* id of the work -> its row of the engine's matrix */
  GHashTable *columns; /* index of the party -> column + 1 */
  GHashTable *numbers; /* id of the work -> its number + 1 */
  int branch;          /* goal under which work is shown, or -1: all */
} Gather;

static SlRolePair *
pair_at (const SlRoleMatrix *self, guint row, guint column)
{
  return &self->pairs[row * self->parties->len + column];
}

/* --- Rows --- */

static gboolean
is_below (const SlFacts *facts, int goal, int branch)
{
  while (goal >= 0 && goal != branch)
    goal = facts->goals[goal].parent;
  return goal >= 0;
}

static guint
depth_of (const SlFacts *facts, int goal)
{
  guint depth = 0;

  for (goal = facts->goals[goal].parent; goal >= 0; goal = facts->goals[goal].parent)
    depth++;
  return depth;
}

static void
add_work (Gather *g, SlId id, SlKindId kind, guint depth)
{
  const SlRoleWork work
      = { .id = id, .kind = kind, .title = sl_facts_title (g->facts, id), .depth = depth };

  g_array_append_val (g->matrix->work, work);
}

/* Parts of a task have its roles unless somebody gave them others: a group of tasks has a row only
 * with roles of its own. */
static gboolean
has_row (const Gather *g, const SlFactTask *task)
{
  return task->active && (!task->is_summary || g_hash_table_contains (g->rows, &task->id));
}

/* Tasks by the goal that they serve; those that serve none stand behind the last goal. */
typedef struct
{
  guint *tasks;
  guint *starts;
} TasksByGoal;

static void
add_tasks (Gather *g, const TasksByGoal *by_goal, guint goal, guint depth)
{
  for (guint i = by_goal->starts[goal]; i < by_goal->starts[goal + 1]; i++)
    {
      const SlFactTask *task = &g->facts->tasks[by_goal->tasks[i]];

      if (has_row (g, task))
        add_work (g, task->id, task->kind, depth);
    }
}

static void
gather_work (Gather *g)
{
  const guint n_goals = g->facts->n_goals;
  g_autofree guint *goals = g_new (guint, g->facts->n_tasks + 1);
  g_autofree guint *starts = g_new (guint, n_goals + 2);
  g_autofree guint *tasks = NULL;
  TasksByGoal by_goal;

  for (guint i = 0; i < g->facts->n_tasks; i++)
    goals[i] = g->facts->tasks[i].goal >= 0 ? (guint)g->facts->tasks[i].goal : n_goals;
  tasks = sl_by_node (goals, g->facts->n_tasks, n_goals + 1, starts);
  by_goal = (TasksByGoal){ tasks, starts };
  for (guint i = 0; i < g->facts->n_goals; i++)
    {
      const SlFactGoal *goal = &g->facts->goals[i];

      if (g->branch >= 0 && !is_below (g->facts, (int)i, g->branch))
        continue;
      if (!goal->active)
        {
          g->matrix->n_closed++;
          continue;
        }
      add_work (g, goal->id, SL_KIND_GOAL, depth_of (g->facts, (int)i));
      add_tasks (g, &by_goal, i, depth_of (g->facts, (int)i) + 1);
    }
  if (g->branch < 0)
    add_tasks (g, &by_goal, n_goals, 0);
}

/* --- Columns --- */

/* Who never has a role beside others: single people and teams, and what others are part of. */
static gboolean
stands_back (const SlSnapshot *plan, const SlFactParty *party)
{
  guint n_children;

  sl_snapshot_children (plan, SL_KIND_PARTY, party->id, &n_children);
  return party->type == SL_PARTY_PERSON || party->type == SL_PARTY_TEAM || n_children > 0;
}

static void
add_party (Gather *g, guint index)
{
  const SlFactParty *party = &g->facts->parties[index];
  const SlRoleParty column = { .id = party->id,
                               .title = sl_facts_title (g->facts, party->id),
                               .color = sl_party_color (g->facts->plan, party->id) };

  g_array_append_val (g->matrix->parties, column);
  g_hash_table_insert (g->columns, GUINT_TO_POINTER (index),
                       GUINT_TO_POINTER (g->matrix->parties->len));
}

/* Owners of goals have their roles without a row of the engine's matrix. */
static void
mark_named (const Gather *g, gboolean *named)
{
  for (guint i = 0; i < g->facts->n_goals; i++)
    if (g->facts->goals[i].active && g->facts->goals[i].owner >= 0)
      named[g->facts->goals[i].owner] = TRUE;
  for (guint i = 0; i < g->facts->n_tasks; i++)
    if (g->facts->tasks[i].active && g->facts->tasks[i].owner >= 0)
      named[g->facts->tasks[i].owner] = TRUE;
  guint n;
  const SlRoleRow *rows = sl_role_table_get (sl_role_table (g->facts), &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < rows[i].n; k++)
      named[rows[i].who[k].party] = TRUE;
}

static void
gather_parties (Gather *g)
{
  g_autofree gboolean *named = g_new0 (gboolean, g->facts->n_parties + 1);

  mark_named (g, named);
  for (guint i = 0; i < g->facts->n_parties; i++)
    {
      const SlFactParty *party = &g->facts->parties[i];

      if (!named[i] && (party->type == SL_PARTY_TECHNOLOGY || party->gone))
        continue;
      if (named[i] || (!g->params->paper && g->params->show_unasked)
          || !stands_back (g->facts->plan, party))
        add_party (g, i);
      else
        g->matrix->n_hidden++;
    }
}

static void
leave_room (SlRoleMatrix *matrix)
{
  if ((gsize)matrix->work->len * matrix->parties->len <= MAX_CELLS)
    return;
  for (guint i = matrix->work->len; i > 0; i--)
    if (g_array_index (matrix->work, SlRoleWork, i - 1).kind != SL_KIND_GOAL)
      {
        g_array_remove_index (matrix->work, i - 1);
        matrix->n_crowded++;
      }
}

/* --- Letters --- */

static void
give (Gather *g, guint row, int party, guint roles, guint own)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (g->columns, GINT_TO_POINTER (party)));
  SlRolePair *pair;

  if (party < 0 || column == 0)
    return;
  pair = pair_at (g->matrix, row, column - 1);
  pair->roles |= (guint8)roles;
  pair->own |= (guint8)own;
}

/* Letters without a record are what the work itself says. */
static guint
own_roles (const SlRaciCell *cell, const SlRoleCell *who)
{
  guint own = cell->roles;

  for (guint role = 0; role < G_N_ELEMENTS (who->records); role++)
    if (who->records[role] != SL_ID_NONE)
      own &= ~(1u << role);
  return own;
}

static void
fill_row (Gather *g, guint number)
{
  SlRoleWork *work = &g_array_index (g->matrix->work, SlRoleWork, number);
  const SlRoleRow *row = g_hash_table_lookup (g->rows, &work->id);
  int goal = sl_facts_goal (g->facts, work->id), task = sl_facts_task (g->facts, work->id);
  int owner = goal >= 0   ? g->facts->goals[goal].owner
              : task >= 0 ? g->facts->tasks[task].owner
                          : -1;

  for (guint k = 0; row != NULL && k < row->n; k++)
    give (g, number, row->who[k].party, row->cells[k].roles,
          own_roles (&row->cells[k], &row->who[k]));
  if (row == NULL && owner >= 0)
    give (g, number, owner, SL_RACI_RESPONSIBLE | SL_RACI_ACCOUNTABLE,
          SL_RACI_RESPONSIBLE | SL_RACI_ACCOUNTABLE);
  for (guint column = 0; column < g->matrix->parties->len; column++)
    {
      guint roles = pair_at (g->matrix, number, column)->roles;
      SlRoleParty *party = &g_array_index (g->matrix->parties, SlRoleParty, column);

      work->n_named += roles != 0;
      for (guint role = 0; role < G_N_ELEMENTS (party->counts); role++)
        party->counts[role] += (roles >> role) & 1;
    }
}

/* --- What the rules say --- */

static char *
say_briefly (const SlFacts *facts, const SlFinding *finding)
{
  if (g_str_equal (finding->rule->id, PARTY_MISSING) && finding->subjects->len > 1)
    {
      g_autofree char *name
          = sl_words_name (sl_facts_title (facts, g_array_index (finding->subjects, SlId, 1)));

      /* Translators: a party that a goal affects. */
      return g_strdup_printf (_ ("%s is affected and has no role"), name);
    }
  return g_strdup (_ (finding->rule->title));
}

static void
note_work (SlRoleWork *work, char *said)
{
  char *all = said;

  if (work->findings != NULL)
    {
      all = g_strdup_printf ("%s; %s", work->findings, said);
      g_free (said);
    }
  g_free (work->findings);
  work->findings = all;
}

static void
note_finding (Gather *g, const SlFinding *finding)
{
  SlId subject = sl_finding_subject (finding);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (g->numbers, &subject));

  if (number > 0)
    {
      note_work (&g_array_index (g->matrix->work, SlRoleWork, number - 1),
                 say_briefly (g->facts, finding));
      return;
    }
  for (guint i = 0; i < g->matrix->parties->len; i++)
    {
      SlRoleParty *party = &g_array_index (g->matrix->parties, SlRoleParty, i);

      if (party->id == subject && party->finding == NULL)
        party->finding = g_strdup (sl_finding_told (finding)->sentence);
    }
}

static void
gather_findings (Gather *g)
{
  for (guint i = 1; i <= N_RULES; i++)
    {
      g_autofree char *id = g_strdup_printf ("RACI-%02u", i);
      const SlRule *rule = sl_rule_by_id (id);
      g_autoptr (GPtrArray) findings = NULL;

      if (rule == NULL || sl_rule_is_muted (rule, g->facts))
        continue;
      findings = sl_rule_run (rule, g->facts);
      for (guint k = 0; k < findings->len; k++)
        note_finding (g, g_ptr_array_index (findings, k));
    }
}

/* --- Life --- */

static void
work_clear (gpointer data)
{
  g_free (((SlRoleWork *)data)->findings);
}

static void
party_clear (gpointer data)
{
  g_free (((SlRoleParty *)data)->finding);
}

static GHashTable *
index_rows (const SlFacts *facts)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n;
  const SlRoleRow *rows = sl_role_table_get (sl_role_table (facts), &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (table, (gpointer)&rows[i].item, (gpointer)&rows[i]);
  return table;
}

SlRoleMatrix *
sl_role_matrix_new (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlFacts) facts = sl_facts_new ((SlSnapshot *)plan, params->today);
  g_autoptr (GHashTable) rows = index_rows (facts);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  SlRoleMatrix *self = g_new0 (SlRoleMatrix, 1);
  Gather g = { .params = params,
               .facts = facts,
               .matrix = self,
               .rows = rows,
               .columns = columns,
               .numbers = numbers,
               .branch = sl_facts_goal (facts, params->root) };

  facts->whole_titles = params->paper;
  self->work = g_array_new (FALSE, FALSE, sizeof (SlRoleWork));
  self->parties = g_array_new (FALSE, FALSE, sizeof (SlRoleParty));
  g_array_set_clear_func (self->work, work_clear);
  g_array_set_clear_func (self->parties, party_clear);
  gather_work (&g);
  gather_parties (&g);
  leave_room (self);
  self->pairs = g_new0 (SlRolePair, self->work->len * self->parties->len + 1);
  for (guint row = 0; row < self->work->len; row++)
    {
      g_hash_table_insert (numbers, &g_array_index (self->work, SlRoleWork, row).id,
                           GUINT_TO_POINTER (row + 1));
      fill_row (&g, row);
    }
  gather_findings (&g);
  return self;
}

void
sl_role_matrix_free (SlRoleMatrix *self)
{
  g_array_unref (self->work);
  g_array_unref (self->parties);
  g_free (self->pairs);
  g_free (self);
}

const SlRoleWork *
sl_role_matrix_work (const SlRoleMatrix *self, guint row)
{
  return &g_array_index (self->work, SlRoleWork, row);
}

const SlRoleParty *
sl_role_matrix_party (const SlRoleMatrix *self, guint column)
{
  return &g_array_index (self->parties, SlRoleParty, column);
}

const SlRolePair *
sl_role_matrix_pair (const SlRoleMatrix *self, guint row, guint column)
{
  return pair_at (self, row, column);
}

guint
sl_role_matrix_recorded (const SlSnapshot *plan, SlId party, SlId item)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_ROLE);
  guint roles = 0;

  for (guint role = 0; SL_RACI_LETTERS[role] != '\0'; role++)
    {
      SlValue keys[SL_ROLE_N_FIELDS] = { 0 };

      keys[SL_ROLE_PARTY] = sl_value_int (party);
      keys[SL_ROLE_ITEM] = sl_value_int (item);
      keys[SL_ROLE_LETTER] = sl_value_int (role);
      if (sl_table_find (table, sl_kind_natural_id (sl_kind (SL_KIND_ROLE), keys), NULL))
        roles |= 1u << role;
    }
  return roles;
}

/* --- Words --- */

const char *
sl_role_words (guint role)
{
  static const char *const words[]
      = { N_ ("responsible: does it"), N_ ("accountable: answers for it, one alone"),
          N_ ("consulted: is asked before"), N_ ("informed: is told after") };

  return _ (words[role]);
}

const char *
sl_role_count_words (guint role)
{
  static const char *const words[]
      = { N_ ("Does (R)"), N_ ("Answers for (A)"), N_ ("Is asked (C)"), N_ ("Is told (I)") };

  return _ (words[role]);
}

/* "R and A": letters with what they stand for. */
static char *
say_roles (const SlRolePair *pair)
{
  static const char *const words[]
      = { N_ ("responsible"), N_ ("accountable"), N_ ("consulted"), N_ ("informed") };
  GString *text = g_string_new (NULL);

  for (guint role = 0; role < G_N_ELEMENTS (words); role++)
    if ((pair->roles >> role) & 1)
      g_string_append_printf (text, "%s%c %s", text->len > 0 ? ", " : "", SL_RACI_LETTERS[role],
                              _ (words[role]));
  if (pair->roles == 0)
    g_string_append (text, _ ("no role"));
  if (pair->own != 0)
    /* Translators: behind roles that follow from who owns the work. */
    g_string_append (text, _ (" (by its owner)"));
  return g_string_free (text, FALSE);
}

char *
sl_role_matrix_pair_label (const SlRoleMatrix *self, guint row, guint column)
{
  const SlRoleWork *work = sl_role_matrix_work (self, row);
  const char *name = sl_role_matrix_party (self, column)->title;
  g_autofree char *roles = say_roles (sl_role_matrix_pair (self, row, column));

  /* Translators: a party, a piece of work, roles: “Sales in Build the line: A accountable” */
  return g_strdup_printf (_ ("%s in %s: %s"), *name != '\0' ? name : _ ("(untitled)"),
                          *work->title != '\0' ? work->title : _ ("(untitled)"), roles);
}

char *
sl_role_matrix_headline (const SlRoleMatrix *self)
{
  guint n = self->work->len;
  guint unclear = 0;
  guint nobody = 0;

  for (guint i = 0; i < n; i++)
    {
      unclear += sl_role_matrix_work (self, i)->findings != NULL;
      nobody += sl_role_matrix_work (self, i)->n_named == 0;
    }
  if (n == 0)
    return g_strdup (_ ("There is no work yet that somebody could answer for"));
  if (unclear > 0)
    /* Translators: numbers in words; pieces of work are goals, tasks and milestones. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Roles are not clear in %s of %s pieces of work",
                                         "Roles are not clear in %s of %s pieces of work", unclear),
                            sl_words_number (unclear), sl_words_number (n));
  if (nobody > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Nobody is named yet for %s of %s pieces of work",
                                         "Nobody is named yet for %s of %s pieces of work", nobody),
                            sl_words_number (nobody), sl_words_number (n));
  return g_strdup (_ ("Each piece of work has one who answers for it"));
}
