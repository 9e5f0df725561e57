/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc pert: three-point estimates, of one path or several or a network, and the chance to be in
 * time. */

#include "config.h"

#include "sl-calc-network.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Steps in a unit of time; a sixth of any number with six digits is a whole number of them. */
#define STEPS 6000000.0

/* Mean, sum and chance of one path. */
static void
set_path (JsonObject *out, const SlMoments *path, double deadline)
{
  json_object_set_double_member (out, "mean", path->mean);
  json_object_set_double_member (out, "variance", path->variance);
  json_object_set_double_member (out, "sigma", sqrt (path->variance));
  if (isnan (deadline))
    return;
  json_object_set_double_member (out, "z", sl_pert_z (path, deadline));
  json_object_set_double_member (out, "probability", sl_pert_chance (path, deadline));
}

static double
read_deadline (SlCalcInput *in)
{
  return sl_calc_get_number_or (in, "deadline", SL_CALC_MIN, SL_CALC_MAX, NAN);
}

/* Means and deviations of the parts of one path. */
static void
compute_parts (SlCalcInput *in, JsonObject *out)
{
  guint n, n_sigmas;
  g_autofree double *means = sl_calc_get_numbers (in, "means", SL_CALC_MIN, SL_CALC_MAX, FALSE, &n);
  g_autofree double *sigmas
      = sl_calc_get_numbers (in, "sigmas", 0.0, SL_CALC_MAX, FALSE, &n_sigmas);
  double deadline = read_deadline (in);
  if (sl_calc_is_good (in) && n_sigmas != n)
    sl_calc_reject (in, _ ("“%s” has %u values, “means” has %u."),
                    sl_calc_path (sl_calc_member (in, "sigmas")), n_sigmas, n);
  if (!sl_calc_is_good (in))
    return;
  SlMoments path = { 0.0, 0.0 };
  for (guint i = 0; i < n; i++)
    {
      path.mean += means[i];
      path.variance += sigmas[i] * sigmas[i];
    }
  set_path (out, &path, deadline);
}

/* A path of which the sums are known. */
static void
compute_sums (SlCalcInput *in, JsonObject *out)
{
  SlMoments path = { sl_calc_get_number (in, "mean", SL_CALC_MIN, SL_CALC_MAX), 0.0 };
  if (sl_calc_has (in, "sigma"))
    {
      double sigma = sl_calc_get_number (in, "sigma", 0.0, SL_CALC_MAX);
      path.variance = sigma * sigma;
    }
  else
    path.variance = sl_calc_get_number (in, "variance", 0.0, SL_CALC_MAX);
  gboolean at_least = sl_calc_has (in, "at_least");
  double time = sl_calc_get_number_or (in, at_least ? "at_least" : "at_most", SL_CALC_MIN,
                                       SL_CALC_MAX, read_deadline (in));
  if (!sl_calc_is_good (in))
    return;
  set_path (out, &path, time);
  /* Late is early with time running backwards; so a certain path is right too. */
  SlMoments mirrored = { -path.mean, path.variance };
  if (at_least)
    json_object_set_double_member (out, "probability", sl_pert_chance (&mirrored, -time));
}

/* Adds the activity that @in names, if @in is one. */
static void
add_activity (SlCalcInput *in, const SlCalcNetwork *net, const GArray *estimates, guint index,
              SlMoments *path)
{
  if (!sl_calc_is_good (in))
    return;
  SlMoments part = sl_pert_moments (&g_array_index (estimates, SlEstimate3, index));
  path->mean += part.mean;
  path->variance += part.variance;
}

/* A path: a list of activities, or a text, with a dash between names or one letter for each. */
static SlMoments
read_path (SlCalcInput *in, const SlCalcNetwork *net, const GArray *estimates)
{
  SlMoments path = { 0.0, 0.0 };
  guint index = 0;
  if (!sl_calc_is_text (in))
    {
      for (guint i = 0, n = sl_calc_list (in); i < n; i++)
        {
          SlCalcInput *item = sl_calc_item (in, i);
          index = sl_calc_names_find (net->ids, item);
          add_activity (item, net, estimates, index, &path);
        }
      return path;
    }
  const char *text = sl_calc_text (in);
  gboolean dashes = strchr (text, '-') != NULL;
  while (*text != '\0')
    {
      const char *end = dashes ? text + strcspn (text, "-") : g_utf8_next_char (text);
      g_autofree char *name = g_strndup (text, (gsize)(end - text));
      if (sl_calc_names_lookup (net->ids, name, &index))
        add_activity (in, net, estimates, index, &path);
      else
        sl_calc_reject (in, _ ("“%s” names “%s”, which is no activity."), sl_calc_path (in), name);
      text = dashes && *end != '\0' ? end + 1 : end;
    }
  return path;
}

static char *
name_path (SlCalcInput *in)
{
  if (sl_calc_is_text (in))
    return g_strdup (sl_calc_text (in));
  GString *name = g_string_new (NULL);
  for (guint i = 0, n = sl_calc_list (in); i < n; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? "-" : "", sl_calc_text (sl_calc_item (in, i)));
  return g_string_free (name, FALSE);
}

