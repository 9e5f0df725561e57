/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Goals page: the tree chart and the outline of the same goals, which share the selection. */

#include "config.h"

#include "views/sl-goals-page.h"

#include <glib/gi18n.h>

#include "sl-view-state.h"
#include "views/sl-kpi-monitor.h"
#include "widgets/sl-chart-view.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-empty-state.h"
#include "views/sl-tree-view.h"
#include "widgets/sl-link-popover.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-share.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-views.h"

#define TABLE_PX 520
#define TABLE_SHARE 0.42

struct _SlGoalsPage
{
  GtkWidget parent_instance;
  GtkMenuButton *link_button;
  GtkSearchEntry *search;
  GtkToggleButton *show_outline;
  GtkToggleButton *show_chart;
  GtkToggleButton *show_kpis;
  GtkWidget *paned;
  GtkBox *outline_box;
  SlChartFrame *chart_frame;
  GtkWidget *empty;
  GtkWidget *no_kpis; /* what the monitor says while there are none */
  SlKpiMonitor *kpis;
  SlOutlineView *outline;
  SlChartView *chart;
  SlSession *session;
  GtkWidget *focus_before; /* weak: where the focus was when the link popover opened */
};

static void init_views (SlViewsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlGoalsPage, sl_goals_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_VIEWS, init_views))

static void
search_changed_cb (SlGoalsPage *self)
{
  sl_kpi_monitor_set_search (self->kpis, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  sl_outline_view_set_search (self->outline, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (SlGoalsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "page.focus", NULL);
}

/* One of the two always shows. */
static void
view_toggled_cb (SlGoalsPage *self)
{
  gboolean outline = gtk_toggle_button_get_active (self->show_outline);
  gboolean chart = gtk_toggle_button_get_active (self->show_chart);

  if (!outline && !chart)
    {
      gtk_toggle_button_set_active (self->show_chart, TRUE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->outline_box), outline);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_frame), chart);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlGoalsPage *self = SL_GOALS_PAGE (widget);

  gtk_toggle_button_set_active (self->show_kpis, FALSE);
  gtk_toggle_button_set_active (self->show_outline, TRUE);
  sl_outline_view_add (self->outline, SL_KIND_GOAL, g_str_has_suffix (name, "child"));
}

static void
add_kpi_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_kpi_monitor_add (SL_GOALS_PAGE (widget)->kpis);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_outline_view_paste (SL_GOALS_PAGE (widget)->outline);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_widget_grab_focus (GTK_WIDGET (SL_GOALS_PAGE (widget)->search));
}

static void
open_link (SlGoalsPage *self)
{
  g_set_weak_pointer (&self->focus_before,
                      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_menu_button_popup (self->link_button);
}

/* What one goal does to another is asked where one card was dropped on the other. */
static void
link_dropped_cb (SlGoalsPage *self, gint64 source, gint64 target)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->link_button));

  sl_session_select (self->session, source);
  sl_link_popover_set_target (SL_LINK_POPOVER (popover), target);
  open_link (self);
}

/* The button opened it, but by keys the focus was elsewhere, and goes back there. */
static void
link_closed_cb (SlGoalsPage *self)
{
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *param)
{
  open_link (SL_GOALS_PAGE (widget));
}

static void
expand_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlGoalsPage *self = SL_GOALS_PAGE (widget);
  gboolean expand = g_str_has_prefix (name, "page.expand");
  SlChartParams *params = sl_chart_view_get_params (self->chart);

  sl_outline_set_all_expanded (sl_outline_view_get_outline (self->outline), expand);
  g_clear_pointer (&params->collapsed, g_hash_table_unref);
  if (!expand)
    {
      guint n = 0;
      SlSnapshot *plan = sl_session_get_snapshot (self->session);
      const SlId *roots = sl_snapshot_children (plan, SL_KIND_GOAL, SL_ID_NONE, &n);

      params->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < n; i++)
        g_hash_table_add (params->collapsed, g_memdup2 (&roots[i], sizeof (SlId)));
    }
  sl_chart_view_relayout (self->chart);
}

enum
{
  PROP_TOP_DOWN = 1,
  PROP_SHOW_CLOSED,
};

