/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How wide and high a text is. Pango in the programs; fixed metrics in golden tests, so that dumps
 * are the same on every machine. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

typedef struct _SlTextMeasure SlTextMeasure;

/* Pango at 72 dpi with the fonts of the charts (sans), shaping and fallback as they will be
 * painted. Only the thread that makes it may use it. */
SlTextMeasure *sl_text_measure_new_pango (void);
/* The same for workers: one thread at a time may use it, not always the same. It loads its fonts
 * for itself, which takes some 40 ms. */
SlTextMeasure *sl_text_measure_new_mobile (void);
/* Every character 0.55 em wide (combining marks 0, wide East Asian 1 em), lines 1.25 em high. */
SlTextMeasure *sl_text_measure_new_fixed (void);
/* Measures count their users. */
SlTextMeasure *sl_text_measure_ref (SlTextMeasure *self);
void sl_text_measure_free (SlTextMeasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTextMeasure, sl_text_measure_free)

/* Size in points of @text in @font; @wrap_width <= 0: one line a paragraph, else broken at words
 * (and inside a word only where it alone is wider). @width and @height may be NULL. */
void sl_text_measure_size (SlTextMeasure *self, SlFont font, const char *text, double wrap_width,
                           double *width, double *height);
double sl_text_measure_line_height (SlTextMeasure *self, SlFont font);
/* Width of the longest single word: the least wrap width that breaks no word. */
double sl_text_measure_longest_word (SlTextMeasure *self, SlFont font, const char *text);
/* Width for @name as the head of a narrow column: a few lines of whole words, at least @least wide;
 * a word that is wider than @most is broken into equal parts. */
double sl_text_measure_head (SlTextMeasure *self, SlFont font, const char *name, double least,
                             double most);
double sl_font_size (SlFont font); /* pt */

G_END_DECLS
