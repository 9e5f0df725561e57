/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers the words of a field while one is typed: its choices, or the titles of its records. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

/* Completes what is typed into @editable. A second call changes the field; a field without words
 * completes nothing. @session lives as long as @editable. */
void sl_word_completion_attach (GtkEditable *editable, SlSession *session, const SlField *field);

G_END_DECLS
