/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values as people read them: dates, money, effort and percent in the words of the locale. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* @value of @field as it stands in fields, tables and sentences; "" where it is not set. @plan: for
 * titles, currency and hours a day. (transfer full) */
char *sl_field_display (const SlSnapshot *plan, const SlField *field,
                        const SlValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
