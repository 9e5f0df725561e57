/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A low list of questions that the plan leaves open: Enter on a row goes where it is answered, the
 * button of the row does what is mostly done about it. */

#pragma once

#include <gtk/gtk.h>

#include "base/sl-types.h"

G_BEGIN_DECLS

/* @record: what the menu of the row is about
 * @words: of the row
 * @button, @tooltip: of its button; not copied and copied. @sensitive: whether that can be pressed
 */
typedef struct
{
  SlId record;
  char *words;
  const char *button;
  char *tooltip;
  gboolean sensitive;
} SlAskRow;

#define SL_TYPE_ASK_LIST (sl_ask_list_get_type ())
G_DECLARE_FINAL_TYPE (SlAskList, sl_ask_list, SL, ASK_LIST, GtkWidget)

/* Signals: "row-opened" (guint), "row-answered" (guint): Enter or the button of a row, counted from
 * the top. @name: of the list, for a screen reader */
GtkWidget *sl_ask_list_new (const char *name);
/* (transfer full) (element-type SlAskRow): for sl_ask_list_show(); it frees words and tooltips. */
GArray *sl_ask_rows_new (void);
/* Shows @rows; where they say what shows already, nothing is made anew and the focus stays. Without
 * rows the list is not to be seen. @rows: (transfer full) */
void sl_ask_list_show (SlAskList *self, GArray *rows);

G_END_DECLS
