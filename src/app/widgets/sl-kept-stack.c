/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stacks that remember what they showed. */

#include "config.h"

#include "widgets/sl-kept-stack.h"

#define GROUP "shown"
#define KEY "sl-kept-stack"

static void
keep_view_cb (GtkStack *stack, GKeyFile *view)
{
  const char *shown = gtk_stack_get_visible_child_name (stack);

  if (shown != NULL)
    g_key_file_set_string (view, GROUP, g_object_get_data (G_OBJECT (stack), KEY), shown);
}

void
sl_kept_stack_attach (GtkStack *stack, SlSession *session, const char *key)
{
  g_autofree char *shown = g_key_file_get_string (sl_session_get_view (session), GROUP, key, NULL);

  g_object_set_data (G_OBJECT (stack), KEY, (gpointer)key);
  if (shown != NULL && gtk_stack_get_child_by_name (stack, shown) != NULL)
    gtk_stack_set_visible_child_name (stack, shown);
  g_signal_connect_object (session, "keep-view", G_CALLBACK (keep_view_cb), stack,
                           G_CONNECT_SWAPPED);
}
