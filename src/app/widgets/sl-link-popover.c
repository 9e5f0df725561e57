/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover for links between goals. One choice of eleven words, one other goal, a reason. */

#include "config.h"

#include "widgets/sl-link-popover.h"
#include "alignment/sl-conflict-open.h"
#include "widgets/sl-spoken.h"

#include <glib/gi18n.h>

#define ALSO_PART_OF 0

struct _SlLinkPopover
{
  GtkPopover parent_instance;
  GtkLabel *heading;
  GtkDropDown *what;
  GtkDropDown *target;
  GtkEntry *reason;
  GtkWidget *apply;
  GtkWidget *conflict;
  SlSession *session;
  GArray *targets; /* of SlId */
  SlId wanted;
};

G_DEFINE_FINAL_TYPE (SlLinkPopover, sl_link_popover, GTK_TYPE_POPOVER)

/* Strength of each entry of the list; the first is "also part of". */
static const int strengths[] = { ALSO_PART_OF, 100, 80, 60, 40, 20, -20, -40, -60, -80, -100 };

static void
fill_what (SlLinkPopover *self)
{
  const char *words[]
      = { _ ("is also part of"),    _ ("makes (+100)"),      _ ("helps much (+80)"),
          _ ("helps (+60)"),        _ ("helps a bit (+40)"), _ ("hardly helps (+20)"),
          _ ("hardly hurts (−20)"), _ ("hurts a bit (−40)"), _ ("hurts (−60)"),
          _ ("hurts much (−80)"),   _ ("breaks (−100)"),     NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  gtk_drop_down_set_model (self->what, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->what, 3);
}

static void
fill_targets (SlLinkPopover *self, SlId source)
{
  GListModel *goals = sl_store_get_list (sl_session_get_store (self->session), SL_KIND_GOAL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->targets, 0);
  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (goals, i);
      SlId id = sl_record_get_id (record);

      if (id == source)
        continue;
      if (id == self->wanted)
        selected = self->targets->len;
      g_array_append_val (self->targets, id);
      gtk_string_list_append (list,
                              sl_snapshot_title (sl_session_get_snapshot (self->session), id));
    }
  gtk_drop_down_set_model (self->target, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->target, selected);
  self->wanted = SL_ID_NONE;
}

static int
chosen_strength (SlLinkPopover *self)
{
  return strengths[MIN (gtk_drop_down_get_selected (self->what), G_N_ELEMENTS (strengths) - 1)];
}

static void
update_apply (SlLinkPopover *self)
{
  gboolean complete = gtk_drop_down_get_selected (self->target) < self->targets->len;

  gtk_widget_set_sensitive (self->apply, complete);
  gtk_widget_set_sensitive (self->conflict, complete);
  gtk_widget_set_visible (self->conflict, chosen_strength (self) < 0);
}

static void
shown_cb (SlLinkPopover *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId source = sl_session_get_selected (self->session);
  SlKindId kind = SL_N_KINDS;
  gboolean is_goal = sl_snapshot_find (plan, source, &kind, NULL) && kind == SL_KIND_GOAL;

  gtk_label_set_text (self->heading,
                      is_goal ? sl_snapshot_title (plan, source) : _ ("Select a goal first"));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  fill_targets (self, is_goal ? source : SL_ID_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->target), is_goal);
  update_apply (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}

/* Stores what is chosen. Returns: whether that could be done; nothing chosen cannot */
static gboolean
apply (SlLinkPopover *self, SlId *target)
{
  SlId source = sl_session_get_selected (self->session);
  guint position = gtk_drop_down_get_selected (self->target);
  int strength = chosen_strength (self);

  if (position >= self->targets->len || source == SL_ID_NONE)
    return FALSE;
  *target = g_array_index (self->targets, SlId, position);
  if (strength == ALSO_PART_OF)
    return sl_session_run (self->session, "goal.add-parent",
                           g_variant_new ("(xx)", source, *target), NULL);
  return sl_session_run (self->session, "goal.link",
                         g_variant_new ("(xxxs)", source, *target, (gint64)strength,
                                        gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                         NULL);
}

static void
apply_cb (SlLinkPopover *self)
{
  SlId target;

  if (apply (self, &target))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* A link that hurts is something to talk about. */
static void
conflict_cb (SlLinkPopover *self)
{
  SlId source = sl_session_get_selected (self->session), target;

  if (!apply (self, &target))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  sl_conflict_open_link (self->session, source, target);
}

static void
sl_link_popover_dispose (GObject *object)
{
  g_clear_object (&SL_LINK_POPOVER (object)->session);
  G_OBJECT_CLASS (sl_link_popover_parent_class)->dispose (object);
}

static void
sl_link_popover_finalize (GObject *object)
{
  g_array_unref (SL_LINK_POPOVER (object)->targets);
  G_OBJECT_CLASS (sl_link_popover_parent_class)->finalize (object);
}

static void
sl_link_popover_class_init (SlLinkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_link_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_link_popover_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/widgets/sl-link-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, what);
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, target);
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, apply);
  gtk_widget_class_bind_template_child (widget_class, SlLinkPopover, conflict);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, conflict_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_apply);
}

static void
sl_link_popover_init (SlLinkPopover *self)
{
  g_autoptr (GtkExpression) expression = NULL;

  self->targets = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->target, expression);
  fill_what (self);
  sl_spoken_drop_down (self->what, _ ("What it does"));
  sl_spoken_drop_down (self->target, _ ("Other goal"));
  sl_spoken_tidy (GTK_WIDGET (self));
}

GtkWidget *
sl_link_popover_new (SlSession *session)
{
  SlLinkPopover *self = g_object_new (SL_TYPE_LINK_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
sl_link_popover_set_target (SlLinkPopover *self, SlId target)
{
  g_return_if_fail (SL_IS_LINK_POPOVER (self));
  self->wanted = target;
}
