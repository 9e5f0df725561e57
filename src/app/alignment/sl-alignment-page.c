/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Alignment page: the verdict with its seven bars, the findings beside what one of them rests
 * on. It shows what the session's analyzer found last, and keeps the selected finding by its key.
 */

#include "config.h"

#include "alignment/sl-alignment-page.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alignment/sl-alignment-empty.h"
#include "alignment/sl-charter-view.h"
#include "alignment/sl-conflict-view.h"
#include "alignment/sl-dimension-bars.h"
#include "alignment/sl-finding-view.h"
#include "alignment/sl-finding-words.h"
#include "alignment/sl-former-findings.h"
#include "alignment/sl-overview-layout.h"
#include "alignment/sl-priorities-panel.h"
#include "alignment/sl-priorities-view.h"
#include "alignment/sl-trust-view.h"
#include "base/sl-format-text.h"
#include "sl-flow.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-context-menu.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-line-layout.h"
#include "widgets/sl-resting.h"
#include "widgets/sl-room-view.h"
#include "widgets/sl-one-stop.h"
#include "widgets/sl-row-intake.h"
#include "widgets/sl-kept-stack.h"
#include "widgets/sl-since-button.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-switcher-scroll.h"
#include "widgets/sl-when-seen.h"
#include "widgets/sl-views.h"

/* Name of the tab; those of pictures are called as their charts. */
#define CONFLICTS "conflicts"

/* Findings in sight, whose wrapped words take long to measure. */
#define ROWS_AT_ONCE 5

struct _SlAlignmentPage
{
  GtkWidget parent_instance;

  GtkScrolledWindow *switcher;
  GtkStack *stack;
  GtkBox *findings; /* or what the view shows while it is empty */
  GtkWidget *overview;
  GtkActionable *why_verdict;
  GtkLabel *verdict;
  GtkLabel *range;
  GtkLabel *vetoes;
  GtkButton *changes;
  SlSinceButton *since_button;
  GtkWidget *spinner;
  SlDimensionBars *bars;
  GtkListView *list;
  GtkStack *list_stack;
  GtkBox *view_box;
  SlFindingView *view;
  SlCharterView *charters;
  SlConflictView *conflicts;
  SlPrioritiesPanel *priorities;
  SlPrioritiesView *slopes;
  GtkWidget *trust;
  GListStore *items;
  GtkSliceListModel *intake; /* (transfer none): of @items; @selection holds it */
  GtkSingleSelection *selection;
  char *selected_key; /* nullable: kept over analyses */
  SlFormerFindings *former;
  SlAnalysisSince *since; /* nullable: what the rows are compared with */
  SlSession *session;
};

static void init_views (SlViewsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlAlignmentPage, sl_alignment_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SL_TYPE_VIEWS, init_views))

/* --- The verdict --- */

static void
show_range (SlAlignmentPage *self, const SlAlignmentIndex *index)
{
  g_autofree char *low = sl_format_number (index->low, 0);
  g_autofree char *high = sl_format_number (index->high, 0);
  g_autofree char *text = NULL;

  if (index->coverage < 1.0)
    /* Translators: the lowest and highest that the alignment index may become. */
    text = g_strdup_printf (_ ("Between %s and %s once everything is assessed"), low, high);
  gtk_label_set_text (self->range, text != NULL ? text : _ ("Everything is assessed"));
}

static void
show_gate (SlAlignmentPage *self, const SlAlignmentIndex *index)
{
  g_autofree char *coverage = sl_format_percent (index->coverage, 0);
  g_autofree char *gate = sl_format_percent (SL_INDEX_GATE, 0);
  /* Translators: shares of what the alignment index looks at. */
  g_autofree char *text = g_strdup_printf (
      _ ("%s of what counts is assessed; from %s on the whole gets a number"), coverage, gate);

  gtk_label_set_text (self->verdict, _ ("Too early for a number"));
  gtk_label_set_text (self->range, text);
}

