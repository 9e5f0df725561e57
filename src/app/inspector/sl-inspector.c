/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector: one group with the fields of the selected record, and one group for each kind of
 * record that belongs to it (positions, links, allocations), each row a link. It follows the
 * selection one frame behind, so that a page that opens and a row that is chosen do not wait for
 * it; any key that may lead into it finds it up to date. */

#include "config.h"

#include "inspector/sl-inspector.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-text.h"
#include "inspector/sl-field-row.h"
#include "inspector/sl-history.h"
#include "inspector/sl-related.h"
#include "inspector/sl-smart-chips.h"
#include "inspector/sl-value-rows.h"
#include "model/sl-search.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"
#include "why/sl-number-chips.h"

#define NATURAL_WIDTH 300

struct _SlInspector
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkWidget *stack; /* "empty" or "record" */
  GtkWidget *box;   /* groups of the record */
  SlSession *session;
  GPtrArray *rows;          /* of GtkWidget, not owned: fields of the shown record */
  GtkWidget *history;       /* not owned: of the shown record, or NULL */
  GtkEventController *keys; /* of the window; owned by that */
  guint following;          /* tick that will show what is selected; 0: it is shown */
  guint frames;             /* drawn since then */
  guint asked_by;           /* the field whose change asks for a reason */
  SlId shown;               /* the selected record */
  GArray *selection;        /* of SlId: all that the fields are of, with @shown */
};

G_DEFINE_FINAL_TYPE (SlInspector, sl_inspector, GTK_TYPE_WIDGET)

static void
clear_groups (SlInspector *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  self->history = NULL;
  sl_related_forget (GTK_BOX (self->box));
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
delete_clicked_cb (SlInspector *self)
{
  g_autoptr (GArray) ids = g_array_copy (self->selection);

  sl_session_delete (self->session, (const SlId *)(gpointer)ids->data, ids->len, SL_ID_NONE);
}

/* “Goal” or “7 Goals”. */
static char *
make_title (SlInspector *self, const SlKind *kind)
{
  if (self->selection->len <= 1)
    return sl_text_capitalize (_ (kind->nick));
  /* Translators: how many records of a kind are selected: “7 Goals” */
  return g_strdup_printf (_ ("%u %s"), self->selection->len, _ (kind->plural));
}

static GtkWidget *
make_header (SlInspector *self, const SlKind *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = make_title (self, kind);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  if ((kind->flags & SL_KIND_SINGLE) == 0)
    {
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic",
                                        "tooltip-text", _ ("Delete"), NULL);

      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Delete"), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* Who listens hears what the fields are of. */
static void
update_spoken (SlInspector *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlKindId kind = SL_N_KINDS;
  guint row = 0;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;

  if (sl_snapshot_find (plan, self->shown, &kind, &row))
    {
      name = make_title (self, sl_kind (kind));
      title = sl_search_title (plan, kind, row);
      /* Translators: a kind of record and the name of one: “Goal: Cut costs” */
      spoken = g_strdup_printf (_ ("%s: %s"), name, title);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : _ ("Inspector"), -1);
}

/* Fields of all that is selected; each has a title of its own. */
static void
add_fields (SlInspector *self, const SlKind *kind)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GtkWidget *row = NULL;

      if (self->selection->len == 1 || (int)i != kind->title_field)
        row = sl_field_row_new_for_many (self->session, self->selection, i);
      if (row == NULL)
        continue;
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  sl_spoken_group (ADW_PREFERENCES_GROUP (group), _ ("Fields"));
  gtk_box_append (GTK_BOX (self->box), group);
}

/* All that is selected if it is of one kind, else the selected record alone. */
static void
choose_selection (SlInspector *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const GArray *all = sl_session_get_selection (self->session);
  SlKindId kind = SL_N_KINDS;

  g_array_set_size (self->selection, 0);
  sl_snapshot_find (plan, self->shown, &kind, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      SlKindId other = SL_N_KINDS;
      SlId id = g_array_index (all, SlId, i);

      sl_snapshot_find (plan, id, &other, NULL);
      if (other == kind)
        g_array_append_val (self->selection, id);
    }
  if (self->selection->len < all->len || self->selection->len == 0)
    {
      g_array_set_size (self->selection, 0);
      g_array_append_val (self->selection, self->shown);
    }
}

static void
add_smart (SlInspector *self, SlId goal)
{
  GtkWidget *chips = sl_smart_chips_new (self->session, goal);

  g_signal_connect_object (chips, "field-requested", G_CALLBACK (sl_inspector_focus_field), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), chips);
}

/* --- History --- */

static void
explained_cb (SlInspector *self)
{
  sl_inspector_focus_field (self, self->asked_by);
}

static void
add_history (SlInspector *self, SlId id)
{
  self->history = sl_history_new (self->session, id, NULL);
  g_signal_connect_object (self->history, "explained", G_CALLBACK (explained_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->history);
}

/* The field whose row has the focus. */
static guint
find_focused_field (SlInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
        return sl_field_row_get_info (row)->field;
    }
  return 0;
}

