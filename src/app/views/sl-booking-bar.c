/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who or what the next booking is of, and for which task. The lists are made when they are seen:
 * there may be thousands of tasks. */

#include "config.h"

#include "views/sl-booking-bar.h"

#include <glib/gi18n.h>

#include "widgets/sl-spoken.h"

enum
{
  WHO,
  TASK,
  N_LISTS
};

/* @ids: what the lines of each list stand for, of SlId; @stale: the lists are of a former plan */
struct _SlBookingBar
{
  GtkBox parent_instance;
  SlSession *session;
  GtkDropDown *lists[N_LISTS];
  GArray *ids[N_LISTS];
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (SlBookingBar, sl_booking_bar, GTK_TYPE_BOX)

static SlId
chosen (SlBookingBar *self, guint list)
{
  const guint selected = gtk_drop_down_get_selected (self->lists[list]);

  return selected < self->ids[list]->len ? g_array_index (self->ids[list], SlId, selected)
                                         : SL_ID_NONE;
}

static void
choose (SlBookingBar *self, guint list, SlId id)
{
  for (guint i = 0; i < self->ids[list]->len; i++)
    if (g_array_index (self->ids[list], SlId, i) == id)
      gtk_drop_down_set_selected (self->lists[list], i);
}

/* Whoever can be booked, and work that is not over. */
static gboolean
is_offered (const SlSnapshot *plan, guint list, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, list == WHO ? SL_KIND_PARTY : SL_KIND_TASK);
  gint64 code = sl_table_int (table, row, list == WHO ? SL_PARTY_TYPE : SL_TASK_STATUS);

  return list == WHO ? (code == SL_PARTY_PERSON || code == SL_PARTY_TEAM
                        || code == SL_PARTY_DEPARTMENT || code == SL_PARTY_TECHNOLOGY)
                           && sl_table_int (table, row, SL_PARTY_GONE) == 0
                     : code != SL_TASK_DONE && code != SL_TASK_DROPPED;
}

static void
fill_list (SlBookingBar *self, guint list)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *table = sl_snapshot_table (plan, list == WHO ? SL_KIND_PARTY : SL_KIND_TASK);
  const SlId before = chosen (self, list);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->ids[list], 0);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlId id = sl_table_id (table, row);

      if (!is_offered (plan, list, row))
        continue;
      g_array_append_val (self->ids[list], id);
      gtk_string_list_append (names, sl_snapshot_title (plan, id));
    }
  gtk_drop_down_set_model (self->lists[list], G_LIST_MODEL (names));
  choose (self, list, before);
}

static gboolean
is_booked (const SlSnapshot *plan, SlId task, SlId party)
{
  SlValue keys[SL_ALLOCATION_N_FIELDS] = { 0 };

  keys[SL_ALLOCATION_TASK] = sl_value_int (task);
  keys[SL_ALLOCATION_PARTY] = sl_value_int (party);
  return sl_table_find (sl_snapshot_table (plan, SL_KIND_ALLOCATION),
                        sl_kind_natural_id (sl_kind (SL_KIND_ALLOCATION), keys), NULL);
}

/* Chooses the next line, from the one that is chosen on, that is not booked for the task, but not
 * @but; else it stays. */
static void
choose_free (SlBookingBar *self, SlId but)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlId task = chosen (self, TASK);
  const guint first = gtk_drop_down_get_selected (self->lists[WHO]), n = self->ids[WHO]->len;

  for (guint i = 0; i < n && first != GTK_INVALID_LIST_POSITION; i++)
    {
      const SlId who = g_array_index (self->ids[WHO], SlId, (first + i) % n);

      if (who == but || is_booked (plan, task, who))
        continue;
      gtk_drop_down_set_selected (self->lists[WHO], (first + i) % n);
      return;
    }
}

/* What is selected on the page is what is thought of. */
static void
follow_selection (SlBookingBar *self)
{
  const SlTable *bookings
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_ALLOCATION);
  SlId id = sl_session_get_selected (self->session);
  guint row;

  if (sl_table_find (bookings, id, &row))
    {
      choose (self, WHO, sl_table_ref (bookings, row, SL_ALLOCATION_PARTY));
      id = sl_table_ref (bookings, row, SL_ALLOCATION_TASK);
    }
  choose (self, WHO, id);
  choose (self, TASK, id);
  choose_free (self, SL_ID_NONE);
}

static void
refresh (SlBookingBar *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  for (guint list = 0; list < N_LISTS; list++)
    fill_list (self, list);
}

static void
map_cb (SlBookingBar *self)
{
  refresh (self);
  follow_selection (self);
}

static void
changed_cb (SlBookingBar *self, SlChangeSet *changes)
{
  if (!sl_change_set_touches (changes, SL_KIND_PARTY)
      && !sl_change_set_touches (changes, SL_KIND_TASK))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
selection_changed_cb (SlBookingBar *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    follow_selection (self);
}

gboolean
sl_booking_bar_fill (GVariantBuilder *fields, gpointer bar)
{
  SlBookingBar *self = bar;
  SlId who, task;

  refresh (self);
  who = chosen (self, WHO);
  task = chosen (self, TASK);
  if (who == SL_ID_NONE || task == SL_ID_NONE)
    {
      sl_session_say (self->session, _ ("Add a task and somebody who works on it first"));
      return FALSE;
    }
  if (is_booked (sl_session_get_snapshot (self->session), task, who))
    {
      const SlSnapshot *plan = sl_session_get_snapshot (self->session);
      g_autofree char *text
          /* Translators: who, a task */
          = g_strdup_printf (_ ("%s is booked for “%s” already: change the share there"),
                             sl_snapshot_title (plan, who), sl_snapshot_title (plan, task));

      sl_session_say (self->session, text);
      return FALSE;
    }
  g_variant_builder_add (fields, "{sv}", "task", g_variant_new_int64 (task));
  g_variant_builder_add (fields, "{sv}", "party", g_variant_new_int64 (who));
  choose_free (self, who);
  return TRUE;
}

static void
add_list (SlBookingBar *self, guint list, const char *name)
{
  g_autoptr (GtkExpression) text
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *box = gtk_drop_down_new (NULL, g_steal_pointer (&text));

  self->ids[list] = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->lists[list] = GTK_DROP_DOWN (box);
  gtk_drop_down_set_enable_search (self->lists[list], TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  sl_spoken_drop_down (self->lists[list], name);
  gtk_box_append (GTK_BOX (self), gtk_label_new (name));
  gtk_box_append (GTK_BOX (self), box);
}

static void
sl_booking_bar_finalize (GObject *object)
{
  SlBookingBar *self = SL_BOOKING_BAR (object);

  for (guint list = 0; list < N_LISTS; list++)
    g_array_unref (self->ids[list]);
  G_OBJECT_CLASS (sl_booking_bar_parent_class)->finalize (object);
}

static void
sl_booking_bar_class_init (SlBookingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_booking_bar_finalize;
}

static void
sl_booking_bar_init (SlBookingBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sl-toolbar");
  add_list (self, WHO, _ ("Next Booking of"));
  add_list (self, TASK, _ ("for"));
  self->stale = TRUE;
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

GtkWidget *
sl_booking_bar_new (SlSession *session)
{
  SlBookingBar *self = g_object_new (SL_TYPE_BOOKING_BAR, NULL);

  self->session = session;
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
