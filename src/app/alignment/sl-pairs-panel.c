/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers of one party to pairwise questions: a table in which the next question adds itself, what
 * is to be said of the answers, and the points that follow from them. */

#include "config.h"

#include "alignment/sl-pairs-panel.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-comparisons.h"
#include "analysis/sl-priorities.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-record-table.h"
#include "widgets/sl-spoken.h"

struct _SlPairsPanel
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *status;
  GtkWidget *use;
  SlRecordTable *table;
  SlAnalysis *analysis; /* nullable */
  SlId party;
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlPairsPanel, sl_pairs_panel, GTK_TYPE_WIDGET)

/* --- Questions --- */

static guint
count_goals (const SlFacts *facts)
{
  return MIN (facts->agreement->n, SL_COMPARISONS_MAX_GOALS);
}

static SlId
goal_at (const SlFacts *facts, guint place)
{
  return facts->goals[facts->agreement->goals[place]].id;
}

static gboolean
is_answered (const SlPairsPanel *self, SlId one, SlId other)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_COMPARISON);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlId goal = sl_table_ref (table, row, SL_COMPARISON_GOAL);
      const SlId second = sl_table_ref (table, row, SL_COMPARISON_OTHER_GOAL);

      if (sl_table_ref (table, row, SL_COMPARISON_PARTY) == self->party
          && ((goal == one && second == other) || (goal == other && second == one)))
        return TRUE;
    }
  return FALSE;
}

/* The next pair that was not asked about. Returns: how many there are. @one, @other: (nullable) */
static guint
find_question (const SlPairsPanel *self, SlId *one, SlId *other)
{
  guint n = self->analysis != NULL ? count_goals (self->analysis->facts) : 0;
  guint open = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        const SlId first = goal_at (self->analysis->facts, i);
        const SlId second = goal_at (self->analysis->facts, k);

        if (is_answered (self, first, second) || open++ > 0)
          continue;
        if (one != NULL)
          *one = first;
        if (other != NULL)
          *other = second;
      }
  return open;
}

static gboolean
fill_question (GVariantBuilder *fields, gpointer data)
{
  SlPairsPanel *self = data;
  SlId one = SL_ID_NONE, other = SL_ID_NONE;

  if (self->party == SL_ID_NONE || find_question (self, &one, &other) == 0)
    {
      sl_session_say (self->session, _ ("All pairs of shared goals are compared"));
      return FALSE;
    }
  g_variant_builder_add (fields, "{sv}", "party", g_variant_new_int64 (self->party));
  g_variant_builder_add (fields, "{sv}", "goal", g_variant_new_int64 (one));
  g_variant_builder_add (fields, "{sv}", "other_goal", g_variant_new_int64 (other));
  return TRUE;
}

static gboolean
is_of_party (const SlSnapshot *plan, guint row, gpointer data)
{
  return sl_table_ref (sl_snapshot_table (plan, SL_KIND_COMPARISON), row, SL_COMPARISON_PARTY)
         == SL_PAIRS_PANEL (data)->party;
}

/* --- What follows --- */

static const SlComparisons *
get_answers (const SlPairsPanel *self)
{
  return self->analysis != NULL ? sl_comparisons_of (self->analysis->facts, self->party) : NULL;
}

static void
show_status (SlPairsPanel *self)
{
  const SlComparisons *answers = get_answers (self);
  const guint open = find_question (self, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (open > 0)
    g_string_append_printf (
        text, ngettext ("%u pair is not compared yet", "%u pairs are not compared yet", open),
        open);
  if (answers != NULL && answers->ratio > SL_AHP_RATIO_GOOD)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            _ ("The answers contradict each other: see the finding"));
  if (text->len == 0)
    g_string_append (text, _ ("All pairs are compared, and the answers agree"));
  gtk_label_set_text (self->status, text->str);
  /* Weights that contradict each other are not used as if they did not. */
  gtk_widget_set_sensitive (self->use, answers != NULL && answers->ratio <= SL_AHP_RATIO_POOR);
}

/* Spreads the hundred points as the answers say; goals that nobody compared get none. */
static void
use_cb (SlPairsPanel *self)
{
  const SlComparisons *answers = get_answers (self);
  const SlFacts *facts;
  GVariantBuilder points;

  if (answers == NULL || isnan (answers->ratio))
    return;
  facts = self->analysis->facts;
  g_variant_builder_init (&points, G_VARIANT_TYPE ("a(xd)"));
  for (guint i = 0; i < facts->agreement->n; i++)
    {
      double share = 0.0;

      for (guint k = 0; k < answers->n; k++)
        if (answers->goals[k] == (int)facts->agreement->goals[i])
          share = answers->weights[k];
      g_variant_builder_add (&points, "(xd)", goal_at (facts, i), round (share * 1000.0) / 10.0);
    }
  sl_session_run (self->session, "priority.set-many",
                  g_variant_new ("(xa(xd))", self->party, &points), NULL);
}

/* --- Life --- */

static void
sl_pairs_panel_dispose (GObject *object)
{
  SlPairsPanel *self = SL_PAIRS_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_pairs_panel_parent_class)->dispose (object);
}

static void
sl_pairs_panel_class_init (SlPairsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_pairs_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_pairs_panel_init (SlPairsPanel *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
add_button (GtkWidget *bar, const char *label, const char *tooltip, GCallback clicked,
            gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, data, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

GtkWidget *
sl_pairs_panel_new (SlSession *session)
{
  static const char *const columns[] = { "goal", "other_goal", "ratio", NULL };
  SlPairsPanel *self = g_object_new (SL_TYPE_PAIRS_PANEL, NULL);
  const SlRecordTableSpec spec = { .kind = SL_KIND_COMPARISON,
                                   .columns = columns,
                                   .filter = is_of_party,
                                   .fill = fill_question,
                                   .data = self };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->session = g_object_ref (session);
  self->table = SL_RECORD_TABLE (sl_record_table_new (session, &spec));
  self->status = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL));
  add_button (bar, _ ("_Next Pair"), _ ("Compare the Next Two Goals (Enter)"),
              G_CALLBACK (sl_record_table_add), self->table);
  self->use
      = add_button (bar, _ ("_Use as Points"), _ ("Spreads the hundred points as the answers say"),
                    G_CALLBACK (use_cb), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->table));
  sl_record_menu_attach_table (session, GTK_WIDGET (self), NULL, self->table);
  sl_spoken_tidy (GTK_WIDGET (self));
  show_status (self);
  return GTK_WIDGET (self);
}

void
sl_pairs_panel_set_party (SlPairsPanel *self, SlId party)
{
  g_return_if_fail (SL_IS_PAIRS_PANEL (self));
  self->party = party;
  sl_record_table_refilter (self->table);
  show_status (self);
}

void
sl_pairs_panel_set_analysis (SlPairsPanel *self, SlAnalysis *analysis)
{
  g_return_if_fail (SL_IS_PAIRS_PANEL (self));
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = sl_analysis_ref (analysis);
  show_status (self);
}
