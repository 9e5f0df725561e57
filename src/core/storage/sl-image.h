/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of a project file: made from a working copy, and read with suspicion. */

#pragma once

#include "model/sl-store.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

/* Length of a digest as text, without the final zero. */
#define SL_DIGEST_LENGTH 64

/* One row of "revision" with what it changed. */
typedef struct
{
  gint64 id;    /* counts from 1 in this copy */
  char *uid;    /* 32 hexadecimal digits */
  char *parent; /* uid of the revision before, or NULL */
  gint64 at_us;
  char *author;
  char *copy_id;
  char *digest;         /* of the kinds' rows */
  SlChangeSet *changes; /* net */
} SlRevision;

void sl_revision_free (SlRevision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRevision, sl_revision_free)
/* Writes the rows of @revision. */
gboolean sl_revision_write (const SlRevision *revision, SlDb *db, GError **error);

/**
 * sl_image_digest:
 * @db: a database with the tables of a project
 * @history: whether revisions, meta and attributes count too, or only the records
 *
 * SHA-256 over the typed values of all rows in the order of their keys; the row that holds the
 * digest itself does not count.
 *
 * Returns: (transfer full): hexadecimal; NULL on error
 */
char *sl_image_digest (SlDb *db, gboolean history, GError **error);

/**
 * sl_image_build:
 * @work: a working copy in a read transaction
 * @revision: (nullable): a revision to add to those that @work has
 *
 * Makes the canonical image: a fresh database of the newest format with all rows in the order of
 * their keys, so that equal content gives equal bytes and nothing deleted is left in them.
 * Cost: 23 ms for 10 000 rows.
 *
 * Errors: %SL_ERROR_LIMIT, %SL_ERROR_DAMAGED.
 *
 * Returns: (transfer full)
 */
GBytes *sl_image_build (SlDb *work, const SlRevision *revision,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_image_open:
 * @bytes: what a file holds
 * @name: how messages call it
 *
 * Verifies received bytes in the order that makes it safe: header, schema, structure, digest. No
 * statement runs before the schema is known to be ours.
 *
 * Errors: %SL_ERROR_NOT_OURS, %SL_ERROR_DAMAGED, %SL_ERROR_NEWER, %SL_ERROR_LIMIT: one sentence
 * that names @name.
 *
 * Returns: (transfer full): a read-only connection
 */
SlDb *sl_image_open (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_image_read:
 * @bytes: what a file holds
 * @name: how messages call it
 *
 * All checks of sl_image_open() and sl_image_copy(), and of what holds between records, without a
 * working copy: for files whose records are taken over or compared.
 *
 * Returns: (transfer full): the plan
 */
SlStore *sl_image_read (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The checks of sl_image_read() on a verified image: its rows are copied to the empty tables of
 * @work and its records are put into the empty @store. Errors: %SL_ERROR_DAMAGED naming @name. */
gboolean sl_image_take (SlDb *image, SlDb *work, SlStore *store, const char *name, GError **error);

/* Replaces what @work has beside records (identity, attributes, history) with what the verified
 * @image has. Errors: %SL_ERROR_DAMAGED. */
gboolean sl_image_take_history (SlDb *image, SlDb *work, GError **error);

/* Fills an empty store with the records of @db. Errors: %SL_ERROR_DAMAGED. */
gboolean sl_image_load_store (SlDb *db, SlStore *store, GError **error);

/* The text of a row of "meta", or NULL. (transfer full) */
char *sl_image_get_meta (SlDb *db, const char *key);
gboolean sl_image_set_meta (SlDb *db, const char *key, const char *value, GError **error);

/* SHA-256 of @bytes, hexadecimal. (transfer full) */
char *sl_image_hash (GBytes *bytes);

G_END_DECLS
