/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of shared goals with the points that one party gives them. What there is to rank and who
 * ranks comes from the last analysis, the points always from the plan itself. While points are
 * typed the rows stay where they are; they fall into order when the focus leaves the list. A goal
 * that is moved takes the points of its new place, and where places cannot be told apart by their
 * points, all get points by rank. */

#include "config.h"

#include "alignment/sl-priorities-panel.h"

#include <glib/gi18n.h>
#include <math.h>

#include "alignment/sl-pairs-panel.h"
#include "alignment/sl-priority-row.h"
#include "analysis/sl-priorities.h"
#include "base/sl-codes.h"
#include "base/sl-format-text.h"
#include "methods/sl-priority-points.h"
#include "sl-words.h"
#include "why/sl-why-popover.h"
#include "widgets/sl-spoken.h"

/* Nobody spreads a hundred points over more. */
#define MAX_ROWS 60

typedef struct
{
  SlId id;
  gboolean answered; /* has given points */
} Party;

struct _SlPrioritiesPanel
{
  GtkWidget parent_instance;
  GtkDropDown *parties;
  GtkWidget *next;
  GtkLabel *status;
  GtkWidget *even;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *hint;
  GtkStack *stack;
  GtkBox *pairs_box;
  SlPairsPanel *pairs;
  GArray *asked;     /* of Party: as in the drop-down */
  char *party_names; /* what the drop-down shows, to see whether it is still true */
  GArray *goals;     /* of SlId: those that have rows, in outline order */
  guint n_asked;     /* the first of them are to be asked */
  SlId party;
  guint n_left_out; /* shared goals without a row */
  gboolean filling; /* the drop-down is filled, nobody chooses */
  gboolean typing;  /* points are typed: the rows stay in their places */
  SlSession *session;
};

enum
{
  PARTY_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlPrioritiesPanel, sl_priorities_panel, GTK_TYPE_WIDGET)

/* --- What the plan says --- */

static double
get_points (SlPrioritiesPanel *self, SlId party, SlId goal)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_PRIORITY);
  SlValue keys[SL_PRIORITY_N_FIELDS] = { 0 };
  guint row;

  keys[SL_PRIORITY_PARTY] = sl_value_int (party);
  keys[SL_PRIORITY_GOAL] = sl_value_int (goal);
  if (!sl_table_find (table, sl_kind_natural_id (sl_kind (SL_KIND_PRIORITY), keys), &row))
    return 0.0;
  return sl_table_real (table, row, SL_PRIORITY_POINTS);
}

/* The row at @order in the list, or NULL. */
static SlPriorityRow *
row_at (SlPrioritiesPanel *self, guint order)
{
  return SL_PRIORITY_ROW (gtk_list_box_get_row_at_index (self->list, (int)order));
}

static guint
count_rows (SlPrioritiesPanel *self)
{
  guint n = 0;

  while (row_at (self, n) != NULL)
    n++;
  return n;
}

static SlPriorityRow *
row_of (SlPrioritiesPanel *self, SlId goal)
{
  for (guint i = 0; row_at (self, i) != NULL; i++)
    if (sl_priority_row_get_goal (row_at (self, i)) == goal)
      return row_at (self, i);
  return NULL;
}

/* The row that has the focus, or NULL. */
static SlPriorityRow *
focused_row (SlPrioritiesPanel *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  return SL_PRIORITY_ROW (gtk_widget_get_ancestor (focus, SL_TYPE_PRIORITY_ROW));
}

/* --- Order --- */

typedef struct
{
  SlPriorityRow *row;
  SlId goal;
  double points;
  guint order;
} Place;

