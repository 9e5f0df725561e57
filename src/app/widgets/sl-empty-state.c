/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Empty pages. What must be there before the first record can be is asked for first. */

#include "config.h"

#include "widgets/sl-empty-state.h"

#include <glib/gi18n.h>

#include "widgets/sl-miniature.h"

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
  { SL_KIND_SWOT,
    N_ ("Four short lists say where you start: what you are good at, what is weak, what may help "
        "and what threatens"),
    N_ ("_Add First Strength") },
  { SL_KIND_DEPENDENCY,
    N_ ("What one party hands to another stands here with both dates: promised, and needed"),
    N_ ("_Add First Hand-off") },
  { SL_KIND_FORECAST,
    N_ ("Report now and then when a milestone is expected, and see here which ones keep slipping"),
    N_ ("_Add First Report") },
  { SL_KIND_VERSION,
    N_ ("A change to what was agreed is kept here, with its reason and who decided it"),
    N_ ("_Go to Goals") },
  { SL_KIND_ALLIANCE,
    N_ ("Write down with whom you work together: partners, shared goals and what each one expects"),
    N_ ("_Add First Alliance") },
  { SL_KIND_CONFLICT,
    N_ ("Write down what two parties do not agree on: what each one needs, the ways out and who "
        "decides"),
    N_ ("_Add First Conflict") },
  { SL_KIND_DECISION, N_ ("Keep what was decided, by whom and why, so that nobody asks twice"),
    N_ ("_Add First Decision") },
  { SL_KIND_REVIEW, N_ ("Keep a line for each meeting at which the plan was looked at"),
    N_ ("_Add First Meeting") },
};

/* What cannot be without others, how many of those, and the button that adds one. */
static const struct
{
  SlKindId kind;
  guint64 needed;
  guint n;
  const char *button;
  const char *action;
} needs[] = {
  { SL_KIND_TRUST, SL_KIND_BIT (SL_KIND_PARTY), 2, N_ ("_Add a Party"),
    "win.add-in::stakeholders/register" },
  { SL_KIND_ALLOCATION, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), 1,
    N_ ("_Add First Task"), "win.add-in::timeline/tasks" },
  { SL_KIND_ALLOCATION, SL_KIND_BIT (SL_KIND_PARTY), 1, N_ ("_Add First Party"),
    "win.add-in::stakeholders/register" },
  { SL_KIND_DEPENDENCY, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), 2,
    N_ ("_Add a Task"), "win.add-in::timeline/tasks" },
  { SL_KIND_FORECAST, SL_KIND_BIT (SL_KIND_MILESTONE), 1, N_ ("_Add First Milestone"),
    "page.add-milestone" },
  { SL_KIND_ACKNOWLEDGEMENT, SL_KIND_BIT (SL_KIND_GOAL), 1, N_ ("_Add First Goal"),
    "win.add-in::goals/tree" },
  { SL_KIND_PARTNER, SL_KIND_BIT (SL_KIND_GOAL), 1, N_ ("_Add First Goal"),
    "win.add-in::goals/tree" },
  { SL_KIND_PARTNER, SL_KIND_BIT (SL_KIND_PARTY), 2, N_ ("_Add a Party"),
    "win.add-in::stakeholders/register" },
  { SL_KIND_COMPARISON, SL_KIND_BIT (SL_KIND_GOAL), 1, N_ ("_Add First Goal"),
    "win.add-in::goals/tree" },
};

#define DATA "sl-empty-state"

/* @label, @action: of the first button, while nothing else is needed before */
typedef struct
{
  GtkWidget *first;
  GtkWidget *second;
  char *label;
  char *action;
} EmptyState;

static void
empty_state_free (gpointer data)
{
  EmptyState *state = data;

  g_free (state->label);
  g_free (state->action);
  g_free (state);
}

static guint
words_of (SlKindId kind)
{
  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return i;
  return 0;
}

/* @action: with its target */
static void
set_button (GtkWidget *button, const char *label, const char *action)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
    return; /* as it is already */
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_action_parse_detailed_name (action, &name, &target, NULL);
  /* No action is to meet the target of another. */
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, NULL);

  gtk_widget_add_css_class (button, "pill");
  set_button (button, label, action);
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

void
sl_empty_state_offer_paste (GtkWidget *self)
{
  GtkWidget *paste = add_button (self, _ ("_Paste a List…"), "win.paste-list");

  gtk_widget_add_css_class (paste, "flat");
  gtk_widget_set_halign (paste, GTK_ALIGN_CENTER);
}

GtkWidget *
sl_empty_state_new_saying (SlKindId kind, const char *action, const char *sentence, const char *add)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", sentence, "wrap", TRUE, "justify",
                                   GTK_JUSTIFY_CENTER, "max-width-chars", 44, NULL);
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "spacing", 12, "halign", GTK_ALIGN_CENTER, NULL);
  EmptyState *state = g_new0 (EmptyState, 1);

  gtk_widget_add_css_class (label, "dim-label");
  state->label = g_strdup (add);
  state->action = g_strdup (action);
  state->first = add_button (buttons, add, action);
  state->second = add_button (buttons, _ ("Show in _Sample"), "win.show-in-sample");
  gtk_widget_add_css_class (state->first, "suggested-action");
  g_object_set_data_full (G_OBJECT (box), DATA, state, empty_state_free);
  add_paste_key (box);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), sl_miniature_new (kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  /* What can be pasted as a list with a preview. */
  if (kind == SL_KIND_GOAL || kind == SL_KIND_PARTY || kind == SL_KIND_TASK)
    sl_empty_state_offer_paste (box);
  return box;
}

static EmptyState *
get_state (GtkWidget *self)
{
  return g_object_get_data (G_OBJECT (self), DATA);
}

void
sl_empty_state_focus (GtkWidget *self)
{
  gtk_widget_grab_focus (get_state (self)->first);
}

void
sl_empty_state_set_second (GtkWidget *self, const char *label, const char *action)
{
  set_button (get_state (self)->second, label, action);
}

static guint
count_records (const SlSnapshot *plan, guint64 kinds)
{
  guint n = 0;

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (kinds & SL_KIND_BIT (kind))
      n += sl_table_n_rows (sl_snapshot_table (plan, kind));
  return n;
}

gboolean
sl_empty_state_ask_first (GtkWidget *self, SlKindId kind, const SlSnapshot *plan)
{
  EmptyState *state = get_state (self);

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (needs[i].kind == kind && count_records (plan, needs[i].needed) < needs[i].n)
      {
        set_button (state->first, _ (needs[i].button), needs[i].action);
        return TRUE;
      }
  set_button (state->first, state->label, state->action);
  return FALSE;
}

gboolean
sl_empty_state_has_needs (SlKindId kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (needs[i].kind == kind)
      return TRUE;
  return FALSE;
}

/* Whether the focus is nowhere, or where nobody will see it. */
static gboolean
is_focus_lost (GtkWidget *self, GtkWidget *filled)
{
  GtkRoot *root = gtk_widget_get_root (self);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_get_root (focus) != root
         || gtk_widget_is_ancestor (focus, filled);
}

void
sl_empty_state_replace (GtkWidget *self, GtkWidget *filled, gboolean empty)
{
  gboolean focus = empty && gtk_widget_get_mapped (filled) && is_focus_lost (self, filled);

  gtk_widget_set_visible (self, empty);
  if (focus)
    sl_empty_state_focus (self);
  gtk_widget_set_visible (filled, !empty);
}
