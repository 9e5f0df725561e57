/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What we write as CSV is safe to open in a spreadsheet, and comes back whole: every field of
 * goals, tasks and milestones that one table can say, their trees, owners, people and links. */

#include "config.h"

#include "import-fixture.h"
#include "io/sl-csv.h"
#include "state-fixture.h"

/* Beginnings of titles and texts that are hard to keep. */
static const char *const hard[] = {
  "=1+1",     "-5",         "+49 30",      "@home",        "'=x",        "''-y",   "'tis",
  "a;b,c\td", "say \"hi\"", "Über 計画",   "\"quoted\"",   "ID",         "1.1",    "31.12.2026",
  "yes",      "12,5 %",     "＝fullwidth", "x (y) ]->[ z", "[\"json\"]", "A[50%]",
};

static SlProject *
new_project (void)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  g_assert_no_error (error);
  return project;
}

static void
run (SlProject *project, const char *command, GVariant *params, SlId *id)
{
  g_autoptr (GError) error = NULL;

  sl_project_run (project, command, params, id, &error);
  g_assert_no_error (error);
}

/* A value for any field that a table can carry; NULL for those it cannot. */
static GVariant *
random_value (const SlField *field, guint n)
{
  double max = field->max > field->min ? MIN (field->max, 5000) : 5000;
  guint n_codes = 0;

  switch (field->type)
    {
    case SL_TEXT:
      return g_variant_new_take_string (
          g_strdup_printf ("%s %u", hard[n % G_N_ELEMENTS (hard)], n));
    case SL_PROSE:
      return g_variant_new_take_string (
          g_strdup_printf ("%s\nline %u;\n\n\"end\"", hard[(n + 7) % G_N_ELEMENTS (hard)], n));
    case SL_INT:
      return g_variant_new_int64 (g_test_rand_int_range (MAX (1, (int)field->min), (int)max));
    case SL_REAL:
      return g_variant_new_double (g_test_rand_int_range (0, 1000) / 1000.0 * max);
    case SL_BOOL:
      return g_variant_new_int64 (g_test_rand_int_range (0, 2));
    case SL_DATE:
      return g_variant_new_int64 (g_test_rand_int_range (15000, 25000));
    case SL_ENUM:
      while (field->values[n_codes].name != NULL)
        n_codes++;
      return g_variant_new_int64 (field->values[g_test_rand_int_range (0, (int)n_codes)].code);
    default:
      return NULL;
    }
}

static SlId
add_record (SlProject *project, SlKindId kind, SlId parent, SlId owner, guint n)
{
  const SlKind *row = sl_kind (kind);
  GVariantBuilder fields;
  SlId id = SL_ID_NONE;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < row->n_fields; i++)
    {
      /* every field is empty in some records; a title never is */
      gboolean wanted = (int)i == row->title_field || g_test_rand_int_range (0, 4) > 0;
      GVariant *value = wanted ? random_value (&row->fields[i], n) : NULL;

      if (value != NULL)
        g_variant_builder_add (&fields, "{sv}", row->fields[i].name, value);
    }
  if (owner != SL_ID_NONE)
    g_variant_builder_add (&fields, "{sv}", "owner", g_variant_new_int64 (owner));
  run (project, "record.add",
       g_variant_new ("(sxx@a{sv})", row->name, parent, G_GINT64_CONSTANT (-1),
                      g_variant_builder_end (&fields)),
       &id);
  g_assert_cmpint (id, !=, SL_ID_NONE);
  return id;
}

static SlId
add_party (SlProject *project, const char *title)
{
  GVariantBuilder fields;
  SlId id = SL_ID_NONE;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (title));
  run (project, "record.add",
       g_variant_new ("(sxx@a{sv})", "party", SL_ID_NONE, G_GINT64_CONSTANT (-1),
                      g_variant_builder_end (&fields)),
       &id);
  return id;
}

/* Exports @kind of @from and imports it into a new project. */
static SlProject *
carry_over (SlProject *from, SlKindId kind, char separator)
{
  const SlImportOptions options = { .rows_are_goals = kind == SL_KIND_GOAL };
  g_autofree char *csv = sl_csv_export (sl_project_get_snapshot (from), kind, separator);
  g_autoptr (SlImportPlan) plan = read_with ("csv", csv, &options);
  SlProject *to = new_project ();

  for (guint i = 0; i < plan->warnings->len; i++)
    g_test_message ("%s", g_array_index (plan->warnings, SlImportWarning, i).text);
  run (to, "plan.import", sl_import_plan_to_params (plan), NULL);
  return to;
}

