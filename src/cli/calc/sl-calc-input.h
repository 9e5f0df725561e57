/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed readers over a JSON input. A value knows its place, so that what is wrong with it can be
 * said: “links[2].weight” must be a number from -100 to 100, not "x".
 *
 * The first thing that is wrong is kept, and from then on every reader gives something harmless:
 * the smallest value, "", no items. So a method reads everything, asks sl_calc_is_good() once, and
 * computes. Absent and null are the same. Keys that no reader asks for are passed over. */

#pragma once

#include "calc/sl-calc-json.h"

G_BEGIN_DECLS

/* A value in its place. All values of an input live as long as the first. */
typedef struct _SlCalcInput SlCalcInput;

/* The outermost value of @root; keeps a reference. (transfer full) */
SlCalcInput *sl_calc_input_new (JsonNode *root) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the outermost value only. */
void sl_calc_input_free (SlCalcInput *in);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCalcInput, sl_calc_input_free)

/* Whether everything that was read so far, anywhere in the input, made sense. */
gboolean sl_calc_is_good (SlCalcInput *in);
/* What is wrong with the input, as a sentence; %SL_ERROR_INVALID or %SL_ERROR_LIMIT.
 * (transfer none) (nullable) */
const GError *sl_calc_get_error (SlCalcInput *in);
/* Says what is wrong with the input, beyond what the readers below find. @format is a sentence; it
 * begins with the place: sl_calc_path(). */
void sl_calc_reject (SlCalcInput *in, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Where @in stands: “links[2].weight”. (transfer none) */
const char *sl_calc_path (SlCalcInput *in);
/* @in itself for a message, shortened. (transfer none) */
const char *sl_calc_show (SlCalcInput *in);

/* --- Going down; never NULL: what is not there is a value that is not there --- */

/* Member @key of an object; @in must be one, or not be there. */
SlCalcInput *sl_calc_member (SlCalcInput *in, const char *key);
/* Item @index of a list, or the value of member @index of an object, in the order of the text. */
SlCalcInput *sl_calc_item (SlCalcInput *in, guint index);
/* Whether it is there and not null. */
gboolean sl_calc_is_there (SlCalcInput *in);
gboolean sl_calc_has (SlCalcInput *in, const char *key);
gboolean sl_calc_is_list (SlCalcInput *in);
gboolean sl_calc_is_object (SlCalcInput *in);
gboolean sl_calc_is_text (SlCalcInput *in);
gboolean sl_calc_is_number (SlCalcInput *in);

/* --- Reading a value, which must be there and of that type --- */

/* Bounds where there are none; numbers are always finite. */
#define SL_CALC_MIN (-G_MAXDOUBLE)
#define SL_CALC_MAX G_MAXDOUBLE

double sl_calc_number (SlCalcInput *in, double min, double max);
gint64 sl_calc_int (SlCalcInput *in, gint64 min, gint64 max);
gboolean sl_calc_bool (SlCalcInput *in);
/* Lives as long as the input. */
const char *sl_calc_text (SlCalcInput *in);
/* The place of a text in @names, which end with NULL; case matters. */
guint sl_calc_choice (SlCalcInput *in, const char *const *names);
/* How many items a list has; at most SL_CALC_MAX_ITEMS are taken. */
guint sl_calc_list (SlCalcInput *in);
/* How many members an object has; likewise. */
guint sl_calc_object (SlCalcInput *in);
/* Name of member @index of an object. */
const char *sl_calc_key (SlCalcInput *in, guint index);
/**
 * sl_calc_numbers:
 * @in: a list of numbers
 * @gaps: whether null stands for "no data"; it becomes NAN
 * @n: (out): length
 *
 * Returns: (transfer full) (array length=n): never %NULL
 */
double *sl_calc_numbers (SlCalcInput *in, double min, double max, gboolean gaps,
                         guint *n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_calc_matrix:
 * @in: a list of lists of numbers, all of one length
 * @gaps: whether null stands for "no data"; it becomes NAN
 * @n_rows: (out): lists
 * @n_columns: (out): length of each; 0 without lists
 *
 * Returns: (transfer full) (array): row by row; never %NULL
 */
double *sl_calc_matrix (SlCalcInput *in, double min, double max, gboolean gaps, guint *n_rows,
                        guint *n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* --- The same for a member; _or gives @fallback where it is not there --- */

double sl_calc_get_number (SlCalcInput *in, const char *key, double min, double max);
double sl_calc_get_number_or (SlCalcInput *in, const char *key, double min, double max,
                              double fallback);
gint64 sl_calc_get_int (SlCalcInput *in, const char *key, gint64 min, gint64 max);
gint64 sl_calc_get_int_or (SlCalcInput *in, const char *key, gint64 min, gint64 max,
                           gint64 fallback);
gboolean sl_calc_get_bool (SlCalcInput *in, const char *key);
gboolean sl_calc_get_bool_or (SlCalcInput *in, const char *key, gboolean fallback);
const char *sl_calc_get_text (SlCalcInput *in, const char *key);
const char *sl_calc_get_text_or (SlCalcInput *in, const char *key, const char *fallback);
guint sl_calc_get_choice (SlCalcInput *in, const char *key, const char *const *names);
guint sl_calc_get_choice_or (SlCalcInput *in, const char *key, const char *const *names,
                             guint fallback);
double *sl_calc_get_numbers (SlCalcInput *in, const char *key, double min, double max,
                             gboolean gaps, guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* --- Names of records: texts or whole numbers --- */

/* Numbers given to names in the order in which they came. */
typedef struct _SlCalcNames SlCalcNames;

SlCalcNames *sl_calc_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sl_calc_names_free (SlCalcNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCalcNames, sl_calc_names_free)

/* Adds the name that @in holds, a text or a whole number, which must be new. Returns: its number */
guint sl_calc_names_add (SlCalcNames *self, SlCalcInput *in);
/* Adds @name, which came from @in, if it is new. Returns: its number */
guint sl_calc_names_ensure (SlCalcNames *self, const char *name);
/* The number of the name that @in holds, which must be known; 0 if not. */
guint sl_calc_names_find (const SlCalcNames *self, SlCalcInput *in);
gboolean sl_calc_names_lookup (const SlCalcNames *self, const char *name, guint *index);
const char *sl_calc_names_get (const SlCalcNames *self, guint index);
guint sl_calc_names_length (const SlCalcNames *self);

G_END_DECLS