static void
show_vetoes (SlAlignmentPage *self, const SlAnalysis *analysis)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (finding->veto == SL_VETO_NONE || finding->accepted)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: why the verdict is at best "at risk": a finding. */
      g_string_append_printf (text, _ ("Why not “aligned”: %s"),
                              sl_finding_told (finding)->sentence);
      break;
    }
  gtk_label_set_text (self->vetoes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->vetoes), text->len > 0 && analysis->index->gate_open);
}

static void
show_verdict (SlAlignmentPage *self, const SlAnalysis *analysis)
{
  const SlAlignmentIndex *index = analysis->index;

  if (index->gate_open)
    {
      g_autofree char *number = sl_format_number (index->index, 1);
      /* Translators: the alignment index and its verdict: “74.1 of 100: at risk”. */
      g_autofree char *text
          = g_strdup_printf (_ ("%s of 100: %s"), number, sl_index_band_title (index->band));

      gtk_label_set_text (self->verdict, text);
      show_range (self, index);
    }
  else
    show_gate (self, index);
  show_vetoes (self, analysis);
}

/* --- The list --- */

static void
selection_changed_cb (SlAlignmentPage *self)
{
  SlFindingItem *item = gtk_single_selection_get_selected_item (self->selection);

  g_free (self->selected_key);
  self->selected_key = item != NULL ? g_strdup (sl_finding_item_get (item)->key) : NULL;
  sl_finding_view_set_item (self->view, item);
}

/* How many items from the start (@step 1) or from the end (@step -1) of the list, at most @most,
 * stay as they are with @analysis. */
static guint
renew_items (SlAlignmentPage *self, SlAnalysis *analysis, int step, guint most)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint same = 0;

  for (; same < most; same++)
    {
      guint at = step > 0 ? same : n_items - 1 - same;
      guint number = step > 0 ? same : analysis->findings->len - 1 - same;
      g_autoptr (SlFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), at);

      if (!sl_finding_item_renew (item, analysis, number, self->since))
        break;
    }
  return same;
}

/* Only rows that read otherwise are exchanged: measuring the words of a row takes milliseconds. */
static void
exchange_items (SlAlignmentPage *self, SlAnalysis *analysis)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_findings = analysis->findings->len;
  guint most = MIN (n_items, n_findings);
  guint head = renew_items (self, analysis, 1, most);
  guint tail = renew_items (self, analysis, -1, most - head);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = head; i < n_findings - tail; i++)
    g_ptr_array_add (items, sl_finding_item_new (analysis, i, self->since));
  g_list_store_splice (self->items, head, n_items - head - tail, items->pdata, items->len);
}

static void
select_finding (SlAlignmentPage *self, guint position)
{
  sl_row_intake_admit (self->intake, position);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
fill_list (SlAlignmentPage *self, SlAnalysis *analysis)
{
  g_autofree char *key = g_strdup (self->selected_key);
  guint selected = 0, before = gtk_single_selection_get_selected (self->selection);
  guint n = analysis->findings->len;

  exchange_items (self, analysis);
  /* The finding that was selected; where it is gone, the one in its place. */
  if (before != GTK_INVALID_LIST_POSITION && n > 0)
    selected = MIN (before, n - 1);
  for (guint i = 0; i < n && key != NULL; i++)
    if (strcmp (((const SlFinding *)analysis->findings->pdata[i])->key, key) == 0)
      selected = i;
  select_finding (self, selected);
  /* It may be the same item, but of another analysis. */
  selection_changed_cb (self);
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "list" : "none");
}

