/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc grl_…: how goals fare when others help and hurt. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-grl-indicator.h"
#include "methods/sl-grl-inverse.h"
#include "methods/sl-grl-labels.h"
#include "methods/sl-grl-words.h"
#include "methods/sl-grl.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const refinements[] = { "AND", "OR", "XOR", NULL };
static const char *const link_types[] = { "decomposition", "contribution", "dependency", NULL };

/* The lowest satisfaction: -100 or 0. */
static double
read_scale (SlCalcInput *in)
{
  double min = sl_calc_get_number_or (in, "min_range", -100.0, 0.0, -100.0);
  if (min != -100.0 && min != 0.0)
    sl_calc_reject (in, _ ("“%s” must be -100 or 0, not %s."),
                    sl_calc_path (sl_calc_member (in, "min_range")),
                    sl_calc_show (sl_calc_member (in, "min_range")));
  return min;
}

/* --- Quantitative --- */

/* What is read of a goal graph. */
typedef struct
{
  SlCalcNames *names;
  SlGrlNode *nodes;
  SlGrlLink *links;
  SlGrlModel model;
} Graph;

static void
clear_graph (Graph *graph)
{
  sl_calc_names_free (graph->names);
  g_free (graph->nodes);
  g_free (graph->links);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, clear_graph)

static void
read_nodes (SlCalcInput *in, Graph *graph)
{
  SlCalcInput *nodes = sl_calc_member (in, "nodes");
  guint n = sl_calc_object (nodes);
  graph->nodes = g_new0 (SlGrlNode, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      sl_calc_names_ensure (graph->names, sl_calc_key (nodes, i));
      graph->nodes[i].refinement = sl_calc_get_choice_or (sl_calc_item (nodes, i), "decomp",
                                                          refinements, SL_REFINEMENT_AND);
      graph->nodes[i].given = NAN;
    }
  SlCalcInput *given = sl_calc_member (in, "given");
  guint n_given = sl_calc_is_there (given) ? sl_calc_object (given) : 0;
  for (guint i = 0; i < n_given; i++)
    {
      SlCalcInput *value = sl_calc_item (given, i);
      guint node;
      if (!sl_calc_names_lookup (graph->names, sl_calc_key (given, i), &node))
        sl_calc_reject (value, _ ("“%s” is given for a node that is not there."),
                        sl_calc_path (value));
      else if (sl_calc_is_there (value))
        graph->nodes[node].given = sl_calc_number (value, graph->model.min, SL_GRL_MAX);
    }
  graph->model.n_nodes = n;
}

static void
read_graph (SlCalcInput *in, Graph *graph)
{
  SlCalcInput *links = sl_calc_member (in, "links");
  guint n = sl_calc_is_there (links) ? sl_calc_list (links) : 0;
  graph->names = sl_calc_names_new ();
  graph->links = g_new0 (SlGrlLink, MAX (n, 1));
  graph->model.min = read_scale (in);
  graph->model.tolerance = sl_calc_get_number_or (in, "tolerance", 0.0, 50.0, SL_GRL_TOLERANCE);
  read_nodes (in, graph);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *link = sl_calc_item (links, i);
      SlGrlLinkType type = sl_calc_get_choice (link, "kind", link_types);
      graph->links[i] = (SlGrlLink){
        .type = type,
        .from = sl_calc_names_find (graph->names, sl_calc_member (link, "src")),
        .to = sl_calc_names_find (graph->names, sl_calc_member (link, "dst")),
        .weight
        = type == SL_GRL_CONTRIBUTION ? sl_calc_get_number (link, "weight", -100.0, 100.0) : 0.0,
      };
    }
  graph->model.n_links = n;
  graph->model.nodes = graph->nodes;
  graph->model.links = graph->links;
}