/* Most points first; equal ones stay as they stand. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->points != y->points)
    return x->points < y->points ? 1 : -1;
  return x->order < y->order ? -1 : 1;
}

/* The rows by points. (transfer full) (element-type Place) */
static GArray *
rank_rows (SlPrioritiesPanel *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; row_at (self, i) != NULL; i++)
    {
      SlId goal = sl_priority_row_get_goal (row_at (self, i));
      const Place place = { .row = row_at (self, i),
                            .goal = goal,
                            .points = get_points (self, self->party, goal),
                            .order = i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const guint x = sl_priority_row_get_order (SL_PRIORITY_ROW (a));
  const guint y = sl_priority_row_get_order (SL_PRIORITY_ROW (b));

  return x < y ? -1 : x > y;
}

/* --- Showing --- */

static void
show_status (SlPrioritiesPanel *self, double sum, gboolean any)
{
  g_autofree char *number = sl_format_number (fabs (100.0 - sum), 1);
  g_autofree char *text = NULL;

  if (!any)
    text = g_strdup (_ ("No goal is shared: mark in the inspector which ones all have a say in"));
  else if (self->party == SL_ID_NONE)
    text = g_strdup (_ ("Nobody is there to be asked: add the parties first"));
  else if (sum <= 0.0)
    text = g_strdup (_ ("Not ranked yet: 100 points to spread"));
  else if (sum < 100.0)
    /* Translators: a number of points */
    text = g_strdup_printf (_ ("%s of 100 points left"), number);
  else if (sum > 100.0)
    /* Translators: a number of points */
    text = g_strdup_printf (_ ("%s points too many: each counts for its share"), number);
  else
    text = g_strdup (_ ("All 100 points are spread"));
  gtk_label_set_text (self->status, text);
  gtk_widget_set_sensitive (self->even, sum > 0.0 && sum != 100.0);
  gtk_widget_set_visible (self->scroller, any && self->party != SL_ID_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), any && self->party != SL_ID_NONE);
}

static void
show_hint (SlPrioritiesPanel *self)
{
  g_autoptr (GString) text = g_string_new (
      _ ("Type points, or drag a goal to its place (Alt+Shift+Up and Down). Enter goes on."));

  if (self->n_left_out > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u more shared goal has no room here.",
                                        "%u more shared goals have no room here.",
                                        self->n_left_out),
                              self->n_left_out);
    }
  gtk_label_set_text (self->hint, text->str);
}

/* Shows the points of the plan, and puts the rows into their order unless points are typed. */
static void
show_points (SlPrioritiesPanel *self)
{
  g_autoptr (GArray) places = rank_rows (self);
  double sum = 0.0;
  guint rank = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (i == 0 || place->points != g_array_index (places, Place, i - 1).points)
        rank = i + 1;
      sum += place->points;
      sl_priority_row_set_points (place->row, place->points, place->points > 0.0 ? rank : 0);
      if (!self->typing)
        sl_priority_row_set_order (place->row, i);
    }
  if (!self->typing)
    gtk_list_box_invalidate_sort (self->list);
  show_status (self, sum, places->len > 0);
  show_hint (self);
}

/* --- Parties --- */

/* Whether a party has a say of its own: others speak for persons and teams, and for what is made up
 * of parties, until it is known otherwise. */
static gboolean
is_asked (const SlFacts *facts, guint number)
{
  const SlFactParty *party = &facts->parties[number];

  if (party->is_stakeholder || party->answered)
    return TRUE;
  if (party->type == SL_PARTY_PERSON || party->type == SL_PARTY_TEAM)
    return FALSE;
  for (guint i = 0; i < facts->n_parties; i++)
    if (facts->parties[i].parent == (int)number)
      return FALSE;
  return TRUE;
}

static const Party *
party_at (SlPrioritiesPanel *self, guint number)
{
  return &g_array_index (self->asked, Party, number);
}

static void
list_parties (SlPrioritiesPanel *self, const SlFacts *facts, gboolean asked, GtkStringList *names)
{
  for (guint i = 0; i < facts->n_parties; i++)
    {
      const SlFactParty *party = &facts->parties[i];
      const char *title = sl_facts_title (facts, party->id);

      if (party->gone || is_asked (facts, i) != asked)
        continue;
      const Party entry = { party->id, party->answered };
      g_array_append_val (self->asked, entry);
      if (party->answered)
        gtk_string_list_append (names, title);
      else
        {
          g_autofree char *name = sl_words_name (title);

          /* Translators: a party */
          gtk_string_list_take (names, g_strdup_printf (_ ("%s · not ranked yet"), name));
        }
    }
}

