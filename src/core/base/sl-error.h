/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one error domain. Messages are sentences for people and name the offending value. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_ERROR (sl_error_quark ())

/**
 * SlError:
 * @SL_ERROR_NOT_FOUND: a record, file or command does not exist
 * @SL_ERROR_INVALID: a value breaks the rule of its field, or input is malformed
 * @SL_ERROR_CYCLE: the change would close a cycle
 * @SL_ERROR_NOT_OURS: the file is not a Sightline project
 * @SL_ERROR_DAMAGED: the file was damaged or edited by another program
 * @SL_ERROR_NEWER: the file needs a newer version of Sightline
 * @SL_ERROR_IO: the system could not read or write
 * @SL_ERROR_FULL: no room left on the disk
 * @SL_ERROR_BUSY: another process works on the same document
 * @SL_ERROR_CHANGED: the file was changed by somebody else since it was read
 * @SL_ERROR_LIMIT: the input is larger than a stated limit
 * @SL_ERROR_CANCELLED: the user stopped it
 * @SL_ERROR_UNSUPPORTED: a format or version that is not read
 */
typedef enum
{
  SL_ERROR_NOT_FOUND,
  SL_ERROR_INVALID,
  SL_ERROR_CYCLE,
  SL_ERROR_NOT_OURS,
  SL_ERROR_DAMAGED,
  SL_ERROR_NEWER,
  SL_ERROR_IO,
  SL_ERROR_FULL,
  SL_ERROR_BUSY,
  SL_ERROR_CHANGED,
  SL_ERROR_LIMIT,
  SL_ERROR_CANCELLED,
  SL_ERROR_UNSUPPORTED,
} SlError;

GQuark sl_error_quark (void);

G_END_DECLS
