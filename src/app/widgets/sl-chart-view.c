/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart on screen: when the scene is laid out, where it stands and how it scrolls. */

#include "config.h"

#include "sl-screen-palette.h"
#include "sl-settings.h"
#include "widgets/sl-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#define ZOOM_MIN 0.25
#define FIRST_ZOOM_MIN 0.7 /* what it says can still be read */
#define ZOOM_MAX 4.0
/* Between the edge and a chart that has room enough. */
#define EDGE_PT 9.0
/* What is scrolled to its end stands above the zoom buttons. */
#define TAIL_PX 60
#define VIEW_GROUP "zoom"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_TYPE_WITH_CODE (SlChartView, sl_chart_view, GTK_TYPE_WIDGET,
                         G_ADD_PRIVATE (SlChartView)
                             G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

SlChartViewPrivate *
sl_chart_view_get_private (SlChartView *self)
{
  return sl_chart_view_get_instance_private (self);
}

/* Pixels per point at 100 %: follows the text scale of the desktop. */
double
sl_chart_view_base_scale (SlChartView *self)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    dpi = 96 * 1024;
  return dpi / 1024.0 / 72.0;
}

static void
update_adjustments (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scene_w = sl_scene_get_width (priv->scene) * priv->scale;
  double scene_h = sl_scene_get_height (priv->scene) * priv->scale;
  gboolean rtl = sl_scene_get_rtl (priv->scene);
  gboolean first = gtk_adjustment_get_upper (priv->hadjustment) <= 0;
  double x = gtk_adjustment_get_value (priv->hadjustment);

  /* From right to left it is the distance from the right that stays. */
  if (rtl)
    x += MAX (scene_w, width) - width
         - (first ? x
                  : gtk_adjustment_get_upper (priv->hadjustment)
                        - gtk_adjustment_get_page_size (priv->hadjustment));
  gtk_adjustment_configure (priv->hadjustment, CLAMP (x, 0, MAX (0, scene_w - width)), 0,
                            MAX (scene_w, width), width * 0.1, width * 0.9, width);
  scene_h += priv->zoom > 0 && scene_h + TAIL_PX > height ? TAIL_PX : 0;
  gtk_adjustment_configure (
      priv->vadjustment,
      CLAMP (gtk_adjustment_get_value (priv->vadjustment), 0, MAX (0, scene_h - height)), 0,
      MAX (scene_h, height), height * 0.1, height * 0.9, height);
}

/* Smaller than life where that brings into sight what belongs together. */
static double
first_zoom (SlChartView *self, double base)
{
  double wanted = SL_CHART_VIEW_GET_CLASS (self)->first_width (self) * base;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return wanted > 0 && width > 0 ? CLAMP (width / wanted, FIRST_ZOOM_MIN, 1.0) : 1.0;
}

static void
fit_scale (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double base = sl_chart_view_base_scale (self);
  double w = sl_scene_get_width (priv->scene) * base;
  double h = sl_scene_get_height (priv->scene) * base;
  double zoom;

  if (priv->zoom_asked < 0 && SL_CHART_VIEW_GET_CLASS (self)->first_width != NULL)
    priv->zoom = first_zoom (self, base);
  zoom = priv->zoom;
  if (zoom <= 0 && w > 0 && h > 0)
    {
      zoom = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / w,
                  gtk_widget_get_height (GTK_WIDGET (self)) / h);
      zoom = CLAMP (zoom, ZOOM_MIN, 1.0);
    }
  priv->scale = zoom > 0 ? zoom * base : base;
}

double
sl_chart_view_room_width (SlChartView *self, double scale)
{
  return MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) / scale - 2 * EDGE_PT);
}

