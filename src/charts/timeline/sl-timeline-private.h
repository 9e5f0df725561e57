/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the timeline share: its rows, its measures, and the order in which the parts
 * fill them: items, rows, side band, axis, marks. */

#pragma once

#include "analysis/sl-goal-state.h"
#include "analysis/sl-hand-off.h"
#include "analysis/sl-plan-schedule.h"
#include "sl-chart.h"
#include "timeline/sl-time-axis.h"

G_BEGIN_DECLS

typedef enum
{
  SL_ROW_HEADING, /* of a lane or a group; has a title and no dates */
  SL_ROW_GROUP,   /* task with children */
  SL_ROW_TASK,
  SL_ROW_MILESTONE,
  SL_ROW_GOAL,
} SlRowType;

/**
 * SlTimelineItem:
 * @type: what it is drawn as
 * @kind: record kind; SL_N_KINDS for headings without a record
 * @id: record id, or SL_ID_NONE
 * @parent: the item above it in its own tree
 * @owner: own owner, or SL_ID_NONE
 * @lane: own owner, else that of the nearest ancestor that has one
 * @goal: likewise: the goal served; of a goal: itself
 * @depth: indentation of its row, in steps
 * @title: owned by the snapshot, or static
 * @start: first day shown, SL_INT_NULL if undated; of a group: of what is below it
 * @due: last day shown, SL_INT_NULL exactly if @start is; equal to @start for points in time
 * @base_start: agreed first day, or SL_INT_NULL
 * @base_due: agreed last day, or SL_INT_NULL
 * @deadline: day, or SL_INT_NULL
 * @progress: 0..1, or NAN
 * @closed: parked or dropped
 * @done: finished
 * @late: not done though its last day has passed
 * @critical: on the critical path
 * @hidden: filtered out; only while rows are made
 * @foldable: has children that params->collapsed may hide
 * @folded: they are hidden
 * @color: of its bar, 0xRRGGBB, or -1
 * @y: top of its row; pt
 * @h: height of its row; pt
 * @mark_y: top of its bar; pt
 * @mark_h: height of its bar
 * @x1: start of its mark; pt, inside the body
 * @x2: end of its mark
 * @cut_start: begins before the axis
 * @cut_end: ends after the axis
 */
typedef struct
{
  SlRowType type;
  SlKindId kind;
  SlId id;
  SlId parent;
  SlId owner;
  SlId lane;
  SlId goal;
  guint depth;
  const char *title;
  gint64 start, due;
  gint64 base_start, base_due;
  gint64 deadline;
  double progress;
  gboolean closed, done, late, critical;
  gboolean hidden, foldable, folded;
  gint32 color;
  double y, h;
  double mark_y, mark_h;
  double x1, x2;
  gboolean cut_start, cut_end;
} SlTimelineItem;

/* A record without a date, in a list on paper. */
typedef struct
{
  SlTimelineItem item;
  SlBand band;
  double x, y, w, h; /* pt */
  double title_h;
} SlTimelineCell;

/* A hand-off whose items both have a row. */
typedef struct
{
  SlId id;
  guint row; /* of the dependency in its table */
  SlHandOff hand;
  guint from, to; /* rows */
} SlTimelineHandOff;

/* How close rows stand; pt. */
typedef struct
{
  double row, heading; /* least heights */
  double pad;          /* above and below the texts of a row, together */
  double bar;
  double ghosts; /* more below the bars where something agreed is drawn */
  SlFont font;
} SlTimelineDensity;

/* What was left out, for the remarks. */
typedef struct
{
  guint outside;   /* by dates */
  guint closed;    /* parked or dropped */
  guint ownerless; /* groups that belong to no lane */
  guint deeper;    /* below params->max_depth */
} SlTimelineOmitted;

/* Places of the columns of the side band; pt. A width of 0: no such column. */
typedef struct
{
  double title_x, title_w;
  double owner_x, owner_w;
  double dates_x, dates_w;
  gboolean stacked; /* owners stand in the column of dates, above them */
} SlTimelineColumns;