static gboolean *
param_of (SlGoalsPage *self, guint id)
{
  SlChartParams *params = sl_chart_view_get_params (self->chart);

  return id == PROP_TOP_DOWN ? &params->top_down : &params->show_closed;
}

static void
sl_goals_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlGoalsPage *self = SL_GOALS_PAGE (object);

  g_value_set_boolean (value, self->chart != NULL && *param_of (self, id));
}

static void
sl_goals_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlGoalsPage *self = SL_GOALS_PAGE (object);

  *param_of (self, id) = g_value_get_boolean (value);
  sl_chart_view_relayout (self->chart);
}

static void
toggle_card (SlGoalsPage *self, SlId id)
{
  SlChartParams *params = sl_chart_view_get_params (self->chart);

  if (params->collapsed == NULL)
    params->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!g_hash_table_remove (params->collapsed, &id))
    g_hash_table_add (params->collapsed, g_memdup2 (&id, sizeof id));
  sl_chart_view_relayout (self->chart);
}

static void
mark_activated_cb (SlChartView *chart, const SlHit *hit, SlGoalsPage *self)
{
  if (hit->part == SL_PART_TOGGLE)
    toggle_card (self, hit->id);
  else if (hit->kind == SL_KIND_GOAL)
    {
      gtk_toggle_button_set_active (self->show_outline, TRUE);
      sl_session_select (self->session, hit->id);
      sl_outline_view_edit_title (self->outline, hit->id);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlGoalsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (GTK_IS_TEXT (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_l)
    {
      open_link (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Delete && sl_session_get_selected (self->session) != SL_ID_NONE)
    {
      SlId id = sl_session_get_selected (self->session);

      sl_session_delete (self->session, &id, 1, SL_ID_NONE);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The KPIs stand in the place of outline and tree. */
static void
update_empty (SlGoalsPage *self)
{
  gboolean kpis = gtk_toggle_button_get_active (self->show_kpis);
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  gboolean empty = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_GOAL)) == 0;
  gboolean measured = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_KPI)) > 0;

  if (kpis)
    sl_empty_state_replace (self->no_kpis, GTK_WIDGET (self->kpis), !measured);
  else
    sl_empty_state_replace (self->empty, self->paned, empty);
  gtk_widget_set_visible (kpis ? self->empty : self->no_kpis, FALSE);
  gtk_widget_set_visible (kpis ? self->paned : GTK_WIDGET (self->kpis), FALSE);
}

static void
kpis_toggled_cb (SlGoalsPage *self)
{
  update_empty (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.focus", NULL);
}

static void
sl_goals_page_dispose (GObject *object)
{
  SlGoalsPage *self = SL_GOALS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_goals_page_parent_class)->dispose (object);
}

/* The page's own content comes first, not its toolbar. */
static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlGoalsPage *self = SL_GOALS_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->kpis)))
    sl_kpi_monitor_focus (self->kpis);
  else if (gtk_widget_get_visible (self->no_kpis))
    sl_empty_state_focus (self->no_kpis);
  else if (gtk_widget_get_visible (self->empty))
    sl_empty_state_focus (self->empty);
  else if (gtk_toggle_button_get_active (self->show_outline))
    sl_outline_view_focus (self->outline);
  else
    sl_chart_view_focus (self->chart);
}

/* A search or a closed part of the tree may hide what somebody wants to see. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlGoalsPage *self = SL_GOALS_PAGE (widget);
  SlId id = g_variant_get_int64 (param);

  gtk_toggle_button_set_active (self->show_kpis, FALSE);
  if (!sl_outline_view_reveal (self->outline, id))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (!sl_chart_view_show_record (self->chart, id))
    gtk_toggle_button_set_active (self->show_outline, TRUE);
  if (!sl_outline_view_follow (self->outline))
    focus_action (widget, name, NULL);
}

/* --- Views --- */

static const SlViewName view_names[] = {
  { "tree", N_ ("Goal Tree") },
  { "kpis", N_ ("KPIs") },
};

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_toggle_button_set_active (SL_GOALS_PAGE (widget)->show_kpis,
                                g_str_equal (g_variant_get_string (param, NULL), "kpis"));
}

