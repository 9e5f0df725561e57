/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the views of a project remember on this computer. It is no part of the plan: there is no
 * step to undo, nobody is told, and the file never has it. */

#include "config.h"

#include "project/sl-project-private.h"
#include "storage/sl-ws.h"

char *
sl_project_get_view (SlProject *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self) && key != NULL, NULL);

  if (self->workfile != NULL)
    value = sl_view_get_text (self->workfile->db, key, &error);
  if (error != NULL)
    g_debug ("What a view remembers could not be read: %s", error->message);
  return value != NULL ? value : g_strdup ("");
}

void
sl_project_set_view (SlProject *self, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SL_IS_PROJECT (self) && key != NULL && value != NULL);

  if (self->workfile != NULL && !sl_view_set_text (self->workfile->db, key, value, &error))
    g_debug ("What a view remembers could not be kept: %s", error->message);
}
