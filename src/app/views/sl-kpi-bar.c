/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar below the KPI monitor. What is drawn is said in words beside it. */

#include "config.h"

#include "views/sl-kpi-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-kpi-words.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"

#define LINE_W 168
#define LINE_H 48
#define DOT 2.5
#define HISTORY_LINES 3
/* Of the band behind the line. */
#define BAND_ALPHA 0.15

struct _SlKpiBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *history;
  GtkWidget *line;
  GtkWidget *entry;
  SlSession *session;
  SlKpiWatch *watch; /* NULL: no KPI is selected */
  SlId kpi;
};

G_DEFINE_FINAL_TYPE (SlKpiBar, sl_kpi_bar, GTK_TYPE_WIDGET)

static guint measured;

/* --- The line --- */

typedef struct
{
  double low, high;
  double first, last;
} Frame;

static Frame
frame_of (const SlKpiWatch *watch)
{
  Frame frame = { watch->values[0], watch->values[0], watch->days[0], watch->days[watch->n - 1] };

  for (guint i = 0; i < watch->n; i++)
    {
      frame.low = MIN (frame.low, watch->values[i]);
      frame.high = MAX (frame.high, watch->values[i]);
    }
  if (!isnan (watch->target))
    {
      frame.low = MIN (frame.low, watch->target);
      frame.high = MAX (frame.high, watch->target);
    }
  if (!isnan (watch->low))
    frame.low = MIN (frame.low, watch->low);
  if (!isnan (watch->high))
    frame.high = MAX (frame.high, watch->high);
  return frame;
}

/* From the bottom to the top, with room for dots. */
static double
place_y (const Frame *frame, double value, int height)
{
  double share = frame->high > frame->low ? (value - frame->low) / (frame->high - frame->low) : 0.5;

  return height - DOT - 1 - share * (height - 2 * DOT - 2);
}

/* Time runs as people read. */
static double
place_x (const Frame *frame, double day, int width, gboolean rtl)
{
  double share
      = frame->last > frame->first ? (day - frame->first) / (frame->last - frame->first) : 1.0;

  return DOT + 1 + (rtl ? 1.0 - share : share) * (width - 2 * DOT - 2);
}

/* The range that values are to stay in, as a band; open ends go on. */
static void
draw_band (cairo_t *cr, const SlKpiWatch *watch, const Frame *frame, int width, int height)
{
  double top = isnan (watch->high) ? 0 : place_y (frame, watch->high, height);
  double bottom = isnan (watch->low) ? height : place_y (frame, watch->low, height);

  if (isnan (watch->low) && isnan (watch->high))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, 0, top, width, MAX (bottom - top, 1));
  cairo_clip (cr);
  cairo_paint_with_alpha (cr, BAND_ALPHA);
  cairo_restore (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  SlKpiBar *self = data;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  const double dashes[] = { 4, 3 };
  Frame frame;
  GdkRGBA color;

  if (self->watch == NULL || self->watch->n == 0)
    return;
  frame = frame_of (self->watch);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  draw_band (cr, self->watch, &frame, width, height);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < self->watch->n; i++)
    cairo_line_to (cr, place_x (&frame, self->watch->days[i], width, rtl),
                   place_y (&frame, self->watch->values[i], height));
  cairo_stroke (cr);
  cairo_arc (cr, place_x (&frame, frame.last, width, rtl),
             place_y (&frame, self->watch->values[self->watch->n - 1], height), DOT, 0, 2 * G_PI);
  cairo_fill (cr);
  if (isnan (self->watch->target))
    return;
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 0, place_y (&frame, self->watch->target, height));
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

/* --- Words --- */

/* "42 on 3 Nov, target 80, before that 30, 35": what the line shows. (transfer full) */
static char *
say_line (const SlKpiWatch *watch)
{
  g_autofree char *last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *target = NULL;
  g_autofree char *range = NULL;

  if (watch->n == 0)
    return g_strdup (_ ("Nobody has measured it yet"));
  last = sl_format_number (watch->values[watch->n - 1], 2);
  day = sl_day_to_short_text ((gint64)watch->days[watch->n - 1], sl_day_today ());
  range = sl_kpi_band_text (watch);
  if (range != NULL)
    /* Translators: a measured value, its day, a number of values, “inside 5 to 9” */
    return g_strdup_printf (_ ("%s on %s, %u values; %s (the band)"), last, day, watch->n, range);
  if (isnan (watch->target))
    /* Translators: a measured value, its day, a number of values. */
    return g_strdup_printf (_ ("%s on %s, %u values; no target"), last, day, watch->n);
  target = sl_format_number (watch->target, 2);
  /* Translators: a measured value, its day, a number of values, the target (dashed line). */
  return g_strdup_printf (_ ("%s on %s, %u values; the dashed line is the target of %s"), last, day,
                          watch->n, target);
}

/* That it contradicts the parts of its goal, and how its target came about. (transfer full)
 * (nullable) */
