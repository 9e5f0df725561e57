/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Timeline page: the table of tasks and milestones beside the picture of them. */

#include "config.h"

#include "views/sl-timeline-page.h"

#include <glib/gi18n.h>

#include "views/sl-hand-off-view.h"
#include "views/sl-slip-view.h"
#include "views/sl-timeline-view.h"
#include "widgets/sl-dependency-popover.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-share.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-views.h"

#define TABLE_PX 620
#define TABLE_SHARE 0.42

/* What can stand in the place of the plan. */
enum
{
  LIST,
  HAND_OFFS,
  SLIP,
  N_LISTS
};

struct _SlTimelinePage
{
  GtkWidget parent_instance;
  GtkMenuButton *link_button;
  GtkDropDown *range;
  GtkToggleButton *show_table;
  GtkToggleButton *show_chart;
  GtkToggleButton *show_list;
  GtkToggleButton *show_hand_offs;
  GtkToggleButton *show_slip;
  GtkWidget *paned;
  GtkBox *table_box;
  SlChartFrame *chart_frame;
  GtkWidget *empty;
  SlOutlineView *table;
  SlTimelineView *chart;
  SlRecordTable *list;
  SlHandOffView *hand_offs;
  SlSlipView *slip;
  GtkWidget *empties[N_LISTS]; /* what each list shows while it has no row */
  gboolean adding;             /* the first hand-off is being typed */
  SlSession *session;
};

enum
{
  PROP_LANES = 1,
  PROP_GOAL_LANES,
  PROP_CRITICAL,
  PROP_BASELINES,
  PROP_SHOW_CLOSED,
  N_PROPS,
  PROP_VIEW = N_PROPS
};

static void init_views (SlViewsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlTimelinePage, sl_timeline_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_VIEWS, init_views))

static const int months[] = { 0, 3, 6, 12, 36 };

static void
range_changed_cb (SlTimelinePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->range);

  if (self->chart != NULL && selected < G_N_ELEMENTS (months))
    sl_timeline_view_set_months (self->chart, months[selected]);
}

static void
view_toggled_cb (SlTimelinePage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->show_table);
  gboolean chart = gtk_toggle_button_get_active (self->show_chart);

  if (!table && !chart)
    {
      gtk_toggle_button_set_active (self->show_chart, TRUE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->table_box), table);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_frame), chart);
}

/* Table and picture of the plan, instead of a list. */
static void
show_plan (SlTimelinePage *self)
{
  gtk_toggle_button_set_active (self->show_list, FALSE);
  gtk_toggle_button_set_active (self->show_hand_offs, FALSE);
  gtk_toggle_button_set_active (self->show_slip, FALSE);
}

static void update_empty (SlTimelinePage *self);

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (widget);
  SlKindId kind = g_str_has_suffix (name, "milestone") ? SL_KIND_MILESTONE : SL_KIND_TASK;

  if (kind == SL_KIND_TASK && gtk_toggle_button_get_active (self->show_hand_offs))
    {
      self->adding = TRUE; /* its first row is typed below the table */
      update_empty (self);
      sl_hand_off_view_add (self->hand_offs);
      return;
    }
  if (kind == SL_KIND_TASK && gtk_toggle_button_get_active (self->show_list))
    {
      sl_record_table_add (self->list);
      return;
    }
  if (kind == SL_KIND_TASK && gtk_toggle_button_get_active (self->show_slip))
    {
      sl_record_table_add (sl_slip_view_get_table (self->slip));
      return;
    }
  show_plan (self);
  gtk_widget_set_visible (self->paned, TRUE);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_toggle_button_set_active (self->show_table, TRUE);
  sl_outline_view_add (self->table, kind, FALSE);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_menu_button_popup (SL_TIMELINE_PAGE (widget)->link_button);
}

/* The list that stands in the place of the plan, or "plan". */
static const char *
get_view (SlTimelinePage *self)
{
  if (gtk_toggle_button_get_active (self->show_list))
    return "tasks";
  if (gtk_toggle_button_get_active (self->show_hand_offs))
    return "hand-offs";
  return gtk_toggle_button_get_active (self->show_slip) ? "slip" : "plan";
}