static void
activate_cb (SlAlignmentPage *self, guint position)
{
  g_autoptr (SlFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  sl_session_select (self->session, sl_finding_subject (sl_finding_item_get (item)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
}

static GtkWidget *
make_line (GtkWidget *box, const char *css, int lines)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark
      = g_object_new (GTK_TYPE_LABEL, "width-chars", 4, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  3, "hexpand", TRUE, NULL);

  gtk_widget_set_layout_manager (row, sl_line_layout_new (12));
  gtk_widget_add_css_class (mark, "sl-severity");
  gtk_widget_add_css_class (row, "sl-finding");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  g_object_set_data (G_OBJECT (row), "sl-mark", mark);
  g_object_set_data (G_OBJECT (row), "sl-sentence", make_line (text, NULL, 3));
  g_object_set_data (G_OBJECT (row), "sl-meta", make_line (text, "caption", 2));
  g_object_set_data (G_OBJECT (row), "sl-list-item", list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  SlFindingItem *item = gtk_list_item_get_item (list_item);
  const SlFinding *finding = sl_finding_told (sl_finding_item_get (item));
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), "sl-mark");
  SlSeverityWord word = sl_severity_word (finding->severity);
  g_autofree char *meta = sl_finding_item_describe (item);
  g_autofree char *sentence
      = sl_finding_words (finding, sl_finding_item_get_analysis (item)->facts, finding->sentence);
  /* Translators: how grave a finding is, then its sentence */
  g_autofree char *said
      = g_strdup_printf (_ ("%s: %s"), sl_severity_word_title (word), finding->sentence);
  const char *const css[] = { "sl-severity", sl_severity_word_name (word), NULL };

  gtk_label_set_text (GTK_LABEL (mark), sl_severity_mark (word));
  gtk_widget_set_css_classes (mark, (const char **)css);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sl_severity_word_title (word), -1);
  gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (row), "sl-sentence")), sentence);
  gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (row), "sl-meta")), meta);
  gtk_widget_set_opacity (row, finding->accepted ? 0.6 : 1.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* What is found otherwise than on the day that the window compares with. */
static void
show_changes (SlAlignmentPage *self, const SlAnalysis *analysis)
{
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&self->since, sl_analysis_since_free);
  self->since = sl_former_findings_compare (self->former, analysis);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), self->since != NULL);
  if (self->since == NULL)
    return;
  words = sl_analysis_since_say (self->since);
  /* Translators: %s is "4 new since 3 Mar 2026, 2 gone". */
  text = g_strdup_printf (_ ("Findings: %s"), words);
  gtk_button_set_label (self->changes, text);
}

static void
update_priorities (GtkWidget *panel)
{
  GtkWidget *page = gtk_widget_get_ancestor (panel, SL_TYPE_ALIGNMENT_PAGE);
  SlAnalysis *analysis
      = sl_analyzer_get (sl_session_get_analyzer (SL_ALIGNMENT_PAGE (page)->session));

  if (analysis != NULL)
    sl_priorities_panel_set_analysis (SL_PRIORITIES_PANEL (panel), analysis);
}

/* A page that does not show waits until it does: a long list takes its time. */
static void
analysis_changed_cb (SlAlignmentPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  SlAnalyzer *analyzer = sl_session_get_analyzer (self->session);
  SlAnalysis *analysis = sl_analyzer_get (analyzer);

  gtk_widget_set_visible (self->spinner, sl_analyzer_is_busy (analyzer) && analysis == NULL);
  if (analysis == NULL)
    return;
  show_verdict (self, analysis);
  show_changes (self, analysis);
  sl_dimension_bars_set_analysis (self->bars, analysis, self->since);
  sl_when_seen (GTK_WIDGET (self->priorities), update_priorities);
  fill_list (self, analysis);
}

/* Pictures have the button beside their zoom. */
static void
shown_changed_cb (SlAlignmentPage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_set_visible (GTK_WIDGET (self->since_button),
                          g_strcmp0 (shown, SL_VIEW_FINDINGS) == 0);
}

static void
party_changed_cb (SlAlignmentPage *self)
{
  sl_priorities_view_set_party (self->slopes, sl_priorities_panel_get_party (self->priorities));
}

/* --- Actions --- */

