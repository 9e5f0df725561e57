/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Risks page. */

#include "config.h"

#include "views/sl-risks-page.h"

#include <glib/gi18n.h>

#include "views/sl-tab-page.h"

GtkWidget *
sl_risks_page_new (SlSession *session)
{
  static const char *const columns[]
      = { "item",   "owner", "probability", "impact", "residual_probability", "residual_impact",
          "status", NULL };
  static const SlRecordTableSpec risks
      = { .kind = SL_KIND_RISK, .columns = columns, .sort = "title" };
  static const SlTabSpec matrix
      = { .id = "register", .title = N_ ("Register"), .add = N_ ("Risk"), .table = &risks };
  GtkWidget *page = sl_tab_page_new (session);

  sl_tab_page_add (SL_TAB_PAGE (page), &matrix);
  return page;
}
