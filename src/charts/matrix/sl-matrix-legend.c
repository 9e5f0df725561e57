/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the stakeholder matrix: what its signs mean, and what it does not show. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sl-matrix.h"
#include "sl-words.h"

/* What the margins beside and below the cells mean. */
static void
add_margin_legend (SlScene *scene)
{
  SlMark sample = {
    .type = SL_MARK_RECT,
    .style = SL_STYLE_BAR_DONE,
    .x = 1,
    .y = 5,
    .w = 22,
    .h = 3,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };

  sl_scene_add_legend (scene, &sample, _ ("support: share in favor"));
  sample.style = SL_STYLE_HURTS;
  sl_scene_add_legend (scene, &sample, _ ("apart: half the distance of opposed pairs"));
}

void
sl_matrix_add_legend (const SlMatrix *self, const SlChartParams *params, SlScene *scene)
{
  SlMark sample = {
    .type = SL_MARK_RECT,
    .x = 1,
    .y = 1,
    .w = 22,
    .h = 10,
    .radius = 3,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };

  for (gint value = 3; value >= -3; value--)
    {
      g_autofree char *number = sl_words_signed (value);
      g_autofree char *text = g_strdup_printf ("%s %s", number, sl_matrix_value_words (value));

      sample.style = (SlStyle)(SL_STYLE_POS_0 + value);
      sl_scene_add_legend (scene, &sample, text);
    }
  sample.style = SL_STYLE_POS_NONE;
  sample.dashed = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("not asked"));
  sample.style = SL_STYLE_POS_P1;
  sample.dashed = FALSE;
  if (params->show_guesses)
    {
      sample.hatched = TRUE;
      sl_scene_add_legend (scene, &sample, _ ("our guess"));
      sample.hatched = FALSE;
    }
  sl_scene_add_legend (scene, &sample, _ ("said"));
  sample.x = sample.y = 2;
  sample.w = 20;
  sample.h = 8;
  sample.line_width = 2.25;
  sl_scene_add_legend (scene, &sample, _ ("in writing"));

  const SlPoint points[] = { { 8, 2 }, { 15, 2 }, { 8, 9 } };
  const SlMark corner = {
    .type = SL_MARK_PATH,
    .style = SL_STYLE_MILESTONE,
    .points = (SlPoint *)points,
    .n_points = 3,
    .closed = TRUE,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };
  sl_scene_add_legend (scene, &corner, _ ("owns the goal"));
  sample = (SlMark){ .type = SL_MARK_SYMBOL,
                     .style = SL_STYLE_NEUTRAL,
                     .symbol = SL_SYMBOL_CLOCK,
                     .x = 12,
                     .y = 6,
                     .w = 8,
                     .color = -1,
                     .hit = { .kind = SL_N_KINDS } };
  if (self->n_asking > 0)
    sl_scene_add_legend (scene, &sample, _ ("still true?"));
  add_margin_legend (scene);
}

/* Adds the remark that counts @n things, unless there is none. @text is taken. */
static void
add_counted_remark (SlScene *scene, guint n, char *text)
{
  if (n > 0)
    sl_scene_add_remark (scene, text);
  g_free (text);
}

void
sl_matrix_add_remarks (const SlMatrix *self, const SlChartParams *params, SlScene *scene)
{
  if (params->sort_blocks)
    sl_scene_add_remark (scene, _ ("sorted into two blocks, parted by strong lines"));

  if (params->show_guesses)
    add_counted_remark (
        scene, self->n_unknown,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u position not asked yet",
                                      "%u positions not asked yet", self->n_unknown),
                         self->n_unknown));
  else
    add_counted_remark (
        scene, self->n_unknown,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u position not asked yet: please mark",
                                      "%u positions not asked yet: please mark", self->n_unknown),
                         self->n_unknown));
  add_counted_remark (scene, self->n_closed,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u closed goal",
                                                    "not shown: %u closed goals", self->n_closed),
                                       self->n_closed));
  add_counted_remark (
      scene, self->n_outside,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "not shown: %u goal of other branches or levels",
                       "not shown: %u goals of other branches or levels", self->n_outside),
          self->n_outside));
  add_counted_remark (
      scene, self->n_unasked,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u goal on which nobody was asked",
                                    "not shown: %u goals on which nobody was asked",
                                    self->n_unasked),
                       self->n_unasked));
  add_counted_remark (
      scene, self->n_bystanders,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party without a position",
                                    "not shown: %u parties without a position", self->n_bystanders),
                       self->n_bystanders));
}
