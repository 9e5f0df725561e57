/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of cells, the clipboard and dragging, for all charts that are typed into. */

#include "config.h"

#include "views/sl-grid-view.h"

#include <glib/gi18n.h>

#include "base/sl-error.h"

/* @anchor: where the block began */
typedef struct
{
  SlHit anchor;
} SlGridViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlGridView, sl_grid_view, SL_TYPE_CHART_VIEW)

static SlGridViewPrivate *
get_private (SlGridView *self)
{
  return sl_grid_view_get_instance_private (self);
}

static SlGridViewClass *
get_class (SlGridView *self)
{
  return SL_GRID_VIEW_GET_CLASS (self);
}

static gboolean
is_cell (SlGridView *self, const SlMark *mark)
{
  return mark != NULL && mark->hit.kind == get_class (self)->cell_kind
         && mark->hit.part == SL_PART_CELL;
}

static void
init_grid (SlGridView *self, SlMatrixGrid *grid, const SlScene *scene)
{
  sl_matrix_grid_init (grid, scene, get_class (self)->cell_kind);
}

static gboolean
read_text (SlGridView *self, SlMatrixText *text, const char *typed, GError **error)
{
  return sl_matrix_text_read (text, typed, get_class (self)->read, _ (get_class (self)->hint),
                              error);
}

static gint64
get_value (SlGridView *self, const SlMark *cell)
{
  return get_class (self)->get_value (self, &cell->hit);
}

/* --- Blocks --- */

/* The block that a key takes: the marked one, else the current cell alone. */
static gboolean
get_block (SlGridView *self, const SlMatrixGrid *grid, SlMatrixBlock *block)
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
      || !sl_matrix_grid_find (grid, scene, &get_private (self)->anchor, &column2, &row2))
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
mark_block (SlGridView *self, const SlMark *head)
{
  SlChartView *view = SL_CHART_VIEW (self);
  const SlMark *anchor;
  double x;
  double y;
  SlHit hit = head->hit;
  SlHit from = get_private (self)->anchor;
  guint column;
  guint row;
  g_auto (SlMatrixGrid) grid;

  sl_chart_view_go_to (view, &hit);
  init_grid (self, &grid, sl_chart_view_get_scene (view));
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
extend_block (SlGridView *self, SlHit from, int columns, int rows)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_auto (SlMatrixGrid) grid;
  guint column;
  guint row;

  init_grid (self, &grid, scene);
  if (!sl_matrix_grid_find (&grid, scene, &from, &column, &row))
    return FALSE;
  if (!sl_chart_view_has_block (SL_CHART_VIEW (self)))
    get_private (self)->anchor = from;
  if (sl_scene_get_rtl (scene))
    columns = -columns;
  column = (guint)CLAMP ((int)column + columns, 0, (int)grid.n_columns - 1);
  row = (guint)CLAMP ((int)row + rows, 0, (int)grid.n_rows - 1);
  mark_block (self, sl_matrix_grid_get (&grid, scene, column, row));
  return TRUE;
}

static void
mark_all (SlGridView *self)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_auto (SlMatrixGrid) grid;

  init_grid (self, &grid, scene);
  if (grid.n_rows == 0)
    return;
  get_private (self)->anchor
      = sl_matrix_grid_get (&grid, scene, grid.n_columns - 1, grid.n_rows - 1)->hit;
  mark_block (self, sl_matrix_grid_get (&grid, scene, 0, 0));
}

static void
copy_block (SlGridView *self)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (SlMatrixGrid) grid;
  SlMatrixBlock block;

  init_grid (self, &grid, scene);
  if (!get_block (self, &grid, &block))
    return;
  for (guint row = block.row1; row <= block.row2; row++)
    for (guint column = block.column1; column <= block.column2; column++)
      {
        g_autofree char *cell = get_class (self)->write (
            get_value (self, sl_matrix_grid_get (&grid, scene, column, row)));

        g_string_append (text, cell);
        g_string_append_c (text, column < block.column2 ? '\t' : '\n');
      }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/* Sets @block to @text's values, over and over where it is larger; cells that say the same already
 * are left alone. One step. */
