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

/**
 * sl_command_run:
 *
 * Runs @command in @txn, and keeps what fields with %SL_VERSIONED were before, as records of kind
 * version. It is for whoever ends @txn; a command that runs others calls their @run.
 *
 * Errors: those of the command.
 *
 * Returns: %FALSE: @txn is to be rolled back
 */
gboolean sl_command_run (const SlCommand *command, SlTxn *txn, GVariant *params,
                         SlCommandResult *result, GError **error);

/* A field value as a GVariant of type x, d, s, or () for null; give it as it is to g_variant_new()
 * for a "v". Reading unwraps a "v" and takes b, i, u, n, q and y as integers too.
 * Returns: (transfer floating) */
GVariant *sl_value_to_variant (const SlValue *value);
gboolean sl_value_from_variant (GVariant *variant, SlValue *value);

/* The registry. Ids, names and values are those of the model; SL_ID_NONE (0) as parent means root,
 * as "after" it means first; every text is cleaned before it is stored. Parameters that do not fit
 * give one sentence (SL_ERROR_INVALID, SL_ERROR_NOT_FOUND, SL_ERROR_CYCLE) and change nothing.
 *
 * id                  parameters       what they are
 * record.add          (sxxa{sv})       kind, parent, after (-1: last), fields by name
 * record.add-many     (saa{sv})        kind, fields by name of each record; in trees they are roots
 * record.set          (xsv)            id, field, value; where the field is SL_REMADE the result
 *                                      names the record that takes its place
 * record.set-many     (axsv)           ids, field, value
 * record.delete       (ax)             ids, with all below them
 * record.restore      (a(sxa{sv})a(xsx)) kind, id, fields by name of what was deleted, the one that
 *                                      names the step first; records that are there, the field in
 *                                      which they pointed at one of those, and which. What is there
 *                                      again is passed over; where what it pointed at is gone it
 *                                      points at nothing, or stays away if it cannot
 * record.duplicate    (ax)             ids, with the tree below them; copies stand behind
 * record.paste        (xa(sia{sv}))    parent, rows as of sl_copied_rows_new(); copies come last
 * record.move         (axxx)           ids, parent, after (-1: last)
 * project.set         (sv)             field, value: record.set of the project record
 * sheet.set-headline  (ss)             chart id, headline ("": the proposed one)
 * tree.indent         (ax)             ids: last child of the sibling above
 * tree.outdent        (ax)             ids: right behind the old parent
 * tree.move-up        (ax)             ids: one place up among siblings
 * tree.move-down      (ax)             ids: one place down
 * goal.add-parent     (xx)             goal, further parent
 * goal.remove-parent  (xx)             goal, further parent
 * goal.link           (xxxs)           source, target, strength -100..100 (0 removes), reason
 * goal.confirm        (ax)             goals: assessed today
 * goal.check-in       (xa{sv}s)        goal, fields by name, what there is to say ("": nothing,
 *                                      else a note): assessed today; done or dropped: closed too
 * goal.close          (xssss)          goal, names of status and of what it came to, what came of
 * it, what was learned ("": as it is) value.mark          (xxss)           goal, value, name of the
 * effect ("" removes), reason state.freeze        (s)              title: keeps SWOT, progress of
 * goals and values of KPIs as they are today record.renew        (ax)             goals, positions,
 * KPIs, alliances: still true today; a KPI gets its last value again position.set        (xxxs)
 * party, goal, value -3..3 (SL_INT_NULL: not asked), source name ("": as it is, or a guess)
 * position.set-many   (a(xxx)s)        parties, goals, values; one source for all
 * priority.set        (xxd)            party, goal, points 0..100 (0 removes)
 * priority.set-many   (xa(xd))         party, goals and points
 * dependency.set      (xxsdb)          before, after, type name ("" removes), lag in working days,
 *                                      lag runs on days off too
 * hand-off.set        (xxxx)           what is handed over, what waits for it, day promised, day
 *                                      needed (SL_INT_NULL: none); without a dependency between
 *                                      the two there is one then: the second starts when the first
 *                                      has finished
 * allocation.set      (xxd)            task or milestone, party, units (0 removes)
 * item.shift          (axi)            tasks, milestones, goals; calendar days, negative: earlier;
 *                                      tasks with everything below them
 * item.resize         (xxx)            task or goal, start, due (SL_INT_NULL: none); a milestone
 *                                      takes due only
 * plan.shift          (axi)            tasks, milestones, goals; calendar days: with all below them
 *                                      and all work that serves the goals, on to working days; what
 *                                      is done or dropped stays
 * plan.carry-over     (axis)           tasks, milestones, goals; months, why: what is not finished
 *                                      is due as many months later, what has begun keeps its start;
 *                                      writes decisions with the reason
 * owner.set-by-name   (axs)            records, name: finds the party or creates a person
 *                                      ("": nobody); sets "owner", "party" or "author"
 * plan.import         see below        everything that a reader found, as one step
 * project.start       as plan.import   what was answered when a project was begun, as one step
 * fix.apply           (sxsa(sv))       key of a finding, its subject, what is done, steps (commands
 *                                      with parameters); writes a decision
 * finding.accept      (ssx)            key, reason, last day (SL_INT_NULL: for good)
 * finding.reopen      (s)              key: no longer accepted
 * rule.mute           (sb)             id of a rule, whether it is silent in this project
 * conflict.open       (xxxxs)          goal, other goal, party, other party (each may be 0),
 *                                      severity name
 * conflict.settle     (xssa(sv))       conflict, status name, outcome, steps that carry it out;
 *                                      writes a decision
 * conflict.reopen     (xa(sv))         conflict that is settled, steps that take back what was done
 * goal.agree          (axs)            goals, reason: stores their agreed baseline and a decision
 * goal.announce       (xs)             goal, what changed: all whom it concerns are to confirm
 * goal.acknowledge    (xx)             goal, party: it has confirmed
 * alliance.sign       (xxa(xs))        alliance, day of the signatures (not to come; SL_INT_NULL:
 *                                      today), partners by their parties and who signed for each:
 *                                      all partners agree to the alliance's goals in writing
 * review.hold         (s)              title: keeps index and findings of today
 * risk.activate       (x)              risk: its contingency plan starts today, its parked tasks
 *                                      are open; where they lie in the past, all of them move so
 *                                      that the first starts today; writes a decision
 * risk.place          (xxx)            risk, probability 1..5, impact 1..5
 * risk.place-residual (xxx)            the same of what is left of it after countermeasures
 * role.set            (a(xxs))         goals, tasks or milestones, parties, letters of the roles
 *                                      that each party has there: "RA", "" for none
 * party.place         (xdd)            party, power 0..10, interest 0..10
 * party.plan-task     (xxsx)           party, goal that it serves (0: none), title, due
 *                                      (SL_INT_NULL: none): a task in which the party is asked
 *
 * Parameters of plan.import: SL_COMMAND_IMPORT_TYPE
 *   s           source name, for the undo label
 *   a{sv}       fields of the project by name, values as in record.set; only what the project has
 *               not set itself is taken (title while it is empty; working week and hours while
 *               there is no task)
 *   aa{sv}      items in the order of the source. Keys:
 *                 "type"          s  name of the kind: "task", "milestone", "goal", "party"
 *                 "parent"        i  index of an earlier item, or -1; absent: -1
 *                 "owner"         s  name of a party, found or created
 *                 "duplicate_of"  x  record that is updated instead of inserting one
 *                 "skip"          b  not wanted; what stands below it moves to its parent
 *                 any field name     value as in record.set ("title" s, "start" x, "due" x,
 *                                    "progress" d, "summary" s, "status" x ...); names that the
 *                                    kind lacks are passed over
 *               A milestone that has items below it becomes a task; an item whose parent is of
 *               another tree becomes a root (a task under a goal serves that goal).
 *   a(uuidb)    links: item before, item after, code of the type, lag in working days, elapsed.
 *               Links that name skipped items, or that would close a circle, are left out.
 *   as          resources: names of parties, found or created
 *   a(uud)      allocations: item, resource, units
 *   a(uixx)     baselines: item, number, start day, due day (SL_INT_NULL: none)
 *   a(xsbb)     days off: day, title, every year, worked
 */
#define SL_COMMAND_IMPORT_TYPE "(sa{sv}aa{sv}a(uuidb)asa(uud)a(uixx)a(xsbb))"

G_END_DECLS
