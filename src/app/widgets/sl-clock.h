/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small clock beside a record that asks whether it is still true; nothing where it does not ask.
 * Pressing it says yes, as Enter does where it has the focus, and Y in the rows and on the marks
 * beside. */

#pragma once

#include "sl-session.h"
#include "widgets/sl-editable-cell.h"

G_BEGIN_DECLS

#define SL_TYPE_CLOCK (sl_clock_get_type ())
G_DECLARE_FINAL_TYPE (SlClock, sl_clock, SL, CLOCK, GtkButton)

/* Takes no focus by itself: rows of tables give theirs to what can have it. */
GtkWidget *sl_clock_new (SlSession *session);
/* Takes the focus, and cannot have it any more when it has left. */
void sl_clock_focus (SlClock *self);
/* Says yes, as a click does. */
void sl_clock_press (SlClock *self);
/* The clock somewhere in @widget that asks, or NULL. (transfer none) */
SlClock *sl_clock_find_in (GtkWidget *widget);
/* @id: any record, or SL_ID_NONE. */
void sl_clock_set_record (SlClock *self, SlId id);

/* Puts a clock behind the text of @cell, the first of a row, where @id asks; else there is none. */
void sl_clock_show_in (SlEditableCell *cell, SlSession *session, SlId id);

/* Whether records of @kind ever ask. */
gboolean sl_clock_has_kind (SlKindId kind);
/* Says that those of @ids that ever ask are still true, as one step, with a way back. Returns:
 * whether there was any */
gboolean sl_clock_renew (SlSession *session, const SlId *ids, guint n);

G_END_DECLS