/* The terms of one node, which “explain” names. */
static void
set_explanation (JsonObject *out, const Graph *graph, const SlGrl *grl, guint node)
{
  static const char *const names[] = {
    [SL_GRL_TERM_GIVEN] = "given",
    [SL_GRL_TERM_PARTS] = "decomposition",
    [SL_GRL_TERM_CONTRIBUTION] = "contribution",
    [SL_GRL_TERM_LIMIT] = "limit",
    [SL_GRL_TERM_TOLERANCE] = "tolerance",
    [SL_GRL_TERM_DEPENDENCY] = "dependency",
  };
  g_autoptr (GArray) terms = sl_grl_explain (grl, &graph->model, node);
  JsonArray *list = sl_calc_add_array (out, "terms");
  for (guint i = 0; i < terms->len; i++)
    {
      const SlGrlTerm *term = &g_array_index (terms, SlGrlTerm, i);
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "kind", names[term->type]);
      if (term->node >= 0)
        json_object_set_string_member (object, "src", sl_calc_names_get (graph->names, term->node));
      json_object_set_double_member (object, "amount", term->amount);
      json_array_add_object_element (list, object);
    }
}

static void
set_cycles (JsonObject *out, const SlCalcNames *names, const SlCycles *found)
{
  JsonArray *cycles = sl_calc_add_array (out, "cycles");
  for (guint i = 0; i < found->n_cycles; i++)
    {
      JsonArray *members = json_array_new ();
      for (guint k = found->starts[i]; k < found->starts[i + 1]; k++)
        json_array_add_string_element (members, sl_calc_names_get (names, found->members[k]));
      json_array_add_array_element (cycles, members);
    }
}

static void
set_evaluation (JsonObject *out, const Graph *graph, const SlGrl *grl)
{
  static const char *const known[] = { "no", "partly", "fully" };
  JsonArray *not_computed = sl_calc_add_array (out, "not_computed");
  JsonObject *knowledge = sl_calc_add_object (out, "known");
  set_cycles (out, graph->names, grl->cycles);
  for (guint i = 0; i < grl->n_nodes; i++)
    {
      const char *name = sl_calc_names_get (graph->names, i);
      if (!grl->computed[i])
        json_array_add_string_element (not_computed, name);
      json_object_set_string_member (knowledge, name, known[grl->known[i]]);
    }
  for (guint i = 0; i < grl->n_nodes; i++)
    json_object_set_double_member (out, sl_calc_names_get (graph->names, i), grl->values[i]);
}

/* A list of goals of one party. */
static void
compute_actor (SlCalcInput *in, JsonObject *out)
{
  guint n = sl_calc_list (in);
  g_autofree double *values = g_new0 (double, MAX (n, 1));
  g_autofree double *importances = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *goal = sl_calc_item (in, i);
      values[i] = sl_calc_get_number_or (goal, "value", SL_GRL_MIN, SL_GRL_MAX, NAN);
      importances[i] = sl_calc_get_number_or (goal, "importance", 0.0, 100.0, 0.0);
    }
  json_object_set_double_member (out, "value", sl_grl_actor_satisfaction (values, importances, n));
}

static void
run_quantitative (SlCalcInput *in, JsonObject *out)
{
  if (sl_calc_is_list (in))
    {
      compute_actor (in, out);
      return;
    }
  g_auto (Graph) graph = { NULL };
  read_graph (in, &graph);
  SlCalcInput *explain = sl_calc_member (in, "explain");
  guint node = sl_calc_is_there (explain) ? sl_calc_names_find (graph.names, explain) : 0;
  if (!sl_calc_is_good (in))
    return;
  g_autoptr (SlGrl) grl = sl_grl_evaluate (&graph.model);
  if (sl_calc_is_there (explain))
    set_explanation (out, &graph, grl, node);
  set_evaluation (out, &graph, grl);
}

const SlCalc sl_calc_grl_quantitative = {
  .name = "grl_quantitative",
  .summary = N_ ("How goals fare when others help and hurt, in numbers"),
  .run = run_quantitative,
};

/* --- Measures --- */