static void
go_to_finding (SlAlignmentPage *self, guint position)
{
  gtk_stack_set_visible_child_name (self->stack, SL_VIEW_FINDINGS);
  select_finding (self, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* From the selected one on; around the end. */
static void
next_new_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint now = gtk_single_selection_get_selected (self->selection);
  guint from = now == GTK_INVALID_LIST_POSITION ? 0 : now + 1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlFindingItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->items), (from + i) % n);

      if (!sl_analysis_since_is_new (self->since, sl_finding_item_get (item)))
        continue;
      go_to_finding (self, (from + i) % n);
      return;
    }
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint now = gtk_single_selection_get_selected (self->selection);

  if (n > 0)
    go_to_finding (self, now == GTK_INVALID_LIST_POSITION ? 0 : (now + 1) % n);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_finding_view_apply (SL_ALIGNMENT_PAGE (widget)->view,
                         (guint)atoi (strrchr (name, '-') + 1) - 1);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_finding_view_accept (SL_ALIGNMENT_PAGE (widget)->view);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (widget);

  const char *name_shown = gtk_stack_get_visible_child_name (self->stack);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (sl_alignment_empty_focus (sl_resting_get_child (SL_RESTING (shown))))
    return;
  if (g_strcmp0 (name_shown, SL_VIEW_FINDINGS) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (g_strcmp0 (name_shown, sl_chart_priorities.id) == 0)
    sl_priorities_panel_focus (self->priorities);
  else if (g_strcmp0 (name_shown, sl_chart_charter.id) == 0)
    sl_charter_view_focus (self->charters);
  else if (g_strcmp0 (name_shown, CONFLICTS) == 0)
    sl_conflict_view_focus (self->conflicts);
  else if (g_strcmp0 (name_shown, sl_chart_trust.id) == 0)
    gtk_widget_activate_action (self->trust, "page.focus", NULL);
  else
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/* Where records of this page are: the form of a conflict or of an alliance. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (widget);

  const SlId id = g_variant_get_int64 (param);
  SlKindId kind = SL_N_KINDS;

  sl_snapshot_find (sl_session_get_snapshot (self->session), id, &kind, NULL);
  if (kind == SL_KIND_ALLIANCE)
    {
      gtk_stack_set_visible_child_name (self->stack, sl_chart_charter.id);
      sl_charter_view_show (self->charters, id);
      return;
    }
  if (kind == SL_KIND_TRUST || kind == SL_KIND_PROMISE)
    {
      gtk_stack_set_visible_child_name (self->stack, sl_chart_trust.id);
      gtk_widget_activate_action (self->trust, "page.reveal", "x", id);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, CONFLICTS);
  sl_conflict_view_show (self->conflicts, id);
}

static void
show_finding_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (widget);
  const char *key = g_variant_get_string (param, NULL);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (strcmp (sl_finding_item_get (item)->key, key) != 0)
        continue;
      go_to_finding (self, i);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return;
    }
}

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *param)
{
  GtkStack *stack = SL_ALIGNMENT_PAGE (widget)->stack;
  const char *view = g_variant_get_string (param, NULL);

  if (gtk_stack_get_child_by_name (stack, view) != NULL)
    gtk_stack_set_visible_child_name (stack, view);
}

static void
sl_alignment_page_dispose (GObject *object)
{
  SlAlignmentPage *self = SL_ALIGNMENT_PAGE (object);
  GtkWidget *child;

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->former);
  g_clear_pointer (&self->since, sl_analysis_since_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected_key, g_free);
  G_OBJECT_CLASS (sl_alignment_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, overview);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, why_verdict);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, range);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, vetoes);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, changes);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, since_button);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, bars);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, list);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SlAlignmentPage, view_box);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static const char *const fix_actions[] = { "page.fix-1", "page.fix-2", "page.fix-3", "page.fix-4" };

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reveal", "x", reveal_action);
  gtk_widget_class_install_action (widget_class, "page.show-finding", "s", show_finding_action);
  gtk_widget_class_install_action (widget_class, "page.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "page.next-finding", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "page.next-new-finding", NULL, next_new_action);
  gtk_widget_class_install_action (widget_class, "page.accept-finding", NULL, accept_action);
  for (guint i = 0; i < G_N_ELEMENTS (fix_actions); i++)
    {
      gtk_widget_class_install_action (widget_class, fix_actions[i], NULL, apply_action);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK,
                                           fix_actions[i], NULL);
    }
}

static GArray *
list_views (SlViews *views)
{
  return sl_views_list_stack (SL_ALIGNMENT_PAGE (views)->stack);
}

static const char *
get_visible_view (SlViews *views)
{
  return gtk_stack_get_visible_child_name (SL_ALIGNMENT_PAGE (views)->stack);
}

static void
init_views (SlViewsInterface *iface)
{
  iface->list = list_views;
  iface->get_visible = get_visible_view;
}

static void
sl_alignment_page_class_init (SlAlignmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_DIMENSION_BARS);
  g_type_ensure (SL_TYPE_RESTING);
  g_type_ensure (SL_TYPE_SINCE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = sl_alignment_page_dispose;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-alignment-page.ui");
  bind_children (widget_class);
}

/* Letters belong to the list alone: elsewhere on the page they are typed. */
static void
add_keys (SlAlignmentPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_a, 0),
                        gtk_named_action_new ("page.accept-finding")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/* The menu of a fix below its finding, or NULL for any other row. */
static GMenuModel *
make_fix_menu (SlAlignmentPage *self, GtkWidget *row)
{
  SlId record = SL_ID_NONE;
  gboolean acts = FALSE;
  int number = sl_finding_view_find_fix (self->view, row, &record, &acts);
  GMenu *menu;

  if (number < 0)
    return NULL;
  menu = g_menu_new ();
  if ((guint)number < G_N_ELEMENTS (fix_actions))
    g_menu_append (menu, acts ? _ ("Appl_y") : _ ("_Open"), fix_actions[number]);
  if (sl_snapshot_find (sl_session_get_snapshot (self->session), record, NULL, NULL))
    {
      sl_session_select (self->session, record);
      g_menu_append (menu, _ ("Show on Its Pa_ge"), "record.show");
    }
  g_menu_append (menu, _ ("_Accept…"), "page.accept-finding");
  return G_MENU_MODEL (menu);
}

/* The menu of a finding: its fixes, and what else is decided about it. */
static GMenuModel *
make_menu (GtkWidget *row, gpointer data)
{
  SlAlignmentPage *self = data;
  GtkWidget *child = gtk_widget_get_first_child (row);
  GtkListItem *list_item
      = child != NULL ? g_object_get_data (G_OBJECT (child), "sl-list-item") : NULL;
  g_autoptr (GMenu) fixes = NULL;
  GMenu *menu;
  const SlFinding *finding;

  if (list_item == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self->list))
    return make_fix_menu (self, row);
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (list_item));
  finding = sl_finding_item_get (gtk_list_item_get_item (list_item));
  menu = g_menu_new ();
  fixes = g_menu_new ();
  for (guint i = 0; i < MIN (finding->remedies->len, G_N_ELEMENTS (fix_actions)); i++)
    g_menu_append (fixes, g_array_index (finding->remedies, SlRemedy, i).label, fix_actions[i]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fixes));
  g_menu_append (menu, _ ("_Accept…"), "page.accept-finding");
  return G_MENU_MODEL (menu);
}