static void
ask_action_cb (GtkWidget *widget, const char *name, GVariant *param)
{
  SlInspector *self = SL_INSPECTOR (widget);

  self->asked_by = find_focused_field (self);
  if (self->history != NULL)
    sl_history_ask (SL_HISTORY (self->history));
}

static void
show_record (SlInspector *self, SlId id)
{
  SlKindId kind = SL_N_KINDS;

  clear_groups (self);
  self->shown = id;
  choose_selection (self);
  if (id == SL_ID_NONE
      || !sl_snapshot_find (sl_session_get_snapshot (self->session), id, &kind, NULL))
    {
      self->shown = SL_ID_NONE;
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      update_spoken (self);
      return;
    }
  gtk_box_append (GTK_BOX (self->box), make_header (self, sl_kind (kind)));
  if (self->selection->len == 1)
    gtk_box_append (GTK_BOX (self->box), sl_number_chips_new (self->session, id));
  if (self->selection->len == 1 && kind == SL_KIND_GOAL)
    add_smart (self, id);
  add_fields (self, sl_kind (kind));
  if (self->selection->len == 1)
    add_history (self, id);
  if (self->selection->len == 1 && kind == SL_KIND_GOAL)
    gtk_box_append (GTK_BOX (self->box), sl_value_rows_new (self->session, id));
  if (self->selection->len == 1)
    sl_related_add_groups (self->session, id, GTK_BOX (self->box));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "record");
  update_spoken (self);
}

static void
stop_following (SlInspector *self)
{
  if (self->following != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->following);
  self->following = 0;
}

static void
follow (SlInspector *self)
{
  const GArray *all = sl_session_get_selection (self->session);
  SlId id = sl_session_get_selected (self->session);

  stop_following (self);
  if (id != self->shown || all->len > 1 || self->selection->len > 1)
    show_record (self, id);
}

/* The first tick comes before the frame that shows the page or row. */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (++SL_INSPECTOR (widget)->frames < 2)
    return G_SOURCE_CONTINUE;
  SL_INSPECTOR (widget)->following = 0;
  follow (SL_INSPECTOR (widget));
  return G_SOURCE_REMOVE;
}

static void
selection_changed_cb (SlInspector *self)
{
  if (self->following != 0)
    return;
  self->frames = 0;
  self->following = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

/* Keys that only go on to another row or page can wait, too. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlInspector *self)
{
  static const guint going[]
      = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Home, GDK_KEY_End };
  gboolean goes = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (going); i++)
    goes = goes || keyval == going[i];
  if (self->following != 0 && !goes)
    follow (self);
  return GDK_EVENT_PROPAGATE;
}

static void
changed_cb (SlInspector *self, SlChangeSet *changes)
{
  if (self->shown == SL_ID_NONE || self->following != 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (g_ptr_array_index (self->rows, i));
  if (self->selection->len == 1)
    sl_related_refresh (GTK_BOX (self->box));
  update_spoken (self);
}

static void
sl_inspector_root (GtkWidget *widget)
{
  SlInspector *self = SL_INSPECTOR (widget);

  GTK_WIDGET_CLASS (sl_inspector_parent_class)->root (widget);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
sl_inspector_unroot (GtkWidget *widget)
{
  SlInspector *self = SL_INSPECTOR (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  GTK_WIDGET_CLASS (sl_inspector_parent_class)->unroot (widget);
}

/* As narrow as its rows can be, but no narrower than NATURAL_WIDTH: the picture needs the room. */
static void
sl_inspector_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (SL_INSPECTOR (widget)->scroller, orientation, for_size, minimum, natural,
                      NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
sl_inspector_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (SL_INSPECTOR (widget)->scroller, width, height, baseline, NULL);
}

static void
sl_inspector_dispose (GObject *object)
{
  SlInspector *self = SL_INSPECTOR (object);

  stop_following (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_inspector_parent_class)->dispose (object);
}

static void
sl_inspector_class_init (SlInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_inspector_dispose;
  widget_class->root = sl_inspector_root;
  widget_class->unroot = sl_inspector_unroot;
  widget_class->measure = sl_inspector_measure;
  widget_class->size_allocate = sl_inspector_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "history.ask", NULL, ask_action_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/inspector/sl-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SlInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, SlInspector, box);
}

static void
sl_inspector_init (SlInspector *self)
{
  self->rows = g_ptr_array_new ();
  self->selection = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_unseen_attach (GTK_STACK (self->stack));
}

GtkWidget *
sl_inspector_new (SlSession *session)
{
  SlInspector *self = g_object_new (SL_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}

void
sl_inspector_focus_field (SlInspector *self, guint field)
{
  g_return_if_fail (SL_IS_INSPECTOR (self));
  if (self->following != 0)
    follow (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (sl_field_row_get_info (row)->field == field)
        gtk_widget_grab_focus (row);
    }
}
