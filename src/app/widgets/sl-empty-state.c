/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Empty pages. The miniature is drawn with the page's own shapes, in the colour of dim text. */

#include "config.h"

#include "widgets/sl-empty-state.h"

#include <glib/gi18n.h>

/* What the shapes below are drawn in, twice as wide as high. */
#define WIDTH 240

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
  double red, green, blue, alpha;

  cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha);
  for (guint i = 0; i < G_N_ELEMENTS (shade); i++)
    {
      cairo_rectangle (cr, 39 + (i % 5) * 30, 6 + (i / 5) * 30, 27, 27);
      cairo_set_source_rgba (cr, red, green, blue, alpha * shade[i]);
      cairo_fill_preserve (cr);
      cairo_set_source_rgba (cr, red, green, blue, alpha);
      cairo_stroke (cr);
    }
}

/* Weeks across, some of them booked, one too full. */
static void
draw_weeks (cairo_t *cr)
{
  static const char booked[] = "0111110000111100001110111000";

  for (guint i = 0; i < G_N_ELEMENTS (booked) - 1; i++)
    {
      double x = 48 + (i % 7) * 26, y = (i / 7) * 27;

      if (i % 7 == 0)
        cairo_rectangle (cr, 0, y + 6, 36, 8);
      if (booked[i] == '1')
        cairo_rectangle (cr, x, y, 23, 20);
    }
  cairo_stroke (cr);
  cairo_rectangle (cr, 48 + 4 * 26, 27, 23, 20);
  cairo_fill (cr);
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

/* A heading and rows of cells. */
static void
draw_table (cairo_t *cr)
{
  static const double cells[][2] = { { 0, 84 }, { 96, 48 }, { 156, 72 } };

  for (guint row = 0; row < 4; row++)
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
      {
        cairo_rectangle (cr, cells[i][0], row * 27, cells[i][1] - (row * 7 + i * 5) % 12, 12);
        if (row == 0)
          cairo_fill (cr);
        else
          cairo_stroke (cr);
      }
}

/* Five by five, with three discs. */
static void
draw_risks (cairo_t *cr)
{
  static const double discs[][2] = { { 3.5, 0.5 }, { 1.5, 2.5 }, { 2.5, 3.5 } };

  for (guint i = 0; i <= 5; i++)
    {
      cairo_move_to (cr, 36, i * 21);
      cairo_rel_line_to (cr, 150, 0);
      cairo_move_to (cr, 36 + i * 30, 0);
      cairo_rel_line_to (cr, 0, 105);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (discs); i++)
    {
      cairo_arc (cr, 36 + discs[i][0] * 30, discs[i][1] * 21, 7, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* A list beside six tiles. */
static void
draw_today (cairo_t *cr)
{
  for (guint i = 0; i < 4; i++)
    {
      cairo_rectangle (cr, 0, i * 27, 9, 9);
      cairo_move_to (cr, 18, i * 27 + 4.5);
      cairo_rel_line_to (cr, 96.0 - (i * 23) % 40, 0);
    }
  for (guint i = 0; i < 6; i++)
    cairo_rectangle (cr, 138 + (i % 2) * 48, (i / 2) * 36, 39, 27);
  cairo_stroke (cr);
}

/* Three bars for each of three sources. */
static void
draw_budget (cairo_t *cr)
{
  static const double lengths[] = { 168, 108, 48 };

  for (guint source = 0; source < 3; source++)
    for (guint i = 0; i < 3; i++)
      {
        cairo_rectangle (cr, 48, source * 39 + i * 9, lengths[i] * (3 - source) / 3, 7);
        if (i == 2)
          cairo_fill (cr);
        else
          cairo_stroke (cr);
      }
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  SlKindId kind = GPOINTER_TO_INT (data);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha = 0.45f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr,
                        MAX (1.5, WIDTH / (double)width)); /* a small one has lines of a pixel */
  cairo_translate (cr, width / 2.0 + 0.5, height / 2.0 + 0.5);
  cairo_scale (cr, width / (double)WIDTH, width / (double)WIDTH);
  cairo_translate (cr, -114, -54);
  if (kind == SL_KIND_GOAL)
    draw_goals (cr);
  else if (kind == SL_KIND_PARTY)
    draw_matrix (cr);
  else if (kind == SL_KIND_TASK)
    draw_timeline (cr);
  else if (kind == SL_KIND_PROJECT)
    draw_today (cr);
  else if (kind == SL_KIND_RISK)
    draw_risks (cr);
  else if (kind == SL_KIND_BUDGET)
    draw_budget (cr);
  else if (kind == SL_KIND_ALLOCATION)
    draw_weeks (cr);
  else
    draw_table (cr);
}

/* What is said of each kind, and the button; the first row is for all others. */
static const struct
{
  SlKindId kind;
  const char *sentence;
  const char *button;
} words[] = {
  { SL_N_KINDS, N_ ("Nothing stands here yet; rows are typed, or pasted from a spreadsheet"),
    N_ ("_Add First Row") },
  { SL_KIND_PROJECT,
    N_ ("What must be done now stands here, as soon as there are goals to look after"),
    N_ ("_Add First Goal") },
  { SL_KIND_GOAL, N_ ("Write down what each party wants; the tree shows what serves what"),
    N_ ("_Add First Goal") },
  { SL_KIND_PARTY, N_ ("Add the parties, then say where each one stands on each goal"),
    N_ ("_Add First Party") },
  { SL_KIND_NEED, N_ ("Write down what each party needs or expects, and which goal meets it"),
    N_ ("_Add First Need") },
  { SL_KIND_TASK, N_ ("Add tasks and milestones; due dates of goals appear here by themselves"),
    N_ ("_Add First Task") },
  { SL_KIND_RISK, N_ ("Write down what could go wrong, how likely that is and what it would cost"),
    N_ ("_Add First Risk") },
  { SL_KIND_BUDGET, N_ ("Write down what the goals cost and who pays it"),
    N_ ("_Add First Budget Line") },
  { SL_KIND_ALLOCATION, N_ ("Say who and what is needed for which task, and how much of the day"),
    N_ ("_Add First Booking") },
  { SL_KIND_PROMISE, N_ ("Note who promised what to whom, support too, and by when"),
    N_ ("_Add First Promise") },
  { SL_KIND_TRUST,
    N_ ("Ask both sides the same five questions each quarter, and type what they say"),
    N_ ("_Add First Answer") },
  { SL_KIND_KPI, N_ ("Say what is measured, where it stands today and who says so"),
    N_ ("_Add First KPI") },
  { SL_KIND_CORE_VALUE,
    N_ ("Write down what you stand for; each goal can then serve a value or strain it"),
    N_ ("_Add First Value") },
  { SL_KIND_SIGNAL,
    N_ ("Note what changes around the plan: a market, a law, a rival, and the goal it touches"),
    N_ ("_Add First Signal") },
  { SL_KIND_DECISION, N_ ("Keep what was decided, by whom and why, so that nobody asks twice"),
    N_ ("_Add First Decision") },
  { SL_KIND_REVIEW, N_ ("Keep a line for each meeting at which the plan was looked at"),
    N_ ("_Add First Meeting") },
};

static guint
words_of (SlKindId kind)
{
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return i;
  return 0;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Rows that were copied elsewhere can be pasted here as into the table. */
static void
add_paste_key (GtkWidget *box)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_named_action_new ("page.paste")));
  gtk_widget_add_controller (box, keys);
}

GtkWidget *
sl_empty_state_new (SlKindId kind, const char *action)
{
  return sl_empty_state_new_saying (kind, action, _ (words[words_of (kind)].sentence),
                                    _ (words[words_of (kind)].button));
}

GtkWidget *
sl_empty_state_miniature_new (SlKindId kind, int width)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", width, "content-height",
                                  width / 2, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (kind), NULL);
  return area;
}

GtkWidget *
sl_empty_state_new_saying (SlKindId kind, const char *action, const char *sentence, const char *add)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", sentence, "wrap", TRUE, "justify",
                                   GTK_JUSTIFY_CENTER, "max-width-chars", 44, NULL);
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "spacing", 12, "halign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *first;

  gtk_widget_add_css_class (label, "dim-label");
  first = add_button (buttons, add, action);
  gtk_widget_add_css_class (first, "suggested-action");
  g_object_set_data (G_OBJECT (box), "sl-first", first);
  add_paste_key (box);
  add_button (buttons, _ ("Show in _Sample"), "win.show-in-sample");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), sl_empty_state_miniature_new (kind, WIDTH));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  /* What can be pasted as a list with a preview. */
  if (kind == SL_KIND_GOAL || kind == SL_KIND_PARTY || kind == SL_KIND_TASK)
    {
      GtkWidget *paste = add_button (box, _ ("_Paste a List…"), "win.paste-list");

      gtk_widget_add_css_class (paste, "flat");
      gtk_widget_set_halign (paste, GTK_ALIGN_CENTER);
    }
  return box;
}

void
sl_empty_state_focus (GtkWidget *self)
{
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (self), "sl-first"));
}
