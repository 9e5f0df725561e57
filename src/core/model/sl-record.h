/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record as a GObject, made on demand for bound rows. Each kind has its own type (SlGoal,
 * SlParty ...) with read-only properties that are installed from its field rows, so that Builder
 * files can bind them. Changing a record is the business of commands. */

#pragma once

#include <glib-object.h>

#include "model/sl-kind.h"

G_BEGIN_DECLS

#define SL_TYPE_RECORD (sl_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlRecord, sl_record, SL, RECORD, GObject)

struct _SlRecordClass
{
  GObjectClass parent_class;
  const SlKind *kind;
};

/* The type of the records of @kind; registers all of them at the first call. */
GType sl_kind_get_record_type (SlKindId kind);
const SlKind *sl_record_get_kind (SlRecord *self);
SlId sl_record_get_id (SlRecord *self);
/* FALSE once the record was deleted; its values are then the last ones. */
gboolean sl_record_is_alive (SlRecord *self);
/* (transfer full) */
SlValue sl_record_get_value (SlRecord *self, guint field);

G_END_DECLS
