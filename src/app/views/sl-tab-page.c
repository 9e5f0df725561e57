/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of views. */

#include "config.h"

#include "views/sl-tab-page.h"

#include <glib/gi18n.h>

#include "widgets/sl-chart-frame.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-kept-stack.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-resting.h"
#include "widgets/sl-room-view.h"
#include "widgets/sl-share.h"
#include "widgets/sl-switcher-scroll.h"
#include "widgets/sl-unseen.h"
#include "widgets/sl-views.h"

/* The picture above a table. */
#define CHART_PX 460
#define CHART_SHARE 0.6

typedef struct
{
  SlTabPage *page; /* not owned: it owns this */
  char *id;
  const char *add;
  GtkWidget *resting; /* a page of the stack: holds the content */
  GtkWidget *content; /* holds all below */
  GtkWidget *filled;
  GtkWidget *empty;    /* or NULL */
  GtkWidget *below;    /* what is appended; not while nothing can be done with it */
  SlKindId empty_kind; /* without such records it is empty; 0: the table says so */
  SlRecordTable *table;
  SlOutlineView *outline;
  SlChartView *chart;
  const char *chart_id;
} Tab;

struct _SlTabPage
{
  GtkWidget parent_instance;
  GtkWidget *toolbar;
  GtkWidget *add_button;
  GtkWidget *add_label;
  GtkWidget *switcher;
  GtkWidget *tools;
  GtkWidget *search;
  GtkStack *stack;
  GPtrArray *tabs; /* of Tab */
  SlSession *session;
};

static void init_views (SlViewsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlTabPage, sl_tab_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_VIEWS, init_views))

static void
tab_free (gpointer data)
{
  Tab *tab = data;

  g_free (tab->id);
  g_free (tab);
}

static Tab *
find_tab (SlTabPage *self, const char *id)
{
  for (guint i = 0; i < self->tabs->len; i++)
    {
      Tab *tab = g_ptr_array_index (self->tabs, i);

      if (g_strcmp0 (tab->id, id) == 0)
        return tab;
    }
  return NULL;
}

static Tab *
visible_tab (SlTabPage *self)
{
  return find_tab (self, gtk_stack_get_visible_child_name (self->stack));
}

static gboolean
has_rows (const Tab *tab)
{
  return tab != NULL && (tab->table != NULL || tab->outline != NULL);
}

/* The visible view, else the first one that has rows. */
static Tab *
tab_with_rows (SlTabPage *self)
{
  Tab *tab = visible_tab (self);

  for (guint i = 0; i < self->tabs->len && !has_rows (tab); i++)
    tab = g_ptr_array_index (self->tabs, i);
  return has_rows (tab) ? tab : NULL;
}

static void
set_search (Tab *tab, const char *text)
{
  if (tab->table != NULL)
    sl_record_table_set_search (tab->table, text);
  else if (tab->outline != NULL)
    sl_outline_view_set_search (tab->outline, text);
}