void
sl_chart_view_get_offset (SlChartView *self, double *x, double *y)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double spare
      = gtk_widget_get_width (GTK_WIDGET (self)) - sl_scene_get_width (priv->scene) * priv->scale;

  *x = gtk_adjustment_get_value (priv->hadjustment);
  *y = gtk_adjustment_get_value (priv->vadjustment);
  if (spare > 0)
    {
      /* A chart whose heads are fixed to the edge begins there. */
      double edge
          = sl_scene_get_side (priv->scene) > 0 ? 0 : MIN (spare / 2, EDGE_PT * priv->scale);

      *x = sl_scene_get_rtl (priv->scene) ? edge - spare : -edge;
    }
}

/* Width of the fixed row heads in pixels; 0 where they would take most of the room. */
static double
frozen_side (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double side = sl_scene_get_side (priv->scene) * priv->scale;

  return side <= 0.6 * gtk_widget_get_width (GTK_WIDGET (self)) ? side : 0;
}

static double
frozen_top (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double top = sl_scene_get_top (priv->scene) * priv->scale;

  return top <= 0.6 * gtk_widget_get_height (GTK_WIDGET (self)) ? top : 0;
}

void
sl_chart_view_get_band_area (SlChartView *self, SlBand band, graphene_rect_t *area)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double side = frozen_side (self);
  double top = frozen_top (self);
  gboolean rtl = sl_scene_get_rtl (priv->scene);
  gboolean in_side = band == SL_BAND_SIDE || band == SL_BAND_CORNER;
  gboolean in_top = band == SL_BAND_TOP || band == SL_BAND_CORNER;
  double x0 = rtl ? 0 : side;
  double body_w = width - side;

  if (side <= 0 && in_side)
    {
      x0 = 0;
      body_w = width;
    }
  else if (in_side)
    {
      x0 = rtl ? width - side : 0;
      body_w = side;
    }
  graphene_rect_init (area, (float)x0, in_top || top <= 0 ? 0 : (float)top, (float)body_w,
                      (float)(in_top && top > 0 ? top : height - (in_top ? 0 : top)));
}

void
sl_chart_view_get_band_offset (SlChartView *self, SlBand band, double *x, double *y)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  sl_chart_view_get_offset (self, x, y);
  if ((band == SL_BAND_SIDE || band == SL_BAND_CORNER) && frozen_side (self) > 0)
    *x = sl_scene_get_rtl (priv->scene) ? sl_scene_get_width (priv->scene) * priv->scale - width
                                        : 0;
  if ((band == SL_BAND_TOP || band == SL_BAND_CORNER) && frozen_top (self) > 0)
    *y = 0;
}

void
sl_chart_view_to_widget (SlChartView *self, SlBand band, double x, double y, double *wx, double *wy)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double off_x;
  double off_y;

  sl_chart_view_get_band_offset (self, band, &off_x, &off_y);
  *wx = x * priv->scale - off_x;
  *wy = y * priv->scale - off_y;
}

void
sl_chart_view_to_scene (SlChartView *self, double wx, double wy, double *x, double *y)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)wx, (float)wy);
  static const SlBand order[] = { SL_BAND_CORNER, SL_BAND_SIDE, SL_BAND_TOP, SL_BAND_BODY };
  SlBand band = SL_BAND_BODY;
  double off_x;
  double off_y;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      graphene_rect_t area;

      sl_chart_view_get_band_area (self, order[i], &area);
      if (graphene_rect_contains_point (&area, &point))
        {
          band = order[i];
          break;
        }
    }
  sl_chart_view_get_band_offset (self, band, &off_x, &off_y);
  *x = (wx + off_x) / priv->scale;
  *y = (wy + off_y) / priv->scale;
}

/* What stood at the side where one reads from, and at the top, still does. */
static void
scale_place (SlChartView *self, double ratio)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double x = gtk_adjustment_get_value (priv->hadjustment);
  double end = sl_scene_get_rtl (priv->scene)
                   ? gtk_adjustment_get_upper (priv->hadjustment)
                         - gtk_adjustment_get_page_size (priv->hadjustment)
                   : 0;

  gtk_adjustment_set_value (priv->hadjustment, end + (x - end) * ratio);
  gtk_adjustment_set_value (priv->vadjustment,
                            gtk_adjustment_get_value (priv->vadjustment) * ratio);
}

