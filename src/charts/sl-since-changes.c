/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between a plan and how it was, record by record and in words. Progress of goals and
 * scores of KPIs are compared as computed, since that is what charts show. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/sl-goal-state.h"
#include "base/sl-codes.h"
#include "base/sl-format-text.h"
#include "model/sl-change.h"
#include "model/sl-display.h"
#include "sl-since-private.h"
#include "sl-words.h"

/* Least change of a progress that is told. */
#define PROGRESS_STEP 0.005

typedef struct
{
  const SlSnapshot *then;
  const SlSnapshot *now;
  const SlChart *chart;
  const SlChartParams *params;
  SlSinceChanges *found;
} Compare;

/* --- Keeping --- */

static void
change_free (gpointer data)
{
  SlSinceChange *change = data;

  g_ptr_array_unref (change->words);
  g_free (change);
}

static void
gone_free (gpointer data)
{
  SlSinceGone *gone = data;

  g_free (gone->title);
  g_free (gone);
}

static guint
pair_hash (gconstpointer key)
{
  const SlHit *hit = key;

  return g_int64_hash (&hit->a) * 31 ^ g_int64_hash (&hit->b) ^ hit->kind;
}

static gboolean
pair_equal (gconstpointer x, gconstpointer y)
{
  const SlHit *a = x;
  const SlHit *b = y;

  return a->kind == b->kind && a->a == b->a && a->b == b->b;
}

void
sl_since_changes_free (SlSinceChanges *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_pair);
  g_hash_table_unref (self->belonging);
  g_ptr_array_unref (self->gone);
  g_free (self);
}

/* Adds to the change under @key, which is copied. @words: (transfer full) */
static void
note (GHashTable *table, gconstpointer key, gsize key_size, SlKindId kind, SlSinceSign sign,
      char *words)
{
  SlSinceChange *change = g_hash_table_lookup (table, key);

  if (change == NULL)
    {
      change = g_new0 (SlSinceChange, 1);
      change->kind = kind;
      change->sign = SL_SINCE_OTHER;
      change->words = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (table, g_memdup2 (key, key_size), change);
    }
  change->sign = MIN (change->sign, sign);
  g_ptr_array_add (change->words, words);
}

static void
note_id (GHashTable *table, SlId id, SlKindId kind, SlSinceSign sign, char *words)
{
  note (table, &id, sizeof id, kind, sign, words);
}

/* --- Words --- */

/* (transfer full) */
static char *
say_value (const SlSnapshot *plan, const SlField *field, const SlValue *value)
{
  g_autofree char *text = NULL;

  if (value->type == SL_VALUE_NULL)
    return g_strdup (_ ("none"));
  if (field->type == SL_INT && field->min < 0)
    return sl_words_signed (value->i);
  text = sl_field_display (plan, field, value);
  return field->type == SL_REF || field->type == SL_TEXT ? sl_words_name (text)
                                                         : g_steal_pointer (&text);
}

/* "Due: 3 May 2026 → 9 May 2026". (transfer full) */
static char *
say_change (const char *what, const char *then, const char *now)
{
  /* Translators: what changed, then its old and its new value. */
  return g_strdup_printf (_ ("%s: %s → %s"), what, then, now);
}

static SlSinceSign
sign_of (const SlField *field, const SlValue *then, const SlValue *now)
{
  double difference;

  if (then->type == SL_VALUE_NULL || now->type == SL_VALUE_NULL || then->type == SL_VALUE_TEXT)
    return SL_SINCE_OTHER;
  difference = then->type == SL_VALUE_REAL ? now->r - then->r : (double)now->i - (double)then->i;
  if (field->type == SL_DATE)
    return difference > 0 ? SL_SINCE_LATER : SL_SINCE_EARLIER;
  if (field->type == SL_INT || field->type == SL_REAL || field->type == SL_MONEY)
    return difference > 0 ? SL_SINCE_MORE : SL_SINCE_LESS;
  return SL_SINCE_OTHER;
}

/* --- Which changes count --- */

/* Notes, and the days on which somebody looked at something, are no change of the plan. */
static gboolean
counts (SlKindId kind, guint index)
{
  const SlField *field = &sl_kind (kind)->fields[index];

  if ((field->flags & SL_INTERNAL) != 0 || field->type == SL_PROSE || field->type == SL_RANK
      || field->type == SL_COLOR)
    return FALSE;
  switch (kind)
    {
    case SL_KIND_GOAL:
      return index != SL_GOAL_ASSESSED && index != SL_GOAL_REASSESS_DAYS
             && index != SL_GOAL_CONFLICT_CHECKED && index != SL_GOAL_PROGRESS;
    case SL_KIND_POSITION:
      return index == SL_POSITION_VALUE || index == SL_POSITION_SOURCE;
    case SL_KIND_PARTY:
      return index != SL_PARTY_CONTACT && index != SL_PARTY_CONTACT_DAYS
             && index != SL_PARTY_LAST_CONTACT && index != SL_PARTY_CHANNEL;
    default:
      return TRUE;
    }
}

