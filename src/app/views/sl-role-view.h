/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of roles that letters are typed into. */

#pragma once

#include "views/sl-grid-view.h"

G_BEGIN_DECLS

#define SL_TYPE_ROLE_VIEW (sl_role_view_get_type ())
G_DECLARE_FINAL_TYPE (SlRoleView, sl_role_view, SL, ROLE_VIEW, SlGridView)

SlChartView *sl_role_view_new (SlSession *session);

G_END_DECLS
