/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc stakeholders: salience, power/interest grid, engagement, the stakeholder circle and the
 * audit of roles, each with an input of its own. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-stakeholders.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
compute_salience (SlCalcInput *in, JsonObject *out)
{
  guint attributes = (sl_calc_get_bool (in, "power") ? SL_SALIENCE_POWER : 0u)
                     | (sl_calc_get_bool (in, "legitimacy") ? SL_SALIENCE_LEGITIMACY : 0u)
                     | (sl_calc_get_bool (in, "urgency") ? SL_SALIENCE_URGENCY : 0u);
  json_object_set_string_member (out, "cls", sl_salience_class (attributes));
  json_object_set_string_member (out, "latency", sl_salience_latency (attributes));
}

static double
read_scale (SlCalcInput *in, const char *key, double fallback)
{
  return sl_calc_get_number_or (in, key, 0.0, SL_STAKEHOLDER_SCALE, fallback);
}

static void
compute_quadrant (SlCalcInput *in, JsonObject *out)
{
  double power = read_scale (in, "power", NAN);
  double interest = read_scale (in, "interest", NAN);
  double cut = read_scale (in, "cut", SL_STAKEHOLDER_CUT);
  SlQuadrant quadrant = sl_stakeholder_quadrant (power, interest, cut);
  sl_calc_set_value (out, sl_quadrant_name (quadrant));
  json_object_set_double_member (out, "influence", sl_stakeholder_influence (power, interest));
}

static void
compute_engagement (SlCalcInput *in, JsonObject *out)
{
  static const char *const levels[]
      = { "unaware", "resistant", "neutral", "supportive", "leading", NULL };
  SlEngagement current = (SlEngagement)sl_calc_get_choice (in, "current", levels);
  SlEngagement desired = (SlEngagement)sl_calc_get_choice (in, "desired", levels);
  double power = read_scale (in, "power", NAN);
  json_object_set_int_member (out, "gap", sl_engagement_gap (current, desired));
  json_object_set_double_member (out, "severity", sl_engagement_severity (current, desired, power));
}

static void
compute_circle (SlCalcInput *in, JsonObject *out)
{
  double circle = sl_stakeholder_circle (
      sl_calc_get_number (in, "power", 1.0, 4.0), sl_calc_get_number (in, "proximity", 1.0, 4.0),
      sl_calc_get_number (in, "value", 1.0, 5.0), sl_calc_get_number (in, "action", 1.0, 5.0));
  if (sl_calc_is_good (in))
    json_object_set_double_member (out, "value", circle);
}

/* "A/R": letters, with anything of "/, " between them. */
static guint
read_roles (SlCalcInput *in)
{
  static const char letters[] = "RACI";
  guint roles = 0;
  for (const char *c = sl_calc_text (in); *c != '\0'; c++)
    {
      const char *letter = strchr (letters, g_ascii_toupper (*c));
      if (letter != NULL)
        roles |= 1u << (letter - letters);
      else if (strchr ("/, +", *c) == NULL)
        sl_calc_reject (in, _ ("“%s” must be made of the letters R, A, C and I, not %s."),
                        sl_calc_path (in), sl_calc_show (in));
    }
  return roles;
}

/* Marks the parties that the list @key names; they join the row if they are new. */
static void
mark_parties (SlCalcInput *in, const char *key, SlCalcNames *parties, GArray *cells)
{
  SlCalcInput *list = sl_calc_member (in, key);
  guint n = sl_calc_is_there (list) ? sl_calc_list (list) : 0;
  for (guint i = 0; i < n; i++)
    {
      guint at = sl_calc_names_ensure (parties, sl_calc_text (sl_calc_item (list, i)));
      if (at >= cells->len)
        g_array_set_size (cells, at + 1);
      SlRaciCell *cell = &g_array_index (cells, SlRaciCell, at);
      cell->unavailable = cell->unavailable || g_str_equal (key, "unavailable");
      cell->affected = cell->affected || g_str_equal (key, "affected");
    }
}

static void
set_rules (JsonObject *out, guint broken)
{
  JsonArray *rules = sl_calc_add_array (out, "value");
  for (guint rule = 0; rule < SL_RACI_N_RULES; rule++)
    if ((broken >> rule) & 1)
      json_array_add_string_element (rules, sl_raci_rule_id (rule));
  json_object_set_double_member (out, "severity", sl_raci_severity (broken));
}

/* A row is a list of roles, or an object with the roles of each party. */
static void
compute_raci (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) parties = sl_calc_names_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (SlRaciCell));
  SlCalcInput *row = sl_calc_member (in, "row");
  gboolean named = sl_calc_is_object (row);
  guint n = named ? sl_calc_object (row) : sl_calc_list (row);
  for (guint i = 0; i < n; i++)
    {
      SlRaciCell cell = { .roles = read_roles (sl_calc_item (row, i)) };
      g_autofree char *place = g_strdup_printf ("%u", i + 1);
      sl_calc_names_ensure (parties, named ? sl_calc_key (row, i) : place);
      g_array_append_val (cells, cell);
    }
  mark_parties (in, "affected", parties, cells);
  mark_parties (in, "unavailable", parties, cells);
  gint64 most
      = sl_calc_get_int_or (in, "max_consulted", 0, SL_CALC_MAX_ITEMS, SL_RACI_MAX_CONSULTED);
  if (sl_calc_is_good (in))
    set_rules (out,
               sl_raci_audit ((const SlRaciCell *)(gpointer)cells->data, cells->len, (guint)most));
}

/* {"accountable": {"Ana": 8}}: who is accountable for too many open items. */
static void
compute_overload (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *counts = sl_calc_member (in, "accountable");
  JsonArray *overloaded = sl_calc_add_array (out, "value");
  guint n = sl_calc_object (counts);
  for (guint i = 0; i < n; i++)
    {
      guint n_items = (guint)sl_calc_int (sl_calc_item (counts, i), 0, G_MAXINT);
      if (sl_raci_is_overloaded (n_items))
        json_array_add_string_element (overloaded, sl_calc_key (counts, i));
    }
}

static void
run_stakeholders (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } kinds[] = {
    { "legitimacy", compute_salience },
    { "urgency", compute_salience },
    { "current", compute_engagement },
    { "desired", compute_engagement },
    { "row", compute_raci },
    { "accountable", compute_overload },
    { "proximity", compute_circle },
    { "interest", compute_quadrant },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (kinds); i++)
    if (sl_calc_has (in, kinds[i].key))
      {
        kinds[i].run (in, out);
        return;
      }
  sl_calc_reject (in,
                  _ ("“%s” must have one of legitimacy, interest, current, proximity, row and "
                     "accountable."),
                  sl_calc_path (in));
}

const SlCalc sl_calc_stakeholders = {
  .name = "stakeholders",
  .summary = N_ ("Salience, power and interest, engagement, roles"),
  .run = run_stakeholders,
};
