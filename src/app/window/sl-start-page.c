/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The start page: no wizard, one row a way to begin. */

#include "config.h"

#include "window/sl-start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "project/sl-project.h"
#include "widgets/sl-miniature.h"
#include "widgets/sl-spoken.h"

/* Of the miniatures, so that all titles begin below each other. */
#define PICTURE_PX 72

struct _SlStartPage
{
  GtkWidget parent_instance;
  GtkImage *logo;
  AdwPreferencesGroup *start_group;
  AdwPreferencesGroup *recover_group;
  AdwPreferencesGroup *recent_group;
  GtkWidget *first_row;
  GPtrArray *extra_rows; /* of GtkWidget: rows of the two lower groups */
};

G_DEFINE_FINAL_TYPE (SlStartPage, sl_start_page, GTK_TYPE_WIDGET)

/* @picture: stands before the words. */
static GtkWidget *
add_row_with (AdwPreferencesGroup *group, GtkWidget *picture, const char *title,
              const char *subtitle, const char *action, GVariant *target)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, "action-name", action,
                                 "action-target", target, NULL);
  GtkWidget *next = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), picture);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle,
         const char *action, GVariant *target)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "width-request", PICTURE_PX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  return add_row_with (group, image, title, subtitle, action, target);
}

static void
remove_extra_rows (SlStartPage *self)
{
  for (guint i = 0; i < self->extra_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->extra_rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->extra_rows, 0);
}

static void
add_recoverable (SlStartPage *self)
{
  g_autoptr (GPtrArray) found = sl_project_list_recoverable ();

  for (guint i = 0; i < found->len; i++)
    {
      const SlRecoverable *item = g_ptr_array_index (found, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (item->at_us / G_USEC_PER_SEC);
      g_autofree char *when = at != NULL ? g_date_time_format (at, "%c") : NULL;

      g_ptr_array_add (self->extra_rows,
                       add_row (self->recover_group, "document-revert-symbolic", item->title,
                                item->path != NULL ? item->path : when, "win.reopen",
                                g_variant_new_string (item->key)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recover_group), found->len > 0);
}

void
sl_start_page_refresh (SlStartPage *self, const char *const *recent)
{
  guint shown = 0;

  g_return_if_fail (SL_IS_START_PAGE (self));
  remove_extra_rows (self);
  add_recoverable (self);
  for (guint i = 0; recent != NULL && recent[i] != NULL && shown < 8; i++)
    {
      g_autofree char *name = g_path_get_basename (recent[i]);
      g_autofree char *folder = g_path_get_dirname (recent[i]);

      if (!g_file_test (recent[i], G_FILE_TEST_EXISTS))
        continue;
      g_ptr_array_add (self->extra_rows,
                       add_row (self->recent_group, "x-office-document-symbolic", name, folder,
                                "win.open-path", g_variant_new_string (recent[i])));
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), shown > 0);
}

static void
sl_start_page_dispose (GObject *object)
{
  SlStartPage *self = SL_START_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->extra_rows, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_start_page_parent_class)->dispose (object);
}

static void
sl_start_page_class_init (SlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_start_page_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/window/sl-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, logo);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, start_group);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, recover_group);
  gtk_widget_class_bind_template_child (widget_class, SlStartPage, recent_group);
}

/* What is shown of each sample, in this order. */
static const struct
{
  const char *name;
  SlKindId picture;
  const char *title;
  const char *sentence;
} samples[] = {
  { "product-launch", SL_KIND_GOAL, N_ ("Open Sample: Product Launch"),
    N_ ("Two departments and a partner bring a product to market") },
  { "sustainable-manufacturing", SL_KIND_BUDGET, N_ ("Open Sample: Sustainable Manufacturing"),
    N_ ("A plant wants to be the cleanest of its trade and still deliver on the promised day") },
  { "supplier-alliance", SL_KIND_PARTY, N_ ("Open Sample: Supplier Alliance"),
    N_ ("Four partners, six quarters of falling trust, and a contract to renew") },
};

static void
add_samples (SlStartPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      GtkWidget *row = add_row_with (self->start_group,
                                     sl_miniature_new_ornament (samples[i].picture, PICTURE_PX),
                                     _ (samples[i].title), _ (samples[i].sentence),
                                     "win.open-sample", g_variant_new_string (samples[i].name));

      if (self->first_row == NULL)
        self->first_row = row;
    }
}

static void
sl_start_page_init (SlStartPage *self)
{
  self->extra_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_menus (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->logo, SL_APP_ID);
  add_samples (self);
  add_row_with (self->start_group, sl_miniature_new_ornament (SL_KIND_PROJECT, PICTURE_PX),
                _ ("Start Your Own"),
                _ ("Vision, parties, objectives and the first dates, on one page"), "win.start-own",
                NULL);
  add_row (self->start_group, "edit-paste-symbolic", _ ("Paste a List"),
           _ ("Goals or tasks copied from a spreadsheet or a text"), "win.start-paste", NULL);
  add_row (self->start_group, "sl-import-symbolic", _ ("Import a Plan"),
           _ ("CSV, Microsoft Project XML, GanttProject, ProjectLibre, Planner"),
           "win.start-import", NULL);
  add_row (self->start_group, "document-open-symbolic", _ ("Open a File"),
           _ ("A Sightline project from your computer"), "app.open", NULL);
}

void
sl_start_page_focus (SlStartPage *self)
{
  g_return_if_fail (SL_IS_START_PAGE (self));
  gtk_widget_grab_focus (self->first_row);
}
