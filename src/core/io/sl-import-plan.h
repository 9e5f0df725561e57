/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader found in a foreign file or on the clipboard: items, links and warnings, without any
 * side effect. It is previewed and then becomes one command, one undo step. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  SL_IMPORT_TASK,
  SL_IMPORT_MILESTONE,
  SL_IMPORT_GOAL,
  SL_IMPORT_PARTY,
} SlImportItemType;

/* One row of the source, in its order. */
typedef struct
{
  SlImportItemType type;
  int parent; /* index of an earlier item, or -1 */
  char *title;
  char *foreign_id; /* "mspdi:12": a second import updates instead of doubling */
  gint64 start_day; /* or SL_INT_NULL; dates stay as written */
  gint64 due_day;   /* inclusive last day, or SL_INT_NULL */
  int start_minute; /* minutes after midnight, or -1 */
  int due_minute;
  double duration; /* working days, NAN unknown */
  double effort;   /* person-days, NAN unknown */
  double progress; /* 0..1, NAN unknown */
  char *owner;     /* name of a party, found or created */
  char *note;
  char *measure;
  gint64 status;          /* enum code of the kind's status field, or SL_INT_NULL */
  gint64 constraint_type; /* or SL_INT_NULL */
  gint64 constraint_day;
  gint64 deadline_day;
  gboolean skip;     /* the user unticked it in the preview */
  SlId duplicate_of; /* record with the same title or foreign id that exists already, or SL_ID_NONE
                      */
} SlImportItem;

typedef struct
{
  guint before; /* item indexes */
  guint after;
  int type;   /* code of sl_dependency_types */
  double lag; /* working days */
  gboolean elapsed;
} SlImportLink;

typedef struct
{
  guint item;
  guint resource; /* index into resources */
  double units;   /* 1.0 = full time */
} SlImportAllocation;

/* @place: "row 17", "task UID 4", "line 88:5"; NULL where the whole file is meant. */
typedef struct
{
  char *place;
  char *text;
} SlImportWarning;

typedef struct
{
  guint item;
  int number;
  gint64 start_day;
  gint64 due_day;
} SlImportBaseline;

typedef struct
{
  gint64 day;
  char *title;
  gboolean yearly;
  gboolean worked;
} SlImportDayOff;

struct _SlImportPlan
{
  char *source_name;
  char *title;          /* of the project, or NULL */
  guint work_week;      /* bit 0 Monday .. bit 6 Sunday; 0: not stated */
  double hours_per_day; /* 0: not stated */
  GArray *items;        /* SlImportItem */
  GArray *links;        /* SlImportLink */
  GPtrArray *resources; /* char *: names, in order of the file */
  GArray *allocations;  /* SlImportAllocation */
  GArray *baselines;    /* SlImportBaseline */
  GArray *days_off;     /* SlImportDayOff */
  GArray *warnings;     /* SlImportWarning */
  guint n_links_read;   /* as the file says, before doubles and self-links were dropped */
  guint n_allocations_read;
};

SlImportPlan *sl_import_plan_new (const char *source_name);
void sl_import_plan_free (SlImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImportPlan, sl_import_plan_free)
SlImportItem *sl_import_plan_add (SlImportPlan *self, SlImportItemType type, int parent,
                                  const char *title);
void sl_import_plan_warn (SlImportPlan *self, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Fills duplicate_of of every item by looking at what the project holds. */
void sl_import_plan_match (SlImportPlan *self, const SlSnapshot *into);
/* Lists where dates as written disagree with links and calendar, as warnings. */
void sl_import_plan_check_dates (SlImportPlan *self);
/* The neutral dump: {"tasks": [...], "dependencies": n, "resources": [...], "assignments": n}. */
char *sl_import_plan_to_json (const SlImportPlan *self);
/* Parameters of the command "plan.import". (transfer floating) */
GVariant *sl_import_plan_to_params (const SlImportPlan *self);

G_END_DECLS
