/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what parties have of power, interest and engagement, and says it. */

#include "config.h"

#include "people/sl-power-list.h"

#include "base/sl-format-text.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gint64
read_code (const SlTable *table, guint row, guint field)
{
  return sl_table_is_set (table, row, field) ? sl_table_int (table, row, field) : SL_INT_NULL;
}

static SlPowerItem
read_item (const SlTable *table, guint row)
{
  const char *title = sl_table_text (table, row, SL_PARTY_TITLE);
  SlPowerItem item = { .id = sl_table_id (table, row),
                       .title = title != NULL && title[0] != '\0' ? title : _ ("(untitled)"),
                       .power = sl_table_real (table, row, SL_PARTY_POWER),
                       .interest = sl_table_real (table, row, SL_PARTY_INTEREST),
                       .engagement = read_code (table, row, SL_PARTY_ENGAGEMENT),
                       .wanted = read_code (table, row, SL_PARTY_ENGAGEMENT_WANTED) };

  item.influence = sl_stakeholder_influence (item.power, item.interest);
  if (item.engagement != SL_INT_NULL && item.wanted != SL_INT_NULL)
    item.gap = sl_engagement_gap ((SlEngagement)item.engagement, (SlEngagement)item.wanted);
  return item;
}

static void
add_parties (const SlSnapshot *plan, SlId parent, GArray *list)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n, row;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_PARTY, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      if (sl_table_find (table, children[i], &row)
          && sl_table_int (table, row, SL_PARTY_TYPE) != SL_PARTY_TECHNOLOGY
          && sl_table_int (table, row, SL_PARTY_GONE) != 1)
        {
          SlPowerItem item = read_item (table, row);

          g_array_append_val (list, item);
        }
      add_parties (plan, children[i], list);
    }
}

/* Sorting is stable: equal ones keep the order of the outline. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlPowerItem *x = a;
  const SlPowerItem *y = b;

  if (!sl_power_item_has_place (x) || !sl_power_item_has_place (y))
    return sl_power_item_has_place (y) - sl_power_item_has_place (x);
  return (y->influence > x->influence) - (y->influence < x->influence);
}

GArray *
sl_power_list_new (const SlSnapshot *plan)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SlPowerItem));

  add_parties (plan, SL_ID_NONE, list);
  g_array_sort_with_data (list, compare_items, NULL);
  return list;
}

const SlPowerItem *
sl_power_list_get (const GArray *list, guint index)
{
  return &g_array_index (list, SlPowerItem, index);
}

gboolean
sl_power_item_has_place (const SlPowerItem *item)
{
  return !isnan (item->influence);
}

static const char *
say_engagement (gint64 code)
{
  const SlField *field = &sl_kind (SL_KIND_PARTY)->fields[SL_PARTY_ENGAGEMENT];

  return _ (sl_field_enum_by_code (field, code)->nick);
}

char *
sl_power_item_engagement (const SlPowerItem *item)
{
  if (item->engagement == SL_INT_NULL && item->wanted == SL_INT_NULL)
    return NULL;
  if (item->wanted == SL_INT_NULL || item->wanted == item->engagement)
    return g_strdup (say_engagement (item->engagement));
  if (item->engagement == SL_INT_NULL)
    /* Translators: how engaged a party is to be, where it is not known how it is */
    return g_strdup_printf (_ ("? → %s"), say_engagement (item->wanted));
  /* Translators: how engaged a party is, and how it is to be: “Neutral → Leading” */
  return g_strdup_printf (_ ("%s → %s"), say_engagement (item->engagement),
                          say_engagement (item->wanted));
}

char *
sl_power_item_say (const SlPowerItem *item)
{
  g_autofree char *engagement = sl_power_item_engagement (item);
  g_autofree char *power = sl_format_number (item->power, 1);
  g_autofree char *interest = sl_format_number (item->interest, 1);
  g_autofree char *place = NULL;

  if (sl_power_item_has_place (item))
    /* Translators: a party, its power and interest from 0 to 10, what to do: “Manage closely” */
    place = g_strdup_printf (_ ("%s: power %s, interest %s: %s"), item->title, power, interest,
                             sl_quadrant_title (sl_stakeholder_quadrant (
                                 item->power, item->interest, SL_STAKEHOLDER_CUT)));
  else
    place = g_strdup_printf (_ ("%s: no place yet"), item->title);
  if (engagement == NULL)
    return g_steal_pointer (&place);
  return g_strdup_printf (_ ("%s; engagement: %s"), place, engagement);
}

/* The one whose missing steps weigh most, or NULL. */
static const SlPowerItem *
find_gravest (const GArray *list, guint *n_gaps)
{
  const SlPowerItem *gravest = NULL;

  *n_gaps = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const SlPowerItem *item = sl_power_list_get (list, i);

      if (!sl_power_item_has_place (item) || item->gap == 0)
        continue;
      ++*n_gaps;
      if (gravest == NULL || item->gap * item->influence > gravest->gap * gravest->influence)
        gravest = item;
    }
  return gravest;
}

char *
sl_power_list_headline (const GArray *list)
{
  guint n_gaps, n_placed = 0, n_close = 0;
  const SlPowerItem *gravest = find_gravest (list, &n_gaps);

  for (guint i = 0; i < list->len; i++)
    {
      const SlPowerItem *item = sl_power_list_get (list, i);

      n_placed += sl_power_item_has_place (item);
      n_close += sl_stakeholder_quadrant (item->power, item->interest, SL_STAKEHOLDER_CUT)
                 == SL_QUADRANT_MANAGE_CLOSELY;
    }
  if (n_placed == 0)
    return g_strdup (_ ("Nobody has a place yet"));
  if (gravest != NULL)
    {
      g_autofree char *name = sl_words_name (gravest->title);

      /* Translators: numbers in words, a party: “Three of nine parties are less engaged than they
       * should be, above all Sales” */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s of %s parties is less engaged than it should be: %s",
                       "%s of %s parties are less engaged than they should be, above all %s",
                       n_gaps),
          sl_words_number_first (n_gaps), sl_words_number (n_placed), name);
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s parties is to be managed closely",
                                       "%s of %s parties are to be managed closely", n_close),
                          sl_words_number_first (n_close), sl_words_number (n_placed));
}
