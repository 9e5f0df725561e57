/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a form in which one of several titles is chosen, however long they are. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows titles long in the list of @row, and short in the row itself. */
void sl_title_list_set_up (AdwComboRow *row);
/* Offers @titles; what is chosen then is the title at @selected. */
void sl_title_list_offer (AdwComboRow *row, const char *const *titles, guint selected);

G_END_DECLS
