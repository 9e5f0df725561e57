/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack that shows again what it showed when the project was closed last. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

/* Call it when @stack has all its children. @key: which stack of the window it is; not copied. */
void sl_kept_stack_attach (GtkStack *stack, SlSession *session, const char *key);

G_END_DECLS
