/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The analysis against published vectors, where the shared folder with them is there: the folder
 * SIGHTLINE_SHARED names, default ../shared beside the source. */

#include "config.h"

#include "methods/sl-rollup.h"
#include "methods/sl-schedule.h"
#include "base/sl-date.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define EPSILON 1e-6

static const char *const link_types[] = { "FS", "SS", "FF", "SF" };

/* (transfer full): the parsed file, or NULL after saying that the test is skipped. */
static JsonParser *
load (const char *name)
{
  const char *shared = g_getenv ("SIGHTLINE_SHARED");
  g_autofree char *fallback = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  g_autofree char *path
      = g_build_filename (shared != NULL ? shared : fallback, "vectors", name, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *reason = g_strdup_printf ("%s is not there", path);
      g_test_skip (reason);
      return NULL;
    }
  JsonParser *parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return parser;
}

static JsonArray *
cases_of (JsonParser *parser)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  return json_object_get_array_member (root, "cases");
}

/* A network as the vectors give it; ids are texts or numbers. */
typedef struct
{
  GPtrArray *ids;
  GArray *tasks;
  GArray *links;
} Network;

static char *
id_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : g_strdup_printf ("%d", (int)json_node_get_int (node));
}

static guint
index_of (const Network *net, JsonNode *node)
{
  g_autofree char *id = id_text (node);
  guint index;
  g_assert_true (g_ptr_array_find_with_equal_func (net->ids, id, g_str_equal, &index));
  return index;
}

/* @unit: how much one day or one unit of the vector is. */
static void
read_network (JsonObject *input, gint64 unit, Network *net)
{
  net->ids = g_ptr_array_new_with_free_func (g_free);
  net->tasks = g_array_new (FALSE, FALSE, sizeof (SlScheduleTask));
  net->links = g_array_new (FALSE, FALSE, sizeof (SlScheduleLink));
  JsonArray *tasks = json_object_get_array_member (input, "tasks");
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      JsonObject *object = json_array_get_object_element (tasks, i);
      const char *key = json_object_has_member (object, "duration") ? "duration" : "duration_days";
      SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
      task.duration = json_object_get_int_member (object, key) * unit;
      g_array_append_val (net->tasks, task);
      g_ptr_array_add (net->ids, id_text (json_object_get_member (object, "id")));
    }
  JsonArray *links = json_object_get_array_member (input, "links");
  for (guint i = 0; i < json_array_get_length (links); i++)
    {
      JsonObject *object = json_array_get_object_element (links, i);
      const char *type = json_object_get_string_member (object, "type");
      const char *key = json_object_has_member (object, "lag") ? "lag" : "lag_days";
      guint t = 0;
      while (strcmp (link_types[t], type) != 0)
        t++;
      SlScheduleLink link
          = { index_of (net, json_object_get_member (object, "pred")),
              index_of (net, json_object_get_member (object, "succ")), (SlDependencyType)t,
              json_object_get_int_member (object, key) * unit, FALSE };
      g_array_append_val (net->links, link);
    }
}

static void
network_clear (Network *net)
{
  g_ptr_array_unref (net->ids);
  g_array_unref (net->tasks);
  g_array_unref (net->links);
}

static SlSchedule *
run (const Network *net, const SlCalendar *calendar, gint64 start, gint64 finish)
{
  SlScheduleInput input = { start,
                            finish,
                            SL_INT_NULL,
                            calendar,
                            (const SlScheduleTask *)(gpointer)net->tasks->data,
                            net->tasks->len,
                            (const SlScheduleLink *)(gpointer)net->links->data,
                            net->links->len };
  return sl_schedule_new (&input);
}

