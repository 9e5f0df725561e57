/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings for lists, and the words around their sentence. */

#include "config.h"

#include "alignment/sl-finding-item.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "sl-words.h"

#define MAX_NAMES 3

struct _SlFindingItem
{
  GObject parent_instance;

  SlAnalysis *analysis;
  guint number;
  gint64 new_since; /* the day that it is compared with, or SL_INT_NULL: not new, or not compared */
};

G_DEFINE_FINAL_TYPE (SlFindingItem, sl_finding_item, G_TYPE_OBJECT)

static void
sl_finding_item_finalize (GObject *object)
{
  sl_analysis_unref (SL_FINDING_ITEM (object)->analysis);
  G_OBJECT_CLASS (sl_finding_item_parent_class)->finalize (object);
}

static void
sl_finding_item_class_init (SlFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_finding_item_finalize;
}

static void
sl_finding_item_init (SlFindingItem *self)
{
}

/* The day of @since if the finding is new. */
static gint64
find_new (SlAnalysis *analysis, guint number, const SlAnalysisSince *since)
{
  return sl_analysis_since_is_new (since, analysis->findings->pdata[number]) ? since->day
                                                                             : SL_INT_NULL;
}

SlFindingItem *
sl_finding_item_new (SlAnalysis *analysis, guint number, const SlAnalysisSince *since)
{
  SlFindingItem *self = g_object_new (SL_TYPE_FINDING_ITEM, NULL);

  self->analysis = sl_analysis_ref (analysis);
  self->number = number;
  self->new_since = find_new (analysis, number, since);
  return self;
}

/* Whether a row shows the same for both. What was never told was never shown. */
static gboolean
reads_the_same (const SlFinding *a, const SlFacts *a_facts, const SlFinding *b,
                const SlFacts *b_facts)
{
  g_autofree char *a_words = NULL;
  g_autofree char *b_words = NULL;

  if (a->sentence == NULL)
    return TRUE;
  if (a->severity != b->severity || a->accepted != b->accepted
      || strcmp (a->sentence, sl_finding_told (b)->sentence) != 0)
    return FALSE;
  a_words = sl_finding_describe (a, a_facts);
  b_words = sl_finding_describe (b, b_facts);
  return strcmp (a_words, b_words) == 0;
}

gboolean
sl_finding_item_renew (SlFindingItem *self, SlAnalysis *analysis, guint number,
                       const SlAnalysisSince *since)
{
  const SlFinding *now = analysis->findings->pdata[number];
  const SlFinding *before = sl_finding_item_get (self);

  g_return_val_if_fail (SL_IS_FINDING_ITEM (self), FALSE);
  if (strcmp (before->key, now->key) != 0 || self->new_since != find_new (analysis, number, since)
      || !reads_the_same (before, self->analysis->facts, now, analysis->facts))
    return FALSE;
  sl_analysis_ref (analysis);
  sl_analysis_unref (self->analysis);
  self->analysis = analysis;
  self->number = number;
  return TRUE;
}

const SlFinding *
sl_finding_item_get (SlFindingItem *self)
{
  g_return_val_if_fail (SL_IS_FINDING_ITEM (self), NULL);
  return self->analysis->findings->pdata[self->number];
}

SlAnalysis *
sl_finding_item_get_analysis (SlFindingItem *self)
{
  g_return_val_if_fail (SL_IS_FINDING_ITEM (self), NULL);
  return self->analysis;
}

const char *
sl_severity_mark (SlSeverityWord word)
{
  /* Translators: marks of findings: information, low, medium, high, critical. */
  static const char *const marks[] = { N_ ("○ I"), N_ ("● L"), N_ ("■ M"), N_ ("▲ H"), N_ ("◆ C") };

  return _ (marks[word]);
}

static void
append_part (GString *out, char *part)
{
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, part);
  g_free (part);
}

static char *
name_parties (const SlFinding *finding, const SlFacts *facts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < finding->parties->len && i < MAX_NAMES; i++)
    {
      g_autofree char *name
          = sl_words_name (sl_facts_title (facts, g_array_index (finding->parties, SlId, i)));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (finding->parties->len > MAX_NAMES)
    g_string_append_printf (names, " +%u", finding->parties->len - MAX_NAMES);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
append_stake (GString *out, const SlFinding *finding, const SlFacts *facts)
{
  if (finding->money != 0)
    append_part (out, sl_format_money (finding->money, facts->currency));
  if (finding->days != 0.0)
    {
      g_autofree char *days = sl_format_number (fabs (finding->days), 1);

      append_part (
          out, g_strdup_printf (ngettext ("%s day", "%s days", fabs (finding->days) == 1.0 ? 1 : 2),
                                days));
    }
  if (finding->points >= 0.05)
    {
      g_autofree char *points = sl_format_number (finding->points, 1);

      /* Translators: points of the alignment index that a finding costs. */
      append_part (out, g_strdup_printf (_ ("costs %s points"), points));
    }
}

char *
sl_finding_describe (const SlFinding *finding, const SlFacts *facts)
{
  g_autoptr (GString) out = g_string_new (_ (finding->rule->title));

  if (finding->parties->len > 0)
    append_part (out, name_parties (finding, facts));
  append_stake (out, finding, facts);
  if (finding->since != SL_INT_NULL)
    {
      g_autofree char *day = sl_day_to_text (finding->since);

      append_part (out, g_strdup_printf (_ ("open since %s"), day));
    }
  if (finding->accepted)
    append_part (out, g_strdup (_ ("accepted")));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
sl_finding_item_describe (SlFindingItem *self)
{
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (SL_IS_FINDING_ITEM (self), NULL);
  words = sl_finding_describe (sl_finding_item_get (self), self->analysis->facts);
  if (self->new_since == SL_INT_NULL)
    return g_steal_pointer (&words);
  day = sl_day_to_text (self->new_since);
  /* Translators: of a finding: a day, then what it is about. */
  return g_strdup_printf (_ ("△ new since %s · %s"), day, words);
}