static gboolean *
param_of (SlTimelinePage *self, guint id)
{
  SlChartParams *params = sl_chart_view_get_params (SL_CHART_VIEW (self->chart));

  switch (id)
    {
    case PROP_LANES:
      return &params->lanes;
    case PROP_GOAL_LANES:
      return &params->goal_lanes;
    case PROP_CRITICAL:
      return &params->critical;
    case PROP_BASELINES:
      return &params->baselines;
    default:
      return &params->show_closed;
    }
}

static void
sl_timeline_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (object);

  if (id == PROP_VIEW)
    {
      g_value_set_string (value, get_view (self));
      return;
    }
  g_value_set_boolean (value, self->chart != NULL && *param_of (self, id));
}

static void
sl_timeline_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (object);

  *param_of (self, id) = g_value_get_boolean (value);
  /* Rows stand in lanes of one sort. */
  if (g_value_get_boolean (value) && id == PROP_LANES)
    g_object_set (object, "goal-lanes", FALSE, NULL);
  else if (g_value_get_boolean (value) && id == PROP_GOAL_LANES)
    g_object_set (object, "lanes", FALSE, NULL);
  sl_chart_view_relayout (SL_CHART_VIEW (self->chart));
}

/* What each list shows while it has no row. */
static void
make_empties (SlTimelinePage *self)
{
  self->empties[LIST]
      = sl_empty_state_new_saying (SL_N_KINDS, "page.add",
                                   _ ("Who does what by when, in one table to sort and to change "
                                      "together"),
                                   _ ("_Add First Task"));
  self->empties[HAND_OFFS] = sl_empty_state_new (SL_KIND_DEPENDENCY, "page.add");
  self->empties[SLIP] = sl_empty_state_new (SL_KIND_FORECAST, "page.add");
  for (guint i = 0; i < N_LISTS; i++)
    gtk_widget_set_parent (self->empties[i], GTK_WIDGET (self));
}

/* Made when one of them is wanted: most people who come here never do. */
static void
ensure_lists (SlTimelinePage *self)
{
  static const char *const columns[]
      = { "goal", "owner", "accountable", "start", "due", "effort", "progress", "status", NULL };
  static const SlRecordTableSpec tasks
      = { .kind = SL_KIND_TASK, .columns = columns, .sort = "due" };
  GtkWidget *page = GTK_WIDGET (self);

  if (self->list != NULL)
    return;
  self->list = SL_RECORD_TABLE (sl_record_table_new (self->session, &tasks));
  self->hand_offs = SL_HAND_OFF_VIEW (sl_hand_off_view_new (self->session));
  self->slip = SL_SLIP_VIEW (sl_slip_view_new (self->session));
  GtkWidget *lists[]
      = { GTK_WIDGET (self->list), GTK_WIDGET (self->hand_offs), GTK_WIDGET (self->slip) };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_widget_set_vexpand (lists[i], TRUE);
      gtk_widget_set_visible (lists[i], FALSE);
      gtk_widget_set_parent (lists[i], page);
    }
  make_empties (self);
  sl_record_menu_attach_table (self->session, page, NULL, self->list);
  sl_record_menu_attach_table (self->session, page, NULL,
                               sl_hand_off_view_get_table (self->hand_offs));
}

/* Whether @id is a dependency that the table of hand-offs shows. */
static gboolean
is_hand_off (SlTimelinePage *self, SlId id)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_DEPENDENCY);

  if (!sl_table_find (table, id, NULL))
    return FALSE;
  ensure_lists (self);
  return sl_record_table_has_row (sl_hand_off_view_get_table (self->hand_offs), id);
}

static void
mark_activated_cb (SlChartView *chart, const SlHit *hit, SlTimelinePage *self)
{
  if (is_hand_off (self, hit->id))
    gtk_toggle_button_set_active (self->show_hand_offs, TRUE);
  if (hit->kind != SL_KIND_TASK && hit->kind != SL_KIND_MILESTONE)
    return;
  gtk_toggle_button_set_active (self->show_table, TRUE);
  sl_outline_view_edit_title (self->table, hit->id);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlTimelinePage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  SlId id = sl_session_get_selected (self->session);

  if (GTK_IS_TEXT (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_l)
    gtk_menu_button_popup (self->link_button);
  else if (keyval == GDK_KEY_Delete && id != SL_ID_NONE)
    sl_session_delete (self->session, &id, 1, SL_ID_NONE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
has_items (SlTimelinePage *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);

  return sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_TASK)) > 0
         || sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_MILESTONE)) > 0;
}

