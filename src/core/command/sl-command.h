/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands: the named, undoable things that people and programs do to a plan. Each is one row of
 * the registry. Gesture, shortcut, command line, import and paste all arrive here. */

#pragma once

#include "storage/sl-txn.h"

G_BEGIN_DECLS

/* What a command says about itself after it ran. */
typedef struct
{
  char *subject; /* title for the label's %s: (transfer full) or NULL */
  char *detail;  /* second %s, for example the field's nick (untranslated msgid) or NULL */
  SlId id;       /* the record to select afterwards, or SL_ID_NONE */
} SlCommandResult;

/**
 * SlCommand:
 * @id: "goal.add"; the name in GAction targets, journals and logs
 * @label: N_("Add “%s”"): undo and redo label; one or two %s
 * @params: GVariant type string of its parameters
 * @run: does it; on %FALSE the transaction takes everything back
 */
struct _SlCommand
{
  const char *id;
  const char *label;
  const char *params;
  gboolean (*run) (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error);
};

/* (array zero-terminated=1): all commands, in registry order. */
const SlCommand *const *sl_command_all (void);
const SlCommand *sl_command_by_id (const char *id);

/* A field value as a GVariant for record.set and record.add: "v" holding x, d, s or "()" for null.
 */
GVariant *sl_value_to_variant (const SlValue *value);
gboolean sl_value_from_variant (GVariant *variant, SlValue *value);

/* The registry holds at least these; parameters in brackets.
 *   record.add      [(sxxa{sv})]   kind, parent, after, fields by name
 *   record.set      [(xsv)]        id, field, value
 *   record.set-many [(axsv)]       ids, field, value
 *   record.delete   [(ax)]         ids
 *   record.move     [(axxx)]       ids, parent, after
 *   goal.indent / goal.outdent     -> "tree.indent", "tree.outdent", "tree.move-up",
 * "tree.move-down" [(ax)] goal.add-parent / goal.remove-parent [(xx)] goal.link       [(xxxs)]
 * source, target, strength (0 removes), reason position.set    [(xxxs)]       party, goal, value,
 * source name; value SL_INT_NULL: not asked priority.set    [(xxd)]        party, goal, points
 *   dependency.set  [(xxsdb)]      before, after, type ("" removes), lag, elapsed
 *   allocation.set  [(xxd)]        task, party, units (0 removes)
 *   item.shift      [(axi)]        tasks, milestones, goals; working or calendar days as drawn
 *   item.resize     [(xxx)]        id, start, due
 *   owner.set-by-name [(axs)]      ids, name: finds or creates the party (sets "owner" or "party")
 *   plan.import     [(...)]        an import plan (io/), one step
 */

G_END_DECLS
