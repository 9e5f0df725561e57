/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Record ids. Ids below 2^32 are never given out, so that a row number or a small counter that
 * strays into an id column is found at once. */

#include "config.h"

#include "base/sl-id.h"

#include "base/sl-random.h"

#include <string.h>
#include <sys/random.h>

#define ID_LENGTH 13
#define ID_MASK ((G_GUINT64_CONSTANT (1) << 63) - 1)
#define ID_MIN (G_GUINT64_CONSTANT (1) << 32)

static const char DIGITS[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static GMutex seed_lock;
static guint64 seed_state;
static gboolean seeded;

static guint64
random_bits (void)
{
  guint64 bits;

  /* Requests of up to 256 bytes are never cut short (getrandom(2)); what may fail is the call as a
   * whole, before the system has gathered entropy or under a strange sandbox. */
  if (getrandom (&bits, sizeof bits, 0) != (ssize_t)sizeof bits)
    bits = ((guint64)g_random_int () << 32) | g_random_int ();
  return bits;
}

SlId
sl_id_new (void)
{
  guint64 bits;

  do
    {
      g_mutex_lock (&seed_lock);
      bits = (seeded ? sl_random_bits (&seed_state) : random_bits ()) & ID_MASK;
      g_mutex_unlock (&seed_lock);
    }
  while (bits < ID_MIN);
  return (SlId)bits;
}

void
sl_id_seed (guint64 seed)
{
  g_mutex_lock (&seed_lock);
  seed_state = seed;
  seeded = seed != 0;
  g_mutex_unlock (&seed_lock);
}

/* The first 63 bits of what @sum was fed, lifted over the smallest id. */
static SlId
id_from_checksum (GChecksum *sum)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 bits = 0;

  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < 8; i++)
    bits = bits << 8 | digest[i];
  bits >>= 1;
  if (bits < ID_MIN)
    bits |= ID_MIN;
  return (SlId)bits;
}

SlId
sl_id_natural (const char *kind, const SlId *keys, guint n_keys)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  /* With its final zero, so that no kind is the beginning of another one. */
  g_checksum_update (sum, (const guchar *)kind, (gssize)strlen (kind) + 1);
  for (guint i = 0; i < n_keys; i++)
    {
      gint64 big_endian = GINT64_TO_BE (keys[i]);

      g_checksum_update (sum, (const guchar *)&big_endian, sizeof big_endian);
    }
  return id_from_checksum (sum);
}

SlId
sl_id_natural_text (const char *kind, const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *)kind, (gssize)strlen (kind) + 1);
  g_checksum_update (sum, (const guchar *)key, (gssize)strlen (key));
  return id_from_checksum (sum);
}

char *
sl_id_to_string (SlId id)
{
  guint64 bits = (guint64)id;
  char text[ID_LENGTH + 1];

  for (int i = ID_LENGTH - 1; i >= 0; i--)
    {
      text[i] = DIGITS[bits & 31];
      bits >>= 5;
    }
  text[ID_LENGTH] = '\0';
  return g_strdup (text);
}

gboolean
sl_id_from_string (const char *text, SlId *id)
{
  guint64 bits = 0;

  if (strlen (text) != ID_LENGTH)
    return FALSE;
  for (guint i = 0; i < ID_LENGTH; i++)
    {
      char c = g_ascii_toupper (text[i]);
      const char *digit;

      /* Crockford's reading: people mistake these letters for digits. */
      if (c == 'O')
        c = '0';
      else if (c == 'I' || c == 'L')
        c = '1';
      digit = strchr (DIGITS, c);
      /* 13 digits are 65 bits: the first one may only be 0 to 7. */
      if (digit == NULL || (i == 0 && digit - DIGITS > 7))
        return FALSE;
      bits = bits << 5 | (guint64)(digit - DIGITS);
    }
  if (bits < ID_MIN)
    return FALSE;
  *id = (SlId)bits;
  return TRUE;
}
