/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random parameters for every registered command, mostly such that fit the plan. */

#pragma once

#include "command/sl-command.h"

/* Whether there are parameters for @command. */
gboolean random_params_know (const char *command);
/* (transfer floating): parameters of the type that @command takes. */
GVariant *random_params (const char *command, const SlSnapshot *plan);
