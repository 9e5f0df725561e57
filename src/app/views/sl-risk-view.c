/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving risks in the matrix. A drag is previewed and becomes one command on drop: a disc changes
 * the risk as it is, a ring what is left of it, and so does a disc dragged with Shift. Ctrl with
 * arrows does the same by a step, with Shift for what is left. A risk that was not estimated is
 * dragged from the list. */

#include "config.h"

#include "views/sl-risk-view.h"

#include <glib/gi18n.h>

#include "analysis/sl-risks.h"
#include "risks/sl-risk-grid.h"
#include "widgets/sl-room-view.h"

/* Where a risk begins that was not estimated. */
#define MIDDLE 3
#define SAY_PAD 3.0

/* @risk: that is dragged, or SL_ID_NONE; @residual: what is left of it; @probability, @impact: of
 * the cell under the pointer; @inside: there is one */
struct _SlRiskView
{
  SlChartView parent_instance;
  SlId risk;
  gboolean residual;
  gboolean inside;
  guint probability, impact;
};

G_DEFINE_FINAL_TYPE (SlRiskView, sl_risk_view, SL_TYPE_CHART_VIEW)

/* --- Places --- */

static guint
read_step (const SlTable *risks, guint row, guint field, guint otherwise)
{
  gint64 step = sl_table_int (risks, row, field);

  return step == SL_INT_NULL ? otherwise : (guint)step;
}

/* Where @risk stands; what is left of it stands there too until it is estimated by itself. */
static void
read_place (SlRiskView *self, SlId risk, gboolean residual, guint *probability, guint *impact)
{
  SlSession *session = sl_chart_view_get_session (SL_CHART_VIEW (self));
  const SlTable *risks = sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_RISK);
  guint row;

  *probability = *impact = MIDDLE;
  if (!sl_table_find (risks, risk, &row))
    return;
  *probability = read_step (risks, row, SL_RISK_PROBABILITY, *probability);
  *impact = read_step (risks, row, SL_RISK_IMPACT, *impact);
  if (!residual)
    return;
  *probability = read_step (risks, row, SL_RISK_RESIDUAL_PROBABILITY, *probability);
  *impact = read_step (risks, row, SL_RISK_RESIDUAL_IMPACT, *impact);
}

/* A ring that comes to stand on its disc goes; the disc is then the current mark. */
static void
place (SlRiskView *self, const SlHit *hit, gboolean residual, guint probability, guint impact)
{
  SlChartView *view = SL_CHART_VIEW (self);
  SlHit target = *hit;

  sl_session_run (sl_chart_view_get_session (view), residual ? "risk.place-residual" : "risk.place",
                  g_variant_new ("(xxx)", hit->id, (gint64)probability, (gint64)impact), NULL);
  sl_chart_view_get_scene (view);
  if (target.part == SL_PART_AFTER && !sl_chart_view_go_to (view, &target))
    {
      target.part = SL_PART_WHOLE;
      sl_chart_view_go_to (view, &target);
    }
}

/* --- Drag --- */

static gboolean
is_shift_held (SlRiskView *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));

  return (gdk_device_get_modifier_state (gdk_seat_get_keyboard (seat)) & GDK_SHIFT_MASK) != 0;
}

static gboolean
sl_risk_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  SlRiskView *self = SL_RISK_VIEW (view);

  if (mark->hit.kind != SL_KIND_RISK)
    return FALSE;
  self->risk = mark->hit.id;
  self->residual = mark->hit.part == SL_PART_AFTER || is_shift_held (self);
  self->inside = FALSE;
  return TRUE;
}

static void
sl_risk_view_drag_update (SlChartView *view, double x, double y)
{
  SlRiskView *self = SL_RISK_VIEW (view);

  self->inside
      = sl_risk_grid_find (sl_chart_view_get_scene (view), x, y, &self->probability, &self->impact);
}

