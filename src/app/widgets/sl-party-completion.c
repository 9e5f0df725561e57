/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Inline completion of party names; GtkEntryCompletion is deprecated and opens a window. */

#include "config.h"

#include "widgets/sl-party-completion.h"

typedef struct
{
  SlSession *session;
  glong length; /* characters before the last change */
  gboolean completing;
} Completion;

/* The end of the first party name that begins with @typed, compared without case. */
static const char *
find_rest (SlSession *session, const char *typed)
{
  const SlTable *parties = sl_snapshot_table (sl_session_get_snapshot (session), SL_KIND_PARTY);
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  glong n = g_utf8_strlen (typed, -1);

  for (guint row = 0; row < sl_table_n_rows (parties); row++)
    {
      const char *name = sl_table_text (parties, row, SL_PARTY_TITLE);
      g_autofree char *head = NULL;
      g_autofree char *folded_head = NULL;

      if (name == NULL || g_utf8_strlen (name, -1) <= n)
        continue;
      head = g_utf8_substring (name, 0, n);
      folded_head = g_utf8_casefold (head, -1);
      if (g_str_equal (folded_head, folded))
        return g_utf8_offset_to_pointer (name, n);
    }
  return NULL;
}

static void
changed_cb (GtkEditable *editable, Completion *completion)
{
  const char *text = gtk_editable_get_text (editable);
  glong length = g_utf8_strlen (text, -1);
  gboolean grew = length > completion->length;
  const char *rest;
  int position;

  completion->length = length;
  if (completion->completing || !grew || length == 0
      || !(gtk_widget_get_state_flags (GTK_WIDGET (editable)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return;
  rest = find_rest (completion->session, text);
  if (rest == NULL)
    return;
  position = (int)length;
  completion->completing = TRUE;
  gtk_editable_insert_text (editable, rest, -1, &position);
  gtk_editable_select_region (editable, (int)length, -1);
  completion->completing = FALSE;
}

void
sl_party_completion_attach (GtkEditable *editable, SlSession *session)
{
  Completion *completion = g_new0 (Completion, 1);

  completion->session = session;
  g_object_set_data_full (G_OBJECT (editable), "sl-party-completion", completion, g_free);
  g_signal_connect (editable, "changed", G_CALLBACK (changed_cb), completion);
}
