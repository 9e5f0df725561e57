/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cell stands where, and what pasted text says. It changes nothing. */

#include "config.h"

#include "views/sl-matrix-block.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/sl-error.h"

/* --- Cells --- */

/* Rows are never closer than this; a cell in writing stands out of its row by its frame. Points. */
#define ROW_SLACK 4.0

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlScene *scene = data;
  const SlMark *m = sl_scene_get_mark (scene, *(const guint *)a);
  const SlMark *n = sl_scene_get_mark (scene, *(const guint *)b);
  double across = sl_scene_get_rtl (scene) ? n->x - m->x : m->x - n->x;
  double down = m->y - n->y;

  return fabs (down) > ROW_SLACK ? (down > 0 ? 1 : -1) : (across > 0) - (across < 0);
}

void
sl_matrix_grid_init (SlMatrixGrid *self, const SlScene *scene, SlKindId kind)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_columns = 0;
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->hit.kind == kind && mark->hit.part == SL_PART_CELL)
        g_array_append_val (self->marks, i);
    }
  g_array_sort_with_data (self->marks, compare_places, (gpointer)scene);
  while (self->n_columns < self->marks->len
         && sl_scene_get_mark (scene, g_array_index (self->marks, guint, self->n_columns))->hit.b
                == sl_scene_get_mark (scene, g_array_index (self->marks, guint, 0))->hit.b)
    self->n_columns++;
  self->n_rows = self->n_columns > 0 ? self->marks->len / self->n_columns : 0;
}

void
sl_matrix_grid_clear (SlMatrixGrid *self)
{
  g_array_unref (self->marks);
}

const SlMark *
sl_matrix_grid_get (const SlMatrixGrid *self, const SlScene *scene, guint column, guint row)
{
  return sl_scene_get_mark (scene,
                            g_array_index (self->marks, guint, row * self->n_columns + column));
}

gboolean
sl_matrix_grid_find (const SlMatrixGrid *self, const SlScene *scene, const SlHit *hit,
                     guint *column, guint *row)
{
  for (guint i = 0; i < self->n_columns * self->n_rows; i++)
    {
      const SlHit *here = &sl_scene_get_mark (scene, g_array_index (self->marks, guint, i))->hit;

      if (here->a != hit->a || here->b != hit->b)
        continue;
      *column = i % self->n_columns;
      *row = i / self->n_columns;
      return TRUE;
    }
  return FALSE;
}

/* --- Text --- */

/* The lines of @text, at least one; what ends it with a line break has no empty line behind it. */
static char **
split_lines (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  gsize length = strlen (copy);

  if (length == 0)
    return g_strdupv ((char **)(const char *const[]){ "", NULL });
  if (copy[length - 1] == '\n')
    copy[length - 1] = '\0';
  return g_strsplit (copy, "\n", -1);
}

static gboolean
read_line (SlMatrixText *self, const char *line, guint row, SlMatrixRead read, const char *hint,
           GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (guint column = 0; column < self->n_columns; column++)
    {
      gboolean there = column < g_strv_length (cells);
      gint64 value = 0;

      if (!read (there ? g_strstrip (cells[column]) : "", &value))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       /* Translators: the last %s is a sentence that says what can stand there */
                       _ ("Nothing was pasted: line %u, column %u says “%s”. %s"), row + 1,
                       column + 1, cells[column], hint);
          return FALSE;
        }
      g_array_append_val (self->values, value);
    }
  return TRUE;
}

gboolean
sl_matrix_text_read (SlMatrixText *self, const char *text, SlMatrixRead read, const char *hint,
                     GError **error)
{
  g_auto (GStrv) lines = split_lines (text);

  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_rows = g_strv_length (lines);
  self->n_columns = 1;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      self->n_columns = MAX (self->n_columns, g_strv_length (cells));
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (self, lines[i], i, read, hint, error))
      return FALSE;
  return TRUE;
}

void
sl_matrix_text_clear (SlMatrixText *self)
{
  g_clear_pointer (&self->values, g_array_unref);
}
