/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the seven bars and findings; readable in grey: what is not assessed is hatched, severities
 * have a shape and a word. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "alignment/sl-finding-words.h"
#include "base/sl-format-text.h"
#include "sl-partner-copy.h"

#define BAR_HEIGHT 9.0
/* In narrower columns the words of a bar stand below it. */
#define STACKED 380.0
#define ROW_HEIGHT 16.0
#define INDENT 22.0
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

/* --- The seven bars --- */

static char *
say_dimension (const SlIndexDimension *part)
{
  g_autofree char *score = NULL;
  g_autofree char *coverage = sl_format_percent (part->coverage, 0);
  g_autofree char *lost = NULL;

  if (isnan (part->score))
    return g_strdup (_ ("not assessed"));
  score = sl_format_percent (part->score, 0);
  lost = sl_format_number (part->lost, 1);
  /* Translators: of a dimension: score, share that is assessed, points lost. */
  return g_strdup_printf (_ ("%s · %s assessed · costs %s points"), score, coverage, lost);
}

static void
add_bar (SlFlow *flow, const SlIndexDimension *part, double at, double width)
{
  const double x = flow->x + at;
  const double y = flow->y + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  const double known = isnan (part->score) ? 0.0 : part->coverage * width;
  const double fill = isnan (part->score) ? 0.0 : known * CLAMP (part->score, 0.0, 1.0);

  sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_BAND, x, y, width, BAR_HEIGHT);
  if (known < width)
    sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_POS_NONE, x + known, y, width - known,
                       BAR_HEIGHT)
        ->hatched
        = TRUE;
  if (fill > 0.0)
    sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_BAR_DONE, x, y, fill, BAR_HEIGHT);
  sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, y, width, BAR_HEIGHT)
      ->outline
      = TRUE;
}

static double
widest (const SlFlow *flow, char *const *texts, guint n)
{
  double most = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double width;

      sl_text_measure_size (flow->measure, SL_FONT_LABEL, texts[i], 0.0, &width, NULL);
      most = MAX (most, width);
    }
  return most + 2.0;
}

/* Name, bar and words in a line. Returns: its height */
static double
add_dimension (SlFlow *flow, const SlIndexDimension *part, const char *name, const char *words,
               double name_width, double words_width)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  const double bar_width = MAX (40.0, flow->width - name_width - words_width - 20.0);
  const double words_x = name_width + 10.0 + bar_width + 10.0;
  const double y = flow->y + (ROW_HEIGHT - line) / 2;
  const double named = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0.0, y,
                                        name_width, name);
  const double said = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, words_x,
                                       y, flow->width - words_x, words);

  add_bar (flow, part, name_width + 10.0, bar_width);
  return MAX (ROW_HEIGHT, MAX (named, said) + 4.0);
}

/* The words below the bar: where there is little room beside it. Returns: the height */
static double
add_dimension_stacked (SlFlow *flow, const SlIndexDimension *part, const char *name,
                       const char *words, double name_width)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  const double x = name_width + 10.0;
  const double named = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0.0,
                                        flow->y + (ROW_HEIGHT - line) / 2, name_width, name);
  const double said = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x,
                                       flow->y + ROW_HEIGHT, flow->width - x, words);

  add_bar (flow, part, x, flow->width - x);
  return MAX (ROW_HEIGHT + said, named) + 4.0;
}

void
sl_alignment_add_profile (SlFlow *flow, const SlAnalysis *analysis)
{
  char *names[SL_N_DIMENSIONS], *words[SL_N_DIMENSIONS];
  double name_width, words_width;

  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      /* Translators: letter and title of a dimension. */
      names[i] = g_strdup_printf (_ ("%c %s"), sl_dimension_letter (i), sl_dimension_title (i));
      words[i] = say_dimension (&analysis->index->dimensions[i]);
    }
  name_width = MIN (widest (flow, names, SL_N_DIMENSIONS), flow->width * 0.35);
  words_width = MIN (widest (flow, words, SL_N_DIMENSIONS), flow->width * 0.45);
  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      const SlIndexDimension *part = &analysis->index->dimensions[i];

      flow->y += flow->width < STACKED
                     ? add_dimension_stacked (flow, part, names[i], words[i], name_width)
                     : add_dimension (flow, part, names[i], words[i], name_width, words_width);
      g_free (names[i]);
      g_free (words[i]);
    }
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
say_meta (const SlFinding *finding)
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

void
sl_alignment_add_finding (SlFlow *flow, const SlAnalysis *analysis, const SlFinding *finding,
                          gboolean evidence)
{
  const SlSeverityWord word = sl_severity_word (finding->severity);
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  g_autofree char *meta = say_meta (finding);
  const double top = flow->y;
  SlKindId kind = SL_N_KINDS;
  SlId subject = sl_finding_subject (finding);
  g_autofree char *sentence
      = sl_finding_words (finding, analysis->facts, sl_finding_told (finding)->sentence);

  flow->y += 4.0;
  sl_scene_add_symbol (flow->scene, SL_BAND_BODY,
                       word >= SL_SEVERITY_WORD_HIGH ? SL_STYLE_BAD : SL_STYLE_NEUTRAL,
                       severity_symbol (word), flow->x + 7.0, flow->y + line / 2, 9.0);
  add_indented (flow, SL_STYLE_TEXT, SL_FONT_BOLD, 2.0, sentence);
  add_meta (flow, meta);
  if (evidence && word >= SL_SEVERITY_WORD_MEDIUM)
    add_evidence (flow, analysis->facts, finding);
  flow->y += 4.0;
  if (sl_snapshot_find (analysis->facts->plan, subject, &kind, NULL))
    sl_flow_hit_rect (flow, top, flow->y - top, kind, subject, sentence);
  sl_flow_rule (flow, SL_STYLE_GRID);
}
