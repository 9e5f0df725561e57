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

/* A field that has no place of its own in an item. */
typedef struct
{
  const char *name; /* of the field; static */
  SlValue value;
} SlImportField;

/* One row of the source, in its order. */
typedef struct
{
  SlImportItemType type;
  int parent; /* index of an earlier item, or -1 */
  char *title;
  char *place;        /* "row 17", "task UID 4": where the source has it */
  char *foreign_id;   /* "mspdi:12": a second import updates instead of doubling */
  gboolean milestone; /* as the source marks it; @type is what we make of it */
  gint64 start_day;   /* or SL_INT_NULL; dates stay as written */
  gint64 due_day;     /* inclusive last day, or SL_INT_NULL */
  int start_minute;   /* minutes after midnight, or -1 */
  int due_minute;     /* the same; 1440 where the source says 00:00 of the next day */
  double duration;    /* working days, NAN unknown */
  double effort;      /* person-days, NAN unknown */
  double progress;    /* 0..1, NAN unknown */
  char *owner;        /* name of a party, found or created */
  char *note;
  char *measure;
  gint64 status;          /* enum code of the kind's status field, or SL_INT_NULL */
  gint64 constraint_type; /* or SL_INT_NULL */
  gint64 constraint_day;
  gint64 deadline_day;
  GArray *fields;    /* SlImportField: further fields of the record, or NULL */
  SlId own_id;       /* id of the record in an export of ours, or SL_ID_NONE */
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

/* Somebody or something that works; only persons become parties. */
typedef struct
{
  char *name; /* may be "" */
  gboolean person;
} SlImportResource;

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
  GArray *resources;    /* SlImportResource, in order of the file */
  GArray *allocations;  /* SlImportAllocation */
  GArray *baselines;    /* SlImportBaseline */
  GArray *days_off;     /* SlImportDayOff */
  GArray *warnings;     /* SlImportWarning */
  guint n_warnings_dropped;
  guint n_links_dropped; /* beyond SL_IMPORT_MAX_LINKS */
  gboolean dates_checked;
  GHashTable *day_off_days; /* gint64 of days_off, for doubles */
  guint n_links_read;       /* as the file says, before doubles and self-links were dropped */
  guint n_allocations_read;
};

/* A record never has more ancestors than this; deeper rows are lifted. */
#define SL_IMPORT_MAX_DEPTH 64
/* Links and allocations kept of one file; no plan has so many. */
#define SL_IMPORT_MAX_LINKS 1000000
/* Warnings kept of one file; the rest is counted. */
#define SL_IMPORT_MAX_WARNINGS 500

/* @source_name: name of the file for messages, or NULL for the clipboard. */
SlImportPlan *sl_import_plan_new (const char *source_name);
void sl_import_plan_free (SlImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlImportPlan, sl_import_plan_free)

/**
 * sl_import_plan_add:
 * @parent: index of an item that was added before, or -1
 * @title: any bytes; cleaned for storage (sl_field_clean_text())
 *
 * Appends an item with nothing known but its title.
 *
 * Returns: (transfer none): valid until the next item is added
 */
SlImportItem *sl_import_plan_add (SlImportPlan *self, SlImportItemType type, int parent,
                                  const char *title);
SlImportItem *sl_import_plan_item (const SlImportPlan *self, guint index);
/**
 * sl_import_item_set_field:
 * @name: of a field of the item's kind
 * @text: as exports write it (sl_field_parse())
 *
 * Keeps a field that has no member of its own.
 *
 * Returns: %FALSE if the kind has no such field, or @text does not fit it
 */
gboolean sl_import_item_set_field (SlImportItem *item, const char *name, const char *text);
/* The kind of record that an item of @type becomes. */
SlKindId sl_import_type_kind (SlImportItemType type);
/* The title as it is stored: without blanks at its ends, which sources leave there unseen. The dump
 * shows it as written. (transfer full) */
char *sl_import_item_stored_title (const SlImportItem *item);
/* The item's title for a sentence: shortened, "(no title)" for an empty one. (transfer full) */
char *sl_import_item_quote (const SlImportItem *item);
/* "task UID 12" of @format "task UID %s", for the place of an item. (transfer full) */
char *sl_import_place (const char *format, const char *id);
/* "mspdi:Launch:12": @id of @format within @project, which keeps two plans apart. @project may be
 * NULL. (transfer full) */
char *sl_import_foreign_id (const char *format, const char *project, const char *id);
/* Index of the new resource. */
guint sl_import_plan_add_resource (SlImportPlan *self, const char *name, gboolean person);
/* @lag: working days, with @elapsed calendar days. Self-links, doubles and cycles may be added:
 * sl_import_plan_repair() drops them, and says if there were more than SL_IMPORT_MAX_LINKS. */
void sl_import_plan_add_link (SlImportPlan *self, guint before, guint after, int type, double lag,
                              gboolean elapsed);
void sl_import_plan_add_allocation (SlImportPlan *self, guint item, guint resource, double units);
/* Ignores days outside SL_DAY_MIN..SL_DAY_MAX and days that were added before. */
void sl_import_plan_add_day_off (SlImportPlan *self, gint64 day, const char *title, gboolean yearly,
                                 gboolean worked);
/* @place: (nullable). At most SL_IMPORT_MAX_WARNINGS are kept, then one that counts the others. */
void sl_import_plan_warn (SlImportPlan *self, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* The same about one value of the source, shortened for the "%s" of @format. */
void sl_import_plan_warn_value (SlImportPlan *self, const char *place, const char *format,
                                const char *value);
/* Says that item @index is linked to the task @id, which the source does not have. */
void sl_import_plan_warn_missing (SlImportPlan *self, guint index, const char *id);
/**
 * sl_import_plan_repair:
 * @goal_levels: this many top levels become goals; 0: none
 *
 * Makes the plan fit our rules and says what it changed: lifts items that are nested too deep,
 * drops links to self, doubled links and links that close a cycle, merges doubled allocations,
 * makes milestones with parts into tasks, turns the top levels into goals and lifts goals out of
 * tasks, names the only person on a task as its owner.
 */
void sl_import_plan_repair (SlImportPlan *self, guint goal_levels);
/* Fills duplicate_of of every item by looking at what the project holds: the same foreign id, or
 * the same title (letter case apart) under the same parent. */
void sl_import_plan_match (SlImportPlan *self, const SlSnapshot *into);
/* Lists where dates as written disagree with links, as warnings; once. Dates are never changed. */
void sl_import_plan_check_dates (SlImportPlan *self);
/* The neutral dump: {"tasks": [...], "dependencies": n, "resources": [...], "assignments": n,
 * "warnings": [...]}. (transfer full) */
char *sl_import_plan_to_json (const SlImportPlan *self);
/* Parameters of the command "plan.import". (transfer floating) */
GVariant *sl_import_plan_to_params (const SlImportPlan *self);

G_END_DECLS
