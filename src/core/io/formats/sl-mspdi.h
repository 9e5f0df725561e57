/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the Microsoft Project XML reader share. Facts of the format: [MS-PROJ]'s XML
 * schema "mspdi_pj12.xsd" and files of Project 2002 to 2019, ProjectLibre, TaskJuggler,
 * GanttProject and Freeplane. Elements come in any order, so what needs the whole file is settled
 * at the end. */

#pragma once

#include "io/sl-format.h"
#include "io/sl-xml.h"

G_BEGIN_DECLS

/* A link as it stands in its successor. */
typedef struct
{
  char *before_uid;
  guint after;
  int type;
  double lag; /* tenths of a minute, or percent by @format */
  int format; /* LagFormat */
  gboolean other_project;
} SlMspdiLink;

/* What waits for MinutesPerDay, which may stand behind the tasks. One a task. */
typedef struct
{
  char *duration;
  char *work;
  char *uid;
  int format; /* DurationFormat */
} SlMspdiTask;

typedef struct
{
  char *task_uid;
  char *resource_uid;
  double units;
} SlMspdiAssignment;

/* A day off or a worked day of one calendar, or a rule for many. */
typedef struct
{
  gint64 from;
  gint64 to;
  char *name;
  gboolean worked;
  int type;   /* Exception/Type; 1 for the plain form */
  int period; /* every n days, weeks or months */
  int days_of_week;
  int month_item;
  int month_position;
  int month; /* 0 to 11 */
  int month_day;
  int occurrences; /* 0: not stated */
} SlMspdiException;

typedef struct
{
  char *uid;
  char *base_uid;
  guint week;        /* bit 0 Monday: worked */
  guint week_stated; /* bit 0 Monday: said here, else inherited */
  GArray *exceptions;
} SlMspdiCalendar;

typedef struct
{
  SlXml *xml;
  SlImportPlan *plan;
  double minutes_per_day;
  double minutes_per_week;
  double days_per_month;
  char *name;
  char *calendar_uid;
  GHashTable *items;     /* UID text -> item index + 1 */
  GHashTable *resources; /* UID text -> resource index + 1 */
  GArray *tasks;         /* SlMspdiTask */
  GArray *links;         /* SlMspdiLink */
  GArray *assignments;   /* SlMspdiAssignment */
  GArray *calendars;     /* SlMspdiCalendar */
  GArray *levels;        /* of the items from the root to the last one: SlMspdiLevel */
  int last_level;
  guint n_own_calendars; /* tasks that follow another calendar than the project */
  guint calendar_steps;
} SlMspdi;

/* Index of the current element's name in @names (NULL-terminated), or -1. */
int sl_mspdi_element (SlMspdi *self, const char *const *names);
/* Reads the current element's simple children named in @names into @values (of the same length,
 * all NULL), first one wins. */
void sl_mspdi_read_values (SlMspdi *self, const char *const *names, char **values);
void sl_mspdi_clear_values (char **values, guint n);

void sl_mspdi_read_tasks (SlMspdi *self);
void sl_mspdi_read_resources (SlMspdi *self);
void sl_mspdi_read_assignments (SlMspdi *self);
void sl_mspdi_read_calendars (SlMspdi *self);

/* To be called when the whole file was read, in this order. */
void sl_mspdi_settle_calendar (SlMspdi *self);
void sl_mspdi_settle_tasks (SlMspdi *self);
void sl_mspdi_settle_links (SlMspdi *self);
void sl_mspdi_settle_assignments (SlMspdi *self);

/* Whether a DurationFormat or LagFormat counts 24-hour days, or percent; "estimated" forms too. */
gboolean sl_mspdi_format_is_elapsed (int format);
gboolean sl_mspdi_format_is_percent (int format);
/**
 * sl_mspdi_read_duration:
 * @text: "PT8H0M0S"; with calendar units ("P3D") a day is a working day
 * @minutes: (out): may be negative
 * @calendar_units: (out): whether years, months, weeks or days occur, which no version of Project
 *   writes
 *
 * Returns: %FALSE if @text is no ISO 8601 duration
 */
gboolean sl_mspdi_read_duration (const SlMspdi *self, const char *text, double *minutes,
                                 gboolean *calendar_units);

G_END_DECLS