static gboolean
is_guess (const SlSnapshot *plan, SlId position)
{
  const SlTable *positions = sl_snapshot_table (plan, SL_KIND_POSITION);
  guint row;

  return sl_table_find (positions, position, &row)
         && sl_table_int (positions, row, SL_POSITION_SOURCE) == SL_POSITION_GUESS;
}

/* Whether nobody may read of @change here: it tells a guess. */
static gboolean
is_hidden (const Compare *c, const SlChange *change)
{
  return change->kind == SL_KIND_POSITION && !c->params->show_guesses
         && (is_guess (c->now, change->id) || is_guess (c->then, change->id));
}

/* --- Comparing --- */

/* The cell of a position or role. FALSE for other records. */
static gboolean
find_pair (const Compare *c, const SlChange *change, SlHit *pair)
{
  const SlSnapshot *plan = change->op == SL_CHANGE_REMOVE ? c->then : c->now;
  const gboolean position = change->kind == SL_KIND_POSITION;
  const SlTable *table;
  guint row;

  if (!position && change->kind != SL_KIND_ROLE)
    return FALSE;
  table = sl_snapshot_table (plan, change->kind);
  if (!sl_table_find (table, change->id, &row))
    return FALSE;
  *pair = (SlHit){ .kind = change->kind };
  pair->a = sl_table_ref (table, row, position ? SL_POSITION_PARTY : SL_ROLE_PARTY);
  pair->b = sl_table_ref (table, row, position ? SL_POSITION_GOAL : SL_ROLE_ITEM);
  return TRUE;
}

/* What a position or role that came or went was, or is. (transfer full) */
static char *
say_cell (const Compare *c, const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);
  const gboolean gone = change->op == SL_CHANGE_REMOVE;
  const guint field = change->kind == SL_KIND_POSITION ? SL_POSITION_VALUE : SL_ROLE_LETTER;
  g_autofree char *value
      = say_value (gone ? c->then : c->now, &kind->fields[field], &change->row[field]);

  return say_change (_ (kind->fields[field].nick), gone ? value : _ ("none"),
                     gone ? _ ("none") : value);
}

static void
compare_cell (const Compare *c, const SlChange *change, const SlHit *pair)
{
  const SlField *field;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (change->op != SL_CHANGE_SET)
    {
      note (c->found->by_pair, pair, sizeof *pair, change->kind,
            change->op == SL_CHANGE_INSERT && change->kind == SL_KIND_POSITION ? SL_SINCE_NEW
                                                                               : SL_SINCE_OTHER,
            say_cell (c, change));
      return;
    }
  field = &sl_kind (change->kind)->fields[change->field];
  then = say_value (c->then, field, &change->old_value);
  now = say_value (c->now, field, &change->new_value);
  note (c->found->by_pair, pair, sizeof *pair, change->kind,
        sign_of (field, &change->old_value, &change->new_value),
        say_change (_ (field->nick), then, now));
}

/* "Sales: Points: 20 → 35" for what @change names beside @owner. (transfer full) */
static char *
say_belonging (const Compare *c, const SlChange *change, SlId owner, const char *words)
{
  const SlSnapshot *plan = change->op == SL_CHANGE_REMOVE ? c->then : c->now;
  const SlTable *table = sl_snapshot_table (plan, change->kind);
  const SlKind *kind = sl_kind (change->kind);
  guint row = 0;

  sl_table_find (table, change->id, &row);
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const SlId other = kind->fields[f].type == SL_REF ? sl_table_ref (table, row, f) : SL_ID_NONE;

      if (other != SL_ID_NONE && other != owner)
        {
          g_autofree char *name = sl_words_name (sl_snapshot_title (plan, other));

          return g_strdup_printf ("%s: %s", name, words);
        }
    }
  return g_strdup (words);
}

/* Tells @change at everything that its record names. */
static void
note_belonging (const Compare *c, const SlChange *change, SlSinceSign sign, const char *words)
{
  const SlSnapshot *plan = change->op == SL_CHANGE_REMOVE ? c->then : c->now;
  const SlTable *table = sl_snapshot_table (plan, change->kind);
  const SlKind *kind = sl_kind (change->kind);
  guint row;

  if (!sl_table_find (table, change->id, &row))
    return;
  for (guint f = 0; f < kind->n_fields; f++)
    if (kind->fields[f].type == SL_REF && sl_table_is_set (table, row, f))
      {
        const SlId owner = sl_table_ref (table, row, f);

        note_id (c->found->belonging, owner, change->kind, sign,
                 say_belonging (c, change, owner, words));
      }
}

