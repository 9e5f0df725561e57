/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening files: a worker reads while the window says so; what it shows is exchanged only when the
 * project is there. A window that is closed meanwhile lets go of it. */

#include "config.h"

#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#include "inspector/sl-inspector.h"
#include "views/sl-tab-page.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-resting.h"
#include "window/sl-page.h"

/* Most files are there sooner, and words that only flash up disturb. */
#define SAY_AFTER_MS 300

static gboolean
has_path (SlWindow *self, const char *path)
{
  if (self->opening != NULL)
    return g_str_equal (self->opening, path);
  return self->session != NULL
         && g_strcmp0 (sl_project_get_path (sl_session_get_project (self->session)), path) == 0;
}

static SlWindow *
window_with_path (SlWindow *self, const char *path)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (SL_IS_WINDOW (l->data) && has_path (l->data, path))
      return l->data;
  return NULL;
}

static gboolean
say_cb (gpointer data)
{
  SlWindow *self = data;

  self->opening_said = 0;
  gtk_spinner_start (self->opening_spinner);
  gtk_widget_set_visible (self->opening_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
begin (SlWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (_ ("Opening “%s”…"), name);

  self->opening = g_strdup (path);
  gtk_label_set_text (self->opening_words, words);
  gtk_widget_set_visible (self->opening_box, FALSE);
  gtk_stack_set_visible_child_name (self->root_stack, "opening");
  self->opening_said = g_timeout_add (SAY_AFTER_MS, say_cb, self);
}

void
sl_window_end_opening (SlWindow *self)
{
  g_clear_handle_id (&self->opening_said, g_source_remove);
  g_clear_pointer (&self->opening, g_free);
  if (self->opening_spinner != NULL)
    gtk_spinner_stop (self->opening_spinner);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlWindow) self = data;
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_open_finish (result, &error);

  if (self->opening == NULL) /* the window is closed */
    {
      if (project != NULL)
        sl_project_close (project, NULL);
      g_clear_object (&project);
      return;
    }
  sl_window_end_opening (self);
  if (project == NULL)
    gtk_stack_set_visible_child_name (self->root_stack, "start");
  sl_window_take_project (self, project, error, _ ("Cannot Open the File"));
}

void
sl_window_open_file (SlWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  SlWindow *other;

  g_return_if_fail (SL_IS_WINDOW (self));
  if (path == NULL)
    {
      sl_window_show_error (self, _ ("Cannot Open the File"),
                            _ ("Only files on this computer can be opened. Copy it here first."));
      return;
    }
  other = window_with_path (self, path);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  if (self->session != NULL || self->opening != NULL)
    {
      self = sl_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (self));
    }
  begin (self, path);
  sl_project_open_async (path, opened_cb, g_object_ref (self));
}

/* --- Building what shows the project --- */

GtkWidget *
sl_window_find_page (SlWindow *self, const SlPage *page)
{
  GtkWidget *resting = gtk_stack_get_child_by_name (self->pages, page->id);

  return resting != NULL ? sl_resting_get_child (SL_RESTING (resting)) : NULL;
}

GtkWidget *
sl_window_ensure_page (SlWindow *self, const SlPage *page)
{
  GtkWidget *child = sl_window_find_page (self, page);

  if (child != NULL)
    return child;
  child = page->create (self->session);
  if (SL_IS_TAB_PAGE (child))
    sl_tab_page_keep (SL_TAB_PAGE (child), page->id);
  sl_record_menu_attach_rows (self->session, child);
  gtk_stack_add_titled (self->pages, sl_resting_new (child), page->id, _ (page->title));
  return child;
}

static void
make_inspector (SlWindow *self)
{
  GtkWidget *inspector = sl_inspector_new (self->session);

  gtk_widget_set_hexpand (inspector, TRUE);
  gtk_box_append (self->inspector_box, inspector);
}

/* The inspector, then one page a turn of the main loop, in the order of the sidebar. */
static gboolean
next_page_cb (gpointer data)
{
  SlWindow *self = data;
  guint n = 0;
  const SlPage *all = sl_page_all (&n);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->inspector_box)) == NULL)
    {
      make_inspector (self);
      return G_SOURCE_CONTINUE;
    }
  for (guint i = 0; i < n; i++)
    if (sl_window_find_page (self, &all[i]) == NULL)
      {
        sl_window_ensure_page (self, &all[i]);
        return G_SOURCE_CONTINUE;
      }
  self->pages_idle = 0;
  sl_window_update_search (self);
  return G_SOURCE_REMOVE;
}

void
sl_window_build_pages (SlWindow *self)
{
  if (self->pages_idle == 0)
    self->pages_idle = g_idle_add_full (G_PRIORITY_LOW, next_page_cb, self, NULL);
}
