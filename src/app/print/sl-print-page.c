/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Print page: choices on one side, thumbnails, and the sheet as it will come out. The sheets
 * are laid out in a worker; until new ones are there, the old ones stay in sight. */

#include "config.h"

#include "print/sl-print-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sl-settings.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"
#include "base/sl-id.h"
#include "base/sl-parse.h"
#include "print/sl-audience-choice.h"
#include "print/sl-export-dialog.h"
#include "print/sl-pack-choice.h"
#include "print/sl-print-operation.h"
#include "print/sl-sheet-view.h"
#include "print/sl-tree-choice.h"
#include "print/sl-work-box.h"
#include "widgets/sl-one-stop.h"
#include "widgets/sl-since-button.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-text-scale.h"

/* What is printed where nothing was printed yet. */
#define ONE_PAGER "alignment-page"
#define VIEW_GROUP "print"
#define THUMBNAIL_PX 96
/* Width of the choices, and what grows with the letters once it is more. */
#define FORM_PX 270
#define FORM_LARGE_PX 210

struct _SlPrintPage
{
  GtkWidget parent_instance;
  GtkWidget *form;
  AdwComboRow *what;
  AdwComboRow *paper;
  AdwComboRow *audience;
  AdwComboRow *orientation;
  GtkSwitch *tile;
  GtkSwitch *gray;
  SlSinceButton *since;
  GtkWidget *paper_group;
  GtkWidget *sheet_group;
  GtkWidget *print_button;
  AdwComboRow *levels;
  AdwComboRow *branch;
  SlTreeChoice *tree;
  SlAudienceChoice *readers;
  GtkWidget *pack_group;
  SlPackChoice *pack;
  GtkEditable *headline;
  GtkEditable *from;
  GtkEditable *to;
  GtkListView *thumbnails;
  GtkSingleSelection *pages; /* owned by thumbnails */
  SlSheetView *sheet;
  SlWorkBox *work;
  GtkWidget *again;
  GtkLabel *note;
  SlSession *session;
  SlPrintJob *job;           /* whose sheets are shown */
  GCancellable *cancellable; /* of the job that is being laid out, or NULL */
  gboolean print_wanted;     /* when it is */
  const char *last;          /* id of what was printed last */
  SlId last_party;           /* whose copy that was, or SL_ID_NONE */
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

/* The chosen chart; NULL: a pack, which stand behind the charts. */
static const SlChart *
chosen_chart (SlPrintPage *self)
{
  guint selected = adw_combo_row_get_selected (self->what);

  return selected < n_charts () ? sl_chart_all ()[selected] : NULL;
}

/* The chosen pack; NULL: a chart. */
static const SlPackPreset *
chosen_preset (SlPrintPage *self)
{
  guint n, selected = adw_combo_row_get_selected (self->what);
  const SlPackPreset *presets = sl_pack_presets (&n);

  return selected >= n_charts () && selected < n_charts () + n ? &presets[selected - n_charts ()]
                                                               : NULL;
}

static void
show_page (SlPrintPage *self, guint page)
{
  sl_sheet_view_set_page (self->sheet, self->job, page);
}

static void
page_selected_cb (SlPrintPage *self)
{
  guint page = gtk_single_selection_get_selected (self->pages);

  if (page != GTK_INVALID_LIST_POSITION && self->job != NULL)
    show_page (self, page);
}

static void
thumbnail_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPrintPage *self)
{
  GtkWidget *view = sl_sheet_view_new ();

  sl_sheet_view_set_thumbnail (SL_SHEET_VIEW (view), THUMBNAIL_PX);
  gtk_list_item_set_child (item, view);
}

