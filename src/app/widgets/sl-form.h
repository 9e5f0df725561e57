/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of forms that stand on a page: groups, fields of records, rows that lead somewhere. */

#pragma once

#include <adwaita.h>

#include "sl-session.h"

G_BEGIN_DECLS

/* Makes the box of a form that fills @parent, which scrolls and is not wider than reads well.
 * @scroller: (out): child of @parent, to be unparented by it. Returns: (transfer none) */
GtkBox *sl_form_fill (GtkWidget *parent, GtkWidget **scroller);
/* Appends a group called @title to @box. (transfer none) */
GtkWidget *sl_form_add_group (GtkBox *box, const char *title);
/* Appends the row of a field to @group and to @rows, of which none is owned. (transfer none) */
GtkWidget *sl_form_add_field (GtkWidget *group, GPtrArray *rows, SlSession *session, SlId id,
                              guint field);
/* Takes all children out of @box. */
void sl_form_clear (GtkBox *box);
/* A row with plain text. @subtitle: (nullable) */
GtkWidget *sl_form_row (const char *title, const char *subtitle);
/* The same, and Enter or a click on it calls @activated (row, @data), as long as @data lives. */
GtkWidget *sl_form_link_row (const char *title, const char *subtitle, GCallback activated,
                             gpointer data);
/* Adds a flat button with an icon to @row, that calls @clicked (button, @data). @name: tooltip and
 * accessible name, in whole. (transfer none) */
GtkWidget *sl_form_add_button (GtkWidget *row, const char *icon, const char *name,
                               GCallback clicked, gpointer data);
/* An entry in a bar, called @name in whole; Enter in it calls @activated (@data) as long as @data
 * lives. Ctrl+Z in it is the project's. */
GtkWidget *sl_form_entry (const char *name, GCallback activated, gpointer data);
/* A choice of what the enumeration @field can be, called as the field. @codes: (nullable): the @n
 * that can be chosen, in order; NULL: all. (transfer floating) */
GtkWidget *sl_form_choice (const SlField *field, const gint64 *codes, guint n);
/* What a row or button stands for. */
void sl_form_set_id (GtkWidget *widget, SlId id);
SlId sl_form_get_id (GtkWidget *widget);

G_END_DECLS
