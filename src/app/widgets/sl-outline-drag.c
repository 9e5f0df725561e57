/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging rows of the outline: before, into or behind another row, by thirds of its height. Every
 * drop has a key: Alt+Shift+arrows, or cut and paste. */

#include "config.h"

#include "widgets/sl-outline-view-private.h"

typedef enum
{
  DROP_BEFORE,
  DROP_INTO,
  DROP_AFTER,
} DropPlace;

static const char *const drop_classes[] = { "sl-drop-before", "sl-drop-into", "sl-drop-after" };

static SlOutlineView *
view_of (GtkWidget *cell)
{
  return SL_OUTLINE_VIEW (gtk_widget_get_ancestor (cell, SL_TYPE_OUTLINE_VIEW));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *cell)
{
  SlOutlineView *self = view_of (cell);
  SlId id = sl_outline_cell_get_id (cell);

  if (self == NULL || id == SL_ID_NONE)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, id);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *cell)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static DropPlace
place_at (GtkWidget *cell, double y)
{
  int height = MAX (gtk_widget_get_height (cell), 1);

  if (y < height / 3.0)
    return DROP_BEFORE;
  return y > height * 2 / 3.0 ? DROP_AFTER : DROP_INTO;
}

static void
clear_marks (GtkWidget *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    gtk_widget_remove_css_class (cell, drop_classes[i]);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *cell)
{
  clear_marks (cell);
  gtk_widget_add_css_class (cell, drop_classes[place_at (cell, y)]);
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target, GtkWidget *cell)
{
  clear_marks (cell);
}

SlId
sl_outline_parent_of (const SlSnapshot *plan, SlId id, SlKindId *kind)
{
  guint row = 0;
  int field;

  if (!sl_snapshot_find (plan, id, kind, &row))
    return SL_ID_NONE;
  field = sl_kind (*kind)->parent_field;
  return field >= 0 ? sl_table_ref (sl_snapshot_table (plan, *kind), row, (guint)field)
                    : SL_ID_NONE;
}

/* The sibling of @kind right before @id, or SL_ID_NONE if it is the first. */
static SlId
sibling_before (const SlSnapshot *plan, SlKindId kind, SlId parent, SlId id)
{
  guint n = 0;
  const SlId *siblings = sl_snapshot_children (plan, kind, parent, &n);

  for (guint i = 1; i < n; i++)
    if (siblings[i] == id)
      return siblings[i - 1];
  return SL_ID_NONE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *cell)
{
  SlOutlineView *self = view_of (cell);
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId moved = g_value_get_int64 (value);
  SlId onto = sl_outline_cell_get_id (cell);
  DropPlace place = place_at (cell, y);
  SlKindId kind = SL_N_KINDS;
  SlId parent = onto;
  SlId after = -1;

  clear_marks (cell);
  if (onto == SL_ID_NONE || moved == onto)
    return FALSE;
  if (place != DROP_INTO)
    {
      parent = sl_outline_parent_of (plan, onto, &kind);
      after = place == DROP_AFTER ? onto : sibling_before (plan, kind, parent, onto);
    }
  return sl_session_run (
      self->session, "record.move",
      g_variant_new ("(@axxx)",
                     g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &moved, 1, sizeof (SlId)),
                     parent, after),
      NULL);
}

void
sl_outline_view_add_row_drag (SlOutlineView *self, GtkWidget *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), cell, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), cell, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), cell, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), cell, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), cell, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

static gboolean
drop_at_end_cb (GtkDropTarget *target, const GValue *value, double x, double y, SlOutlineView *self)
{
  SlId moved = g_value_get_int64 (value);

  return sl_session_run (
      self->session, "record.move",
      g_variant_new ("(@axxx)",
                     g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &moved, 1, sizeof (SlId)),
                     SL_ID_NONE, (gint64)-1),
      NULL);
}

void
sl_outline_view_add_drop_at_end (SlOutlineView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_at_end_cb), self, 0);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (target));
}
