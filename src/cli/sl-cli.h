/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs of the command line share: how they are described, how their arguments are read
 * and how they report. Data goes to standard output, messages to standard error. */

#pragma once

#include "project/sl-project.h"

G_BEGIN_DECLS

/* Exit codes. */
#define SL_CLI_OK 0
#define SL_CLI_FAILURE 1
#define SL_CLI_USAGE 2

typedef struct _SlCliVerb SlCliVerb;

/**
 * SlCliVerb:
 * @name: "render"
 * @arguments: N_("FILE --chart=CHART -o OUT"): shown behind the name in the help
 * @summary: N_(): one line for the list of verbs
 * @description: N_(): what it does, below the options; wrapped when it is shown
 * @examples: lines to learn from, shown as they are
 * @listing: (nullable): lines to add to the description, made from a registry; (transfer full)
 * @run: does it and returns an exit code; argv[0] is the name of the verb
 */
struct _SlCliVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  const char *examples;
  char *(*listing) (void);
  int (*run) (const SlCliVerb *verb, int argc, char **argv);
};

extern const SlCliVerb sl_cli_verb_new;     /* sl-cli-new.c */
extern const SlCliVerb sl_cli_verb_compile; /* sl-cli-compile.c */
extern const SlCliVerb sl_cli_verb_import;  /* sl-cli-import.c */
extern const SlCliVerb sl_cli_verb_read;    /* sl-cli-import.c */
extern const SlCliVerb sl_cli_verb_export;  /* sl-cli-export.c */
extern const SlCliVerb sl_cli_verb_dump;    /* sl-cli-dump.c */
extern const SlCliVerb sl_cli_verb_diff;    /* sl-cli-dump.c */
extern const SlCliVerb sl_cli_verb_schema;  /* sl-cli-schema.c */
extern const SlCliVerb sl_cli_verb_render;  /* sl-cli-render.c */
extern const SlCliVerb sl_cli_verb_pack;    /* sl-cli-render.c */
extern const SlCliVerb sl_cli_verb_undo;    /* sl-cli-history.c */
extern const SlCliVerb sl_cli_verb_redo;    /* sl-cli-history.c */
extern const SlCliVerb sl_cli_verb_log;     /* sl-cli-history.c */
extern const SlCliVerb sl_cli_verb_check;   /* sl-cli-check.c */
extern const SlCliVerb sl_cli_verb_calc;    /* calc/sl-calc.c */

/* Reads the options of @verb and checks that @n_files arguments remain; they are then argv[1] and
 * on. Says what is wrong and returns %FALSE otherwise: the verb answers with SL_CLI_USAGE. */
gboolean sl_cli_parse (const SlCliVerb *verb, const GOptionEntry *options, int n_files, int *argc,
                       char ***argv);
/* Says that the arguments of @verb make no sense. Returns: SL_CLI_USAGE */
int sl_cli_misuse (const SlCliVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same for a helper that answers whether the arguments make sense. Returns: %FALSE */
gboolean sl_cli_reject (const SlCliVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says what went wrong. Returns: SL_CLI_FAILURE */
int sl_cli_fail (const GError *error);
/* A line on standard error. */
void sl_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Opens a project to read it, which leaves nothing behind, and passes on what opening had to say.
 * (transfer full) */
SlProject *sl_cli_open (const char *path, GError **error);
/* Opens a project that sl_cli_close() will write. (transfer full) */
SlProject *sl_cli_edit (const char *path, GError **error);
/* Whether the file @path can be written, or its folder takes a new one; asked before the work
 * begins. Errors: %SL_ERROR_IO naming @path. */
gboolean sl_cli_check_writable (const char *path, GError **error);
/* Publishes and releases. Returns: SL_CLI_OK or SL_CLI_FAILURE, after saying why */
int sl_cli_close (SlProject *project);
/* ',', ';' or tab from its name or itself. */
gboolean sl_cli_separator (const char *name, char *character);
/* Writes all of @bytes to @path, or to standard output if it is NULL or "-". A file appears whole
 * or not at all. Errors: %SL_ERROR_IO naming @path. */
gboolean sl_cli_write (const char *path, GBytes *bytes, GError **error);
/* As sl_cli_write(); takes @text. */
gboolean sl_cli_write_text (const char *path, char *text, GError **error);

G_END_DECLS
