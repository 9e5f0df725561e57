/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing into the matrix. A digit commits and moves on to the next cell of the row; a minus first
 * makes it negative; g, s and w set the source of the cell and of what is typed next. */

#include "config.h"

#include "views/sl-matrix-view.h"

struct _SlMatrixView
{
  SlChartView parent_instance;
  gint64 source;
  gboolean negative;
};

G_DEFINE_FINAL_TYPE (SlMatrixView, sl_matrix_view, SL_TYPE_CHART_VIEW)

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
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      self->negative = !self->negative;
      changed (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
    case GDK_KEY_question:
      {
        SlHit here = *cell;

        set_position (self, &here, SL_INT_NULL, self->source);
        return TRUE;
      }
    default:
      return FALSE;
    }
}

static gboolean
sl_matrix_view_key_pressed (SlChartView *view, const SlMark *mark, guint keyval,
                            GdkModifierType state)
{
  SlMatrixView *self = SL_MATRIX_VIEW (view);
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (mark == NULL || mark->hit.kind != SL_KIND_POSITION || (state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (c >= '0' && c <= '3')
    {
      type_digit (self, &mark->hit, (int)(c - '0'));
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape && self->negative)
    {
      self->negative = FALSE;
      changed (self);
      return TRUE;
    }
  return handle_letter (self, &mark->hit, keyval);
}

static void
sl_matrix_view_class_init (SlMatrixViewClass *klass)
{
  SL_CHART_VIEW_CLASS (klass)->key_pressed = sl_matrix_view_key_pressed;
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
