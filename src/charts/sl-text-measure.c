/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two ways to measure: by Pango, as the painter shapes, and by fixed metrics, for golden tests that
 * must not depend on installed fonts. */

#include "config.h"

#include "sl-text-measure.h"

#include <math.h>

#include "sl-font.h"

/* Fixed metrics, in em. */
#define FIXED_ADVANCE 0.55
#define FIXED_LINE 1.25

/* Sizes that are kept, so that laying out again after an edit shapes only what is new. */
#define MAX_KNOWN 100000

/* One measured text. */
typedef struct
{
  char *text;
  SlFont font;
  int wrap; /* Pango units, -1: none */
  double width, height;
} Known;

struct _SlTextMeasure
{
  gatomicrefcount ref_count;
  gboolean fixed;
  PangoContext *context;            /* its own, or NULL: that of the thread */
  PangoLayout *layouts[SL_N_FONTS]; /* reused for every text */
  double line_heights[SL_N_FONTS];  /* 0: not asked yet */
  GHashTable *known;                /* set of Known */
};

static guint
hash_known (gconstpointer data)
{
  const Known *known = data;

  return g_str_hash (known->text) ^ ((guint)known->wrap * 31 + known->font);
}

static gboolean
equal_known (gconstpointer a, gconstpointer b)
{
  const Known *x = a, *y = b;

  return x->wrap == y->wrap && x->font == y->font && g_str_equal (x->text, y->text);
}

static void
free_known (gpointer data)
{
  Known *known = data;

  g_free (known->text);
  g_free (known);
}

SlTextMeasure *
sl_text_measure_new_pango (void)
{
  SlTextMeasure *self = g_new0 (SlTextMeasure, 1);

  self->known = g_hash_table_new_full (hash_known, equal_known, free_known, NULL);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

SlTextMeasure *
sl_text_measure_new_mobile (void)
{
  SlTextMeasure *self = sl_text_measure_new_pango ();

  self->context = sl_font_create_context ();
  return self;
}

SlTextMeasure *
sl_text_measure_new_fixed (void)
{
  SlTextMeasure *self = sl_text_measure_new_pango ();

  self->fixed = TRUE;
  return self;
}

SlTextMeasure *
sl_text_measure_ref (SlTextMeasure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_text_measure_free (SlTextMeasure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < SL_N_FONTS; i++)
    g_clear_object (&self->layouts[i]);
  g_clear_object (&self->context);
  g_hash_table_unref (self->known);
  g_free (self);
}

static double
fixed_char_width (gunichar c, double size)
{
  if (g_unichar_iszerowidth (c) || g_unichar_ismark (c))
    return 0;
  return g_unichar_iswide (c) ? size : FIXED_ADVANCE * size;
}

static double
fixed_width (const char *text, const char *end, double size)
{
  double width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += fixed_char_width (g_utf8_get_char (p), size);
  return width;
}

/* Adds the word of @width to the lines that @x, @widest and @lines describe, breaking inside it
 * where it alone is wider than @wrap. */
static void
fixed_place_word (double width, double space, double char_width, double wrap, double *x,
                  double *widest, guint *lines)
{
  const double slack = 1e-6;

  if (*x > 0 && *x + space + width <= wrap + slack)
    {
      *x += space + width;
      *widest = MAX (*widest, *x);
      return;
    }
  if (*x > 0)
    (*lines)++;
  if (width > wrap + slack)
    {
      const double per_line = MAX (1, floor ((wrap + slack) / char_width)) * char_width;
      const double full = ceil (width / per_line - slack) - 1;

      *lines += (guint)full;
      *widest = MAX (*widest, per_line);
      width -= full * per_line;
    }
  *x = width;
  *widest = MAX (*widest, width);
}

static void
fixed_size (double size, const char *text, double wrap_width, double *width, double *height)
{
  double widest = 0;
  guint lines = 0;
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL || i == 0; i++)
    {
      const char *paragraph = paragraphs[i] != NULL ? paragraphs[i] : "";
      double x = 0;

      lines++;
      if (wrap_width <= 0)
        {
          widest = MAX (widest, fixed_width (paragraph, paragraph + strlen (paragraph), size));
          continue;
        }
      g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
      for (guint j = 0; words[j] != NULL; j++)
        fixed_place_word (fixed_width (words[j], words[j] + strlen (words[j]), size),
                          FIXED_ADVANCE * size, FIXED_ADVANCE * size, wrap_width, &x, &widest,
                          &lines);
    }
  *width = widest;
  *height = lines * FIXED_LINE * size;
}