static void
update_lists (SlTimelinePage *self)
{
  static const SlKindId kinds[N_LISTS] = { SL_KIND_TASK, SL_KIND_DEPENDENCY, SL_KIND_FORECAST };
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  GtkWidget *lists[N_LISTS]
      = { GTK_WIDGET (self->list), GTK_WIDGET (self->hand_offs), GTK_WIDGET (self->slip) };
  GtkToggleButton *buttons[N_LISTS] = { self->show_list, self->show_hand_offs, self->show_slip };

  for (guint i = 0; i < N_LISTS; i++)
    {
      gboolean empty = sl_table_n_rows (sl_snapshot_table (plan, kinds[i])) == 0;

      if (i == HAND_OFFS && !empty)
        self->adding = FALSE;
      if (gtk_toggle_button_get_active (buttons[i]))
        {
          sl_empty_state_ask_first (self->empties[i], kinds[i], plan);
          sl_empty_state_replace (self->empties[i], lists[i],
                                  empty && !(i == HAND_OFFS && self->adding));
        }
      else
        {
          gtk_widget_set_visible (self->empties[i], FALSE);
          gtk_widget_set_visible (lists[i], FALSE);
        }
    }
}

/* The lists stand in the place of table and picture. The picture is empty only if nothing at
 * all could stand on it. */
static void
update_empty (SlTimelinePage *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  gboolean other = gtk_toggle_button_get_active (self->show_list)
                   || gtk_toggle_button_get_active (self->show_hand_offs)
                   || gtk_toggle_button_get_active (self->show_slip);
  gboolean empty
      = !has_items (self) && sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_GOAL)) == 0;

  if (other)
    ensure_lists (self);
  if (self->list != NULL)
    update_lists (self);
  if (!other)
    sl_empty_state_replace (self->empty, self->paned, empty);
  else
    {
      gtk_widget_set_visible (self->empty, FALSE);
      gtk_widget_set_visible (self->paned, FALSE);
    }
}

/* One list at a time. */
static void
list_toggled_cb (SlTimelinePage *self, GtkToggleButton *button)
{
  GtkToggleButton *lists[] = { self->show_list, self->show_hand_offs, self->show_slip };

  for (guint i = 0; gtk_toggle_button_get_active (button) && i < G_N_ELEMENTS (lists); i++)
    if (lists[i] != button)
      gtk_toggle_button_set_active (lists[i], FALSE);
  self->adding = FALSE;
  update_empty (self);
  g_object_notify (G_OBJECT (self), "view");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "page.focus", NULL);
}

static void
sl_timeline_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SL_TIMELINE_PAGE (object)->session);
  G_OBJECT_CLASS (sl_timeline_page_parent_class)->dispose (object);
}

/* The page's own content comes first, not its toolbar. */
static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (widget);

  for (guint i = 0; i < N_LISTS; i++)
    if (self->empties[i] != NULL && gtk_widget_get_visible (self->empties[i]))
      {
        sl_empty_state_focus (self->empties[i]);
        return;
      }
  if (gtk_toggle_button_get_active (self->show_hand_offs))
    sl_hand_off_view_focus (self->hand_offs);
  else if (gtk_toggle_button_get_active (self->show_list))
    sl_record_table_focus (self->list);
  else if (gtk_toggle_button_get_active (self->show_slip))
    sl_slip_view_focus (self->slip);
  else if (gtk_widget_get_visible (self->empty))
    sl_empty_state_focus (self->empty);
  else if (gtk_toggle_button_get_active (self->show_chart))
    sl_chart_view_focus (SL_CHART_VIEW (self->chart));
  else
    sl_outline_view_focus (self->table);
}

/* A hand-off has a row of its own; the picture leaves out what has no date. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (widget);
  SlId id = g_variant_get_int64 (param);

  if (is_hand_off (self, id))
    {
      gtk_toggle_button_set_active (self->show_hand_offs, TRUE);
      return;
    }
  show_plan (self);
  sl_outline_view_reveal (self->table, id);
  if (!sl_chart_view_show_record (SL_CHART_VIEW (self->chart), id))
    gtk_toggle_button_set_active (self->show_table, TRUE);
  if (!sl_outline_view_follow (self->table))
    focus_action (widget, name, NULL);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_outline_view_paste (SL_TIMELINE_PAGE (widget)->table);
}

/* --- Views --- */

