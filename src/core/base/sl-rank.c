/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order keys. A key is the fraction of a number in base 62, written without trailing zeros, so that
 * strcmp orders keys as it orders the numbers.
 *
 * Halving the distance to 1 at each append would cost a character every six appends. A run of n
 * highest digits is therefore followed by a block of n + 1 digits that is counted up like an
 * integer; when the block overflows, the run grows by one and the block with it. Three characters
 * are enough for 3 700 keys, five for 230 000. Prepending mirrors this with a run of zeros. */

#include "config.h"

#include "base/sl-rank.h"

#include <string.h>

#define BASE 62

static const char DIGITS[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
digit_value (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'A' && c <= 'Z')
    return c - 'A' + 10;
  return c - 'a' + 36;
}

gboolean
sl_rank_valid (const char *key)
{
  gsize length = strlen (key);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (key[i]))
      return FALSE;
  return length > 0 && key[length - 1] != '0';
}

/* The first 2n + 1 digits of @key, where n is the number of @edge digits that it begins with;
 * missing digits are zeros. */
static GString *
leading_block (const char *key, char edge, gsize *run)
{
  GString *block;

  *run = 0;
  while (key[*run] == edge)
    (*run)++;
  block = g_string_new_len (key, MIN (strlen (key), 2 * *run + 1));
  while (block->len < 2 * *run + 1)
    g_string_append_c (block, '0');
  return block;
}

/* A run of @edge one longer than @run, then a new block of @fill that does not end in zero. */
static void
start_longer_run (GString *block, gsize run, char edge, char fill)
{
  g_string_truncate (block, 0);
  for (gsize i = 0; i <= run; i++)
    g_string_append_c (block, edge);
  for (gsize i = 0; i < run + 2; i++)
    g_string_append_c (block, fill);
  if (fill == '0')
    block->str[block->len - 1] = '1';
}

/* The next short key behind @key. */
static GString *
step_up (const char *key)
{
  gsize run;
  GString *block = leading_block (key, 'z', &run);
  gsize i = block->len;

  /* '1' and not '0': a key never ends in zero. */
  while (i > run && block->str[i - 1] == 'z')
    block->str[--i] = '1';
  block->str[i - 1] = DIGITS[digit_value (block->str[i - 1]) + 1];
  if (block->str[run] == 'z')
    start_longer_run (block, run, 'z', '0');
  return block;
}

/* The next short key before @key. */
static GString *
step_down (const char *key)
{
  gsize run;
  GString *block = leading_block (key, '0', &run);
  gsize i = block->len;

  /* '1' at the end steps down past '0' to 'z' with a borrow. */
  if (block->str[i - 1] <= '1')
    {
      block->str[i - 1] = 'z';
      i--;
      while (i > run && block->str[i - 1] == '0')
        block->str[--i] = 'z';
    }
  if (i > run)
    block->str[i - 1] = DIGITS[digit_value (block->str[i - 1]) - 1];
  if (i <= run || block->str[run] == '0')
    start_longer_run (block, run, '0', 'z');
  return block;
}

char *
sl_rank_between (const char *before, const char *after)
{
  gsize prefix = 0;
  int low;
  int high;
  GString *tail;
  GString *key;

  g_return_val_if_fail (before == NULL || sl_rank_valid (before), NULL);
  g_return_val_if_fail (after == NULL || sl_rank_valid (after), NULL);

  if (before == NULL && after == NULL)
    return g_strdup ("V");
  if (after == NULL)
    return g_string_free (step_up (before), FALSE);
  if (before == NULL)
    return g_string_free (step_down (after), FALSE);
  if (strcmp (before, after) >= 0)
    return NULL;

  while (before[prefix] != '\0' && before[prefix] == after[prefix])
    prefix++;
  key = g_string_new_len (before, prefix);
  if (before[prefix] == '\0')
    tail = step_down (after + prefix);
  else
    {
      low = digit_value (before[prefix]);
      high = digit_value (after[prefix]);
      g_string_append_c (key, high - low > 1 ? DIGITS[(low + high) / 2] : before[prefix]);
      if (high - low > 1)
        return g_string_free (key, FALSE);
      tail = before[prefix + 1] == '\0' ? g_string_new ("V") : step_up (before + prefix + 1);
    }
  g_string_append_len (key, tail->str, tail->len);
  g_string_free (tail, TRUE);
  return g_string_free (key, FALSE);
}
