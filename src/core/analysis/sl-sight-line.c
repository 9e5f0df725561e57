/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way up from a record to the vision, and what to do where it ends. */

#include "config.h"

#include "analysis/sl-sight-line.h"

#include <glib/gi18n-lib.h>

/* A way is never longer than the goals, tasks and what hangs on them; a longer one runs in a
 * circle. */
#define MAX_STEPS 64

static void
clear_step (gpointer data)
{
  SlSightStep *step = data;

  g_free (step->title);
  g_free (step->how);
}

static GArray *
steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SlSightStep));

  g_array_set_clear_func (steps, clear_step);
  return steps;
}

void
sl_sight_add_step (GArray *steps, SlKindId kind, SlId id, guint depth, const char *title,
                   const char *how)
{
  SlSightStep step = { id, kind, depth, g_strdup (title), g_strdup (how) };

  g_array_append_val (steps, step);
}

/* --- One step --- */

/* Whether the way of a goal at @distance goes on over @next. */
static gboolean
leads (const SlFacts *facts, int next, int distance)
{
  return next >= 0 && facts->goals[next].active && facts->goals[next].distance == distance - 1;
}

static int
further_parent (const SlFacts *facts, SlId goal, int distance)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int next = sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT));

      if (sl_table_ref (table, row, SL_GOAL_PARENT_GOAL) == goal && leads (facts, next, distance))
        return next;
    }
  return -1;
}

static const SlFactLink *
strongest_help (const SlFacts *facts, int goal, int distance)
{
  const SlFactLink *best = NULL;

  for (guint i = 0; i < facts->n_links; i++)
    {
      const SlFactLink *link = &facts->links[i];

      if (link->source == goal && link->strength > 0 && leads (facts, link->target, distance)
          && (best == NULL || link->strength > best->strength))
        best = link;
    }
  return best;
}

/* The next goal on the way up, or -1. Where there is no way, the tree shows how far it gets.
 * @how: (out) (transfer full) */
static int
goal_above (const SlFacts *facts, int goal, char **how)
{
  const SlFactGoal *it = &facts->goals[goal];
  const SlFactLink *link;
  int next = it->parent;

  if (it->distance > 0 && !leads (facts, next, it->distance))
    {
      next = further_parent (facts, it->id, it->distance);
      link = next < 0 ? strongest_help (facts, goal, it->distance) : NULL;
      if (link != NULL)
        {
          /* Translators: what a goal does to the next one; 20 to 100. */
          *how = g_strdup_printf (_ ("helps (+%d)"), link->strength);
          return link->target;
        }
    }
  *how = g_strdup (next == it->parent ? _ ("part of") : _ ("also part of"));
  return next;
}

/* What a record is about: the first goal, piece of work or KPI that it names. @field: (out) */
static SlId
record_above (const SlFacts *facts, SlKindId kind, guint row, guint *field)
{
  static const guint64 carriers = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK)
                                  | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_KPI);
  const SlTable *table = sl_snapshot_table (facts->plan, kind);

  for (guint i = 0; i < sl_kind (kind)->n_fields; i++)
    if (sl_kind (kind)->fields[i].type == SL_REF
        && (sl_kind (kind)->fields[i].targets & carriers) != 0
        && sl_table_ref (table, row, i) != SL_ID_NONE)
      {
        *field = i;
        return sl_table_ref (table, row, i);
      }
  return SL_ID_NONE;
}

/* A task serves the goal that it names, else what it is part of does. */
static SlId
work_above (const SlFacts *facts, SlKindId kind, guint row, const char **how)
{
  const SlTable *table = sl_snapshot_table (facts->plan, kind);
  guint goal = kind == SL_KIND_TASK ? (guint)SL_TASK_GOAL : (guint)SL_MILESTONE_GOAL;
  guint parent = kind == SL_KIND_TASK ? (guint)SL_TASK_PARENT : (guint)SL_MILESTONE_PARENT;

  if (sl_table_ref (table, row, goal) != SL_ID_NONE)
    {
      *how = _ ("works for");
      return sl_table_ref (table, row, goal);
    }
  *how = _ ("part of");
  return sl_table_ref (table, row, parent);
}

