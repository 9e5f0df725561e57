/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milestones and when they were expected. A new row reports on the selected milestone, else on the
 * one that is due next, as of today, with the date that the plan has. */

#include "config.h"

#include "views/sl-slip-view.h"

#include <glib/gi18n.h>

#include "base/sl-date.h"
#include "sl-chart.h"
#include "widgets/sl-chart-frame.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-room-view.h"
#include "widgets/sl-share.h"

#define CHART_PX 400
#define CHART_SHARE 0.62
#define TABLE_PX 120

struct _SlSlipView
{
  GtkWidget parent_instance;
  SlRecordTable *table;
  SlChartView *chart;
  SlSession *session;
};

G_DEFINE_FINAL_TYPE (SlSlipView, sl_slip_view, GTK_TYPE_WIDGET)

/* The selected milestone, or that of the selected report. */
static SlId
selected_milestone (SlSession *session)
{
  const SlSnapshot *plan = sl_session_get_snapshot (session);
  SlId id = sl_session_get_selected (session);
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  if (!sl_snapshot_find (plan, id, &kind, &row))
    return SL_ID_NONE;
  if (kind == SL_KIND_FORECAST)
    return sl_table_ref (sl_snapshot_table (plan, kind), row, SL_FORECAST_MILESTONE);
  return kind == SL_KIND_MILESTONE ? id : SL_ID_NONE;
}

/* The open one that is due first, or SL_ID_NONE. */
static SlId
next_milestone (const SlTable *table)
{
  gint64 first = G_MAXINT64;
  SlId found = SL_ID_NONE;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      gint64 due = sl_table_is_set (table, row, SL_MILESTONE_DUE)
                       ? sl_table_int (table, row, SL_MILESTONE_DUE)
                       : G_MAXINT64 - 1;

      if (due < first && sl_table_int (table, row, SL_MILESTONE_STATUS) < SL_TASK_DONE)
        {
          first = due;
          found = sl_table_id (table, row);
        }
    }
  return found;
}

static gboolean
fill_cb (GVariantBuilder *fields, gpointer data)
{
  SlSlipView *self = data;
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_MILESTONE);
  SlId milestone = selected_milestone (self->session);
  guint row = 0;

  if (milestone == SL_ID_NONE)
    milestone = next_milestone (table);
  if (!sl_table_find (table, milestone, &row))
    {
      sl_session_say (self->session, _ ("Add the milestone that is reported on first"));
      return FALSE;
    }
  g_variant_builder_add (fields, "{sv}", "milestone", g_variant_new_int64 (milestone));
  g_variant_builder_add (fields, "{sv}", "day", g_variant_new_int64 (sl_day_today ()));
  if (sl_table_is_set (table, row, SL_MILESTONE_DUE))
    g_variant_builder_add (fields, "{sv}", "expected",
                           g_variant_new_int64 (sl_table_int (table, row, SL_MILESTONE_DUE)));
  return TRUE;
}

SlRecordTable *
sl_slip_view_get_table (SlSlipView *self)
{
  g_return_val_if_fail (SL_IS_SLIP_VIEW (self), NULL);
  return self->table;
}

void
sl_slip_view_focus (SlSlipView *self)
{
  g_return_if_fail (SL_IS_SLIP_VIEW (self));
  if (sl_record_table_get_n_rows (self->table) > 0)
    sl_record_table_focus (self->table);
  else
    sl_chart_view_focus (self->chart);
}

static void
sl_slip_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SL_SLIP_VIEW (object)->session);
  G_OBJECT_CLASS (sl_slip_view_parent_class)->dispose (object);
}

static void
sl_slip_view_class_init (SlSlipViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_slip_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_slip_view_init (SlSlipView *self)
{
}

GtkWidget *
sl_slip_view_new (SlSession *session)
{
  static const char *const columns[] = { "milestone", "day", "expected", NULL };
  SlSlipView *self = g_object_new (SL_TYPE_SLIP_VIEW, NULL);
  const SlRecordTableSpec spec = { .kind = SL_KIND_FORECAST,
                                   .columns = columns,
                                   .sort = "day",
                                   .descending = TRUE,
                                   .fill = fill_cb,
                                   .data = self };
  GtkWidget *frame = g_object_new (SL_TYPE_CHART_FRAME, "vexpand", TRUE, NULL);
  GtkWidget *paned;

  self->session = g_object_ref (session);
  self->chart = sl_room_view_new (session, &sl_chart_slip, 0);
  self->table = SL_RECORD_TABLE (sl_record_table_new (session, &spec));
  sl_chart_frame_set_view (SL_CHART_FRAME (frame), self->chart);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, TABLE_PX);
  paned = g_object_new (GTK_TYPE_PANED, "orientation", GTK_ORIENTATION_VERTICAL, "start-child",
                        frame, "end-child", self->table, "shrink-end-child", FALSE, NULL);
  sl_share_attach (GTK_PANED (paned), CHART_PX, CHART_SHARE);
  sl_record_menu_attach_table (session, GTK_WIDGET (self), self->chart, self->table);
  gtk_widget_set_parent (paned, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
