/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of pages: sidebar, keys and the page stack come from it. A page offers the actions
 * "page.focus" and, if records live on it, "page.reveal" (int64): bring one into sight. One
 * that has several views is SlViews. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "goals" */
  const char *title;   /* N_("Goals") */
  const char *group;   /* N_("Work"): its heading in the sidebar; NULL: stands alone */
  const char *icon;    /* symbolic icon */
  const char *purpose; /* N_(): what the page answers, one line */
  const char *chart;   /* chart that "print what I see" prints, or NULL */
  gboolean records;    /* shows records one by one: the inspector stands beside it */
  GtkWidget *(*create) (SlSession *session);
  guint64 kinds; /* mask of SL_KIND_BIT(): records that live here, searches and links lead to it */
} SlPage;

/* (array length=n) */
const SlPage *sl_page_all (guint *n);
const SlPage *sl_page_by_id (const char *id);
/* The page where records of @kind live; (nullable): they stand in the inspector only. */
const SlPage *sl_page_by_kind (SlKindId kind);

G_END_DECLS