static GArray *
list_views (SlViews *views)
{
  return sl_views_list_names (view_names, G_N_ELEMENTS (view_names));
}

static const char *
get_visible_view (SlViews *views)
{
  return view_names[gtk_toggle_button_get_active (SL_GOALS_PAGE (views)->show_kpis) ? 1 : 0].id;
}

static void
init_views (SlViewsInterface *iface)
{
  iface->list = list_views;
  iface->get_visible = get_visible_view;
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_TOP_DOWN,
                                   g_param_spec_boolean ("top-down", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_CLOSED,
                                   g_param_spec_boolean ("show-closed", NULL, NULL, FALSE, flags));
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reveal", "x", reveal_action);
  gtk_widget_class_install_action (widget_class, "page.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.add-child", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.add-kpi", NULL, add_kpi_action);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "page.expand-all", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "page.collapse-all", NULL, expand_action);
  gtk_widget_class_install_property_action (widget_class, "page.top-down", "top-down");
  gtk_widget_class_install_property_action (widget_class, "page.show-closed", "show-closed");
}

static void
sl_goals_page_class_init (SlGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_CHART_FRAME);
  G_OBJECT_CLASS (klass)->dispose = sl_goals_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = sl_goals_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = sl_goals_page_set_property;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/views/sl-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, link_button);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, search);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, show_outline);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, show_chart);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, show_kpis);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, outline_box);
  gtk_widget_class_bind_template_child (widget_class, SlGoalsPage, chart_frame);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, kpis_toggled_cb);
}

static void
sl_goals_page_init (SlGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_menus (GTK_WIDGET (self));
  sl_share_attach (GTK_PANED (self->paned), TABLE_PX, TABLE_SHARE);
}

/* The cards of the picture open and close apart from the rows of the table. */
static void
keep_view_cb (SlGoalsPage *self, GKeyFile *view)
{
  sl_view_state_set_ids (view, "collapsed", sl_chart_goal_tree.id,
                         sl_chart_view_get_params (self->chart)->collapsed);
}

GtkWidget *
sl_goals_page_new (SlSession *session)
{
  static const char *const columns[] = { "owner", "due", NULL };
  SlGoalsPage *self = g_object_new (SL_TYPE_GOALS_PAGE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *outline = sl_outline_view_new (session, SL_KIND_GOAL, SL_N_KINDS, columns);

  self->session = g_object_ref (session);
  self->outline = SL_OUTLINE_VIEW (outline);
  sl_outline_view_hide_what_is_cut (self->outline);
  gtk_widget_set_hexpand (outline, TRUE);
  gtk_box_append (self->outline_box, outline);
  self->chart = sl_tree_view_new (session);
  sl_chart_view_get_params (self->chart)->collapsed
      = sl_view_state_get_ids (sl_session_get_view (session), "collapsed", sl_chart_goal_tree.id);
  sl_chart_frame_set_view (self->chart_frame, SL_CHART_VIEW (self->chart));
  gtk_menu_button_set_popover (self->link_button, sl_link_popover_new (session));
  g_signal_connect_object (gtk_menu_button_get_popover (self->link_button), "closed",
                           G_CALLBACK (link_closed_cb), self, G_CONNECT_SWAPPED);
  self->empty = sl_empty_state_new (SL_KIND_GOAL, "page.add");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  self->kpis = SL_KPI_MONITOR (sl_kpi_monitor_new (session));
  gtk_widget_set_vexpand (GTK_WIDGET (self->kpis), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->kpis), GTK_WIDGET (self));
  self->no_kpis = sl_empty_state_new (SL_KIND_KPI, "page.add-kpi");
  gtk_widget_set_parent (self->no_kpis, GTK_WIDGET (self));
  sl_record_menu_attach (session, GTK_WIDGET (self), self->chart, self->outline);
  g_signal_connect_object (self->chart, "mark-activated", G_CALLBACK (mark_activated_cb), self, 0);
  g_signal_connect_object (self->chart, "link-dropped", G_CALLBACK (link_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keep-view", G_CALLBACK (keep_view_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_empty (self);
  return GTK_WIDGET (self);
}
