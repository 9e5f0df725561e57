/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs is stored as it is typed; the day when it is signed, in the one step that signs. */

#include "config.h"

#include "alignment/sl-charter-sign.h"

#include <glib/gi18n.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"

struct _SlCharterSign
{
  GtkWidget parent_instance;
  GtkBox *box;
  GtkBox *rows_box;
  GtkLabel *note;
  GtkWidget *button;
  GtkEditable *day;
  GPtrArray *names; /* of field rows, not owned: one a partner; each knows its party */
  char *shown;      /* what the rows were made of */
  SlSession *session;
  SlId alliance;
};

G_DEFINE_FINAL_TYPE (SlCharterSign, sl_charter_sign, GTK_TYPE_WIDGET)

static void
sign_cb (SlCharterSign *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GVariantBuilder names;
  gint64 day = SL_INT_NULL;

  if (!sl_parse_day (gtk_editable_get_text (self->day), sl_day_today (), sl_day_today (), FALSE,
                     &day, &error))
    {
      sl_session_say (self->session, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (self->day)));
      return;
    }
  g_variant_builder_init (&names, G_VARIANT_TYPE ("a(xs)"));
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = gtk_editable_get_text (GTK_EDITABLE (self->names->pdata[i]));

      if (*name != '\0')
        g_variant_builder_add (&names, "(xs)", sl_form_get_id (self->names->pdata[i]), name);
    }
  /* Translators: an alliance. */
  text = g_strdup_printf (_ ("The charter of “%s” is signed"),
                          sl_snapshot_title (plan, self->alliance));
  if (sl_session_run (self->session, "alliance.sign",
                      g_variant_new ("(xxa(xs))", self->alliance, day, &names), NULL))
    sl_session_say_undoable (self->session, text);
}

static GtkEditable *
add_entry (SlCharterSign *self, GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  sl_spoken_tidy (row);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

/* What is typed is kept like any field of a record: a program that is killed loses nothing. */
static void
add_partner (SlCharterSign *self, GtkWidget *group, const SlTable *partners, guint row)
{
  const SlId party = sl_table_ref (partners, row, SL_PARTNER_PARTY);
  /* Translators: a partner of an alliance. */
  g_autofree char *title = g_strdup_printf (
      _ ("Who signs for %s"), sl_snapshot_title (sl_session_get_snapshot (self->session), party));
  GtkWidget *entry = sl_form_add_field (group, self->names, self->session,
                                        sl_table_id (partners, row), SL_PARTNER_SIGNATORY);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  sl_spoken_tidy (entry);
  sl_form_set_id (entry, party);
}

static void
build (SlCharterSign *self, gint64 signed_on)
{
  const SlTable *partners
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_PARTNER);
  g_autofree char *day = sl_day_to_text (signed_on != SL_INT_NULL ? signed_on : sl_day_today ());
  g_autofree char *today = sl_day_to_text (sl_day_today ());
  /* Translators: the day on which a charter was signed. */
  g_autofree char *title = signed_on != SL_INT_NULL ? g_strdup_printf (_ ("Signed on %s"), day)
                                                    : g_strdup (_ ("Sign"));
  GtkWidget *group;

  sl_form_clear (self->rows_box);
  g_ptr_array_set_size (self->names, 0);
  group = sl_form_add_group (self->rows_box, title);
  self->day = add_entry (self, group, _ ("Day"), today);
  for (guint row = 0; row < sl_table_n_rows (partners); row++)
    if (sl_table_ref (partners, row, SL_PARTNER_ALLIANCE) == self->alliance)
      add_partner (self, group, partners, row);
  gtk_button_set_label (GTK_BUTTON (self->button),
                        signed_on != SL_INT_NULL ? _ ("_Sign Anew") : _ ("_Sign"));
  sl_spoken_tidy (self->button);
}

/* Everything that the rows are made of. (transfer full) */
static char *
describe (SlCharterSign *self, gint64 *signed_on)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *partners = sl_snapshot_table (plan, SL_KIND_PARTNER);
  const SlTable *alliances = sl_snapshot_table (plan, SL_KIND_ALLIANCE);
  GString *text = g_string_new (NULL);
  guint row;

  *signed_on = SL_INT_NULL;
  if (sl_table_find (alliances, self->alliance, &row))
    *signed_on = sl_table_int (alliances, row, SL_ALLIANCE_SIGNED);
  g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", *signed_on);
  for (row = 0; row < sl_table_n_rows (partners); row++)
    if (sl_table_ref (partners, row, SL_PARTNER_ALLIANCE) == self->alliance)
      g_string_append_printf (
          text, "%s\n", sl_snapshot_title (plan, sl_table_ref (partners, row, SL_PARTNER_PARTY)));
  return g_string_free (text, FALSE);
}

void
sl_charter_sign_refresh (SlCharterSign *self, guint n_open)
{
  gint64 signed_on;
  g_autofree char *made_of = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (SL_IS_CHARTER_SIGN (self));
  made_of = describe (self, &signed_on);
  if (g_strcmp0 (made_of, self->shown) != 0)
    {
      build (self, signed_on);
      g_free (self->shown);
      self->shown = g_steal_pointer (&made_of);
    }
  for (guint i = 0; i < self->names->len; i++)
    sl_field_row_refresh (self->names->pdata[i]);
  note = g_strdup_printf (ngettext ("%u point is still open, see Before We Sign",
                                    "%u points are still open, see Before We Sign", n_open),
                          n_open);
  gtk_label_set_text (self->note, n_open > 0 ? note : _ ("Nothing stands against signing"));
  gtk_widget_set_sensitive (self->button, self->names->len >= 2);
}

static void
sl_charter_sign_dispose (GObject *object)
{
  SlCharterSign *self = SL_CHARTER_SIGN (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_charter_sign_parent_class)->dispose (object);
}

static void
sl_charter_sign_class_init (SlCharterSignClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_charter_sign_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_charter_sign_init (SlCharterSign *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->names = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->rows_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->note = GTK_LABEL (
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL));
  self->button = gtk_button_new_with_mnemonic (_ ("_Sign"));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, _ ("Stores What Was Agreed, in One Step"));
  sl_spoken_tidy (self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (foot), self->button);
  gtk_box_append (self->box, GTK_WIDGET (self->rows_box));
  gtk_box_append (self->box, foot);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
sl_charter_sign_new (SlSession *session, SlId alliance)
{
  SlCharterSign *self = g_object_new (SL_TYPE_CHARTER_SIGN, NULL);

  self->session = g_object_ref (session);
  self->alliance = alliance;
  return GTK_WIDGET (self);
}
