/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an outline, its rows and its tree know of each other. */

#pragma once

#include "model/sl-outline.h"
#include "model/sl-store-private.h"

G_BEGIN_DECLS

/* --- Rows (sl-outline-row.c) --- */

typedef struct
{
  guint depth;
  gboolean expandable;
  gboolean expanded;
} SlOutlineRowState;

SlOutlineRow *sl_outline_row_new (SlOutline *outline, SlRecord *record,
                                  const SlOutlineRowState *state);
/* Where the record's id lies; the key of the outline's table. */
const SlId *sl_outline_row_peek_id (SlOutlineRow *self);
/* Notifies what differs. */
void sl_outline_row_set_state (SlOutlineRow *self, const SlOutlineRowState *state);
/* The outline is going away. */
void sl_outline_row_detach (SlOutlineRow *self);
/* @row is going away (sl-outline.c). */
void sl_outline_forget_row (SlOutline *self, SlOutlineRow *row);

/* --- The tree in preorder (sl-outline-tree.c) --- */

#define SL_OUTLINE_NO_PARENT G_MAXUINT32

typedef struct
{
  SlId id;
  guint32 parent; /* index of its node, or SL_OUTLINE_NO_PARENT */
  guint32 size;   /* nodes of its subtree, with itself */
  guint32 position;
  guint32 depth;
  SlKindId kind;
  gboolean shown;       /* it or something below it is found, or nothing is searched */
  gboolean shown_below; /* something below it is */
  const char *folded;   /* (nullable): searched text, owned by the outline's cache */
} SlOutlineNode;

/* All records of @kind and @extra as SlOutlineNode in preorder; none shown. (transfer full) */
GArray *sl_outline_tree_new (const SlSnapshot *plan, SlKindId kind, SlKindId extra);

G_END_DECLS
