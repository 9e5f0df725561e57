/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours and line widths of the style tokens. */

#include "config.h"

#include "sl-palette.h"
