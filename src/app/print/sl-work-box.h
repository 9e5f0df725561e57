/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows that a print job is at work, how far it is, and stops it. It appears only when the work
 * takes longer than a moment. */

#pragma once

#include "print/sl-print-job.h"

G_BEGIN_DECLS

#define SL_TYPE_WORK_BOX (sl_work_box_get_type ())
G_DECLARE_FINAL_TYPE (SlWorkBox, sl_work_box, SL, WORK_BOX, GtkWidget)

/* Signals: "stopped": somebody pressed Cancel; the cancellable is cancelled already. */

/* @words: what is done, "Laying out sheets…" */
GtkWidget *sl_work_box_new (const char *words);
/* The work on @job begins; it takes the place of what was watched before. */
void sl_work_box_start (SlWorkBox *self, SlPrintJob *job, GCancellable *cancellable);
void sl_work_box_end (SlWorkBox *self);

G_END_DECLS
