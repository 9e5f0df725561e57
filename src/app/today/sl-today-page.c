/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what the engine finds to be done, as links. The lines are made anew when they say something
 * else; the focus stays on its place in the list. */

#include "config.h"

#include "today/sl-today-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "analysis/sl-to-do.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "today/sl-benefit-tiles.h"
#include "today/sl-to-do-row.h"
#include "widgets/sl-clock.h"
#include "widgets/sl-columns-layout.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-one-stop.h"

struct _SlTodayPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *more;
  GtkWidget *meeting;
  GtkLabel *meeting_day;
  GtkLabel *meeting_what;
  SlBenefitTiles *tiles;
  SlSession *session;
  char *shown; /* what the lines say */
};

G_DEFINE_FINAL_TYPE (SlTodayPage, sl_today_page, GTK_TYPE_WIDGET)

/* --- The list --- */

/* Place of the row that has the focus, or -1. */
static int
focused_row (SlTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SL_TYPE_TO_DO_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
focus_row (SlTodayPage *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->list, place - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->tiles), GTK_DIR_TAB_FORWARD);
}

static void
fill_list (SlTodayPage *self, const SlAnalysis *analysis, const GArray *lines)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  int focused = focused_row (self);
  GtkListBoxRow *row;

  for (guint i = 0; i < lines->len; i++)
    {
      const SlToDo *line = &g_array_index (lines, SlToDo, i);

      g_string_append_printf (shown, "%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", line->record,
                              line->finding != NULL ? line->finding : "", line->text, line->detail);
    }
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list,
                         sl_to_do_row_new (&g_array_index (lines, SlToDo, i), analysis));
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
  if (focused >= 0)
    focus_row (self, focused);
}

static void
show_list (SlTodayPage *self, const SlAnalysis *analysis)
{
  guint n_all = 0;
  g_autoptr (GArray) lines = sl_to_do_new (analysis, SL_TO_DO_MAX, &n_all);
  g_autofree char *more = NULL;

  fill_list (self, analysis, lines);
  if (lines->len == 0)
    more = g_strdup (_ ("Nothing is waiting: nothing is overdue, and no finding needs an answer."));
  else if (n_all > lines->len)
    more = g_strdup_printf (_ ("%u of %u. The others stand on the pages Alignment and Reviews."),
                            lines->len, n_all);
  gtk_label_set_text (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
}

/* --- The next meeting --- */

static const char *
kind_of_meeting (const SlSnapshot *plan, SlId record, const char **title)
{
  SlKindId kind = SL_N_KINDS;

  sl_snapshot_find (plan, record, &kind, NULL);
  *title = kind != SL_N_KINDS ? sl_snapshot_title (plan, record) : "";
  if (kind == SL_KIND_ALLIANCE)
    return _ ("Review of the alliance");
  if (kind == SL_KIND_REVIEW)
    return _ ("Review");
  return _ ("Meeting of all parties");
}

static void
show_meeting (SlTodayPage *self)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId record = SL_ID_NONE;
  gint64 day = sl_next_meeting (plan, sl_day_today (), &record);
  const char *title = "";
  const char *kind = kind_of_meeting (plan, record, &title);
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;
  g_autofree char *spoken = NULL;

  if (day == SL_INT_NULL)
    {
      when = g_strdup (_ ("None is planned"));
      what = g_strdup (_ ("Set the day of the next one"));
    }
  else
    {
      when = day == sl_day_today () ? g_strdup (_ ("Today"))
                                    : /* Translators: a day, "Tuesday, 1 December". */
                 sl_day_format (day, _ ("%A, %-d %B"));
      /* Translators: what kind of meeting, its title or the title of the alliance. */
      what = title[0] != '\0' ? g_strdup_printf (_ ("%s: %s"), kind, title) : g_strdup (kind);
    }
  /* Translators: when a meeting is, which one it is. */
  spoken = g_strdup_printf (_ ("Next meeting: %s, %s"), when, what);
  gtk_label_set_text (self->meeting_day, when);
  gtk_label_set_text (self->meeting_what, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meeting), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
meeting_clicked_cb (SlTodayPage *self)
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlId record = SL_ID_NONE;

  sl_next_meeting (plan, sl_day_today (), &record);
  sl_session_show (self->session, record != SL_ID_NONE ? record : sl_snapshot_project_id (plan));
}