typedef struct
{
  const SlSnapshot *plan;
  const SlChartParams *params;
  SlTextMeasure *measure;   /* (nullable): not needed for rows */
  SlScene *scene;           /* (nullable): likewise */
  GArray *rows;             /* of SlTimelineItem, top to bottom */
  GHashTable *row_of;       /* id -> row + 1, of dated rows */
  SlPlanSchedule *schedule; /* (nullable): only where the critical path is asked for */
  SlTimelineOmitted omitted;
  gint32 lane_color; /* of the lane that is being filled, or -1 */
  guint n_links, n_critical_links;
  GArray *hand_offs;                                     /* of SlTimelineHandOff, by id */
  guint n_hand_offs, n_late_hand_offs, n_kept_hand_offs; /* drawn */
  gboolean dated;                                        /* something is; else there is no axis */
  gboolean dense; /* so many rows on screen that only bars and diamonds are drawn */
  gboolean shows_today;
  gboolean shows_ghosts; /* something agreed is drawn below the bars */
  gboolean shades_days;  /* days off */
  gboolean one_year;     /* all days shown are in one calendar year: dates need no year */
  const SlTimelineDensity *density;
  GArray *undated;    /* of SlTimelineCell; on paper only, below the rows */
  GArray *row_breaks; /* of double: places that sheets may end at */
  SlTimelineColumns columns;
  double dated_h; /* bottom of what stands under the axis */
  double top_h, side_w, body_w, height;
  SlTimeAxis *axis; /* (nullable): no date, no axis */
  GArray *breaks;   /* (nullable) of double: places in the body that no text may cross, as sheets of
                       a poster may end there */
  GPtrArray *taken; /* of GArray of SlInterval, by row: where labels may not be */
} SlTimeline;

/* Places, in pt. */
#define SL_TIMELINE_ROW_H 22.0
#define SL_TIMELINE_DIAMOND 12.0
#define SL_TIMELINE_PAD 6.0

/* Lines of the critical path: more than twice the others, to be seen in grey too. */
#define SL_TIMELINE_CRITICAL_W 2.0
#define SL_TIMELINE_HEAD_ROW_H 15.0
#define SL_TIMELINE_TODAY_H 13.0
/* Days off are shaded where a day is at least this wide. */
#define SL_TIMELINE_SHADE_MIN 3.0

/* With more rows than this on a screen, texts beside the marks are left out: measuring them would
 * take longer than a frame, and the side band says the same. */
#define SL_TIMELINE_MANY_ROWS 5000

/* Painting order, from behind. */
enum
{
  SL_TIMELINE_Z_ROW = -10,
  SL_TIMELINE_Z_OFF,
  SL_TIMELINE_Z_GRID,
  SL_TIMELINE_Z_TODAY,
  SL_TIMELINE_Z_LINK,
  SL_TIMELINE_Z_LINK_CRITICAL,
  SL_TIMELINE_Z_BASELINE,
  SL_TIMELINE_Z_BAR,
  SL_TIMELINE_Z_OVER_BAR,
  SL_TIMELINE_Z_LABEL,
};

static inline SlTimelineItem *
sl_timeline_row (const SlTimeline *self, guint index)
{
  return &g_array_index (self->rows, SlTimelineItem, index);
}

/* Row number of a dated record, or G_MAXUINT. */
static inline guint
sl_timeline_row_of (const SlTimeline *self, SlId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, &id)) - 1;
}

/* y of the middle of the bar or diamond; pt. */
static inline double
sl_timeline_item_middle (const SlTimelineItem *item)
{
  return item->mark_y + item->mark_h / 2;
}

/* Its diamond stays inside its row. */
static inline double
sl_timeline_item_diamond (const SlTimelineItem *item)
{
  return MIN (SL_TIMELINE_DIAMOND, item->mark_h);
}

static inline gboolean
sl_timeline_item_is_point (const SlTimelineItem *item)
{
  return item->type == SL_ROW_MILESTONE || item->type == SL_ROW_GOAL;
}

/* Whether what was agreed differs from what is planned in a way that can be drawn. */
static inline gboolean
sl_timeline_item_has_ghost (const SlTimelineItem *item)
{
  return item->start != SL_INT_NULL && item->base_due != SL_INT_NULL && item->type != SL_ROW_GROUP
         && (item->base_due != item->due || !sl_timeline_item_is_point (item));
}

static inline gboolean
sl_timeline_item_is_dated (const SlTimelineItem *item)
{
  return item->start != SL_INT_NULL;
}

/* sl-timeline-items.c: all tasks with milestones in outline order, or all goals; closed ones left
 * out and counted unless params->show_closed. (transfer full) (element-type SlTimelineItem) */
