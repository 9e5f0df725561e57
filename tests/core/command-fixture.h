/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project with goals a(b(c) d) e and the parties Sales and Production, for tests that run
 * commands by their names. */

#pragma once

#include "state-fixture.h"

#define ID_FORMAT "%" G_GINT64_FORMAT

typedef struct
{
  SlProject *project;
} CommandFixture;

void command_set_up (CommandFixture *fixture, gconstpointer data);
void command_tear_down (CommandFixture *fixture, gconstpointer data);

/* Parameters in the text form of GVariant, ids as numbers. (transfer floating) */
GVariant *command_params (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Runs a command that changes something, takes it back and does it again. */
SlId command_run (CommandFixture *fixture, const char *command, GVariant *params);
/* Adds a last child with that title. */
SlId command_add (CommandFixture *fixture, const char *kind, SlId parent, const char *title);
/* Runs a command that has nothing to do. */
void command_run_idle (CommandFixture *fixture, const char *command, GVariant *params);
/* Runs a command that must be refused, with a sentence that says @part, and must change nothing. */
void command_refuse (CommandFixture *fixture, const char *command, GVariant *params, int code,
                     const char *part);

SlSnapshot *command_plan (CommandFixture *fixture);
/* The record of that title; fails if there is none. */
SlId command_find (CommandFixture *fixture, SlKindId kind, const char *title);
SlId command_goal (CommandFixture *fixture, const char *title);
/* A field as files write it; "" if it is unset. (transfer full) */
char *command_field_text (CommandFixture *fixture, SlId id, guint field);
void assert_field (CommandFixture *fixture, SlId id, guint field, const char *want);
/* @want: "a(b(c) d) e" */
void assert_tree (CommandFixture *fixture, SlKindId kind, const char *want);
/* What undo would take back. */
void assert_label (CommandFixture *fixture, const char *want);