static void
run_kpi_conversion (SlCalcInput *in, JsonObject *out)
{
  SlGrlIndicator indicator = {
    .target = sl_calc_get_number (in, "target", SL_CALC_MIN, SL_CALC_MAX),
    .threshold = sl_calc_get_number (in, "threshold", SL_CALC_MIN, SL_CALC_MAX),
    .worst = sl_calc_get_number (in, "worst", SL_CALC_MIN, SL_CALC_MAX),
  };
  double value = sl_calc_get_number_or (in, "value", SL_CALC_MIN, SL_CALC_MAX, NAN);
  double min = read_scale (in);
  double satisfaction = sl_grl_indicator_satisfaction (&indicator, value);
  if (isnan (value))
    sl_calc_set_value (out, "not_assessed");
  else if (isnan (satisfaction))
    sl_calc_set_value (out, "undefined");
  else
    json_object_set_double_member (
        out, "value", min < 0.0 ? satisfaction : sl_grl_to_positive_scale (satisfaction));
}

const SlCalc sl_calc_grl_kpi_conversion = {
  .name = "grl_kpi_conversion",
  .summary = N_ ("Value of a measure as satisfaction of its goal"),
  .run = run_kpi_conversion,
};

/* --- Qualitative --- */

/* (transfer full) */
static SlGrlLabel *
read_labels (SlCalcInput *in, guint *n)
{
  SlCalcInput *list = sl_calc_member (in, "labels");
  *n = sl_calc_list (list);
  SlGrlLabel *labels = g_new0 (SlGrlLabel, MAX (*n, 1));
  for (guint i = 0; i < *n; i++)
    labels[i] = sl_calc_choice (sl_calc_item (list, i), sl_grl_label_names);
  return labels;
}

static SlGrlLabel
pass_label (SlCalcInput *in)
{
  SlGrlLabel source = sl_calc_get_choice (in, "source_label", sl_grl_label_names);
  return sl_grl_label_pass (source,
                            sl_calc_get_choice (in, "contribution", sl_grl_contribution_names));
}

static SlGrlLabel
combine_labels (SlCalcInput *in)
{
  guint n;
  g_autofree SlGrlLabel *labels = read_labels (in, &n);
  return sl_grl_label_combine (labels, n);
}

static SlGrlLabel
refine_labels (SlCalcInput *in)
{
  guint n;
  g_autofree SlGrlLabel *labels = read_labels (in, &n);
  return sl_grl_label_refine (sl_calc_get_choice (in, "type", refinements), labels, n);
}

/* Parts and contributions of one node. */
static SlGrlLabel
join_labels (SlCalcInput *in)
{
  SlGrlLabel parts = sl_calc_get_choice (in, "decomposition", sl_grl_label_names);
  return sl_grl_label_join (parts, sl_calc_get_choice (in, "contributions", sl_grl_label_names));
}

/* A whole graph in words. */
typedef struct
{
  SlCalcNames *names;
  SlGrlWordNode *nodes;
  SlGrlWordLink *links;
  SlGrlWordModel model;
} Words;

static void
clear_words (Words *words)
{
  sl_calc_names_free (words->names);
  g_free (words->nodes);
  g_free (words->links);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static void
read_word_nodes (SlCalcInput *in, Words *words)
{
  SlCalcInput *nodes = sl_calc_member (in, "nodes"), *given = sl_calc_member (in, "given");
  guint n = sl_calc_object (nodes), node;
  words->nodes = g_new0 (SlGrlWordNode, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      sl_calc_names_ensure (words->names, sl_calc_key (nodes, i));
      words->nodes[i].refinement = sl_calc_get_choice_or (sl_calc_item (nodes, i), "decomp",
                                                          refinements, SL_REFINEMENT_AND);
    }
  for (guint i = 0; sl_calc_is_there (given) && i < sl_calc_object (given); i++)
    {
      SlCalcInput *label = sl_calc_item (given, i);
      if (!sl_calc_names_lookup (words->names, sl_calc_key (given, i), &node))
        sl_calc_reject (label, _ ("“%s” is given for a node that is not there."),
                        sl_calc_path (label));
      else
        words->nodes[node] = (SlGrlWordNode){ words->nodes[node].refinement, TRUE,
                                              sl_calc_choice (label, sl_grl_label_names) };
    }
  words->model.nodes = words->nodes;
  words->model.n_nodes = n;
}

static void
read_words (SlCalcInput *in, Words *words)
{
  SlCalcInput *links = sl_calc_member (in, "links");
  guint n = sl_calc_is_there (links) ? sl_calc_list (links) : 0;
  words->names = sl_calc_names_new ();
  words->links = g_new0 (SlGrlWordLink, MAX (n, 1));
  read_word_nodes (in, words);
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *link = sl_calc_item (links, i);
      SlGrlLinkType type = sl_calc_get_choice (link, "kind", link_types);
      words->links[i] = (SlGrlWordLink){
        .type = type,
        .from = sl_calc_names_find (words->names, sl_calc_member (link, "src")),
        .to = sl_calc_names_find (words->names, sl_calc_member (link, "dst")),
        .contribution = type == SL_GRL_CONTRIBUTION
                            ? sl_calc_get_choice (link, "contribution", sl_grl_contribution_names)
                            : SL_GRL_UNKNOWN,
      };
    }
  words->model.links = words->links;
  words->model.n_links = n;
}

