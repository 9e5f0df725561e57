/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a plan may lie before a partner. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* @plan without our guesses about positions, and without what is internal: trust and promises.
 * Records keep their ids. Cost: O(records). (transfer full) */
SlSnapshot *sl_partner_copy_new (const SlSnapshot *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
