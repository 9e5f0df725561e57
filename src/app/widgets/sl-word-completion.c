/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Inline completion; GtkEntryCompletion is deprecated and opens a window. */

#include "config.h"

#include "widgets/sl-word-completion.h"

#include "inspector/sl-field-words.h"
#include "widgets/sl-held-selection.h"

typedef struct
{
  SlSession *session;
  const SlField *field;
  glong length;  /* characters before the last change */
  guint idle_id; /* completes soon, or 0 */
  int offered;   /* what stands from here on was not typed; -1: nothing */
  gboolean completing;
} Completion;

/* The end of the first word that begins with @typed, compared without case. */
static const char *
find_rest (Completion *completion, const char *typed)
{
  g_autoptr (GArray) words
      = sl_field_words (sl_session_get_snapshot (completion->session), completion->field);
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  glong n = g_utf8_strlen (typed, -1);

  for (guint i = 0; i < words->len; i++)
    {
      const char *name = g_array_index (words, SlFieldWord, i).text;
      g_autofree char *head = NULL;
      g_autofree char *folded_head = NULL;

      if (g_utf8_strlen (name, -1) <= n)
        continue;
      head = g_utf8_substring (name, 0, n);
      folded_head = g_utf8_casefold (head, -1);
      if (g_str_equal (folded_head, folded))
        return g_utf8_offset_to_pointer (name, n);
    }
  return NULL;
}

/* After the key: a text field that takes a letter puts the cursor behind it last of all. */
static gboolean
complete_cb (gpointer data)
{
  GtkEditable *editable = data;
  Completion *completion = g_object_get_data (data, "sl-completion");
  const char *text = gtk_editable_get_text (editable);
  int position = gtk_editable_get_position (editable);
  const char *rest;
  int typed;

  completion->idle_id = 0;
  if (text[0] == '\0' || position != g_utf8_strlen (text, -1)
      || !(gtk_widget_get_state_flags (data) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return G_SOURCE_REMOVE;
  rest = find_rest (completion, text);
  if (rest == NULL)
    return G_SOURCE_REMOVE;
  typed = position;
  completion->completing = TRUE;
  gtk_editable_insert_text (editable, rest, -1, &position);
  completion->completing = FALSE;
  sl_held_selection_set (editable, typed);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkEditable *editable, Completion *completion)
{
  glong length = g_utf8_strlen (gtk_editable_get_text (editable), -1);
  gboolean grew = length > completion->length;

  completion->length = length;
  if (completion->completing)
    return;
  if (!sl_field_has_words (completion->field))
    return;
  g_clear_handle_id (&completion->idle_id, g_source_remove);
  if (grew)
    completion->idle_id = g_idle_add_full (G_PRIORITY_HIGH, complete_cb, editable, NULL);
}

static void
completion_free (gpointer data)
{
  Completion *completion = data;

  g_clear_handle_id (&completion->idle_id, g_source_remove);
  g_free (completion);
}

void
sl_word_completion_attach (GtkEditable *editable, SlSession *session, const SlField *field)
{
  Completion *completion = g_object_get_data (G_OBJECT (editable), "sl-completion");

  g_return_if_fail (GTK_IS_EDITABLE (editable));
  if (completion == NULL)
    {
      completion = g_new0 (Completion, 1);
      g_object_set_data_full (G_OBJECT (editable), "sl-completion", completion, completion_free);
      g_signal_connect (editable, "changed", G_CALLBACK (changed_cb), completion);
    }
  completion->session = session;
  completion->field = field;
}
