/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares two analyses by the keys of their findings. */

#include "config.h"

#include "analysis/sl-analysis-since.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

gboolean
sl_finding_is_open (const SlFinding *finding)
{
  return !finding->accepted && finding->severity > 0.0;
}

gboolean
sl_analysis_since_is_new (const SlAnalysisSince *self, const SlFinding *finding)
{
  return self != NULL && sl_finding_is_open (finding)
         && !g_hash_table_contains (self->known, finding->key);
}

/* Keys of @findings; of the open ones alone where @open. (transfer full) */
static GHashTable *
list_keys (const GPtrArray *findings, gboolean open)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    {
      SlFinding *finding = findings->pdata[i];

      if (!open || sl_finding_is_open (finding))
        g_hash_table_add (keys, finding->key);
    }
  return keys;
}

SlAnalysisSince *
sl_analysis_since_new (const SlAnalysis *now, SlAnalysis *then, gint64 day)
{
  g_autoptr (GHashTable) open = NULL;
  SlAnalysisSince *self;

  g_return_val_if_fail (now != NULL && then != NULL, NULL);

  self = g_new0 (SlAnalysisSince, 1);
  self->day = day;
  self->then = sl_analysis_ref (then);
  self->known = list_keys (then->findings, FALSE);
  self->gone = g_ptr_array_new ();
  open = list_keys (now->findings, TRUE);
  for (guint i = 0; i < now->findings->len; i++)
    self->n_new += sl_analysis_since_is_new (self, now->findings->pdata[i]);
  for (guint i = 0; i < then->findings->len; i++)
    {
      SlFinding *finding = then->findings->pdata[i];

      if (sl_finding_is_open (finding) && !g_hash_table_contains (open, finding->key))
        g_ptr_array_add (self->gone, finding);
    }
  return self;
}

void
sl_analysis_since_free (SlAnalysisSince *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->gone);
  g_hash_table_unref (self->known);
  sl_analysis_unref (self->then);
  g_free (self);
}

char *
sl_analysis_since_say (const SlAnalysisSince *self)
{
  g_autofree char *day = sl_day_to_text (self->day);

  /* Translators: numbers of findings; %s is a day. */
  return g_strdup_printf (_ ("%u new since %s, %u gone"), self->n_new, day, self->gone->len);
}