static void
thumbnail_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPrintPage *self)
{
  GtkWidget *view = gtk_list_item_get_child (item);
  GtkStringObject *name = gtk_list_item_get_item (item);

  sl_sheet_view_set_page (SL_SHEET_VIEW (view), self->job, gtk_list_item_get_position (item));
  /* GTK 4.8 names the row after its C type unless it gets a label. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_string_object_get_string (name), -1);
}

static void
thumbnail_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SlPrintPage *self)
{
  sl_sheet_view_set_page (SL_SHEET_VIEW (gtk_list_item_get_child (item)), NULL, 0);
}

static void
fill_thumbnails (SlPrintPage *self)
{
  guint n = sl_print_job_n_pages (self->job);
  guint page = gtk_single_selection_get_selected (self->pages);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, g_strdup_printf (_ ("Sheet %u of %u"), i + 1, n));
  gtk_single_selection_set_model (self->pages, G_LIST_MODEL (names));
  page = page == GTK_INVALID_LIST_POSITION ? 0 : MIN (page, n - 1);
  gtk_single_selection_set_selected (self->pages, page);
  show_page (self, page);
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

/* The choices that the chosen sheet has. */
static void
update_choices (SlPrintPage *self)
{
  const SlChart *chart = chosen_chart (self);
  gboolean timeline = chart == &sl_chart_timeline;
  gboolean tree = chart == &sl_chart_goal_tree;

  gtk_widget_set_visible (self->sheet_group, chart != NULL);
  gtk_widget_set_visible (self->pack_group, chosen_preset (self) != NULL);
  if (chosen_preset (self) != NULL)
    sl_pack_choice_set (self->pack, chosen_preset (self));
  gtk_widget_set_visible (GTK_WIDGET (self->levels), tree);
  gtk_widget_set_visible (GTK_WIDGET (self->branch), tree);
  gtk_widget_set_visible (GTK_WIDGET (self->from), timeline);
  gtk_widget_set_visible (GTK_WIDGET (self->to), timeline);
}

static void
update_headline (SlPrintPage *self)
{
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self->headline)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_editable_set_text (self->headline, sl_print_job_headline (self->job));
}

static void
print_now (SlPrintPage *self)
{
  const SlPrintOptions *options = sl_print_job_get_options (self->job);

  self->print_wanted = FALSE;
  self->last = options->chart != NULL ? options->chart->id : options->preset->id;
  self->last_party = options->party;
  sl_print_operation_run (self->job, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          self->session);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlPrintPage) self = data;
  SlPrintJob *job = SL_PRINT_JOB (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* Another one may be at work already. */
  if (!sl_print_job_lay_out_finish (job, result, NULL) || cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  sl_work_box_end (self->work);
  g_set_object (&self->job, job);
  update_headline (self);
  fill_thumbnails (self);
  update_note (self);
  if (self->print_wanted)
    print_now (self);
}

/* Nobody waits any longer for what is being laid out. */
static void
give_up (SlPrintPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
work_stopped_cb (SlPrintPage *self)
{
  give_up (self);
  self->print_wanted = FALSE;
  g_clear_object (&self->job);
  gtk_single_selection_set_model (self->pages, NULL);
  sl_sheet_view_set_page (self->sheet, NULL, 0);
  gtk_label_set_text (self->note, "");
  gtk_widget_set_visible (self->again, TRUE);
  gtk_widget_grab_focus (self->again);
}

static SlPrintOptions
get_options (SlPrintPage *self)
{
  const SlChart *chart = chosen_chart (self);
  gboolean timeline = chart == &sl_chart_timeline;
  gboolean tree = chart == &sl_chart_goal_tree;

  return (SlPrintOptions){
    .chart = chart,
    .preset = chosen_preset (self),
    .parts = chart == NULL ? sl_pack_choice_get (self->pack) : 0,
    .paper = (SlPaper)adw_combo_row_get_selected (self->paper),
    .landscape = adw_combo_row_get_selected (self->orientation) == 1,
    .tile = gtk_switch_get_active (self->tile),
    .grey = gtk_switch_get_active (self->gray),
    .min_pt = sl_settings_get_minimum_type (),
    .from = timeline ? self->from_day : SL_INT_NULL,
    .to = timeline ? self->to_day : SL_INT_NULL,
    .levels = tree ? sl_tree_choice_get_levels (self->tree) : 0,
    .branch = tree ? sl_tree_choice_get_branch (self->tree) : SL_ID_NONE,
    .party = sl_audience_choice_get (self->readers),
  };
}

static gboolean
rebuild_cb (gpointer data)
{
  SlPrintPage *self = data;
  g_autoptr (SlPrintJob) job = NULL;
  SlPrintOptions options;

  sl_tree_choice_update (self->tree, sl_session_get_snapshot (self->session));
  sl_audience_choice_update (self->readers, sl_session_get_snapshot (self->session));
  options = get_options (self);
  job = sl_print_job_new (self->session, &options);
  self->rebuild_id = 0;
  give_up (self);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->again, FALSE);
  sl_work_box_start (self->work, job, self->cancellable);
  sl_print_job_lay_out_async (job, self->cancellable, laid_out_cb, g_object_ref (self));
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
  update_choices (self);
  queue_rebuild (self);
}

static void
parts_changed (gpointer self)
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
  if (text[0] != '\0'
      && !sl_parse_day_in_year (text, sl_day_today (), sl_day_today (),
                                sl_snapshot_fiscal_month (sl_session_get_snapshot (self->session)),
                                end, day, &error))
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
  SlPrintOptions options = get_options (self);

  sl_export_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            &options);
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
  g_clear_pointer (&self->tree, sl_tree_choice_free);
  g_clear_pointer (&self->pack, sl_pack_choice_free);
  g_clear_pointer (&self->readers, sl_audience_choice_free);
  give_up (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_print_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, form);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, what);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, paper);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, orientation);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, audience);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, tile);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, gray);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, since);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, paper_group);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, pack_group);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, levels);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, branch);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, from);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, to);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, work);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, again);
  gtk_widget_class_bind_template_child (widget_class, SlPrintPage, note);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, headline_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_stopped_cb);
}

