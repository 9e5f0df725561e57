/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing. The pages are laid out already; the operation only draws them. Settings are remembered
 * in the state folder, so that the next print begins where this one ended. */

#include "config.h"

#include "print/sl-print-operation.h"

#include <glib/gi18n.h>

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_state_dir (), SL_APP_ID, "print-settings.ini", NULL);
}

/* A printout to a file is named after the project and the sheet. */
static char *
file_name (const SlPrintOptions *options, SlSession *session)
{
  g_autofree char *project = sl_project_get_display_name (sl_session_get_project (session));
  const char *sheet = options->chart != NULL    ? _ (options->chart->title)
                      : options->preset != NULL ? _ (options->preset->title)
                                                : _ ("Meeting Pack");
  char *name = g_strdup_printf ("%s – %s", project, sheet);

  return g_strdelimit (name, "/", '-');
}

/* Calls the file that is printed to @name, in the folder of the last one, which is not written
 * over. */
static void
name_output (GtkPrintSettings *settings, const char *name)
{
  const char *last = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autofree char *path = last != NULL ? g_filename_from_uri (last, NULL, NULL) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
}

static void
load_settings (GtkPrintOperation *operation, const char *name)
{
  g_autofree char *path = settings_path ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_file (path, NULL);

  if (settings == NULL)
    settings = gtk_print_settings_new ();
  name_output (settings, name);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
store_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  gtk_print_settings_to_file (settings, path, NULL);
}

static const char *
paper_name (SlPaper paper)
{
  switch (paper)
    {
    case SL_PAPER_A3:
      return GTK_PAPER_NAME_A3;
    case SL_PAPER_LETTER:
      return GTK_PAPER_NAME_LETTER;
    case SL_PAPER_TABLOID:
      return "na_ledger";
    case SL_PAPER_A4:
    default:
      return GTK_PAPER_NAME_A4;
    }
}

/* The sheet has its own margins, so the whole page is ours. */
static GtkPageSetup *
make_page_setup (const SlPrintOptions *options)
{
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (paper_name (options->paper));
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, options->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                            : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, SlPrintJob *job)
{
  gtk_print_operation_set_n_pages (operation, (int)sl_print_job_n_pages (job));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, SlPrintJob *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = 0;
  double height = 0;
  double scale;

  sl_print_job_page_size (job, &width, &height);
  /* Another paper may have been chosen in the dialog: the sheet is scaled to it as a whole. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  sl_print_job_draw (job, (guint)page, cr);
}

static GtkPrintOperation *
make_operation (SlPrintJob *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (sl_print_job_get_options (job));

  gtk_print_operation_set_job_name (operation, "Sightline");
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), job, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), job, 0);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, SlSession *session)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autofree char *text = NULL;

      gtk_print_operation_get_error (operation, &error);
      text = g_strdup_printf (_ ("Not printed: %s"), error != NULL ? error->message : "");
      sl_session_say (session, text);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      store_settings (operation);
      sl_session_note_printed (session);
    }
  g_object_unref (operation);
}

void
sl_print_operation_run (SlPrintJob *job, GtkWindow *parent, SlSession *session)
{
  GtkPrintOperation *operation = make_operation (job);
  g_autofree char *name = file_name (sl_print_job_get_options (job), session);

  g_object_set_data_full (G_OBJECT (operation), "sl-job", g_object_ref (job), g_object_unref);
  load_settings (operation, name);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
