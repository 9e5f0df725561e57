/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search popover. The text of all records is folded in a worker when it opens; each key then
 * searches it at once. Focus stays in the entry, Down goes into the list, typing comes back. */

#include "config.h"

#include "search/sl-search-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-text.h"
#include "model/sl-search.h"
#include "search/sl-search-item.h"
#include "sl-words.h"
#include "widgets/sl-unseen.h"

#define MAX_RECORDS 100

struct _SlSearchPopover
{
  GtkPopover parent_instance;
  GtkWidget *box;
  GtkWidget *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *status;
  GListStore *items; /* of SlSearchItem */
  GtkSingleSelection *selection;
  SlSession *session;
  GPtrArray *actions; /* of SlSearchItem */
  SlSearchIndex *index;
  SlSnapshot *indexed; /* the plan that @index is of */
  GCancellable *cancellable;
  gboolean opening; /* Enter was pressed before the index was there */
};

enum
{
  RECORD_CHOSEN,
  ACTION_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlSearchPopover, sl_search_popover, GTK_TYPE_POPOVER)

/* --- What is found --- */

static char *
record_caption (const SlSearchQuery *query, const SlSnapshot *plan, SlKindId kind, guint row)
{
  g_autofree char *name = sl_text_capitalize (_ (sl_kind (kind)->nick));
  g_autofree char *excerpt = sl_search_excerpt (query, plan, kind, row);
  g_autofree char *home_name = NULL;
  g_autofree char *excerpt_words = excerpt != NULL ? sl_words_name (excerpt) : NULL;
  SlId home = sl_search_home (plan, kind, row);
  const char *parts[] = { name, NULL, NULL, NULL };
  guint n = 1;

  if (home != SL_ID_NONE && sl_snapshot_title (plan, home)[0] != '\0')
    parts[n++] = home_name = sl_words_name (sl_snapshot_title (plan, home));
  if (excerpt_words != NULL)
    parts[n++] = excerpt_words;
  return g_strjoinv (" · ", (char **)parts);
}

static SlSearchItem *
record_item (SlSearchPopover *self, const SlSearchQuery *query, const SlSearchHit *hit)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  guint row = 0;

  if (!sl_table_find (sl_snapshot_table (plan, hit->kind), hit->id, &row))
    return NULL; /* deleted since */
  title = sl_search_title (plan, hit->kind, row);
  caption = record_caption (query, plan, hit->kind, row);
  return sl_search_item_new_record (hit->id, title[0] != '\0' ? title : _ ("(untitled)"), caption);
}

static SlSearchScore
score_action (const SlSearchQuery *query, SlSearchItem *item)
{
  g_autofree char *title = sl_text_fold_marks (sl_search_item_get_title (item));
  g_autofree char *caption = sl_text_fold_marks (sl_search_item_get_caption (item));

  return sl_search_query_score (query, title, NULL, caption);
}

static void
add_actions (SlSearchPopover *self, const SlSearchQuery *query, SlSearchScore score,
             GPtrArray *found)
{
  for (guint i = 0; self->actions != NULL && i < self->actions->len; i++)
    if (sl_search_query_is_empty (query) || score_action (query, self->actions->pdata[i]) == score)
      g_ptr_array_add (found, g_object_ref (self->actions->pdata[i]));
}

static void
say_status (SlSearchPopover *self, const SlSearchQuery *query, guint n_records)
{
  g_autofree char *text = NULL;

  if (sl_search_query_is_empty (query))
    text = g_strdup (_ ("Words may come in any order; case and accents do not matter"));
  else if (n_records > MAX_RECORDS)
    /* Translators: the first number is always 100 */
    text = g_strdup_printf (_ ("The best %d of %u records; more words find fewer"), MAX_RECORDS,
                            n_records);
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u record found", "%u records found", n_records), n_records);
  gtk_label_set_text (self->status, text);
}

/* Better hits first; among equals records come before actions. */
static void
search (SlSearchPopover *self)
{
  g_autoptr (SlSearchQuery) query
      = sl_search_query_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) hits = NULL;
  guint n = 0;
  guint next = 0;

  if (self->index != NULL)
    hits = sl_search_index_find (self->index, query, MAX_RECORDS, &n);
  if (sl_search_query_is_empty (query))
    add_actions (self, query, SL_SEARCH_MISS, found);
  for (guint score = SL_SEARCH_WHOLE; score > SL_SEARCH_MISS && !sl_search_query_is_empty (query);
       score--)
    {
      for (; hits != NULL && next < hits->len; next++)
        {
          const SlSearchHit *hit = &g_array_index (hits, SlSearchHit, next);
          SlSearchItem *item;

          if (hit->score != score)
            break;
          item = record_item (self, query, hit);
          if (item != NULL)
            g_ptr_array_add (found, item);
        }
      add_actions (self, query, score, found);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       found->pdata, found->len);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    found->len > 0 || self->index == NULL ? "list" : "none");
  say_status (self, query, n);
}

/* --- The index --- */

static void
index_thread (GTask *task, gpointer source, gpointer plan, GCancellable *cancellable)
{
  g_task_return_pointer (task, sl_search_index_new (plan), (GDestroyNotify)sl_search_index_free);
}

