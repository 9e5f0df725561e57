/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text form of a scene, which golden tests compare: stable order, places rounded to 0.1 pt. */

#include "config.h"

#include "sl-scene-private.h"

#include <math.h>
#include <string.h>

static const char *const style_names[] = {
  "text",        "text-dim", "text-on-mark", "paper",     "band",      "band-alt",   "grid",
  "grid-strong", "card",     "card-shared",  "stripe",    "edge",      "edge-extra", "helps",
  "hurts",       "bar",      "bar-done",     "bar-group", "milestone", "goal-due",   "baseline",
  "dependency",  "critical", "today",        "weekend",   "good",      "warn",       "bad",
  "neutral",     "pos-m3",   "pos-m2",       "pos-m1",    "pos-0",     "pos-p1",     "pos-p2",
  "pos-p3",      "pos-none", "selection",    "since",     "since-new",
};
G_STATIC_ASSERT (G_N_ELEMENTS (style_names) == SL_N_STYLES);

static const char *const band_names[] = { "body", "top", "side", "corner" };
static const char *const type_names[] = { "rect", "line", "path", "text", "symbol" };
static const char *const font_names[]
    = { "label", "bold", "small", "head", "title", "number", "display" };
static const char *const align_names[] = { "start", "center", "end" };
static const char *const symbol_names[] = {
  "none",  "diamond", "diamond-open", "circle",     "triangle", "square",     "check", "cross",
  "pause", "ring",    "arrow-right",  "arrow-left", "arrow-up", "arrow-down", "flag",  "clock",
};

const char *
sl_style_name (SlStyle style)
{
  return style_names[style];
}

const char *
sl_band_name (SlBand band)
{
  return band_names[band];
}

/* Appends @value like " %.1f", without a negative zero. By hand: a large chart has a quarter of a
 * million numbers, and printf() takes most of the time for them. */
static void
append_number (GString *out, double value)
{
  const gint64 tenths = (gint64)round (value * 10);
  guint64 rest = (guint64)ABS (tenths);
  char digits[24];
  char *p = digits + sizeof digits - 1;

  *p = '\0';
  *--p = (char)('0' + rest % 10);
  *--p = '.';
  rest /= 10;
  do
    *--p = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (tenths < 0)
    *--p = '-';
  *--p = ' ';
  g_string_append (out, p);
}

static void
append_quoted (GString *out, const char *key, const char *text)
{
  const char *p = text;

  g_string_append_c (out, ' ');
  g_string_append (out, key);
  g_string_append_c (out, '"');
  while (*p != '\0')
    {
      const gsize plain = strcspn (p, "\n\"\\");

      g_string_append_len (out, p, (gssize)plain);
      p += plain;
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p != '\0')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      p += *p != '\0';
    }
  g_string_append_c (out, '"');
}

static void
append_flags (GString *out, const SlMark *mark)
{
  if (mark->z != 0)
    g_string_append_printf (out, " z%d", mark->z);
  if (mark->radius > 0)
    g_string_append_printf (out, " r%.1f", mark->radius);
  if (mark->line_width != 0)
    g_string_append_printf (out, " lw%.2f", mark->line_width);
  if (mark->curved)
    g_string_append (out, " curved");
  if (mark->closed)
    g_string_append (out, " closed");
  if (mark->dashed)
    g_string_append (out, " dashed");
  if (mark->hatched)
    g_string_append (out, " hatched");
  if (mark->outline)
    g_string_append (out, " outline");
  if (mark->wrap)
    g_string_append (out, " wrap");
  if (mark->elided)
    g_string_append (out, " elided");
  if (mark->color >= 0)
    g_string_append_printf (out, " #%06x", (guint)mark->color);
}

static void
append_hit (GString *out, const SlMark *mark)
{
  if (mark->hit.kind == SL_N_KINDS)
    return;
  g_string_append_printf (out, " hit=%u:%" G_GINT64_FORMAT, (guint)mark->hit.kind, mark->hit.id);
  if (mark->hit.a != SL_ID_NONE || mark->hit.b != SL_ID_NONE)
    g_string_append_printf (out, "(%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ")", mark->hit.a,
                            mark->hit.b);
  g_string_append_printf (out, "/%u", mark->hit.part);
  if (mark->label != NULL)
    append_quoted (out, "label=", mark->label);
}

static void
append_mark (GString *out, const SlMark *mark)
{
  g_string_append (out, type_names[mark->type]);
  g_string_append_c (out, ' ');
  g_string_append (out, band_names[mark->band]);
  g_string_append_c (out, ' ');
  g_string_append (out, style_names[mark->style]);
  if (mark->type == SL_MARK_SYMBOL)
    g_string_append_printf (out, " %s", symbol_names[mark->symbol]);
  if (mark->type == SL_MARK_TEXT)
    g_string_append_printf (out, " %s %s", font_names[mark->font], align_names[mark->align]);
  if (mark->type == SL_MARK_PATH)
    for (guint i = 0; i < mark->n_points; i++)
      {
        append_number (out, mark->points[i].x);
        append_number (out, mark->points[i].y);
      }
  else
    {
      append_number (out, mark->x);
      append_number (out, mark->y);
      append_number (out, mark->w);
      if (mark->type != SL_MARK_SYMBOL)
        append_number (out, mark->h);
    }
  append_flags (out, mark);
  if (mark->type == SL_MARK_TEXT)
    append_quoted (out, "", mark->text);
  append_hit (out, mark);
  g_string_append_c (out, '\n');
}

static void
append_breaks (GString *out, const char *name, const GArray *breaks)
{
  if (breaks->len == 0)
    return;
  g_string_append (out, name);
  for (guint i = 0; i < breaks->len; i++)
    append_number (out, g_array_index (breaks, double, i));
  g_string_append_c (out, '\n');
}

char *
sl_scene_dump (const SlScene *self)
{
  GString *out = g_string_new ("scene");
  const guint *order = sl_scene_painting_order (self);
  const GPtrArray *remarks = sl_scene_get_remarks (self);

  append_number (out, sl_scene_get_width (self));
  append_number (out, sl_scene_get_height (self));
  append_number (out, sl_scene_get_top (self));
  append_number (out, sl_scene_get_side (self));
  g_string_append (out, sl_scene_get_rtl (self) ? " rtl\n" : "\n");
  g_string_append_printf (out, "title %s\nheadline %s\n", sl_scene_get_title (self),
                          sl_scene_get_headline (self));
  append_breaks (out, "breaks-x", sl_scene_get_breaks_x (self));
  append_breaks (out, "breaks-y", sl_scene_get_breaks_y (self));
  for (guint i = 0; i < sl_scene_n_marks (self); i++)
    append_mark (out, sl_scene_get_mark (self, order[i]));
  for (guint i = 0; i < sl_scene_n_legend (self); i++)
    {
      const SlLegendEntry *entry = sl_scene_get_legend (self, i);

      g_string_append_printf (out, "legend %s: ", entry->text);
      append_mark (out, &entry->sample);
    }
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (out, "remark %s\n", (const char *)g_ptr_array_index (remarks, i));
  return g_string_free (out, FALSE);
}
