/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc line_of_sight: from work up to strategy, what objectives lack, and the X-matrix. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-line-of-sight.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is read of a plan. */
typedef struct
{
  SlCalcNames *names;
  GArray *links;
  gboolean *is_objective;
  double *weights;
  guint n_objectives;
  guint n_nodes;
} Plan;

static void
clear_plan (Plan *plan)
{
  sl_calc_names_free (plan->names);
  g_array_unref (plan->links);
  g_free (plan->is_objective);
  g_free (plan->weights);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

/* A name of any item; what nothing else mentions is an item by being in a link. */
static guint
read_end (Plan *plan, SlCalcInput *link, const char *key)
{
  return sl_calc_names_ensure (plan->names, sl_calc_get_text (link, key));
}

static void
read_links (SlCalcInput *in, Plan *plan)
{
  SlCalcInput *links = sl_calc_member (in, "links");
  guint n = sl_calc_is_there (links) ? sl_calc_list (links) : 0;
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *link = sl_calc_item (links, i);
      SlEdge edge = { read_end (plan, link, "child"), read_end (plan, link, "parent") };
      if (sl_calc_get_number_or (link, "weight", SL_CALC_MIN, SL_CALC_MAX, 1.0) > 0.0)
        g_array_append_val (plan->links, edge);
    }
}

static void
read_plan (SlCalcInput *in, Plan *plan)
{
  SlCalcInput *objectives = sl_calc_member (in, "objectives");
  SlCalcInput *weights = sl_calc_member (in, "weights");
  guint n_weights = sl_calc_is_there (weights) ? sl_calc_object (weights) : 0;
  plan->names = sl_calc_names_new ();
  plan->links = g_array_new (FALSE, FALSE, sizeof (SlEdge));
  plan->n_objectives = sl_calc_list (objectives);
  for (guint i = 0; i < plan->n_objectives; i++)
    sl_calc_names_add (plan->names, sl_calc_item (objectives, i));
  for (guint i = 0; i < n_weights; i++)
    sl_calc_names_ensure (plan->names, sl_calc_key (weights, i));
  read_links (in, plan);
  plan->n_nodes = sl_calc_names_length (plan->names);
  plan->is_objective = g_new0 (gboolean, MAX (plan->n_nodes, 1));
  plan->weights = g_new0 (double, MAX (plan->n_nodes, 1));
  if (!sl_calc_is_good (in))
    return;
  for (guint i = 0; i < plan->n_nodes; i++)
    {
      const char *name = sl_calc_names_get (plan->names, i);
      plan->is_objective[i] = i < plan->n_objectives;
      /* With weights, what has none is only a step on the way. */
      plan->weights[i]
          = sl_calc_is_there (weights) ? sl_calc_get_number_or (weights, name, 0.0, 1e9, 0.0) : 1.0;
    }
}

static void
set_sight (JsonObject *out, const Plan *plan, const SlSight *sight)
{
  JsonObject *distance = sl_calc_add_object (out, "distance");
  JsonArray *orphans = sl_calc_add_array (out, "orphans");
  JsonArray *unsupported = sl_calc_add_array (out, "unsupported_objectives");
  for (guint i = 0; i < plan->n_nodes; i++)
    {
      const char *name = sl_calc_names_get (plan->names, i);
      if (sight->distance[i] >= 0)
        json_object_set_int_member (distance, name, sight->distance[i]);
      else
        {
          json_object_set_null_member (distance, name);
          json_array_add_string_element (orphans, name);
        }
      if (plan->is_objective[i] && sight->n_below[i] == 0)
        json_array_add_string_element (unsupported, name);
    }
  json_object_set_double_member (out, "share_linked",
                                 sl_sight_share (sight, plan->weights, plan->is_objective));
}

