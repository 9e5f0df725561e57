/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Start Your Own": from the start page to the questions, and from the answers to a project. */

#include "config.h"

#include "window/sl-start-form.h"
#include "window/sl-window-private.h"

#include <glib/gi18n.h>

#define FORM "own"

static SlStartForm *
get_form (SlWindow *self)
{
  return SL_START_FORM (gtk_stack_get_child_by_name (self->root_stack, FORM));
}

static void
start_own_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL || self->opening != NULL)
    return;
  if (get_form (self) == NULL)
    gtk_stack_add_named (self->root_stack, sl_start_form_new (), FORM);
  gtk_stack_set_visible_child_name (self->root_stack, FORM);
  sl_start_form_focus (get_form (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);

  if (self->session != NULL)
    return;
  gtk_stack_set_visible_child_name (self->root_stack, "start");
  sl_start_page_focus (self->start_page);
}

static void
finish_own_action (GtkWidget *widget, const char *name, GVariant *param)
{
  SlWindow *self = SL_WINDOW (widget);
  SlStartForm *form = self->session == NULL ? get_form (self) : NULL;
  g_autoptr (GVariant) answers = form != NULL ? sl_start_form_read (form) : NULL;
  g_autoptr (GError) error = NULL;
  SlProject *project;

  if (answers == NULL)
    return;
  g_variant_ref_sink (answers);
  project = sl_project_new (&error);
  if (project != NULL && !sl_project_run (project, "project.start", answers, NULL, &error))
    {
      sl_project_discard (project);
      g_clear_object (&project);
    }
  if (project != NULL)
    gtk_stack_remove (self->root_stack, GTK_WIDGET (form));
  sl_window_take_project (self, project, error, _ ("Cannot Start a Project"));
}

void
sl_window_install_own (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-own", NULL, start_own_action);
  gtk_widget_class_install_action (widget_class, "win.finish-own", NULL, finish_own_action);
  gtk_widget_class_install_action (widget_class, "win.back-to-start", NULL, back_action);
}