static double
value_of (const SlScheduleResult *task, const char *key)
{
  if (strcmp (key, "ES") == 0)
    return (double)task->early_start;
  if (strcmp (key, "EF") == 0)
    return (double)task->early_finish;
  if (strcmp (key, "LS") == 0)
    return (double)task->late_start;
  if (strcmp (key, "LF") == 0)
    return (double)task->late_finish;
  if (strcmp (key, "TF") == 0 || strcmp (key, "total_float") == 0)
    return (double)task->total_float;
  if (strcmp (key, "FF") == 0 || strcmp (key, "free_float") == 0)
    return (double)task->free_float;
  if (strcmp (key, "interfering_float") == 0)
    return (double)(task->total_float - task->free_float);
  if (strcmp (key, "independent_float") == 0)
    return (double)task->independent_float;
  if (strcmp (key, "critical") == 0)
    return task->critical;
  g_error ("the vectors want “%s”, which is not known", key);
}

/* {"A": {"ES": 0, ...}, ...} or, with @key, {"A": 0, ...} */
static guint
check_members (const Network *net, const SlSchedule *schedule, JsonObject *want, const char *key)
{
  g_autoptr (GList) names = json_object_get_members (want);
  guint n = 0;
  for (GList *l = names; l != NULL; l = l->next)
    {
      guint index;
      g_assert_true (g_ptr_array_find_with_equal_func (net->ids, l->data, g_str_equal, &index));
      const SlScheduleResult *task = &schedule->tasks[index];
      if (key != NULL)
        {
          g_assert_cmpfloat (value_of (task, key), ==,
                             json_object_get_double_member (want, l->data));
          n++;
          continue;
        }
      JsonObject *values = json_object_get_object_member (want, l->data);
      g_autoptr (GList) keys = json_object_get_members (values);
      for (GList *k = keys; k != NULL; k = k->next, n++)
        {
          JsonNode *node = json_object_get_member (values, k->data);
          double number = json_node_get_value_type (node) == G_TYPE_BOOLEAN
                              ? json_node_get_boolean (node)
                              : json_node_get_double (node);
          g_assert_cmpfloat (value_of (task, k->data), ==, number);
        }
    }
  return n;
}

/* ["A", "B"]: the critical tasks, or the members of the cycle. */
static void
check_list (const Network *net, const SlSchedule *schedule, JsonArray *want, gboolean cycle)
{
  if (cycle)
    {
      g_assert_cmpuint (schedule->n_cycle, ==, json_array_get_length (want));
      for (guint i = 0; i < schedule->n_cycle; i++)
        g_assert_cmpstr (g_ptr_array_index (net->ids, schedule->cycle[i]), ==,
                         json_array_get_string_element (want, i));
      return;
    }
  guint n = 0;
  for (guint i = 0; i < schedule->n_tasks; i++)
    if (schedule->tasks[i].critical)
      g_assert_cmpstr (g_ptr_array_index (net->ids, i), ==,
                       json_array_get_string_element (want, n++));
  g_assert_cmpuint (n, ==, json_array_get_length (want));
}

static void
test_network (void)
{
  g_autoptr (JsonParser) parser = load ("cpm_network.json");
  if (parser == NULL)
    return;
  JsonArray *cases = cases_of (parser);
  guint n_checks = 0;
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      JsonObject *input = json_object_get_object_member (object, "input");
      JsonObject *want = json_object_get_object_member (object, "expected");
      Network net;
      read_network (input, 1, &net);
      gint64 finish = json_object_has_member (input, "must_finish")
                          ? json_object_get_int_member (input, "must_finish")
                          : SL_INT_NULL;
      g_autoptr (SlSchedule) schedule = run (&net, NULL, 0, finish);
      g_autoptr (GList) keys = json_object_get_members (want);
      for (GList *l = keys; l != NULL; l = l->next, n_checks++)
        {
          const char *key = l->data;
          JsonNode *node = json_object_get_member (want, key);
          if (strcmp (key, "project_duration") == 0)
            g_assert_cmpint (schedule->finish, ==, json_node_get_int (node));
          else if (strcmp (key, "error") == 0)
            g_assert_cmpuint (schedule->n_cycles, >, 0);
          else if (JSON_NODE_HOLDS_ARRAY (node))
            check_list (&net, schedule, json_node_get_array (node), strcmp (key, "members") == 0);
          else
            n_checks += check_members (&net, schedule, json_node_get_object (node),
                                       strcmp (key, "tasks") == 0 ? NULL : key);
        }
      network_clear (&net);
    }
  g_test_message ("%u values of %u cases", n_checks, json_array_get_length (cases));
  g_assert_cmpuint (n_checks, >, 100);
}

