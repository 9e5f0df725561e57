/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover for dependencies: the other item, the type, the lag. */

#include "config.h"

#include "widgets/sl-dependency-popover.h"
#include "widgets/sl-spoken.h"

#include <glib/gi18n.h>

#include "base/sl-parse.h"

struct _SlDependencyPopover
{
  GtkPopover parent_instance;
  GtkLabel *heading;
  GtkDropDown *before;
  GtkDropDown *type;
  GtkEntry *lag;
  GtkWidget *apply;
  SlSession *session;
  GArray *ids; /* of SlId: entries of @before */
};

G_DEFINE_FINAL_TYPE (SlDependencyPopover, sl_dependency_popover, GTK_TYPE_POPOVER)

static const char *const type_names[] = { "fs", "ss", "ff", "sf" };

static gboolean
is_item (SlKindId kind)
{
  return kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE || kind == SL_KIND_GOAL;
}

static void
add_items (SlDependencyPopover *self, GtkStringList *list, SlKindId kind, SlId except)
{
  GListModel *records = sl_store_get_list (sl_session_get_store (self->session), kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (records, i);
      SlId id = sl_record_get_id (record);

      if (id == except)
        continue;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (list,
                              sl_snapshot_title (sl_session_get_snapshot (self->session), id));
    }
}

static void
shown_cb (SlDependencyPopover *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId selected = sl_session_get_selected (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  SlKindId kind = SL_N_KINDS;
  gboolean ok = sl_snapshot_find (plan, selected, &kind, NULL) && is_item (kind);

  gtk_label_set_text (self->heading, ok ? sl_snapshot_title (plan, selected)
                                        : _ ("Select a task or milestone first"));
  g_array_set_size (self->ids, 0);
  add_items (self, list, SL_KIND_TASK, selected);
  add_items (self, list, SL_KIND_MILESTONE, selected);
  gtk_drop_down_set_model (self->before, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->before, GTK_INVALID_LIST_POSITION);
  gtk_editable_set_text (GTK_EDITABLE (self->lag), "");
  gtk_widget_set_sensitive (self->apply, ok);
  gtk_widget_grab_focus (GTK_WIDGET (self->before));
}

static void
apply_cb (SlDependencyPopover *self)
{
  guint position = gtk_drop_down_get_selected (self->before);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->lag));
  gboolean negative = text[0] == '-';
  g_autoptr (GError) error = NULL;
  double lag = 0;

  if (position >= self->ids->len)
    return;
  if (text[0] != '\0' && !sl_parse_effort (text + negative, 8, &lag, &error))
    {
      sl_session_say (self->session, error->message);
      return;
    }
  if (sl_session_run (self->session, "dependency.set",
                      g_variant_new ("(xxsdb)", g_array_index (self->ids, SlId, position),
                                     sl_session_get_selected (self->session),
                                     type_names[MIN (gtk_drop_down_get_selected (self->type), 3)],
                                     negative ? -lag : lag, FALSE),
                      NULL))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
sl_dependency_popover_dispose (GObject *object)
{
  g_clear_object (&SL_DEPENDENCY_POPOVER (object)->session);
  G_OBJECT_CLASS (sl_dependency_popover_parent_class)->dispose (object);
}

static void
sl_dependency_popover_finalize (GObject *object)
{
  g_array_unref (SL_DEPENDENCY_POPOVER (object)->ids);
  G_OBJECT_CLASS (sl_dependency_popover_parent_class)->finalize (object);
}

static void
sl_dependency_popover_class_init (SlDependencyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_dependency_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_dependency_popover_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/widgets/sl-dependency-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SlDependencyPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, SlDependencyPopover, before);
  gtk_widget_class_bind_template_child (widget_class, SlDependencyPopover, type);
  gtk_widget_class_bind_template_child (widget_class, SlDependencyPopover, lag);
  gtk_widget_class_bind_template_child (widget_class, SlDependencyPopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
sl_dependency_popover_init (SlDependencyPopover *self)
{
  const char *types[]
      = { _ ("starts when it has finished"), _ ("starts when it has started"),
          _ ("finishes when it has finished"), _ ("finishes when it has started"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (types);
  g_autoptr (GtkExpression) expression = NULL;

  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  gtk_widget_init_template (GTK_WIDGET (self));
  expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (self->before, expression);
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (list));
  sl_spoken_drop_down (self->type, _ ("Type"));
  sl_spoken_drop_down (self->before, _ ("Waits for"));
  sl_spoken_tidy (GTK_WIDGET (self));
}

GtkWidget *
sl_dependency_popover_new (SlSession *session)
{
  SlDependencyPopover *self = g_object_new (SL_TYPE_DEPENDENCY_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
