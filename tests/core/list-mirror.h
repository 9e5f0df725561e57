/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a list model that is kept up to date by its signals alone. Where it differs from the
 * model, a view would show something else than there is. */

#pragma once

#include <gio/gio.h>

typedef struct
{
  GListModel *model;
  GPtrArray *items;
  guint n_signals;
  guint n_touched; /* items removed and added, in total */
} ListMirror;

static inline void
mirror_items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                         ListMirror *self)
{
  self->n_signals++;
  self->n_touched += removed + added;
  g_assert_cmpuint (position + removed, <=, self->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int)(position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (model));
}

static inline void
list_mirror_init (ListMirror *self, GListModel *model)
{
  self->model = g_object_ref (model);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_signals = 0;
  self->n_touched = 0;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_items_changed_cb), self);
}

static inline void
list_mirror_check (ListMirror *self)
{
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (self->model));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}

static inline void
list_mirror_clear (ListMirror *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->model);
}