static PangoLayout *
get_layout (SlTextMeasure *self, SlFont font, const char *text)
{
  if (self->layouts[font] == NULL)
    self->layouts[font] = sl_font_create_layout (self->context, font, text);
  else
    pango_layout_set_text (self->layouts[font], text, -1);
  return self->layouts[font];
}

/* Keeps what was measured for @key, whose text is copied. */
static const Known *
remember (SlTextMeasure *self, const Known *key, double width, double height)
{
  Known *known = g_memdup2 (key, sizeof *key);

  if (g_hash_table_size (self->known) >= MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  known->text = g_strdup (key->text);
  known->width = width;
  known->height = height;
  g_hash_table_add (self->known, known);
  return known;
}

/* The size of @text by Pango, from memory where it was asked before. */
static const Known *
measure_pango (SlTextMeasure *self, SlFont font, const char *text, int wrap)
{
  const Known key = { .text = (char *)text, .font = font, .wrap = wrap };
  const Known *known = g_hash_table_lookup (self->known, &key);
  int width, height;

  if (known != NULL)
    return known;
  PangoLayout *layout = get_layout (self, font, text);
  pango_layout_set_width (layout, wrap);
  pango_layout_get_size (layout, &width, &height);
  return remember (self, &key, (double)width / PANGO_SCALE, (double)height / PANGO_SCALE);
}

void
sl_text_measure_size (SlTextMeasure *self, SlFont font, const char *text, double wrap_width,
                      double *width, double *height)
{
  double w, h;

  g_return_if_fail (self != NULL && text != NULL && font < SL_N_FONTS);
  if (self->fixed)
    fixed_size (sl_font_size (font), text, wrap_width, &w, &h);
  else
    {
      const Known *known = measure_pango (self, font, text, -1);

      /* Most texts fit: then all widths share one measurement. */
      if (wrap_width > 0 && known->width > wrap_width)
        known = measure_pango (self, font, text, (int)ceil (wrap_width * PANGO_SCALE));
      w = known->width;
      h = known->height;
    }
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
}

double
sl_text_measure_line_height (SlTextMeasure *self, SlFont font)
{
  g_return_val_if_fail (self != NULL && font < SL_N_FONTS, 0);

  if (self->line_heights[font] == 0)
    sl_text_measure_size (self, font, "Ag", 0, NULL, &self->line_heights[font]);
  return self->line_heights[font];
}

/* Pango breaks lines where Unicode allows it, so the longest word is the widest piece between two
 * such places, with the space at its end left out. */
static double
pango_longest_word (SlTextMeasure *self, SlFont font, const char *text)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  const char *start = text, *p = text;
  double widest = 0;
  int n_attrs;
  const PangoLogAttr *attrs
      = pango_layout_get_log_attrs_readonly (get_layout (self, font, text), &n_attrs);

  for (int i = 0; i < n_attrs; i++)
    {
      if (i > 0 && (i == n_attrs - 1 || attrs[i].is_line_break) && p > start)
        {
          g_ptr_array_add (pieces, g_strchomp (g_strndup (start, (gsize)(p - start))));
          start = p;
        }
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  for (guint i = 0; i < pieces->len; i++)
    widest = MAX (widest, measure_pango (self, font, g_ptr_array_index (pieces, i), -1)->width);
  return widest;
}

/* What sl_text_measure_longest_word() found is kept as a text wrapped at this width. */
#define WRAP_LONGEST_WORD -2

static double
measure_longest_word (SlTextMeasure *self, SlFont font, const char *text)
{
  const Known key = { .text = (char *)text, .font = font, .wrap = WRAP_LONGEST_WORD };
  const Known *known = g_hash_table_lookup (self->known, &key);

  if (known == NULL)
    known = remember (self, &key, pango_longest_word (self, font, text), 0);
  return known->width;
}

double
sl_text_measure_longest_word (SlTextMeasure *self, SlFont font, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL && font < SL_N_FONTS, 0);

  if (!self->fixed)
    return measure_longest_word (self, font, text);

  double widest = 0;
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    widest
        = MAX (widest, fixed_width (words[i], words[i] + strlen (words[i]), sl_font_size (font)));
  return widest;
}

/* Lines of a head that are wanted at most, and room for the hyphen of a broken word. */
#define HEAD_LINES 4.0
#define HYPHEN 10.0

double
sl_text_measure_head (SlTextMeasure *self, SlFont font, const char *name, double least, double most)
{
  const double word = sl_text_measure_longest_word (self, font, name);
  double width;

  if (word > most)
    return word / ceil (word / (most - HYPHEN)) + HYPHEN;
  sl_text_measure_size (self, font, name, 0, &width, NULL);
  return MAX (word, MIN (width, CLAMP (width / HEAD_LINES, least, most)));
}