static void
compare_belonging (const Compare *c, const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);
  const SlField *field;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *words = NULL;

  if (change->op != SL_CHANGE_SET)
    {
      words = change->kind == SL_KIND_POSITION ? say_cell (c, change)
              : change->op == SL_CHANGE_INSERT
                  ? g_strdup_printf (_ ("%s: new"), _ (kind->nick))
                  : g_strdup_printf (_ ("%s: no longer there"), _ (kind->nick));
      note_belonging (c, change, SL_SINCE_OTHER, words);
      return;
    }
  field = &kind->fields[change->field];
  then = say_value (c->then, field, &change->old_value);
  now = say_value (c->now, field, &change->new_value);
  words = say_change (_ (field->nick), then, now);
  note_belonging (c, change, sign_of (field, &change->old_value, &change->new_value), words);
}

static void
compare_record (const Compare *c, const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);
  const SlField *field;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (change->op == SL_CHANGE_INSERT)
    note_id (c->found->by_id, change->id, change->kind, SL_SINCE_NEW, g_strdup (_ ("new")));
  else if (change->op == SL_CHANGE_REMOVE && kind->title_field >= 0)
    {
      SlSinceGone *gone = g_new (SlSinceGone, 1);

      *gone
          = (SlSinceGone){ change->kind, sl_words_name (sl_snapshot_title (c->then, change->id)) };
      g_ptr_array_add (c->found->gone, gone);
    }
  if (change->op != SL_CHANGE_SET || c->chart->belongings != 0)
    return;
  field = &kind->fields[change->field];
  then = say_value (c->then, field, &change->old_value);
  now = say_value (c->now, field, &change->new_value);
  note_id (c->found->by_id, change->id, change->kind,
           sign_of (field, &change->old_value, &change->new_value),
           say_change (_ (field->nick), then, now));
}

static void
compare_change (const Compare *c, const SlChange *change)
{
  SlHit pair;

  if (is_hidden (c, change)
      || (change->op == SL_CHANGE_SET && !counts (change->kind, change->field)))
    return;
  if (c->chart->belongings & SL_KIND_BIT (change->kind))
    compare_belonging (c, change);
  else if (find_pair (c, change, &pair))
    compare_cell (c, change, &pair);
  else
    compare_record (c, change);
}

/* --- What is computed --- */

static char *
say_progress (double progress)
{
  return isnan (progress) ? g_strdup (_ ("none")) : sl_format_percent (progress, 0);
}

/* @then, @now: 0..1 or NAN */
static void
compare_progress (const Compare *c, SlId id, SlKindId kind, double then, double now)
{
  g_autofree char *former = NULL;
  g_autofree char *present = NULL;

  if (isnan (now) || fabs (now - then) < PROGRESS_STEP)
    return;
  former = say_progress (then);
  present = say_progress (now);
  note_id (c->found->by_id, id, kind,
           isnan (then) ? SL_SINCE_OTHER
           : now > then ? SL_SINCE_MORE
                        : SL_SINCE_LESS,
           say_change (_ ("Progress"), former, present));
}

static void
compare_computed (const Compare *c)
{
  const SlTable *goals = sl_snapshot_table (c->now, SL_KIND_GOAL);
  const SlTable *before = sl_snapshot_table (c->then, SL_KIND_GOAL);
  g_autoptr (SlGoalProgress) then = NULL;
  g_autoptr (SlGoalProgress) now = NULL;

  if (c->chart->belongings != 0 || (c->chart->kinds & SL_KIND_BIT (SL_KIND_KPI_VALUE)) == 0)
    return;
  then = sl_goal_progress_new (c->then, c->params->since.day);
  now = sl_goal_progress_new (c->now, c->params->today);
  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    {
      const SlId goal = sl_table_id (goals, row);

      if (sl_table_find (before, goal, NULL))
        compare_progress (c, goal, SL_KIND_GOAL, sl_goal_progress_get (then, goal)->progress,
                          sl_goal_progress_get (now, goal)->progress);
    }
}

SlSinceChanges *
sl_since_changes_new (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params)
{
  SlSinceChanges *found = g_new0 (SlSinceChanges, 1);
  const Compare c = { params->since.then, plan, chart, params, found };
  g_autoptr (SlChangeSet) changes = sl_change_set_diff (c.then, c.now);

  found->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, change_free);
  found->belonging = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, change_free);
  found->by_pair = g_hash_table_new_full (pair_hash, pair_equal, g_free, change_free);
  found->gone = g_ptr_array_new_with_free_func (gone_free);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    compare_change (&c, sl_change_set_get (changes, i));
  compare_computed (&c);
  return found;
}