static SlId
find_by_title (const SlSnapshot *plan, SlKindId kind, const char *title)
{
  const SlTable *table = sl_snapshot_table (plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (strcmp (sl_snapshot_title (plan, sl_table_id (table, row)), title) == 0)
      return sl_table_id (table, row);
  g_error ("no %s “%s”", sl_kind (kind)->name, title);
}

/* Titles of the ancestors, or of an owner, stand for the ids, which differ. */
static const char *
title_of_ref (const SlSnapshot *plan, const SlTable *table, guint row, guint field)
{
  SlId id = sl_table_ref (table, row, field);

  return id != SL_ID_NONE ? sl_snapshot_title (plan, id) : "";
}

static void
compare_record (const SlSnapshot *from, const SlSnapshot *to, SlKindId kind, guint row)
{
  const SlKind *description = sl_kind (kind);
  const SlTable *old = sl_snapshot_table (from, kind);
  const SlTable *new = sl_snapshot_table (to, kind);
  guint found;

  g_assert_true (sl_table_find (
      new, find_by_title (to, kind, sl_snapshot_title (from, sl_table_id (old, row))), &found));
  for (guint i = 0; i < description->n_fields; i++)
    {
      const SlField *field = &description->fields[i];
      g_auto (SlValue) a = sl_table_value (old, row, i);
      g_auto (SlValue) b = sl_table_value (new, found, i);
      g_autofree char *a_text = sl_field_format (field, &a);
      g_autofree char *b_text = sl_field_format (field, &b);

      if (field->type == SL_RANK)
        continue;
      if (field->type == SL_REF)
        g_assert_cmpstr (title_of_ref (from, old, row, i), ==, title_of_ref (to, new, found, i));
      else if (a.type == SL_VALUE_REAL && b.type == SL_VALUE_REAL)
        g_assert_cmpfloat_with_epsilon (a.r, b.r, 1e-9);
      else if (strcmp (a_text, b_text) != 0)
        g_error ("%s of “%s”: “%s” became “%s”", field->name,
                 sl_snapshot_title (from, sl_table_id (old, row)), a_text, b_text);
    }
}

static void
compare_kind (SlProject *from, SlProject *to, SlKindId kind)
{
  const SlTable *old = sl_snapshot_table (sl_project_get_snapshot (from), kind);
  const SlTable *new = sl_snapshot_table (sl_project_get_snapshot (to), kind);

  g_assert_cmpuint (sl_table_n_rows (old), ==, sl_table_n_rows (new));
  for (guint row = 0; row < sl_table_n_rows (old); row++)
    compare_record (sl_project_get_snapshot (from), sl_project_get_snapshot (to), kind, row);
}

static void
test_goals (void)
{
  static const char separators[] = { ',', ';', '\t' };

  for (guint s = 0; s < G_N_ELEMENTS (separators); s++)
    {
      g_autoptr (SlProject) from = new_project ();
      g_autoptr (SlProject) to = NULL;
      SlId owners[] = { add_party (from, "Anna Öz"), add_party (from, "@Ben; Co"), SL_ID_NONE };
      SlId goals[40];

      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        goals[i] = add_record (from, SL_KIND_GOAL,
                               i > 2 ? goals[g_test_rand_int_range (0, (int)i)] : SL_ID_NONE,
                               owners[i % 2 == 0 ? 0 : 2], i);
      to = carry_over (from, SL_KIND_GOAL, separators[s]);
      compare_kind (from, to, SL_KIND_GOAL);
      sl_project_discard (from);
      sl_project_discard (to);
    }
}

static void
test_tasks (void)
{
  g_autoptr (SlProject) from = new_project ();
  g_autoptr (SlProject) to = NULL;
  SlId anna = add_party (from, "Anna");
  SlId ben = add_party (from, "Ben");
  SlId tasks[20], milestones[5];

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = add_record (from, SL_KIND_TASK, i > 3 ? tasks[i % 4] : SL_ID_NONE,
                           i % 3 == 0 ? anna : SL_ID_NONE, i);
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    milestones[i] = add_record (from, SL_KIND_MILESTONE, tasks[i % 4], SL_ID_NONE, 100 + i);
  for (guint i = 5; i < G_N_ELEMENTS (tasks); i++)
    run (from, "dependency.set",
         g_variant_new ("(xxsdb)", tasks[i - 1], tasks[i],
                        (const char *[]){ "fs", "ss", "ff", "sf" }[i % 4], (i % 5) - 2.5, i % 2),
         NULL);
  run (from, "dependency.set", g_variant_new ("(xxsdb)", tasks[6], milestones[1], "fs", 0.0, FALSE),
       NULL);
  run (from, "allocation.set", g_variant_new ("(xxd)", tasks[7], anna, 0.5), NULL);
  run (from, "allocation.set", g_variant_new ("(xxd)", tasks[7], ben, 1.0), NULL);

  to = carry_over (from, SL_KIND_TASK, ',');
  compare_kind (from, to, SL_KIND_TASK);
  compare_kind (from, to, SL_KIND_MILESTONE);
  {
    const SlSnapshot *a = sl_project_get_snapshot (from);
    const SlSnapshot *b = sl_project_get_snapshot (to);

    g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (a, SL_KIND_DEPENDENCY)), ==,
                      sl_table_n_rows (sl_snapshot_table (b, SL_KIND_DEPENDENCY)));
    g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (b, SL_KIND_ALLOCATION)), ==, 2);
  }
  sl_project_discard (from);
  sl_project_discard (to);
}

