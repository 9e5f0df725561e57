/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of cells of a matrix, and their text as spreadsheets take and give it: one line a row,
 * values of parties apart by tabs. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

/* The cells of a scene in reading order. */
typedef struct
{
  GArray *marks; /* of guint: scene marks, row by row; columns * rows */
  guint n_columns, n_rows;
} SlMatrixGrid;

/* A rectangle of cells; both ends belong to it. */
typedef struct
{
  guint column1, row1, column2, row2;
} SlMatrixBlock;

/* What a text says. */
typedef struct
{
  GArray *values; /* of gint64, row by row */
  guint n_columns, n_rows;
} SlMatrixText;

/* Reads what a cell says; "" is nothing. Returns: FALSE where it cannot say that */
typedef gboolean (*SlMatrixRead) (const char *text, gint64 *value);

/* @kind: of the hits of the cells */
void sl_matrix_grid_init (SlMatrixGrid *self, const SlScene *scene, SlKindId kind);
void sl_matrix_grid_clear (SlMatrixGrid *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlMatrixGrid, sl_matrix_grid_clear)
const SlMark *sl_matrix_grid_get (const SlMatrixGrid *self, const SlScene *scene, guint column,
                                  guint row);
/* The place of the cell of @hit's column and row. */
gboolean sl_matrix_grid_find (const SlMatrixGrid *self, const SlScene *scene, const SlHit *hit,
                              guint *column, guint *row);

/* Reads cells apart by tabs; lines may be of different length.
 * @hint: what a cell can say, for the message
 * Returns: FALSE with @error where a cell says something else */
gboolean sl_matrix_text_read (SlMatrixText *self, const char *text, SlMatrixRead read,
                              const char *hint, GError **error);
void sl_matrix_text_clear (SlMatrixText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlMatrixText, sl_matrix_text_clear)

G_END_DECLS
