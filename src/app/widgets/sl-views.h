/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page that has several views, of which one shows; its action page.show-tab (s) shows another.
 * The search lists all of them, and back and forward return to them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @title: translated. Both belong to the page. */
typedef struct
{
  const char *id;
  const char *title;
} SlViewName;

#define SL_TYPE_VIEWS (sl_views_get_type ())
G_DECLARE_INTERFACE (SlViews, sl_views, SL, VIEWS, GtkWidget)

struct _SlViewsInterface
{
  GTypeInterface parent;
  GArray *(*list) (SlViews *self);
  const char *(*get_visible) (SlViews *self);
};

/* All views in their order. (transfer full) (element-type SlViewName) */
GArray *sl_views_list (SlViews *self);
/* Id of the view that shows. (transfer none) (nullable) */
const char *sl_views_get_visible (SlViews *self);
/* The pages of @stack as views, for pages that are made of one. (transfer full) */
GArray *sl_views_list_stack (GtkStack *stack);
/* Some names as views. @names: titles are not translated yet. (transfer full) */
GArray *sl_views_list_names (const SlViewName *names, guint n);

G_END_DECLS