static void
choose_party (SlPrioritiesPanel *self, SlId party)
{
  if (self->party == party)
    return;
  self->party = party;
  sl_pairs_panel_set_party (self->pairs, party);
  /* Nobody starts from the order of somebody else. */
  for (guint i = 0; i < self->goals->len; i++)
    sl_priority_row_set_order (row_of (self, g_array_index (self->goals, SlId, i)), i);
  gtk_list_box_invalidate_sort (self->list);
  g_signal_emit (self, signals[PARTY_CHANGED], 0);
}

/* Names of parties change with their state. The chosen one stays. */
static void
fill_parties (SlPrioritiesPanel *self, const SlFacts *facts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  guint selected = 0;

  g_array_set_size (self->asked, 0);
  list_parties (self, facts, TRUE, names);
  self->n_asked = self->asked->len;
  list_parties (self, facts, FALSE, names);
  for (guint i = 0; i < self->asked->len; i++)
    g_string_append_printf (said, "%s\n", gtk_string_list_get_string (names, i));
  if (g_strcmp0 (said->str, self->party_names) == 0)
    return;
  g_free (self->party_names);
  self->party_names = g_string_free (g_steal_pointer (&said), FALSE);
  for (guint i = 0; i < self->asked->len; i++)
    if (party_at (self, i)->id == self->party)
      selected = i;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->parties, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->parties, selected);
  self->filling = FALSE;
  choose_party (self, self->asked->len > 0 ? party_at (self, selected)->id : SL_ID_NONE);
}

static void
party_selected_cb (SlPrioritiesPanel *self)
{
  guint selected = gtk_drop_down_get_selected (self->parties);

  if (self->filling || selected >= self->asked->len)
    return;
  choose_party (self, party_at (self, selected)->id);
  show_points (self);
}

/* The next one behind the chosen one that is to be asked and has no points, or
 * GTK_INVALID_LIST_POSITION. */
static guint
find_next (SlPrioritiesPanel *self)
{
  const guint here = gtk_drop_down_get_selected (self->parties);

  for (guint i = 1; i <= self->n_asked; i++)
    {
      const guint k = (here + i) % self->n_asked;

      if (k == here)
        continue;

      if (!party_at (self, k)->answered)
        return k;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
update_next (SlPrioritiesPanel *self)
{
  gtk_widget_set_sensitive (self->next, find_next (self) != GTK_INVALID_LIST_POSITION);
}

static void
next_clicked_cb (SlPrioritiesPanel *self)
{
  const guint next = find_next (self);

  if (next == GTK_INVALID_LIST_POSITION)
    return;
  gtk_drop_down_set_selected (self->parties, next);
  sl_priorities_panel_focus (self);
}

/* --- Changing --- */

/* Gives each goal of @places the points at its index, as one step. */
static void
set_points (SlPrioritiesPanel *self, const GArray *places, const double *points)
{
  GVariantBuilder goals;
  guint n = 0;

  g_variant_builder_init (&goals, G_VARIANT_TYPE ("a(xd)"));
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->points == points[i])
        continue;
      g_variant_builder_add (&goals, "(xd)", place->goal, points[i]);
      n++;
    }
  if (n > 0)
    sl_session_run (self->session, "priority.set-many",
                    g_variant_new ("(xa(xd))", self->party, &goals), NULL);
  else
    g_variant_builder_clear (&goals);
}

/* Puts @goal into place @to; the focus goes with it. */
static void
move_goal (SlPrioritiesPanel *self, SlId goal, guint to)
{
  g_autoptr (GArray) places = rank_rows (self);
  g_autofree double *points = g_new0 (double, places->len + 1);
  guint from = 0;
  Place moved;

  while (from < places->len && g_array_index (places, Place, from).goal != goal)
    from++;
  if (from == places->len || to >= places->len || from == to)
    return;
  for (guint i = 0; i < places->len; i++)
    points[i] = g_array_index (places, Place, i).points;
  moved = g_array_index (places, Place, from);
  g_array_remove_index (places, from);
  g_array_insert_val (places, to, moved);
  sl_priority_place (points, places->len, to);
  /* Ties keep the order that they get now. */
  for (guint i = 0; i < places->len; i++)
    sl_priority_row_set_order (g_array_index (places, Place, i).row, i);
  gtk_list_box_invalidate_sort (self->list);
  set_points (self, places, points);
}

