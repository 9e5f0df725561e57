/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts of the engine share, and how they draw a finding; readable in grey: severities
 * have a shape and a word. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "alignment/sl-finding-words.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "sl-partner-copy.h"
#include "sl-since.h"

#define INDENT 22.0
#define SYMBOL_X 7.0
#define MAX_EVIDENCE 4
#define COLUMN_GAP 12.0

SlAnalysis *
sl_alignment_analysis (const SlSnapshot *plan, const SlChartParams *params)
{
  SlAnalysis *known = params->analysis;

  if (!params->show_guesses)
    {
      g_autoptr (SlSnapshot) copy = sl_partner_copy_new (plan);

      return sl_analysis_new_for_paper (copy, params->today, NULL);
    }
  if (params->paper)
    return sl_analysis_new_for_paper ((SlSnapshot *)plan, params->today, NULL);
  if (known != NULL && known->facts->plan == plan && known->facts->today == params->today)
    return sl_analysis_ref (known);
  return sl_analysis_new ((SlSnapshot *)plan, params->today, NULL);
}

const SlFacts *
sl_alignment_facts (const SlSnapshot *plan, const SlChartParams *params, SlFacts **own)
{
  const SlAnalysis *known = params->analysis;

  *own = NULL;
  if (!params->show_guesses)
    {
      g_autoptr (SlSnapshot) copy = sl_partner_copy_new (plan);

      *own = sl_facts_new (copy, params->today);
      return *own;
    }
  if (known != NULL && known->facts->plan == plan && known->facts->today == params->today)
    return known->facts;
  *own = sl_facts_new ((SlSnapshot *)plan, params->today);
  return *own;
}

const char *
sl_alignment_title (const SlFacts *facts, SlId id)
{
  const char *title = sl_facts_title (facts, id);

  if (title != NULL && *title != '\0')
    return title;
  return sl_facts_party (facts, id) >= 0 ? _ ("Party without a name") : _ ("Goal without a title");
}

void
sl_alignment_add_remark (SlScene *scene, guint n, char *text)
{
  if (n > 0)
    sl_scene_add_remark (scene, text);
  g_free (text);
}

int
sl_alignment_compare_falling (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return x < y ? 1 : x > y ? -1 : 0;
}

char *
sl_alignment_verdict (const SlAnalysis *analysis)
{
  const SlAlignmentIndex *index = analysis->index;
  g_autofree char *number = NULL;
  g_autofree char *coverage = sl_format_percent (index->coverage, 0);

  if (!index->gate_open)
    /* Translators: share of what the alignment index looks at. */
    return g_strdup_printf (_ ("No number yet: %s of what counts is assessed, 60 %% are needed."),
                            coverage);
  number = sl_format_number (index->index, 1);
  if (index->coverage >= 1.0)
    /* Translators: index, verdict. */
    return g_strdup_printf (_ ("Alignment %s of 100: %s"), number,
                            sl_index_band_title (index->band));
  /* Translators: index, verdict, lowest and highest that it may become. */
  return g_strdup_printf (
      _ ("Alignment %s of 100: %s (between %.0f and %.0f once all is assessed)"), number,
      sl_index_band_title (index->band), index->low, index->high);
}

char *
sl_alignment_headline (const SlAnalysis *analysis)
{
  guint n_high = sl_analysis_count (analysis, SL_SEVERITY_WORD_HIGH);
  guint n = sl_analysis_count (analysis, SL_SEVERITY_WORD_LOW);

  if (n == 0)
    return g_strdup (_ ("Nothing stands against pulling together"));
  if (n_high == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding, none of it grave",
                                         "%u findings, none of them grave", n),
                            n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u findings needs a decision",
                                       "%u of %u findings need a decision", n_high),
                          n_high, n);
}

SlAnalysisSince *
sl_alignment_since (const SlChartParams *params, const SlAnalysis *analysis)
{
  SlChartParams former = *params;
  g_autoptr (SlAnalysis) then = NULL;

  if (params->since.then == NULL)
    return NULL;
  former.today = params->since.day;
  former.analysis = NULL;
  then = sl_alignment_analysis (params->since.then, &former);
  return sl_analysis_since_new (analysis, then, params->since.day);
}

void
sl_alignment_add_since (SlScene *scene, const SlAnalysisSince *since)
{
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (since == NULL || since->n_new + since->gone->len == 0)
    return;
  words = sl_analysis_since_say (since);
  /* Translators: %s is "4 new since 3 Mar 2026, 2 gone". */
  text = g_strdup_printf (_ ("findings: %s"), words);
  sl_scene_add_remark (scene, text);
  if (since->gone->len > 0)
    sl_since_add_gone (scene);
}

/* --- A finding --- */

static SlSymbol
severity_symbol (SlSeverityWord word)
{
  static const SlSymbol symbols[] = { SL_SYMBOL_RING, SL_SYMBOL_CIRCLE, SL_SYMBOL_SQUARE,
                                      SL_SYMBOL_TRIANGLE, SL_SYMBOL_DIAMOND };

  return symbols[word];
}

