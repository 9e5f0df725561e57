/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lower part of the inspector: records that name the selected one, by kind. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Appends one group a kind to @box. */
void sl_related_add_groups (SlSession *session, SlId id, GtkBox *box);
/* Makes the groups again if what they show has changed. */
void sl_related_refresh (SlSession *session, SlId id, GtkBox *box);
/* "Sales: +2 supports (said)": a record without a title of its own, seen from @from. (transfer
 * full) */
char *sl_related_describe (const SlSnapshot *plan, SlKindId kind, SlId id, SlId from);

G_END_DECLS
