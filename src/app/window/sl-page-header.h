/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line above a page: what the page answers, and a ring that fills with what it needs. */

#pragma once

#include "window/sl-page.h"

G_BEGIN_DECLS

#define SL_TYPE_PAGE_HEADER (sl_page_header_get_type ())
G_DECLARE_FINAL_TYPE (SlPageHeader, sl_page_header, SL, PAGE_HEADER, GtkWidget)

/* @page: (nullable): the page that shows. @session: (nullable) */
void sl_page_header_set_page (SlPageHeader *self, const SlPage *page, SlSession *session);

G_END_DECLS
