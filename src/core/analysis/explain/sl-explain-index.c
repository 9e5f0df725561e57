/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains the alignment index and its dimensions: what each loses by which finding, how much is
 * assessed, between which numbers the rest can move it, and what caps the verdict. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many findings are told one by one, from the one that hurts most; a large plan has tens of
 * thousands, and each takes some tenths of a millisecond to be put in words. */
#define FINDINGS_MAX 50
#define CAPS_MAX 20

static const char *
source (void)
{
  return _ ("Composite indicators, OECD and JRC Handbook (2008)");
}

/* Translators: points of the alignment index: “2.5 points lost”. */
static char *
lost_words (double points)
{
  g_autofree char *number = sl_format_number (points, 1);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s point lost", "%s points lost", points == 1.0 ? 1 : 2),
      number);
}

static char *
dimension_name (SlDimension dimension)
{
  return g_strdup_printf ("%c %s", sl_dimension_letter (dimension), sl_dimension_title (dimension));
}

/* --- The index --- */

static void
add_dimensions (SlExplanation *self, const SlAlignmentIndex *index)
{
  for (guint d = 0; d < SL_N_DIMENSIONS; d++)
    {
      const SlIndexDimension *part = &index->dimensions[d];
      g_autofree char *share = sl_format_percent (1.0 - part->coverage, 0);
      g_autofree char *open = NULL;

      if (part->coverage > 0.0)
        sl_explanation_add (self, dimension_name (d), lost_words (part->lost), part->lost, "point",
                            SL_ID_NONE);
      if (part->coverage >= 1.0)
        continue;
      /* Translators: share of what a dimension looks at. */
      open = g_strdup_printf (_ ("%s not assessed"), share);
      sl_explanation_leave_out (self, dimension_name (d), open, SL_ID_NONE);
    }
}

static void
note_range (SlExplanation *self, const SlAlignmentIndex *index)
{
  g_autofree char *low = sl_format_number (index->low, 0);
  g_autofree char *high = sl_format_number (index->high, 0);
  g_autofree char *coverage = sl_format_percent (index->coverage, 0);

  if (index->coverage < 1.0)
    sl_explanation_note (self,
                         /* Translators: share, lowest and highest index. */
                         g_strdup_printf (_ ("%s is assessed; once the rest is, it lies between %s "
                                             "and %s."),
                                          coverage, low, high));
  if (!isnan (index->sensitivity_low))
    {
      g_autofree char *least = sl_format_number (index->sensitivity_low, 0);
      g_autofree char *most = sl_format_number (index->sensitivity_high, 0);

      sl_explanation_note (self,
                           /* Translators: lowest and highest index. */
                           g_strdup_printf (_ ("If each part weighed up to a quarter more or less, "
                                               "it would lie between %s and %s."),
                                            least, most));
    }
}

static void
note_caps (SlExplanation *self, const SlAnalysis *analysis)
{
  guint n = 0;

  for (guint i = 0; i < analysis->findings->len && n < CAPS_MAX; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->veto == SL_VETO_NONE || finding->accepted)
        continue;
      n++;
      sl_explanation_note (
          /* Translators: why the verdict is at best "at risk": a finding. */
          self, g_strdup_printf (_ ("Why not “aligned”: %s"), sl_finding_told (finding)->sentence));
    }
}

SlExplanation *
sl_explain_index (const SlAnalysis *analysis)
{
  const SlAlignmentIndex *index = analysis->index;
  g_autofree char *number = sl_format_number (index->index, 1);
  SlExplanation *self = sl_explanation_new (
      _ ("Alignment"), "",
      index->gate_open
          ? g_strdup_printf (_ ("%s of 100: %s"), number, sl_index_band_title (index->band))
          : g_strdup (_ ("Too early for a number")),
      index->gate_open ? index->index : NAN,
      g_strdup (_ ("100 points, less what findings cost. Each thing that is looked at is charged "
                   "once, to the finding that hurts it most; what nobody has assessed counts "
                   "neither way.")),
      source ());

  add_dimensions (self, index);
  note_range (self, index);
  note_caps (self, analysis);
  return self;
}

/* --- A dimension --- */

static void
add_rest (SlExplanation *self, guint n, double points)
{
  if (n > 0)
    sl_explanation_add (
        self,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more finding", "%u more findings", n),
                         n),
        lost_words (points), points, "point", SL_ID_NONE);
}

static void
add_findings (SlExplanation *self, const SlAnalysis *analysis, SlDimension dimension)
{
  guint n_rest = 0;
  double rest = 0.0;

  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];
      double points = finding->parts[dimension];

      if (points > 0.0 && self->inputs->len >= FINDINGS_MAX)
        {
          n_rest++;
          rest += points;
        }
      else if (points > 0.0)
        sl_explanation_add (self, g_strdup (sl_finding_told (finding)->sentence),
                            lost_words (points), points, "point", sl_finding_subject (finding));
      else if (finding->accepted && finding->rule->sub < SL_N_SUBS
               && sl_sub_measure_dimension (finding->rule->sub) == dimension)
        sl_explanation_leave_out (self, g_strdup (sl_finding_told (finding)->sentence),
                                  _ ("accepted"), sl_finding_subject (finding));
    }
  add_rest (self, n_rest, rest);
}

static void
note_subs (SlExplanation *self, const SlAlignmentIndex *index, SlDimension dimension)
{
  for (guint s = 0; s < SL_N_SUBS; s++)
    {
      const SlIndexSub *sub = &index->subs[s];
      g_autofree char *budget = sl_format_number (sub->budget, 1);
      g_autofree char *coverage = sl_format_percent (sub->coverage, 0);

      if (sl_sub_measure_dimension (s) == dimension)
        sl_explanation_note (self,
                             /* Translators: what is measured, points, share assessed. */
                             g_strdup_printf (_ ("%s: %s points, %s assessed"),
                                              sl_sub_measure_title (s), budget, coverage));
    }
}

SlExplanation *
sl_explain_dimension (const SlAnalysis *analysis, SlDimension dimension)
{
  const SlIndexDimension *part = &analysis->index->dimensions[dimension];
  g_autofree char *name = dimension_name (dimension);
  SlExplanation *self = sl_explanation_new (
      name, "",
      isnan (part->score) ? g_strdup (_ ("not assessed")) : sl_format_percent (part->score, 0),
      part->score,
      g_strdup (_ ("What is in order of what is assessed, by points. Points of what nobody has "
                   "assessed are shared out to the rest of the index.")),
      source ());

  add_findings (self, analysis, dimension);
  note_subs (self, analysis->index, dimension);
  return self;
}