void
sl_chart_view_update_range (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  double old = priv->scale;

  fit_scale (self);
  if (fabs (old - priv->scale) > 1e-9)
    {
      g_hash_table_remove_all (priv->tiles);
      if (priv->zoom_asked < 0 && old > 0)
        scale_place (self, priv->scale / old);
    }
  update_adjustments (self);
}

/* Scale, scroll range and places of the marks for the scene that there is. */
static void
place_scene (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  gboolean moved = gtk_adjustment_get_value (priv->hadjustment) != priv->start_x
                   || gtk_adjustment_get_value (priv->vadjustment) != priv->start_y;

  sl_chart_view_update_range (self);
  /* The start stays in sight as long as nobody has scrolled away from it. */
  if (!priv->shown || (!moved && gtk_widget_get_height (GTK_WIDGET (self)) != priv->start_height))
    {
      priv->shown = TRUE;
      moved = FALSE;
      sl_chart_view_scroll_to_start (self);
      priv->start_height = gtk_widget_get_height (GTK_WIDGET (self));
    }
  if (!moved)
    {
      priv->start_x = gtk_adjustment_get_value (priv->hadjustment);
      priv->start_y = gtk_adjustment_get_value (priv->vadjustment);
    }
  sl_chart_view_allocate_marks (self);
}

static void
sl_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlChartView *self = SL_CHART_VIEW (widget);
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);

  if (priv->session == NULL)
    return;
  if (klass->prepare != NULL
      && (width != priv->laid_out_width
          || (klass->fills_height && height != priv->laid_out_height)))
    priv->stale = TRUE;
  priv->laid_out_width = width;
  priv->laid_out_height = height;
  if (priv->stale || priv->scene == NULL)
    sl_chart_view_queue_layout (self);
  priv->allocating = TRUE;
  if (priv->scene != NULL)
    place_scene (self);
  priv->allocating = FALSE;
}

static void
sl_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
value_changed_cb (SlChartView *self)
{
  if (sl_chart_view_get_private (self)->allocating)
    return;
  if (sl_chart_view_is_partial (self) && !sl_chart_view_shows_sight (self))
    sl_chart_view_queue_layout (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (SlChartView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place
      = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sl_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (SL_CHART_VIEW (object));

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sl_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlChartView *self = SL_CHART_VIEW (object);
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &priv->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &priv->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->hscroll_policy = (guint)g_value_get_enum (value) & 1;
      break;
    case PROP_VSCROLL_POLICY:
      priv->vscroll_policy = (guint)g_value_get_enum (value) & 1;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
changed_cb (SlChartView *self, SlChangeSet *changes)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if ((priv->chart->kinds & SL_KIND_BIT (kind)) && sl_change_set_touches (changes, kind))
      {
        sl_chart_view_relayout (self);
        return;
      }
}

static void
selection_changed_cb (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!priv->selecting && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sl_chart_view_show_record (self, sl_session_get_selected (priv->session));
}

static void
style_changed_cb (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  priv->palette = sl_screen_palette_get ();
  g_hash_table_remove_all (priv->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (priv->scene != NULL)
    g_signal_emit_by_name (self, "laid-out");
}

static void
settings_changed_cb (GSettings *settings, const char *key, SlChartView *self)
{
  SlChartParams fresh;

  sl_chart_params_init (&fresh);
  if (g_str_equal (key, "safe-colors"))
    style_changed_cb (self);
  else if (g_str_equal (key, "week-start"))
    {
      sl_chart_view_get_params (self)->first_weekday = fresh.first_weekday;
      sl_chart_view_relayout (self);
    }
}

static void
sl_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  sl_chart_view_relayout (SL_CHART_VIEW (widget));
}

static void
sl_chart_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_chart_view_parent_class)->map (widget);
  if (sl_chart_view_get_private (SL_CHART_VIEW (widget))->stale)
    sl_chart_view_queue_layout (SL_CHART_VIEW (widget));
}

