/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain. */

#include "config.h"

#include "base/sl-error.h"

/* clang-format off */
G_DEFINE_QUARK (sl-error-quark, sl_error)
