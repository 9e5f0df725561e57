/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of one window share: the open project, the selected record and where messages go.
 * Views read the project's snapshot, listen to "changed" and run commands through the session. */

#pragma once

#include <gtk/gtk.h>

#include "analysis/sl-analyzer.h"
#include "project/sl-project.h"
#include "sl-chart.h"

G_BEGIN_DECLS

#define SL_TYPE_SESSION (sl_session_get_type ())
G_DECLARE_FINAL_TYPE (SlSession, sl_session, SL, SESSION, GObject)

/* Signals:
 *   "changed" (SlChangeSet)      the project changed; the argument is never NULL
 *   "selection-changed"          the selected record is another one, or none, or others beside it
 *   "message" (char *, gboolean) something to say in a toast; TRUE: offer Undo
 *   "edit-requested" (int64)     start editing the title of a record in the active view
 *   "show-requested" (int64)     go to the page where a record lives and show it there
 *   "keep-view" (GKeyFile)       write what shall be as it is now when the project is opened again
 *   "since-changed"              charts are to mark what changed since another day, or nothing
 *   "printed"                    something of the project came out on paper or as a document
 */

SlSession *sl_session_new (SlProject *project);
SlProject *sl_session_get_project (SlSession *self);   /* (transfer none) */
SlSnapshot *sl_session_get_snapshot (SlSession *self); /* (transfer none) */
SlStore *sl_session_get_store (SlSession *self);       /* (transfer none) */

SlId sl_session_get_selected (SlSession *self);
void sl_session_select (SlSession *self, SlId id);
/* Selects several records at once; the last one is the one that sl_session_get_selected() knows. */
void sl_session_select_many (SlSession *self, const SlId *ids, guint n);
/* All that is selected. (transfer none) (element-type SlId) */
const GArray *sl_session_get_selection (SlSession *self);
/* Selects and asks the active view to edit the record's title. */
void sl_session_edit (SlSession *self, SlId id);
/* Goes where the record lives: its page, selected, in the inspector. What every link to a record
 * does that can stand on another page than the record. */
void sl_session_show (SlSession *self, SlId id);

/* What views wrote when the project was closed last, for those that are made now: see
 * sl-view-state.h. (transfer none) */
GKeyFile *sl_session_get_view (SlSession *self);
/* Asks all views and keeps what they write. */
void sl_session_keep_view (SlSession *self);

/* Runs a command; on failure says why in a toast and returns %FALSE. @out_id: (nullable).
 * @params is consumed if floating. Runs at once; never call it from a "changed" handler. */
gboolean sl_session_run (SlSession *self, const char *command, GVariant *params, SlId *out_id);
/* Shorthand for record.set of one field. The selection follows a record that takes the place. */
gboolean sl_session_set_value (SlSession *self, SlId id, guint field, const SlValue *value);
/* Keeps what is being typed until it is finished or given up: see sl_project_set_draft(). */
void sl_session_set_draft (SlSession *self, const char *command, GVariant *params);
/* Shorthand for a draft of sl_session_set_value(). */
void sl_session_draft_value (SlSession *self, SlId id, guint field, const SlValue *value);
/* Typing ended, well or not. */
void sl_session_end_draft (SlSession *self);
/* Deletes records and offers Undo in a toast. Selects a neighbour if @next is not SL_ID_NONE. */
gboolean sl_session_delete (SlSession *self, const SlId *ids, guint n, SlId next);
void sl_session_say (SlSession *self, const char *text);
/* The same with a button that takes the last step back. */
void sl_session_say_undoable (SlSession *self, const char *text);
/* A printer or a file has got something of the project. */
void sl_session_note_printed (SlSession *self);
/* Whether the matrix stands in blocks of parties that stand together, on screen and on paper. */
gboolean sl_session_get_sort_blocks (SlSession *self);
void sl_session_set_sort_blocks (SlSession *self, gboolean sort);
/* What all charts of the window mark as changed; its plan is NULL where they mark nothing.
 * (transfer none): until "since-changed" */
const SlChartSince *sl_session_get_since (SlSession *self);
/* @day: compare with the plan at the end of that day; %SL_INT_NULL: with nothing */
void sl_session_set_since (SlSession *self, gint64 day);
/* What is found in the project, kept fresh. Made at the first call. (transfer none) */
SlAnalyzer *sl_session_get_analyzer (SlSession *self);

G_END_DECLS
