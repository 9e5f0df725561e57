/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview is the plan after the very command that Apply runs. */

#include "config.h"

#include "replan/sl-replan-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "analysis/sl-replan.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "replan/sl-carry-pane.h"
#include "replan/sl-shift-pane.h"
#include "widgets/sl-form.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"

#define WIDTH 560
#define HEIGHT 620
#define ROWS_MAX 100

#define SL_TYPE_REPLAN_DIALOG (sl_replan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlReplanDialog, sl_replan_dialog, SL, REPLAN_DIALOG, AdwWindow)

struct _SlReplanDialog
{
  AdwWindow parent_instance;
  GtkStack *stack;
  GtkBox *preview;
  SlShiftPane *shift;
  SlCarryPane *carry;
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlReplanDialog, sl_replan_dialog, ADW_TYPE_WINDOW)

#define SHIFT "shift"
#define CARRY_OVER "carry-over"

/* --- The command --- */

static gboolean
is_shift (SlReplanDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), SHIFT) == 0;
}

static const char *
get_command (SlReplanDialog *self)
{
  return is_shift (self) ? "plan.shift" : "plan.carry-over";
}

/* (transfer full) (nullable) */
static GVariant *
get_params (SlReplanDialog *self)
{
  GVariant *params = is_shift (self) ? sl_shift_pane_get_params (self->shift)
                                     : sl_carry_pane_get_params (self->carry);

  return params != NULL ? g_variant_ref_sink (params) : NULL;
}

/* (transfer full) */
static GArray *
get_items (SlReplanDialog *self)
{
  return is_shift (self) ? g_array_ref ((GArray *)sl_shift_pane_get_items (self->shift))
                         : sl_carry_pane_get_items (self->carry);
}

/* --- Preview --- */

static char *
describe_days (const SlReplanItem *item)
{
  gint64 first = item->start != SL_INT_NULL ? item->start : item->due;

  return sl_day_range_to_text (first, item->due != SL_INT_NULL ? item->due : first, SL_INT_NULL);
}

static gboolean
is_dated (const SlReplanItem *item)
{
  return item->start != SL_INT_NULL || item->due != SL_INT_NULL;
}

/* The dates of @item before and after, if they differ. (transfer full) (nullable) */
static char *
describe_move (const SlReplanItem *item, const SlSnapshot *after)
{
  SlReplanItem moved;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (!is_dated (item) || !sl_replan_read (&moved, after, item->id)
      || (moved.start == item->start && moved.due == item->due))
    return NULL;
  was = describe_days (item);
  is = describe_days (&moved);
  /* Translators: two dates or ranges of dates: “3 – 7 Mar 2026 becomes 10 – 14 Mar 2026” */
  return g_strdup_printf (_ ("%s becomes %s"), was, is);
}

static void
add_broken (SlReplanDialog *self, const SlSnapshot *after)
{
  g_autoptr (GPtrArray) broken
      = sl_replan_broken (sl_session_get_snapshot (self->session), after, sl_day_today ());
  GtkWidget *group;

  if (broken->len == 0)
    {
      group = sl_form_add_group (self->preview, _ ("Breaks"));
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             _ ("No link, deadline or constraint"));
      return;
    }
  group = sl_form_add_group (self->preview, _ ("Breaks"));
  for (guint i = 0; i < MIN (broken->len, ROWS_MAX); i++)
    {
      GtkWidget *row = sl_form_row (g_ptr_array_index (broken, i), NULL);
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

/* "12 move, 3 that are done stay" */
static char *
summarize (guint moved, guint stay)
{
  g_autofree char *moves = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u record moves", "%u records move", moved), moved);
  g_autofree char *stays = NULL;

  if (stay == 0)
    return g_steal_pointer (&moves);
  stays = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u that is done or dropped stays",
                                        "%u that are done or dropped stay", stay),
                           stay);
  /* Translators: two short sentences: “12 records move, 3 that are done or dropped stay” */
  return g_strdup_printf (_ ("%s, %s"), moves, stays);
}

