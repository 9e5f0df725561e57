/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The communication plan: who is spoken with how often, by which channel, and whose turn it is. */

#pragma once

#include "views/sl-tab-page.h"

G_BEGIN_DECLS

/* Adds the view "communication" to @page. */
void sl_contact_tab_add (SlTabPage *page);

G_END_DECLS
