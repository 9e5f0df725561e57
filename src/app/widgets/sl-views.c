/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages of several views have in common. */

#include "config.h"

#include "widgets/sl-views.h"

#include <glib/gi18n.h>

G_DEFINE_INTERFACE (SlViews, sl_views, GTK_TYPE_WIDGET)

static void
sl_views_default_init (SlViewsInterface *iface)
{
}

GArray *
sl_views_list (SlViews *self)
{
  g_return_val_if_fail (SL_IS_VIEWS (self), NULL);
  return SL_VIEWS_GET_IFACE (self)->list (self);
}

const char *
sl_views_get_visible (SlViews *self)
{
  g_return_val_if_fail (SL_IS_VIEWS (self), NULL);
  return SL_VIEWS_GET_IFACE (self)->get_visible (self);
}

GArray *
sl_views_list_stack (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (SlViewName));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), i);
      SlViewName name = { gtk_stack_page_get_name (GTK_STACK_PAGE (item)),
                          gtk_stack_page_get_title (GTK_STACK_PAGE (item)) };

      g_array_append_val (names, name);
    }
  return names;
}

GArray *
sl_views_list_names (const SlViewName *names, guint n)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (SlViewName), n);

  for (guint i = 0; i < n; i++)
    {
      SlViewName name = { names[i].id, _ (names[i].title) };

      g_array_append_val (list, name);
    }
  return list;
}
