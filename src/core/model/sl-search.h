/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over all records of a plan. What is searched follows from the field tables: the title, the
 * fields marked SL_SEARCH and the name of the kind. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* --- What is looked for --- */

typedef struct _SlSearchQuery SlSearchQuery;

/* Case and accents do not count; each word of @text must be found, in any order. (transfer full) */
SlSearchQuery *sl_search_query_new (const char *text);
void sl_search_query_free (SlSearchQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSearchQuery, sl_search_query_free)
gboolean sl_search_query_is_empty (const SlSearchQuery *self);

/**
 * SlSearchScore:
 * @SL_SEARCH_MISS: at least one word is nowhere
 * @SL_SEARCH_REST: each word is in the title or in what else belongs to it
 * @SL_SEARCH_KIND: each word is in the title or begins a word of the name of its kind
 * @SL_SEARCH_TITLE: each word is in the title
 * @SL_SEARCH_WORDS: words of the title begin with them
 * @SL_SEARCH_HEAD: the title begins with what is looked for
 * @SL_SEARCH_WHOLE: the title is what is looked for
 */
typedef enum
{
  SL_SEARCH_MISS,
  SL_SEARCH_REST,
  SL_SEARCH_KIND,
  SL_SEARCH_TITLE,
  SL_SEARCH_WORDS,
  SL_SEARCH_HEAD,
  SL_SEARCH_WHOLE,
} SlSearchScore;

/* How well a thing fits. @title, the name of its @kind (nullable) and @rest (nullable) are folded
 * by sl_text_fold_marks(). */
SlSearchScore sl_search_query_score (const SlSearchQuery *self, const char *title, const char *kind,
                                     const char *rest);

/* --- Records --- */

typedef struct _SlSearchIndex SlSearchIndex;

typedef struct
{
  SlSearchScore score;
  SlKindId kind;
  SlId id;
} SlSearchHit;

/* The folded text of all records. Any thread that holds a reference of @plan; 15 000 records take
 * some 20 ms. (transfer full) */
SlSearchIndex *sl_search_index_new (const SlSnapshot *plan);
void sl_search_index_free (SlSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSearchIndex, sl_search_index_free)
/* The best hits first; what has no title of its own is never better than SL_SEARCH_KIND, and that
 * only where its kind is asked for: its title is that of others, which come first. Equally
 * good ones with a title first, then in the order of kinds, of titles, of ids. @limit: at most so
 * many. @n_found: (out): how many there are in all. Returns: (transfer full) (element-type
 * SlSearchHit) */
GArray *sl_search_index_find (const SlSearchIndex *self, const SlSearchQuery *query, guint limit,
                              guint *n_found);

/* --- Words for a hit --- */

/* What to call a record: its title, or for one without the titles of what it connects: “Sales –
 * Cut costs”. (transfer full) */
char *sl_search_title (const SlSnapshot *plan, SlKindId kind, guint row);
/* The record that it belongs to: what it is part of, else what it is about; SL_ID_NONE if it stands
 * for itself. */
SlId sl_search_home (const SlSnapshot *plan, SlKindId kind, guint row);
/* What was found in a field that is not the title: “Notes: … steel prices rise …”; NULL if all
 * words are in the title or nowhere. (transfer full) (nullable) */
char *sl_search_excerpt (const SlSearchQuery *query, const SlSnapshot *plan, SlKindId kind,
                         guint row);

G_END_DECLS
