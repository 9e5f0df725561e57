/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry: each row keeps the promises that the rest of the program builds on. */

#include "config.h"

#include "base/sl-id.h"
#include "model/sl-kind.h"
#include "model/sl-record.h"

#include <string.h>

static gboolean
is_snake_case (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name)
         && g_ascii_isalpha (name[0]);
}

static void
test_names (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      const SlKind *kind = sl_kind (i);

      g_assert_cmpuint (kind->id, ==, i);
      g_assert_true (is_snake_case (kind->name));
      g_assert_true (sl_kind_by_name (kind->name) == kind);
      g_assert_true (g_str_has_prefix (kind->type_name, "Sl"));
      g_assert_cmpuint (strlen (kind->nick), >, 0);
      g_assert_cmpuint (strlen (kind->plural), >, 0);
      for (guint f = 0; f < kind->n_fields; f++)
        {
          g_assert_true (is_snake_case (kind->fields[f].name));
          g_assert_cmpint (sl_kind_field (kind, kind->fields[f].name), ==, (int)f);
          g_assert_cmpuint (strlen (kind->fields[f].nick), >, 0);
        }
    }
  g_assert_null (sl_kind_by_name ("unicorn"));
  g_assert_cmpint (sl_kind_field (sl_kind (SL_KIND_GOAL), "horn"), ==, -1);
}

static void
assert_structure (const SlKind *kind)
{
  guint n_keys = 0;
  guint n_text_keys = 0;

  for (guint f = 0; f < kind->n_fields; f++)
    {
      const SlField *field = &kind->fields[f];
      gboolean key = (field->flags & SL_KEY) != 0;

      n_keys += key;
      n_text_keys += key && sl_field_value_type (field) == SL_VALUE_TEXT;
      g_assert_true (!key || (field->flags & SL_REQUIRED));
      g_assert_cmpint ((int)f == kind->parent_field, ==, (field->flags & SL_PARENT) != 0);
      g_assert_cmpint ((int)f == kind->rank_field, ==, field->type == SL_RANK);
    }
  g_assert_cmpint (n_keys > 0, ==, (kind->flags & SL_KIND_NATURAL) != 0);
  /* sl_kind_natural_id() takes either numbers or one text. */
  g_assert_true (n_text_keys == 0 || n_keys == 1);
  g_assert_cmpint ((kind->flags & SL_KIND_TREE) != 0, ==,
                   kind->parent_field >= 0 && kind->rank_field >= 0);
}

static void
assert_field (const SlField *field)
{
  g_auto (SlValue) def = sl_field_default (field);

  g_assert_cmpint (field->type == SL_REF, ==, field->targets != 0);
  g_assert_cmpint (field->type == SL_ENUM, ==, field->values != NULL);
  g_assert_true (field->type != SL_BOOL || (field->flags & SL_REQUIRED));
  g_assert_true (!(field->flags & SL_SEARCH) || sl_field_value_type (field) == SL_VALUE_TEXT);
  g_assert_true (!(field->flags & (SL_OWNER | SL_PARENT)) || field->type == SL_REF);
  /* What has no key must be insertable with nothing but defaults. */
  if ((field->flags & SL_REQUIRED) && !(field->flags & SL_KEY))
    g_assert_cmpint (def.type, !=, SL_VALUE_NULL);
  for (const SlEnumValue *v = field->values; v != NULL && v->name != NULL; v++)
    {
      g_assert_true (is_snake_case (v->name));
      g_assert_true (sl_field_enum_by_code (field, v->code) == v);
      g_assert_true (sl_field_enum_by_name (field, v->name) == v);
    }
}

static void
test_rows (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      assert_structure (sl_kind (i));
      for (guint f = 0; f < sl_kind (i)->n_fields; f++)
        assert_field (&sl_kind (i)->fields[f]);
    }
}

static void
test_codes (void)
{
  const SlField *status = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_STATUS];
  const SlField *constraint = &sl_kind (SL_KIND_TASK)->fields[SL_TASK_CONSTRAINT];

  g_assert_cmpstr (sl_field_enum_by_code (status, SL_GOAL_PARKED)->name, ==, "parked");
  g_assert_cmpint (sl_field_enum_by_name (constraint, "finish_no_later")->code, ==, 7);
  g_assert_null (sl_field_enum_by_code (status, 99));
  g_assert_null (sl_field_enum_by_name (status, "Parked"));
}

static void
test_natural_id (void)
{
  SlId party = sl_id_new ();
  SlId goal = sl_id_new ();
  SlValue values[SL_POSITION_N_FIELDS] = { 0 };
  SlValue sheet[SL_SHEET_N_FIELDS] = { 0 };
  const SlId keys[] = { party, goal };

  values[SL_POSITION_PARTY] = sl_value_int (party);
  values[SL_POSITION_GOAL] = sl_value_int (goal);
  values[SL_POSITION_VALUE] = sl_value_int (3);
  g_assert_cmpint (sl_kind_natural_id (sl_kind (SL_KIND_POSITION), values), ==,
                   sl_id_natural ("position", keys, 2));
  sheet[SL_SHEET_CHART] = sl_value_text ("timeline");
  g_assert_cmpint (sl_kind_natural_id (sl_kind (SL_KIND_SHEET), sheet), ==,
                   sl_id_natural_text ("sheet", "timeline"));
  sl_value_clear (&sheet[SL_SHEET_CHART]);
}

static void
test_types (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      GType type = sl_kind_get_record_type (i);
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);

      g_assert_cmpstr (g_type_name (type), ==, sl_kind (i)->type_name);
      g_assert_true (g_type_is_a (type, SL_TYPE_RECORD));
      for (guint f = 0; f < sl_kind (i)->n_fields; f++)
        g_assert_nonnull (
            g_object_class_find_property (G_OBJECT_CLASS (klass), sl_kind (i)->fields[f].name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kind/names", test_names);
  g_test_add_func ("/core/kind/rows", test_rows);
  g_test_add_func ("/core/kind/codes", test_codes);
  g_test_add_func ("/core/kind/natural-id", test_natural_id);
  g_test_add_func ("/core/kind/types", test_types);
  return g_test_run ();
}
