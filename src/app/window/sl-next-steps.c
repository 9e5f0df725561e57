/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip of next steps. It counts when the main loop is idle, and not at all once it is gone;
 * that it is gone is remembered with the working copy of the project. */

#include "config.h"

#include "window/sl-next-steps.h"

#include <glib/gi18n.h>

#include "base/sl-codes.h"
#include "matrix/sl-matrix.h"
#include "widgets/sl-wrap-layout.h"

/* What the view remembers: "done" once the strip is gone. */
#define VIEW_KEY "next-steps"
#define VIEW_DONE "done"

struct _SlNextSteps
{
  GtkWidget parent_instance;
  GtkBox *steps;
  GtkWidget *buttons[SL_N_STEPS];
  SlStepState states[SL_N_STEPS];
  SlSession *session; /* (nullable) */
  gboolean done;
  gboolean working;
  guint idle;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlNextSteps, sl_next_steps, GTK_TYPE_WIDGET)

/* --- Counting --- */

static void
count_field (const SlTable *table, guint row, guint field, SlStepState *state)
{
  state->total++;
  if (sl_table_is_set (table, row, field))
    state->done++;
  else if (state->goal == SL_ID_NONE)
    state->goal = sl_table_id (table, row);
}

/* @goal and all below it that is neither closed nor parked. */
static void
count_goals (SlNextSteps *self, const SlSnapshot *plan, SlId parent)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint n;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_GOAL, parent, &n);

  for (guint i = 0; i < n; i++)
    {
      guint row;

      if (!sl_table_find (table, children[i], &row))
        continue;
      const gint64 status = sl_table_int (table, row, SL_GOAL_STATUS);
      if (status == SL_GOAL_DRAFT || status == SL_GOAL_ACTIVE)
        {
          self->states[SL_STEP_GOALS].done++;
          count_field (table, row, SL_GOAL_OWNER, &self->states[SL_STEP_OWNERS]);
          count_field (table, row, SL_GOAL_DUE, &self->states[SL_STEP_DATES]);
        }
      count_goals (self, plan, children[i]);
    }
}

static void
count (SlNextSteps *self)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlMatrixAsked asked;

  memset (self->states, 0, sizeof self->states);
  count_goals (self, plan, SL_ID_NONE);
  self->states[SL_STEP_GOALS].total = self->states[SL_STEP_GOALS].done;
  sl_matrix_count_asked (plan, &asked);
  self->states[SL_STEP_POSITIONS] = (SlStepState){
    .done = asked.n_known, .total = asked.n_cells, .goal = asked.goal, .party = asked.party
  };
}

/* --- Showing --- */

static gboolean
is_done (const SlStepState *state)
{
  return state->total > 0 && state->done == state->total;
}

/* (transfer full) */
static char *
say_step (SlStep step, const SlStepState *state)
{
  static const char *const words[SL_N_STEPS]
      = { N_ ("Goals"), N_ ("Owners"), N_ ("Positions"), N_ ("Dates"), N_ ("Print") };

  if (state->total == 0)
    return g_strdup (_ (words[step]));
  if (step == SL_STEP_GOALS)
    /* Translators: a step and how many are there: “Goals 5” */
    return g_strdup_printf (_ ("%s %u"), _ (words[step]), state->done);
  /* Translators: a step, how many are done, of how many: “Owners 3 of 5” */
  return g_strdup_printf (_ ("%s %u of %u"), _ (words[step]), state->done, state->total);
}

static const char *
say_where (SlStep step, const SlStepState *state)
{
  switch (step)
    {
    case SL_STEP_GOALS:
      return state->done > 0 ? _ ("To the goals") : _ ("To where goals are added");
    case SL_STEP_OWNERS:
      return state->goal != SL_ID_NONE ? _ ("To the first goal without an owner")
                                       : _ ("Every goal has an owner");
    case SL_STEP_POSITIONS:
      return state->goal != SL_ID_NONE ? _ ("To the first position that nobody asked for")
                                       : _ ("To the positions");
    case SL_STEP_DATES:
      return state->goal != SL_ID_NONE ? _ ("To the first goal without a due date")
                                       : _ ("Every goal has a due date");
    default:
      return _ ("To what comes out of the printer");
    }
}

