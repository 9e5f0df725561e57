/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explanations as plain data, which numbers a record has, and their text. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pairs that the numbers of a party list: who wants another one asks for it. */
#define MAX_COMPANIONS 6

static void
clear_row (gpointer data)
{
  SlEvidence *row = data;

  g_free (row->label);
  g_free (row->value);
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SlEvidence));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

SlExplanation *
sl_explanation_new (const char *title, const char *subject, char *value, double number,
                    char *formula, const char *source)
{
  SlExplanation *self = g_new0 (SlExplanation, 1);

  self->title = g_strdup (title);
  self->subject = g_strdup (subject);
  self->value = value;
  self->number = number;
  self->formula = formula;
  self->inputs = rows_new ();
  self->left_out = rows_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->source = source;
  return self;
}

void
sl_explanation_free (SlExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subject);
  g_free (self->value);
  g_free (self->formula);
  g_array_unref (self->inputs);
  g_array_unref (self->left_out);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
sl_explanation_add (SlExplanation *self, char *label, char *value, double number, const char *unit,
                    SlId record)
{
  SlEvidence row = { label, value, number, unit, record };

  g_array_append_val (self->inputs, row);
}

void
sl_explanation_leave_out (SlExplanation *self, char *label, const char *why, SlId record)
{
  SlEvidence row = { label, g_strdup (why), NAN, NULL, record };

  g_array_append_val (self->left_out, row);
}

void
sl_explanation_note (SlExplanation *self, char *text)
{
  g_ptr_array_add (self->notes, text);
}

SlExplanation *
sl_explain (const SlAnalysis *analysis, SlNumber number, SlId id, SlId other)
{
  const SlFacts *facts = analysis->facts;

  switch (number)
    {
    case SL_NUMBER_NONE:
      return NULL;
    case SL_NUMBER_PROGRESS:
      return sl_explain_progress (facts, id);
    case SL_NUMBER_SATISFACTION:
      return sl_explain_satisfaction (facts, id);
    case SL_NUMBER_WEIGHT:
      return sl_explain_weight (facts, id);
    case SL_NUMBER_RANK:
      return sl_explain_rank (facts, id, other);
    case SL_NUMBER_DATES:
      return sl_explain_dates (facts, id);
    case SL_NUMBER_MONEY:
      return sl_explain_money (facts, id);
    case SL_NUMBER_WEEK:
      return sl_explain_week (facts, id, other);
    case SL_NUMBER_BOOKING:
      return sl_explain_booking (facts, id);
    case SL_NUMBER_KEPT:
      return sl_explain_kept (facts, id);
    case SL_NUMBER_TOGETHER:
      return sl_explain_together (facts, id, other);
    case SL_NUMBER_INFLUENCE:
      return sl_explain_influence (facts, id);
    case SL_NUMBER_INDEX:
      return sl_explain_index (analysis);
    case SL_NUMBER_DIMENSION:
      return id >= 0 && id < SL_N_DIMENSIONS ? sl_explain_dimension (analysis, (SlDimension)id)
                                             : NULL;
    case SL_NUMBER_BENEFIT:
      return id >= 0 && id < SL_N_BENEFITS ? sl_explain_benefit (analysis, (SlBenefit)id) : NULL;
    }
  g_return_val_if_reached (NULL);
}

/* --- All numbers of a record --- */

static void
take (GPtrArray *out, SlExplanation *explanation)
{
  if (explanation != NULL)
    g_ptr_array_add (out, explanation);
}

static void
explain_index (const SlAnalysis *analysis, GPtrArray *out)
{
  take (out, sl_explain_index (analysis));
  for (guint d = 0; d < SL_N_DIMENSIONS; d++)
    take (out, sl_explain_dimension (analysis, d));
}

static void
explain_goal (const SlFacts *facts, SlId goal, GPtrArray *out)
{
  take (out, sl_explain_progress (facts, goal));
  take (out, sl_explain_satisfaction (facts, goal));
  take (out, sl_explain_weight (facts, goal));
  take (out, sl_explain_money (facts, goal));
  take (out, sl_explain_dates (facts, goal));
}

static void
explain_work (const SlFacts *facts, SlId id, GPtrArray *out)
{
  take (out, sl_explain_dates (facts, id));
  take (out, sl_explain_progress (facts, id));
  take (out, sl_explain_money (facts, id));
}

GPtrArray *
sl_explain_record (const SlAnalysis *analysis, SlId id)
{
  const SlFacts *facts = analysis->facts;
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_explanation_free);
  SlKindId kind = SL_N_KINDS;
  const SlTable *table;
  guint row = 0;

  if (!sl_snapshot_find (facts->plan, id, &kind, &row))
    return out;
  table = sl_snapshot_table (facts->plan, kind);
  if (kind == SL_KIND_PROJECT)
    explain_index (analysis, out);
  else if (kind == SL_KIND_GOAL)
    explain_goal (facts, id, out);
  else if (kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE)
    explain_work (facts, id, out);
  else if (kind == SL_KIND_KPI)
    take (out, sl_explain_progress (facts, id));
  else if (kind == SL_KIND_KPI_VALUE)
    take (out, sl_explain_progress (facts, sl_table_ref (table, row, SL_KPI_VALUE_KPI)));
  else if (kind == SL_KIND_PARTY)
    {
      take (out, sl_explain_influence (facts, id));
      take (out, sl_explain_money (facts, id));
      sl_explain_companions (facts, id, MAX_COMPANIONS, out);
    }
  else if (kind == SL_KIND_PRIORITY)
    take (out, sl_explain_rank (facts, sl_table_ref (table, row, SL_PRIORITY_PARTY),
                                sl_table_ref (table, row, SL_PRIORITY_GOAL)));
  else if (kind == SL_KIND_POSITION)
    {
      take (out, sl_explain_weight (facts, sl_table_ref (table, row, SL_POSITION_GOAL)));
      take (out, sl_explain_influence (facts, sl_table_ref (table, row, SL_POSITION_PARTY)));
    }
  else if (kind == SL_KIND_ALLOCATION)
    take (out, sl_explain_booking (facts, id));
  else if (kind == SL_KIND_PROMISE)
    take (out, sl_explain_kept (facts, id));
  else if (kind == SL_KIND_BUDGET)
    take (out, sl_explain_money (facts, sl_table_ref (table, row, SL_BUDGET_ITEM)));
  return out;
}

/* --- Text --- */

static void
print_rows (GString *out, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SlEvidence *row = &g_array_index (rows, SlEvidence, i);

      g_string_append_printf (out, "    %s: %s\n", row->label, row->value);
    }
}

char *
sl_explanation_to_text (const SlExplanation *self)
{
  GString *out = g_string_new (self->title);

  if (self->subject[0] != '\0')
    g_string_append_printf (out, " – %s", self->subject);
  g_string_append_printf (out, ": %s\n  %s\n", self->value, self->formula);
  print_rows (out, self->inputs);
  if (self->left_out->len > 0)
    g_string_append_printf (out, "  %s\n", _ ("Not counted"));
  print_rows (out, self->left_out);
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (out, "  %s\n", (const char *)self->notes->pdata[i]);
  g_string_append_printf (out, "  %s\n", self->source);
  return g_string_free (out, FALSE);
}
