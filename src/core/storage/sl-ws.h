/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of a working copy: named values in its table "_ws", and the times and names that go
 * into what it writes. */

#pragma once

#include "storage/sl-db.h"

G_BEGIN_DECLS

/* Names of values. */
#define SL_WS_SEQ "seq"                 /* int: transactions so far */
#define SL_WS_PUBLISHED "published"     /* int: seq that the file holds */
#define SL_WS_REVISION "revision"       /* int: number of the last revision in the file */
#define SL_WS_BASE_HASH "base_hash"     /* text: SHA-256 of the file as read or written last */
#define SL_WS_PENDING "pending"         /* text: of the bytes that are being written, or "" */
#define SL_WS_PENDING_SEQ "pending_seq" /* int */
#define SL_WS_PENDING_REVISION "pending_revision" /* int */
#define SL_WS_LAYOUT "layout"                     /* text: of the local tables */
#define SL_WS_CHECKPOINTED "checkpointed" /* int: when the log was moved into the database */
#define SL_WS_DRAFT "draft"               /* text: what is being typed, or "" */
#define SL_WS_READY "ready"               /* int: 1 once complete */

/* 0 where the value is not there. */
gboolean sl_ws_get_int (SlDb *db, const char *name, gint64 *value, GError **error);
/* (transfer full): "" where the value is not there; NULL on error. */
char *sl_ws_get_text (SlDb *db, const char *name, GError **error);
gboolean sl_ws_set_int (SlDb *db, const char *name, gint64 value, GError **error);
gboolean sl_ws_set_text (SlDb *db, const char *name, const char *value, GError **error);

/* The same of the table "_view": what views remember for this project. */
char *sl_view_get_text (SlDb *db, const char *name, GError **error);
gboolean sl_view_set_text (SlDb *db, const char *name, const char *value, GError **error);

/* The time for revisions and journal, UTC microseconds; SOURCE_DATE_EPOCH fixes it. */
gint64 sl_ws_now_us (void);
/* Who works here, for revisions; SIGHTLINE_AUTHOR fixes it. (transfer full) */
char *sl_ws_author (void);
/* 128 random bits as 32 hexadecimal digits. (transfer full) */
char *sl_ws_new_uid (void);

G_END_DECLS
