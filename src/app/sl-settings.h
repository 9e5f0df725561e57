/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody prefers on this computer, whatever the project: how charts and paper look. */

#pragma once

#include <gio/gio.h>

#include "sl-paginate.h"

G_BEGIN_DECLS

/* The settings of the running application. (transfer none) (nullable): no schema is installed */
GSettings *sl_settings_get (void);
/* Makes charts follow @settings from now on. */
void sl_settings_follow (GSettings *settings);
/* The paper that new sheets begin with: the chosen one, else that of the region. */
SlPaper sl_settings_get_paper (void);
/* Unit: pt */
double sl_settings_get_minimum_type (void);

G_END_DECLS
