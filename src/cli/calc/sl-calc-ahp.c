/* SPDX-License-Identifier: GPL-3.0-or-later */

/* calc ahp_priorities: priorities from comparisons, complete or not, of one judge or several, flat
 * or in a hierarchy. */

#include "config.h"

#include "sl-calc.h"

#include "methods/sl-ahp.h"

#include <glib/gi18n.h>
#include <math.h>

/* Answers beyond this are slips of the pen. */
#define LEAST_ANSWER 1e-9
#define MOST_ANSWER 1e9

/* Completing takes long for more items than anybody compares in pairs. */
#define MAX_COMPLETED 15u

/* A square of comparisons, NAN where there is none. */
typedef struct
{
  double *cells;
  guint n;
} Square;

static void
square_clear (Square *square)
{
  g_free (square->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Square, square_clear)

static Square
read_square (SlCalcInput *in)
{
  guint rows, columns, row, column;
  Square square = { sl_calc_matrix (in, LEAST_ANSWER, MOST_ANSWER, TRUE, &rows, &columns), 0 };
  if (!sl_calc_is_good (in))
    return square;
  if (rows != columns)
    sl_calc_reject (in, _ ("“%s” has %u rows and %u columns; it must be square."),
                    sl_calc_path (in), rows, columns);
  else if (!sl_ahp_check (square.cells, rows, &row, &column))
    {
      SlCalcInput *cell = sl_calc_item (sl_calc_item (in, row), column);
      if (row == column)
        sl_calc_reject (in, _ ("“%s” compares an item with itself: it must be 1, not %s."),
                        sl_calc_path (cell), sl_calc_show (cell));
      else
        sl_calc_reject (in, _ ("“%s” is %s; the cell across the diagonal must be its reciprocal."),
                        sl_calc_path (cell), sl_calc_show (cell));
    }
  square.n = sl_calc_is_good (in) ? rows : 0;
  return square;
}

static gboolean
is_complete (const Square *square)
{
  for (guint i = 0; i < square->n * square->n; i++)
    if (isnan (square->cells[i]))
      return FALSE;
  return TRUE;
}

static SlCalcNames *
read_names (SlCalcInput *in)
{
  SlCalcNames *names = sl_calc_names_new ();
  guint n = sl_calc_list (in);
  for (guint i = 0; i < n; i++)
    sl_calc_names_add (names, sl_calc_item (in, i));
  return names;
}

/* Rejects @names, read from @in, that are not as many as the items that are compared. */
static void
check_names (SlCalcInput *in, const SlCalcNames *names, guint n)
{
  if (sl_calc_is_good (in) && sl_calc_names_length (names) != n)
    sl_calc_reject (in, _ ("“%s” has %u names for %u items."), sl_calc_path (in),
                    sl_calc_names_length (names), n);
}

static SlAhpTable
read_table (SlCalcInput *in)
{
  return (SlAhpTable)sl_calc_get_choice_or (in, "random_index", sl_ahp_table_names,
                                            SL_AHP_SAATY_2005);
}

static const char *
name_of (const SlCalcNames *names, guint index, char *buffer, gsize size)
{
  if (names != NULL && index < sl_calc_names_length (names))
    return sl_calc_names_get (names, index);
  g_snprintf (buffer, size, "%u", index + 1);
  return buffer;
}

/* What else there is to say of a complete matrix. */
static void
set_consistency (const Square *square, const double *weights, double lambda, SlAhpTable table,
                 const SlCalcNames *names, JsonObject *out)
{
  char a[16], b[16];
  SlAhpDoubt doubt;
  json_object_set_double_member (out, "lambda_max", lambda);
  json_object_set_double_member (out, "ci", sl_ahp_consistency_index (lambda, square->n));
  json_object_set_double_member (out, "cr", sl_ahp_consistency_ratio (lambda, square->n, table));
  json_object_set_string_member (out, "random_index", sl_ahp_table_names[table]);
  if (!sl_ahp_find_doubt (square->cells, square->n, weights, &doubt))
    return;
  JsonObject *revisit = sl_calc_add_object (out, "revisit");
  json_object_set_string_member (revisit, "a", name_of (names, doubt.row, a, sizeof a));
  json_object_set_string_member (revisit, "b", name_of (names, doubt.column, b, sizeof b));
  json_object_set_double_member (revisit, "value", doubt.value);
  json_object_set_double_member (revisit, "proposed", doubt.proposed);
}

static void
set_complete (const Square *square, SlAhpTable table, const SlCalcNames *names, JsonObject *out)
{
  g_autofree double *weights = g_new (double, square->n);
  g_autofree double *means = g_new (double, square->n);
  double lambda = sl_ahp_eigenvector (square->cells, square->n, weights);
  sl_ahp_geometric_means (square->cells, square->n, means);
  sl_calc_set_numbers (out, "eigenvector", weights, square->n);
  sl_calc_set_numbers (out, "geometric_mean_weights", means, square->n);
  set_consistency (square, weights, lambda, table, names, out);
}

/* Which items are linked, where not all are. */
static void
set_groups (const Square *square, const SlCalcNames *names, JsonObject *out)
{
  char buffer[16];
  g_autofree guint *groups = g_new (guint, square->n);
  guint n_groups = sl_ahp_find_groups (square->cells, square->n, groups);
  sl_calc_set_value (out, "undefined");
  JsonArray *lists = sl_calc_add_array (out, "not_linked");
  for (guint g = 0; g < n_groups; g++)
    {
      JsonArray *list = json_array_new ();
      for (guint i = 0; i < square->n; i++)
        if (groups[i] == g)
          json_array_add_string_element (list, name_of (names, i, buffer, sizeof buffer));
      json_array_add_array_element (lists, list);
    }
}

/* Completed answers. @asked: (nullable): pairs in the order and direction in which they are wanted
 */
static void
set_completed (const Square *square, const Square *full, const GArray *asked,
               const SlCalcNames *names, JsonObject *out)
{
  char a[16], b[16];
  JsonArray *values = sl_calc_add_array (out, "missing_values");
  double last = NAN;
  for (guint k = 0; k < asked->len; k++)
    {
      guint cell = g_array_index (asked, guint, k), i = cell / square->n, j = cell % square->n;
      JsonObject *value = json_object_new ();
      last = full->cells[cell];
      json_object_set_string_member (value, "a", name_of (names, i, a, sizeof a));
      json_object_set_string_member (value, "b", name_of (names, j, b, sizeof b));
      json_object_set_double_member (value, "value", last);
      json_array_add_object_element (values, value);
    }
  if (asked->len == 1)
    json_object_set_double_member (out, "missing_value_lambda_max_optimal", last);
}

static void
set_incomplete (const Square *square, SlAhpTable table, const GArray *asked,
                const SlCalcNames *names, JsonObject *out)
{
  g_autofree double *weights = g_new (double, square->n);
  if (!sl_ahp_log_least_squares (square->cells, square->n, weights))
    {
      set_groups (square, names, out);
      return;
    }
  sl_calc_set_numbers (out, "llsm_weights", weights, square->n);
  if (square->n > MAX_COMPLETED)
    return;
  g_auto (Square) full = {
    g_memdup2 (square->cells, (gsize)square->n * square->n * sizeof (double)),
    square->n,
  };
  sl_ahp_complete (full.cells, full.n);
  set_completed (square, &full, asked, names, out);
  double lambda = sl_ahp_eigenvector (full.cells, full.n, weights);
  sl_calc_set_numbers (out, "eigenvector", weights, full.n);
  set_consistency (square, weights, lambda, table, names, out);
  json_object_set_double_member (out, "cr_dd",
                                 sl_ahp_consistency_ratio (lambda, full.n, SL_AHP_DD_1991));
}

/* All missing cells above the diagonal, but for those whose pair is in @asked already. */
static void
ask_for_missing (const Square *square, GArray *asked)
{
  guint n_said = asked->len;
  for (guint i = 0; i < square->n; i++)
    for (guint j = i + 1; j < square->n; j++)
      {
        guint cell = i * square->n + j, back = j * square->n + i;
        gboolean said = !isnan (square->cells[cell]);
        for (guint k = 0; k < n_said && !said; k++)
          said = g_array_index (asked, guint, k) == cell || g_array_index (asked, guint, k) == back;
        if (!said)
          g_array_append_val (asked, cell);
      }
}

static void
set_priorities (const Square *square, SlAhpTable table, GArray *asked, const SlCalcNames *names,
                JsonObject *out)
{
  ask_for_missing (square, asked);
  if (square->n == 0)
    sl_calc_set_value (out, "not_assessed");
  else if (asked->len > 0)
    set_incomplete (square, table, asked, names, out);
  else
    set_complete (square, table, names, out);
}

static void
compute_matrix (SlCalcInput *in, JsonObject *out)
{
  g_auto (Square) square = read_square (sl_calc_member (in, "matrix"));
  g_autoptr (SlCalcNames) names = NULL;
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));
  SlAhpTable table = read_table (in);
  if (sl_calc_has (in, "items"))
    {
      names = read_names (sl_calc_member (in, "items"));
      check_names (sl_calc_member (in, "items"), names, square.n);
    }
  if (sl_calc_is_good (in))
    set_priorities (&square, table, asked, names, out);
}