/* A second import of the same table updates the records it came from. */
static void
test_update (void)
{
  g_autoptr (SlProject) project = new_project ();
  const SlImportOptions options = { .rows_are_goals = TRUE };
  g_autofree char *csv = NULL;
  g_autoptr (GString) edited = NULL;
  g_autoptr (SlImportPlan) plan = NULL;
  const SlTable *goals;
  SlId goal = add_record (project, SL_KIND_GOAL, SL_ID_NONE, SL_ID_NONE, 3);

  csv = sl_csv_export (sl_project_get_snapshot (project), SL_KIND_GOAL, ';');
  edited = g_string_new (csv);
  g_string_replace (edited, "@home 3", "@office 3", 1);
  plan = read_with ("csv", edited->str, &options);
  sl_import_plan_match (plan, sl_project_get_snapshot (project));
  g_assert_cmpint (item (plan, 0)->duplicate_of, ==, goal);
  run (project, "plan.import", sl_import_plan_to_params (plan), NULL);

  goals = sl_snapshot_table (sl_project_get_snapshot (project), SL_KIND_GOAL);
  g_assert_cmpuint (sl_table_n_rows (goals), ==, 1);
  g_assert_cmpstr (sl_snapshot_title (sl_project_get_snapshot (project), goal), ==, "@office 3");
  sl_project_discard (project);
}

/* No file begins with "ID", no text begins like a formula, numbers stay numbers. */
static void
test_safety (void)
{
  g_autoptr (SlProject) project = new_project ();

  add_party (project, "=cmd|'/c calc'!A0");
  add_record (project, SL_KIND_GOAL, SL_ID_NONE, SL_ID_NONE, 1);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      g_autofree char *csv = sl_csv_export (sl_project_get_snapshot (project), (SlKindId)kind, ',');
      const char *text = csv + strlen ("\xef\xbb\xbf");

      g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf"));
      g_assert_false (g_ascii_strncasecmp (text, "id", 2) == 0);
      g_assert_null (strstr (text, "\n="));
      g_assert_null (strstr (text, "\n-"));
      g_assert_null (strstr (text, ",="));
      g_assert_null (strstr (text, "\"="));
    }
  {
    g_autofree char *csv = sl_csv_export (sl_project_get_snapshot (project), SL_KIND_PARTY, ',');

    g_assert_nonnull (strstr (csv, "\n'=cmd|'/c calc'!A0,"));
  }
  sl_project_discard (project);
}

int
main (int argc, char **argv)
{
  int result;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/csv-export/goals", test_goals);
  g_test_add_func ("/core/csv-export/tasks", test_tasks);
  g_test_add_func ("/core/csv-export/update", test_update);
  g_test_add_func ("/core/csv-export/safety", test_safety);
  result = g_test_run ();
  state_clear ();
  return result;
}
