/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing into the matrix. A digit commits and moves on to the next cell; a minus first makes it
 * negative; g, s and w set the source of the cell and of what is typed next. Shift with arrows and
 * dragging mark a block, which the clipboard keys and Delete take as a whole. */

#include "config.h"

#include "views/sl-matrix-view.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-open.h"
#include "base/sl-error.h"
#include "views/sl-matrix-block.h"

struct _SlMatrixView
{
  SlChartView parent_instance;
  gint64 source;
  gboolean negative;
  SlHit anchor; /* where the block began */
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

/* --- Blocks --- */

/* The block that a key takes: the marked one, else the current cell alone. */
static gboolean
get_block (SlMatrixView *self, const SlMatrixGrid *grid, SlMatrixBlock *block)
{
  SlChartView *view = SL_CHART_VIEW (self);
  SlScene *scene = sl_chart_view_get_scene (view);
  const SlMark *mark = sl_chart_view_get_current (view);
  guint column;
  guint row;
  guint column2;
  guint row2;

  if (mark == NULL || !sl_matrix_grid_find (grid, scene, &mark->hit, &column, &row))
    return FALSE;
  if (!sl_chart_view_has_block (view)
      || !sl_matrix_grid_find (grid, scene, &self->anchor, &column2, &row2))
    {
      column2 = column;
      row2 = row;
    }
  *block = (SlMatrixBlock){ MIN (column, column2), MIN (row, row2), MAX (column, column2),
                            MAX (row, row2) };
  return TRUE;
}

/* Marks the block from the anchor to @head, which becomes the current cell. */
static void
mark_block (SlMatrixView *self, const SlMark *head)
{
  SlChartView *view = SL_CHART_VIEW (self);
  const SlMark *anchor;
  double x;
  double y;
  SlHit hit = head->hit;
  SlHit from = self->anchor;
  guint column;
  guint row;
  g_auto (SlMatrixGrid) grid;

  sl_chart_view_go_to (view, &hit);
  sl_matrix_grid_init (&grid, sl_chart_view_get_scene (view));
  if (!sl_matrix_grid_find (&grid, sl_chart_view_get_scene (view), &from, &column, &row))
    return;
  anchor = sl_matrix_grid_get (&grid, sl_chart_view_get_scene (view), column, row);
  head = sl_chart_view_get_current (view);
  x = MIN (anchor->x, head->x);
  y = MIN (anchor->y, head->y);
  sl_chart_view_mark_block (view, x, y, MAX (anchor->x + anchor->w, head->x + head->w) - x,
                            MAX (anchor->y + anchor->h, head->y + head->h) - y);
}

static gboolean
extend_block (SlMatrixView *self, SlHit from, int columns, int rows)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_auto (SlMatrixGrid) grid;
  guint column;
  guint row;

  sl_matrix_grid_init (&grid, scene);
  if (!sl_matrix_grid_find (&grid, scene, &from, &column, &row))
    return FALSE;
  if (!sl_chart_view_has_block (SL_CHART_VIEW (self)))
    self->anchor = from;
  if (sl_scene_get_rtl (scene))
    columns = -columns;
  column = (guint)CLAMP ((int)column + columns, 0, (int)grid.n_columns - 1);
  row = (guint)CLAMP ((int)row + rows, 0, (int)grid.n_rows - 1);
  mark_block (self, sl_matrix_grid_get (&grid, scene, column, row));
  return TRUE;
}

static void
mark_all (SlMatrixView *self)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_auto (SlMatrixGrid) grid;

  sl_matrix_grid_init (&grid, scene);
  if (grid.n_rows == 0)
    return;
  self->anchor = sl_matrix_grid_get (&grid, scene, grid.n_columns - 1, grid.n_rows - 1)->hit;
  mark_block (self, sl_matrix_grid_get (&grid, scene, 0, 0));
}

static gint64
get_value (SlMatrixView *self, const SlHit *cell)
{
  SlSnapshot *plan = sl_session_get_snapshot (sl_chart_view_get_session (SL_CHART_VIEW (self)));
  guint row;

  return find_position (self, cell, &row)
             ? sl_table_int (sl_snapshot_table (plan, SL_KIND_POSITION), row, SL_POSITION_VALUE)
             : SL_INT_NULL;
}

static void
copy_block (SlMatrixView *self)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (SlMatrixGrid) grid;
  SlMatrixBlock block;

  sl_matrix_grid_init (&grid, scene);
  if (!get_block (self, &grid, &block))
    return;
  for (guint row = block.row1; row <= block.row2; row++)
    for (guint column = block.column1; column <= block.column2; column++)
      {
        gint64 value = get_value (self, &sl_matrix_grid_get (&grid, scene, column, row)->hit);

        if (value == SL_INT_NULL)
          g_string_append_c (text, '?');
        else
          g_string_append_printf (text, "%d", (int)value);
        g_string_append_c (text, column < block.column2 ? '\t' : '\n');
      }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* Sets @block to @text's values, over and over where it is larger; cells that say the same already
 * keep their source and day. One step. */
