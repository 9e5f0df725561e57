/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Export: what, as what, where. The bytes come from the same functions as the command line's; a
 * worker makes and writes them. */

#include "config.h"

#include "print/sl-export-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sl-settings.h"
#include "io/sl-csv.h"
#include "print/sl-work-box.h"
#include "widgets/sl-spoken.h"

typedef enum
{
  EXPORT_CHART,
  EXPORT_PACK,
  EXPORT_TABLE,
} ExportType;

typedef struct
{
  ExportType type;
  const SlChart *chart;
  SlRenderFormat format;
  SlKindId kind;
  const char *suffix;
  char *name; /* shown, translated */
} ExportChoice;

typedef struct
{
  GtkWindow *parent; /* not owned: the chooser is transient for it */
  SlSession *session;
  ExportChoice choice;
  SlPrintOptions options; /* as on the Print page */
  GtkFileChooserNative *chooser;
  SlSnapshot *plan; /* of a table */
  SlPrintJob *job;  /* of a chart or the pack */
  GFile *file;
  GtkWindow *waiting; /* while a job is at work */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->session);
  g_clear_object (&export->chooser);
  g_clear_pointer (&export->plan, sl_snapshot_unref);
  g_clear_object (&export->job);
  g_clear_object (&export->file);
  if (export->waiting != NULL)
    gtk_window_destroy (export->waiting);
  g_clear_object (&export->waiting);
  g_free (export->choice.name);
  g_free (export);
}

static GBytes *
make_bytes (Export *export, GCancellable *cancellable, GError **error)
{
  char *csv;

  if (export->job != NULL)
    return sl_print_job_render (export->job, export->choice.format, 0, cancellable, error);
  csv = sl_csv_export (export->plan, export->choice.kind, ',');
  return g_bytes_new_take (csv, strlen (csv));
}

static void
export_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (export, cancellable, &error);

  if (bytes != NULL
      && g_file_replace_contents (export->file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = g_strdup_printf (_ ("Exported to “%s”"), name);
      sl_session_note_printed (export->session);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_ ("Not exported: %s"), error->message);
  if (text != NULL)
    sl_session_say (export->session, text);
  export_free (export);
}

/* As nobody chose anything. */
static SlPrintOptions
usual_options (void)
{
  return (SlPrintOptions){ .paper = sl_settings_get_paper (),
                           .min_pt = sl_settings_get_minimum_type (),
                           .landscape = TRUE,
                           .from = SL_INT_NULL,
                           .to = SL_INT_NULL };
}

/* Appears together with the box in it. */
static GtkWindow *
waiting_new (Export *export, GCancellable *cancellable)
{
  GtkWidget *box = sl_work_box_new (_ ("Exporting…"));
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "transient-for", export->parent, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "resizable", FALSE, "deletable",
                                    FALSE, "title", _ ("Exporting…"), "child", box, NULL);

  g_object_bind_property (box, "visible", window, "visible", G_BINDING_DEFAULT);
  sl_work_box_start (SL_WORK_BOX (box), export->job, cancellable);
  return g_object_ref (GTK_WINDOW (window));
}

static SlPrintJob *
make_job (Export *export)
{
  SlPrintOptions options = export->options;

  /* Days, levels and branch were chosen for one chart. */
  if (options.chart != export->choice.chart)
    {
      options.chart = export->choice.chart;
      options.from = options.to = SL_INT_NULL;
      options.levels = 0;
      options.branch = SL_ID_NONE;
    }
  return sl_print_job_new (export->session, &options);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Export *export)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      export_free (export);
      return;
    }
  export->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  export->plan = sl_snapshot_ref (sl_session_get_snapshot (export->session));
  if (export->choice.type != EXPORT_TABLE)
    {
      export->job = make_job (export);
      export->waiting = waiting_new (export, cancellable);
    }
  task = g_task_new (NULL, cancellable, exported_cb, export);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, export_in_worker);
}