static void
sl_risk_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
  SlRiskView *self = SL_RISK_VIEW (view);
  SlHit hit = { .kind = SL_KIND_RISK,
                .id = self->risk,
                .part = self->residual ? SL_PART_AFTER : SL_PART_WHOLE };

  self->risk = SL_ID_NONE;
  if (!cancelled && self->inside)
    place (self, &hit, self->residual, self->probability, self->impact);
}

/* What would be set, in a box above its cell. */
static void
draw_words (SlRiskView *self, cairo_t *cr, const SlMark *cell)
{
  g_autofree char *text
      = g_strdup_printf (self->residual ? _ ("What is left: probability %u, impact %u")
                                        : _ ("As it is: probability %u, impact %u"),
                         self->probability, self->impact);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold 7");
  double x, y;
  int width, height;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = MAX (cell->x + (cell->w - width) / 2, SAY_PAD);
  y = cell->y - height - 2 * SAY_PAD;
  if (y < 0)
    y = cell->y + cell->h + SAY_PAD;
  cairo_rectangle (cr, x - SAY_PAD, y - SAY_PAD / 2, width + 2 * SAY_PAD, height + SAY_PAD);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
sl_risk_view_snapshot_overlay (SlChartView *view, cairo_t *cr)
{
  SlRiskView *self = SL_RISK_VIEW (view);
  const SlMark *cell;

  if (self->risk == SL_ID_NONE || !self->inside)
    return;
  cell = sl_risk_grid_cell (sl_chart_view_get_scene (view), self->probability, self->impact);
  cairo_rectangle (cr, cell->x, cell->y, cell->w, cell->h);
  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, 0.25);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  draw_words (self, cr, cell);
}

/* --- Keys --- */

/* Where an arrow moves: more probability is up, more impact is where reading goes. */
static gboolean
read_arrow (guint keyval, int *probability, int *impact)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  *probability = keyval == GDK_KEY_Up ? 1 : keyval == GDK_KEY_Down ? -1 : 0;
  *impact = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;
  if (rtl)
    *impact = -*impact;
  return *probability != 0 || *impact != 0;
}

static gboolean
sl_risk_view_key_pressed (SlChartView *view, const SlMark *mark, guint keyval,
                          GdkModifierType state)
{
  SlRiskView *self = SL_RISK_VIEW (view);
  gboolean residual;
  guint probability, impact;
  int up, across;

  if (mark == NULL || mark->hit.kind != SL_KIND_RISK
      || (state & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK || !read_arrow (keyval, &up, &across))
    return FALSE;
  residual = mark->hit.part == SL_PART_AFTER || (state & GDK_SHIFT_MASK) != 0;
  read_place (self, mark->hit.id, residual, &probability, &impact);
  place (self, &mark->hit, residual, (guint)CLAMP ((int)probability + up, 1, SL_RISK_STEPS),
         (guint)CLAMP ((int)impact + across, 1, SL_RISK_STEPS));
  return TRUE;
}

static void
sl_risk_view_prepare (SlChartView *view, double scale)
{
  sl_room_view_fill (view, scale);
  sl_chart_view_get_params (view)->height = gtk_widget_get_height (GTK_WIDGET (view)) / scale;
}

static void
sl_risk_view_class_init (SlRiskViewClass *klass)
{
  SlChartViewClass *chart_class = SL_CHART_VIEW_CLASS (klass);

  chart_class->prepare = sl_risk_view_prepare;
  chart_class->fills_height = TRUE;
  chart_class->starts_at_top = TRUE;
  chart_class->key_pressed = sl_risk_view_key_pressed;
  chart_class->drag_begin = sl_risk_view_drag_begin;
  chart_class->drag_update = sl_risk_view_drag_update;
  chart_class->drag_end = sl_risk_view_drag_end;
  chart_class->snapshot_overlay = sl_risk_view_snapshot_overlay;
}

static void
sl_risk_view_init (SlRiskView *self)
{
}

SlChartView *
sl_risk_view_new (SlSession *session)
{
  SlChartView *self = g_object_new (SL_TYPE_RISK_VIEW, NULL);

  sl_chart_view_setup (self, session, &sl_chart_risk_matrix);
  return self;
}