static void
sl_chart_view_dispose (GObject *object)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (SL_CHART_VIEW (object));

  g_clear_handle_id (&priv->layout_id, g_source_remove);
  g_clear_handle_id (&priv->fill_id, g_source_remove);
  sl_chart_view_drop_marks (SL_CHART_VIEW (object));
  g_clear_object (&priv->hadjustment);
  g_clear_object (&priv->vadjustment);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (sl_chart_view_parent_class)->dispose (object);
}

static void
sl_chart_view_finalize (GObject *object)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (SL_CHART_VIEW (object));

  g_clear_pointer (&priv->scene, sl_scene_unref);
  g_clear_pointer (&priv->measure, sl_text_measure_free);
  g_clear_pointer (&priv->worker_measure, sl_text_measure_free);
  g_clear_pointer (&priv->whole_measure, sl_text_measure_free);
  g_clear_pointer (&priv->tiles, g_hash_table_unref);
  g_clear_pointer (&priv->params.collapsed, g_hash_table_unref);
  g_ptr_array_unref (priv->marks);
  g_array_unref (priv->hits);
  g_hash_table_unref (priv->by_hit);
  g_clear_pointer (&priv->selected, g_array_unref);
  G_OBJECT_CLASS (sl_chart_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_POINTER);
  g_signal_new ("menu-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                G_TYPE_POINTER, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("laid-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("zoom-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_chart_view_class_init (SlChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_chart_view_dispose;
  object_class->finalize = sl_chart_view_finalize;
  object_class->get_property = sl_chart_view_get_property;
  object_class->set_property = sl_chart_view_set_property;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  widget_class->snapshot = sl_chart_view_paint;
  widget_class->map = sl_chart_view_map;
  widget_class->measure = sl_chart_view_measure;
  widget_class->size_allocate = sl_chart_view_size_allocate;
  widget_class->direction_changed = sl_chart_view_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "chart");
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
sl_chart_view_init (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GSettings *settings = sl_settings_get ();

  sl_chart_params_init (&priv->params);
  priv->measure = sl_text_measure_new_pango ();
  priv->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)gsk_render_node_unref);
  priv->marks = g_ptr_array_new ();
  priv->hits = g_array_new (FALSE, FALSE, sizeof (guint));
  priv->by_hit = g_hash_table_new (NULL, NULL);
  priv->current.kind = SL_N_KINDS;
  priv->hover.kind = SL_N_KINDS;
  priv->zoom = 1.0;
  priv->zoom_asked = -1;
  priv->stale = TRUE;
  priv->palette = sl_screen_palette_get ();
  set_adjustment (self, &priv->hadjustment, NULL);
  set_adjustment (self, &priv->vadjustment, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sl-chart");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, 0);
  sl_chart_view_add_controllers (self);
}

static void
take_zoom (SlChartView *self, double zoom)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);

  priv->zoom_asked = MAX (zoom, 0);
  if (klass->set_zoom != NULL)
    klass->set_zoom (self, zoom);
  else
    priv->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_MIN, ZOOM_MAX) : 0;
}

static void
keep_view_cb (SlChartView *self, GKeyFile *view)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  if (priv->zoom_asked >= 0)
    g_key_file_set_double (view, VIEW_GROUP, priv->chart->id, priv->zoom_asked);
}

static void
restore_view (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  GKeyFile *view = sl_session_get_view (priv->session);

  if (g_key_file_has_key (view, VIEW_GROUP, priv->chart->id, NULL))
    take_zoom (self, g_key_file_get_double (view, VIEW_GROUP, priv->chart->id, NULL));
}

void
sl_chart_view_setup (SlChartView *self, SlSession *session, const SlChart *chart)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  g_return_if_fail (SL_IS_CHART_VIEW (self) && priv->session == NULL);
  priv->session = g_object_ref (session);
  priv->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, chart->title), -1);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "since-changed", G_CALLBACK (sl_chart_view_relayout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keep-view", G_CALLBACK (keep_view_cb), self,
                           G_CONNECT_SWAPPED);
  restore_view (self);
}

