/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What random parameters of commands are chosen from: records, kinds, fields and days of a plan. */

#pragma once

#include "random-plan.h"

#define FEW_OF_A_KIND 12
#define NO_ID (G_GINT64_CONSTANT (1) << 40)

static inline int
range (int from, int to)
{
  return g_test_rand_int_range (from, to);
}

static inline SlId
pick (const SlSnapshot *plan, SlKindId kind)
{
  /* Now and then somebody names what is not there. */
  if (random_one_in (60))
    return NO_ID;
  return random_target (plan, SL_KIND_BIT (kind));
}

static inline SlKindId
pick_kind (const SlKindId *kinds, guint n)
{
  return kinds[range (0, (int)n)];
}

static inline SlKindId
pick_tree_kind (void)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_PARTY, SL_KIND_MILESTONE };
  return pick_kind (kinds, G_N_ELEMENTS (kinds));
}

static inline SlKindId
pick_dated_kind (void)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE };
  return pick_kind (kinds, G_N_ELEMENTS (kinds));
}

/* One to @max ids of records of @kind. */
static inline GVariant *
pick_ids (const SlSnapshot *plan, SlKindId kind, int max)
{
  GVariantBuilder ids;
  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  int n = range (1, max + 1);
  for (int i = 0; i < n; i++)
    {
      SlId id = pick (plan, kind);
      if (id != SL_ID_NONE)
        g_variant_builder_add (&ids, "x", id);
    }
  return g_variant_builder_end (&ids);
}

static inline GVariant *
ids_alone (GVariant *ids)
{
  return g_variant_new ("(@ax)", ids);
}

/* A field that people set: no key, no place in a tree. Of a kind that has none, its first. */
static inline const SlField *
pick_field (const SlKind *kind)
{
  guint start = (guint)range (0, (int)kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint field = (start + i) % kind->n_fields;
      if ((int)field != kind->parent_field && (int)field != kind->rank_field
          && !(kind->fields[field].flags & SL_KEY))
        return &kind->fields[field];
    }
  return &kind->fields[0];
}

static inline GVariant *
field_value (const SlField *field, const SlSnapshot *plan)
{
  if (random_one_in (50))
    return g_variant_new_string ("“out of place”");
  g_auto (SlValue) value = random_value (field, plan);
  return sl_value_to_variant (&value);
}

static inline gint64
pick_day (void)
{
  return sl_day_from_ymd (2026, 1, 1) + range (0, 400);
}

/* A risk whose contingency plan is not started. */
static inline SlId
waiting_risk (const SlSnapshot *plan)
{
  const SlTable *risks = sl_snapshot_table (plan, SL_KIND_RISK);
  for (guint row = 0; row < sl_table_n_rows (risks); row++)
    if (!sl_table_is_set (risks, row, SL_RISK_ACTIVATED))
      return sl_table_id (risks, row);
  return SL_ID_NONE;
}

static inline gboolean
has_none (const SlSnapshot *plan, SlKindId kind)
{
  return sl_table_n_rows (sl_snapshot_table (plan, kind)) == 0;
}

/* The kind that most records are of. */
static inline SlKindId
pick_most (const SlSnapshot *plan)
{
  SlKindId most = SL_KIND_GOAL;
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (sl_table_n_rows (sl_snapshot_table (plan, kind))
        > sl_table_n_rows (sl_snapshot_table (plan, most)))
      most = kind;
  return most;
}

/* Any kind but the project; rather one that most commands need and that has become rare. */
static inline SlKindId
pick_new_kind (const SlSnapshot *plan)
{
  static const SlKindId needed[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_PARTY, SL_KIND_MILESTONE };
  SlKindId kind = pick_kind (needed, G_N_ELEMENTS (needed));
  if (waiting_risk (plan) == SL_ID_NONE && random_one_in (2))
    return SL_KIND_RISK;
  if (has_none (plan, SL_KIND_ALLIANCE) && random_one_in (2))
    return SL_KIND_ALLIANCE;
  if (has_none (plan, SL_KIND_CORE_VALUE) && random_one_in (2))
    return SL_KIND_CORE_VALUE;
  if (sl_table_n_rows (sl_snapshot_table (plan, kind)) < FEW_OF_A_KIND)
    return kind;
  if (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_ALLIANCE)) < FEW_OF_A_KIND / 2)
    return SL_KIND_ALLIANCE;
  if (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_CORE_VALUE)) < FEW_OF_A_KIND / 2)
    return SL_KIND_CORE_VALUE;
  return (SlKindId)range (1, SL_N_KINDS);
}