/* --- Showing --- */

/* A page that does not show waits until it does. */
static void
update (SlTodayPage *self)
{
  const SlSnapshot *plan;
  const SlAnalysis *analysis;
  gboolean empty;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  plan = sl_session_get_snapshot (self->session);
  empty = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_GOAL)) == 0;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "page");
  if (empty)
    return;
  show_meeting (self);
  analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  if (analysis == NULL)
    return;
  sl_benefit_tiles_set_analysis (self->tiles, analysis);
  show_list (self, analysis);
}

/* --- Actions --- */

static void
show_position (SlTodayPage *self, SlId position)
{
  const SlTable *positions
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_POSITION);
  guint row = 0;

  if (sl_table_find (positions, position, &row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(xx)",
                                sl_table_ref (positions, row, SL_POSITION_PARTY),
                                sl_table_ref (positions, row, SL_POSITION_GOAL));
}

static void
show_clock (SlTodayPage *self, SlId record)
{
  SlKindId kind = SL_N_KINDS;

  sl_snapshot_find (sl_session_get_snapshot (self->session), record, &kind, NULL);
  if (kind == SL_KIND_POSITION)
    show_position (self, record);
  else if (kind == SL_KIND_GOAL)
    {
      sl_session_select (self->session, record);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.check-in", NULL);
    }
  else
    sl_session_show (self->session, record);
}

static void
row_activated_cb (SlTodayPage *self, GtkListBoxRow *row)
{
  SlToDoRow *line = SL_TO_DO_ROW (row);

  if (sl_to_do_row_get_finding (line) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-finding", "s",
                                sl_to_do_row_get_finding (line));
  else if (sl_to_do_row_get_what (line) == SL_TO_DO_STILL_TRUE)
    show_clock (self, sl_to_do_row_get_record (line));
  else
    sl_session_show (self->session, sl_to_do_row_get_record (line));
}

static void
renew (SlTodayPage *self, SlId record)
{
  sl_clock_renew (self->session, &record, 1);
}

static void
renew_action (GtkWidget *widget, const char *name, GVariant *param)
{
  renew (SL_TODAY_PAGE (widget), g_variant_get_int64 (param));
}

/* The line that has the focus, if it asks. */
static gboolean
yes_cb (GtkWidget *widget, GVariant *param, gpointer data)
{
  SlTodayPage *self = SL_TODAY_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, focused_row (self));

  if (row == NULL || sl_to_do_row_get_what (SL_TO_DO_ROW (row)) != SL_TO_DO_STILL_TRUE)
    return GDK_EVENT_PROPAGATE;
  renew (self, sl_to_do_row_get_record (SL_TO_DO_ROW (row)));
  return GDK_EVENT_STOP;
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTodayPage *self = SL_TODAY_PAGE (widget);

  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  else
    focus_row (self, 0);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlTodayPage *self = SL_TODAY_PAGE (widget);
  SlId goal = SL_ID_NONE;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  if (!sl_session_run (
          self->session, "record.add",
          g_variant_new ("(sxxa{sv})", "goal", (gint64)SL_ID_NONE, G_GINT64_CONSTANT (-1), &fields),
          &goal))
    return;
  gtk_widget_activate_action (widget, "win.page", "s", "goals");
  sl_session_edit (self->session, goal);
}

static void
sl_today_page_dispose (GObject *object)
{
  SlTodayPage *self = SL_TODAY_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sl_today_page_parent_class)->dispose (object);
}

static void
sl_today_page_class_init (SlTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_BENEFIT_TILES);
  g_type_ensure (SL_TYPE_COLUMNS_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = sl_today_page_dispose;
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.renew", "x", renew_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, 0, yes_cb, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/today/sl-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, list);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, more);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, meeting);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, meeting_day);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, meeting_what);
  gtk_widget_class_bind_template_child (widget_class, SlTodayPage, tiles);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_clicked_cb);
}

static void
sl_today_page_init (SlTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_one_stop_attach (GTK_WIDGET (self->list));
  gtk_stack_add_named (self->stack, sl_empty_state_new (SL_KIND_PROJECT, "page.add"), "empty");
}

GtkWidget *
sl_today_page_new (SlSession *session)
{
  SlTodayPage *self = g_object_new (SL_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  return GTK_WIDGET (self);
}