GArray *sl_timeline_collect_work (SlTimeline *self,
                                  const SlGoalProgress *progress) G_GNUC_WARN_UNUSED_RESULT;
GArray *sl_timeline_collect_goals (SlTimeline *self,
                                   const SlGoalProgress *progress) G_GNUC_WARN_UNUSED_RESULT;
/* sl-timeline-rows.c: fills rows and row_of from the plan. */
void sl_timeline_make_rows (SlTimeline *self);
/* First and last day that the axis shows; FALSE if nothing is dated. */
gboolean sl_timeline_get_span (const SlTimeline *self, gint64 *first, gint64 *last);
/* sl-timeline-density.c: how close rows can stand, 0: roomy; where sheets may end between them; how
 * many sheets of params->height that makes. */
guint sl_timeline_n_densities (const SlTimeline *self);
void sl_timeline_set_density (SlTimeline *self, guint level);
void sl_timeline_place_row_breaks (SlTimeline *self);
guint sl_timeline_count_sheets (const SlTimeline *self);
/* sl-timeline-undated.c: how wide a column of the list is where there is nothing else in @width;
 * the places of the list below the rows. */
double sl_timeline_undated_side (const SlTimeline *self, double width);
void sl_timeline_measure_undated (SlTimeline *self);
void sl_timeline_draw_undated (SlTimeline *self);
/* sl-timeline-side.c: widths of the columns; then heights and places of the rows below top_h. */
void sl_timeline_measure_columns (SlTimeline *self);
void sl_timeline_measure_rows (SlTimeline *self);
void sl_timeline_draw_side (SlTimeline *self);
/* sl-timeline-head.c: header, grid, days off, today. */
void sl_timeline_draw_head (SlTimeline *self);
/* sl-timeline-bars.c: where marks stand, then the marks. */
void sl_timeline_place_bars (SlTimeline *self);
void sl_timeline_draw_bars (SlTimeline *self);
/* The done part of bars: of the color of the bars, or dark where each lane has its own. */
static inline SlStyle
sl_timeline_done_style (const SlTimeline *self)
{
  return self->params->lanes ? SL_STYLE_BAR_GROUP : SL_STYLE_BAR_DONE;
}
/* sl-timeline-links.c: arrows of dependencies. */
void sl_timeline_draw_links (SlTimeline *self);
/* sl-timeline-hand-offs.c: which there are, once rows are made; then their marks. */
void sl_timeline_collect_hand_offs (SlTimeline *self);
void sl_timeline_draw_hand_offs (SlTimeline *self);
/* sl-timeline-labels.c: texts beside and inside the marks, where there is room. */
void sl_timeline_take (SlTimeline *self, guint row, double x1, double x2);
gboolean sl_timeline_is_free (const SlTimeline *self, guint row, double x1, double x2);
/* Whether the line of today stands behind @x..@x + @w. */
gboolean sl_timeline_crosses_today (const SlTimeline *self, double x, double w);
void sl_timeline_draw_labels (SlTimeline *self);
/* sl-timeline-text.c: @title, or "Untitled" for none; (transfer none) */
const char *sl_timeline_title (const char *title);
/* words; all (transfer full) */

char *sl_timeline_item_dates (const SlTimeline *self, const SlTimelineItem *item);
char *sl_timeline_item_percent (const SlTimelineItem *item); /* (nullable) */
char *sl_timeline_item_label (const SlTimeline *self, const SlTimelineItem *item);
char *sl_timeline_lag_text (double lag); /* (nullable) */
char *sl_timeline_link_label (const SlTimeline *self, guint dependency_row);
/* sl-timeline-legend.c: legend of what is drawn, remarks about what is not. */
void sl_timeline_add_legend (SlTimeline *self);
void sl_timeline_add_remarks (SlTimeline *self);
/* sl-timeline-headline.c */
char *sl_timeline_headline (const SlSnapshot *plan, const SlChartParams *params);

/* sl-chart-timeline.c: nothing but the plan yet; the fields are filled by what follows. */
SlTimeline *sl_timeline_new (const SlSnapshot *plan,
                             const SlChartParams *params) G_GNUC_WARN_UNUSED_RESULT;
void sl_timeline_free (SlTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimeline, sl_timeline_free)

G_END_DECLS