/* The record above @id, or SL_ID_NONE. @how: (out) (transfer full) */
static SlId
step_up (const SlFacts *facts, SlId id, char **how)
{
  SlKindId kind = SL_N_KINDS;
  guint row = 0;
  guint field = 0;
  SlId above;
  const char *word = "";

  if (!sl_snapshot_find (facts->plan, id, &kind, &row))
    return SL_ID_NONE;
  if (kind == SL_KIND_GOAL)
    {
      int goal = sl_facts_goal (facts, id);
      int next = goal >= 0 && !facts->goals[goal].objective ? goal_above (facts, goal, how) : -1;

      return next >= 0 ? facts->goals[next].id : SL_ID_NONE;
    }
  if (kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    above = work_above (facts, kind, row, &word);
  else
    {
      above = record_above (facts, kind, row, &field);
      word = above != SL_ID_NONE ? _ (sl_kind (kind)->fields[field].nick) : "";
    }
  *how = g_strdup (word);
  return above;
}

/* --- The way --- */

static const char *
vision_of (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PROJECT);
  const char *text
      = sl_table_n_rows (table) > 0 ? sl_table_text (table, 0, SL_PROJECT_VISION) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

gboolean
sl_sight_add_up (const SlFacts *facts, SlId id, GArray *steps, guint depth, gboolean deeper)
{
  SlId project = sl_snapshot_project_id (facts->plan);
  int goal = sl_facts_goal (facts, id);
  guint n = 0;

  for (; n < MAX_STEPS; n++)
    {
      g_autofree char *how = NULL;
      SlKindId kind = SL_N_KINDS;

      id = step_up (facts, id, &how);
      if (id == SL_ID_NONE || !sl_snapshot_find (facts->plan, id, &kind, NULL))
        break;
      goal = sl_facts_goal (facts, id);
      sl_sight_add_step (steps, kind, id, depth + (deeper ? n : 0), sl_facts_title (facts, id),
                         how);
      if (goal >= 0 && !facts->goals[goal].active)
        return FALSE; /* what is closed carries nothing */
    }
  if (goal < 0 || !facts->goals[goal].active || !facts->goals[goal].objective)
    return FALSE;
  sl_sight_add_step (steps, SL_KIND_PROJECT, project, depth + (deeper ? n : 0),
                     vision_of (facts) != NULL ? vision_of (facts)
                                               : sl_facts_title (facts, project),
                     _ ("an objective for"));
  return TRUE;
}

/* --- What is missing --- */

/* Where a goal's way ends. */
static char *
goal_gap (const SlFacts *facts, SlId first, SlId last)
{
  int goal = sl_facts_goal (facts, last);

  if (goal >= 0 && !facts->goals[goal].active)
    /* Translators: a goal. */
    return g_strdup_printf (_ ("The way ends at “%s”, which is closed or put aside: choose a goal "
                               "that is still wanted."),
                            sl_facts_title (facts, last));
  if (first == last)
    /* Translators: a goal. */
    return g_strdup_printf (_ ("“%s” serves no objective: make it part of a goal that does, say "
                               "which one it helps, or make it an objective."),
                            sl_facts_title (facts, first));
  /* Translators: a goal. */
  return g_strdup_printf (_ ("The way ends at “%s”, which serves no objective: make that one an "
                             "objective, or part of one."),
                          sl_facts_title (facts, last));
}

static char *
find_gap (const SlFacts *facts, const SlSightLine *line, SlKindId kind)
{
  const SlSightStep *last
      = line->up->len > 0 ? &g_array_index (line->up, SlSightStep, line->up->len - 1) : NULL;
  const char *title = sl_facts_title (facts, line->id);

  if (line->reaches || kind == SL_KIND_PROJECT)
    return vision_of (facts) == NULL
               ? g_strdup (_ ("No vision is written down yet: enter it in the details of the "
                              "project."))
               : NULL;
  if (last != NULL && last->kind != SL_KIND_GOAL)
    title = last->title;
  if (kind == SL_KIND_GOAL || (last != NULL && last->kind == SL_KIND_GOAL))
    return goal_gap (facts, line->id, last != NULL ? last->id : line->id);
  if (kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE
      || (last != NULL && (last->kind == SL_KIND_TASK || last->kind == SL_KIND_MILESTONE)))
    /* Translators: a task. */
    return g_strdup_printf (_ ("“%s” names no goal that it serves: choose one in its field "
                               "“Serves”, or stop the work."),
                            title);
  return g_strdup (
      _ ("It is tied to no goal, so there is no way up: say in its fields which one it "
         "is for."));
}

/* --- Parties --- */

/* The field that says who answers for a record of @kind, or -1. */
static int
owner_field (SlKindId kind)
{
  switch (kind)
    {
    case SL_KIND_GOAL:
      return SL_GOAL_OWNER;
    case SL_KIND_TASK:
      return SL_TASK_OWNER;
    case SL_KIND_MILESTONE:
      return SL_MILESTONE_OWNER;
    case SL_KIND_KPI:
      return SL_KPI_OWNER;
    default:
      return -1;
    }
}

/* What is closed asks for no way any more. */
static gboolean
is_live (const SlFacts *facts, SlKindId kind, SlId id)
{
  int index = kind == SL_KIND_GOAL  ? sl_facts_goal (facts, id)
              : kind != SL_KIND_KPI ? sl_facts_task (facts, id)
                                    : -1;

  if (kind == SL_KIND_KPI)
    return TRUE;
  return index >= 0
         && (kind == SL_KIND_GOAL ? facts->goals[index].active : facts->tasks[index].active);
}

static void
fill_party (SlSightLine *self, const SlFacts *facts, guint max)
{
  guint n_lost = 0;

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      int field = owner_field (kind);
      const SlTable *table = sl_snapshot_table (facts->plan, kind);

      for (guint row = 0; field >= 0 && row < sl_table_n_rows (table); row++)
        {
          g_autoptr (GArray) way = steps_new ();
          SlId id = sl_table_id (table, row);
          gboolean reaches;

          if (sl_table_ref (table, row, (guint)field) != self->id || !is_live (facts, kind, id))
            continue;
          self->n_below++;
          reaches = sl_sight_add_up (facts, id, way, 1, TRUE);
          n_lost += !reaches;
          if (self->below->len + way->len + 1 > max)
            continue;
          sl_sight_add_step (self->below, kind, id, 0, sl_facts_title (facts, id),
                             reaches ? _ ("answers for") : _ ("answers for; serves no objective"));
          for (guint i = 0; i < way->len; i++)
            {
              const SlSightStep *step = &g_array_index (way, SlSightStep, i);

              sl_sight_add_step (self->below, step->kind, step->id, step->depth, step->title,
                                 step->how);
            }
        }
    }
  self->reaches = self->n_below > 0 && n_lost == 0;
  if (self->n_below == 0)
    /* Translators: a party. */
    self->gap = g_strdup_printf (_ ("“%s” answers for nothing yet: make it the owner of a goal or "
                                    "of a task."),
                                 sl_facts_title (facts, self->id));
  else if (n_lost > 0)
    self->gap = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u of %u things it answers for serves no objective: say what it is for, or "
                     "stop it.",
                     "%u of %u things it answers for serve no objective: say what they are for, or "
                     "stop them.",
                     n_lost),
        n_lost, self->n_below);
}

SlSightLine *
sl_sight_line_new (const SlFacts *facts, SlId id, guint max_below)
{
  SlKindId kind = SL_N_KINDS;
  SlSightLine *self;

  if (!sl_snapshot_find (facts->plan, id, &kind, NULL))
    return NULL;
  self = g_new0 (SlSightLine, 1);
  self->id = id;
  self->up = steps_new ();
  self->below = steps_new ();
  if (kind == SL_KIND_PARTY)
    {
      fill_party (self, facts, max_below);
      return self;
    }
  self->reaches = kind == SL_KIND_PROJECT || sl_sight_add_up (facts, id, self->up, 0, FALSE);
  self->gap = find_gap (facts, self, kind);
  sl_sight_fill_below (self, facts, max_below);
  return self;
}

void
sl_sight_line_free (SlSightLine *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->up);
  g_array_unref (self->below);
  g_free (self->gap);
  g_free (self);
}
