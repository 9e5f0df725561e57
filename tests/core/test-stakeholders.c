/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes, grid, engagement and the audit of roles, by their published tables. */

#include "config.h"

#include "methods/sl-stakeholders.h"

#include <math.h>

#define EPSILON 1e-12

static void
test_salience (void)
{
  const struct
  {
    guint attributes;
    const char *name;
    const char *latency;
  } cases[] = {
    { 0, "non-stakeholder", "none" },    { 1, "dormant", "latent" },
    { 2, "discretionary", "latent" },    { 4, "demanding", "latent" },
    { 1 | 2, "dominant", "expectant" },  { 1 | 4, "dangerous", "expectant" },
    { 2 | 4, "dependent", "expectant" }, { 1 | 2 | 4, "definitive", "definitive" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (sl_salience_class (cases[i].attributes), ==, cases[i].name);
      g_assert_cmpstr (sl_salience_latency (cases[i].attributes), ==, cases[i].latency);
    }
}

static const char *
quadrant (double power, double interest)
{
  return sl_quadrant_name (sl_stakeholder_quadrant (power, interest, SL_STAKEHOLDER_CUT));
}

static void
test_quadrant (void)
{
  g_assert_cmpstr (quadrant (9, 2), ==, "keep satisfied");
  g_assert_cmpstr (quadrant (2, 2), ==, "monitor");
  g_assert_cmpstr (quadrant (2, 9), ==, "keep informed");
  g_assert_cmpstr (quadrant (6, 6), ==, "manage closely");
  g_assert_cmpstr (quadrant (5, 5), ==, "monitor");
  g_assert_cmpstr (quadrant (NAN, 5), ==, "not_assessed");
  g_assert_cmpint (sl_stakeholder_quadrant (5, 5, 4), ==, SL_QUADRANT_MANAGE_CLOSELY);
  g_assert_cmpstr (sl_quadrant_title (SL_QUADRANT_KEEP_INFORMED), ==, "Keep informed");
}

static void
test_influence (void)
{
  g_assert_cmpfloat (sl_stakeholder_influence (9, 8), ==, 72.0);
  g_assert_cmpfloat (sl_stakeholder_influence (0, 8), ==, 0.0);
  g_assert_cmpfloat (sl_stakeholder_influence (12, 11), ==, 100.0);
  g_assert_true (isnan (sl_stakeholder_influence (NAN, 8)));
  g_assert_true (isnan (sl_stakeholder_influence (8, NAN)));
  g_assert_false (sl_stakeholder_is_powerful (5));
  g_assert_true (sl_stakeholder_is_powerful (5.1));
  g_assert_false (sl_stakeholder_is_powerful (NAN));
}

static void
test_engagement (void)
{
  for (guint current = SL_ENGAGEMENT_UNAWARE; current <= SL_ENGAGEMENT_LEADING; current++)
    for (guint wanted = SL_ENGAGEMENT_UNAWARE; wanted <= SL_ENGAGEMENT_LEADING; wanted++)
      {
        int gap = wanted > current ? (int)(wanted - current) : 0;
        double weak = sl_engagement_severity (current, wanted, 5);
        double strong = sl_engagement_severity (current, wanted, 6);
        g_assert_cmpint (sl_engagement_gap (current, wanted), ==, gap);
        g_assert_cmpfloat (weak, ==, gap / 4.0);
        g_assert_cmpfloat (sl_engagement_severity (current, wanted, NAN), ==, weak);
        g_assert_cmpfloat (strong, ==, current == SL_ENGAGEMENT_UNAWARE ? MAX (weak, 0.5) : weak);
      }
}

static void
test_circle (void)
{
  g_assert_cmpfloat_with_epsilon (sl_stakeholder_circle (4, 4, 5, 5), 1.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (sl_stakeholder_circle (2, 1, 3, 4), (0.5 + 0.25 + 0.7) / 3.0,
                                  EPSILON);
  g_assert_true (isnan (sl_stakeholder_circle (0, 1, 3, 4)));
  g_assert_true (isnan (sl_stakeholder_circle (2, 5, 3, 4)));
  g_assert_true (isnan (sl_stakeholder_circle (2, 1, NAN, 4)));
}

#define R SL_RACI_RESPONSIBLE
#define A SL_RACI_ACCOUNTABLE
#define C SL_RACI_CONSULTED
#define I SL_RACI_INFORMED

static guint
audit (guint first, guint second, guint third)
{
  const SlRaciCell cells[]
      = { { first, FALSE, FALSE }, { second, FALSE, FALSE }, { third, FALSE, FALSE } };
  return sl_raci_audit (cells, 3, SL_RACI_MAX_CONSULTED);
}

static void
test_raci (void)
{
  g_assert_cmpuint (audit (R, C, I), ==, SL_RACI_NO_ACCOUNTABLE);
  g_assert_cmpuint (audit (A, C, I), ==, SL_RACI_NO_RESPONSIBLE);
  g_assert_cmpuint (audit (A | R, C, 0), ==, 0);
  g_assert_cmpuint (audit (A, A | R, R), ==, SL_RACI_MANY_ACCOUNTABLE);
  g_assert_cmpuint (audit (0, 0, 0), ==, SL_RACI_NO_ACCOUNTABLE | SL_RACI_NO_RESPONSIBLE);
  g_assert_cmpuint (sl_raci_audit (NULL, 0, 5), ==,
                    SL_RACI_NO_ACCOUNTABLE | SL_RACI_NO_RESPONSIBLE);
}

static void
test_raci_people (void)
{
  SlRaciCell cells[8] = { { A, TRUE, TRUE }, { R, FALSE, TRUE }, { 0, FALSE, TRUE } };
  g_assert_cmpuint (sl_raci_audit (cells, 3, 5), ==, SL_RACI_UNAVAILABLE | SL_RACI_PARTY_MISSING);
  cells[2].roles = I;
  cells[2].unavailable = TRUE;
  g_assert_cmpuint (sl_raci_audit (cells, 3, 5), ==, SL_RACI_UNAVAILABLE);
  cells[0].unavailable = FALSE;
  g_assert_cmpuint (sl_raci_audit (cells, 3, 5), ==, 0);
  for (guint i = 2; i < 8; i++)
    cells[i].roles = C | I;
  g_assert_cmpuint (sl_raci_audit (cells, 7, 5), ==, 0);
  g_assert_cmpuint (sl_raci_audit (cells, 8, 5), ==, SL_RACI_MANY_CONSULTED);
  g_assert_cmpuint (sl_raci_audit (cells, 8, 6), ==, 0);
}

static void
test_raci_rules (void)
{
  const double severities[] = { 1, 0.7, 1, 0.7, 0.2, 0.5 };
  for (guint rule = 0; rule < SL_RACI_N_RULES; rule++)
    {
      g_autofree char *id = g_strdup_printf ("RACI-%02u", rule + 1);
      g_assert_cmpstr (sl_raci_rule_id (rule), ==, id);
      g_assert_cmpfloat (sl_raci_rule_severity (rule), ==, severities[rule]);
      g_assert_cmpfloat (sl_raci_severity (1u << rule), ==, severities[rule]);
    }
  g_assert_cmpfloat (sl_raci_severity (0), ==, 0.0);
  g_assert_cmpfloat (sl_raci_severity (SL_RACI_MANY_CONSULTED | SL_RACI_PARTY_MISSING), ==, 0.5);
  g_assert_false (sl_raci_is_overloaded (7));
  g_assert_true (sl_raci_is_overloaded (8));
}

static void
test_raci_text (void)
{
  const struct
  {
    const char *text;
    guint roles;
    const char *said;
  } cases[] = { { "", 0, "" },
                { "-", 0, "" },
                { "r", R, "R" },
                { "A/R", A | R, "RA" },
                { " i, C ", C | I, "CI" },
                { "RACI", R | A | C | I, "RACI" } };
  guint roles = 99;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sl_raci_from_text (cases[i].text, &roles));
      g_assert_cmpuint (roles, ==, cases[i].roles);
      g_autofree char *said = sl_raci_to_text (roles);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
  g_assert_false (sl_raci_from_text ("A+B", &roles));
  g_assert_false (sl_raci_from_text ("2", &roles));
  g_assert_cmpuint (roles, ==, R | A | C | I);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/stakeholders/salience", test_salience);
  g_test_add_func ("/core/stakeholders/quadrant", test_quadrant);
  g_test_add_func ("/core/stakeholders/influence", test_influence);
  g_test_add_func ("/core/stakeholders/engagement", test_engagement);
  g_test_add_func ("/core/stakeholders/circle", test_circle);
  g_test_add_func ("/core/stakeholders/raci", test_raci);
  g_test_add_func ("/core/stakeholders/raci-people", test_raci_people);
  g_test_add_func ("/core/stakeholders/raci-rules", test_raci_rules);
  g_test_add_func ("/core/stakeholders/raci-text", test_raci_text);
  return g_test_run ();
}
