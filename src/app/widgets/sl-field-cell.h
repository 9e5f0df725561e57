/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An editable cell that shows one field of a record: what outlines and tables of records share. */

#pragma once

#include "sl-session.h"
#include "widgets/sl-editable-cell.h"

G_BEGIN_DECLS

/* Whether values of @field are set against the right, as its heading is. */
gboolean sl_field_cell_is_numeric (const SlField *field);
/* Makes @cell fit for @field of @kind: alignment and name. */
void sl_field_cell_configure (SlEditableCell *cell, const SlKind *kind, guint field);
/* Makes @text, in which @field of @kind is edited, fit for it: completion. */
void sl_field_cell_begin (GtkEditable *text, SlSession *session, const SlKind *kind, guint field);
/* Shows the value as it is now; @field -1: a kind without that field. */
void sl_field_cell_show (SlEditableCell *cell, SlSession *session, SlRecord *record, int field);
/* Stores what was typed in all @ids, records of one kind, as one undo step; says what is wrong with
 * it if it cannot. */
void sl_field_cell_commit (SlSession *session, const SlId *ids, guint n, guint field,
                           const char *typed);
/* Keeps what is being typed, should the program be killed; what is no value yet is not kept. */
void sl_field_cell_draft (SlSession *session, SlId id, guint field, const char *typed);

G_END_DECLS