static gint64
day_member (JsonObject *object, const char *key)
{
  gint64 day;
  g_assert_true (sl_day_from_iso (json_object_get_string_member (object, key), &day));
  return day;
}

/* Checks one key of one task with days; returns whether the key is known. */
static gboolean
check_day (const SlCalendar *calendar, const SlScheduleResult *task, JsonObject *want,
           const char *key)
{
  const struct
  {
    const char *key;
    gint64 day;
  } days[] = {
    { "early_start", sl_calendar_start_day (calendar, task->early_start) },
    { "early_finish", sl_calendar_end_day (calendar, task->early_finish) },
    { "late_start", sl_calendar_start_day (calendar, task->late_start) },
    { "late_finish", sl_calendar_end_day (calendar, task->late_finish) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (strcmp (key, days[i].key) == 0)
      {
        g_assert_cmpint (days[i].day, ==, day_member (want, key));
        return TRUE;
      }
  gint64 minutes = strcmp (key, "total_float_days") == 0 ? task->total_float : task->free_float;
  g_assert_cmpint (minutes, ==,
                   json_object_get_int_member (want, key) * sl_calendar_minutes_per_day (calendar));
  return strcmp (key, "total_float_days") == 0 || strcmp (key, "free_float_days") == 0;
}

static void
test_calendar_links (void)
{
  g_autoptr (JsonParser) parser = load ("cpm_calendar_links.json");
  if (parser == NULL)
    return;
  JsonArray *cases = cases_of (parser);
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  guint n_checks = 0;
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      JsonObject *input = json_object_get_object_member (object, "input");
      JsonObject *want = json_object_get_object_member (object, "expected");
      Network net;
      read_network (input, sl_calendar_minutes_per_day (calendar), &net);
      gint64 start = sl_calendar_start_of (calendar, day_member (input, "start"));
      g_autoptr (SlSchedule) schedule = run (&net, calendar, start, SL_INT_NULL);
      g_assert_cmpint (sl_calendar_end_day (calendar, schedule->finish), ==,
                       day_member (want, "project_finish"));
      if (json_object_has_member (want, "project_duration_days"))
        g_assert_cmpint (schedule->finish - start, ==,
                         json_object_get_int_member (want, "project_duration_days")
                             * sl_calendar_minutes_per_day (calendar));
      JsonObject *tasks = json_object_get_object_member (want, "tasks");
      for (guint t = 0; t < net.ids->len; t++)
        {
          JsonObject *task = json_object_get_object_member (tasks, g_ptr_array_index (net.ids, t));
          g_autoptr (GList) keys = json_object_get_members (task);
          for (GList *l = keys; l != NULL; l = l->next, n_checks++)
            g_assert_true (check_day (calendar, &schedule->tasks[t], task, l->data));
        }
      network_clear (&net);
    }
  g_test_message ("%u values of %u cases", n_checks, json_array_get_length (cases));
  g_assert_cmpuint (n_checks, >, 50);
}

static double
number (JsonObject *object, const char *key)
{
  return json_object_get_double_member (object, key);
}

static double
roll (JsonObject *input, SlRollupResult *result)
{
  JsonArray *scores = json_object_get_array_member (input, "scores");
  JsonArray *weights = json_object_get_array_member (input, "weights");
  guint n = json_array_get_length (scores);
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, n + 1);
  g_autofree SlRollupEdge *edges = g_new (SlRollupEdge, n);
  g_autofree SlRollupResult *results = g_new (SlRollupResult, n + 1);
  nodes[0] = (SlRollupNode){ NAN, NAN };
  for (guint i = 0; i < n; i++)
    {
      nodes[i + 1] = (SlRollupNode){ json_array_get_double_element (scores, i),
                                     json_array_get_double_element (weights, i) };
      edges[i] = (SlRollupEdge){ 0, i + 1, NAN };
    }
  sl_rollup (nodes, n + 1, edges, n, results, NULL);
  *result = results[0];
  return result->score;
}

