/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of record kinds. Each kind's rows stand in one header under kinds/, as a macro that
 * gives both the field numbers and the table, so that a new field is one row. */

#pragma once

#include "base/sl-codes.h"
#include "model/sl-field.h"

G_BEGIN_DECLS

/**
 * SlKindId:
 *
 * Numbers of the kinds in the order of the registry. Stored nowhere: files carry names.
 */
typedef enum
{
  SL_KIND_PROJECT,
  SL_KIND_PARTY,
  SL_KIND_ALLIANCE,
  SL_KIND_PARTNER,
  SL_KIND_GOAL,
  SL_KIND_GOAL_PARENT,
  SL_KIND_GOAL_LINK,
  SL_KIND_POSITION,
  SL_KIND_PRIORITY,
  SL_KIND_KPI,
  SL_KIND_KPI_VALUE,
  SL_KIND_TASK,
  SL_KIND_MILESTONE,
  SL_KIND_DEPENDENCY,
  SL_KIND_ALLOCATION,
  SL_KIND_BASELINE,
  SL_KIND_DAY_OFF,
  SL_KIND_BUDGET,
  SL_KIND_NEED,
  SL_KIND_RISK,
  SL_KIND_CONFLICT,
  SL_KIND_NOTE,
  SL_KIND_SHEET,
  SL_KIND_ROLE,
  SL_KIND_DECISION,
  SL_KIND_ACKNOWLEDGEMENT,
  SL_KIND_PROMISE,
  SL_KIND_TRUST,
  SL_KIND_REVIEW,
  SL_KIND_JUDGEMENT,
  SL_KIND_SIGNAL,
  SL_KIND_FORECAST,
  SL_KIND_COMPARISON,
  SL_KIND_CORE_VALUE,
  SL_KIND_VALUE_MARK,
  SL_KIND_VERSION,
  SL_KIND_SWOT,
  SL_KIND_AS_IS,
  SL_KIND_AS_IS_VALUE,
  SL_N_KINDS
} SlKindId;

/* Masks of kinds are guint64. */
#define SL_KIND_BIT(kind) (G_GUINT64_CONSTANT (1) << (kind))

#include "model/kinds/sl-kinds.h"

/**
 * SlKindFlags:
 * @SL_KIND_TREE: has an SL_PARENT field and a "rank" field
 * @SL_KIND_NATURAL: its id derives from its SL_KEY fields (sl-id.h)
 * @SL_KIND_SINGLE: exactly one record in each project
 */
typedef enum
{
  SL_KIND_PLAIN = 0,
  SL_KIND_TREE = 1 << 0,
  SL_KIND_NATURAL = 1 << 1,
  SL_KIND_SINGLE = 1 << 2,
} SlKindFlags;

struct _SlKind
{
  SlKindId id;
  const char *name;      /* table, JSON key: "goal_link" */
  const char *type_name; /* GObject type of its records: "SlGoalLink" */
  const char *nick;      /* N_("goal link"), in sentences */
  const char *plural;    /* N_("Goal Links"), in headings */
  guint flags;           /* SlKindFlags */
  const SlField *fields;
  guint n_fields;
  int title_field;  /* the field that names a record, or -1 */
  int parent_field; /* or -1 */
  int rank_field;   /* or -1 */
};

/* Registry access; the table is constant, so no function here fails for a valid SlKindId. */
const SlKind *sl_kind (SlKindId id);
const SlKind *sl_kind_by_name (const char *name);
/* -1 if @kind has no field of that name. */
int sl_kind_field (const SlKind *kind, const char *name);
/* The kind whose records are the parents of @kind: tasks, for milestones; itself where it has no
 * parents. Kinds of one family are siblings of each other and share order keys. */
SlKindId sl_kind_family (const SlKind *kind);
/* The id that a record of a kind with SL_KIND_NATURAL has by its SL_KEY fields.
 * @values: n_fields of @kind; the key fields are set. */
SlId sl_kind_natural_id (const SlKind *kind, const SlValue *values);

G_END_DECLS
