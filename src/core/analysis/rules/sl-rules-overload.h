/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is booked too much, for rules besides RES-04. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/* @party and @task: indexes; the task is one of those on the worst days of the party. */
typedef void (*SlOverloadFunc) (guint party, guint task, gpointer data);

void sl_overload_each (const SlFacts *facts, SlOverloadFunc func, gpointer data);

G_END_DECLS
