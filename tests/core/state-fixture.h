/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A private state folder and a folder for documents, and commands that need no registry. */

#pragma once

#include "project/sl-project-private.h"

/* Points XDG_STATE_HOME into a fresh folder; call before g_test_init() has run anything. */
void state_init (void);
/* Removes everything. */
void state_clear (void);
void state_remove_tree (const char *path);
/* (transfer full): a path in the documents' folder; what stood there is removed. */
char *state_path (const char *name);

/* As the functions of the project, without errors; closing also lets go of the last reference. */
SlProject *state_new_project (void);
SlProject *state_open_project (const char *path);
void state_close_project (SlProject *project);
void state_save_as (SlProject *project, const char *path);
void state_save (SlProject *project);
/* (transfer full): the bytes of a file that is there */
char *state_read_file (const char *path, gsize *size);

/* Adds the records of fixture_fill(); then it is a project with 3 parties, 6 goals ... */
void state_fill (SlProject *project);
/* A goal of that title. */
SlId state_add_goal (SlProject *project, const char *title);
void state_set_title (SlProject *project, SlId goal, const char *title);
/* One random command; FALSE where it is refused or has no effect. */
gboolean state_run_random (SlProject *project, GRand *rand);
char *state_dump (SlProject *project);
/* How many goals there are if they are called "1", "2" ... in any order; -1 for anything else. */
int state_count_edits (SlSnapshot *snapshot);
