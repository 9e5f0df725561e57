/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan written by hand as text: the samples. The form follows from the field tables, so a new
 * kind or field can be written at once. Also the form in which tests write their plans. */

#pragma once

#include "project/sl-project.h"

G_BEGIN_DECLS

/**
 * sl_plan_text_load:
 * @name: name of the text for messages
 * @text: the whole text, valid UTF-8
 * @project: a new, empty project
 * @out_names: (out) (optional) (transfer full): NAME (char *) -> id (SlId *) of all records
 *
 * Adds every record of @text to @project, in order. A text is a list of records, one a line:
 *
 *   KIND NAME "Title" FIELD=VALUE FIELD="several words"
 *     FIELD: value to the end of the line; said again, it is another line of the same text
 *   KIND VALUE VALUE "several words"
 *
 * The first form is for records with a title: NAME is how others refer to it and may be left out.
 * The second is for records whose identity is their key fields (positions, links): the values fill
 * the fields in the order of `sightline-cli schema`, "-" leaves one unset. References name records
 * that stand further up. Dates are 2026-03-15, money 12k, shares 40%. "#" begins a comment line.
 *
 * Errors: %SL_ERROR_INVALID with @name, line and value.
 */
gboolean sl_plan_text_load (const char *name, const char *text, SlProject *project,
                            GHashTable **out_names, GError **error);

G_END_DECLS
