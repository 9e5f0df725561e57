/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of filled pages, made of the pages' own shapes, in the colour of dim text. */

#include "config.h"

#include "widgets/sl-miniature.h"

#include <glib/gi18n.h>
#include <math.h>

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

/* Two by two lists. */
static void
draw_swot (cairo_t *cr)
{
  for (guint i = 0; i < 4; i++)
    {
      double x = (i % 2) * 120, y = (i / 2) * 57;

      cairo_rectangle (cr, x, y, 108, 48);
      for (guint line = 0; line < 3 - i % 2; line++)
        {
          cairo_move_to (cr, x + 9, y + 12 + line * 12);
          cairo_rel_line_to (cr, 84.0 - (i * 17 + line * 29) % 48, 0);
        }
    }
  cairo_stroke (cr);
}

/* A diagonal that the courses of three milestones run to: flat is kept. */
static void
draw_slip (cairo_t *cr)
{
  static const double courses[][4] = { { 75, 69, 60, 51 }, { 54, 51, 42, 36 }, { 24, 24, 24, 24 } };

  cairo_move_to (cr, 12, 0);
  cairo_line_to (cr, 12, 108);
  cairo_line_to (cr, 234, 108);
  cairo_move_to (cr, 12, 108);
  cairo_line_to (cr, 228, 0);
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      for (guint report = 0; report < 4; report++)
        cairo_line_to (cr, 24 + report * 30, courses[i][report] - 6);
      cairo_stroke (cr);
      for (guint report = 0; report < 4; report++)
        {
          cairo_arc (cr, 24 + report * 30, courses[i][report] - 6, 4, 0, 2 * G_PI);
          cairo_fill (cr);
        }
    }
}

/* What one gives, and an arrow to the other who takes it. */
static void
draw_hand_offs (cairo_t *cr)
{
  for (guint row = 0; row < 3; row++)
    {
      double y = row * 39, end = 150 - row * 12;

      cairo_rectangle (cr, 0, y, 84 - row * 12, 24);
      cairo_rectangle (cr, end, y, 78, 24);
      cairo_move_to (cr, 84 - row * 12, y + 12);
      cairo_line_to (cr, end, y + 12);
      cairo_rel_move_to (cr, -9, -6);
      cairo_rel_line_to (cr, 9, 6);
      cairo_rel_line_to (cr, -9, 6);
    }
  cairo_stroke (cr);
}

