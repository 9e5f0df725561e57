/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import window. Reading runs in a worker and can be cancelled; nothing is written before
 * Import is pressed, and then it is one command. */

#include "config.h"

#include "import/sl-import-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "import/sl-import-preview.h"
#include "io/sl-csv.h"
#include "widgets/sl-unseen.h"
#include "widgets/sl-spoken.h"

#define PASTE_DELAY_MS 300
#define SAMPLE_ROWS 3
#define WARNINGS_SHOWN 200

#define SL_TYPE_IMPORT_DIALOG (sl_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlImportDialog, sl_import_dialog, SL, IMPORT_DIALOG, AdwWindow)

struct _SlImportDialog
{
  AdwWindow parent_instance;
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkWidget *text_frame;
  GtkTextView *text;
  GtkWidget *rows_label;
  GtkDropDown *rows_are;
  GtkWidget *levels_label;
  GtkDropDown *levels;
  GtkWidget *dates_label;
  GtkDropDown *dates;
  GtkWidget *columns_scroller;
  GtkGrid *columns;
  GtkScrolledWindow *list_scroller;
  GtkExpander *warnings_expander;
  GtkLabel *warnings;
  GtkLabel *summary;

  SlSession *session;
  char *path;          /* NULL: pasted text */
  GBytes *table_bytes; /* of a table: for the choice of columns */
  SlImportPlan *plan;
  int *roles; /* chosen by the user, or NULL */
  guint n_roles;
  gboolean roles_shown;
  gboolean dates_asked;
  GCancellable *cancellable;
  guint generation; /* of the newest read */
  guint paste_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SlImportDialog, sl_import_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *path;
  GBytes *bytes;
  SlImportOptions options;
  int *roles;
  guint generation;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request->roles);
  g_free (request);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SlImportPlan *plan;

  if (request->path != NULL)
    plan = sl_import_read_file (request->path, NULL, &request->options, cancellable, &error);
  else
    {
      g_autofree char *text
          = g_strndup (g_bytes_get_data (request->bytes, NULL), g_bytes_get_size (request->bytes));

      plan = sl_import_read_text (text, &request->options, &error);
    }
  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify)sl_import_plan_free);
}

/* What the rows of a table become, in the order of the drop-down. */
static const SlKindId row_kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_PARTY };

static SlKindId
chosen_kind (SlImportDialog *self)
{
  return row_kinds[MIN (gtk_drop_down_get_selected (self->rows_are), G_N_ELEMENTS (row_kinds) - 1)];
}

/* Readers know goals and tasks; a list of parties is a list of titles as well. */
static void
make_parties (SlImportPlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    g_array_index (plan->items, SlImportItem, i).type = SL_IMPORT_PARTY;
}

static guint
count_ticked (SlImportDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->plan->items->len; i++)
    n += !g_array_index (self->plan->items, SlImportItem, i).skip;
  return n;
}

static void
update_summary (gpointer data)
{
  SlImportDialog *self = data;
  guint n = count_ticked (self);
  guint links = self->plan->links->len;
  g_autofree char *rows
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n), n);
  g_autofree char *deps = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dependency", "%u dependencies", links), links);
  /* Translators: under an import preview: rows, then dependencies */
  g_autofree char *text = g_strdup_printf (
      _ ("%s and %s will be added in one step that Undo takes back"), rows, deps);

  gtk_label_set_text (self->summary, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", n > 0);
}

static void
show_warnings (SlImportDialog *self)
{
  GArray *warnings = self->plan->warnings;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", warnings->len), warnings->len);

  for (guint i = 0; i < MIN (warnings->len, WARNINGS_SHOWN); i++)
    {
      const SlImportWarning *warning = &g_array_index (warnings, SlImportWarning, i);

      if (warning->place != NULL)
        g_string_append_printf (text, "%s: ", warning->place);
      g_string_append_printf (text, "%s\n", warning->text);
    }
  gtk_expander_set_label (self->warnings_expander, heading);
  gtk_label_set_text (self->warnings, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_expander), warnings->len > 0);
}

static void start_reading (SlImportDialog *self);

static void
role_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, SlImportDialog *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "sl-column"));

  if (self->updating || column >= self->n_roles)
    return;
  self->roles[column] = (int)gtk_drop_down_get_selected (drop_down);
  start_reading (self);
}

static GtkWidget *
role_drop_down (SlImportDialog *self, guint column, int role)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *label = g_strdup_printf (_ ("Meaning of column %u"), column + 1);
  GtkWidget *drop_down;

  for (guint i = 0; i < SL_N_CSV_ROLES; i++)
    gtk_string_list_append (names, _ (sl_csv_role_name (i)));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint)role);
  sl_spoken_drop_down (GTK_DROP_DOWN (drop_down), label);
  g_object_set_data (G_OBJECT (drop_down), "sl-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (role_selected_cb), self, 0);
  return drop_down;
}