static void
set_reasons (JsonObject *out, const Words *words, const SlGrlWords *grl, guint node)
{
  static const char *const names[] = {
    [SL_GRL_REASON_GIVEN] = "given",
    [SL_GRL_REASON_PART] = "part",
    [SL_GRL_REASON_PARTS] = "decomposition",
    [SL_GRL_REASON_CONTRIBUTION] = "contribution",
    [SL_GRL_REASON_CONTRIBUTIONS] = "contributions",
    [SL_GRL_REASON_DEPENDENCY] = "dependency",
  };
  g_autoptr (GArray) reasons = sl_grl_words_explain (grl, &words->model, node);
  JsonArray *list = sl_calc_add_array (out, "terms");
  for (guint i = 0; i < reasons->len; i++)
    {
      const SlGrlReason *reason = &g_array_index (reasons, SlGrlReason, i);
      JsonObject *object = json_object_new ();
      json_object_set_string_member (object, "kind", names[reason->type]);
      if (reason->node >= 0)
        json_object_set_string_member (object, "src",
                                       sl_calc_names_get (words->names, reason->node));
      json_object_set_string_member (object, "label", sl_grl_label_names[reason->label]);
      json_array_add_object_element (list, object);
    }
}

static void
run_words (SlCalcInput *in, JsonObject *out)
{
  g_auto (Words) words = { NULL };
  read_words (in, &words);
  SlCalcInput *explain = sl_calc_member (in, "explain");
  guint node = sl_calc_is_there (explain) ? sl_calc_names_find (words.names, explain) : 0;
  if (!sl_calc_is_good (in))
    return;
  g_autoptr (SlGrlWords) grl = sl_grl_words_new (&words.model);
  JsonArray *not_computed = sl_calc_add_array (out, "not_computed");
  if (sl_calc_is_there (explain))
    set_reasons (out, &words, grl, node);
  set_cycles (out, words.names, grl->cycles);
  for (guint i = 0; i < grl->n_nodes; i++)
    {
      const char *name = sl_calc_names_get (words.names, i);
      if (!grl->computed[i])
        json_array_add_string_element (not_computed, name);
      json_object_set_string_member (out, name, sl_grl_label_names[grl->labels[i]]);
    }
}

static void
run_qualitative (SlCalcInput *in, JsonObject *out)
{
  if (sl_calc_has (in, "nodes"))
    {
      run_words (in, out);
      return;
    }
  static const char *const kinds[] = { "contribution", "combine", "decomposition", "node", NULL };
  static SlGrlLabel (*const readers[]) (SlCalcInput *)
      = { pass_label, combine_labels, refine_labels, join_labels };
  SlGrlLabel label = readers[sl_calc_get_choice (in, "kind", kinds)](in);
  sl_calc_set_value (out, sl_grl_label_names[label]);
}

const SlCalc sl_calc_grl_qualitative = {
  .name = "grl_qualitative",
  .summary = N_ ("How goals fare when others help and hurt, in words"),
  .run = run_qualitative,
};

/* --- Inverse --- */

