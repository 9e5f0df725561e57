/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts and their registry. A chart is a pure function from a snapshot and parameters to a scene.
 */

#pragma once

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-analysis.h"
#include "model/sl-snapshot.h"
#include "sl-scene.h"
#include "sl-text-measure.h"

G_BEGIN_DECLS

/**
 * SlChartSince:
 * @day: a former day
 * @then: (nullable): the plan at the end of @day; %NULL: nothing is compared
 * @whole: whether everything that was changed since is known, not only what has a date of its own
 *
 * What a chart marks changes against.
 */
typedef struct
{
  gint64 day;
  SlSnapshot *then;
  gboolean whole;
} SlChartSince;

/**
 * SlChartSight:
 * @y: where it begins, from the top of the scene; pt
 * @height: pt; 0: everything is wanted
 *
 * The rows of a scene that are wanted first.
 */
typedef struct
{
  double y;
  double height;
} SlChartSight;

/**
 * SlChartParams:
 * @paper: TRUE: nothing is shortened, every title stands whole
 * @rtl: mirror for right-to-left
 * @today: day of the today line
 * @width: room in pt for the whole scene that the layout should try to fill (0: natural size).
 *   Only the timeline stretches; trees and matrices may choose their orientation by it.
 * @height: as @width
 * @sheet_width: room of one sheet of a poster, which has no @width to fill; 0: not known
 * @from: first day shown, or SL_INT_NULL for what the data need
 * @to: last day shown, or SL_INT_NULL
 * @root: only this branch (goal, task or party), or SL_ID_NONE
 * @max_depth: levels shown below the root, 0: all
 * @show_closed: also done, parked and dropped records
 * @show_guesses: FALSE: guesses print as not asked (copies for a partner)
 * @collapsed: (nullable): set of ids (as gint64 pointers) whose children are hidden on screen
 * @pt_per_day: timeline scale on screen, 0: fit @width
 * @first_weekday: weeks begin on it, of the timeline and of bookings; 1 Monday to 7 Sunday
 * @top_down: goal tree from the top instead of from the start edge
 * @lanes: timeline: swimlanes by owner party instead of the task tree
 * @goal_lanes: timeline: swimlanes by the goal that is served; not together with @lanes
 * @critical: timeline: mark the critical path
 * @baselines: timeline: draw ghosts of the newest baseline
 * @show_unasked: matrices on screen: also persons, teams and groups without any position or role
 * @sort_blocks: matrix: reorder so that parties that stand together stand side by side
 * @party: the party whose copy or view it is, or SL_ID_NONE: it is never among those left out
 * @headline: (nullable): the proposed headline where it is known already: it is the same for all
 *   sizes
 * @since: what is marked with a triangle: differences from a former plan
 * @sight: charts of very many cells leave out those of rows that are not in sight, except the first
 *   and the last row: then sl_scene_is_partial()
 * @analysis: (nullable): what the engine says of the plan, where it is at hand; charts that need it
 *   compute it otherwise
 *
 * Initialise with sl_chart_params_init(): today, the direction of the language, everything shown.
 */
typedef struct
{
  gboolean paper;
  gboolean rtl;
  gint64 today;
  double width;
  double height;
  double sheet_width;
  gint64 from;
  gint64 to;
  SlId root;
  guint max_depth;
  gboolean show_closed;
  gboolean show_guesses;
  GHashTable *collapsed;
  double pt_per_day;
  int first_weekday;
  gboolean top_down;
  gboolean lanes;
  gboolean goal_lanes;
  gboolean critical;
  gboolean baselines;
  gboolean show_unasked;
  gboolean sort_blocks;
  SlId party;
  const char *headline;
  SlChartSince since;
  SlChartSight sight;
  SlAnalysis *analysis;
} SlChartParams;

void sl_chart_params_init (SlChartParams *params);
/* Weeks of all charts whose params are initialised from now on begin on @weekday, 1 Monday (as
 * until it is said) to 7 Sunday. */
void sl_chart_set_first_weekday (int weekday);

