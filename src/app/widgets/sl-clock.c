/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What asks is known from the newest analysis. */

#include "config.h"

#include "widgets/sl-clock.h"

#include <glib/gi18n.h>

#include "analysis/sl-reassess.h"

struct _SlClock
{
  GtkButton parent_instance;
  SlSession *session;
  SlId id;
};

G_DEFINE_FINAL_TYPE (SlClock, sl_clock, GTK_TYPE_BUTTON)

gboolean
sl_clock_has_kind (SlKindId kind)
{
  return kind == SL_KIND_GOAL || kind == SL_KIND_POSITION || kind == SL_KIND_KPI
         || kind == SL_KIND_ALLIANCE;
}

gboolean
sl_clock_renew (SlSession *session, const SlId *ids, guint n)
{
  SlSnapshot *plan = sl_session_get_snapshot (session);
  GVariantBuilder list;
  gboolean any = FALSE;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < n; i++)
    {
      SlKindId kind = SL_N_KINDS;

      if (!sl_snapshot_find (plan, ids[i], &kind, NULL) || !sl_clock_has_kind (kind))
        continue;
      g_variant_builder_add (&list, "x", ids[i]);
      any = TRUE;
    }
  if (!any)
    g_variant_builder_clear (&list);
  else if (sl_session_run (session, "record.renew", g_variant_new ("(ax)", &list), NULL))
    sl_session_say_undoable (session, _ ("Still true: it will be asked again in time"));
  return any;
}

static gboolean
asks (SlSession *session, SlId id)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));

  return id != SL_ID_NONE && analysis != NULL
         && sl_reassess_is_due (sl_reassess_of (analysis->facts), id);
}

static void
update (SlClock *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), asks (self->session, self->id));
}

void
sl_clock_press (SlClock *self)
{
  g_return_if_fail (SL_IS_CLOCK (self));
  sl_clock_renew (self->session, &self->id, 1);
}

void
sl_clock_focus (SlClock *self)
{
  g_return_if_fail (SL_IS_CLOCK (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
focus_left_cb (SlClock *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* Most rows never ask, so a clock is made for the first that does. */
void
sl_clock_show_in (SlEditableCell *cell, SlSession *session, SlId id)
{
  GtkWidget *clock = sl_editable_cell_get_end (cell);

  if (clock == NULL && !asks (session, id))
    return;
  if (clock == NULL)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      clock = sl_clock_new (session);
      g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), clock,
                               G_CONNECT_SWAPPED);
      gtk_widget_add_controller (clock, focus);
      sl_editable_cell_set_end (cell, clock);
    }
  sl_clock_set_record (SL_CLOCK (clock), id);
}

void
sl_clock_set_record (SlClock *self, SlId id)
{
  g_return_if_fail (SL_IS_CLOCK (self));
  self->id = id;
  update (self);
}

SlClock *
sl_clock_find_in (GtkWidget *widget)
{
  SlClock *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (SL_IS_CLOCK (widget))
    return SL_CLOCK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = sl_clock_find_in (child);
  return found;
}

static void
sl_clock_dispose (GObject *object)
{
  g_clear_object (&SL_CLOCK (object)->session);
  G_OBJECT_CLASS (sl_clock_parent_class)->dispose (object);
}

static void
sl_clock_class_init (SlClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_clock_dispose;
}

static void
sl_clock_init (SlClock *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "sl-clock-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "sl-clock");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Still true? Press it or Y to say yes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Still true?"), -1);
  g_signal_connect (self, "clicked", G_CALLBACK (sl_clock_press), NULL);
}

GtkWidget *
sl_clock_new (SlSession *session)
{
  SlClock *self = g_object_new (SL_TYPE_CLOCK, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
