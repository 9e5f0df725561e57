/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows over the links of a plan: line of sight and propagated satisfaction. */

#include "config.h"

#include "analysis/sl-facts-private.h"

static void
read_links (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_GOAL_LINK);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SlFactLink));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlFactLink link = { .id = sl_table_id (table, row), .row = row };

      link.source = sl_facts_goal (self, sl_table_ref (table, row, SL_GOAL_LINK_SOURCE));
      link.target = sl_facts_goal (self, sl_table_ref (table, row, SL_GOAL_LINK_TARGET));
      link.strength = (int)sl_table_int (table, row, SL_GOAL_LINK_STRENGTH);
      if (link.source >= 0 && link.target >= 0 && link.strength != 0)
        g_array_append_val (links, link);
    }
  self->n_links = links->len;
  self->links = (SlFactLink *)(gpointer)g_array_free (links, FALSE);
}

void
sl_facts_read_links (SlFacts *self)
{
  read_links (self);
}
