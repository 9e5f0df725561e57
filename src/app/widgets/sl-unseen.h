/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps screen readers out of what a stack does not show. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on only the visible page of @stack is offered to assistive technology. */
void sl_unseen_attach (GtkStack *stack);

G_END_DECLS
