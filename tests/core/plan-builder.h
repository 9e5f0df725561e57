/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans in memory, without a database, for tests of what only reads plans. */

#pragma once

#include "model/sl-store.h"

/* A store with a project record that works Monday to Friday, 8 hours. (transfer full) */
SlStore *builder_new (void);
/* Puts one record in: pairs of field number and text as sl_field_parse() reads it, ended by -1;
 * references as "@title" of a record that is there. Fields not named have their defaults. */
SlId builder_add (SlStore *store, SlKindId kind, ...);
void builder_set (SlStore *store, SlId id, guint field, const char *text);
/* The record of that title; fails if there is none. */
SlId builder_find (SlStore *store, const char *title);