/* Four fields with the parties in them, the greater the more say. */
static void
draw_power (cairo_t *cr)
{
  static const double discs[][3]
      = { { 48, 78, 5 }, { 78, 24, 9 }, { 138, 30, 12 }, { 180, 18, 8 }, { 162, 84, 6 } };

  cairo_rectangle (cr, 18, 0, 204, 108);
  cairo_move_to (cr, 120, 0);
  cairo_line_to (cr, 120, 108);
  cairo_move_to (cr, 18, 54);
  cairo_line_to (cr, 222, 54);
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (discs); i++)
    {
      cairo_arc (cr, discs[i][0], discs[i][1], discs[i][2], 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* Two bars for each goal: how much it matters, and what it costs. */
static void
draw_priorities (cairo_t *cr)
{
  static const double bars[][2] = { { 132, 114 }, { 102, 36 }, { 66, 72 }, { 30, 96 } };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      cairo_rectangle (cr, 0, i * 29 + 3, 60 - i * 9, 9);
      cairo_rectangle (cr, 84, i * 29, bars[i][0], 8);
      cairo_stroke (cr);
      cairo_rectangle (cr, 84, i * 29 + 9, bars[i][1], 8);
      cairo_fill (cr);
    }
}

/* Rows with a number and its course. */
static void
draw_measures (cairo_t *cr)
{
  static const double course[] = { 9, 12, 5, 8, 2, 3 };

  for (guint row = 0; row < 4; row++)
    {
      double y = row * 28;

      cairo_rectangle (cr, 0, y, 90.0 - (row * 23) % 30, 12);
      cairo_rectangle (cr, 108, y, 30, 12);
      cairo_new_sub_path (cr);
      for (guint i = 0; i < G_N_ELEMENTS (course); i++)
        cairo_line_to (cr, 156 + i * 15, y + course[(i + row * 2) % G_N_ELEMENTS (course)]);
    }
  cairo_stroke (cr);
}

/* Rows that are ticked off. */
static void
draw_list (cairo_t *cr)
{
  for (guint i = 0; i < 4; i++)
    {
      double y = i * 28;

      cairo_rectangle (cr, 12, y, 15, 15);
      if (i < 2)
        {
          cairo_move_to (cr, 15, y + 8);
          cairo_rel_line_to (cr, 4, 4);
          cairo_rel_line_to (cr, 6, -9);
        }
      cairo_move_to (cr, 42, y + 7.5);
      cairo_rel_line_to (cr, 162.0 - (i * 37) % 60, 0);
    }
  cairo_stroke (cr);
}

/* Seven bars, and beside them what was found. */
static void
draw_findings (cairo_t *cr)
{
  for (guint i = 0; i < 7; i++)
    cairo_rectangle (cr, 0, i * 16, 72.0 - (i * 31) % 48, 9);
  for (guint i = 0; i < 4; i++)
    {
      cairo_move_to (cr, 120, i * 30 + 3);
      cairo_rel_line_to (cr, 108.0 - (i * 19) % 30, 0);
      cairo_move_to (cr, 120, i * 30 + 12);
      cairo_rel_line_to (cr, 60.0 - (i * 23) % 36, 0);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < 4; i++)
    {
      cairo_arc (cr, 102, i * 30 + 7, 5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* Six on a circle; lines join those who stand together. */
static void
draw_circle (cairo_t *cr)
{
  static const guint pairs[][2] = { { 0, 1 }, { 1, 2 }, { 0, 2 }, { 3, 4 } };
  static const double radius = 45, size = 9;
  double places[6][2];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      places[i][0] = 114 + 1.4 * radius * cos (i * G_PI / 3);
      places[i][1] = 54 + radius * sin (i * G_PI / 3);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      cairo_move_to (cr, places[pairs[i][0]][0], places[pairs[i][0]][1]);
      cairo_line_to (cr, places[pairs[i][1]][0], places[pairs[i][1]][1]);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_arc (cr, places[i][0], places[i][1], size, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* Lines from the order of one party to that of the next. */
static void
draw_orders (cairo_t *cr)
{
  static const guint orders[][3] = { { 0, 1, 0 }, { 1, 0, 2 }, { 2, 3, 1 }, { 3, 2, 3 } };

  for (guint column = 0; column < 3; column++)
    for (guint row = 0; row < 4; row++)
      cairo_rectangle (cr, column * 93, row * 30 + 3, 42, 14);
  cairo_stroke (cr);
  for (guint goal = 0; goal < G_N_ELEMENTS (orders); goal++)
    for (guint column = 0; column < 2; column++)
      {
        cairo_move_to (cr, column * 93 + 42, orders[goal][column] * 30 + 10);
        cairo_rel_line_to (cr, 51, (orders[goal][column + 1] - (double)orders[goal][column]) * 30);
      }
  cairo_stroke (cr);
}

/* A sheet with what two agree on, and a line for the name of each. */
static void
draw_charter (cairo_t *cr)
{
  cairo_rectangle (cr, 36, -4, 156, 116);
  cairo_rectangle (cr, 78, 6, 72, 9);
  for (guint side = 0; side < 2; side++)
    {
      double x = 48 + side * 72;

      for (guint line = 0; line < 4; line++)
        {
          cairo_move_to (cr, x, 30 + line * 12);
          cairo_rel_line_to (cr, 60.0 - (line * 25 + side * 12) % 30, 0);
        }
      cairo_move_to (cr, x, 99);
      cairo_rel_line_to (cr, 60, 0);
      cairo_move_to (cr, x + 6, 93);
      cairo_rel_curve_to (cr, 9, -21, 9, 15, 18, -6);
      cairo_rel_curve_to (cr, 6, -9, 6, 12, 15, 0);
    }
  cairo_stroke (cr);
}

/* What each of two wants, and under it the ways out, of which one is taken. */
static void
draw_conflict (cairo_t *cr)
{
  for (guint side = 0; side < 2; side++)
    {
      double x = side * 132, tip = side == 0 ? 111 : 117;

      cairo_rectangle (cr, x, 0, 96, 48);
      for (guint line = 0; line < 3; line++)
        {
          cairo_move_to (cr, x + 9, 12 + line * 12);
          cairo_rel_line_to (cr, 75.0 - (line * 20 + side * 9) % 40, 0);
        }
      cairo_move_to (cr, side == 0 ? 99 : 129, 24);
      cairo_line_to (cr, tip, 24);
      cairo_move_to (cr, tip, 16);
      cairo_rel_line_to (cr, 0, 16);
    }
  for (guint i = 0; i < 3; i++)
    cairo_rectangle (cr, i * 80, 72, 68, 33);
  cairo_stroke (cr);
  cairo_rectangle (cr, 80, 72, 68, 33);
  cairo_fill (cr);
}

/* Bars, and where each was before. */
static void
draw_moves (cairo_t *cr)
{
  static const double bars[][3]
      = { { 60, 84, 24 }, { 84, 60, 0 }, { 96, 66, 42 }, { 132, 60, 18 } };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      double y = i * 29;

      cairo_rectangle (cr, 0, y + 3, 42, 9);
      cairo_rectangle (cr, bars[i][0], y, bars[i][1], 8);
      cairo_stroke (cr);
      cairo_rectangle (cr, bars[i][0] + bars[i][2], y + 9, bars[i][1], 8);
      cairo_fill (cr);
    }
}

/* What each kind is drawn as, and what that is called; the first row is for all others. */
static const struct
{
  SlKindId kind;
  void (*draw) (cairo_t *cr);
  const char *name;
} pictures[] = {
  { SL_N_KINDS, draw_table, N_ ("Picture of a filled table") },
  { SL_KIND_GOAL, draw_goals, N_ ("Picture of a tree of goals") },
  { SL_KIND_PARTY, draw_matrix, N_ ("Picture of a matrix of parties and goals") },
  { SL_KIND_TASK, draw_timeline, N_ ("Picture of a timeline with bars") },
  { SL_KIND_PROJECT, draw_today, N_ ("Picture of a list beside six numbers") },
  { SL_KIND_RISK, draw_risks, N_ ("Picture of risks in a matrix of five by five") },
  { SL_KIND_BUDGET, draw_budget, N_ ("Picture of a budget in bars") },
  { SL_KIND_ALLOCATION, draw_weeks, N_ ("Picture of booked weeks, one of them too full") },
  { SL_KIND_SWOT, draw_swot, N_ ("Picture of four lists") },
  { SL_KIND_FORECAST, draw_slip, N_ ("Picture of milestones that slip from report to report") },
  { SL_KIND_DEPENDENCY, draw_hand_offs, N_ ("Picture of what is handed from one to another") },
  { SL_KIND_POSITION, draw_power, N_ ("Picture of parties by power and interest") },
  { SL_KIND_PRIORITY, draw_priorities, N_ ("Picture of weight and money of each goal") },
  { SL_KIND_KPI, draw_measures, N_ ("Picture of a table with the course of each number") },
  { SL_KIND_NOTE, draw_list, N_ ("Picture of a list that is ticked off") },
  { SL_KIND_ACKNOWLEDGEMENT, draw_findings, N_ ("Picture of seven bars beside what was found") },
  { SL_KIND_PARTNER, draw_circle, N_ ("Picture of parties in a circle, joined by lines") },
  { SL_KIND_COMPARISON, draw_orders, N_ ("Picture of what comes first for each party") },
  { SL_KIND_ALLIANCE, draw_charter, N_ ("Picture of a sheet with two signatures") },
  { SL_KIND_CONFLICT, draw_conflict, N_ ("Picture of two sides and the ways out") },
  { SL_KIND_BASELINE, draw_moves, N_ ("Picture of dates and where they were before") },
};

static guint
picture_of (SlKindId kind)
{
  for (guint i = 1; i < G_N_ELEMENTS (pictures); i++)
    if (pictures[i].kind == kind)
      return i;
  return 0;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha = 0.45f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr,
                        MAX (1.5, WIDTH / (double)width)); /* a small one has lines of a pixel */
  cairo_translate (cr, width / 2.0 + 0.5, height / 2.0 + 0.5);
  cairo_scale (cr, width / (double)WIDTH, width / (double)WIDTH);
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    cairo_scale (cr, -1, 1);
  cairo_translate (cr, -114, -54);
  pictures[GPOINTER_TO_UINT (data)].draw (cr);
}

static GtkWidget *
make_area (SlKindId kind, int width, GtkAccessibleRole role)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", width, "content-height",
                                  width / 2, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER,
                                  "accessible-role", role, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb,
                                  GUINT_TO_POINTER (picture_of (kind)), NULL);
  return area;
}

GtkWidget *
sl_miniature_new (SlKindId kind)
{
  GtkWidget *area = make_area (kind, WIDTH, GTK_ACCESSIBLE_ROLE_IMG);

  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (pictures[picture_of (kind)].name), -1);
  return area;
}

GtkWidget *
sl_miniature_new_ornament (SlKindId kind, int width)
{
  return make_area (kind, width, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}
