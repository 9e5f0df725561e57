/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole plans against the engine: one in which nothing is wrong, and the sample that is installed.
 */

#include "config.h"

#include "rule-case.h"
#include "state-fixture.h"

#include <string.h>

#define ALIGNED "../plans/aligned.txt"
#define LAUNCH "../../../data/samples/product-launch.txt"

static void
probe (void)
{
  RuleCase *self = rule_case_load (LAUNCH);
  g_autoptr (SlFacts) facts = rule_case_facts (self);
  facts->whole_titles = TRUE;
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    {
      g_autoptr (GPtrArray) findings = sl_rule_run (*rule, facts);
      for (guint i = 0; i < findings->len; i++)
        {
          const SlFinding *f = findings->pdata[i];
          g_auto (GStrv) w = g_strsplit (f->sentence, " ", -1);
          if (g_strv_length (w) > 35) g_print ("%s %u %s\n", (*rule)->id, g_strv_length (w), f->sentence);
        }
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/samples/probe", probe);
  result = g_test_run ();
  state_clear ();
  return result;
}
