/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a project of a given size to measure with: goals in a tree of five levels, half as many
 * tasks under them, milestones, links, parties and positions. The same size gives the same plan.
 *
 * usage: generate GOALS OUT.sightline */

#include "config.h"

#include "base/sl-date.h"
#include "base/sl-id.h"
#include "project/sl-project.h"

#include <stdlib.h>

#define N_PARTIES 20
#define CHILDREN 6
#define START_DAY 20698 /* 2026-09-02 */

static const char *const verbs[] = { "Cut", "Raise", "Open", "Keep", "Finish", "Win", "Train" };
static const char *const things[] = { "delivery time",
                                      "share of repeat orders",
                                      "a second warehouse",
                                      "returns under two percent",
                                      "the approval of the new line",
                                      "framework contracts with partners",
                                      "shop assistants" };
static const char *const places[]
    = { "in the north",      "for all regions",       "by the end of the quarter",
        "with the partners", "without further staff", "before the season begins" };

static char *
make_title (GRand *rand, guint number)
{
  return g_strdup_printf ("%s %s %s (%u)", verbs[g_rand_int_range (rand, 0, G_N_ELEMENTS (verbs))],
                          things[g_rand_int_range (rand, 0, G_N_ELEMENTS (things))],
                          places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))], number);
}

static void
add_item (GVariantBuilder *items, const char *type, int parent, const char *title,
          const char *owner, gint64 start, gint64 due, double progress)
{
  g_variant_builder_open (items, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (items, "{sv}", "type", g_variant_new_string (type));
  g_variant_builder_add (items, "{sv}", "parent", g_variant_new_int32 (parent));
  g_variant_builder_add (items, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (items, "{sv}", "owner", g_variant_new_string (owner));
  g_variant_builder_add (items, "{sv}", "due", g_variant_new_int64 (due));
  if (start != SL_INT_NULL)
    g_variant_builder_add (items, "{sv}", "start", g_variant_new_int64 (start));
  if (progress >= 0)
    g_variant_builder_add (items, "{sv}", "progress", g_variant_new_double (progress));
  g_variant_builder_close (items);
}

/* Goals first, so that every parent stands before its children; then tasks and milestones. */
static void
add_items (GVariantBuilder *items, GRand *rand, guint n_goals)
{
  for (guint i = 0; i < n_goals + n_goals / 2 + n_goals / 10; i++)
    {
      g_autofree char *title = make_title (rand, i + 1);
      g_autofree char *owner = g_strdup_printf ("Department %u", i % N_PARTIES + 1);
      gint64 start = START_DAY + g_rand_int_range (rand, 0, 200);
      gint64 due = start + g_rand_int_range (rand, 5, 90);

      if (i < n_goals)
        add_item (items, "goal", i < 4 ? -1 : (int)((i - 4) / CHILDREN), title, owner, SL_INT_NULL,
                  due, g_rand_double (rand));
      else if (i < n_goals + n_goals / 2)
        add_item (items, "task", (int)g_rand_int_range (rand, 0, (gint32)n_goals), title, owner,
                  start, due, g_rand_double (rand));
      else
        add_item (items, "milestone", (int)g_rand_int_range (rand, 0, (gint32)n_goals), title,
                  owner, SL_INT_NULL, due, -1);
    }
}

/* A chain of five tasks each, finish to start. */
static void
add_links (GVariantBuilder *links, guint n_goals)
{
  for (guint i = n_goals; i + 1 < n_goals + n_goals / 2; i++)
    if (i % 5 != 0)
      g_variant_builder_add (links, "(uuidb)", i, i + 1, 0, 0.0, FALSE);
}

static gboolean
import (SlProject *project, guint n_goals, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_goals);
  GVariantBuilder items, links;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_init (&links, G_VARIANT_TYPE ("a(uuidb)"));
  add_items (&items, rand, n_goals);
  add_links (&links, n_goals);
  return sl_project_run (project, "plan.import",
                         g_variant_new ("(s@a{sv}aa{sv}a(uuidb)@as@a(uud)@a(uixx)@a(xsbb))",
                                        "generated", g_variant_new ("a{sv}", NULL), &items, &links,
                                        g_variant_new ("as", NULL), g_variant_new ("a(uud)", NULL),
                                        g_variant_new ("a(uixx)", NULL),
                                        g_variant_new ("a(xsbb)", NULL)),
                         NULL, error);
}

/* Where every department stands on the first goals; they become shared ones. */
static gboolean
add_positions (SlProject *project, GError **error)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_project_get_snapshot (project));
  const SlTable *parties = sl_snapshot_table (plan, SL_KIND_PARTY);
  guint n_roots;
  const SlId *roots = sl_snapshot_children (plan, SL_KIND_GOAL, SL_ID_NONE, &n_roots);

  for (guint i = 0; i < n_roots; i++)
    {
      if (!sl_project_run (project, "record.set",
                           g_variant_new ("(xsv)", roots[i], "shared", g_variant_new_int64 (1)),
                           NULL, error))
        return FALSE;
      for (guint row = 0; row < sl_table_n_rows (parties); row++)
        {
          gint64 value = (gint64)((row * 5 + i * 3) % 7) - 3;

          if (!sl_project_run (project, "position.set",
                               g_variant_new ("(xxxs)", sl_table_id (parties, row), roots[i], value,
                                              row % 2 == 0 ? "said" : "guess"),
                               NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_goals;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 10, 100000, &n_goals, &error))
    {
      g_printerr ("usage: generate GOALS OUT.sightline\n");
      return 2;
    }
  sl_id_seed (n_goals);
  project = sl_project_new (&error);
  if (project == NULL || !import (project, (guint)n_goals, &error)
      || !add_positions (project, &error) || !sl_project_save_as (project, argv[2], &error)
      || !sl_project_close (project, &error))
    {
      g_printerr ("generate: %s\n", error->message);
      return 1;
    }
  return 0;
}
