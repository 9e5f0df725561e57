/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes of a table to UTF-8. Spreadsheets write UTF-8 with and without a byte order mark, UTF-16
 * ("Unicode text") and the code page of Windows. Nothing is dropped: what cannot be read becomes
 * U+FFFD and is counted. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"

#define REPLACEMENT 0xfffd

/* Windows-1252 from 0x80 to 0x9f; 0 where it has no character. */
static const gunichar2 cp1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static void
append (GString *text, gunichar c, guint *n_replaced)
{
  if (c == 0 || c == REPLACEMENT)
    {
      c = REPLACEMENT;
      (*n_replaced)++;
    }
  g_string_append_unichar (text, c);
}

static void
decode_utf8 (GString *text, const guint8 *bytes, gsize size, guint *n_replaced)
{
  const char *p = (const char *)bytes;
  const char *end = p + size;

  while (p < end)
    {
      const char *valid_end;
      gunichar c;

      /* Stops at a NUL, too, which counts as invalid when a length is given. */
      g_utf8_validate_len (p, (gsize)(end - p), &valid_end);
      g_string_append_len (text, p, valid_end - p);
      p = valid_end;
      if (p >= end)
        break;
      c = REPLACEMENT;
      append (text, c, n_replaced);
      p++;
    }
}

static void
decode_utf16 (GString *text, const guint8 *bytes, gsize size, gboolean big_endian,
              guint *n_replaced)
{
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      gunichar c = big_endian ? (gunichar)(bytes[i] << 8 | bytes[i + 1])
                              : (gunichar)(bytes[i + 1] << 8 | bytes[i]);

      if (c >= 0xd800 && c < 0xdc00 && i + 3 < size)
        {
          gunichar low = big_endian ? (gunichar)(bytes[i + 2] << 8 | bytes[i + 3])
                                    : (gunichar)(bytes[i + 3] << 8 | bytes[i + 2]);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              i += 2;
            }
        }
      append (text, c >= 0xd800 && c < 0xe000 ? REPLACEMENT : c, n_replaced);
    }
  if (size % 2 != 0)
    append (text, REPLACEMENT, n_replaced);
}

static void
decode_cp1252 (GString *text, const guint8 *bytes, gsize size, guint *n_replaced)
{
  for (gsize i = 0; i < size; i++)
    {
      gunichar c = bytes[i];

      /* What the code page lacks is taken as Latin-1, as browsers do. */
      if (c >= 0x80 && c < 0xa0 && cp1252[c - 0x80] != 0)
        c = cp1252[c - 0x80];
      append (text, c, n_replaced);
    }
}

static gboolean
decode_other (GString *text, const guint8 *bytes, gsize size, const char *encoding,
              guint *n_replaced, GError **error)
{
  gsize length;
  g_autofree char *converted = g_convert_with_fallback (
      (const char *)bytes, (gssize)size, "UTF-8", encoding, "\xef\xbf\xbd", NULL, &length, NULL);

  if (converted == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("the text is not in the encoding “%s”"),
                   encoding);
      return FALSE;
    }
  decode_utf8 (text, (const guint8 *)converted, length, n_replaced);
  return TRUE;
}

/* UTF-16 without a mark shows by the zero byte of each letter of the Latin alphabet. */
static const char *
find_utf16 (const guint8 *bytes, gsize size)
{
  gsize n = MIN (size, 2000) / 2;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n * 2; i++)
    zeros[i % 2] += bytes[i] == 0;
  if (n > 1 && zeros[1] * 3 > n && zeros[0] * 20 < n)
    return "UTF-16LE";
  if (n > 1 && zeros[0] * 3 > n && zeros[1] * 20 < n)
    return "UTF-16BE";
  return NULL;
}

/* A few broken bytes among many good sequences are damaged UTF-8, not another encoding. */
static gboolean
is_mostly_utf8 (const guint8 *bytes, gsize size)
{
  gsize n_good = 0, n_bad = 0;

  for (gsize i = 0; i < size;)
    {
      gunichar c;

      if (bytes[i] < 0x80)
        {
          i++;
          continue;
        }
      c = g_utf8_get_char_validated ((const char *)bytes + i, (gssize)(size - i));
      if (c == (gunichar)-1 || c == (gunichar)-2)
        {
          n_bad++;
          i++;
          continue;
        }
      n_good++;
      i += (gsize)g_unichar_to_utf8 (c, NULL);
    }
  return n_good > 10 * n_bad || n_bad == 0;
}

static const char *
detect (const guint8 *bytes, gsize size)
{
  const char *utf16 = find_utf16 (bytes, size);

  if (utf16 != NULL)
    return utf16;
  return is_mostly_utf8 (bytes, size) ? "UTF-8" : "CP1252";
}

static const struct
{
  const char *mark;
  gsize size;
  const char *encoding;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

static gboolean
is_encoding (const char *encoding, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_ascii_strcasecmp (encoding, list[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
sl_csv_decode (const guint8 *bytes, gsize size, const char *encoding, char **used,
               guint *n_replaced, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (size + 1);
  gboolean ok = TRUE;

  *n_replaced = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (bytes, marks[i].mark, marks[i].size) == 0
        && (encoding == NULL || g_ascii_strcasecmp (encoding, marks[i].encoding) == 0))
      {
        encoding = marks[i].encoding;
        bytes += marks[i].size;
        size -= marks[i].size;
        break;
      }
  if (encoding == NULL)
    encoding = detect (bytes, size);

  if (is_encoding (encoding, "UTF-8 UTF8"))
    decode_utf8 (text, bytes, size, n_replaced);
  else if (is_encoding (encoding, "UTF-16LE UTF-16"))
    decode_utf16 (text, bytes, size, FALSE, n_replaced);
  else if (is_encoding (encoding, "UTF-16BE"))
    decode_utf16 (text, bytes, size, TRUE, n_replaced);
  else if (is_encoding (encoding, "CP1252 WINDOWS-1252"))
    decode_cp1252 (text, bytes, size, n_replaced);
  else
    ok = decode_other (text, bytes, size, encoding, n_replaced, error);
  if (!ok)
    return NULL;
  *used = g_strdup (encoding);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