static void
show_step (SlNextSteps *self, SlStep step, gboolean is_next)
{
  const SlStepState *state = &self->states[step];
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->buttons[step]));
  GtkWidget *check = gtk_widget_get_first_child (box);
  g_autofree char *text = say_step (step, state);

  gtk_widget_set_visible (check, is_done (state) && step != SL_STEP_GOALS);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_tooltip_text (self->buttons[step], say_where (step, state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[step]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (is_next)
    gtk_widget_add_css_class (self->buttons[step], "suggested-action");
  else
    gtk_widget_remove_css_class (self->buttons[step], "suggested-action");
}

static gboolean
update_cb (gpointer data)
{
  SlNextSteps *self = data;
  gboolean found = FALSE;

  self->idle = 0;
  count (self);
  for (SlStep step = 0; step < SL_N_STEPS; step++)
    {
      const gboolean is_next = !found && !is_done (&self->states[step]);

      show_step (self, step, is_next);
      found |= is_next;
    }
  return G_SOURCE_REMOVE;
}

static void
queue_update (SlNextSteps *self)
{
  const gboolean visible = self->session != NULL && !self->done && self->working;

  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  if (visible && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
changed_cb (SlNextSteps *self, SlChangeSet *changes)
{
  if (sl_change_set_touches (changes, SL_KIND_GOAL)
      || sl_change_set_touches (changes, SL_KIND_PARTY)
      || sl_change_set_touches (changes, SL_KIND_POSITION))
    queue_update (self);
}

/* Nobody needs it any more. */
static void
finish (SlNextSteps *self)
{
  if (self->done)
    return;
  self->done = TRUE;
  sl_project_set_view (sl_session_get_project (self->session), VIEW_KEY, VIEW_DONE);
  queue_update (self);
}

static void
clicked_cb (SlNextSteps *self, GtkWidget *button)
{
  for (SlStep step = 0; step < SL_N_STEPS; step++)
    if (self->buttons[step] == button)
      g_signal_emit (self, signals[ACTIVATED], 0, (guint)step);
}

/* --- Life --- */

static GtkWidget *
make_button (SlNextSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
sl_next_steps_dispose (GObject *object)
{
  SlNextSteps *self = SL_NEXT_STEPS (object);
  GtkWidget *child;

  sl_next_steps_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_next_steps_parent_class)->dispose (object);
}

static void
sl_next_steps_class_init (SlNextStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = sl_next_steps_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/window/sl-next-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, SlNextSteps, steps);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sl_next_steps_init (SlNextSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (SlStep step = 0; step < SL_N_STEPS; step++)
    {
      self->buttons[step] = make_button (self);
      gtk_box_append (self->steps, self->buttons[step]);
    }
}

void
sl_next_steps_set_session (SlNextSteps *self, SlSession *session)
{
  g_autofree char *view = NULL;

  g_return_if_fail (SL_IS_NEXT_STEPS (self));
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  view = sl_project_get_view (sl_session_get_project (session), VIEW_KEY);
  self->done = g_str_equal (view, VIEW_DONE);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "printed", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  queue_update (self);
}

void
sl_next_steps_set_working (SlNextSteps *self, gboolean working)
{
  g_return_if_fail (SL_IS_NEXT_STEPS (self));
  self->working = working;
  queue_update (self);
}

const SlStepState *
sl_next_steps_get_state (SlNextSteps *self, SlStep step)
{
  g_return_val_if_fail (SL_IS_NEXT_STEPS (self) && step < SL_N_STEPS, NULL);
  if (self->idle != 0)
    {
      g_clear_handle_id (&self->idle, g_source_remove);
      update_cb (self);
    }
  return &self->states[step];
}
