/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A flow of six buttons, two or three in a line. */

#include "config.h"

#include "today/sl-benefit-tiles.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-benefits.h"
#include "base/sl-format-text.h"

typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
  GtkWidget *bar;
  GtkWidget *coverage;
} Tile;

struct _SlBenefitTiles
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  Tile tiles[SL_N_BENEFITS];
};

G_DEFINE_FINAL_TYPE (SlBenefitTiles, sl_benefit_tiles, GTK_TYPE_WIDGET)

static void
sl_benefit_tiles_dispose (GObject *object)
{
  g_clear_pointer (&SL_BENEFIT_TILES (object)->flow, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_benefit_tiles_parent_class)->dispose (object);
}

static void
sl_benefit_tiles_class_init (SlBenefitTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_benefit_tiles_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The number stands above; to a screen reader the button says all. */
static GtkWidget *
add_bar (GtkWidget *box)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_box_append (GTK_BOX (box), bar);
  return bar;
}

static void
make_tile (SlBenefitTiles *self, SlBenefit benefit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *child = gtk_flow_box_child_new ();
  Tile *tile = &self->tiles[benefit];

  tile->button = g_object_new (GTK_TYPE_BUTTON, "child", box, "action-name", "win.explain",
                               "tooltip-text", _ ("Why This Number (Ctrl+I)"), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile->button), "(uxx)", SL_NUMBER_BENEFIT,
                                    (gint64)benefit, (gint64)SL_ID_NONE);
  tile->number = add_label (box, "", "title-3");
  gtk_widget_add_css_class (tile->number, "numeric");
  add_label (box, sl_benefit_title (benefit), "caption-heading");
  tile->bar = add_bar (box);
  tile->coverage = add_label (box, "", "caption");
  gtk_widget_add_css_class (tile->coverage, "dim-label");
  gtk_widget_add_css_class (tile->button, "card");
  gtk_widget_add_css_class (tile->button, "sl-tile");
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile->button);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
}

static void
sl_benefit_tiles_init (SlBenefitTiles *self)
{
  self->flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "homogeneous",
                             TRUE, "min-children-per-line", 2, "max-children-per-line", 3,
                             "column-spacing", 9, "row-spacing", 9, NULL);
  gtk_widget_add_css_class (self->flow, "sl-tiles");
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What alignment brings"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What alignment brings"), -1);
  for (SlBenefit b = 0; b < SL_N_BENEFITS; b++)
    make_tile (self, b);
}

static void
show_tile (Tile *tile, SlBenefit benefit, SlBenefitShare value)
{
  const gboolean known = !isnan (value.share);
  g_autofree char *number = known ? sl_format_percent (value.share, 0) : g_strdup ("–");
  g_autofree char *assessed = sl_format_percent (value.coverage, 0);
  /* Translators: share of what a number looks at that anybody assessed. */
  g_autofree char *coverage = g_strdup_printf (_ ("%s assessed"), assessed);
  const char *note = known ? coverage : _ ("not assessed");
  /* Translators: a benefit, its number, how much of it is assessed. */
  g_autofree char *spoken
      = known ? g_strdup_printf (_ ("%s: %s, %s"), sl_benefit_title (benefit), number, coverage)
              : g_strdup_printf (_ ("%s: %s"), sl_benefit_title (benefit), note);

  gtk_label_set_text (GTK_LABEL (tile->number), number);
  gtk_label_set_text (GTK_LABEL (tile->coverage), note);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (tile->bar), known ? CLAMP (value.share, 0.0, 1.0) : 0.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
sl_benefit_tiles_set_analysis (SlBenefitTiles *self, const SlAnalysis *analysis)
{
  g_return_if_fail (SL_IS_BENEFIT_TILES (self));

  for (SlBenefit b = 0; b < SL_N_BENEFITS; b++)
    show_tile (&self->tiles[b], b,
               analysis != NULL ? sl_benefit_share (analysis, b) : (SlBenefitShare){ NAN, 0.0 });
}