static void
compute_sight (SlCalcInput *in, JsonObject *out)
{
  g_auto (Plan) plan = { NULL };
  read_plan (in, &plan);
  if (!sl_calc_is_good (in))
    return;
  g_autoptr (SlSight) sight = sl_sight_new (
      plan.is_objective, plan.n_nodes, (const SlEdge *)(void *)plan.links->data, plan.links->len);
  set_sight (out, &plan, sight);
}

static void
compute_coverage (SlCalcInput *in, JsonObject *out)
{
  guint plans = sl_calc_get_int (in, "plans", 0, G_MAXUINT);
  guint measures = sl_calc_get_int (in, "kpis", 0, G_MAXUINT);
  guint owners = sl_calc_get_int (in, "owners", 0, G_MAXUINT);
  SlCoverage missing = sl_coverage (plans, measures, owners);
  JsonArray *list = sl_calc_add_array (out, "missing");
  if ((missing & SL_COVERAGE_NO_PLAN) != 0)
    json_array_add_string_element (list, "plan");
  if ((missing & SL_COVERAGE_NO_MEASURE) != 0)
    json_array_add_string_element (list, "kpi");
  if ((missing & SL_COVERAGE_NO_OWNER) != 0)
    json_array_add_string_element (list, "owner");
  json_object_set_double_member (out, "severity", sl_coverage_severity (missing));
}

/* --- X-matrix --- */

static SlCalcNames *
read_names (SlCalcInput *in, const char *key)
{
  SlCalcNames *names = sl_calc_names_new ();
  SlCalcInput *list = sl_calc_member (in, key);
  guint n = sl_calc_list (list);
  for (guint i = 0; i < n; i++)
    sl_calc_names_add (names, sl_calc_item (list, i));
  return names;
}

static void
set_support (JsonObject *out, const char *empty_key, const char *support_key,
             const SlCalcNames *names, const double *support)
{
  JsonArray *empty = sl_calc_add_array (out, empty_key);
  JsonObject *sums = sl_calc_add_object (out, support_key);
  for (guint i = 0; i < sl_calc_names_length (names); i++)
    {
      json_object_set_double_member (sums, sl_calc_names_get (names, i), support[i]);
      if (support[i] == 0.0)
        json_array_add_string_element (empty, sl_calc_names_get (names, i));
    }
}

static void
compute_x_matrix (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) rows = read_names (in, "rows");
  g_autoptr (SlCalcNames) columns = read_names (in, "cols");
  SlCalcInput *list = sl_calc_member (in, "marks");
  guint n = sl_calc_list (list);
  guint n_rows = sl_calc_names_length (rows), n_columns = sl_calc_names_length (columns);
  g_autofree SlMark *marks = g_new0 (SlMark, MAX (n, 1));
  g_autofree double *of_rows = g_new0 (double, MAX (n_rows, 1));
  g_autofree double *of_columns = g_new0 (double, MAX (n_columns, 1));
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *mark = sl_calc_item (list, i);
      marks[i] = (SlMark){ sl_calc_names_find (rows, sl_calc_member (mark, "row")),
                           sl_calc_names_find (columns, sl_calc_member (mark, "col")),
                           sl_calc_get_number (mark, "mark", 0.0, 1e9) };
    }
  if (!sl_calc_is_good (in))
    return;
  sl_x_matrix_support (marks, n, of_rows, n_rows, of_columns, n_columns);
  set_support (out, "empty_rows", "row_support", rows, of_rows);
  set_support (out, "empty_cols", "col_support", columns, of_columns);
}

static void
run_line_of_sight (SlCalcInput *in, JsonObject *out)
{
  if (sl_calc_has (in, "rows"))
    compute_x_matrix (in, out);
  else if (sl_calc_has (in, "plans"))
    compute_coverage (in, out);
  else
    compute_sight (in, out);
}

const SlCalc sl_calc_line_of_sight = {
  .name = "line_of_sight",
  .summary = N_ ("Whether work can be traced to objectives, and what those lack"),
  .run = run_line_of_sight,
};
