/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A popover with one explanation or several, one below the other. It lives until it is closed. */

#include "config.h"

#include "why/sl-why-popover.h"

#include <glib/gi18n.h>

#include "analysis/sl-week-load.h"
#include "sl-chart.h"
#include "why/sl-why-view.h"

#define WIDTH_PX 400
#define HEIGHT_MAX_PX 440
#define LARGE_PX 120

static gboolean
unparent_idle_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* The focus goes back to where it was; the popover goes after those who still look at it. */
static void
closed_cb (GtkPopover *popover)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (popover), "sl-before");

  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_idle_add (unparent_idle_cb, g_object_ref (popover));
}

static void
remember_focus (GtkWidget *popover, GtkWidget *at)
{
  GtkRoot *root = gtk_widget_get_root (at);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL)
    g_object_set_data_full (G_OBJECT (popover), "sl-before", g_object_ref (focus), g_object_unref);
}

/* Where the arrow points: a small thing itself, of a large one a place near its top. */
static GdkRectangle
place_of (GtkWidget *at, GtkWidget *host)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  GdkRectangle out;

  if (!gtk_widget_compute_bounds (at, host, &place))
    place = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  out = (GdkRectangle){ (int)place.origin.x, (int)place.origin.y, (int)place.size.width,
                        (int)place.size.height };
  if (out.height > LARGE_PX)
    out = (GdkRectangle){ out.x + out.width / 2, out.y + LARGE_PX / 2, 1, 1 };
  return out;
}

void
sl_panel_popup (GtkWidget *host, GtkWidget *at, GtkWidget *content, const char *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GdkRectangle place = place_of (at, host);

  gtk_widget_add_css_class (content, "sl-why");
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", HEIGHT_MAX_PX, "width-request", WIDTH_PX, "child", content,
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  remember_focus (popover, at);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_set_parent (popover, host);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
popup (SlSession *session, GtkWidget *host, GtkWidget *at, GPtrArray *explanations)
{
  GtkWidget *box;

  if (explanations->len == 0)
    return FALSE;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  for (guint i = 0; i < explanations->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), sl_why_view_new (session, explanations->pdata[i]));
    }
  sl_panel_popup (host, at, box, _ ("Why this number"));
  return TRUE;
}

gboolean
sl_why_popup (SlSession *session, GtkWidget *host, GtkWidget *at, SlNumber number, SlId id,
              SlId other)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_explanation_free);
  SlExplanation *explanation = NULL;

  if (analysis != NULL)
    explanation = sl_explain (analysis, number, id, other);
  if (explanation != NULL)
    g_ptr_array_add (one, explanation);
  return popup (session, host, at, one);
}

/* The fullest week, which tables show, of weeks as somebody prefers them. */
static void
add_fullest_week (const SlAnalysis *analysis, SlId id, GPtrArray *out)
{
  int party = sl_facts_party (analysis->facts, id);
  SlExplanation *week = NULL;
  SlChartParams params;

  if (party < 0)
    return;
  sl_chart_params_init (&params);
  week = sl_explain (analysis, SL_NUMBER_WEEK, id,
                     sl_week_load_fullest (sl_week_load_of (analysis->facts, params.first_weekday),
                                           (guint)party, NULL));
  if (week != NULL)
    g_ptr_array_add (out, week);
}

gboolean
sl_why_popup_record (SlSession *session, GtkWidget *host, GtkWidget *at, SlId id)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  g_autoptr (GPtrArray) all = NULL;

  if (analysis == NULL)
    return FALSE;
  all = sl_explain_record (analysis, id);
  add_fullest_week (analysis, id, all);
  return popup (session, host, at, all);
}
