/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text as it is stored, searched and dumped. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* @text ready for storage: valid UTF-8, no control, bidi-override or non-characters, at most 8
 * combining marks a base, at most @max_chars characters. Line ends become '\n'; without @lines,
 * line ends and tabs become spaces. (transfer full) */
char *sl_text_clean (const char *text, gboolean lines, guint max_chars);
/* Whether sl_text_clean() would change nothing; allocates nothing. */
gboolean sl_text_is_clean (const char *text, gboolean lines, guint max_chars);
/* @text for search without regard to case and composition. (transfer full) */
char *sl_text_fold (const char *text);
/* As sl_text_fold(), and without accents and other marks: “Zürich” is found by “zurich”. Only to
 * compare with text folded in the same way. (transfer full) */
char *sl_text_fold_marks (const char *text);
/* @text with its first letter in upper case: names of kinds begin a heading. (transfer full) */
char *sl_text_capitalize (const char *text);
/* @text on one line: '\\', newline and tab as backslash and letter. (transfer full) */
char *sl_text_escape (const char *text);
/* @text as a JSON string with its quotation marks. (transfer full) */
char *sl_text_to_json (const char *text);
/* @text for a message: at most @max_chars characters on one line, then "…". (transfer full) */
char *sl_text_shorten (const char *text, guint max_chars);

G_END_DECLS
