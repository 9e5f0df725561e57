/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parameters and the common part of every layout, and what charts of different records share. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-date.h"
#include "sl-chart.h"
#include "sl-palette.h"
#include "sl-since.h"
#include "sl-words.h"

/* As many are made in less time than a frame has. */
#define MANY_CELLS 10000

static int first_weekday = 1; /* what somebody prefers; atomic: charts are laid out in any thread */

void
sl_chart_set_first_weekday (int weekday)
{
  g_atomic_int_set (&first_weekday, CLAMP (weekday, 1, 7));
}

void
sl_chart_params_init (SlChartParams *params)
{
  *params = (SlChartParams){
    .today = sl_day_today (),
    .from = SL_INT_NULL,
    .to = SL_INT_NULL,
    .show_guesses = TRUE,
    .rtl = sl_words_locale_is_rtl (),
    .since = { .day = SL_INT_NULL },
    .first_weekday = g_atomic_int_get (&first_weekday),
    .critical = TRUE,
    .baselines = TRUE,
  };
}

/* The headline that somebody wrote for @chart, or NULL. (transfer none) */
static const char *
find_edited_headline (const SlChart *chart, const SlSnapshot *plan)
{
  const SlTable *sheets = sl_snapshot_table (plan, SL_KIND_SHEET);

  for (guint row = 0; row < sl_table_n_rows (sheets); row++)
    {
      const char *headline = sl_table_text (sheets, row, SL_SHEET_HEADLINE);

      if (g_strcmp0 (sl_table_text (sheets, row, SL_SHEET_CHART), chart->id) == 0
          && headline != NULL && *headline != '\0')
        return headline;
    }
  return NULL;
}

SlScene *
sl_chart_layout (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
                 SlTextMeasure *measure)
{
  g_return_val_if_fail (chart != NULL && plan != NULL && params != NULL && measure != NULL, NULL);

  SlScene *scene = sl_scene_new ();
  const char *edited = find_edited_headline (chart, plan);
  g_autofree char *proposed = NULL;

  if (edited == NULL && params->headline != NULL)
    proposed = g_strdup (params->headline);
  else if (edited == NULL && !chart->concludes)
    proposed = chart->headline (plan, params);

  sl_scene_set_title (scene, _ (chart->title));
  sl_scene_set_headline (scene, edited != NULL ? edited : proposed);
  chart->layout (plan, params, measure, scene);
  if (params->since.then != NULL)
    sl_since_mark (chart, plan, params, measure, scene);
  if (params->rtl)
    sl_scene_mirror (scene);
  return scene;
}

gboolean
sl_chart_is_partial (const SlChartParams *params, gsize n_cells)
{
  return params->sight.height > 0 && n_cells >= MANY_CELLS;
}

gboolean
sl_chart_is_in_sight (const SlChartParams *params, double y, double height)
{
  return y + height >= params->sight.y && y <= params->sight.y + params->sight.height;
}

static const struct
{
  SlSymbol symbol;
  SlStyle style;
  const char *words;
} states[] = {
  [SL_STATE_NO_DATA] = { SL_SYMBOL_RING, SL_STYLE_NEUTRAL, N_ ("no data") },
  [SL_STATE_NOT_STARTED] = { SL_SYMBOL_RING, SL_STYLE_NEUTRAL, N_ ("not started") },
  [SL_STATE_ON_TRACK] = { SL_SYMBOL_CIRCLE, SL_STYLE_GOOD, N_ ("on track") },
  [SL_STATE_BEHIND] = { SL_SYMBOL_TRIANGLE, SL_STYLE_WARN, N_ ("behind") },
  [SL_STATE_OFF_TRACK] = { SL_SYMBOL_SQUARE, SL_STYLE_BAD, N_ ("off track") },
  [SL_STATE_DONE] = { SL_SYMBOL_CHECK, SL_STYLE_GOOD, N_ ("done") },
  [SL_STATE_PARKED] = { SL_SYMBOL_PAUSE, SL_STYLE_NEUTRAL, N_ ("parked") },
  [SL_STATE_DROPPED] = { SL_SYMBOL_CROSS, SL_STYLE_NEUTRAL, N_ ("dropped") },
};

SlSymbol
sl_state_symbol (SlState state)
{
  return states[state].symbol;
}

SlStyle
sl_state_style (SlState state)
{
  return states[state].style;
}

const char *
sl_state_words (SlState state)
{
  return _ (states[state].words);
}

/* Counts the parties of the tree below @parent in preorder until @party is met. */
static gboolean
find_place (const SlSnapshot *plan, SlId parent, SlId party, guint *place)
{
  guint n;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_PARTY, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      if (children[i] == party)
        return TRUE;
      (*place)++;
      if (find_place (plan, children[i], party, place))
        return TRUE;
    }
  return FALSE;
}

gint32
sl_party_color (const SlSnapshot *plan, SlId party)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint row, place = 0;

  if (!sl_table_find (parties, party, &row))
    return -1;
  if (sl_table_is_set (parties, row, SL_PARTY_COLOR))
    return (gint32)sl_table_int (parties, row, SL_PARTY_COLOR);
  find_place (plan, SL_ID_NONE, party, &place);
  return sl_palette_party (place);
}
