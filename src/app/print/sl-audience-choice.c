/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers all parties that can read, in the order of their tree, behind ourselves. */

#include "config.h"

#include "print/sl-audience-choice.h"

#include <glib/gi18n.h>

#include "base/sl-codes.h"
#include "print/sl-title-list.h"

struct _SlAudienceChoice
{
  AdwComboRow *row; /* not owned */
  GArray *ids;      /* of SlId: who stands behind the first entry */
};

static void
add_parties (SlAudienceChoice *self, const SlSnapshot *plan, SlId parent, GStrvBuilder *titles)
{
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n = 0;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_PARTY, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *title = sl_snapshot_title (plan, children[i]);
      guint row = 0;

      if (sl_table_find (parties, children[i], &row)
          && sl_table_int (parties, row, SL_PARTY_TYPE) != SL_PARTY_TECHNOLOGY
          && sl_table_int (parties, row, SL_PARTY_GONE) != 1)
        {
          g_array_append_val (self->ids, children[i]);
          g_strv_builder_add (titles, title[0] != '\0' ? title : _ ("(untitled)"));
        }
      add_parties (self, plan, children[i], titles);
    }
}

static guint
place_of (SlAudienceChoice *self, SlId party)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, SlId, i) == party)
      return i + 1;
  return 0;
}

SlAudienceChoice *
sl_audience_choice_new (AdwComboRow *row)
{
  SlAudienceChoice *self = g_new0 (SlAudienceChoice, 1);

  self->row = row;
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  sl_title_list_set_up (row);
  return self;
}

void
sl_audience_choice_free (SlAudienceChoice *self)
{
  g_array_unref (self->ids);
  g_free (self);
}

void
sl_audience_choice_update (SlAudienceChoice *self, const SlSnapshot *plan)
{
  const SlId chosen = sl_audience_choice_get (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  /* Translators: for whom is printed */
  g_strv_builder_add (builder, _ ("Ourselves"));
  g_array_set_size (self->ids, 0);
  add_parties (self, plan, SL_ID_NONE, builder);
  titles = g_strv_builder_end (builder);
  sl_title_list_offer (self->row, (const char *const *)titles, place_of (self, chosen));
}

SlId
sl_audience_choice_get (SlAudienceChoice *self)
{
  const guint selected = adw_combo_row_get_selected (self->row);

  if (selected == GTK_INVALID_LIST_POSITION || selected == 0 || selected > self->ids->len)
    return SL_ID_NONE;
  return g_array_index (self->ids, SlId, selected - 1);
}

void
sl_audience_choice_set (SlAudienceChoice *self, SlId party)
{
  adw_combo_row_set_selected (self->row, place_of (self, party));
}
