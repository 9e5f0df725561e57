/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings as plain data: owning their texts, evidence and remedies. */

#include "config.h"

#include "analysis/sl-finding.h"

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

SlSeverityWord
sl_severity_word (double severity)
{
  if (severity >= 0.75)
    return SL_SEVERITY_WORD_CRITICAL;
  if (severity >= 0.5)
    return SL_SEVERITY_WORD_HIGH;
  if (severity >= 0.25)
    return SL_SEVERITY_WORD_MEDIUM;
  return severity > 0.0 ? SL_SEVERITY_WORD_LOW : SL_SEVERITY_WORD_INFO;
}

const char *
sl_severity_word_name (SlSeverityWord word)
{
  static const char *const names[] = { "info", "low", "medium", "high", "critical" };

  g_return_val_if_fail ((guint)word < G_N_ELEMENTS (names), "info");
  return names[word];
}

const char *
sl_severity_word_title (SlSeverityWord word)
{
  static const char *const titles[] = {
    N_ ("For information"), N_ ("Low"), N_ ("Medium"), N_ ("High"), N_ ("Critical"),
  };

  g_return_val_if_fail ((guint)word < G_N_ELEMENTS (titles), "");
  return _ (titles[word]);
}

void
sl_finding_free (SlFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->sentence);
  g_free (self->accepted_why);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->parties, g_array_unref);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_clear_pointer (&self->remedies, g_array_unref);
  g_clear_pointer (&self->touches, g_array_unref);
  g_free (self);
}

/* --- Words --- */

static void
clear_evidence (SlEvidence *row)
{
  g_free (row->label);
  g_free (row->value);
}

static void
clear_remedy (SlRemedy *remedy)
{
  g_free (remedy->label);
  g_clear_pointer (&remedy->steps, g_variant_unref);
}

void
sl_finding_make_words (SlFinding *self)
{
  self->evidence = g_array_new (FALSE, FALSE, sizeof (SlEvidence));
  g_array_set_clear_func (self->evidence, (GDestroyNotify)clear_evidence);
  self->remedies = g_array_new (FALSE, FALSE, sizeof (SlRemedy));
  g_array_set_clear_func (self->remedies, (GDestroyNotify)clear_remedy);
}

const SlFinding *
sl_finding_told (const SlFinding *self)
{
  /* Recursive: a finding may propose what others do. */
  static GRecMutex lock;
  SlFinding *finding = (SlFinding *)self;

  g_rec_mutex_lock (&lock);
  if (finding->tell != NULL)
    {
      SlFindingTell tell = finding->tell;

      finding->tell = NULL;
      sl_finding_make_words (finding);
      tell (finding, finding->facts, finding->note);
    }
  g_rec_mutex_unlock (&lock);
  return self;
}

SlId
sl_finding_subject (const SlFinding *self)
{
  return self->subjects->len > 0 ? g_array_index (self->subjects, SlId, 0) : SL_ID_NONE;
}

static void
add_id (GArray *ids, SlId id)
{
  if (id == SL_ID_NONE)
    return;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, SlId, i) == id)
      return;
  g_array_append_val (ids, id);
}

void
sl_finding_add_subject (SlFinding *self, SlId id)
{
  add_id (self->subjects, id);
}

void
sl_finding_add_party (SlFinding *self, SlId id)
{
  add_id (self->parties, id);
}

void
sl_finding_add_evidence (SlFinding *self, char *label, char *value, double number, const char *unit,
                         SlId record)
{
  SlEvidence row = { label, value, number, unit, record };

  g_array_append_val (self->evidence, row);
}

void
sl_finding_add_share (SlFinding *self, char *label, double ratio, SlId record)
{
  sl_finding_add_evidence (self, label, sl_format_percent (ratio, 0), ratio, "ratio", record);
}

void
sl_finding_add_money (SlFinding *self, char *label, gint64 minor, const char *currency, SlId record)
{
  sl_finding_add_evidence (self, label, sl_format_money (minor, currency), (double)minor, "minor",
                           record);
}

void
sl_finding_add_days (SlFinding *self, char *label, double days, SlId record)
{
  g_autofree char *number = sl_format_number (days, 1);
  gulong count = fabs (days) == 1.0 ? 1 : 2;

  /* Translators: a number of days. */
  sl_finding_add_evidence (self, label,
                           g_strdup_printf (ngettext ("%s day", "%s days", count), number), days,
                           "day", record);
}

void
sl_finding_add_date (SlFinding *self, char *label, gint64 day, SlId record)
{
  sl_finding_add_evidence (self, label, sl_day_to_text (day), (double)day, "date", record);
}

void
sl_finding_add_number (SlFinding *self, char *label, double number, const char *unit, SlId record)
{
  sl_finding_add_evidence (self, label, sl_format_number (number, 2), number, unit, record);
}

void
sl_finding_touch (SlFinding *self, SlSubMeasure sub, SlId key, SlId key2, double severity)
{
  SlTouch touch = { sub, key, key2, CLAMP (severity, 0.0, 1.0) };

  g_array_append_val (self->touches, touch);
}

void
sl_finding_add_remedy (SlFinding *self, char *label, GVariant *steps, SlId record)
{
  SlRemedy remedy = { label, steps != NULL ? g_variant_ref_sink (steps) : NULL, record };

  if (self->remedies->len < SL_FINDING_MAX_REMEDIES)
    {
      g_array_append_val (self->remedies, remedy);
      return;
    }
  g_free (remedy.label);
  g_clear_pointer (&remedy.steps, g_variant_unref);
}

/* "(sv)": a step. Made without reading a format, because there are thousands. */
static GVariant *
make_step (const char *command, GVariant *params)
{
  GVariant *parts[] = { g_variant_new_string (command), g_variant_new_variant (params) };

  return g_variant_new_tuple (parts, G_N_ELEMENTS (parts));
}

void
sl_remedy_add_step (GVariantBuilder *steps, const char *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_variant_builder_add_value (steps, make_step (command, g_variant_new_va (format, NULL, &args)));
  va_end (args);
}

GVariant *
sl_remedy_step (const char *command, const char *format, ...)
{
  GVariant *step;
  va_list args;

  va_start (args, format);
  step = make_step (command, g_variant_new_va (format, NULL, &args));
  va_end (args);
  return g_variant_new_array (NULL, &step, 1);
}

GVariant *
sl_remedy_set (SlId id, const char *field, GVariant *value)
{
  GVariant *params[]
      = { g_variant_new_int64 (id), g_variant_new_string (field), g_variant_new_variant (value) };
  GVariant *step = make_step ("record.set", g_variant_new_tuple (params, G_N_ELEMENTS (params)));

  return g_variant_new_array (NULL, &step, 1);
}
