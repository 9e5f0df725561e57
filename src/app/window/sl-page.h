/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of pages: sidebar, keys and the page stack come from it. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "goals" */
  const char *title;   /* N_("Goals") */
  const char *icon;    /* symbolic icon */
  const char *purpose; /* N_(): what the page answers, one line */
  const char *chart;   /* chart that "print what I see" prints, or NULL */
  gboolean records;    /* shows records one by one: the inspector stands beside it */
  GtkWidget *(*create) (SlSession *session);
} SlPage;

/* (array length=n) */
const SlPage *sl_page_all (guint *n);
const SlPage *sl_page_by_id (const char *id);

G_END_DECLS