static void
row_edited_cb (SlPrioritiesPanel *self, double points, SlPriorityRow *row)
{
  self->typing = TRUE;
  sl_session_run (self->session, "priority.set",
                  g_variant_new ("(xxd)", self->party, sl_priority_row_get_goal (row), points),
                  NULL);
  self->typing = FALSE;
}

static void
row_dropped_cb (SlPrioritiesPanel *self, gint64 goal, gboolean behind, SlPriorityRow *row)
{
  SlPriorityRow *moved = row_of (self, goal);
  guint to;

  if (moved == NULL || moved == row)
    return;
  show_points (self); /* points that were typed have their places */
  to = sl_priority_row_get_order (row) + (behind ? 1 : 0);
  move_goal (self, goal, sl_priority_row_get_order (moved) < to ? to - 1 : to);
}

static void
even_clicked_cb (SlPrioritiesPanel *self)
{
  g_autoptr (GArray) places = rank_rows (self);
  g_autofree double *points = g_new0 (double, places->len + 1);

  for (guint i = 0; i < places->len; i++)
    points[i] = g_array_index (places, Place, i).points;
  sl_priority_to_hundred (points, places->len);
  set_points (self, places, points);
}

/* --- Keys --- */

/* Behind the last goal comes the next party. */
static void
go_on (SlPrioritiesPanel *self, SlPriorityRow *row)
{
  SlPriorityRow *below
      = row_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  sl_priority_row_commit (row);
  if (below != NULL)
    sl_priority_row_focus (below);
  else if (gtk_widget_get_sensitive (self->next))
    gtk_widget_grab_focus (self->next);
}

