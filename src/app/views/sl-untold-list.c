/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Confirmations that are open, the earliest first. Enter on a row shows the goal, its button notes
 * that the party knows of the change. */

#include "config.h"

#include "views/sl-untold-list.h"

#include <glib/gi18n.h>

#include "analysis/sl-check-ins.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "views/sl-ask-list.h"
#include "widgets/sl-when-seen.h"

/* The title counts all; what comes first is told first. */
#define MAX_ROWS 50

struct _SlUntoldList
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  SlAskList *list;
  GArray *shown; /* of guint: rows of the confirmations */
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlUntoldList, sl_untold_list, GTK_TYPE_WIDGET)

static const SlTable *
table_of (SlUntoldList *self)
{
  return sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_ACKNOWLEDGEMENT);
}

static SlId
reference (SlUntoldList *self, guint number, guint field)
{
  return sl_table_ref (table_of (self), g_array_index (self->shown, guint, number), field);
}

static void
row_answered_cb (SlAskList *list, guint number, SlUntoldList *self)
{
  sl_session_run (self->session, "goal.acknowledge",
                  g_variant_new ("(xx)", reference (self, number, SL_ACKNOWLEDGEMENT_GOAL),
                                 reference (self, number, SL_ACKNOWLEDGEMENT_PARTY)),
                  NULL);
}

static void
row_opened_cb (SlAskList *list, guint number, SlUntoldList *self)
{
  sl_session_show (self->session, reference (self, number, SL_ACKNOWLEDGEMENT_GOAL));
}

/* (transfer full) */
static char *
say (SlUntoldList *self, guint number)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  guint row = g_array_index (self->shown, guint, number);
  const char *party = sl_snapshot_title (plan, reference (self, number, SL_ACKNOWLEDGEMENT_PARTY));
  const char *goal = sl_snapshot_title (plan, reference (self, number, SL_ACKNOWLEDGEMENT_GOAL));
  const char *change = sl_table_text (table_of (self), row, SL_ACKNOWLEDGEMENT_CHANGE);
  gint64 due = sl_table_int (table_of (self), row, SL_ACKNOWLEDGEMENT_DUE);
  g_autofree char *day = due != SL_INT_NULL ? sl_day_to_text (due) : g_strdup ("–");

  if (change == NULL || change[0] == '\0')
    change = goal;
  /* Translators: a party, what changed, the day by which it should know */
  return g_strdup_printf (_ ("%s does not know yet: %s (by %s)"), party, change, day);
}

static void
update_title (SlUntoldList *self)
{
  g_autofree char *title
      = self->shown->len == 0
            ? g_strdup (_ ("Everybody knows of every change"))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u party does not know of a change",
                                            "%u times a party does not know of a change",
                                            self->shown->len),
                               self->shown->len);

  gtk_label_set_text (GTK_LABEL (self->title), title);
}

static void
update (GtkWidget *widget)
{
  SlUntoldList *self = SL_UNTOLD_LIST (widget);
  GArray *rows = sl_ask_rows_new ();

  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = sl_check_in_list_untold (sl_session_get_snapshot (self->session));
  for (guint i = 0; i < MIN (self->shown->len, MAX_ROWS); i++)
    {
      SlAskRow row = { .record = reference (self, i, SL_ACKNOWLEDGEMENT_GOAL),
                       .words = say (self, i),
                       .button = _ ("Knows Now"),
                       .tooltip = g_strdup (_ ("It was told today, and said so")),
                       .sensitive = TRUE };

      g_array_append_val (rows, row);
    }
  sl_ask_list_show (self->list, rows);
  update_title (self);
}

static void
changed_cb (SlUntoldList *self)
{
  sl_when_seen (GTK_WIDGET (self), update);
}

static gboolean
sl_untold_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SL_UNTOLD_LIST (widget)->list));
}

static void
sl_untold_list_dispose (GObject *object)
{
  SlUntoldList *self = SL_UNTOLD_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_untold_list_parent_class)->dispose (object);
}

static void
sl_untold_list_class_init (SlUntoldListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_untold_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = sl_untold_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_untold_list_init (SlUntoldList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "margin-start", 12,
                              "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  self->list = SL_ASK_LIST (sl_ask_list_new (_ ("Who does not know yet")));
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-opened", G_CALLBACK (row_opened_cb), self, 0);
  g_signal_connect_object (self->list, "row-answered", G_CALLBACK (row_answered_cb), self, 0);
}

GtkWidget *
sl_untold_list_new (SlSession *session)
{
  SlUntoldList *self = g_object_new (SL_TYPE_UNTOLD_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