static void
sl_print_page_class_init (SlPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_SHEET_VIEW);
  g_type_ensure (SL_TYPE_WORK_BOX);
  G_OBJECT_CLASS (klass)->dispose = sl_print_page_dispose;
  widget_class->map = sl_print_page_map;
  gtk_widget_class_install_action (widget_class, "page.focus", NULL, focus_action);
  g_type_ensure (SL_TYPE_SINCE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/print/sl-print-page.ui");
  bind_children (widget_class);
}

static void
fill_choices (SlPrintPage *self)
{
  static const char *const papers[] = { "A4", "A3", "Letter", "Tabloid", NULL };
  const char *orientations[] = { _ ("Portrait"), _ ("Landscape"), NULL };
  guint n_presets;
  const SlPackPreset *presets = sl_pack_presets (&n_presets);
  g_autoptr (GtkStringList) sheets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) paper_list = gtk_string_list_new (papers);
  g_autoptr (GtkStringList) orientation_list = gtk_string_list_new (orientations);

  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    gtk_string_list_append (sheets, _ (sl_chart_all ()[i]->title));
  for (guint i = 0; i < n_presets; i++)
    gtk_string_list_append (sheets, _ (presets[i].title));
  adw_combo_row_set_model (self->what, G_LIST_MODEL (sheets));
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (paper_list));
  adw_combo_row_set_model (self->orientation, G_LIST_MODEL (orientation_list));
  adw_combo_row_set_selected (self->orientation, 1);
  adw_combo_row_set_selected (self->paper, sl_settings_get_paper ());
}

/* Sheets that are made from now on are as somebody prefers them now. */
static void
settings_changed_cb (GSettings *settings, const char *key, SlPrintPage *self)
{
  if (g_str_equal (key, "paper"))
    adw_combo_row_set_selected (self->paper, sl_settings_get_paper ());
  queue_rebuild (self);
}

static void
set_up_thumbnails (SlPrintPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (thumbnail_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (thumbnail_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (thumbnail_unbind_cb), self, 0);
  gtk_list_view_set_factory (self->thumbnails, factory);
  self->pages = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->thumbnails, GTK_SELECTION_MODEL (self->pages));
  g_object_unref (self->pages); /* the list holds it */
  g_signal_connect_object (self->pages, "notify::selected", G_CALLBACK (page_selected_cb), self,
                           G_CONNECT_SWAPPED);
  sl_one_stop_attach (GTK_WIDGET (self->thumbnails));
}