static void choose (SlSearchPopover *self, guint position);

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlSearchPopover *self = SL_SEARCH_POPOVER (source);
  SlSearchIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (index == NULL)
    return; /* cancelled */
  g_clear_pointer (&self->index, sl_search_index_free);
  g_clear_pointer (&self->indexed, sl_snapshot_unref);
  self->index = index;
  self->indexed = sl_snapshot_ref (g_task_get_task_data (G_TASK (result)));
  search (self);
  if (self->opening)
    choose (self, 0);
}

static gboolean
is_fresh (SlSearchPopover *self)
{
  return self->index != NULL && self->indexed == sl_session_get_snapshot (self->session);
}

static void
start_index (SlSearchPopover *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (is_fresh (self))
    return;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, indexed_cb, NULL);
  g_task_set_task_data (task, sl_snapshot_ref (sl_session_get_snapshot (self->session)),
                        (GDestroyNotify)sl_snapshot_unref);
  g_task_run_in_thread (task, index_thread);
}

/* --- Keys and clicks --- */

static void
choose (SlSearchPopover *self, guint position)
{
  g_autoptr (SlSearchItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  self->opening = FALSE;
  if (item == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (sl_search_item_get_action (item) != NULL)
    g_signal_emit (self, signals[ACTION_CHOSEN], 0, sl_search_item_get_action (item));
  else
    g_signal_emit (self, signals[RECORD_CHOSEN], 0, sl_search_item_get_id (item));
}

static void
activate_cb (SlSearchPopover *self)
{
  if (is_fresh (self))
    choose (self, gtk_single_selection_get_selected (self->selection));
  else
    self->opening = TRUE;
}

static void
list_activate_cb (GtkListView *list, guint position, SlSearchPopover *self)
{
  choose (self, position);
}

static void
stop_cb (SlSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
focus_entry (SlSearchPopover *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  if (!gtk_widget_has_focus (GTK_WIDGET (text)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
changed_cb (SlSearchPopover *self)
{
  self->opening = FALSE;
  search (self);
  focus_entry (self);
}

static void
shown_cb (SlSearchPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->opening = FALSE;
  start_index (self);
  search (self);
  gtk_widget_grab_focus (self->entry);
}

/* The list itself would go where its focus was among the lines that it had before. The first row
 * is there, for each search shows the top. */
static void
focus_first_row (SlSearchPopover *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static gboolean
in_list (SlSearchPopover *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/* Letters typed in the list go on with the words, and so does taking them back. */
static gboolean
is_typing (guint keyval, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
         && (keyval == GDK_KEY_BackSpace || g_unichar_isprint (gdk_keyval_to_unicode (keyval)));
}

/* Down leaves the entry, Up on the first line comes back. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlSearchPopover *self)
{
  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && !in_list (self))
    {
      focus_first_row (self);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && in_list (self)
      && gtk_single_selection_get_selected (self->selection) == 0)
    {
      focus_entry (self);
      return GDK_EVENT_STOP;
    }
  if (in_list (self) && is_typing (keyval, state))
    {
      GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

      focus_entry (self);
      return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
    }
  return GDK_EVENT_PROPAGATE;
}

/* --- Rows --- */

static GtkWidget *
make_label (GtkWidget *box, const char *css)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand",
                                  TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *caption;
  GtkWidget *keys;

  gtk_box_append (GTK_BOX (row), text);
  g_object_set_data (G_OBJECT (row), "sl-title", make_label (text, NULL));
  caption = make_label (text, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  keys = make_label (row, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (keys), PANGO_ELLIPSIZE_NONE);
  g_object_set_data (G_OBJECT (row), "sl-caption", caption);
  g_object_set_data (G_OBJECT (row), "sl-keys", keys);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  SlSearchItem *item = gtk_list_item_get_item (list_item);
  const char *title = sl_search_item_get_title (item);
  const char *caption = sl_search_item_get_caption (item);
  const char *keys = sl_search_item_get_keys (item);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, caption);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "sl-title"), title);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "sl-caption"), caption);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "sl-keys"), keys != NULL ? keys : "");
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "sl-keys"), keys != NULL);
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys != NULL ? keys : "", -1);
}

/* --- The class --- */

static void
sl_search_popover_dispose (GObject *object)
{
  SlSearchPopover *self = SL_SEARCH_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->index, sl_search_index_free);
  g_clear_pointer (&self->indexed, sl_snapshot_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_search_popover_parent_class)->dispose (object);
}

static void
sl_search_popover_class_init (SlSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_search_popover_dispose;
  signals[RECORD_CHOSEN] = g_signal_new ("record-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTION_CHOSEN] = g_signal_new ("action-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/search/sl-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SlSearchPopover, box);
  gtk_widget_class_bind_template_child (widget_class, SlSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, SlSearchPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, SlSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, SlSearchPopover, status);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
sl_search_popover_init (SlSearchPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  sl_unseen_attach (self->stack);
  self->items = g_list_store_new (SL_TYPE_SEARCH_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->box, keys);
}

GtkWidget *
sl_search_popover_new (SlSession *session)
{
  SlSearchPopover *self = g_object_new (SL_TYPE_SEARCH_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
sl_search_popover_set_actions (SlSearchPopover *self, GPtrArray *actions)
{
  g_return_if_fail (SL_IS_SEARCH_POPOVER (self));
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  self->actions = g_ptr_array_ref (actions);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    search (self);
}
