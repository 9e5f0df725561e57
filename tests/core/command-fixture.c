/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs commands on a small project and looks at what they did. */

#include "config.h"

#include "command-fixture.h"

#include "base/sl-error.h"
#include "base/sl-id.h"

#include <string.h>

SlSnapshot *
command_plan (CommandFixture *fixture)
{
  return sl_project_get_snapshot (fixture->project);
}

/* Runs a command and takes it back and forth. */
SlId
command_run (CommandFixture *fixture, const char *command, GVariant *params)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autoptr (GError) error = NULL;
  SlId id = SL_ID_NONE;
  sl_project_run (fixture->project, command, params, &id, &error);
  g_assert_no_error (error);
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, !=, before);
  sl_project_undo (fixture->project, &error);
  g_assert_no_error (error);
  g_autofree char *undone = state_dump (fixture->project);
  g_assert_cmpstr (undone, ==, before);
  sl_project_redo (fixture->project, &error);
  g_assert_no_error (error);
  g_autofree char *redone = state_dump (fixture->project);
  g_assert_cmpstr (redone, ==, after);
  return id;
}

/* Runs a command that has nothing to do. */
void
command_run_idle (CommandFixture *fixture, const char *command, GVariant *params)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autoptr (GError) error = NULL;
  sl_project_run (fixture->project, command, params, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, ==, before);
}

/* Runs a command that must be refused, with a sentence that says @part. */
void
command_refuse (CommandFixture *fixture, const char *command, GVariant *params, int code,
                const char *part)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autofree char *label = sl_project_get_undo_label (fixture->project);
  g_autoptr (GError) error = NULL;
  g_assert_false (sl_project_run (fixture->project, command, params, NULL, &error));
  g_assert_error (error, SL_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, ==, before);
  g_autofree char *label_after = sl_project_get_undo_label (fixture->project);
  g_assert_cmpstr (label_after, ==, label);
}

void
assert_label (CommandFixture *fixture, const char *want)
{
  g_autofree char *label = sl_project_get_undo_label (fixture->project);
  g_assert_cmpstr (label, ==, want);
}

/* The record of @kind with that title. */
SlId
command_find (CommandFixture *fixture, SlKindId kind, const char *title)
{
  const SlTable *table = sl_snapshot_table (command_plan (fixture), kind);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);
      if (strcmp (sl_snapshot_title (command_plan (fixture), id), title) == 0)
        return id;
    }
  g_error ("no %s “%s”", sl_kind (kind)->name, title);
}

SlId
command_goal (CommandFixture *fixture, const char *title)
{
  return command_find (fixture, SL_KIND_GOAL, title);
}

/* A field as files write it; "" if it is unset. */
char *
command_field_text (CommandFixture *fixture, SlId id, guint field)
{
  SlKindId kind;
  guint row;
  g_assert_true (sl_snapshot_find (command_plan (fixture), id, &kind, &row));
  g_auto (SlValue) value
      = sl_table_value (sl_snapshot_table (command_plan (fixture), kind), row, field);
  return sl_field_format (&sl_kind (kind)->fields[field], &value);
}

void
assert_field (CommandFixture *fixture, SlId id, guint field, const char *want)
{
  g_autofree char *got = command_field_text (fixture, id, field);
  g_assert_cmpstr (got, ==, want);
}

static void
append_tree (CommandFixture *fixture, SlKindId kind, SlId parent, GString *out)
{
  guint n;
  const SlId *children = sl_snapshot_children (command_plan (fixture), kind, parent, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              sl_snapshot_title (command_plan (fixture), children[i]));
      guint n_below;
      sl_snapshot_children (command_plan (fixture), kind, children[i], &n_below);
      if (n_below == 0)
        continue;
      g_string_append_c (out, '(');
      append_tree (fixture, kind, children[i], out);
      g_string_append_c (out, ')');
    }
}

/* "a(b c) d" */
void
assert_tree (CommandFixture *fixture, SlKindId kind, const char *want)
{
  g_autoptr (GString) out = g_string_new (NULL);
  append_tree (fixture, kind, SL_ID_NONE, out);
  g_assert_cmpstr (out->str, ==, want);
}

/* A variant in text form, ids as numbers. */
GVariant *
command_params (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (GError) error = NULL;
  GVariant *variant = g_variant_parse (NULL, text, NULL, NULL, &error);
  g_assert_no_error (error);
  return variant;
}

SlId
command_add (CommandFixture *fixture, const char *kind, SlId parent, const char *title)
{
  return command_run (fixture, "record.add",
                      command_params ("('%s', int64 " ID_FORMAT ", int64 -1, {'title': <'%s'>})",
                                      kind, parent, title));
}

/* Goals a(b(c) d) e, parties Sales and Production. */
void
command_set_up (CommandFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sl_id_seed (11);
  fixture->project = sl_project_new (&error);
  g_assert_no_error (error);
  SlId a = command_add (fixture, "goal", SL_ID_NONE, "a");
  SlId b = command_add (fixture, "goal", a, "b");
  command_add (fixture, "goal", b, "c");
  command_add (fixture, "goal", a, "d");
  command_add (fixture, "goal", SL_ID_NONE, "e");
  command_add (fixture, "party", SL_ID_NONE, "Sales");
  command_add (fixture, "party", SL_ID_NONE, "Production");
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e");
}

void
command_tear_down (CommandFixture *fixture, gconstpointer data)
{
  sl_project_discard (fixture->project);
  g_assert_finalize_object (fixture->project);
  sl_id_seed (0);
}
