/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Stakeholders page: the matrix of positions, and the register of the parties. */

#include "config.h"

#include "views/sl-stakeholders-page.h"

#include <glib/gi18n.h>

#include "matrix/sl-matrix.h"
#include "views/sl-matrix-view.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-outline-view.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"

struct _SlStakeholdersPage
{
  GtkWidget parent_instance;
  GtkStack *stack;
  SlChartFrame *matrix_frame;
  GtkBox *register_box;
  GtkToggleButton *guess;
  GtkToggleButton *said;
  GtkToggleButton *writing;
  GtkDropDown *source; /* in place of these where there is no room for them */
  GtkLabel *status;
  GtkCheckButton *unasked;
  GtkWidget *empty;
  SlMatrixView *matrix;
  SlOutlineView *outline;
  SlSession *session;
};

enum
{
  PROP_SORT_BLOCKS = 1,
  PROP_SHOW_CLOSED,
  PROP_SHOW_UNASKED,
};

G_DEFINE_FINAL_TYPE (SlStakeholdersPage, sl_stakeholders_page, GTK_TYPE_WIDGET)

static void
source_toggled_cb (SlStakeholdersPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return; /* the one that takes its place tells too */

  gint64 source = button == self->writing ? SL_POSITION_WRITING
                  : button == self->said  ? SL_POSITION_SAID
                                          : SL_POSITION_GUESS;

  if (self->matrix != NULL && sl_matrix_view_get_source (self->matrix) != source)
    sl_matrix_view_set_source (self->matrix, source);
}

/* The entries stand in the order of their codes, the weakest first. */
static void
source_selected_cb (SlStakeholdersPage *self)
{
  gint64 source = SL_POSITION_GUESS + gtk_drop_down_get_selected (self->source);

  if (self->matrix != NULL && sl_matrix_view_get_source (self->matrix) != source)
    sl_matrix_view_set_source (self->matrix, source);
}

static void
source_changed_cb (SlStakeholdersPage *self)
{
  gint64 source = sl_matrix_view_get_source (self->matrix);
  GtkToggleButton *button = source == SL_POSITION_WRITING ? self->writing
                            : source == SL_POSITION_SAID  ? self->said
                                                          : self->guess;

  gtk_toggle_button_set_active (button, TRUE);
  gtk_drop_down_set_selected (self->source, (guint)(source - SL_POSITION_GUESS));
  gtk_label_set_text (self->status, sl_matrix_view_is_negative (self->matrix)
                                        ? _ ("Minus: now type 1, 2 or 3")
                                        : _ ("Type −3 to 3 into a cell, Delete for not asked"));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "register");
  sl_outline_view_add (self->outline, SL_KIND_PARTY, FALSE);
}

/* Shows the cell of a party and a goal, ready to be typed into. */
static void
show_position_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (widget);
  SlChartView *view = SL_CHART_VIEW (self->matrix);
  SlHit cell = { .kind = SL_KIND_POSITION, .part = SL_PART_CELL };

  g_variant_get (param, "(xx)", &cell.a, &cell.b);
  gtk_stack_set_visible_child_name (self->stack, "matrix");
  sl_chart_view_get_scene (view);
  sl_chart_view_go_to (view, &cell);
}

static gboolean *
param_of (SlStakeholdersPage *self, guint id)
{
  SlChartParams *params = sl_chart_view_get_params (SL_CHART_VIEW (self->matrix));

  return id == PROP_SORT_BLOCKS    ? &params->sort_blocks
         : id == PROP_SHOW_UNASKED ? &params->show_unasked
                                   : &params->show_closed;
}

static void
sl_stakeholders_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (object);

  g_value_set_boolean (value, self->matrix != NULL && *param_of (self, id));
}

static void
sl_stakeholders_page_set_property (GObject *object, guint id, const GValue *value,
                                   GParamSpec *pspec)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (object);

  *param_of (self, id) = g_value_get_boolean (value);
  if (id == PROP_SORT_BLOCKS)
    sl_session_set_sort_blocks (self->session, g_value_get_boolean (value));
  sl_chart_view_relayout (SL_CHART_VIEW (self->matrix));
}

/* Nobody is left out silently. */
static void
update_unasked (SlStakeholdersPage *self)
{
  guint n = sl_matrix_count_bystanders (sl_session_get_snapshot (self->session));
  g_autofree char *text
      /* Translators: shows persons, teams and groups without any position; %u: how many there are
       */
      = g_strdup_printf (_ ("Show Parties Not Asked (%u)"), n);

  gtk_check_button_set_label (self->unasked, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unasked), n > 0);
}

