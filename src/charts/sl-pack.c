/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The meeting pack: lays its parts out and numbers their pages through. */

#include "config.h"

#include "sl-pack.h"

#include <glib/gi18n-lib.h>

#include "sl-pack-preset.h"
#include "sl-pack-sheets.h"
#include "sl-paginate-private.h"
#include "sl-scene-private.h"

/* A chart on its pages, or one sheet that is no chart. */
typedef struct
{
  SlPages *pages; /* or NULL */
  SlScene *sheet; /* or NULL */
  const char *title;
  guint first; /* page, 0-based */
  guint n_pages;
} Part;

struct _SlPack
{
  GArray *parts; /* of Part */
  SlPalette palette;
  guint total;
};

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->pages, sl_pages_free);
  g_clear_pointer (&part->sheet, sl_scene_unref);
}

static Part *
add_part (SlPack *self, const char *title)
{
  const Part part = { .title = title, .first = self->total };

  g_array_append_val (self->parts, part);
  return &g_array_index (self->parts, Part, self->parts->len - 1);
}

/* Upright or across: what needs fewer pages, then what stands larger. */
static SlPages *
lay_out_chart (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
               const SlSheet *sheet, SlTextMeasure *measure)
{
  SlSheet turned = *sheet;

  turned.landscape = TRUE;
  SlPages *across = sl_pages_new (chart, plan, params, &turned, measure);
  if (sheet->landscape || sl_sheet_is_cancelled (sheet))
    return across;
  SlPages *upright = sl_pages_new (chart, plan, params, sheet, measure);
  const gboolean upright_wins = sl_pages_count (upright) < sl_pages_count (across)
                                || (sl_pages_count (upright) == sl_pages_count (across)
                                    && sl_pages_get_scale (upright) > sl_pages_get_scale (across));
  sl_pages_free (upright_wins ? across : upright);
  return upright_wins ? upright : across;
}

/* Whether the chart shows any record; else it only says what to add. */
static gboolean
shows_records (const SlPages *pages)
{
  const SlScene *scene = sl_pages_get_scene (pages);

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (sl_scene_get_mark (scene, i)->hit.kind != SL_N_KINDS)
      return TRUE;
  return FALSE;
}

/* How much power we think a partner has is not for that partner. */
static gboolean
is_for_audience (const char *id, const SlChartParams *params)
{
  return params->show_guesses || !g_str_equal (id, "power-interest");
}

/* A meeting needs no sheet that says what nobody entered. */
static void
add_charts (SlPack *self, const SlSnapshot *plan, const SlChartParams *params, const SlSheet *sheet,
            SlTextMeasure *measure)
{
  const char *const *order = sl_pack_order ();
  const guint n = g_strv_length ((char **)order);
  guint n_presets;
  const guint64 parts
      = sheet->parts != 0 ? sheet->parts : sl_pack_preset_parts (sl_pack_presets (&n_presets));

  for (guint i = 0; i < n; i++)
    {
      const SlChart *chart = sl_chart_by_id (order[i]);

      sl_sheet_report (sheet, i, n);
      if (chart == NULL || (parts & sl_pack_part (order[i])) == 0
          || !is_for_audience (order[i], params) || sl_sheet_is_cancelled (sheet))
        continue;
      g_autoptr (SlPages) pages = lay_out_chart (chart, plan, params, sheet, measure);
      if (!shows_records (pages))
        continue;
      Part *part = add_part (self, _ (chart->title));
      part->pages = g_steal_pointer (&pages);
      part->n_pages = sl_pages_count (part->pages);
      self->total += part->n_pages;
    }
}

/* What the cover says of the parts after it. (transfer full) (element-type SlAgendaEntry) */
static GArray *
make_agenda (const SlPack *self)
{
  GArray *agenda = g_array_new (FALSE, FALSE, sizeof (SlAgendaEntry));

  for (guint i = 1; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      const SlAgendaEntry entry = {
        .title = part->title,
        .headline
        = part->pages != NULL ? sl_scene_get_headline (sl_pages_get_scene (part->pages)) : NULL,
        .page = part->first + 1,
      };

      g_array_append_val (agenda, entry);
    }
  return agenda;
}

SlPack *
sl_pack_new (const SlSnapshot *plan, const SlChartParams *params, const SlSheet *sheet,
             SlTextMeasure *measure)
{
  g_return_val_if_fail (plan != NULL && params != NULL && sheet != NULL && measure != NULL, NULL);

  SlPack *self = g_new0 (SlPack, 1);
  SlChartParams on_paper = *params;

  on_paper.paper = TRUE;
  self->palette = sheet->palette;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  add_part (self, _ ("Agenda"))->n_pages = 1;
  self->total = 1;
  add_charts (self, plan, &on_paper, sheet, measure);
  add_part (self, _ ("Decisions"))->n_pages = 1;
  self->total++;

  g_autoptr (GArray) agenda = make_agenda (self);
  g_array_index (self->parts, Part, 0).sheet
      = sl_pack_cover (plan, sheet, &on_paper, (const SlAgendaEntry *)(gpointer)agenda->data,
                       agenda->len, self->total, measure);
  g_array_index (self->parts, Part, self->parts->len - 1).sheet
      = sl_pack_decisions (plan, sheet, &on_paper, self->total, self->total, measure);
  return self;
}

void
sl_pack_free (SlPack *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

guint
sl_pack_count (const SlPack *self)
{
  return self->total;
}

static const Part *
find_part (const SlPack *self, guint n)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (n < part->first + part->n_pages)
        return part;
    }
  g_return_val_if_reached (NULL);
}

void
sl_pack_size (const SlPack *self, guint n, double *width, double *height)
{
  const Part *part = find_part (self, n);

  if (part->pages != NULL)
    {
      sl_pages_size (part->pages, width, height);
      return;
    }
  *width = sl_scene_get_width (part->sheet);
  *height = sl_scene_get_height (part->sheet);
}

double
sl_pack_smallest_text (const SlPack *self)
{
  double smallest = G_MAXDOUBLE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      smallest = MIN (smallest, part->pages != NULL ? sl_pages_smallest_text (part->pages)
                                                    : sl_scene_get_smallest_font (part->sheet));
    }
  return smallest;
}

const char *
sl_pack_title (const SlPack *self, guint n)
{
  const Part *part = find_part (self, n);

  return part->first == n ? part->title : NULL;
}

void
sl_pack_draw (const SlPack *self, guint n, cairo_t *cr)
{
  g_return_if_fail (self != NULL && n < self->total && cr != NULL);

  const Part *part = find_part (self, n);

  if (part->pages != NULL)
    sl_pages_draw (part->pages, n - part->first, cr, n + 1, self->total);
  else
    sl_paint_scene (part->sheet, cr, self->palette, ~0u, NULL);
}
