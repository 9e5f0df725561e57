/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving parties in the power/interest grid. A drag is previewed and becomes one command on drop;
 * Ctrl with arrows does the same by half a step, with Shift by two. Who has no place yet gets one
 * by either. */

#include "config.h"

#include "views/sl-power-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/sl-format-text.h"
#include "methods/sl-stakeholders.h"
#include "people/sl-power-grid.h"
#include "widgets/sl-room-view.h"

#define STEP 0.5
#define LARGE_STEP 2.0
#define GHOST_RADIUS 8.0

/* @party: that is dragged, or SL_ID_NONE; @grip_x, @grip_y: from the pointer to where the party
 * belongs; @inside: it would get a place there */
struct _SlPowerView
{
  SlChartView parent_instance;
  SlPowerMap map;
  SlId party;
  double grip_x, grip_y;
  double power, interest;
  gboolean inside;
};

G_DEFINE_FINAL_TYPE (SlPowerView, sl_power_view, SL_TYPE_CHART_VIEW)

static SlSession *
session_of (SlPowerView *self)
{
  return sl_chart_view_get_session (SL_CHART_VIEW (self));
}

/* What the plan says of @party. Returns: whether it has a place */
static gboolean
read_place (SlPowerView *self, SlId party, double *power, double *interest)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (session_of (self)), SL_KIND_PARTY);
  guint row;

  *power = *interest = NAN;
  if (!sl_table_find (table, party, &row))
    return FALSE;
  *power = sl_table_real (table, row, SL_PARTY_POWER);
  *interest = sl_table_real (table, row, SL_PARTY_INTEREST);
  return !isnan (*power) && !isnan (*interest);
}

static void
place (SlPowerView *self, SlId party, double power, double interest)
{
  sl_session_run (session_of (self), "party.place",
                  g_variant_new ("(xdd)", party, CLAMP (power, 0, SL_STAKEHOLDER_SCALE),
                                 CLAMP (interest, 0, SL_STAKEHOLDER_SCALE)),
                  NULL);
}

static double
round_to_step (double value)
{
  return round (value / STEP) * STEP;
}

static gboolean
sl_power_view_drag_begin (SlChartView *view, const SlMark *mark, double x, double y)
{
  SlPowerView *self = SL_POWER_VIEW (view);
  double power, interest;
  double at_x = mark->x + mark->w / 2, at_y = mark->y + mark->h / 2;

  if (mark->hit.kind != SL_KIND_PARTY
      || !sl_power_map_init (&self->map, sl_chart_view_get_scene (view)))
    return FALSE;
  if (read_place (self, mark->hit.id, &power, &interest))
    sl_power_map_place (&self->map, power, interest, &at_x, &at_y);
  self->party = mark->hit.id;
  self->grip_x = at_x - x;
  self->grip_y = at_y - y;
  self->inside = FALSE;
  return TRUE;
}

static void
sl_power_view_drag_update (SlChartView *view, double x, double y)
{
  SlPowerView *self = SL_POWER_VIEW (view);

  x += self->grip_x;
  y += self->grip_y;
  self->inside = sl_power_map_contains (&self->map, x, y);
  sl_power_map_values (&self->map, x, y, &self->power, &self->interest);
  self->power = round_to_step (self->power);
  self->interest = round_to_step (self->interest);
}

static void
sl_power_view_drag_end (SlChartView *view, double x, double y, gboolean cancelled)
{
  SlPowerView *self = SL_POWER_VIEW (view);
  SlId party = self->party;

  self->party = SL_ID_NONE;
  if (!cancelled && self->inside)
    place (self, party, self->power, self->interest);
}

static void
sl_power_view_snapshot_overlay (SlChartView *view, cairo_t *cr)
{
  SlPowerView *self = SL_POWER_VIEW (view);
  g_autofree char *power = sl_format_number (self->power, 1);
  g_autofree char *interest = sl_format_number (self->interest, 1);
  g_autofree char *text = g_strdup_printf (_ ("Power %s, interest %s"), power, interest);
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  double x, y;

  if (self->party == SL_ID_NONE || !self->inside)
    return;
  sl_power_map_place (&self->map, self->power, self->interest, &x, &y);
  cairo_arc (cr, x, y, GHOST_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 0.35);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  font = pango_font_description_from_string ("Sans Bold 7");
  pango_layout_set_font_description (layout, font);
  cairo_move_to (cr, x + GHOST_RADIUS + 3, y - GHOST_RADIUS);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

/* Where an arrow moves: more power is up, more interest is where reading goes. */
static gboolean
read_arrow (guint keyval, double *power, double *interest)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  *power = keyval == GDK_KEY_Up ? 1 : keyval == GDK_KEY_Down ? -1 : 0;
  *interest = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;
  if (rtl)
    *interest = -*interest;
  return *power != 0 || *interest != 0;
}

static gboolean
sl_power_view_key_pressed (SlChartView *view, const SlMark *mark, guint keyval,
                           GdkModifierType state)
{
  SlPowerView *self = SL_POWER_VIEW (view);
  double step = (state & GDK_SHIFT_MASK) != 0 ? LARGE_STEP : STEP;
  double more_power, more_interest, power, interest;

  if (mark == NULL || mark->hit.kind != SL_KIND_PARTY
      || (state & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK
      || !read_arrow (keyval, &more_power, &more_interest))
    return FALSE;
  if (!read_place (self, mark->hit.id, &power, &interest))
    {
      power = isnan (power) ? SL_STAKEHOLDER_CUT : power;
      interest = isnan (interest) ? SL_STAKEHOLDER_CUT : interest;
    }
  place (self, mark->hit.id, power + more_power * step, interest + more_interest * step);
  return TRUE;
}

static void
sl_power_view_prepare (SlChartView *view, double scale)
{
  sl_room_view_fill (view, scale);
  sl_chart_view_get_params (view)->height = gtk_widget_get_height (GTK_WIDGET (view)) / scale;
}

static void
sl_power_view_class_init (SlPowerViewClass *klass)
{
  SlChartViewClass *chart_class = SL_CHART_VIEW_CLASS (klass);

  chart_class->prepare = sl_power_view_prepare;
  chart_class->fills_height = TRUE;
  chart_class->starts_at_top = TRUE;
  chart_class->key_pressed = sl_power_view_key_pressed;
  chart_class->drag_begin = sl_power_view_drag_begin;
  chart_class->drag_update = sl_power_view_drag_update;
  chart_class->drag_end = sl_power_view_drag_end;
  chart_class->snapshot_overlay = sl_power_view_snapshot_overlay;
}

static void
sl_power_view_init (SlPowerView *self)
{
}

SlChartView *
sl_power_view_new (SlSession *session)
{
  SlChartView *self = g_object_new (SL_TYPE_POWER_VIEW, NULL);

  sl_chart_view_setup (self, session, &sl_chart_power_interest);
  return self;
}
