/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of what a search found: a record or an action. */

#pragma once

#include <gio/gio.h>

#include "base/sl-types.h"

G_BEGIN_DECLS

#define SL_TYPE_SEARCH_ITEM (sl_search_item_get_type ())
G_DECLARE_FINAL_TYPE (SlSearchItem, sl_search_item, SL, SEARCH_ITEM, GObject)

/* @caption: what kind of thing it is and where it belongs. */
SlSearchItem *sl_search_item_new_record (SlId id, const char *title, const char *caption);
/* @action: detailed name. @keys: as people read them, “Ctrl+Z”, or NULL. */
SlSearchItem *sl_search_item_new_action (const char *action, const char *title, const char *caption,
                                         const char *keys);
/* SL_ID_NONE: an action */
SlId sl_search_item_get_id (SlSearchItem *self);
const char *sl_search_item_get_action (SlSearchItem *self); /* (nullable): a record */
const char *sl_search_item_get_title (SlSearchItem *self);
const char *sl_search_item_get_caption (SlSearchItem *self);
const char *sl_search_item_get_keys (SlSearchItem *self); /* (nullable) */

G_END_DECLS