static SlGrlLever
read_lever (SlCalcInput *in, double **values)
{
  SlCalcInput *domain = sl_calc_member (in, "domain");
  SlGrlLever lever = {
    .weight = sl_calc_get_number (in, "weight", -100.0, 100.0),
    .fixed = sl_calc_get_number_or (in, "fixed", SL_GRL_MIN, SL_GRL_MAX, NAN),
    .low = SL_GRL_MIN,
    .high = SL_GRL_MAX,
  };
  if (sl_calc_has (in, "domain_values"))
    {
      *values = sl_calc_get_numbers (in, "domain_values", SL_GRL_MIN, SL_GRL_MAX, FALSE,
                                     &lever.n_values);
      lever.values = *values;
      if (lever.n_values == 0)
        sl_calc_reject (in, _ ("“%s.domain_values” must not be empty."), sl_calc_path (in));
    }
  else if (sl_calc_is_there (domain))
    {
      if (sl_calc_list (domain) != 2)
        sl_calc_reject (domain, _ ("“%s” must be two numbers, not %s."), sl_calc_path (domain),
                        sl_calc_show (domain));
      lever.low = sl_calc_number (sl_calc_item (domain, 0), SL_GRL_MIN, SL_GRL_MAX);
      lever.high = sl_calc_number (sl_calc_item (domain, 1), lever.low, SL_GRL_MAX);
    }
  return lever;
}

/* The order in which contributions are spared: those that “order” names, then the others.
 * (transfer full) */
static guint *
read_order (SlCalcInput *in, const SlCalcNames *names, guint n)
{
  SlCalcInput *list = sl_calc_member (in, "order");
  guint n_named = sl_calc_is_there (list) ? sl_calc_list (list) : 0, n_order = 0;
  guint *order = g_new0 (guint, MAX (n, 1));
  g_autofree gboolean *placed = g_new0 (gboolean, MAX (n, 1));
  for (guint i = 0; i < n_named && sl_calc_is_good (in); i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      guint index = sl_calc_names_find (names, item);
      if (!sl_calc_is_good (in) || placed[index])
        continue;
      placed[index] = TRUE;
      order[n_order++] = index;
    }
  for (guint i = 0; i < n; i++)
    if (!placed[i])
      order[n_order++] = i;
  return order;
}

static void
set_needed (JsonObject *out, const SlCalcNames *names, const guint *order, const SlGrlLever *levers,
            guint n)
{
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += levers[i].weight * levers[i].needed / 100.0;
  json_object_set_double_member (out, "satisfaction", CLAMP (sum, SL_GRL_MIN, SL_GRL_MAX));
  for (guint i = 0; i < n; i++)
    if (isnan (levers[i].fixed))
      json_object_set_double_member (out, sl_calc_names_get (names, order[i]), levers[i].needed);
}

/* Asks every contribution on the list for what it takes, in @order. */
static void
solve (JsonObject *out, const SlCalcNames *names, const guint *order, const SlGrlLever *read,
       guint n, double target)
{
  g_autofree SlGrlLever *levers = g_new0 (SlGrlLever, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    levers[i] = read[order[i]];
  if (sl_grl_inverse (levers, n, target))
    set_needed (out, names, order, levers, n);
  else
    sl_calc_set_value (out, "unreachable");
}

static void
run_inverse (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "contributions");
  double target = sl_calc_get_number (in, "target", SL_GRL_MIN, SL_GRL_MAX);
  guint n = sl_calc_list (list);
  g_autoptr (SlCalcNames) names = sl_calc_names_new ();
  g_autofree SlGrlLever *levers = g_new0 (SlGrlLever, MAX (n, 1));
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n && sl_calc_is_good (in); i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      double *own = NULL;
      sl_calc_names_add (names, sl_calc_member (item, "src"));
      levers[i] = read_lever (item, &own);
      g_ptr_array_add (values, own);
    }
  g_autofree guint *order = read_order (in, names, n);
  if (sl_calc_is_good (in))
    solve (out, names, order, levers, n, target);
}

const SlCalc sl_calc_grl_inverse_what_would_it_take = {
  .name = "grl_inverse_what_would_it_take",
  .summary = N_ ("What those who help a goal must reach"),
  .run = run_inverse,
};
