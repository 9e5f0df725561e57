/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options of a conflict: what could be done, who gains and who loses by it. They are stored as
 * text that people can read and type, one option a line: "Launch in May | Production | Marketing".
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* None is NULL; "" is not said. */
typedef struct
{
  char *what;
  char *gains;
  char *loses;
} SlConflictOption;

/* @text: (nullable). Lines that say nothing are passed over; what stands behind a third bar belongs
 * to who loses. (transfer full) (element-type SlConflictOption) */
GPtrArray *sl_conflict_options_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Bars and line breaks in the parts become commas and blanks; empty options are left out.
 * (transfer full): "" for no option */
char *sl_conflict_options_write (const GPtrArray *options) G_GNUC_WARN_UNUSED_RESULT;
/* The parts may be %NULL. */
void sl_conflict_options_add (GPtrArray *options, const char *what, const char *gains,
                              const char *loses);

G_END_DECLS
