/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the selected task or milestone waits for. */

#pragma once

#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_DEPENDENCY_POPOVER (sl_dependency_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlDependencyPopover, sl_dependency_popover, SL, DEPENDENCY_POPOVER,
                      GtkPopover)

/* Reads the record from the session's selection each time it is shown. */
GtkWidget *sl_dependency_popover_new (SlSession *session);

G_END_DECLS
