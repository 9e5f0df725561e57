/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the matrix: what can be typed now, where it is known from, and what shows. */

#include "config.h"

#include "views/sl-position-bar.h"

#include <glib/gi18n.h>

#include "matrix/sl-matrix.h"
#include "widgets/sl-spoken.h"

struct _SlPositionBar
{
  GtkWidget parent_instance;
  GtkToggleButton *guess;
  GtkToggleButton *said;
  GtkToggleButton *writing;
  GtkDropDown *source; /* in place of these where there is no room for them */
  GtkLabel *status;
  GtkCheckButton *unasked;
  SlMatrixView *matrix;
};

enum
{
  PROP_SORT_BLOCKS = 1,
  PROP_SHOW_CLOSED,
  PROP_SHOW_UNASKED,
};

G_DEFINE_FINAL_TYPE (SlPositionBar, sl_position_bar, GTK_TYPE_WIDGET)

static SlSession *
session_of (SlPositionBar *self)
{
  return sl_chart_view_get_session (SL_CHART_VIEW (self->matrix));
}

static void
source_toggled_cb (SlPositionBar *self, GtkToggleButton *button)
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
source_selected_cb (SlPositionBar *self)
{
  gint64 source = SL_POSITION_GUESS + gtk_drop_down_get_selected (self->source);

  if (self->matrix != NULL && sl_matrix_view_get_source (self->matrix) != source)
    sl_matrix_view_set_source (self->matrix, source);
}

static void
source_changed_cb (SlPositionBar *self)
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

static gboolean *
param_of (SlPositionBar *self, guint id)
{
  SlChartParams *params = sl_chart_view_get_params (SL_CHART_VIEW (self->matrix));

  return id == PROP_SORT_BLOCKS    ? &params->sort_blocks
         : id == PROP_SHOW_UNASKED ? &params->show_unasked
                                   : &params->show_closed;
}

static void
sl_position_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlPositionBar *self = SL_POSITION_BAR (object);

  g_value_set_boolean (value, self->matrix != NULL && *param_of (self, id));
}

static void
sl_position_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlPositionBar *self = SL_POSITION_BAR (object);

  *param_of (self, id) = g_value_get_boolean (value);
  if (id == PROP_SORT_BLOCKS)
    sl_session_set_sort_blocks (session_of (self), g_value_get_boolean (value));
  sl_chart_view_relayout (SL_CHART_VIEW (self->matrix));
}

/* Nobody is left out silently. */
static void
update_unasked (SlPositionBar *self)
{
  guint n = sl_matrix_count_bystanders (sl_session_get_snapshot (session_of (self)));
  g_autofree char *text
      /* Translators: shows persons, teams and groups without any position; %u: how many there are
       */
      = g_strdup_printf (_ ("Show Parties Not Asked (%u)"), n);

  gtk_check_button_set_label (self->unasked, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unasked), n > 0);
}

static void
sl_position_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SL_POSITION_BAR (object)->matrix);
  G_OBJECT_CLASS (sl_position_bar_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, guess);
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, said);
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, writing);
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, source);
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, status);
  gtk_widget_class_bind_template_child (widget_class, SlPositionBar, unasked);
  gtk_widget_class_bind_template_callback (widget_class, source_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
}

static void
sl_position_bar_class_init (SlPositionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_position_bar_dispose;
  object_class->get_property = sl_position_bar_get_property;
  object_class->set_property = sl_position_bar_set_property;
  g_object_class_install_property (object_class, PROP_SORT_BLOCKS,
                                   g_param_spec_boolean ("sort-blocks", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_CLOSED,
                                   g_param_spec_boolean ("show-closed", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_SHOW_UNASKED,
                                   g_param_spec_boolean ("show-unasked", NULL, NULL, FALSE, flags));
  gtk_widget_class_install_property_action (widget_class, "positions.sort-blocks", "sort-blocks");
  gtk_widget_class_install_property_action (widget_class, "positions.show-closed", "show-closed");
  gtk_widget_class_install_property_action (widget_class, "positions.show-unasked", "show-unasked");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/views/sl-position-bar.ui");
  bind_children (widget_class);
}

static void
sl_position_bar_init (SlPositionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_menus (GTK_WIDGET (self));
  sl_spoken_drop_down (self->source, _ ("How what is typed next is known"));
}

GtkWidget *
sl_position_bar_new (SlMatrixView *matrix)
{
  SlPositionBar *self = g_object_new (SL_TYPE_POSITION_BAR, NULL);

  self->matrix = g_object_ref (matrix);
  g_signal_connect_object (matrix, "source-changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session_of (self), "changed", G_CALLBACK (update_unasked), self,
                           G_CONNECT_SWAPPED);
  source_changed_cb (self);
  update_unasked (self);
  return GTK_WIDGET (self);
}

void
sl_position_bar_show_unasked (SlPositionBar *self)
{
  g_return_if_fail (SL_IS_POSITION_BAR (self));
  g_object_set (self, "show-unasked", TRUE, NULL);
}
