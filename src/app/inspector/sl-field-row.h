/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of the inspector for one field of one record. Each type of field has its own file; all
 * are made here. A row shows the stored value, commits what is typed as one command, and says in
 * the row what is wrong with it if it cannot. */

#pragma once

#include "model/sl-display.h"
#include "sl-session.h"
#include "widgets/sl-typing-pause.h"

G_BEGIN_DECLS

/* Returns: (transfer floating): a row for an AdwPreferencesGroup or list box; (nullable): NULL for
 * internal fields. The row follows the record until it is destroyed. */
GtkWidget *sl_field_row_new (SlSession *session, SlId id, guint field);
/* The same for several records of one kind, (element-type SlId): it shows what they have in common,
 * and what is entered is given to all of them in one step. */
GtkWidget *sl_field_row_new_for_many (SlSession *session, const GArray *ids, guint field);
/* Reads the value again after a change. */
void sl_field_row_refresh (GtkWidget *row);

/* The rows by type; used by sl_field_row_new() only. */
typedef struct
{
  SlSession *session; /* (transfer none): lives as long as the row */
  SlId id;            /* the first one */
  GArray *ids;        /* of SlId; NULL: one record */
  guint field;
  const SlField *spec;
  void (*refresh) (GtkWidget *row);
} SlFieldRow;

GtkWidget *sl_field_row_text_new (SlFieldRow *info);
GtkWidget *sl_field_row_prose_new (SlFieldRow *info);
GtkWidget *sl_field_row_choice_new (SlFieldRow *info);
GtkWidget *sl_field_row_switch_new (SlFieldRow *info);
GtkWidget *sl_field_row_party_new (SlFieldRow *info);
GtkWidget *sl_field_row_color_new (SlFieldRow *info);
/* A row with the title small above @field, which then has the whole width. (transfer floating) */
GtkWidget *sl_field_row_new_stacked (const SlFieldRow *info, GtkWidget *field);
/* A row of one line of text, which calls @commit (row) when Enter is pressed, the focus leaves or
 * the action "field.commit" is asked for, and @pause (row) when the typing pauses. */
GtkWidget *sl_field_row_entry_new (SlFieldRow *info, void (*commit) (GtkWidget *row),
                                   void (*pause) (GtkWidget *row));
/* What is being typed is over: no pause is waited for, and there is no draft. */
void sl_field_row_entry_end (GtkWidget *row);
/* Shows @text unless something is being typed. Returns: whether it was not shown before */
gboolean sl_field_row_entry_show (GtkWidget *row, const char *text);
/* The value now, (transfer full): null where records differ. */
SlValue sl_field_row_get_value (const SlFieldRow *info);
/* Whether the records differ. */
gboolean sl_field_row_is_mixed (const SlFieldRow *info);
/* Gives @value to all records. */
gboolean sl_field_row_set_value (const SlFieldRow *info, const SlValue *value);
/* Keeps it as a draft. */
void sl_field_row_draft_value (const SlFieldRow *info, const SlValue *value);
/* Their ids as "ax". (transfer floating) */
GVariant *sl_field_row_get_ids (const SlFieldRow *info);
SlFieldRow *sl_field_row_get_info (GtkWidget *row);

/* What the user types, the reverse of sl_field_display(): dates, money, effort, percent in the
 * words of the locale. */
gboolean sl_field_read (const SlSnapshot *plan, SlId id, const SlField *field, const char *text,
                        SlValue *value, GError **error);

G_END_DECLS
