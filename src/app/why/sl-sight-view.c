/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out a line of sight: what is missing first, in words; the way from the vision down to the
 * record; what serves it, indented by depth. */

#include "config.h"

#include "why/sl-sight-view.h"

#include <glib/gi18n.h>

#include "analysis/sl-sight-line.h"
#include "base/sl-text.h"
#include "widgets/sl-one-stop.h"
#include "why/sl-why-popover.h"

#define MAX_BELOW 150
#define INDENT_PX 18
#define MAX_INDENT 8

static GtkWidget *
make_label (const char *text, const char *css, int width_chars)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "max-width-chars", width_chars, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static const char *
kind_word (SlKindId kind)
{
  return kind == SL_KIND_PROJECT ? _ ("vision") : _ (sl_kind (kind)->nick);
}

/* @own: the record that it is all about. */
static void
add_row (GtkWidget *list, const SlSightStep *step, gboolean own)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *kind = sl_text_capitalize (kind_word (step->kind));
  g_autofree char *caption
      = step->how != NULL ? g_strdup_printf ("%s · %s", kind, step->how) : g_strdup (kind);
  const char *title = step->title[0] != '\0' ? step->title : _ ("(untitled)");
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, caption);
  GtkWidget *words = make_label (caption, "caption", 40);

  gtk_widget_add_css_class (box, "sl-why-row");
  gtk_widget_set_margin_start (box, (int)MIN (step->depth, MAX_INDENT) * INDENT_PX);
  gtk_box_append (GTK_BOX (box), make_label (title, own ? "heading" : NULL, 40));
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "sl-id", g_memdup2 (&step->id, sizeof step->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SlSession *session)
{
  SlId id = *(SlId *)g_object_get_data (G_OBJECT (row), "sl-id");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  sl_session_show (session, id);
}

static GtkWidget *
make_list (SlSession *session, const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), session, 0);
  sl_one_stop_attach (list);
  return list;
}

/* The vision stands on top, the record at the foot; each row says what it does for the one above.
 */
static GtkWidget *
make_way (SlSession *session, const SlFacts *facts, const SlSightLine *line)
{
  GtkWidget *list = make_list (session, _ ("The way up"));
  SlSightStep own = { .id = line->id, .title = (char *)sl_facts_title (facts, line->id) };

  sl_snapshot_find (facts->plan, line->id, &own.kind, NULL);
  for (guint i = line->up->len; i > 0; i--)
    {
      SlSightStep step = g_array_index (line->up, SlSightStep, i - 1);

      step.how = i < line->up->len ? g_array_index (line->up, SlSightStep, i).how : NULL;
      add_row (list, &step, FALSE);
    }
  own.how = line->up->len > 0 ? g_array_index (line->up, SlSightStep, 0).how : NULL;
  add_row (list, &own, TRUE);
  return list;
}

static void
add_below (GtkBox *box, SlSession *session, const SlSightLine *line, gboolean party)
{
  GtkWidget *list = make_list (session, party ? _ ("Answers for") : _ ("What serves it"));
  g_autofree char *heading = party ? g_strdup_printf (_ ("Answers For (%u)"), line->n_below)
                                   : g_strdup_printf (_ ("What Serves It (%u)"), line->n_below);

  for (guint i = 0; i < line->below->len; i++)
    add_row (list, &g_array_index (line->below, SlSightStep, i), FALSE);
  gtk_box_append (box, make_label (heading, "heading", 40));
  gtk_box_append (box, list);
  if (line->n_below > line->below->len && !party)
    {
      g_autofree char *rest = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "And %u more further down", "And %u more further down",
                       line->n_below - line->below->len),
          line->n_below - line->below->len);

      gtk_box_append (box, make_label (rest, "caption", 40));
    }
}

static GtkWidget *
make_view (SlSession *session, const SlFacts *facts, const SlSightLine *line)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  SlKindId kind = SL_N_KINDS;

  sl_snapshot_find (facts->plan, line->id, &kind, NULL);
  gtk_box_append (box, make_label (_ ("Line of Sight"), "heading", 40));
  if (line->gap != NULL)
    {
      GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (gap),
                      g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                    GTK_ALIGN_START, NULL));
      gtk_box_append (GTK_BOX (gap), make_label (line->gap, NULL, 42));
      gtk_box_append (box, gap);
    }
  gtk_box_append (box, make_way (session, facts, line));
  if (line->below->len > 0)
    add_below (box, session, line, kind == SL_KIND_PARTY);
  else if (kind == SL_KIND_GOAL || kind == SL_KIND_PROJECT)
    gtk_box_append (box,
                    make_label (_ ("Nothing serves it yet: give it parts or tasks."), NULL, 42));
  return GTK_WIDGET (box);
}

gboolean
sl_sight_popup (SlSession *session, GtkWidget *host, GtkWidget *at, SlId id)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));
  g_autoptr (SlSightLine) line = NULL;

  if (analysis != NULL)
    line = sl_sight_line_new (analysis->facts, id, MAX_BELOW);
  if (line == NULL)
    return FALSE;
  sl_panel_popup (host, at, make_view (session, analysis->facts, line), _ ("Line of sight"));
  return TRUE;
}
