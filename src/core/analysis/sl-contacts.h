/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When somebody last spoke with a party, and how late the next contact is. Source: METHODS sections
 * 8 and 9. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* Day from which contact with the party in @row is counted: the last contact, without any the begin
 * of the project. SL_INT_NULL: neither is known. */
gint64 sl_contact_since (const SlSnapshot *plan, guint row);
/* Day of the next planned contact; SL_INT_NULL: none is planned, or the party has left. */
gint64 sl_contact_next (const SlSnapshot *plan, guint row);
/* Whether somebody plans to speak with the party in @row: not with machines and those who have
 * left, and with persons only where something of it was entered: their departments speak with them.
 */
gboolean sl_contact_is_planned_for (const SlSnapshot *plan, guint row);
/* "by 3 Nov", "4 days overdue"; NULL: no contact is planned. Translated, (transfer full) */
char *sl_contact_describe_next (const SlSnapshot *plan, guint row, gint64 today);
/* How pressing a contact is: how far it is over, as a share of the interval (at most 1), by power x
 * interest. 0..100; 0 where nothing is overdue; NAN where none is planned. Who has neither power
 * nor interest entered counts as the middle of both, 25. */
double sl_contact_urgency (const SlSnapshot *plan, guint row, gint64 today);

G_END_DECLS