static void
show_sample (SlImportDialog *self, SlCsvTable *table, guint column)
{
  for (guint r = 0; r < MIN (table->rows->len, SAMPLE_ROWS); r++)
    {
      char **cells = g_ptr_array_index (table->rows, r);
      GtkWidget *label = gtk_label_new (column < g_strv_length (cells) ? cells[column] : "");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, r == 0 && table->has_header ? "caption-heading" : "caption");
      gtk_grid_attach (self->columns, label, (int)column, (int)r + 1, 1, 1);
    }
}

/* The guess is shown above sample cells, to be corrected there. */
static void
show_columns (SlImportDialog *self)
{
  g_autoptr (SlCsvTable) table = NULL;
  SlImportOptions options = { 0 };
  GtkWidget *child;

  if (self->roles_shown || self->table_bytes == NULL)
    return;
  table = sl_csv_table_read (self->table_bytes, &options, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_grid_remove (self->columns, child);
  gtk_widget_set_visible (self->columns_scroller, table != NULL && table->n_columns > 1);
  if (table == NULL)
    return;
  self->roles_shown = TRUE;
  self->n_roles = table->n_columns;
  g_free (self->roles);
  self->roles = g_memdup2 (table->roles, sizeof (int) * table->n_columns);
  for (guint c = 0; c < table->n_columns; c++)
    {
      gtk_grid_attach (self->columns, role_drop_down (self, c, table->roles[c]), (int)c, 0, 1, 1);
      show_sample (self, table, c);
    }
  self->dates_asked = table->dates_ambiguous;
  gtk_widget_set_visible (self->dates_label, table->dates_ambiguous);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), table->dates_ambiguous);
}

static void
show_plan (SlImportDialog *self)
{
  gboolean table = self->table_bytes != NULL;

  self->updating = TRUE;
  show_columns (self);
  gtk_widget_set_visible (self->rows_label, table);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_are), table);
  gtk_widget_set_visible (self->levels_label, !table);
  gtk_widget_set_visible (GTK_WIDGET (self->levels), !table);
  gtk_scrolled_window_set_child (self->list_scroller,
                                 sl_import_preview_new (self->plan, update_summary, self));
  show_warnings (self);
  update_summary (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  self->updating = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlImportDialog *self = SL_IMPORT_DIALOG (source);
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  SlImportPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (request->generation != self->generation || self->session == NULL)
    {
      g_clear_pointer (&plan, sl_import_plan_free);
      return;
    }
  if (plan == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  gtk_scrolled_window_set_child (self->list_scroller, NULL);
  g_clear_pointer (&self->plan, sl_import_plan_free);
  self->plan = plan;
  if (self->table_bytes != NULL && chosen_kind (self) == SL_KIND_PARTY)
    make_parties (plan);
  sl_import_plan_match (plan, sl_session_get_snapshot (self->session));
  sl_import_plan_check_dates (plan);
  show_plan (self);
}

static void
start_reading (SlImportDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request = g_new0 (Request, 1);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  request->generation = ++self->generation;
  request->path = g_strdup (self->path);
  request->bytes
      = self->path == NULL && self->table_bytes != NULL ? g_bytes_ref (self->table_bytes) : NULL;
  request->options.rows_are_goals = chosen_kind (self) == SL_KIND_GOAL;
  request->options.goal_levels = gtk_drop_down_get_selected (self->levels);
  request->options.dates_known = self->dates_asked;
  request->options.fiscal_month
      = sl_snapshot_fiscal_month (sl_session_get_snapshot (self->session));
  request->options.day_first = gtk_drop_down_get_selected (self->dates) == 0;
  if (self->roles != NULL)
    {
      request->roles = g_memdup2 (self->roles, sizeof (int) * self->n_roles);
      request->options.columns = request->roles;
      request->options.n_columns = self->n_roles;
    }
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_in_worker);
}

static void
options_changed_cb (SlImportDialog *self)
{
  if (!self->updating && self->plan != NULL)
    start_reading (self);
}

