/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of rules, in the order in which ties are charged. A new rule is a file here, its
 * declaration and its place in SL_RULES. */

#pragma once

#include "analysis/sl-rule.h"

/* clang-format off */
extern const SlRule sl_rule_con_01;

#define SL_RULES \
  &sl_rule_con_01,
/* clang-format on */