/**
 * SlChart:
 * @id: "goal-tree": command line, sheet records, file names
 * @title: N_("Goal Tree")
 * @kinds: mask of kinds whose changes need a new layout
 * @belongings: kinds that have no marks here: their changes are marked at the party or goal that
 * they name, and nothing else of it; 0: each mark tells of its own record
 * @number: what the number of a mark is, by the record and, for a week, the day @b of its #SlHit
 * @layout: fills @scene; must not fail: an empty plan gives a scene that says so
 * @concludes: whether @layout also sets the headline where @scene has none yet, because what it
 *   gathers takes long and @headline would gather it again
 * @headline: the sentence that the data support, or a neutral one; (transfer full), translated
 */
typedef struct
{
  const char *id;
  const char *title;
  guint64 kinds;
  guint64 belongings;
  SlNumber number;
  void (*layout) (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
                  SlScene *scene);
  char *(*headline) (const SlSnapshot *plan, const SlChartParams *params);
  gboolean concludes;
} SlChart;

/* (array zero-terminated=1) */
const SlChart *const *sl_chart_all (void);
const SlChart *sl_chart_by_id (const char *id);
/* Lays out: sets title and headline (the edited one of the plan's sheet record, else the proposed),
 * calls the chart, marks what changed, mirrors where params->rtl. (transfer full) */
SlScene *sl_chart_layout (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                          SlTextMeasure *measure);

/* Whether a matrix of @n_cells cells is so large that @params have it laid out in part. */
gboolean sl_chart_is_partial (const SlChartParams *params, gsize n_cells);
/* Whether what stands at @y, @height high, is wanted first; pt. */
gboolean sl_chart_is_in_sight (const SlChartParams *params, double y, double height);

extern const SlChart sl_chart_goal_tree;          /* tree/sl-chart-goal-tree.c */
extern const SlChart sl_chart_stakeholder_matrix; /* matrix/sl-chart-stakeholder-matrix.c */
extern const SlChart sl_chart_timeline;           /* timeline/sl-chart-timeline.c */
extern const SlChart sl_chart_slip;               /* timeline/sl-chart-slip.c */
extern const SlChart sl_chart_alignment_page;     /* alignment/sl-chart-alignment-page.c */
extern const SlChart sl_chart_findings;           /* alignment/sl-chart-findings.c */
extern const SlChart sl_chart_profile;            /* alignment/sl-chart-profile.c */
extern const SlChart sl_chart_priorities;         /* alignment/sl-chart-priorities.c */
extern const SlChart sl_chart_stands_together;    /* alignment/sl-chart-stands-together.c */
extern const SlChart sl_chart_charter;            /* alignment/sl-chart-charter.c */
extern const SlChart sl_chart_conflict_sheet;     /* alignment/sl-chart-conflict-sheet.c */
extern const SlChart sl_chart_budget;             /* resources/sl-chart-budget.c */
extern const SlChart sl_chart_people_weeks;       /* resources/sl-chart-people-weeks.c */
extern const SlChart sl_chart_technology_weeks;   /* resources/sl-chart-people-weeks.c */
extern const SlChart sl_chart_waste;              /* resources/sl-chart-waste.c */
extern const SlChart sl_chart_trust;              /* alignment/sl-chart-trust.c */
extern const SlChart sl_chart_risk_matrix;        /* risks/sl-chart-risk-matrix.c */
extern const SlChart sl_chart_power_interest;     /* people/sl-chart-power-interest.c */
extern const SlChart sl_chart_register;           /* people/sl-chart-register.c */
extern const SlChart sl_chart_direction;          /* direction/sl-chart-direction.c */
extern const SlChart sl_chart_current_state;      /* direction/sl-chart-current-state.c */
extern const SlChart sl_chart_raci;               /* roles/sl-chart-raci.c */

/* What charts of different records share: shape and words of a goal's or task's state. */
typedef enum
{
  SL_STATE_NO_DATA,
  SL_STATE_NOT_STARTED,
  SL_STATE_ON_TRACK,
  SL_STATE_BEHIND,
  SL_STATE_OFF_TRACK,
  SL_STATE_DONE,
  SL_STATE_PARKED,
  SL_STATE_DROPPED,
} SlState;
SlSymbol sl_state_symbol (SlState state);
SlStyle sl_state_style (SlState state);
const char *sl_state_words (SlState state); /* translated */
/* The party's own color, or one of the palette by its place. 0xRRGGBB */
gint32 sl_party_color (const SlSnapshot *plan, SlId party);

G_END_DECLS
