/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the strip of next steps leads: the page, what is first missing there, and the field where
 * it is entered. */

#include "config.h"

#include "window/sl-window-private.h"

#include "base/sl-codes.h"
#include "inspector/sl-inspector.h"

/* The first goal that lacks @field, with the focus in that field. */
static void
show_goal (SlWindow *self, const SlStepState *state, guint field)
{
  GtkWidget *inspector = gtk_widget_get_first_child (GTK_WIDGET (self->inspector_box));

  sl_window_show_page (self, "goals");
  if (state->goal == SL_ID_NONE)
    return;
  sl_session_select (self->session, state->goal);
  g_object_set (self, "inspector-visible", TRUE, NULL);
  if (inspector != NULL) /* it is made a moment after the page */
    sl_inspector_focus_field (SL_INSPECTOR (inspector), field);
}

static void
show_position (SlWindow *self, const SlStepState *state)
{
  sl_window_show_page (self, "stakeholders");
  if (state->goal != SL_ID_NONE)
    gtk_widget_activate_action (sl_window_get_page_widget (self), "page.show-position", "(xx)",
                                state->party, state->goal);
}

static void
activated_cb (SlWindow *self, guint step)
{
  const SlStepState *state = sl_next_steps_get_state (self->steps, (SlStep)step);

  switch ((SlStep)step)
    {
    case SL_STEP_GOALS:
      sl_window_show_page (self, "goals");
      break;
    case SL_STEP_OWNERS:
      show_goal (self, state, SL_GOAL_OWNER);
      break;
    case SL_STEP_POSITIONS:
      show_position (self, state);
      break;
    case SL_STEP_DATES:
      show_goal (self, state, SL_GOAL_DUE);
      break;
    case SL_STEP_PRINT:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.print-preview", NULL);
      break;
    }
}

void
sl_window_set_up_steps (SlWindow *self)
{
  g_signal_connect_object (self->steps, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}
