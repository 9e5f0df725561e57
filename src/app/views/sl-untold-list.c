/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Confirmations that are open, the earliest first. Enter on a row shows the goal, its button notes
 * that the party knows of the change. */

#include "config.h"

#include "views/sl-untold-list.h"

#include <glib/gi18n.h>

#include "analysis/sl-check-ins.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "widgets/sl-when-seen.h"

#define LIST_HEIGHT 150
/* The title counts all; what comes first is told first. */
#define MAX_ROWS 50

struct _SlUntoldList
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *scroller;
  GtkListBox *list;
  GArray *shown; /* of guint: rows of the confirmations */
  GStrv said;    /* the words of the rows */
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
told_clicked_cb (GtkButton *button, SlUntoldList *self)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sl-number"));

  sl_session_run (self->session, "goal.acknowledge",
                  g_variant_new ("(xx)", reference (self, number, SL_ACKNOWLEDGEMENT_GOAL),
                                 reference (self, number, SL_ACKNOWLEDGEMENT_PARTY)),
                  NULL);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SlUntoldList *self)
{
  sl_session_show (self->session, reference (self, (guint)gtk_list_box_row_get_index (row),
                                             SL_ACKNOWLEDGEMENT_GOAL));
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
add_row (SlUntoldList *self, guint number)
{
  const char *text = self->said[number];
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 12, "margin-start", 12, "margin-end", 12,
                                 "margin-top", 3, "margin-bottom", 3, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "hexpand", TRUE,
                                   "wrap", TRUE, NULL);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Knows Now"), "tooltip-text",
                      _ ("It was told today, and said so"), "valign", GTK_ALIGN_CENTER, NULL);

  g_object_set_data (G_OBJECT (button), "sl-number", GUINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (told_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_box_append (self->list, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
  gtk_widget_set_visible (self->scroller, self->shown->len > 0);
}

/* Makes the rows anew. The focus stays in the list. */
static void
update_rows (SlUntoldList *self)
{
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->said[i] != NULL; i++)
    add_row (self, i);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
update (GtkWidget *widget)
{
  SlUntoldList *self = SL_UNTOLD_LIST (widget);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) before = g_steal_pointer (&self->said);

  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = sl_check_in_list_untold (sl_session_get_snapshot (self->session));
  for (guint i = 0; i < MIN (self->shown->len, MAX_ROWS); i++)
    {
      g_autofree char *text = say (self, i);

      g_strv_builder_add (words, text);
    }
  self->said = g_strv_builder_end (words);
  update_title (self);
  if (before == NULL
      || !g_strv_equal ((const char *const *)before, (const char *const *)self->said))
    update_rows (self);
}

static void
changed_cb (SlUntoldList *self)
{
  sl_when_seen (GTK_WIDGET (self), update);
}

static gboolean
sl_untold_list_grab_focus (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (SL_UNTOLD_LIST (widget)->list));

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
sl_untold_list_dispose (GObject *object)
{
  SlUntoldList *self = SL_UNTOLD_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->said, g_strfreev);
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
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who does not know yet"), -1);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "propagate-natural-height", TRUE, "max-content-height",
                                 LIST_HEIGHT, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
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