static void
tab_changed_cb (SlTabPage *self)
{
  Tab *tab = visible_tab (self);
  gboolean adds = tab != NULL && tab->add != NULL;

  gtk_widget_set_visible (self->add_button, adds);
  gtk_widget_set_visible (self->search, has_rows (tab));
  if (adds)
    {
      gtk_label_set_text (GTK_LABEL (self->add_label), _ (tab->add));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ (tab->add), -1);
    }
  if (tab != NULL)
    set_search (tab, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_changed_cb (SlTabPage *self)
{
  Tab *tab = visible_tab (self);

  if (tab != NULL)
    set_search (tab, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (SlTabPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "page.focus", NULL);
}

/* A search that finds nothing is no empty page. */
static void
update_empty (Tab *tab)
{
  gboolean searching = gtk_editable_get_text (GTK_EDITABLE (tab->page->search))[0] != '\0';
  SlSnapshot *plan = sl_session_get_snapshot (tab->page->session);
  gboolean empty = tab->empty_kind != 0
                       ? sl_table_n_rows (sl_snapshot_table (plan, tab->empty_kind)) == 0
                       : !searching && sl_record_table_get_n_rows (tab->table) == 0;

  SlKindId kind = tab->empty_kind != 0 ? tab->empty_kind : sl_record_table_get_kind (tab->table);
  gboolean lacks = sl_empty_state_ask_first (tab->empty, kind, plan);

  sl_empty_state_replace (tab->empty, tab->filled, empty);
  gtk_widget_set_visible (tab->below, !empty || (sl_empty_state_has_needs (kind) && !lacks));
}

static void
rows_changed_cb (SlRecordTable *table, Tab *tab)
{
  update_empty (tab);
}

/* --- Actions --- */

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  Tab *tab = tab_with_rows (SL_TAB_PAGE (widget));

  if (tab == NULL)
    return;
  gtk_stack_set_visible_child (tab->page->stack, tab->resting);
  if (tab->table != NULL)
    sl_record_table_add (tab->table);
  else
    sl_outline_view_add (tab->outline, tab->empty_kind, FALSE);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTabPage *self = SL_TAB_PAGE (widget);
  Tab *tab = tab_with_rows (self);

  if (tab == NULL)
    return;
  gtk_stack_set_visible_child (self->stack, tab->resting);
  gtk_widget_grab_focus (self->search);
}

/* The page's own content comes first, not its toolbar. */
static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  Tab *tab = visible_tab (SL_TAB_PAGE (widget));

  if (tab == NULL)
    return;
  if (tab->empty != NULL && gtk_widget_get_visible (tab->empty))
    sl_empty_state_focus (tab->empty);
  else if (tab->chart != NULL)
    sl_chart_view_focus (tab->chart);
  else if (tab->table != NULL)
    sl_record_table_focus (tab->table);
  else if (tab->outline != NULL)
    sl_outline_view_focus (tab->outline);
  else if (!gtk_widget_grab_focus (tab->filled))
    gtk_widget_child_focus (tab->content, GTK_DIR_TAB_FORWARD);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *param)
{
  Tab *tab = visible_tab (SL_TAB_PAGE (widget));

  if (tab != NULL && tab->table != NULL)
    sl_record_table_paste (tab->table);
  else if (tab != NULL && tab->outline != NULL)
    sl_outline_view_paste (tab->outline);
}

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_tab_page_show (SL_TAB_PAGE (widget), g_variant_get_string (param, NULL));
}

static gboolean
lists (Tab *tab, SlId id)
{
  return tab->outline != NULL ? sl_outline_view_reveal (tab->outline, id)
                              : tab->table != NULL && sl_record_table_has_row (tab->table, id);
}

/* A picture that shows a record stays, else the first view that lists it comes; the selection does
 * the rest. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTabPage *self = SL_TAB_PAGE (widget);
  SlId id = g_variant_get_int64 (param);
  Tab *shown = visible_tab (self);

  if (shown != NULL && shown->chart != NULL && !has_rows (shown)
      && sl_chart_view_show_record (shown->chart, id))
    return;
  for (guint i = 0; i < self->tabs->len; i++)
    {
      Tab *tab = g_ptr_array_index (self->tabs, i);

      if (!lists (tab, id))
        continue;
      gtk_stack_set_visible_child (self->stack, tab->resting);
      if (tab->table != NULL)
        sl_record_table_focus (tab->table);
      else
        sl_outline_view_focus (tab->outline);
      return;
    }
}

/* --- Charts --- */

/* What is opened in a picture is edited in the table below it. */
static void
mark_activated_cb (SlChartView *chart, const SlHit *hit, Tab *tab)
{
  if (hit->id == SL_ID_NONE)
    return;
  sl_session_select (tab->page->session, hit->id);
  if (tab->table != NULL && hit->kind == sl_record_table_get_kind (tab->table))
    sl_record_table_edit_title (tab->table, hit->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (tab->page), "win.show-inspector", NULL);
}

static gboolean
chart_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
              SlTabPage *self)
{
  SlId id = sl_session_get_selected (self->session);

  if (keyval != GDK_KEY_Delete || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || id == SL_ID_NONE)
    return GDK_EVENT_PROPAGATE;
  sl_session_delete (self->session, &id, 1, SL_ID_NONE);
  return GDK_EVENT_STOP;
}

static void
add_delete_key (Tab *tab)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (chart_key_cb), tab->page, 0);
  gtk_widget_add_controller (GTK_WIDGET (tab->chart), keys);
}

/* A view of its own knows what Delete takes away. */
static GtkWidget *
make_chart (Tab *tab, const SlTabSpec *spec)
{
  GtkWidget *frame = g_object_new (SL_TYPE_CHART_FRAME, "vexpand", TRUE, NULL);

  tab->chart = spec->view != NULL ? spec->view (tab->page->session)
                                  : sl_room_view_new (tab->page->session, spec->chart, 0);
  tab->chart_id = spec->chart->id;
  sl_chart_frame_set_view (SL_CHART_FRAME (frame), tab->chart);
  g_signal_connect (tab->chart, "mark-activated", G_CALLBACK (mark_activated_cb), tab);
  if (spec->view == NULL || spec->table != NULL)
    add_delete_key (tab);
  return frame;
}