static gboolean
read_text_cb (gpointer data)
{
  SlImportDialog *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  self->paste_id = 0;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_clear_pointer (&self->table_bytes, g_bytes_unref);
  self->table_bytes = g_bytes_new_take (text, strlen (text));
  self->roles_shown = FALSE;
  g_clear_pointer (&self->roles, g_free);
  if (text[0] != '\0')
    start_reading (self);
  else
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (SlImportDialog *self)
{
  g_clear_handle_id (&self->paste_id, g_source_remove);
  self->paste_id = g_timeout_add (PASTE_DELAY_MS, read_text_cb, self);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *param)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlImportDialog *self = SL_IMPORT_DIALOG (widget);
  SlId id = SL_ID_NONE;

  if (self->plan == NULL)
    return;
  if (!sl_session_run (self->session, "plan.import", sl_import_plan_to_params (self->plan), &id))
    return;
  if (id != SL_ID_NONE)
    sl_session_select (self->session, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sl_import_dialog_dispose (GObject *object)
{
  SlImportDialog *self = SL_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->paste_id, g_source_remove);
  if (self->list_scroller != NULL)
    gtk_scrolled_window_set_child (self->list_scroller, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_import_dialog_parent_class)->dispose (object);
}

static void
sl_import_dialog_finalize (GObject *object)
{
  SlImportDialog *self = SL_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, sl_import_plan_free);
  g_clear_pointer (&self->table_bytes, g_bytes_unref);
  g_free (self->roles);
  g_free (self->path);
  G_OBJECT_CLASS (sl_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, text_frame);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, rows_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, rows_are);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, levels_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, levels);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, dates_label);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, columns_scroller);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, warnings_expander);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, SlImportDialog, summary);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
}

static void
sl_import_dialog_class_init (SlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/import/sl-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

/* Ctrl+Enter imports from wherever the focus is; a text view would take it as a line break. */
static void
add_apply_shortcut (SlImportDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_named_action_new ("import.apply")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sl_import_dialog_init (SlImportDialog *self)
{
  const char *rows[] = { _ ("Goals"), _ ("Tasks"), _ ("Parties"), NULL };
  const char *levels[] = { _ ("None"), "1", "2", "3", NULL };
  const char *dates[] = { _ ("Day, then month"), _ ("Month, then day"), NULL };
  g_autoptr (GtkStringList) row_list = gtk_string_list_new (rows);
  g_autoptr (GtkStringList) level_list = gtk_string_list_new (levels);
  g_autoptr (GtkStringList) date_list = gtk_string_list_new (dates);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_tidy (GTK_WIDGET (self));
  add_apply_shortcut (self);
  sl_unseen_attach (self->stack);
  gtk_drop_down_set_model (self->rows_are, G_LIST_MODEL (row_list));
  gtk_drop_down_set_model (self->levels, G_LIST_MODEL (level_list));
  gtk_drop_down_set_model (self->dates, G_LIST_MODEL (date_list));
  sl_spoken_drop_down (self->rows_are, _ ("Rows are"));
  sl_spoken_drop_down (self->levels, _ ("Top levels that become goals"));
  sl_spoken_drop_down (self->dates, _ ("Order of day and month"));
  gtk_widget_set_visible (self->columns_scroller, FALSE);
  gtk_widget_set_visible (self->dates_label, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_expander), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  self->updating = FALSE;
}

static SlImportDialog *
dialog_new (GtkWindow *parent, SlSession *session)
{
  SlImportDialog *self = g_object_new (SL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  return self;
}

static gboolean
is_table (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv")
         || g_str_has_suffix (lower, ".txt");
}

static void
read_file (GtkWindow *parent, SlSession *session, const char *path)
{
  SlImportDialog *self = dialog_new (parent, session);
  char *contents = NULL;
  gsize length = 0;

  self->path = g_strdup (path);
  if (is_table (path) && g_file_get_contents (path, &contents, &length, NULL))
    self->table_bytes = g_bytes_new_take (contents, length);
  gtk_widget_set_visible (self->text_frame, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_window_present (GTK_WINDOW (self));
  start_reading (self);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, SlSession *session)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    read_file (parent, session, path);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
sl_import_dialog_choose_file (GtkWindow *parent, SlSession *session)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Import"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; sl_format_all ()[i] != NULL; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", sl_format_all ()[i]->suffixes);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Lists and plans"), all->str);
  for (guint i = 0; sl_format_all ()[i] != NULL; i++)
    add_filter (GTK_FILE_CHOOSER (chooser), _ (sl_format_all ()[i]->name),
                sl_format_all ()[i]->suffixes);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), session, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sl_import_dialog_rows (GtkWindow *parent, SlSession *session, SlKindId kind, const char *text)
{
  SlImportDialog *self = dialog_new (parent, session);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  for (guint i = 0; i < G_N_ELEMENTS (row_kinds); i++)
    if (row_kinds[i] == kind)
      gtk_drop_down_set_selected (self->rows_are, i);

  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_text_buffer_set_text (buffer, text, -1);
  g_clear_handle_id (&self->paste_id, g_source_remove);
  read_text_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

typedef struct
{
  GtkWindow *parent;
  SlSession *session;
} Paste;

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  sl_import_dialog_rows (paste->parent, paste->session, SL_KIND_GOAL, text != NULL ? text : "");
  g_object_unref (paste->parent);
  g_object_unref (paste->session);
  g_free (paste);
}

void
sl_import_dialog_paste (GtkWindow *parent, SlSession *session)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->parent = g_object_ref (parent);
  paste->session = g_object_ref (session);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL,
                                 clipboard_read_cb, paste);
}
