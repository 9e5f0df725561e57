/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the search popover. It never changes: each search makes new ones. */

#include "config.h"

#include "search/sl-search-item.h"

struct _SlSearchItem
{
  GObject parent_instance;
  SlId id;
  char *action;
  char *title;
  char *caption;
  char *keys;
};

G_DEFINE_FINAL_TYPE (SlSearchItem, sl_search_item, G_TYPE_OBJECT)

static void
sl_search_item_finalize (GObject *object)
{
  SlSearchItem *self = SL_SEARCH_ITEM (object);

  g_free (self->action);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->keys);
  G_OBJECT_CLASS (sl_search_item_parent_class)->finalize (object);
}

static void
sl_search_item_class_init (SlSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_search_item_finalize;
}

static void
sl_search_item_init (SlSearchItem *self)
{
}

SlSearchItem *
sl_search_item_new_record (SlId id, const char *title, const char *caption)
{
  SlSearchItem *self = g_object_new (SL_TYPE_SEARCH_ITEM, NULL);

  self->id = id;
  self->title = g_strdup (title);
  self->caption = g_strdup (caption);
  return self;
}

SlSearchItem *
sl_search_item_new_action (const char *action, const char *title, const char *caption,
                           const char *keys)
{
  SlSearchItem *self = sl_search_item_new_record (SL_ID_NONE, title, caption);

  self->action = g_strdup (action);
  self->keys = g_strdup (keys);
  return self;
}

SlId
sl_search_item_get_id (SlSearchItem *self)
{
  g_return_val_if_fail (SL_IS_SEARCH_ITEM (self), SL_ID_NONE);
  return self->id;
}

const char *
sl_search_item_get_action (SlSearchItem *self)
{
  g_return_val_if_fail (SL_IS_SEARCH_ITEM (self), NULL);
  return self->action;
}

const char *
sl_search_item_get_title (SlSearchItem *self)
{
  g_return_val_if_fail (SL_IS_SEARCH_ITEM (self), NULL);
  return self->title;
}

const char *
sl_search_item_get_caption (SlSearchItem *self)
{
  g_return_val_if_fail (SL_IS_SEARCH_ITEM (self), NULL);
  return self->caption;
}

const char *
sl_search_item_get_keys (SlSearchItem *self)
{
  g_return_val_if_fail (SL_IS_SEARCH_ITEM (self), NULL);
  return self->keys;
}
