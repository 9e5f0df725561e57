/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session of a window: selection and command running for all its views. It holds no copy of
 * the plan and draws nothing. */

#include "config.h"

#include "sl-session.h"

#include <glib/gi18n.h>

#include "base/sl-date.h"
#include "sl-view-state.h"

#include <string.h>

struct _SlSession
{
  GObject parent_instance;
  SlProject *project;
  SlAnalyzer *analyzer; /* nullable: nobody asked yet */
  GKeyFile *view;
  GArray *selection; /* of SlId; the last one is the selected record */
  gboolean sort_blocks;
  SlChartSince since;
};

enum
{
  CHANGED,
  SELECTION_CHANGED,
  MESSAGE,
  EDIT_REQUESTED,
  SHOW_REQUESTED,
  KEEP_VIEW,
  PRINTED,
  SINCE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlSession, sl_session, G_TYPE_OBJECT)

/* What is selected must be there. */
static void
drop_gone (SlSession *self)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (SlId));
  const SlId selected = sl_session_get_selected (self);

  for (guint i = 0; i < self->selection->len; i++)
    {
      SlId id = g_array_index (self->selection, SlId, i);

      if (sl_snapshot_find (sl_session_get_snapshot (self), id, NULL, NULL))
        g_array_append_val (left, id);
    }
  if (left->len == self->selection->len)
    return;
  if (left->len > 0 && g_array_index (left, SlId, left->len - 1) == selected)
    sl_session_select_many (self, (const SlId *)(gpointer)left->data, left->len);
  else
    sl_session_select (self, SL_ID_NONE);
}