static void
fill_block (SlGridView *self, const SlMatrixGrid *grid, const SlMatrixBlock *block,
            const SlMatrixText *text)
{
  SlScene *scene = sl_chart_view_get_scene (SL_CHART_VIEW (self));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SlGridCell));

  for (guint row = block->row1; row <= block->row2; row++)
    for (guint column = block->column1; column <= block->column2; column++)
      {
        const SlMark *mark = sl_matrix_grid_get (grid, scene, column, row);
        guint index = (row - block->row1) % text->n_rows * text->n_columns
                      + (column - block->column1) % text->n_columns;
        SlGridCell cell = { mark->hit.a, mark->hit.b, g_array_index (text->values, gint64, index) };

        if (cell.value != get_value (self, mark))
          g_array_append_val (cells, cell);
      }
  if (cells->len > 0)
    get_class (self)->set_values (self, (const SlGridCell *)(gconstpointer)cells->data, cells->len);
}

void
sl_grid_view_clear_block (SlGridView *self)
{
  g_auto (SlMatrixGrid) grid;
  g_auto (SlMatrixText) nothing = { 0 };
  SlMatrixBlock block;

  init_grid (self, &grid, sl_chart_view_get_scene (SL_CHART_VIEW (self)));
  if (get_block (self, &grid, &block) && read_text (self, &nothing, "", NULL))
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
paste_text (SlGridView *self, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_auto (SlMatrixGrid) grid;
  g_auto (SlMatrixText) text = { 0 };
  SlMatrixBlock block;

  init_grid (self, &grid, sl_chart_view_get_scene (SL_CHART_VIEW (self)));
  if (!get_block (self, &grid, &block))
    return;
  if (read_text (self, &text, typed, &error) && fit_block (&grid, &text, &block, &error))
    fill_block (self, &grid, &block, &text);
  else
    sl_session_say (sl_chart_view_get_session (SL_CHART_VIEW (self)), error->message);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlGridView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && text[0] != '\0' && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    paste_text (self, text);
}

static gboolean
handle_clipboard_key (SlGridView *self, guint keyval)
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
      sl_grid_view_clear_block (self);
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
handle_extend_key (SlGridView *self, SlHit from, guint keyval)
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
sl_grid_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  if (!is_cell (SL_GRID_VIEW (view), mark))
    return FALSE;
  get_private (SL_GRID_VIEW (view))->anchor = mark->hit;
  return TRUE;
}

static void
sl_grid_view_drag_update (SlChartView *view, double x, double y)
{
  const SlMark *mark = sl_scene_hit (sl_chart_view_get_scene (view), x, y);
  const SlMark *current = sl_chart_view_get_current (view);

  if (mark != current && is_cell (SL_GRID_VIEW (view), mark))
    mark_block (SL_GRID_VIEW (view), mark);
}

static void
sl_grid_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
}

/* --- Keys --- */

static gboolean
is_clear_key (guint keyval)
{
  return keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace;
}

static gboolean
sl_grid_view_key_pressed (SlChartView *view, const SlMark *mark, guint keyval,
                          GdkModifierType state)
{
  SlGridView *self = SL_GRID_VIEW (view);

  if (!is_cell (self, mark))
    return FALSE;
  if (state == GDK_CONTROL_MASK)
    return handle_clipboard_key (self, keyval);
  if ((state & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (state == GDK_SHIFT_MASK && handle_extend_key (self, mark->hit, keyval))
    return TRUE;
  if (is_clear_key (keyval))
    {
      sl_grid_view_clear_block (self);
      return TRUE;
    }
  return get_class (self)->type_key (self, &mark->hit, keyval, state);
}

static void
sl_grid_view_class_init (SlGridViewClass *klass)
{
  SlChartViewClass *view_class = SL_CHART_VIEW_CLASS (klass);

  view_class->key_pressed = sl_grid_view_key_pressed;
  view_class->drag_begin = sl_grid_view_drag_begin;
  view_class->drag_update = sl_grid_view_drag_update;
  view_class->drag_end = sl_grid_view_drag_end;
}

static void
sl_grid_view_init (SlGridView *self)
{
}