static GtkWidget *
pair (GtkWidget *chart, GtkWidget *table)
{
  GtkWidget *paned
      = g_object_new (GTK_TYPE_PANED, "orientation", GTK_ORIENTATION_VERTICAL, "start-child", chart,
                      "end-child", table, "shrink-end-child", FALSE, "vexpand", TRUE, NULL);

  gtk_widget_set_size_request (table, -1, 120);
  sl_share_attach (GTK_PANED (paned), CHART_PX, CHART_SHARE);
  return paned;
}

/* --- Building --- */

static Tab *
add_tab (SlTabPage *self, const char *id, const char *title)
{
  Tab *tab = g_new0 (Tab, 1);

  tab->page = self;
  tab->id = g_strdup (id);
  tab->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  tab->below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (tab->content), tab->below);
  tab->resting = sl_resting_new (tab->content);
  g_ptr_array_add (self->tabs, tab);
  gtk_stack_add_titled (self->stack, tab->resting, id, _ (title));
  gtk_widget_set_visible (self->switcher, self->tabs->len > 1);
  return tab;
}

static void
make_table (Tab *tab, const SlTabSpec *spec)
{
  tab->table = SL_RECORD_TABLE (sl_record_table_new (tab->page->session, spec->table));
  gtk_widget_set_vexpand (GTK_WIDGET (tab->table), TRUE);
  g_signal_connect (tab->table, "rows-changed", G_CALLBACK (rows_changed_cb), tab);
}

static void
update_empty_cb (SlSession *session, SlChangeSet *changes, GtkWidget *content)
{
  update_empty (g_object_get_data (G_OBJECT (content), "sl-tab"));
}

/* What shows while there is nothing to show. */
static void
add_empty (Tab *tab, const SlTabSpec *spec)
{
  SlKindId kind = spec->empty != 0 ? spec->empty : spec->table->kind;

  const char *action = spec->empty_action != NULL ? spec->empty_action : "page.add";

  tab->empty = spec->empty_words != NULL ? sl_empty_state_new_saying (
                   spec->empty_picture, action, _ (spec->empty_words), _ (spec->empty_button))
                                         : sl_empty_state_new (kind, action);
  if (tab->outline != NULL)
    sl_empty_state_offer_paste (tab->empty);
  gtk_box_insert_child_after (GTK_BOX (tab->content), tab->empty, tab->filled);
  g_object_set_data (G_OBJECT (tab->content), "sl-tab", tab);
  g_signal_connect_object (tab->page->session, "changed", G_CALLBACK (update_empty_cb),
                           tab->content, 0);
  update_empty (tab);
}

void
sl_tab_page_add (SlTabPage *self, const SlTabSpec *spec)
{
  Tab *tab;
  GtkWidget *chart = NULL;

  g_return_if_fail (SL_IS_TAB_PAGE (self) && (spec->table == NULL || spec->add != NULL));
  tab = add_tab (self, spec->id, spec->title);
  tab->add = spec->add;
  tab->empty_kind = spec->empty;
  if (spec->chart != NULL)
    chart = make_chart (tab, spec);
  if (spec->table != NULL)
    make_table (tab, spec);
  tab->filled = chart != NULL && tab->table != NULL ? pair (chart, GTK_WIDGET (tab->table))
                : chart != NULL                     ? chart
                                                    : GTK_WIDGET (tab->table);
  gtk_box_prepend (GTK_BOX (tab->content), tab->filled);
  if (tab->table != NULL || spec->empty != 0)
    add_empty (tab, spec);
  if (tab->table != NULL)
    sl_record_menu_attach_table (self->session, GTK_WIDGET (self), tab->chart, tab->table);
  else if (tab->chart != NULL && spec->view == NULL)
    sl_record_menu_attach_lone_chart (self->session, GTK_WIDGET (self), tab->chart);
  tab_changed_cb (self);
}

void
sl_tab_page_add_outline (SlTabPage *self, const SlTabSpec *spec, SlOutlineView *outline)
{
  Tab *tab;

  g_return_if_fail (SL_IS_TAB_PAGE (self) && spec->add != NULL && spec->empty != 0);
  tab = add_tab (self, spec->id, spec->title);
  tab->add = spec->add;
  tab->empty_kind = spec->empty;
  tab->outline = outline;
  tab->filled = GTK_WIDGET (outline);
  gtk_widget_set_vexpand (tab->filled, TRUE);
  gtk_box_prepend (GTK_BOX (tab->content), tab->filled);
  add_empty (tab, spec);
  tab_changed_cb (self);
}