/* A list of weighted milestones is a roll-up of zeros and ones. */
static double
milestone_score (JsonObject *input)
{
  JsonArray *items = json_object_get_array_member (input, "items");
  SlRollupNode nodes[16] = { { NAN, NAN } };
  SlRollupEdge edges[16];
  SlRollupResult results[16];
  guint n = json_array_get_length (items);
  g_assert_cmpuint (n, <, 16);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      nodes[i + 1] = (SlRollupNode){ json_object_get_boolean_member (item, "done"),
                                     number (item, "weight") };
      edges[i] = (SlRollupEdge){ 0, i + 1, NAN };
    }
  sl_rollup (nodes, n + 1, edges, n, results, NULL);
  return results[0].score;
}

/* What @input gives, under the names of the vectors; NAN and NULL where there is no such thing. */
typedef struct
{
  const char *key;
  double value;
} Output;

static guint
score_case (JsonObject *input, Output *out, const char **word)
{
  const char *kind = json_object_get_string_member (input, "kind");
  *word = NULL;
  if (strcmp (kind, "start_target") == 0)
    {
      double raw;
      out[0]
          = (Output){ "score", sl_kpi_progress (number (input, "start"), number (input, "target"),
                                                number (input, "current"), &raw) };
      out[1] = (Output){ "raw", raw };
      *word = isnan (raw) ? "use_range" : NULL;
      return 2;
    }
  if (strcmp (kind, "range") == 0)
    {
      out[0] = (Output){ "score", sl_kpi_range_score (number (input, "low"), number (input, "high"),
                                                      number (input, "tolerance"),
                                                      number (input, "current")) };
      return 1;
    }
  if (strcmp (kind, "band") == 0)
    {
      *word = sl_score_band_name (sl_score_band (number (input, "score")));
      return 0;
    }
  if (strcmp (kind, "milestones") == 0)
    {
      out[0] = (Output){ "score", milestone_score (input) };
      return 1;
    }
  if (strcmp (kind, "rollup") == 0)
    {
      SlRollupResult result;
      out[0] = (Output){ "value", roll (input, &result) };
      out[1] = (Output){ "mean", result.score };
      out[2] = (Output){ "minimum", result.minimum };
      return 3;
    }
  g_assert_cmpstr (kind, ==, "pace");
  SlPace pace = sl_pace (number (input, "start_day"), number (input, "due_day"),
                         number (input, "today"), number (input, "progress"));
  out[0] = (Output){ "expected", pace.expected };
  out[1] = (Output){ "gap", pace.gap };
  out[2] = (Output){ "ratio", pace.ratio };
  out[3] = (Output){ "projected_finish_day", pace.projected_day };
  return 4;
}

static void
test_scoring (void)
{
  g_autoptr (JsonParser) parser = load ("okr_kpi_scoring.json");
  if (parser == NULL)
    return;
  JsonArray *cases = cases_of (parser);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      JsonObject *want = json_object_get_object_member (object, "expected");
      Output out[4];
      const char *word;
      guint n = score_case (json_object_get_object_member (object, "input"), out, &word);
      g_autoptr (GList) keys = json_object_get_members (want);
      g_test_message ("%s", json_object_get_string_member (object, "id"));
      for (GList *l = keys; l != NULL; l = l->next)
        {
          JsonNode *node = json_object_get_member (want, l->data);
          if (json_node_get_value_type (node) == G_TYPE_STRING)
            {
              g_assert_cmpstr (word, ==, json_node_get_string (node));
              continue;
            }
          guint k = 0;
          while (k < n && strcmp (out[k].key, l->data) != 0)
            k++;
          g_assert_cmpuint (k, <, n);
          if (JSON_NODE_HOLDS_NULL (node))
            g_assert_true (isnan (out[k].value));
          else
            g_assert_cmpfloat_with_epsilon (out[k].value, json_node_get_double (node), EPSILON);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/vectors/network", test_network);
  g_test_add_func ("/core/vectors/calendar-links", test_calendar_links);
  g_test_add_func ("/core/vectors/scoring", test_scoring);
  return g_test_run ();
}
