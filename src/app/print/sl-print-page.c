/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Print page: choices on one side, thumbnails, and the sheet as it will come out. */

#include "config.h"

#include "print/sl-print-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "base/sl-id.h"
#include "base/sl-parse.h"
#include "print/sl-export-dialog.h"
#include "print/sl-print-operation.h"
#include "print/sl-sheet-view.h"

#define THUMBNAIL_PX 96

struct _SlPrintPage
{
  GtkWidget parent_instance;
  AdwComboRow *what;
  AdwComboRow *paper;
  AdwComboRow *orientation;
  GtkSwitch *tile;
  GtkSwitch *gray;
  GtkWidget *sheet_group;
  GtkEditable *headline;
  GtkEditable *from;
  GtkEditable *to;
  GtkListBox *thumbnails;
  SlSheetView *sheet;
  GtkLabel *note;
  SlSession *session;
  SlPrintJob *job;
  gint64 from_day;
  gint64 to_day;
  guint rebuild_id;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (SlPrintPage, sl_print_page, GTK_TYPE_WIDGET)

static guint
n_charts (void)
{
  guint n = 0;

  while (sl_chart_all ()[n] != NULL)
    n++;
  return n;
}

/* The chosen chart; NULL: the meeting pack, which stands behind the charts. */
static const SlChart *
chosen_chart (SlPrintPage *self)
{
  guint selected = adw_combo_row_get_selected (self->what);

  return selected < n_charts () ? sl_chart_all ()[selected] : NULL;
}

static void
show_page (SlPrintPage *self, guint page)
{
  sl_sheet_view_set_page (self->sheet, self->job, page);
}

static void
thumbnail_selected_cb (GtkListBox *box, GtkListBoxRow *row, SlPrintPage *self)
{
  if (row != NULL && self->job != NULL)
    show_page (self, (guint)gtk_list_box_row_get_index (row));
}

static void
fill_thumbnails (SlPrintPage *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->thumbnails);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  guint n = sl_print_job_n_pages (self->job);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->thumbnails))) != NULL)
    gtk_list_box_remove (self->thumbnails, child);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *view = sl_sheet_view_new ();
      g_autofree char *name = g_strdup_printf (_ ("Sheet %u of %u"), i + 1, n);

      sl_sheet_view_set_thumbnail (SL_SHEET_VIEW (view), THUMBNAIL_PX);
      sl_sheet_view_set_page (SL_SHEET_VIEW (view), self->job, i);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_list_box_append (self->thumbnails, row);
    }
  index = MIN (index, (int)n - 1);
  gtk_list_box_select_row (self->thumbnails,
                           gtk_list_box_get_row_at_index (self->thumbnails, index));
  show_page (self, (guint)MAX (index, 0));
}

static void
update_note (SlPrintPage *self)
{
  guint n = sl_print_job_n_pages (self->job);
  g_autofree char *size = sl_format_number (sl_print_job_smallest_text (self->job), 1);
  g_autofree char *sheets
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet", "%u sheets", n), n);
  /* Translators: under the print preview: number of sheets, then a type size in points */
  g_autofree char *text
      = g_strdup_printf (_ ("%s · smallest text on this sheet: %s pt"), sheets, size);

  gtk_label_set_text (self->note, text);
}

static void
update_fields (SlPrintPage *self)
{
  const SlChart *chart = chosen_chart (self);
  gboolean timeline = chart != NULL && g_str_equal (chart->id, "timeline");

  gtk_widget_set_visible (self->sheet_group, chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->from), timeline);
  gtk_widget_set_visible (GTK_WIDGET (self->to), timeline);
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self->headline)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_editable_set_text (self->headline, sl_print_job_headline (self->job));
}

static gboolean
rebuild_cb (gpointer data)
{
  SlPrintPage *self = data;
  const SlChart *chart = chosen_chart (self);
  gboolean timeline = chart != NULL && g_str_equal (chart->id, "timeline");
  SlPrintOptions options = {
    .chart = chart,
    .paper = (SlPaper)adw_combo_row_get_selected (self->paper),
    .landscape = adw_combo_row_get_selected (self->orientation) == 1,
    .tile = gtk_switch_get_active (self->tile),
    .grey = gtk_switch_get_active (self->gray),
    .from = timeline ? self->from_day : SL_INT_NULL,
    .to = timeline ? self->to_day : SL_INT_NULL,
  };

  self->rebuild_id = 0;
  g_clear_object (&self->job);
  self->job = sl_print_job_new (self->session, &options);
  update_fields (self);
  fill_thumbnails (self);
  update_note (self);
  return G_SOURCE_REMOVE;
}