static void
sl_alignment_page_init (SlAlignmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (self->why_verdict, "(uxx)", SL_NUMBER_INDEX, SL_ID_NONE,
                                    SL_ID_NONE);
  sl_spoken_tidy (GTK_WIDGET (self));
  sl_switcher_scroll_attach (self->switcher, self->stack);
  sl_overview_layout_attach (self->overview);
  sl_one_stop_attach (GTK_WIDGET (self->list));
  sl_context_menu_attach_rows (GTK_WIDGET (self), make_menu, self);
  add_keys (self);
  self->items = g_list_store_new (SL_TYPE_FINDING_ITEM);
  self->intake = sl_row_intake_new (G_LIST_MODEL (self->items), ROWS_AT_ONCE);
  sl_row_intake_start_with (self->intake, GTK_WIDGET (self->list));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->intake));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* Enter or a double click asks where the numbers of a mark come from. */
static void
mark_activated_cb (SlChartView *chart)
{
  gtk_widget_activate_action (GTK_WIDGET (chart), "win.why", NULL);
}

static void
add_picture (SlAlignmentPage *self, const SlChart *chart)
{
  GtkWidget *frame = g_object_new (SL_TYPE_CHART_FRAME, "vexpand", TRUE, NULL);
  SlChartView *view = sl_room_view_new (self->session, chart, SL_FLOW_WIDTH);

  g_signal_connect (view, "mark-activated", G_CALLBACK (mark_activated_cb), NULL);
  sl_record_menu_attach_lone_chart (self->session, GTK_WIDGET (self), view);
  sl_chart_frame_set_view (SL_CHART_FRAME (frame), view);
  gtk_stack_add_titled (self->stack,
                        sl_resting_new (sl_alignment_empty_wrap (frame, self->session, chart->id)),
                        chart->id, _ (chart->title));
}

