/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of goals are looked up, not looked at: what cards say stands in rows here, thirty and
 * more a sheet. */

#include "config.h"

#include "tree/sl-tree-outline.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#define INDENT 12.0
#define PAD 2.0
#define GAP 9.0
#define SYMBOL 7.0
/* What titles keep, however deep and wide the rest is. */
#define TITLE_LEAST 120.0
#define WIDTH_LEAST 300.0

enum
{
  TITLE,
  OWNER,
  DUE,
  STATE,
  PROGRESS,
  N_COLUMNS,
};

/* Shares of the width, and heads. */
static const double shares[N_COLUMNS] = { 0.54, 0.18, 0.11, 0.11, 0.06 };
static const char *const heads[N_COLUMNS]
    = { N_ ("Goal"), N_ ("Owner"), N_ ("Due"), N_ ("State"), N_ ("Progress") };

typedef struct
{
  const SlSnapshot *plan;
  const SlChartParams *params;
  SlTextMeasure *measure;
  SlScene *scene;
  double width;
  double y;
} Outline;

static double
column_x (const Outline *self, int column)
{
  double x = 0;

  for (int i = 0; i < column; i++)
    x += shares[i] * self->width;
  return x;
}

/* Sets @text into @column, @inset from its start. Returns: its height */
static double
add_text (Outline *self, SlBand band, SlStyle style, SlFont font, int column, double inset,
          double y, const char *text)
{
  double room = shares[column] * self->width - (column < PROGRESS ? GAP : 0) - inset;
  double height = 0;

  if (*text == '\0')
    return 0;
  sl_text_measure_size (self->measure, font, text, room, NULL, &height);
  sl_scene_add_text (self->scene, band, style, font,
                     column == PROGRESS ? SL_ALIGN_END : SL_ALIGN_START,
                     column_x (self, column) + inset, y, room, height, text)
      ->wrap
      = TRUE;
  return height;
}

static void
add_heads (Outline *self)
{
  double height = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      double own
          = add_text (self, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, i, 0, PAD, _ (heads[i]));
      height = MAX (height, own);
    }
  self->y = height + 2 * PAD;
  sl_scene_add_line (self->scene, SL_BAND_TOP, SL_STYLE_GRID_STRONG, 0, self->y - 0.5, self->width,
                     self->y - 0.5);
  sl_scene_set_bands (self->scene, self->y, 0);
}

static double
add_title (Outline *self, const SlGoalNode *node)
{
  const char *title = sl_snapshot_title (self->plan, node->id);
  double deepest = shares[TITLE] * self->width - GAP - TITLE_LEAST;

  return add_text (self, SL_BAND_BODY, SL_STYLE_TEXT,
                   node->level == 0 ? SL_FONT_BOLD : SL_FONT_LABEL, TITLE,
                   MAX (0, MIN (node->level * INDENT, deepest)), self->y + PAD,
                   *title != '\0' ? title : _ ("Untitled goal"));
}

/* Sets small text into the row that begins now. Returns: its height */
static double
add_small (Outline *self, int column, double inset, const char *text)
{
  return add_text (self, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, column, inset, self->y + PAD,
                   text);
}

static double
add_owner (Outline *self, const SlGoalNode *node)
{
  SlId owner
      = sl_table_ref (sl_snapshot_table (self->plan, SL_KIND_GOAL), node->row, SL_GOAL_OWNER);
  const char *name = owner != SL_ID_NONE ? sl_snapshot_title (self->plan, owner) : "";

  return add_small (self, OWNER, 0,
                    owner != SL_ID_NONE && *name == '\0' ? _ ("unnamed party") : name);
}

static double
add_due (Outline *self, const SlGoalNode *node)
{
  gint64 due = sl_table_int (sl_snapshot_table (self->plan, SL_KIND_GOAL), node->row, SL_GOAL_DUE);
  g_autofree char *date
      = due != SL_INT_NULL ? sl_day_to_short_text (due, self->params->today) : NULL;

  return add_small (self, DUE, 0, date != NULL ? date : "");
}

static double
add_state (Outline *self, const SlGoalNode *node)
{
  double line = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);

  sl_scene_add_symbol (self->scene, SL_BAND_BODY, sl_state_style (node->state),
                       sl_state_symbol (node->state), column_x (self, STATE) + SYMBOL / 2,
                       self->y + PAD + line / 2, SYMBOL);
  return add_small (self, STATE, SYMBOL + 4, sl_state_words (node->state));
}

static double
add_progress (Outline *self, const SlGoalNode *node)
{
  g_autofree char *percent = isnan (node->progress) ? NULL : sl_format_percent (node->progress, 0);

  return add_small (self, PROGRESS, 0, percent != NULL ? percent : "");
}

static void
add_row (Outline *self, const SlGoalNode *node)
{
  static double (*const cells[N_COLUMNS]) (Outline *, const SlGoalNode *)
      = { add_title, add_owner, add_due, add_state, add_progress };
  double height = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      double own = cells[i](self, node);
      height = MAX (height, own);
    }
  self->y += height + 2 * PAD;
  sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_GRID, 0, self->y, self->width, self->y);
}

void
sl_tree_outline_draw (const SlSnapshot *plan, const SlChartParams *params,
                      const SlGoalForest *forest, SlTextMeasure *measure, SlScene *scene)
{
  Outline self = { plan, params, measure, scene, MAX (params->width, WIDTH_LEAST), 0 };
  const SlGoalNode *before = NULL;

  add_heads (&self);
  for (guint i = 0; i < forest->nodes->len; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);

      if (node->continued)
        continue;
      if (before != NULL && node->level <= before->level)
        sl_scene_add_break_y (scene, self.y);
      add_row (&self, node);
      before = node;
    }
  sl_scene_set_size (scene, self.width, self.y + 1);
}