/* The cell of the pair that members @a and @b of @in name; @in is rejected where there is none. */
static guint
read_pair (SlCalcInput *in, SlCalcInput *a, SlCalcInput *b, const SlCalcNames *names,
           const Square *square)
{
  guint i = sl_calc_names_find (names, a), j = sl_calc_names_find (names, b);
  if (!sl_calc_is_good (in))
    return 0;
  if (i == j)
    sl_calc_reject (in, _ ("“%s” compares “%s” with itself."), sl_calc_path (in),
                    sl_calc_names_get (names, i));
  else if (!isnan (square->cells[i * square->n + j]))
    sl_calc_reject (in, _ ("“%s”: “%s” and “%s” are compared already."), sl_calc_path (in),
                    sl_calc_names_get (names, i), sl_calc_names_get (names, j));
  return i * square->n + j;
}

static void
compute_comparisons (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (SlCalcNames) names = read_names (sl_calc_member (in, "items"));
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));
  SlAhpTable table = read_table (in);
  guint n = sl_calc_is_good (in) ? sl_calc_names_length (names) : 0;
  if (n > 1000)
    sl_calc_reject (in, _ ("“%s” has %u items; more than %d are not taken."),
                    sl_calc_path (sl_calc_member (in, "items")), n, 1000);
  n = sl_calc_is_good (in) ? n : 0;
  g_auto (Square) square = { g_new (double, MAX ((gsize)n * n, 1)), n };
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      square.cells[i * n + j] = i == j ? 1.0 : NAN;

  SlCalcInput *list = sl_calc_member (in, "comparisons");
  for (guint k = 0, length = sl_calc_list (list); k < length; k++)
    {
      SlCalcInput *item = sl_calc_item (list, k);
      double value = sl_calc_get_number (item, "value", LEAST_ANSWER, MOST_ANSWER);
      guint cell = read_pair (item, sl_calc_member (item, "a"), sl_calc_member (item, "b"), names,
                              &square);
      if (!sl_calc_is_good (in))
        return;
      square.cells[cell] = value;
      square.cells[cell % n * n + cell / n] = 1.0 / value;
    }
  SlCalcInput *missing = sl_calc_member (in, "missing");
  guint n_missing = sl_calc_is_there (missing) ? sl_calc_list (missing) : 0;
  for (guint k = 0; k < n_missing; k++)
    {
      SlCalcInput *pair = sl_calc_item (missing, k);
      guint cell = read_pair (pair, sl_calc_item (pair, 0), sl_calc_item (pair, 1), names, &square);
      g_array_append_val (asked, cell);
    }
  if (sl_calc_is_good (in))
    set_priorities (&square, table, asked, names, out);
}