/* Only a page that can be seen is laid out; the rest happens when it is shown. */
static void
queue_rebuild (SlPrintPage *self)
{
  if (self->ready && self->rebuild_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
options_changed_cb (SlPrintPage *self)
{
  queue_rebuild (self);
}

static void
headline_apply_cb (SlPrintPage *self)
{
  const SlChart *chart = chosen_chart (self);

  if (chart != NULL)
    sl_session_run (self->session, "sheet.set-headline",
                    g_variant_new ("(ss)", chart->id, gtk_editable_get_text (self->headline)),
                    NULL);
}

static gboolean
read_day (SlPrintPage *self, GtkEditable *row, gboolean end, gint64 *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  *day = SL_INT_NULL;
  if (text[0] != '\0' && !sl_parse_day (text, sl_day_today (), sl_day_today (), end, day, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      sl_session_say (self->session, error->message);
      return FALSE;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  shown = *day != SL_INT_NULL ? sl_day_to_text (*day) : g_strdup ("");
  gtk_editable_set_text (row, shown);
  return TRUE;
}

static void
range_apply_cb (SlPrintPage *self)
{
  gint64 from;
  gint64 to;

  if (!read_day (self, self->from, FALSE, &from) || !read_day (self, self->to, TRUE, &to))
    return;
  if (from != SL_INT_NULL && to != SL_INT_NULL && from > to)
    {
      sl_session_say (self->session, _ ("The first day stands after the last one"));
      return;
    }
  self->from_day = from;
  self->to_day = to;
  queue_rebuild (self);
}

static void
print_clicked_cb (SlPrintPage *self)
{
  sl_print_page_print (self);
}

static void
export_clicked_cb (SlPrintPage *self)
{
  sl_export_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

static void
sl_print_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_print_page_parent_class)->map (widget);
  queue_rebuild (SL_PRINT_PAGE (widget));
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_widget_grab_focus (GTK_WIDGET (SL_PRINT_PAGE (widget)->what));
}

static void
sl_print_page_dispose (GObject *object)
{
  SlPrintPage *self = SL_PRINT_PAGE (object);
  GtkWidget *child;

  self->ready = FALSE;
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_print_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, what);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, orientation);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, tile);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, gray);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, from);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, to);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, note);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, headline_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_selected_cb);
}

static void
sl_print_page_class_init (SlPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_SHEET_VIEW);
  G_OBJECT_CLASS (klass)->dispose = sl_print_page_dispose;
  widget_class->map = sl_print_page_map;
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/print/sl-print-page.ui");
  bind_children (widget_class);
}

static void
fill_choices (SlPrintPage *self)
{
  static const char *const papers[] = { "A4", "A3", "Letter", "Tabloid", NULL };
  const char *orientations[] = { _ ("Portrait"), _ ("Landscape"), NULL };
  g_autoptr (GtkStringList) sheets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) paper_list = gtk_string_list_new (papers);
  g_autoptr (GtkStringList) orientation_list = gtk_string_list_new (orientations);

  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    gtk_string_list_append (sheets, _ (sl_chart_all ()[i]->title));
  gtk_string_list_append (sheets, _ ("Meeting Pack"));
  adw_combo_row_set_model (self->what, G_LIST_MODEL (sheets));
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (paper_list));
  adw_combo_row_set_model (self->orientation, G_LIST_MODEL (orientation_list));
  adw_combo_row_set_selected (self->orientation, 1);
  if (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    adw_combo_row_set_selected (self->paper, SL_PAPER_LETTER);
}

static void
sl_print_page_init (SlPrintPage *self)
{
  self->from_day = SL_INT_NULL;
  self->to_day = SL_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

GtkWidget *
sl_print_page_new (SlSession *session)
{
  SlPrintPage *self = g_object_new (SL_TYPE_PRINT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->ready = TRUE;
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sl_print_page_show_chart (SlPrintPage *self, const char *chart)
{
  g_return_if_fail (SL_IS_PRINT_PAGE (self));
  for (guint i = 0; i < n_charts (); i++)
    if (g_str_equal (sl_chart_all ()[i]->id, chart))
      adw_combo_row_set_selected (self->what, i);
}

void
sl_print_page_print (SlPrintPage *self)
{
  g_return_if_fail (SL_IS_PRINT_PAGE (self));
  if (self->rebuild_id != 0 || self->job == NULL)
    {
      g_clear_handle_id (&self->rebuild_id, g_source_remove);
      rebuild_cb (self);
    }
  sl_print_operation_run (self->job, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          self->session);
}