static char *
say_background (SlKpiBar *self, const SlSnapshot *plan)
{
  const char *why = sl_kpi_contrast_why (self->watch->contrast);
  g_autofree char *history = sl_kpi_target_history (plan, self->kpi, HISTORY_LINES);

  if (why == NULL)
    return g_steal_pointer (&history);
  return history != NULL ? g_strdup_printf ("%s\n%s", why, history) : g_strdup (why);
}

static void
show (SlKpiBar *self)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autofree char *words = self->watch != NULL ? say_line (self->watch) : NULL;
  g_autofree char *history = self->watch != NULL ? say_background (self, plan) : NULL;

  gtk_widget_set_sensitive (self->box, self->watch != NULL);
  gtk_label_set_text (GTK_LABEL (self->title), self->watch != NULL
                                                   ? sl_snapshot_title (plan, self->kpi)
                                                   : _ ("Select a KPI to enter its value"));
  gtk_label_set_text (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_label_set_text (GTK_LABEL (self->history), history != NULL ? history : "");
  gtk_widget_set_visible (self->history, history != NULL);
  gtk_widget_queue_draw (self->line);
}

static void
update (SlKpiBar *self)
{
  SlId id = sl_session_get_selected (self->session);

  if (id != self->kpi)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->watch, sl_kpi_watch_free);
  self->watch = sl_kpi_watch_new (sl_session_get_snapshot (self->session), id, sl_day_today ());
  self->kpi = self->watch != NULL ? id : SL_ID_NONE;
  show (self);
}

/* --- A new value --- */

/* The value of today, if there is one. */
static SlId
find_today (SlKpiBar *self)
{
  const SlTable *values
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_KPI_VALUE);

  for (guint row = 0; row < sl_table_n_rows (values); row++)
    if (sl_table_ref (values, row, SL_KPI_VALUE_KPI) == self->kpi
        && sl_table_int (values, row, SL_KPI_VALUE_DAY) == sl_day_today ())
      return sl_table_id (values, row);
  return SL_ID_NONE;
}

static gboolean
store (SlKpiBar *self, const SlValue *value)
{
  SlId known = find_today (self);
  GVariantBuilder fields;

  if (known != SL_ID_NONE)
    return sl_session_set_value (self->session, known, SL_KPI_VALUE_VALUE, value);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "kpi", g_variant_new_int64 (self->kpi));
  g_variant_builder_add (&fields, "{sv}", "day", g_variant_new_int64 (sl_day_today ()));
  g_variant_builder_add (&fields, "{sv}", "value", sl_value_to_variant (value));
  return sl_session_run (self->session, "record.add",
                         g_variant_new ("(sxxa{sv})", "kpi_value", (gint64)SL_ID_NONE,
                                        G_GINT64_CONSTANT (-1), &fields),
                         NULL);
}

static void
measure_cb (SlKpiBar *self)
{
  const SlField *field = &sl_kind (SL_KIND_KPI_VALUE)->fields[SL_KPI_VALUE_VALUE];
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_auto (SlValue) value = SL_VALUE_INIT;
  SlId kpi = self->kpi;

  if (kpi == SL_ID_NONE || typed[0] == '\0')
    return;
  if (!sl_field_read (sl_session_get_snapshot (self->session), SL_ID_NONE, field, typed, &value,
                      &error))
    {
      sl_session_say (self->session, error->message);
      gtk_widget_grab_focus (self->entry);
      return;
    }
  if (!store (self, &value))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, measured, 0, (gint64)kpi);
}

void
sl_kpi_bar_focus (SlKpiBar *self)
{
  g_return_if_fail (SL_IS_KPI_BAR (self));
  if (self->kpi != SL_ID_NONE)
    gtk_widget_grab_focus (self->entry);
}

/* --- Life --- */

static void
sl_kpi_bar_dispose (GObject *object)
{
  SlKpiBar *self = SL_KPI_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->watch, sl_kpi_watch_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_kpi_bar_parent_class)->dispose (object);
}

static void
sl_kpi_bar_class_init (SlKpiBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_kpi_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  measured = g_signal_new ("measured", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_entry (SlKpiBar *self)
{
  GtkWidget *entry = sl_form_entry (_ ("Value of today"), G_CALLBACK (measure_cb), self);

  g_object_set (entry, "width-chars", 14, "max-width-chars", 14, "valign", GTK_ALIGN_CENTER, NULL);
  return entry;
}

static void
sl_kpi_bar_init (SlKpiBar *self)
{
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                   3, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Store"), "valign",
                                    GTK_ALIGN_CENTER, "tooltip-text",
                                    _ ("Store the Value and Go On to the Next KPI (Enter)"), NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "sl-toolbar");
  self->title = add_label (words, "heading");
  self->words = add_label (words, "dim-label");
  self->history = add_label (words, "caption");
  self->line = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", LINE_W, "content-height",
                             LINE_H, "valign", GTK_ALIGN_CENTER, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->line), draw_cb, self, NULL);
  self->entry = make_entry (self);
  g_signal_connect_object (button, "clicked", G_CALLBACK (measure_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_box_append (GTK_BOX (self->box), words);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sl_kpi_bar_new (SlSession *session)
{
  SlKpiBar *self = g_object_new (SL_TYPE_KPI_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