/* Weights of @n items from ratings or from a matrix; all 0 where comparisons do not link them. */
static double *
read_weights (SlCalcInput *in, gboolean as_matrix, guint n)
{
  guint length = 0;
  g_autofree double *weights = g_new0 (double, MAX (n, 1));
  if (!as_matrix)
    {
      g_autofree double *ratings = sl_calc_numbers (in, 0.0, MOST_ANSWER, FALSE, &length);
      if (sl_calc_is_good (in) && length == n)
        return g_steal_pointer (&ratings);
    }
  else
    {
      g_auto (Square) square = read_square (in);
      length = square.n;
      if (length == n && n > 0 && is_complete (&square))
        sl_ahp_eigenvector (square.cells, n, weights);
      else if (length == n)
        (void)sl_ahp_log_least_squares (square.cells, n, weights);
    }
  if (sl_calc_is_good (in) && length != n)
    sl_calc_reject (in, _ ("“%s” has %u values for %u names."), sl_calc_path (in), length, n);
  return g_steal_pointer (&weights);
}

static void
compute_hierarchy (SlCalcInput *in, JsonObject *out)
{
  SlCalcInput *top = sl_calc_member (in, "criteria");
  gboolean as_matrix = sl_calc_has (in, "local_matrices"), top_matrix = sl_calc_has (top, "matrix");
  g_autoptr (SlCalcNames) criteria = read_names (sl_calc_member (top, "items"));
  g_autoptr (SlCalcNames) names = read_names (sl_calc_member (in, "alternatives"));
  guint n_criteria = sl_calc_names_length (criteria), n = sl_calc_names_length (names);
  g_autofree double *weights = read_weights (
      sl_calc_member (top, top_matrix ? "matrix" : "weights"), top_matrix, n_criteria);
  SlCalcInput *rows = sl_calc_member (in, as_matrix ? "local_matrices" : "local");
  g_autoptr (GArray) local = g_array_new (FALSE, TRUE, sizeof (double));
  for (guint c = 0; c < n_criteria && sl_calc_is_good (in); c++)
    {
      SlCalcInput *row = sl_calc_member (rows, sl_calc_names_get (criteria, c));
      g_autofree double *values = read_weights (row, as_matrix, n);
      g_array_append_vals (local, values, n);
    }
  if (!sl_calc_is_good (in))
    return;
  g_autofree double *combined = g_new (double, MAX (n, 1));
  const double *cells = (const double *)(gpointer)local->data;
  if (sl_ahp_combine (weights, cells, n_criteria, n, combined))
    sl_calc_set_numbers (out, "weights", combined, n);
  else
    sl_calc_set_value (out, "not_assessed");
}

