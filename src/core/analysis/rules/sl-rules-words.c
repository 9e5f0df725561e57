/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, days and values as all rules write them. */

#include "config.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
sl_rule_shorten (const SlFacts *facts, const char *text)
{
  const char *end = text;

  if (facts->whole_titles)
    return g_strdup (text);

  for (guint n = 1; (end = strchr (end, ' ')) != NULL && n < SL_RULE_TITLE_WORDS; n++)
    end++;
  if (end == NULL)
    return g_strdup (text);
  /* The last word that there is room for makes way for the mark. */
  while (end > text && end[-1] != ' ')
    end--;
  return g_strdup_printf ("%.*s…", (int)(end - text - 1), text);
}

char *
sl_rule_title (const SlFacts *facts, SlId id)
{
  return sl_rule_shorten (facts, sl_facts_title (facts, id));
}

char *
sl_rule_name (const SlFacts *facts, SlId id, int party)
{
  g_autofree char *title = sl_rule_title (facts, id);

  if (party < 0)
    /* Translators: the title of a goal, task or the like. */
    return g_strdup_printf (_ ("“%s”"), title);
  /* Translators: the title of a goal, task or the like, and the party that answers for it. */
  return g_strdup_printf (_ ("“%s” (%s)"), title, sl_facts_title (facts, facts->parties[party].id));
}

char *
sl_rule_goal_name (const SlFacts *facts, const SlFactGoal *goal)
{
  return sl_rule_name (facts, goal->id, goal->owner);
}

char *
sl_rule_days (gint64 days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong)ABS (days)),
                          (int)days);
}

void
sl_rule_add_party (SlFinding *finding, const SlFacts *facts, int party)
{
  if (party >= 0)
    sl_finding_add_party (finding, facts->parties[party].id);
}

GVariant *
sl_rule_day_value (gint64 day)
{
  return day == SL_INT_NULL ? g_variant_new ("()") : g_variant_new_int64 (day);
}