static char *
say_meta (const SlFinding *finding, const char *since)
{
  g_autoptr (GString) text
      = g_string_new (sl_severity_word_title (sl_severity_word (finding->severity)));
  g_autofree char *points = sl_format_number (finding->points, 1);

  g_string_append_printf (text, " · %s", _ (finding->rule->title));
  if (finding->points >= 0.05)
    {
      g_string_append (text, " · ");
      /* Translators: points of the alignment index that a finding costs. */
      g_string_append_printf (text, _ ("costs %s points"), points);
    }
  if (since != NULL)
    g_string_append_printf (text, " · %s", since);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *const answers[] = { N_ ("agree"), N_ ("change"), N_ ("accept") };

static double
ticks_width (const SlFlow *flow)
{
  double total = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    total += sl_flow_tick_width (flow, _ (answers[i]));
  return total;
}

/* What the finding is, and at the end of the line boxes to tick; below each other where the line is
 * short. */
static void
add_meta (SlFlow *flow, const char *meta)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_SMALL);
  const double ticks = ticks_width (flow);
  const gboolean beside = ticks < flow->width * 0.45;
  const double width = flow->width - INDENT - (beside ? ticks : 0.0);
  const double height = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                                         INDENT, flow->y, width, meta);
  double x = beside ? flow->width - ticks : INDENT;

  if (!beside)
    flow->y += height + 3.0;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    x += sl_flow_tick (flow, x, flow->y, _ (answers[i]));
  flow->y += (beside ? MAX (height, line) : line) + 3.0;
}

static void
add_indented (SlFlow *flow, SlStyle style, SlFont font, double gap, const char *text)
{
  flow->y += sl_flow_text_at (flow, style, font, SL_ALIGN_START, INDENT, flow->y,
                              flow->width - INDENT, text)
             + gap;
}

/* Rows in two columns: they are short. */
static void
add_evidence (SlFlow *flow, const SlFacts *facts, const SlFinding *finding)
{
  const double width = (flow->width - INDENT - COLUMN_GAP) / 2;
  const guint shown = MIN (finding->evidence->len, MAX_EVIDENCE);
  double height = 0.0;

  for (guint i = 0; i < shown; i++)
    {
      const SlEvidence *row = &g_array_index (finding->evidence, SlEvidence, i);
      g_autofree char *label = sl_finding_words (finding, facts, row->label);
      g_autofree char *value = sl_finding_words (finding, facts, row->value);
      /* Translators: a row of evidence: what it is, its value. */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), label, value);
      const double x = i % 2 == 0 ? INDENT : INDENT + width + COLUMN_GAP;
      const double own = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x,
                                          flow->y, width, text);

      height = i % 2 == 0 ? own : MAX (height, own);
      if (i % 2 == 1 || i + 1 == shown)
        flow->y += height + 1.0;
    }
  if (shown < finding->evidence->len)
    {
      const guint rest = finding->evidence->len - shown;
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more row", "and %u more rows", rest), rest);

      add_indented (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, 1.0, text);
    }
}

/* The symbol of how grave it is, and below it the triangle of a new one. */
static void
add_symbols (SlFlow *flow, SlSeverityWord word, gboolean new)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);

  sl_scene_add_symbol (flow->scene, SL_BAND_BODY,
                       word >= SL_SEVERITY_WORD_HIGH ? SL_STYLE_BAD : SL_STYLE_NEUTRAL,
                       severity_symbol (word), flow->x + SYMBOL_X, flow->y + line / 2, 9.0);
  if (new)
    sl_since_add (flow->scene, SL_SINCE_NEW, flow->x + SYMBOL_X, flow->y + line * 1.5);
}

/* Who points at it finds its subject. @day: (nullable): since when it is new */
static void
add_hit (SlFlow *flow, const SlAnalysis *analysis, const SlFinding *finding, double top,
         const char *sentence, const char *day)
{
  SlKindId kind = SL_N_KINDS;
  const SlId subject = sl_finding_subject (finding);
  g_autofree char *label = NULL;

  if (!sl_snapshot_find (analysis->facts->plan, subject, &kind, NULL))
    return;
  if (day != NULL)
    /* Translators: what a mark of a chart is; then a day, then what changed since it. */
    label = g_strdup_printf (_ ("%s. Since %s: %s"), sentence, day, _ ("new"));
  sl_flow_hit_rect (flow, top, flow->y - top, kind, subject, label != NULL ? label : sentence)
      ->hit.part
      = SL_PART_RESULT;
}

void
sl_alignment_add_finding (SlFlow *flow, const SlAnalysis *analysis, const SlAnalysisSince *since,
                          const SlFinding *finding, gboolean evidence)
{
  const SlSeverityWord word = sl_severity_word (finding->severity);
  const gboolean new = sl_analysis_since_is_new (since, finding);
  g_autofree char *day = new ? sl_day_to_short_text (since->day, analysis->facts->today) : NULL;
  /* Translators: %s is a day. */
  g_autofree char *new_words = new ? g_strdup_printf (_ ("new since %s"), day) : NULL;
  g_autofree char *meta = say_meta (finding, new_words);
  const double top = flow->y;
  g_autofree char *sentence
      = sl_finding_words (finding, analysis->facts, sl_finding_told (finding)->sentence);

  flow->y += 4.0;
  add_symbols (flow, word, new);
  add_indented (flow, SL_STYLE_TEXT, SL_FONT_BOLD, 2.0, sentence);
  add_meta (flow, meta);
  if (evidence && word >= SL_SEVERITY_WORD_MEDIUM)
    add_evidence (flow, analysis->facts, finding);
  flow->y += 4.0;
  add_hit (flow, analysis, finding, top, sentence, day);
  sl_flow_rule (flow, SL_STYLE_GRID);
}
