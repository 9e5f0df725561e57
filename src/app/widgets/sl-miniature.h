/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawn miniature of a filled page. */

#pragma once

#include <gtk/gtk.h>

#include "model/sl-kind.h"

G_BEGIN_DECLS

/* As an empty page shows it, with a name for those who do not see it. @kind: what the page is
 * about; a kind without a picture of its own, and SL_N_KINDS, is a table. */
GtkWidget *sl_miniature_new (SlKindId kind);
/* The same beside words that say all. @width: unit: px; it is half as high */
GtkWidget *sl_miniature_new_ornament (SlKindId kind, int width);

G_END_DECLS
