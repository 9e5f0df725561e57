/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing into the matrix. A digit commits and moves on to the next cell; a minus first makes it
 * negative; g, s and w set the source of the cell and of what is typed next. */

#include "config.h"

#include "views/sl-matrix-view.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-open.h"

struct _SlMatrixView
{
  SlGridView parent_instance;
  gint64 source;
  gboolean negative;
};

G_DEFINE_FINAL_TYPE (SlMatrixView, sl_matrix_view, SL_TYPE_GRID_VIEW)

static gboolean
find_position (SlMatrixView *self, const SlHit *cell, guint *row)
{
  SlSnapshot *plan = sl_session_get_snapshot (sl_chart_view_get_session (SL_CHART_VIEW (self)));

  SlValue keys[SL_POSITION_N_FIELDS] = { 0 };

  /* Not the id of the hit: the scene may be older than the position. */
  keys[SL_POSITION_PARTY] = sl_value_int (cell->a);
  keys[SL_POSITION_GOAL] = sl_value_int (cell->b);
  return sl_table_find (sl_snapshot_table (plan, SL_KIND_POSITION),
                        sl_kind_natural_id (sl_kind (SL_KIND_POSITION), keys), row);
}

static const char *
source_name (gint64 code)
{
  const SlField *field = &sl_kind (SL_KIND_POSITION)->fields[SL_POSITION_SOURCE];

  return sl_field_enum_by_code (field, code)->name;
}

static gboolean
set_position (SlMatrixView *self, const SlHit *cell, gint64 value, gint64 source)
{
  return sl_session_run (sl_chart_view_get_session (SL_CHART_VIEW (self)), "position.set",
                         g_variant_new ("(xxxs)", cell->a, cell->b, value, source_name (source)),
                         NULL);
}

static void
changed (SlMatrixView *self)
{
  g_signal_emit_by_name (self, "source-changed");
}

static void
type_digit (SlMatrixView *self, const SlHit *cell, int digit)
{
  gint64 value = self->negative ? -digit : digit;
  SlHit here = *cell;

  self->negative = FALSE;
  if (set_position (self, &here, value, self->source))
    sl_chart_view_move_in_line (SL_CHART_VIEW (self), 1);
  changed (self);
}

static void
type_source (SlMatrixView *self, const SlHit *cell, gint64 source)
{
  SlSnapshot *plan = sl_session_get_snapshot (sl_chart_view_get_session (SL_CHART_VIEW (self)));
  SlHit here = *cell;
  guint row = 0;

  self->source = source;
  if (find_position (self, &here, &row))
    {
      gint64 value
          = sl_table_int (sl_snapshot_table (plan, SL_KIND_POSITION), row, SL_POSITION_VALUE);

      set_position (self, &here, value, source);
    }
  changed (self);
}

/* --- Cells --- */

/* Nothing and "?" are not asked. Spreadsheets write a real minus. */
static gboolean
read_value (const char *text, gint64 *value)
{
  const char *digit = text;
  gboolean negative = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−");

  *value = SL_INT_NULL;
  if (text[0] == '\0' || g_str_equal (text, "?"))
    return TRUE;
  if (negative || text[0] == '+')
    digit = g_utf8_next_char (text);
  if (digit[0] < '0' || digit[0] > '3' || digit[1] != '\0')
    return FALSE;
  *value = negative ? '0' - digit[0] : digit[0] - '0';
  return TRUE;
}

static char *
write_value (gint64 value)
{
  return value == SL_INT_NULL ? g_strdup ("?") : g_strdup_printf ("%d", (int)value);
}

static gint64
sl_matrix_view_get_value (SlGridView *grid, const SlHit *cell)
{
  SlSnapshot *plan = sl_session_get_snapshot (sl_chart_view_get_session (SL_CHART_VIEW (grid)));
  guint row;

  return find_position (SL_MATRIX_VIEW (grid), cell, &row)
             ? sl_table_int (sl_snapshot_table (plan, SL_KIND_POSITION), row, SL_POSITION_VALUE)
             : SL_INT_NULL;
}

static void
sl_matrix_view_set_values (SlGridView *grid, const SlGridCell *cells, guint n)
{
  GVariantBuilder values;

  g_variant_builder_init (&values, G_VARIANT_TYPE ("a(xxx)"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&values, "(xxx)", cells[i].a, cells[i].b, cells[i].value);
  sl_session_run (sl_chart_view_get_session (SL_CHART_VIEW (grid)), "position.set-many",
                  g_variant_new ("(a(xxx)s)", &values, source_name (SL_MATRIX_VIEW (grid)->source)),
                  NULL);
}

/* --- Keys --- */

static gboolean
handle_letter (SlMatrixView *self, const SlHit *cell, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_g:
      type_source (self, cell, SL_POSITION_GUESS);
      return TRUE;
    case GDK_KEY_s:
      type_source (self, cell, SL_POSITION_SAID);
      return TRUE;
    case GDK_KEY_w:
      type_source (self, cell, SL_POSITION_WRITING);
      return TRUE;
    case GDK_KEY_c:
      sl_conflict_open_cell (sl_chart_view_get_session (SL_CHART_VIEW (self)), cell->a, cell->b);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      self->negative = !self->negative;
      changed (self);
      return TRUE;
    case GDK_KEY_question:
      sl_grid_view_clear_block (SL_GRID_VIEW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
sl_matrix_view_type_key (SlGridView *grid, const SlHit *cell, guint keyval, GdkModifierType state)
{
  SlMatrixView *self = SL_MATRIX_VIEW (grid);
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (c >= '0' && c <= '3')
    {
      type_digit (self, cell, (int)(c - '0'));
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && self->negative)
    {
      self->negative = FALSE;
      changed (self);
      return TRUE;
    }
  return handle_letter (self, cell, keyval);
}

static void
sl_matrix_view_class_init (SlMatrixViewClass *klass)
{
  SlGridViewClass *grid_class = SL_GRID_VIEW_CLASS (klass);

  grid_class->cell_kind = SL_KIND_POSITION;
  grid_class->hint = N_ ("A position is −3 to 3; ? or nothing is not asked.");
  grid_class->read = read_value;
  grid_class->write = write_value;
  grid_class->get_value = sl_matrix_view_get_value;
  grid_class->set_values = sl_matrix_view_set_values;
  grid_class->type_key = sl_matrix_view_type_key;
  g_signal_new ("source-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
sl_matrix_view_init (SlMatrixView *self)
{
  self->source = SL_POSITION_GUESS;
}

SlMatrixView *
sl_matrix_view_new (SlSession *session)
{
  SlMatrixView *self = g_object_new (SL_TYPE_MATRIX_VIEW, NULL);

  sl_chart_view_setup (SL_CHART_VIEW (self), session, &sl_chart_stakeholder_matrix);
  return self;
}

gint64
sl_matrix_view_get_source (SlMatrixView *self)
{
  return self->source;
}

void
sl_matrix_view_set_source (SlMatrixView *self, gint64 source)
{
  g_return_if_fail (SL_IS_MATRIX_VIEW (self));
  self->source = source;
  changed (self);
}

gboolean
sl_matrix_view_is_negative (SlMatrixView *self)
{
  return self->negative;
}
