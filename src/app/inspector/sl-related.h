/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lower part of the inspector: records that name the selected one, by kind. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Appends one group a kind to @box, whose last children they are, in the turns of the main loop
 * that follow. @session: outlives @box */
void sl_related_add_groups (SlSession *session, SlId id, GtkBox *box);
/* Makes those groups of @box again that show something else now. */
void sl_related_refresh (GtkBox *box);
/* No more groups come to @box, and none is refreshed: it is to be emptied. */
void sl_related_forget (GtkBox *box);
/* "Sales: +2 supports (said)": a record without a title of its own, seen from @from. (transfer
 * full) */
char *sl_related_describe (const SlSnapshot *plan, SlKindId kind, SlId id, SlId from);

G_END_DECLS