/* Where priorities are entered, and the picture that they make, side by side. */
static void
add_priorities (SlAlignmentPage *self)
{
  GtkWidget *panel = sl_priorities_panel_new (self->session);
  GtkWidget *frame = g_object_new (SL_TYPE_CHART_FRAME, "width-request", 300, NULL);
  GtkWidget *paned = g_object_new (GTK_TYPE_PANED, "shrink-start-child", FALSE, "shrink-end-child",
                                   FALSE, "resize-start-child", FALSE, "position", 400,
                                   "start-child", panel, "end-child", frame, NULL);

  self->priorities = SL_PRIORITIES_PANEL (panel);
  self->slopes = sl_priorities_view_new (self->session);
  sl_chart_frame_set_view (SL_CHART_FRAME (frame), SL_CHART_VIEW (self->slopes));
  sl_record_menu_attach_lone_chart (self->session, GTK_WIDGET (self), SL_CHART_VIEW (self->slopes));
  g_signal_connect_object (panel, "party-changed", G_CALLBACK (party_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (
      self->stack,
      sl_resting_new (sl_alignment_empty_wrap (paned, self->session, sl_chart_priorities.id)),
      sl_chart_priorities.id, _ (sl_chart_priorities.title));
}

static void
add_trust (SlAlignmentPage *self)
{
  self->trust = sl_trust_view_new (self->session);
  gtk_stack_add_titled (self->stack, sl_resting_new (self->trust), sl_chart_trust.id,
                        _ ("Trust and What Moved"));
}

static void
add_charters (SlAlignmentPage *self)
{
  GtkWidget *view = sl_charter_view_new (self->session);

  self->charters = SL_CHARTER_VIEW (view);
  gtk_stack_add_titled (self->stack, sl_resting_new (view), sl_chart_charter.id,
                        _ (sl_chart_charter.title));
}

static void
add_conflicts (SlAlignmentPage *self)
{
  GtkWidget *view = sl_conflict_view_new (self->session);

  self->conflicts = SL_CONFLICT_VIEW (view);
  gtk_stack_add_titled (self->stack, sl_resting_new (view), CONFLICTS, _ ("Conflicts"));
}

const char *
sl_alignment_page_get_chart (SlAlignmentPage *self)
{
  const char *shown;

  g_return_val_if_fail (SL_IS_ALIGNMENT_PAGE (self), NULL);
  shown = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (shown, CONFLICTS) == 0)
    return sl_chart_conflict_sheet.id;
  return g_strcmp0 (shown, SL_VIEW_FINDINGS) == 0 ? sl_chart_alignment_page.id : shown;
}

GtkWidget *
sl_alignment_page_new (SlSession *session)
{
  SlAlignmentPage *self = g_object_new (SL_TYPE_ALIGNMENT_PAGE, NULL);
  GtkWidget *view = sl_finding_view_new (session);

  self->session = g_object_ref (session);
  self->former = sl_former_findings_new (session);
  sl_since_button_set_session (self->since_button, session);
  self->view = SL_FINDING_VIEW (view);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_box_append (self->view_box, view);
  sl_alignment_empty_attach (self->findings,
                             gtk_widget_get_first_child (GTK_WIDGET (self->findings)), session,
                             SL_VIEW_FINDINGS);
  add_picture (self, &sl_chart_stands_together);
  add_priorities (self);
  add_trust (self);
  add_charters (self);
  add_conflicts (self);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->former, "changed", G_CALLBACK (analysis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (shown_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (analysis_changed_cb), NULL);
  sl_kept_stack_attach (self->stack, session, "alignment");
  shown_changed_cb (self);
  return GTK_WIDGET (self);
}
