/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stakeholder matrix as an editor: digits set positions, letters set their source. */

#pragma once

#include "views/sl-grid-view.h"

G_BEGIN_DECLS

#define SL_TYPE_MATRIX_VIEW (sl_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (SlMatrixView, sl_matrix_view, SL, MATRIX_VIEW, SlGridView)

/* Signal: "source-changed": the source that the next typed position gets. */
SlMatrixView *sl_matrix_view_new (SlSession *session);
/* Code of sl_position_sources. */
gint64 sl_matrix_view_get_source (SlMatrixView *self);
void sl_matrix_view_set_source (SlMatrixView *self, gint64 source);
/* TRUE while a minus was typed and its digit is awaited. */
gboolean sl_matrix_view_is_negative (SlMatrixView *self);

G_END_DECLS