/* The first shows when no list does. */
static const SlViewName view_names[] = {
  { "plan", N_ ("Plan") },
  { "tasks", N_ ("Tasks") },
  { "hand-offs", N_ ("Hand-Offs") },
  { "slip", N_ ("Slip") },
};

static GtkToggleButton *
view_button (SlTimelinePage *self, guint view)
{
  GtkToggleButton *buttons[] = { NULL, self->show_list, self->show_hand_offs, self->show_slip };

  return buttons[view];
}

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (widget);
  const char *id = g_variant_get_string (param, NULL);

  if (g_str_equal (id, view_names[0].id))
    show_plan (self);
  for (guint i = 1; i < G_N_ELEMENTS (view_names); i++)
    if (g_str_equal (id, view_names[i].id))
      gtk_toggle_button_set_active (view_button (self, i), TRUE);
}

static GArray *
list_views (SlViews *views)
{
  return sl_views_list_names (view_names, G_N_ELEMENTS (view_names));
}

static const char *
get_visible_view (SlViews *views)
{
  SlTimelinePage *self = SL_TIMELINE_PAGE (views);

  for (guint i = 1; i < G_N_ELEMENTS (view_names); i++)
    if (gtk_toggle_button_get_active (view_button (self, i)))
      return view_names[i].id;
  return view_names[0].id;
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
  static const char *const names[N_PROPS]
      = { NULL, "lanes", "goal-lanes", "critical", "baselines", "show-closed" };

  for (guint i = 1; i < N_PROPS; i++)
    {
      g_autofree char *action = g_strconcat ("page.", names[i], NULL);

      g_object_class_install_property (
          G_OBJECT_CLASS (widget_class), i,
          g_param_spec_boolean (names[i], NULL, NULL, FALSE,
                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
      gtk_widget_class_install_property_action (widget_class, action, names[i]);
    }
  g_object_class_install_property (
      G_OBJECT_CLASS (widget_class), PROP_VIEW,
      g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reveal", "x", reveal_action);
  gtk_widget_class_install_action (widget_class, "page.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.add-milestone", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);
}

static void
sl_timeline_page_class_init (SlTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_CHART_FRAME);
  G_OBJECT_CLASS (klass)->dispose = sl_timeline_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = sl_timeline_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = sl_timeline_page_set_property;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/views/sl-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, link_button);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, range);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, show_table);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, show_chart);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, show_list);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, show_hand_offs);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, show_slip);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, paned);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, table_box);
  gtk_widget_class_bind_template_child (widget_class, SlTimelinePage, chart_frame);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
}

static void
sl_timeline_page_init (SlTimelinePage *self)
{
  const char *ranges[] = { _ ("Everything"), _ ("3 months"),  _ ("6 months"),
                           _ ("12 months"),  _ ("36 months"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (ranges);

  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_menus (GTK_WIDGET (self));
  sl_share_attach (GTK_PANED (self->paned), TABLE_PX, TABLE_SHARE);
  gtk_drop_down_set_model (self->range, G_LIST_MODEL (list));
  sl_spoken_drop_down (self->range, _ ("Months shown"));
}

GtkWidget *
sl_timeline_page_new (SlSession *session)
{
  static const char *const columns[]
      = { "start", "due", "owner", "progress", "status", "effort", "accountable", "goal", NULL };
  SlTimelinePage *self = g_object_new (SL_TYPE_TIMELINE_PAGE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *table = sl_outline_view_new (session, SL_KIND_TASK, SL_KIND_MILESTONE, columns);

  self->session = g_object_ref (session);
  self->table = SL_OUTLINE_VIEW (table);
  sl_outline_view_hide_what_is_cut (self->table);
  gtk_widget_set_hexpand (table, TRUE);
  gtk_box_append (self->table_box, table);
  self->chart = sl_timeline_view_new (session);
  sl_chart_frame_set_view (self->chart_frame, SL_CHART_VIEW (self->chart));
  gtk_menu_button_set_popover (self->link_button, sl_dependency_popover_new (session));
  self->empty = sl_empty_state_new (SL_KIND_TASK, "page.add");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  sl_record_menu_attach (session, GTK_WIDGET (self), SL_CHART_VIEW (self->chart), self->table);
  g_signal_connect_object (self->chart, "mark-activated", G_CALLBACK (mark_activated_cb), self, 0);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_toggle_button_set_active (self->show_table, has_items (self));
  update_empty (self);
  return GTK_WIDGET (self);
}
