/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Record ids: random for things, derived for records whose identity is their key fields. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* A fresh random id, from getrandom or, after sl_id_seed(), from a repeatable sequence. */
SlId sl_id_new (void);
/* Makes sl_id_new() repeatable for tests and for compiled samples; 0 returns to random. */
void sl_id_seed (guint64 seed);
/* The id of the one record of @kind with these keys: same keys, same id, on every machine, so that
 * two people who add the same pair merge without a conflict. First 63 bits of SHA-256. */
SlId sl_id_natural (const char *kind, const SlId *keys, guint n_keys);
SlId sl_id_natural_text (const char *kind, const char *key);
/* 13 characters of Crockford base32; @id as people and spreadsheets can carry it. */
char *sl_id_to_string (SlId id);
gboolean sl_id_from_string (const char *text, SlId *id);

G_END_DECLS