static void
add_moves (SlReplanDialog *self, const SlSnapshot *after)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autoptr (GArray) items = get_items (self);
  GtkWidget *group = sl_form_add_group (self->preview, _ ("Moves"));
  guint moved = 0;
  guint stay = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SlReplanItem *item = &g_array_index (items, SlReplanItem, i);
      const char *title = sl_snapshot_title (plan, item->id);
      g_autofree char *move = describe_move (item, after);

      stay += item->stays && is_dated (item);
      if (move == NULL)
        continue;
      if (moved++ < ROWS_MAX)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   sl_form_row (title[0] != '\0' ? title : _ ("(untitled)"), move));
    }
  summary = summarize (moved, stay);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), summary);
}

/* Says why there is nothing to do. */
static void
add_hint (SlReplanDialog *self, const char *text)
{
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (sl_form_add_group (self->preview, _ ("Moves"))), text);
}

static void
update (SlReplanDialog *self)
{
  g_autoptr (GVariant) params = get_params (self);
  g_autoptr (SlSnapshot) after = NULL;
  g_autoptr (GError) error = NULL;

  sl_form_clear (self->preview);
  if (params != NULL)
    after = sl_project_try (sl_session_get_project (self->session), get_command (self), params,
                            &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "replan.apply", after != NULL);
  if (after != NULL)
    {
      add_broken (self, after);
      add_moves (self, after);
    }
  else if (error != NULL)
    add_hint (self, error->message);
  else if (is_shift (self))
    add_hint (self, _ ("Nothing: select goals, tasks or milestones that have dates"));
  else
    add_hint (self, _ ("Nothing: choose what is carried over"));
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlReplanDialog *self = SL_REPLAN_DIALOG (widget);
  g_autoptr (GVariant) params = get_params (self);

  if (params == NULL || !sl_session_run (self->session, get_command (self), params, NULL))
    return;
  sl_session_say_undoable (self->session, is_shift (self) ? _ ("The plan was shifted")
                                                          : _ ("Unfinished work was carried over"));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Life --- */

static void
sl_replan_dialog_dispose (GObject *object)
{
  g_clear_object (&SL_REPLAN_DIALOG (object)->session);
  G_OBJECT_CLASS (sl_replan_dialog_parent_class)->dispose (object);
}

static void
sl_replan_dialog_class_init (SlReplanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_replan_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "replan.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "replan.apply", NULL);
}

static GtkWidget *
make_header (SlReplanDialog *self)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "show-start-title-buttons", FALSE,
                                    "show-end-title-buttons", FALSE, NULL);
  GtkWidget *cancel = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Cancel"), "use-underline", TRUE,
                                    "action-name", "window.close", NULL);
  GtkWidget *apply = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Apply"), "use-underline", TRUE,
                                   "action-name", "replan.apply", NULL);
  GtkWidget *switcher = g_object_new (GTK_TYPE_STACK_SWITCHER, "stack", self->stack, NULL);

  gtk_widget_add_css_class (apply, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), apply);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  return header;
}

/* Not that of a page that does not show. */
static void
add_pane (SlReplanDialog *self, GtkWidget *pane, const char *name, const char *title)
{
  gtk_stack_add_titled (self->stack, pane, name, title);
  g_signal_connect_object (pane, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
sl_replan_dialog_init (SlReplanDialog *self)
{
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  self->preview
      = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);
}

static void
build (SlReplanDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = NULL;
  GtkBox *box;

  gtk_box_append (GTK_BOX (content), make_header (self));
  box = sl_form_fill (content, &scroller);
  gtk_box_append (box, GTK_WIDGET (self->stack));
  gtk_box_append (box, GTK_WIDGET (self->preview));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_window_set_content (ADW_WINDOW (self), content);
  sl_unseen_attach (self->stack);
  sl_spoken_tidy (content);
}

void
sl_replan_dialog_present (GtkWindow *parent, SlSession *session, const char *view)
{
  SlReplanDialog *self
      = g_object_new (SL_TYPE_REPLAN_DIALOG, "modal", TRUE, "transient-for", parent, "title",
                      _ ("Re-plan"), "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->session = g_object_ref (session);
  self->shift = SL_SHIFT_PANE (sl_shift_pane_new (session));
  self->carry = SL_CARRY_PANE (sl_carry_pane_new (session));
  add_pane (self, GTK_WIDGET (self->shift), SHIFT, _ ("Shift"));
  add_pane (self, GTK_WIDGET (self->carry), CARRY_OVER, _ ("Carry Over"));
  build (self);
  gtk_stack_set_visible_child_name (self->stack, view);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
}
