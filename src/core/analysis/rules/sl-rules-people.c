/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules about people share: names, news, and dates that fixes propose. */

#include "config.h"

#include "analysis/rules/sl-rules-people.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

const char *
sl_people_name (const SlFacts *facts, int party)
{
  return party >= 0 ? sl_facts_title (facts, facts->parties[party].id) : "";
}

const char *
sl_people_value_name (SlKindId kind, guint field, gint64 code)
{
  const SlEnumValue *value = sl_field_enum_by_code (&sl_kind (kind)->fields[field], code);

  return value != NULL ? _ (value->nick) : "";
}

void
sl_people_add_new_date (SlFinding *finding, const SlFacts *facts, SlId record, const char *field,
                        gint64 day)
{
  g_autofree char *text = sl_day_to_text (day);

  /* Translators: a date. */
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree on %s"), text),
                         sl_remedy_set (record, field, sl_rule_day_value (day)), record);
}

static gpointer
make_news (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlNews));
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_ACKNOWLEDGEMENT, &n);

  for (guint i = 0; i < n; i++)
    {
      SlNews news = { .id = ids[i] };

      if (!sl_table_find (table, ids[i], &news.row))
        continue;
      news.goal = sl_facts_goal (facts, sl_table_ref (table, news.row, SL_ACKNOWLEDGEMENT_GOAL));
      news.party = sl_facts_party (facts, sl_table_ref (table, news.row, SL_ACKNOWLEDGEMENT_PARTY));
      news.changed = sl_table_int (table, news.row, SL_ACKNOWLEDGEMENT_CHANGED);
      news.confirmed = sl_table_int (table, news.row, SL_ACKNOWLEDGEMENT_CONFIRMED);
      if (news.changed != SL_INT_NULL && news.confirmed < news.changed)
        news.confirmed = SL_INT_NULL;
      if (news.goal >= 0 && news.party >= 0 && facts->goals[news.goal].active
          && !facts->parties[news.party].gone)
        g_array_append_val (out, news);
    }
  return out;
}

const GArray *
sl_people_news (const SlFacts *facts)
{
  static const SlFactsShare share = { make_news, (GDestroyNotify)g_array_unref };

  return sl_facts_share (facts, &share);
}