/* Independent paths: the chance that all are in time is the product. */
static void
compute_paths (SlCalcInput *in, const SlCalcNetwork *net, const GArray *estimates, JsonObject *out)
{
  SlCalcInput *list = sl_calc_member (in, "paths");
  double deadline = read_deadline (in);
  guint n = sl_calc_list (list);
  g_autofree char *chance_key = g_strdup_printf ("p_le_%g", deadline);
  g_autofree SlMoments *paths = g_new (SlMoments, MAX (n, 1));
  JsonObject *all = sl_calc_add_object (out, "paths");
  for (guint i = 0; i < n; i++)
    {
      SlCalcInput *item = sl_calc_item (list, i);
      paths[i] = read_path (item, net, estimates);
      if (!sl_calc_is_good (in))
        return;
      g_autofree char *name = name_path (item);
      JsonObject *path = sl_calc_add_object (all, name);
      set_path (path, &paths[i], deadline);
      if (!isnan (deadline))
        json_object_set_double_member (path, chance_key, sl_pert_chance (&paths[i], deadline));
    }
  if (!isnan (deadline))
    json_object_set_double_member (out, "joint_probability",
                                   sl_pert_joint_chance (paths, n, deadline));
}

static void
compute_critical_path (SlCalcInput *in, const SlCalcNetwork *net, const GArray *estimates,
                       JsonObject *out)
{
  SlMoments path = read_path (sl_calc_member (in, "critical_path"), net, estimates);
  double deadline = read_deadline (in);
  if (!sl_calc_is_good (in))
    return;
  set_path (out, &path, deadline);
  json_object_set_double_member (out, "expected_duration", path.mean);
  if (!isnan (deadline))
    json_object_set_double_member (out, "probability_exact", sl_pert_chance (&path, deadline));
}

/* The path that the latest task waits for, by what drives each. */
static SlMoments
follow_drivers (const SlCalcNetwork *net, const GArray *estimates)
{
  SlMoments path = { (double)net->schedule->finish * net->step, 0.0 };
  int task = -1;
  for (guint i = 0; i < net->schedule->n_tasks; i++)
    if (net->schedule->tasks[i].early_finish == net->schedule->finish)
      task = (int)i;
  while (task >= 0)
    {
      int driver = net->schedule->tasks[task].driver;
      path.variance
          += sl_pert_moments (&g_array_index (estimates, SlEstimate3, (guint)task)).variance;
      task = driver < 0 ? -1 : (int)g_array_index (net->links, SlScheduleLink, driver).before;
    }
  return path;
}

static void
compute_links (SlCalcInput *in, SlCalcNetwork *net, const GArray *estimates, JsonObject *out)
{
  sl_calc_network_read_links (in, "lag", net);
  double deadline = read_deadline (in);
  if (!sl_calc_is_good (in) || !sl_calc_network_compute (net, NULL, 0, SL_INT_NULL, out))
    return;
  sl_calc_network_set_time (out, "duration", net, net->schedule->finish);
  sl_calc_network_set_critical (out, net);
  JsonObject *floats = sl_calc_add_object (out, "total_float");
  for (guint i = 0; i < net->schedule->n_tasks; i++)
    sl_calc_network_set_time (floats, sl_calc_names_get (net->ids, i), net,
                              net->schedule->tasks[i].total_float);
  SlMoments path = follow_drivers (net, estimates);
  set_path (out, &path, deadline);
}

static void
compute_activities (SlCalcInput *in, JsonObject *out)
{
  g_auto (SlCalcNetwork) net;
  sl_calc_network_init (&net, 1.0 / STEPS);
  g_autoptr (GArray) estimates = sl_calc_network_read_activities (in, &net);
  if (!sl_calc_is_good (in))
    return;
  if (sl_calc_has (in, "paths"))
    compute_paths (in, &net, estimates, out);
  else if (sl_calc_has (in, "critical_path"))
    compute_critical_path (in, &net, estimates, out);
  else if (sl_calc_has (in, "links"))
    compute_links (in, &net, estimates, out);
  JsonObject *activities = sl_calc_add_object (out, "activities");
  for (guint i = 0; i < estimates->len; i++)
    {
      SlMoments moments = sl_pert_moments (&g_array_index (estimates, SlEstimate3, i));
      set_path (sl_calc_add_object (activities, sl_calc_names_get (net.ids, i)), &moments, NAN);
    }
}

static void
run_pert (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } forms[] = {
    { "activities", compute_activities },
    { "means", compute_parts },
    { "mean", compute_sums },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (forms); i++)
    if (sl_calc_has (in, forms[i].key))
      {
        forms[i].run (in, out);
        return;
      }
  sl_calc_reject (in, _ ("“%s” must have one of activities, means and mean."), sl_calc_path (in));
}

const SlCalc sl_calc_pert = {
  .name = "pert",
  .summary = N_ ("Three-point estimates and the chance to be in time"),
  .run = run_pert,
};