SlChartView *
sl_chart_view_new (SlSession *session, const SlChart *chart)
{
  SlChartView *self = g_object_new (SL_TYPE_CHART_VIEW, NULL);

  sl_chart_view_setup (self, session, chart);
  return self;
}

SlSession *
sl_chart_view_get_session (SlChartView *self)
{
  return sl_chart_view_get_private (self)->session;
}

const SlChart *
sl_chart_view_get_chart (SlChartView *self)
{
  return sl_chart_view_get_private (self)->chart;
}

SlChartParams *
sl_chart_view_get_params (SlChartView *self)
{
  return &sl_chart_view_get_private (self)->params;
}

SlScene *
sl_chart_view_get_scene (SlChartView *self)
{
  sl_chart_view_ensure_scene (self);
  return sl_chart_view_get_private (self)->scene;
}

SlScene *
sl_chart_view_peek_scene (SlChartView *self)
{
  return sl_chart_view_get_private (self)->scene;
}

gboolean
sl_chart_view_is_laid_out (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  return priv->scene != NULL && !priv->stale && !priv->working
         && (priv->layout_id == 0 || sl_chart_view_is_partial (self))
         && sl_chart_view_shows_sight (self);
}

double
sl_chart_view_get_zoom (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);

  if (klass->get_zoom != NULL)
    return klass->get_zoom (self);
  return priv->zoom > 0 ? priv->zoom : priv->scale / sl_chart_view_base_scale (self);
}

void
sl_chart_view_keep_place (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);

  if (!priv->keep_wanted)
    return;
  priv->keep_wanted = FALSE;
  gtk_adjustment_set_value (priv->hadjustment,
                            priv->keep_share_x * sl_scene_get_width (priv->scene) * priv->scale
                                - priv->keep_x);
  gtk_adjustment_set_value (priv->vadjustment,
                            priv->keep_share_y * sl_scene_get_height (priv->scene) * priv->scale
                                - priv->keep_y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "zoom-changed");
}

/* Zooms so that what is under (wx, wy) stays there. The chart's own scale needs a new layout,
 * enlarging does not. */
void
sl_chart_view_set_zoom_at (SlChartView *self, double zoom, double wx, double wy)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);
  double x;
  double y;

  if (priv->scene == NULL)
    return;
  sl_chart_view_to_scene (self, wx, wy, &x, &y);
  priv->keep_share_x = x / MAX (sl_scene_get_width (priv->scene), 1);
  priv->keep_share_y = y / MAX (sl_scene_get_height (priv->scene), 1);
  priv->keep_x = wx;
  priv->keep_y = wy;
  priv->keep_wanted = TRUE;
  take_zoom (self, zoom);
  if (klass->set_zoom != NULL)
    {
      sl_chart_view_relayout (self);
      sl_chart_view_ensure_quickly (self);
      return;
    }
  place_scene (self);
  sl_chart_view_keep_place (self);
}

void
sl_chart_view_set_zoom (SlChartView *self, double zoom)
{
  sl_chart_view_set_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
sl_chart_view_zoom_in (SlChartView *self)
{
  sl_chart_view_set_zoom (self, sl_chart_view_get_zoom (self) * 1.25);
}

void
sl_chart_view_zoom_out (SlChartView *self)
{
  sl_chart_view_set_zoom (self, sl_chart_view_get_zoom (self) / 1.25);
}

void
sl_chart_view_zoom_fit (SlChartView *self)
{
  sl_chart_view_set_zoom (self, 0);
}

void
sl_chart_view_focus (SlChartView *self)
{
  g_return_if_fail (SL_IS_CHART_VIEW (self));
  if (sl_chart_view_ensure_quickly (self) || sl_chart_view_peek_scene (self) != NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  sl_chart_view_get_private (self)->focus_wanted = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sl_chart_view_queue_layout (self);
}