static void
choose_place (Export *export)
{
  g_autofree char *name = sl_project_get_display_name (sl_session_get_project (export->session));
  g_autofree char *file
      = g_strdup_printf ("%s – %s.%s", name, export->choice.name, export->choice.suffix);

  export->chooser = gtk_file_chooser_native_new (
      _ ("Export"), export->parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser),
                                     g_strdelimit (file, "/", '-'));
  g_signal_connect (export->chooser, "response", G_CALLBACK (response_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

static void
row_activated_cb (GtkWidget *row, GtkWindow *dialog)
{
  const ExportChoice *choice = g_object_get_data (G_OBJECT (row), "sl-choice");
  Export *export = g_new0 (Export, 1);

  export->parent = gtk_window_get_transient_for (dialog);
  export->session = g_object_ref (g_object_get_data (G_OBJECT (dialog), "sl-session"));
  export->options = *(SlPrintOptions *)g_object_get_data (G_OBJECT (dialog), "sl-options");
  export->choice = *choice;
  export->choice.name = g_strdup (choice->name);
  gtk_window_destroy (dialog);
  choose_place (export);
}

static void
choice_free (gpointer data)
{
  g_free (((ExportChoice *)data)->name);
  g_free (data);
}

static void
add_choice (AdwPreferencesGroup *group, GtkWindow *dialog, ExportChoice choice, const char *name,
            const char *format)
{
  GtkWidget *row = adw_action_row_new ();
  ExportChoice *kept = g_memdup2 (&choice, sizeof choice);

  kept->name = g_strdup (name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), format);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* The subtitle tells newer libadwaita nothing, and would outdo the description. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, format,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "sl-choice", kept, choice_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), dialog, 0);
  adw_preferences_group_add (group, row);
}

static void
add_charts (AdwPreferencesGroup *group, GtkWindow *dialog)
{
  static const struct
  {
    SlRenderFormat format;
    const char *suffix;
    const char *words;
  } formats[] = {
    { SL_RENDER_PDF, "pdf", N_ ("PDF, all sheets") },
    { SL_RENDER_SVG, "svg", N_ ("SVG drawing, first sheet") },
    { SL_RENDER_PNG, "png", N_ ("PNG picture, first sheet") },
  };

  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        ExportChoice choice = { .type = EXPORT_CHART,
                                .chart = sl_chart_all ()[i],
                                .format = formats[f].format,
                                .suffix = formats[f].suffix };

        add_choice (group, dialog, choice, _ (choice.chart->title), _ (formats[f].words));
      }
}

static void
add_tables (AdwPreferencesGroup *group, GtkWindow *dialog)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_PARTY,     SL_KIND_POSITION,
                                    SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_KPI };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ExportChoice choice = { .type = EXPORT_TABLE, .kind = kinds[i], .suffix = "csv" };

      add_choice (group, dialog, choice, _ (sl_kind (kinds[i])->plural), _ ("CSV table"));
    }
}

void
sl_export_dialog_present (GtkWindow *parent, SlSession *session, const SlPrintOptions *options)
{
  GtkWidget *dialog = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal",
                                    TRUE, "title", _ ("Export"), "search-enabled", FALSE,
                                    "default-width", 480, "default-height", 560, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *pack = adw_preferences_group_new ();
  GtkWidget *charts = adw_preferences_group_new ();
  GtkWidget *tables = adw_preferences_group_new ();
  ExportChoice choice = { .type = EXPORT_PACK, .format = SL_RENDER_PDF, .suffix = "pdf" };
  SlPrintOptions kept = options != NULL ? *options : usual_options ();
  const char *pack_title = kept.preset != NULL ? _ (kept.preset->title) : _ ("Meeting Pack");

  g_object_set_data_full (G_OBJECT (dialog), "sl-options", g_memdup2 (&kept, sizeof kept), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "sl-session", g_object_ref (session), g_object_unref);
  add_choice (ADW_PREFERENCES_GROUP (pack), GTK_WINDOW (dialog), choice, pack_title,
              _ ("PDF, all sheets"));
  sl_spoken_group (ADW_PREFERENCES_GROUP (pack), pack_title);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (charts), _ ("Charts"));
  add_charts (ADW_PREFERENCES_GROUP (charts), GTK_WINDOW (dialog));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (tables), _ ("Tables"));
  add_tables (ADW_PREFERENCES_GROUP (tables), GTK_WINDOW (dialog));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (pack));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (charts));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (tables));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (dialog));
}
