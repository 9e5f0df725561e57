/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody is typing and has not finished. It is no edit yet: nothing shows it, there is no
 * step to undo, and giving up leaves no trace. The working copy keeps it as the command that
 * finishing would run, which is run when the program ended before. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/sl-project-private.h"
#include "storage/sl-ws.h"

static void
store_draft (SlProject *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (self->draft, text) == 0)
    return;
  g_free (self->draft);
  self->draft = g_strdup (text);
  if (sl_ws_set_text (self->workfile->db, SL_WS_DRAFT, text, &error))
    sl_saver_sync_all (self->saver);
  else
    g_debug ("What is being typed could not be kept: %s", error->message);
}

void
sl_project_set_draft (SlProject *self, const char *command, GVariant *params)
{
  g_autoptr (GVariant) held = params != NULL ? g_variant_ref_sink (params) : NULL;
  g_autofree char *printed = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SL_IS_PROJECT (self));
  g_return_if_fail ((command == NULL) == (params == NULL));

  if (self->workfile == NULL)
    return;
  if (held != NULL)
    printed = g_variant_print (held, TRUE);
  text = held != NULL ? g_strdup_printf ("%s %s", command, printed) : g_strdup ("");
  store_draft (self, text);
}

/* Runs what @text, "command parameters", says. FALSE where that cannot be done any more. */
static gboolean
run_draft (SlProject *self, const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *id = space != NULL ? g_strndup (text, (gsize)(space - text)) : NULL;
  const SlCommand *command = id != NULL ? sl_command_by_id (id) : NULL;
  g_autoptr (GVariant) params = NULL;
  g_autoptr (GError) error = NULL;

  if (command != NULL)
    params = g_variant_parse (G_VARIANT_TYPE (command->params), space + 1, NULL, NULL, &error);
  if (params != NULL && sl_project_run_command (self, command, params, NULL, &error))
    return TRUE;
  g_debug ("What was being typed could not be restored: %s", error != NULL ? error->message : text);
  return FALSE;
}

void
sl_project_restore_draft (SlProject *self)
{
  g_autofree char *text = sl_ws_get_text (self->workfile->db, SL_WS_DRAFT, NULL);
  gint64 before = self->seq;

  if (text == NULL || *text == '\0')
    return;
  self->draft = g_strdup (text);
  if (run_draft (self, text) && self->seq > before && self->notice == NULL)
    self->notice = g_strdup (_ ("Restored what was being typed when the program ended."));
  store_draft (self, "");
}