static gboolean
move_by_key (SlPrioritiesPanel *self, SlPriorityRow *row, int step)
{
  int to;

  sl_priority_row_commit (row);
  show_points (self);
  to = (int)sl_priority_row_get_order (row) + step;
  if (to >= 0)
    move_goal (self, sl_priority_row_get_goal (row), (guint)to);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlPrioritiesPanel *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  SlPriorityRow *row = focused_row (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      go_on (self, row);
      return GDK_EVENT_STOP;
    }
  if (modifiers != (GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return move_by_key (self, row, -1);
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    return move_by_key (self, row, 1);
  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (SlPrioritiesPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (show_points), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
}

/* The numbers of the party; of the whole plan where nobody is there. */
static void
popup_party (SlPrioritiesPanel *self)
{
  GtkWidget *panel = GTK_WIDGET (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (panel));
  GtkWidget *at = focus != NULL && gtk_widget_is_ancestor (focus, panel) ? focus : panel;

  if (!sl_why_popup_record (self->session, panel, at, self->party))
    sl_why_popup (self->session, panel, at, SL_NUMBER_INDEX, SL_ID_NONE, SL_ID_NONE);
}

/* Why the goal has its place with the party; without points, why it weighs what it weighs. Beside
 * the list, what there is to know of the party. */
static void
why_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlPrioritiesPanel *self = SL_PRIORITIES_PANEL (widget);
  SlPriorityRow *row = focused_row (self);
  GtkWidget *at = GTK_WIDGET (row);
  SlId goal;

  if (row == NULL)
    {
      popup_party (self);
      return;
    }
  goal = sl_priority_row_get_goal (row);
  sl_priority_row_commit (row);
  if (!sl_why_popup (self->session, widget, at, SL_NUMBER_RANK, self->party, goal))
    sl_why_popup (self->session, widget, at, SL_NUMBER_WEIGHT, goal, SL_ID_NONE);
}

/* --- Life --- */

/* One row for each shared goal that is open, in outline order; rows that are there stay. */
static void
fill_rows (SlPrioritiesPanel *self, const SlFacts *facts)
{
  const SlPriorities *shared = facts->agreement;
  const guint n = MIN (shared->n, MAX_ROWS);

  self->n_left_out = shared->n - n;
  g_array_set_size (self->goals, 0);
  for (guint i = count_rows (self); i > 0; i--)
    {
      SlPriorityRow *row = row_at (self, i - 1);
      int goal = sl_facts_goal (facts, sl_priority_row_get_goal (row));

      if (goal < 0 || !facts->goals[goal].shared || !facts->goals[goal].active)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  for (guint i = 0; i < n; i++)
    {
      const SlId goal = facts->goals[shared->goals[i]].id;
      SlPriorityRow *row = row_of (self, goal);

      if (row == NULL)
        {
          row = SL_PRIORITY_ROW (sl_priority_row_new (goal));
          sl_priority_row_set_order (row, G_MAXUINT - n + i);
          g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "dropped", G_CALLBACK (row_dropped_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      sl_priority_row_set_title (row, sl_facts_title (facts, goal));
      g_array_append_val (self->goals, goal);
    }
}

static void
changed_cb (SlPrioritiesPanel *self, SlChangeSet *changes)
{
  if (sl_change_set_touches (changes, SL_KIND_PRIORITY))
    show_points (self);
}

static void
sl_priorities_panel_dispose (GObject *object)
{
  SlPrioritiesPanel *self = SL_PRIORITIES_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_pointer (&self->goals, g_array_unref);
  g_clear_pointer (&self->party_names, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_priorities_panel_parent_class)->dispose (object);
}

static void
sl_priorities_panel_class_init (SlPrioritiesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_priorities_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-priorities-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, parties);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, next);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, status);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, even);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SlPrioritiesPanel, pairs_box);
  gtk_widget_class_bind_template_callback (widget_class, party_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, even_clicked_cb);
  gtk_widget_class_install_action (widget_class, "field.why", NULL, why_action);
  signals[PARTY_CHANGED] = g_signal_new ("party-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_priorities_panel_init (SlPrioritiesPanel *self)
{
  self->asked = g_array_new (FALSE, FALSE, sizeof (Party));
  self->goals = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_tidy (GTK_WIDGET (self));
  sl_spoken_drop_down (self->parties, _ ("Whose priorities"));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  add_controllers (self);
}

GtkWidget *
sl_priorities_panel_new (SlSession *session)
{
  SlPrioritiesPanel *self = g_object_new (SL_TYPE_PRIORITIES_PANEL, NULL);

  self->session = g_object_ref (session);
  self->pairs = SL_PAIRS_PANEL (sl_pairs_panel_new (session));
  gtk_widget_set_hexpand (GTK_WIDGET (self->pairs), TRUE);
  gtk_box_append (self->pairs_box, GTK_WIDGET (self->pairs));
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

SlId
sl_priorities_panel_get_party (SlPrioritiesPanel *self)
{
  g_return_val_if_fail (SL_IS_PRIORITIES_PANEL (self), SL_ID_NONE);
  return self->party;
}

void
sl_priorities_panel_set_analysis (SlPrioritiesPanel *self, SlAnalysis *analysis)
{
  g_return_if_fail (SL_IS_PRIORITIES_PANEL (self));
  sl_pairs_panel_set_analysis (self->pairs, analysis);
  fill_rows (self, analysis->facts);
  fill_parties (self, analysis->facts);
  update_next (self);
  self->typing = focused_row (self) != NULL;
  show_points (self);
  self->typing = FALSE;
}

void
sl_priorities_panel_focus (SlPrioritiesPanel *self)
{
  SlPriorityRow *first = row_at (self, 0);

  g_return_if_fail (SL_IS_PRIORITIES_PANEL (self));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "pairs") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->pairs), GTK_DIR_TAB_FORWARD);
  else if (first != NULL)
    sl_priority_row_focus (first);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->parties));
}