/* Reads a matrix of each judge into @matrices; returns how many items they compare. */
static guint
read_judges (SlCalcInput *list, GPtrArray *matrices)
{
  guint n_judges = sl_calc_list (list), n = 0;
  for (guint k = 0; k < n_judges && sl_calc_is_good (list); k++)
    {
      SlCalcInput *item = sl_calc_item (list, k);
      Square square = read_square (item);
      g_ptr_array_add (matrices, square.cells);
      if (k > 0 && square.n != n && sl_calc_is_good (list))
        sl_calc_reject (item, _ ("“%s” compares %u items, the first judge %u."),
                        sl_calc_path (item), square.n, n);
      n = square.n;
    }
  return n;
}

static void
set_group (const Square *joined, SlAhpTable table, JsonObject *out)
{
  g_autofree double *weights = g_new (double, joined->n);
  g_autofree char *ratio_key = g_strdup_printf ("cr_%s", sl_ahp_table_names[table]);
  JsonArray *rows = sl_calc_add_array (out, "group_matrix");
  for (guint i = 0; i < joined->n; i++)
    {
      JsonArray *row = json_array_new ();
      for (guint j = 0; j < joined->n; j++)
        json_array_add_double_element (row, joined->cells[i * joined->n + j]);
      json_array_add_array_element (rows, row);
    }
  double lambda = sl_ahp_eigenvector (joined->cells, joined->n, weights);
  sl_calc_set_numbers (out, "weights", weights, joined->n);
  set_consistency (joined, weights, lambda, table, NULL, out);
  json_object_set_double_member (out, ratio_key,
                                 sl_ahp_consistency_ratio (lambda, joined->n, table));
}