static void
project_changed_cb (SlSession *self, SlChangeSet *changes)
{
  drop_gone (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

static void
sl_session_dispose (GObject *object)
{
  SlSession *self = SL_SESSION (object);

  g_clear_object (&self->analyzer);
  g_clear_pointer (&self->view, g_key_file_unref);
  g_clear_pointer (&self->since.then, sl_snapshot_unref);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (sl_session_parent_class)->dispose (object);
}

static void
sl_session_finalize (GObject *object)
{
  g_array_unref (SL_SESSION (object)->selection);
  G_OBJECT_CLASS (sl_session_parent_class)->finalize (object);
}

static void
sl_session_class_init (SlSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_session_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SL_TYPE_CHANGE_SET);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[KEEP_VIEW] = g_signal_new ("keep-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_KEY_FILE);
  signals[SINCE_CHANGED] = g_signal_new ("since-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[PRINTED]
      = g_signal_new ("printed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_REQUESTED] = g_signal_new ("show-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sl_session_init (SlSession *self)
{
  self->selection = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->since.day = SL_INT_NULL;
}

SlSession *
sl_session_new (SlProject *project)
{
  SlSession *self = g_object_new (SL_TYPE_SESSION, NULL);

  self->project = g_object_ref (project);
  self->view = sl_view_state_load (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

SlProject *
sl_session_get_project (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->project;
}

SlSnapshot *
sl_session_get_snapshot (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return sl_project_get_snapshot (self->project);
}

SlStore *
sl_session_get_store (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return sl_project_get_store (self->project);
}

SlId
sl_session_get_selected (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), SL_ID_NONE);
  if (self->selection->len == 0)
    return SL_ID_NONE;
  return g_array_index (self->selection, SlId, self->selection->len - 1);
}

void
sl_session_select (SlSession *self, SlId id)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (sl_session_get_selected (self) == id)
    return;
  sl_session_select_many (self, &id, id != SL_ID_NONE ? 1 : 0);
}

void
sl_session_select_many (SlSession *self, const SlId *ids, guint n)
{
  g_return_if_fail (SL_IS_SESSION (self));
  if (n == self->selection->len
      && (n == 0 || memcmp (ids, self->selection->data, n * sizeof (SlId)) == 0))
    return;
  g_array_set_size (self->selection, 0);
  g_array_append_vals (self->selection, ids, n);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

const GArray *
sl_session_get_selection (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->selection;
}

void
sl_session_edit (SlSession *self, SlId id)
{
  g_return_if_fail (SL_IS_SESSION (self));
  sl_session_select (self, id);
  g_signal_emit (self, signals[EDIT_REQUESTED], 0, id);
}

void
sl_session_show (SlSession *self, SlId id)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_signal_emit (self, signals[SHOW_REQUESTED], 0, id);
}

GKeyFile *
sl_session_get_view (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return self->view;
}

void
sl_session_keep_view (SlSession *self)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_signal_emit (self, signals[KEEP_VIEW], 0, self->view);
  sl_view_state_store (self->view, self->project);
}

gboolean
sl_session_run (SlSession *self, const char *command, GVariant *params, SlId *out_id)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SL_IS_SESSION (self), FALSE);
  if (sl_project_run (self->project, command, params, out_id, &error))
    return TRUE;
  g_signal_emit (self, signals[MESSAGE], 0, error->message, FALSE);
  return FALSE;
}

/* Parameters of record.set, or NULL where the record is gone. */
static GVariant *
set_params (SlSession *self, SlId id, guint field, const SlValue *value)
{
  SlKindId kind = SL_N_KINDS;

  if (!sl_snapshot_find (sl_session_get_snapshot (self), id, &kind, NULL))
    return NULL;
  return g_variant_new ("(xsv)", id, sl_kind (kind)->fields[field].name,
                        sl_value_to_variant (value));
}

gboolean
sl_session_set_value (SlSession *self, SlId id, guint field, const SlValue *value)
{
  GVariant *params = set_params (self, id, field, value);
  const gboolean selected = sl_session_get_selected (self) == id;
  SlId made = id;

  if (params == NULL || !sl_session_run (self, "record.set", params, &made))
    return FALSE;
  if (selected && made != id)
    sl_session_select (self, made);
  return TRUE;
}

void
sl_session_set_draft (SlSession *self, const char *command, GVariant *params)
{
  g_return_if_fail (SL_IS_SESSION (self));
  sl_project_set_draft (self->project, command, params);
}

void
sl_session_draft_value (SlSession *self, SlId id, guint field, const SlValue *value)
{
  GVariant *params = set_params (self, id, field, value);

  sl_session_set_draft (self, params != NULL ? "record.set" : NULL, params);
}

void
sl_session_end_draft (SlSession *self)
{
  sl_session_set_draft (self, NULL, NULL);
}

gboolean
sl_session_delete (SlSession *self, const SlId *ids, guint n, SlId next)
{
  g_autofree char *text = NULL;

  if (n == 1)
    /* Translators: toast after a deletion; %s is the title of the record */
    text = g_strdup_printf (_ ("“%s” deleted"),
                            sl_snapshot_title (sl_session_get_snapshot (self), ids[0]));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u record deleted", "%u records deleted", n), n);
  if (!sl_session_run (self, "record.delete",
                       g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids,
                                                                          n, sizeof (SlId))),
                       NULL))
    return FALSE;
  sl_session_select (self, next);
  g_signal_emit (self, signals[MESSAGE], 0, text, TRUE);
  return TRUE;
}

void
sl_session_say (SlSession *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, FALSE);
}

void
sl_session_say_undoable (SlSession *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, TRUE);
}

SlAnalyzer *
sl_session_get_analyzer (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);

  if (self->analyzer == NULL)
    self->analyzer = sl_analyzer_new (sl_session_get_store (self), sl_day_today ());
  return self->analyzer;
}

void
sl_session_note_printed (SlSession *self)
{
  g_return_if_fail (SL_IS_SESSION (self));
  g_signal_emit (self, signals[PRINTED], 0);
}

gboolean
sl_session_get_sort_blocks (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), FALSE);
  return self->sort_blocks;
}

void
sl_session_set_sort_blocks (SlSession *self, gboolean sort)
{
  g_return_if_fail (SL_IS_SESSION (self));
  self->sort_blocks = sort;
}

const SlChartSince *
sl_session_get_since (SlSession *self)
{
  g_return_val_if_fail (SL_IS_SESSION (self), NULL);
  return &self->since;
}

void
sl_session_set_since (SlSession *self, gint64 day)
{
  gint64 begins;

  g_return_if_fail (SL_IS_SESSION (self));
  if (self->since.day == day)
    return;
  g_clear_pointer (&self->since.then, sl_snapshot_unref);
  self->since = (SlChartSince){ .day = day };
  if (day != SL_INT_NULL)
    {
      self->since.then = sl_project_get_past (self->project, day, &begins);
      self->since.whole = begins != SL_INT_NULL && begins <= day;
    }
  g_signal_emit (self, signals[SINCE_CHANGED], 0);
}