static void
update_empty (SlStakeholdersPage *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  gboolean empty = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_PARTY)) == 0;

  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !empty);
  update_unasked (self);
}

static void
sl_stakeholders_page_dispose (GObject *object)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_stakeholders_page_parent_class)->dispose (object);
}

/* The page's own content comes first, not its toolbar. */
static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (widget);

  if (gtk_widget_get_visible (self->empty))
    gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "register") == 0)
    sl_outline_view_focus (self->outline);
  else
    sl_chart_view_focus (SL_CHART_VIEW (self->matrix));
}

/* The matrix leaves out parties for whom others speak; the register has all. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (widget);
  SlId id = g_variant_get_int64 (param);

  sl_outline_view_reveal (self->outline, id);
  if (!sl_chart_view_show_record (SL_CHART_VIEW (self->matrix), id))
    gtk_stack_set_visible_child_name (self->stack, "register");
}

/* The cell of a party and a goal; a party that was never asked is shown for it. */
static void
reveal_cell_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlStakeholdersPage *self = SL_STAKEHOLDERS_PAGE (widget);
  SlChartView *chart = SL_CHART_VIEW (self->matrix);
  SlHit cell = { .kind = SL_KIND_POSITION, .part = SL_PART_CELL };

  g_variant_get (param, "(xx)", &cell.a, &cell.b);
  gtk_stack_set_visible_child_name (self->stack, "matrix");
  sl_chart_view_get_scene (chart); /* a page that is shown for the first time has none yet */
  if (!sl_chart_view_go_to (chart, &cell))
    {
      g_object_set (self, "show-unasked", TRUE, NULL);
      sl_chart_view_get_scene (chart);
      sl_chart_view_go_to (chart, &cell);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, matrix_frame);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, register_box);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, guess);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, said);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, writing);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, source);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, status);
  gtk_widget_class_bind_template_child (widget_class, SlStakeholdersPage, unasked);
  gtk_widget_class_bind_template_callback (widget_class, source_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
}

static void
sl_stakeholders_page_class_init (SlStakeholdersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_type_ensure (SL_TYPE_CHART_FRAME);
  object_class->dispose = sl_stakeholders_page_dispose;
  object_class->get_property = sl_stakeholders_page_get_property;
  object_class->set_property = sl_stakeholders_page_set_property;
  g_object_class_install_property (object_class, PROP_SORT_BLOCKS,
                                   g_param_spec_boolean ("sort-blocks", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_CLOSED,
                                   g_param_spec_boolean ("show-closed", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_UNASKED,
                                   g_param_spec_boolean ("show-unasked", NULL, NULL, FALSE, flags));
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.reveal", "x", reveal_action);
  gtk_widget_class_install_action (widget_class, "page.reveal-cell", "(xx)", reveal_cell_action);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.show-position", "(xx)",
                                   show_position_action);
  gtk_widget_class_install_property_action (widget_class, "page.sort-blocks", "sort-blocks");
  gtk_widget_class_install_property_action (widget_class, "page.show-closed", "show-closed");
  gtk_widget_class_install_property_action (widget_class, "page.show-unasked", "show-unasked");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/views/sl-stakeholders-page.ui");
  bind_children (widget_class);
}

static void
sl_stakeholders_page_init (SlStakeholdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_drop_down (self->source, _ ("How what is typed next is known"));
  sl_unseen_attach (self->stack);
}

GtkWidget *
sl_stakeholders_page_new (SlSession *session)
{
  static const char *const columns[]
      = { "type", "power", "interest", "engagement", "engagement_wanted", "contact", NULL };
  SlStakeholdersPage *self = g_object_new (SL_TYPE_STAKEHOLDERS_PAGE, NULL);
  GtkWidget *outline = sl_outline_view_new (session, SL_KIND_PARTY, SL_N_KINDS, columns);

  self->session = g_object_ref (session);
  self->outline = SL_OUTLINE_VIEW (outline);
  gtk_widget_set_hexpand (outline, TRUE);
  gtk_box_append (self->register_box, outline);
  self->matrix = sl_matrix_view_new (session);
  sl_chart_frame_set_view (self->matrix_frame, SL_CHART_VIEW (self->matrix));
  self->empty = sl_empty_state_new (SL_KIND_PARTY, "page.add");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  sl_record_menu_attach (session, GTK_WIDGET (self), SL_CHART_VIEW (self->matrix), self->outline);
  g_signal_connect_object (self->matrix, "source-changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  source_changed_cb (self);
  update_empty (self);
  return GTK_WIDGET (self);
}
