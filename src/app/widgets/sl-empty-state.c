/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Empty pages. The miniature is drawn with the page's own shapes, in the colour of dim text. */

#include "config.h"

#include "widgets/sl-empty-state.h"

#include <glib/gi18n.h>

static void
draw_goals (cairo_t *cr)
{
  static const double cards[][2]
      = { { 0, 36 }, { 84, 0 }, { 84, 36 }, { 84, 72 }, { 168, 18 }, { 168, 54 } };
  static const int parents[] = { -1, 0, 0, 0, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      cairo_rectangle (cr, cards[i][0], cards[i][1], 60, 24);
      if (parents[i] >= 0)
        {
          const double *from = cards[parents[i]];

          cairo_move_to (cr, from[0] + 60, from[1] + 12);
          cairo_curve_to (cr, from[0] + 72, from[1] + 12, cards[i][0] - 12, cards[i][1] + 12,
                          cards[i][0], cards[i][1] + 12);
        }
    }
  cairo_stroke (cr);
}

static void
draw_matrix (cairo_t *cr)
{
  static const double shade[] = { .6, .2, .4, .1, .5, .3, .2, .6, .1, .4, .3, .5, .2, .4, .6 };

  for (guint i = 0; i < G_N_ELEMENTS (shade); i++)
    {
      cairo_rectangle (cr, 72 + (i % 5) * 30, 6 + (i / 5) * 30, 27, 27);
      cairo_push_group (cr);
      cairo_fill_preserve (cr);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, shade[i]);
      cairo_new_path (cr);
      cairo_rectangle (cr, 72 + (i % 5) * 30, 6 + (i / 5) * 30, 27, 27);
      cairo_stroke (cr);
    }
}

static void
draw_timeline (cairo_t *cr)
{
  static const double bars[][2] = { { 0, 72 }, { 48, 84 }, { 108, 60 }, { 150, 66 } };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      cairo_rectangle (cr, bars[i][0], i * 24, bars[i][1], 12);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, 216, 96);
  cairo_rel_line_to (cr, 9, -9);
  cairo_rel_line_to (cr, 9, 9);
  cairo_rel_line_to (cr, -9, 9);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  SlKindId kind = GPOINTER_TO_INT (data);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha = 0.45f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  cairo_translate (cr, width / 2.0 - 114 + 0.5, height / 2.0 - 54 + 0.5);
  if (kind == SL_KIND_GOAL)
    draw_goals (cr);
  else if (kind == SL_KIND_PARTY)
    draw_matrix (cr);
  else
    draw_timeline (cr);
}

static const char *
sentence (SlKindId kind)
{
  if (kind == SL_KIND_GOAL)
    return _ ("Write down what each party wants; the tree shows what serves what");
  if (kind == SL_KIND_PARTY)
    return _ ("Add the parties, then say where each one stands on each goal");
  return _ ("Add tasks and milestones; due dates of goals appear here by themselves");
}

static const char *
button_label (SlKindId kind)
{
  if (kind == SL_KIND_GOAL)
    return _ ("_Add First Goal");
  if (kind == SL_KIND_PARTY)
    return _ ("_Add First Party");
  return _ ("_Add First Task");
}

GtkWidget *
sl_empty_state_new (SlKindId kind, const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", 240, "content-height",
                                  120, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", sentence (kind), "wrap", TRUE,
                                   "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 44, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new_with_mnemonic (button_label (kind));
  GtkWidget *paste = gtk_button_new_with_mnemonic (_ ("_Paste a List…"));

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (kind), NULL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (paste), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (paste, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), action);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paste), "win.paste-list");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), paste);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}