/* Large letters get wider rows, but the preview needs the room more. */
static void
text_changed_cb (GtkWidget *form)
{
  gtk_widget_set_size_request (form, MAX (FORM_PX, sl_text_scale_px (form, FORM_LARGE_PX)), -1);
}

static void
sl_print_page_init (SlPrintPage *self)
{
  GSettings *settings = sl_settings_get ();

  self->from_day = SL_INT_NULL;
  self->to_day = SL_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_tidy (GTK_WIDGET (self));
  sl_spoken_group (ADW_PREFERENCES_GROUP (self->paper_group), _ ("Paper"));
  sl_spoken_group (ADW_PREFERENCES_GROUP (self->sheet_group), _ ("Sheet"));
  sl_text_scale_watch (self->form, text_changed_cb);
  sl_spoken_group (ADW_PREFERENCES_GROUP (self->pack_group), _ ("Sheets of the pack"));
  self->pack = sl_pack_choice_new (ADW_PREFERENCES_GROUP (self->pack_group), parts_changed, self);
  self->tree = sl_tree_choice_new (self->levels, self->branch);
  self->readers = sl_audience_choice_new (self->audience);
  fill_choices (self);
  update_choices (self);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self, 0);
  set_up_thumbnails (self);
}

/* The id of @what as it stands in the registry, or NULL. */
static const char *
known_sheet (const char *what)
{
  const SlChart *chart = what != NULL ? sl_chart_by_id (what) : NULL;
  const SlPackPreset *preset = sl_pack_preset_by_id (what);

  return chart != NULL ? chart->id : preset != NULL ? preset->id : NULL;
}

static void
keep_view_cb (SlPrintPage *self, GKeyFile *view)
{
  if (self->last == NULL)
    return;
  g_key_file_set_string (view, VIEW_GROUP, "sheet", self->last);
  g_key_file_set_int64 (view, VIEW_GROUP, "party", self->last_party);
}

static void
recall_view (SlPrintPage *self)
{
  GKeyFile *view = sl_session_get_view (self->session);
  g_autofree char *sheet = g_key_file_get_string (view, VIEW_GROUP, "sheet", NULL);

  self->last = known_sheet (sheet);
  if (self->last != NULL)
    self->last_party = g_key_file_get_int64 (view, VIEW_GROUP, "party", NULL);
}

GtkWidget *
sl_print_page_new (SlSession *session)
{
  SlPrintPage *self = g_object_new (SL_TYPE_PRINT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->ready = TRUE;
  recall_view (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "keep-view", G_CALLBACK (keep_view_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "since-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  sl_since_button_set_session (self->since, session);
  return GTK_WIDGET (self);
}

void
sl_print_page_show_sheet (SlPrintPage *self, const char *id)
{
  guint n;
  const SlPackPreset *presets = sl_pack_presets (&n);
  const SlPackPreset *preset = sl_pack_preset_by_id (id);

  g_return_if_fail (SL_IS_PRINT_PAGE (self));
  for (guint i = 0; i < n_charts (); i++)
    if (g_str_equal (sl_chart_all ()[i]->id, id))
      adw_combo_row_set_selected (self->what, i);
  if (preset != NULL)
    adw_combo_row_set_selected (self->what, n_charts () + (guint)(preset - presets));
  gtk_widget_grab_focus (self->print_button);
}

void
sl_print_page_show_last (SlPrintPage *self)
{
  g_return_if_fail (SL_IS_PRINT_PAGE (self));
  sl_print_page_show_sheet (self, self->last != NULL ? self->last : ONE_PAGER);
  sl_audience_choice_update (self->readers, sl_session_get_snapshot (self->session));
  sl_audience_choice_set (self->readers, self->last_party);
}

void
sl_print_page_print (SlPrintPage *self)
{
  g_return_if_fail (SL_IS_PRINT_PAGE (self));
  if (self->rebuild_id == 0 && self->cancellable == NULL && self->job != NULL)
    {
      print_now (self);
      return;
    }
  self->print_wanted = TRUE;
  if (self->rebuild_id == 0 && self->cancellable == NULL)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}
