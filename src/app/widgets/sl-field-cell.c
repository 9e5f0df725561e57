/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of fields. */

#include "config.h"

#include "widgets/sl-field-cell.h"

#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"
#include "inspector/sl-field-words.h"
#include "widgets/sl-word-completion.h"

gboolean
sl_field_cell_is_numeric (const SlField *field)
{
  return field->type == SL_REAL || field->type == SL_MONEY || field->type == SL_INT;
}

void
sl_field_cell_configure (SlEditableCell *cell, const SlKind *kind, guint field)
{
  const SlField *spec = &kind->fields[field];

  g_return_if_fail (SL_IS_EDITABLE_CELL (cell));
  sl_editable_cell_set_numeric (cell, sl_field_cell_is_numeric (spec));
  sl_editable_cell_set_name (cell, _ (spec->nick));
  if ((int)field == kind->title_field)
    sl_editable_cell_set_placeholder (cell, _ ("(untitled)"));
}

/* Rows of an outline are of several kinds: what completed the field of one must not go on. */
void
sl_field_cell_begin (GtkEditable *text, SlSession *session, const SlKind *kind, guint field)
{
  sl_word_completion_attach (text, session, &kind->fields[field]);
}

void
sl_field_cell_show (SlEditableCell *cell, SlSession *session, SlRecord *record, int field)
{
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *text = NULL;

  if (field >= 0)
    {
      value = sl_record_get_value (record, (guint)field);
      text = sl_field_display (sl_session_get_snapshot (session),
                               &sl_record_get_kind (record)->fields[field], &value);
      if (sl_record_get_kind (record)->fields[field].type == SL_PROSE)
        g_strdelimit (text, "\n\t", ' ');
    }
  sl_editable_cell_set_text (cell, text != NULL ? text : "");
}

void
sl_field_cell_commit (SlSession *session, const SlId *ids, guint n, guint field, const char *typed)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  g_autoptr (GVariant) all = g_variant_ref_sink (
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids, n, sizeof (SlId)));
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  SlKindId kind = SL_N_KINDS;
  const SlField *spec;

  g_return_if_fail (n > 0);
  if (!sl_snapshot_find (plan, ids[0], &kind, NULL))
    return;
  spec = &sl_kind (kind)->fields[field];
  if (sl_field_is_owner (spec))
    sl_session_run (session, "owner.set-by-name", g_variant_new ("(@axs)", all, typed), NULL);
  else if (!sl_field_read (plan, ids[0], spec, typed, &value, &error))
    sl_session_say (session, error->message);
  else if (n == 1)
    sl_session_set_value (session, ids[0], field, &value);
  else
    sl_session_run (session, "record.set-many",
                    g_variant_new ("(@axsv)", all, spec->name, sl_value_to_variant (&value)), NULL);
}

void
sl_field_cell_draft (SlSession *session, SlId id, guint field, const char *typed)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  g_auto (SlValue) value = SL_VALUE_INIT;
  SlKindId kind = SL_N_KINDS;
  const SlField *spec;

  if (!sl_snapshot_find (plan, id, &kind, NULL))
    return;
  spec = &sl_kind (kind)->fields[field];
  if (sl_field_is_owner (spec))
    sl_session_set_draft (
        session, "owner.set-by-name",
        g_variant_new ("(@axs)",
                       g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof (SlId)),
                       typed));
  else if (sl_field_read (plan, id, spec, typed, &value, NULL))
    sl_session_draft_value (session, id, field, &value);
}