static void
fill_block (SlMatrixView *self, const SlMatrixGrid *grid, const SlMatrixBlock *block,
            const SlMatrixText *text)
{
  SlChartView *view = SL_CHART_VIEW (self);
  SlScene *scene = sl_chart_view_get_scene (view);
  GVariantBuilder cells;
  guint n = 0;

  g_variant_builder_init (&cells, G_VARIANT_TYPE ("a(xxx)"));
  for (guint row = block->row1; row <= block->row2; row++)
    for (guint column = block->column1; column <= block->column2; column++)
      {
        const SlHit *hit = &sl_matrix_grid_get (grid, scene, column, row)->hit;
        guint index = (row - block->row1) % text->n_rows * text->n_columns
                      + (column - block->column1) % text->n_columns;
        gint64 value = g_array_index (text->values, gint64, index);

        if (value == get_value (self, hit))
          continue;
        g_variant_builder_add (&cells, "(xxx)", hit->a, hit->b, value);
        n++;
      }
  if (n > 0)
    sl_session_run (sl_chart_view_get_session (view), "position.set-many",
                    g_variant_new ("(a(xxx)s)", &cells, source_name (self->source)), NULL);
  else
    g_variant_builder_clear (&cells);
}

static void
clear_block (SlMatrixView *self)
{
  g_auto (SlMatrixGrid) grid;
  g_auto (SlMatrixText) nothing = { 0 };
  SlMatrixBlock block;

  sl_matrix_grid_init (&grid, sl_chart_view_get_scene (SL_CHART_VIEW (self)));
  if (get_block (self, &grid, &block) && sl_matrix_text_read (&nothing, "?", NULL))
    fill_block (self, &grid, &block, &nothing);
}

/* A single cell is room for any text; a text that divides a marked block fills it. */
static gboolean
fit_block (const SlMatrixGrid *grid, const SlMatrixText *text, SlMatrixBlock *block, GError **error)
{
  guint columns = block->column2 - block->column1 + 1;
  guint rows = block->row2 - block->row1 + 1;

  if (columns % text->n_columns == 0 && rows % text->n_rows == 0)
    return TRUE;
  columns = grid->n_columns - block->column1;
  rows = grid->n_rows - block->row1;
  block->column2 = block->column1 + text->n_columns - 1;
  block->row2 = block->row1 + text->n_rows - 1;
  if (text->n_columns <= columns && text->n_rows <= rows)
    return TRUE;
  /* Translators: numbers of columns and rows, first of the text, then of the matrix */
  g_set_error (
      error, SL_ERROR, SL_ERROR_INVALID,
      _ ("Nothing was pasted: the text is %u wide and %u high, but from this cell on there "
         "is room for %u and %u"),
      text->n_columns, text->n_rows, columns, rows);
  return FALSE;
}

static void
paste_text (SlMatrixView *self, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_auto (SlMatrixGrid) grid;
  g_auto (SlMatrixText) text = { 0 };
  SlMatrixBlock block;

  sl_matrix_grid_init (&grid, sl_chart_view_get_scene (SL_CHART_VIEW (self)));
  if (!get_block (self, &grid, &block))
    return;
  if (sl_matrix_text_read (&text, typed, &error) && fit_block (&grid, &text, &block, &error))
    fill_block (self, &grid, &block, &text);
  else
    sl_session_say (sl_chart_view_get_session (SL_CHART_VIEW (self)), error->message);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlMatrixView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && text[0] != '\0' && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    paste_text (self, text);
}

static gboolean
handle_clipboard_key (SlMatrixView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_a:
      mark_all (self);
      return TRUE;
    case GDK_KEY_c:
      copy_block (self);
      return TRUE;
    case GDK_KEY_x:
      copy_block (self);
      clear_block (self);
      return TRUE;
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                     text_read_cb, g_object_ref (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_extend_key (SlMatrixView *self, SlHit from, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return extend_block (self, from, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return extend_block (self, from, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return extend_block (self, from, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return extend_block (self, from, 0, 1);
    default:
      return FALSE;
    }
}

static gboolean
sl_matrix_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  if (mark->hit.kind != SL_KIND_POSITION || mark->hit.part != SL_PART_CELL)
    return FALSE;
  SL_MATRIX_VIEW (view)->anchor = mark->hit;
  return TRUE;
}

static void
sl_matrix_view_drag_update (SlChartView *view, double x, double y)
{
  const SlMark *mark = sl_scene_hit (sl_chart_view_get_scene (view), x, y);
  const SlMark *current = sl_chart_view_get_current (view);

  if (mark != NULL && mark != current && mark->hit.kind == SL_KIND_POSITION
      && mark->hit.part == SL_PART_CELL)
    mark_block (SL_MATRIX_VIEW (view), mark);
}

static void
sl_matrix_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
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
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
    case GDK_KEY_question:
      clear_block (self);
      return TRUE;
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

  if (mark == NULL || mark->hit.kind != SL_KIND_POSITION)
    return FALSE;
  if (state == GDK_CONTROL_MASK)
    return handle_clipboard_key (self, keyval);
  if ((state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (state == GDK_SHIFT_MASK && handle_extend_key (self, mark->hit, keyval))
    return TRUE;
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
  SlChartViewClass *view_class = SL_CHART_VIEW_CLASS (klass);

  view_class->key_pressed = sl_matrix_view_key_pressed;
  view_class->drag_begin = sl_matrix_view_drag_begin;
  view_class->drag_update = sl_matrix_view_drag_update;
  view_class->drag_end = sl_matrix_view_drag_end;
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
