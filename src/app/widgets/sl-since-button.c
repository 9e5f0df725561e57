/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Since when charts mark what changed: one choice for all charts of a window, the last meetings and
 * some usual days first, any other day typed. The list is made when it is asked for. */

#include "config.h"

#include "widgets/sl-since-button.h"

#include <glib/gi18n.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-parse.h"

#define MEETINGS_MAX 5
#define MONTH_DAYS 30

struct _SlSinceButton
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlSinceButton, sl_since_button, GTK_TYPE_WIDGET)

/* --- Days --- */

typedef struct
{
  gint64 day;
  const char *title;
} Meeting;

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const gint64 x = ((const Meeting *)a)->day;
  const gint64 y = ((const Meeting *)b)->day;

  return (y > x) - (y < x);
}

/* The meetings before today, the newest first. (transfer full) (element-type Meeting) */
static GArray *
list_meetings (const SlSnapshot *plan)
{
  const SlTable *reviews = sl_snapshot_table (plan, SL_KIND_REVIEW);
  GArray *meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));

  for (guint row = 0; row < sl_table_n_rows (reviews); row++)
    {
      const Meeting meeting = { sl_table_int (reviews, row, SL_REVIEW_DAY),
                                sl_table_text (reviews, row, SL_REVIEW_TITLE) };

      if (meeting.day != SL_INT_NULL && meeting.day < sl_day_today ())
        g_array_append_val (meetings, meeting);
    }
  g_array_sort (meetings, compare_newest);
  return meetings;
}

void
sl_since_toggle (SlSession *session)
{
  g_autoptr (GArray) meetings = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SL_IS_SESSION (session));

  if (sl_session_get_since (session)->then != NULL)
    {
      sl_session_set_since (session, SL_INT_NULL);
      sl_session_say (session, _ ("Changes are no longer marked"));
      return;
    }
  meetings = list_meetings (sl_session_get_snapshot (session));
  if (meetings->len > 0)
    {
      const Meeting *last = &g_array_index (meetings, Meeting, 0);

      sl_session_set_since (session, last->day);
      day = sl_day_to_text (last->day);
      /* Translators: a meeting and its day. */
      text = g_strdup_printf (_ ("Charts mark what changed since “%s”, %s"), last->title, day);
    }
  else
    {
      sl_session_set_since (session, sl_day_today () - MONTH_DAYS);
      day = sl_day_to_text (sl_day_today () - MONTH_DAYS);
      text = g_strdup_printf (_ ("No meeting yet: charts mark what changed since %s"), day);
    }
  sl_session_say (session, text);
}

/* --- The choice --- */

static void
choice_toggled_cb (GtkCheckButton *choice, SlSinceButton *self)
{
  const gint64 *day = g_object_get_data (G_OBJECT (choice), "sl-day");

  if (!gtk_check_button_get_active (choice))
    return;
  sl_session_set_since (self->session, *day);
  gtk_menu_button_popdown (self->button);
}

/* @group: (inout): the first choice */
static void
add_choice (SlSinceButton *self, GtkBox *box, GtkWidget **group, const char *text, gint64 day)
{
  GtkWidget *choice = gtk_check_button_new_with_label (text);
  const SlChartSince *since = sl_session_get_since (self->session);

  if (*group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (*group));
  else
    *group = choice;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), since->day == day);
  g_object_set_data_full (G_OBJECT (choice), "sl-day", g_memdup2 (&day, sizeof day), g_free);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (choice_toggled_cb), self, 0);
  gtk_box_append (box, choice);
}

static void
add_meetings (SlSinceButton *self, GtkBox *box, GtkWidget **group)
{
  g_autoptr (GArray) meetings = list_meetings (sl_session_get_snapshot (self->session));

  for (guint i = 0; i < MIN (meetings->len, MEETINGS_MAX); i++)
    {
      const Meeting *meeting = &g_array_index (meetings, Meeting, i);
      g_autofree char *day = sl_day_to_short_text (meeting->day, sl_day_today ());
      /* Translators: a meeting and its day. */
      g_autofree char *text = g_strdup_printf (_ ("%s, %s"), meeting->title, day);

      add_choice (self, box, group, text, meeting->day);
    }
}

static void
day_typed_cb (GtkEntry *entry, SlSinceButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const gint64 today = sl_day_today ();
  g_autoptr (GError) error = NULL;
  gint64 day;

  if (!sl_parse_day_in_year (text, today, today,
                             sl_snapshot_fiscal_month (sl_session_get_snapshot (self->session)),
                             FALSE, &day, &error))
    sl_session_say (self->session, error->message);
  else if (day > today)
    sl_session_say (self->session, _ ("Charts can compare with a day that has been, not with one "
                                      "to come"));
  else
    {
      sl_session_set_since (self->session, day);
      gtk_menu_button_popdown (self->button);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
add_entry (SlSinceButton *self, GtkBox *box)
{
  const SlChartSince *since = sl_session_get_since (self->session);
  GtkWidget *entry = gtk_entry_new ();

  if (since->then != NULL)
    {
      g_autofree char *day = sl_day_to_text (since->day);

      gtk_editable_set_text (GTK_EDITABLE (entry), day);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Another day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another day"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (day_typed_cb), self, 0);
  gtk_box_append (box, entry);
}

static void
popup_cb (GtkMenuButton *button, gpointer data)
{
  SlSinceButton *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *heading = gtk_label_new (_ ("Mark what changed since"));
  GtkWidget *group = NULL;
  const gint64 today = sl_day_today ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (box, heading);
  add_choice (self, box, &group, _ ("Mark nothing"), SL_INT_NULL);
  add_meetings (self, box, &group);
  add_choice (self, box, &group, _ ("A week ago"), today - 7);
  add_choice (self, box, &group, _ ("A month ago"), today - MONTH_DAYS);
  add_choice (self, box, &group, _ ("A quarter ago"), today - 91);
  add_entry (self, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Mark what changed since"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  gtk_menu_button_set_popover (button, popover);
}

/* --- The button --- */

static void
update (SlSinceButton *self)
{
  const SlChartSince *since = sl_session_get_since (self->session);
  g_autofree char *day
      = since->then != NULL ? sl_day_to_short_text (since->day, sl_day_today ()) : NULL;
  g_autofree char *name = day != NULL ? g_strdup_printf (_ ("Changes since %s are marked"), day)
                                      : g_strdup (_ ("Mark what changed (Ctrl+D)"));

  if (day != NULL)
    gtk_menu_button_set_label (self->button, day);
  else
    gtk_menu_button_set_icon_name (self->button, "sl-since-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
sl_since_button_dispose (GObject *object)
{
  SlSinceButton *self = SL_SINCE_BUTTON (object);

  g_clear_pointer ((GtkWidget **)&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_since_button_parent_class)->dispose (object);
}

static void
sl_since_button_class_init (SlSinceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_since_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_since_button_init (SlSinceButton *self)
{
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "direction", GTK_ARROW_UP, NULL);
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

void
sl_since_button_set_session (SlSinceButton *self, SlSession *session)
{
  g_return_if_fail (SL_IS_SINCE_BUTTON (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "since-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