/* (transfer full) (nullable): the weight of each judge; NULL: equal */
static double *
read_votes (SlCalcInput *in, guint n_judges)
{
  guint n_votes = n_judges;
  double *votes = NULL;
  if (sl_calc_has (in, "votes"))
    votes = sl_calc_get_numbers (in, "votes", 0.0, MOST_ANSWER, FALSE, &n_votes);
  if (sl_calc_is_good (in) && n_votes != n_judges)
    sl_calc_reject (in, _ ("“%s” has %u values for %u judges."),
                    sl_calc_path (sl_calc_member (in, "votes")), n_votes, n_judges);
  return votes;
}

static void
compute_group (SlCalcInput *in, JsonObject *out)
{
  g_autoptr (GPtrArray) matrices = g_ptr_array_new_with_free_func (g_free);
  SlAhpTable table = read_table (in);
  guint n = read_judges (sl_calc_member (in, "matrices"), matrices);
  g_autofree double *votes = read_votes (in, matrices->len);
  if (!sl_calc_is_good (in))
    return;
  g_auto (Square) joined = { g_new (double, MAX ((gsize)n * n, 1)), n };
  sl_ahp_join_judgements ((const double *const *)(gpointer)matrices->pdata, votes, matrices->len, n,
                          joined.cells);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));
  /* Without a vote even the diagonal is not given. */
  if (n == 0 || isnan (joined.cells[0]))
    sl_calc_set_value (out, "not_assessed");
  else if (is_complete (&joined))
    set_group (&joined, table, out);
  else
    set_priorities (&joined, table, asked, NULL, out);
}

/* Parties that keep their identity: the mean of their priorities. */
static void
compute_parties (SlCalcInput *in, JsonObject *out)
{
  guint m, n;
  g_autofree double *vectors
      = sl_calc_matrix (sl_calc_member (in, "vectors"), 0.0, MOST_ANSWER, FALSE, &m, &n);
  g_autofree double *votes = read_votes (in, m);
  g_autofree double *joined = g_new (double, MAX (n, 1));
  if (!sl_calc_is_good (in))
    return;
  sl_ahp_join_priorities (vectors, votes, m, n, joined);
  if (n == 0 || isnan (joined[0]))
    sl_calc_set_value (out, "not_assessed");
  else
    sl_calc_set_numbers (out, "weights", joined, n);
}

/* One judgement of several judges: each a matrix of a single cell. */
static void
compute_judgement (SlCalcInput *in, JsonObject *out)
{
  guint n;
  g_autofree double *values
      = sl_calc_get_numbers (in, "values", LEAST_ANSWER, MOST_ANSWER, FALSE, &n);
  g_autofree const double **cells = g_new (const double *, MAX (n, 1));
  double geometric, arithmetic;
  if (!sl_calc_is_good (in))
    return;
  for (guint i = 0; i < n; i++)
    cells[i] = &values[i];
  sl_ahp_join_judgements (cells, NULL, n, 1, &geometric);
  sl_ahp_join_priorities (values, NULL, n, 1, &arithmetic);
  if (n == 0)
    {
      sl_calc_set_value (out, "not_assessed");
      return;
    }
  json_object_set_double_member (out, "geometric_mean", geometric);
  json_object_set_double_member (out, "arithmetic_mean", arithmetic);
}

static void
run_ahp (SlCalcInput *in, JsonObject *out)
{
  static const struct
  {
    const char *key;
    void (*run) (SlCalcInput *in, JsonObject *out);
  } forms[] = {
    { "criteria", compute_hierarchy },      { "matrix", compute_matrix },
    { "comparisons", compute_comparisons }, { "matrices", compute_group },
    { "vectors", compute_parties },         { "values", compute_judgement },
  };
  for (guint i = 0; sl_calc_is_object (in) && i < G_N_ELEMENTS (forms); i++)
    if (sl_calc_has (in, forms[i].key))
      {
        forms[i].run (in, out);
        return;
      }
  sl_calc_reject (in,
                  _ ("“%s” must have one of criteria, matrix, comparisons, matrices, vectors and "
                     "values."),
                  sl_calc_path (in));
}

const SlCalc sl_calc_ahp_priorities = {
  .name = "ahp_priorities",
  .summary = N_ ("Priorities from comparisons in pairs"),
  .run = run_ahp,
};
