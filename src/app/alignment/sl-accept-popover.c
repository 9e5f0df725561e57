/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reason, a date, one button; Enter does it too. */

#include "config.h"

#include "alignment/sl-accept-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "widgets/sl-spoken.h"

typedef struct
{
  SlSession *session;
  char *key;
  GtkWidget *popover; /* not owned */
  GtkEditable *reason;
  GtkEditable *until;
} Accept;

static void
accept_free (gpointer data)
{
  Accept *self = data;

  g_object_unref (self->session);
  g_free (self->key);
  g_free (self);
}

static void
accept_cb (Accept *self)
{
  g_autoptr (GError) error = NULL;
  const char *until = gtk_editable_get_text (self->until);
  gint64 expiry = SL_INT_NULL;

  if (*until != '\0'
      && !sl_parse_day (until, sl_day_today (), sl_day_today (), TRUE, &expiry, &error))
    {
      sl_session_say (self->session, error->message);
      return;
    }
  if (sl_session_run (
          self->session, "finding.accept",
          g_variant_new ("(ssx)", self->key, gtk_editable_get_text (self->reason), expiry), NULL))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
make_row (const char *title, GtkListBox *list, Accept *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  sl_spoken_tidy (row);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (accept_cb), self);
  gtk_list_box_append (list, row);
  return row;
}

GtkWidget *
sl_accept_popover_new (SlSession *session, const char *key)
{
  Accept *self = g_new0 (Accept, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Accept"));

  self->session = g_object_ref (session);
  self->key = g_strdup (key);
  self->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->popover), "sl-accept", self, accept_free);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 300, -1);
  self->reason = GTK_EDITABLE (make_row (_ ("Why is it accepted?"), GTK_LIST_BOX (list), self));
  self->until
      = GTK_EDITABLE (make_row (_ ("Until when? Empty: for good"), GTK_LIST_BOX (list), self));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (accept_cb), self);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  return self->popover;
}
