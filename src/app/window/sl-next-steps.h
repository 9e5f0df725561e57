/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip of steps from nothing to the first printed page: how far each is, and a link to what is
 * missing. It is gone for good once the project was printed or somebody closed it. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_NEXT_STEPS (sl_next_steps_get_type ())
G_DECLARE_FINAL_TYPE (SlNextSteps, sl_next_steps, SL, NEXT_STEPS, GtkWidget)

typedef enum
{
  SL_STEP_GOALS,
  SL_STEP_OWNERS,
  SL_STEP_POSITIONS,
  SL_STEP_DATES,
  SL_STEP_PRINT,
  SL_N_STEPS
} SlStep;

/**
 * SlStepState:
 * @done: how many are there
 * @total: of how many; 0: nothing to be done yet
 * @goal: the first goal that lacks something, or SL_ID_NONE
 * @party: of a position: whose it is, or SL_ID_NONE
 */
typedef struct
{
  guint done;
  guint total;
  SlId goal;
  SlId party;
} SlStepState;

/* Signal: "activated" (uint: SlStep): somebody wants to go there. */

/* @session: (nullable): no project is open */
void sl_next_steps_set_session (SlNextSteps *self, SlSession *session);
/* Whether the page that shows is one of work. */
void sl_next_steps_set_working (SlNextSteps *self, gboolean working);
/* As it is now. (transfer none) */
const SlStepState *sl_next_steps_get_state (SlNextSteps *self, SlStep step);

G_END_DECLS
