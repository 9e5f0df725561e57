/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A second recorder beside the change list: SQLite's session extension. Where the library has it
 * and SIGHTLINE_SELF_CHECK=1 is set, both must tell the same story of each transaction. */

#pragma once

#include "model/sl-change.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

typedef struct _SlOracle SlOracle;

/* Starts recording on @db. NULL where the self-check is off. */
SlOracle *sl_oracle_new (SlDb *db);
/* Whether this build and this run have the self-check. */
gboolean sl_oracle_is_active (void);
/* Compares the net of @changes with what the session saw. A NULL @self agrees.
 * Errors: %SL_ERROR_INVALID naming the first difference: a defect of this program. */
gboolean sl_oracle_check (SlOracle *self, const SlChangeSet *changes, GError **error);
void sl_oracle_free (SlOracle *self);

G_END_DECLS