void
sl_tab_page_add_widget (SlTabPage *self, const char *id, const char *title, GtkWidget *widget)
{
  Tab *tab;

  g_return_if_fail (SL_IS_TAB_PAGE (self));
  tab = add_tab (self, id, title);
  gtk_widget_set_vexpand (widget, TRUE);
  tab->filled = widget;
  gtk_box_prepend (GTK_BOX (tab->content), widget);
  tab_changed_cb (self);
}

void
sl_tab_page_add_filled (SlTabPage *self, const SlTabSpec *spec, GtkWidget *widget)
{
  Tab *tab;

  g_return_if_fail (SL_IS_TAB_PAGE (self) && spec->empty != 0);
  sl_tab_page_add_widget (self, spec->id, spec->title, widget);
  tab = find_tab (self, spec->id);
  tab->empty_kind = spec->empty;
  add_empty (tab, spec);
}

void
sl_tab_page_append (SlTabPage *self, const char *id, GtkWidget *widget)
{
  Tab *tab = find_tab (self, id);

  g_return_if_fail (tab != NULL);
  gtk_box_append (GTK_BOX (tab->below), widget);
}

void
sl_tab_page_append_lasting (SlTabPage *self, const char *id, GtkWidget *widget)
{
  Tab *tab = find_tab (self, id);

  g_return_if_fail (tab != NULL);
  gtk_box_append (GTK_BOX (tab->content), widget);
}

GtkWidget *
sl_tab_page_make_note (const char *text)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE,
                      "margin-start", 12, "margin-end", 12, "margin-bottom", 6, NULL);

  gtk_widget_add_css_class (label, "caption");
  return label;
}

void
sl_tab_page_add_tool (SlTabPage *self, GtkWidget *widget)
{
  g_return_if_fail (SL_IS_TAB_PAGE (self));
  gtk_box_append (GTK_BOX (self->tools), widget);
}

SlRecordTable *
sl_tab_page_get_table (SlTabPage *self, const char *id)
{
  Tab *tab = find_tab (self, id);

  return tab != NULL ? tab->table : NULL;
}

SlChartView *
sl_tab_page_get_chart_view (SlTabPage *self, const char *id)
{
  Tab *tab = find_tab (self, id);

  return tab != NULL ? tab->chart : NULL;
}

SlSession *
sl_tab_page_get_session (SlTabPage *self)
{
  g_return_val_if_fail (SL_IS_TAB_PAGE (self), NULL);
  return self->session;
}

const char *
sl_tab_page_get_visible (SlTabPage *self)
{
  g_return_val_if_fail (SL_IS_TAB_PAGE (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}

void
sl_tab_page_show (SlTabPage *self, const char *id)
{
  g_return_if_fail (SL_IS_TAB_PAGE (self));
  if (find_tab (self, id) != NULL)
    gtk_stack_set_visible_child_name (self->stack, id);
}

void
sl_tab_page_keep (SlTabPage *self, const char *key)
{
  g_return_if_fail (SL_IS_TAB_PAGE (self));
  sl_kept_stack_attach (self->stack, self->session, key);
}

const char *
sl_tab_page_get_chart (SlTabPage *self)
{
  Tab *tab = visible_tab (self);

  return tab != NULL ? tab->chart_id : NULL;
}

static void
sl_tab_page_dispose (GObject *object)
{
  SlTabPage *self = SL_TAB_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->tabs, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_tab_page_parent_class)->dispose (object);
}

static GArray *
list_views (SlViews *views)
{
  return sl_views_list_stack (SL_TAB_PAGE (views)->stack);
}

static const char *
get_visible_view (SlViews *views)
{
  return gtk_stack_get_visible_child_name (SL_TAB_PAGE (views)->stack);
}

static void
init_views (SlViewsInterface *iface)
{
  iface->list = list_views;
  iface->get_visible = get_visible_view;
}

static void
sl_tab_page_class_init (SlTabPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_tab_page_dispose;
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "page.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "page.reveal", "x", reveal_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/views/sl-tab-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, add_label);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, search);
  gtk_widget_class_bind_template_child (widget_class, SlTabPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
sl_tab_page_init (SlTabPage *self)
{
  self->tabs = g_ptr_array_new_with_free_func (tab_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_unseen_attach (self->stack);
  sl_switcher_scroll_attach (GTK_SCROLLED_WINDOW (self->switcher), self->stack);
}

GtkWidget *
sl_tab_page_new (SlSession *session)
{
  SlTabPage *self = g_object_new (SL_TYPE_TAB_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
