/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A grid of name, bar and words for each dimension. */

#include "config.h"

#include "alignment/sl-dimension-bars.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "analysis/explain/sl-explanation.h"
#include "base/sl-format-text.h"

typedef struct
{
  GtkWidget *bar;
  GtkWidget *former; /* above the bar, where it ended before */
  GtkWidget *words;
  double former_score; /* 0..1 */
} Row;

struct _SlDimensionBars
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  Row rows[SL_N_DIMENSIONS];
};

/* Of the mark where a bar ended before. Unit: px */
#define FORMER_WIDTH 3

G_DEFINE_FINAL_TYPE (SlDimensionBars, sl_dimension_bars, GTK_TYPE_WIDGET)

static void
sl_dimension_bars_dispose (GObject *object)
{
  g_clear_pointer (&SL_DIMENSION_BARS (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_dimension_bars_parent_class)->dispose (object);
}

static void
sl_dimension_bars_class_init (SlDimensionBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_dimension_bars_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, NULL);
}

static gboolean
place_former_cb (GtkOverlay *overlay, GtkWidget *former, GdkRectangle *place, Row *row)
{
  const gboolean rtl = gtk_widget_get_direction (row->bar) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (GTK_WIDGET (overlay)) - FORMER_WIDTH;
  const double share = rtl ? 1.0 - row->former_score : row->former_score;

  *place = (GdkRectangle){ (int)(share * width), 0, FORMER_WIDTH,
                           gtk_widget_get_height (GTK_WIDGET (overlay)) };
  return TRUE;
}

/* The bar with the mark above it. */
static GtkWidget *
make_bar (Row *row)
{
  GtkWidget *overlay = gtk_overlay_new ();

  row->bar = g_object_new (GTK_TYPE_LEVEL_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER,
                           "width-request", 96, NULL);
  row->former = g_object_new (GTK_TYPE_BOX, "visible", FALSE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (row->former, "sl-former");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), row->bar);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), row->former);
  gtk_widget_set_valign (overlay, GTK_ALIGN_CENTER);
  g_signal_connect (overlay, "get-child-position", G_CALLBACK (place_former_cb), row);
  return overlay;
}

static void
sl_dimension_bars_init (SlDimensionBars *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 3, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int i = 0; i < SL_N_DIMENSIONS; i++)
    {
      /* Translators: letter and title of a dimension: "A  Conflicting goals". */
      g_autofree char *name
          = g_strdup_printf (_ ("%c %s"), sl_dimension_letter (i), sl_dimension_title (i));
      Row *row = &self->rows[i];
      GtkWidget *overlay = make_bar (row);

      /* The steps of a level bar are colours of their own; here one accent says enough. */
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_LOW);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
      gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_FULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      sl_dimension_title (i), -1);
      row->words
          = g_object_new (GTK_TYPE_BUTTON, "label", "", "action-name", "win.explain",
                          "tooltip-text", _ ("Why This Number"), "halign", GTK_ALIGN_START, NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row->words), "(uxx)", SL_NUMBER_DIMENSION,
                                        (gint64)i, (gint64)0);
      gtk_widget_add_css_class (row->words, "sl-chip");
      gtk_widget_add_css_class (row->words, "caption");
      gtk_widget_add_css_class (row->words, "numeric");
      gtk_grid_attach (GTK_GRID (self->grid), make_label (name), 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), overlay, 1, i, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), row->words, 2, i, 1, 1);
    }
}

static char *
describe (const SlIndexDimension *part)
{
  g_autofree char *score = NULL;
  g_autofree char *coverage = NULL;

  if (isnan (part->score))
    return g_strdup (_ ("not assessed"));
  score = sl_format_percent (part->score, 0);
  if (part->coverage >= 1.0)
    return g_strdup (score);
  coverage = sl_format_percent (part->coverage, 0);
  /* Translators: score of a dimension, share of it that is assessed. */
  return g_strdup_printf (_ ("%s of the %s assessed"), score, coverage);
}

static char *
say_score (const SlIndexDimension *part)
{
  return isnan (part->score) ? g_strdup (_ ("not assessed")) : sl_format_percent (part->score, 0);
}

/* The former score, where it reads otherwise than that of @part; shows the mark. (transfer full)
 * (nullable) */
static char *
show_former (Row *row, const SlIndexDimension *part, const SlIndexDimension *then)
{
  g_autofree char *now = say_score (part);
  g_autofree char *former = then != NULL ? say_score (then) : NULL;
  const gboolean other = former != NULL && strcmp (former, now) != 0;

  gtk_widget_set_visible (row->former, other && !isnan (then->score));
  if (!other)
    return NULL;
  row->former_score = isnan (then->score) ? 0.0 : CLAMP (then->score, 0.0, 1.0);
  gtk_widget_queue_allocate (gtk_widget_get_parent (row->bar));
  return g_steal_pointer (&former);
}

static void
show_row (Row *row, guint number, const SlIndexDimension *part, const SlIndexDimension *then)
{
  g_autofree char *now = describe (part);
  g_autofree char *former = show_former (row, part, then);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: score of a dimension, and what it was on a former day. */
  words = former != NULL ? g_strdup_printf (_ ("%s · was %s"), now, former) : g_strdup (now);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (row->bar),
                           isnan (part->score) ? 0.0 : CLAMP (part->score, 0.0, 1.0));
  gtk_widget_set_opacity (row->bar, isnan (part->score) ? 0.4 : 1.0);
  gtk_button_set_label (GTK_BUTTON (row->words), words);
  spoken = g_strdup_printf (_ ("%s: %s"), sl_dimension_title (number), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);
}

void
sl_dimension_bars_set_analysis (SlDimensionBars *self, const SlAnalysis *analysis,
                                const SlAnalysisSince *since)
{
  g_return_if_fail (SL_IS_DIMENSION_BARS (self));

  for (guint i = 0; i < SL_N_DIMENSIONS && analysis != NULL; i++)
    show_row (&self->rows[i], i, &analysis->index->dimensions[i],
              since != NULL ? &since->then->index->dimensions[i] : NULL);
}
