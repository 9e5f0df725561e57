/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ProjectLibre's own file: serialised Java objects, a separator, and the same plan once more as
 * Microsoft Project XML. Only the XML is looked at; Java objects of a stranger are never revived.
 */

#include "config.h"

#include "io/formats/sl-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-error.h"

/* Stream header of java.io.ObjectOutputStream. */
static const guint8 java_magic[] = { 0xac, 0xed, 0x00, 0x05 };

static const char separator[] = "@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@";

static int
probe_pod (const guint8 *bytes, gsize size, const char *file_name)
{
  if (size < sizeof java_magic || memcmp (bytes, java_magic, sizeof java_magic) != 0)
    return 0;
  if (sl_probe_contains (bytes, size, "projectlibre") || sl_probe_contains (bytes, size, "projity"))
    return 95;
  return sl_probe_has_suffix (file_name, "pod") ? 60 : 0;
}

static const guint8 *
find_bytes (const guint8 *bytes, gsize size, const char *word, gsize word_size)
{
  for (const guint8 *p = bytes; (p = memchr (p, word[0], size - (gsize)(p - bytes))) != NULL; p++)
    {
      if (size - (gsize)(p - bytes) < word_size)
        return NULL;
      if (memcmp (p, word, word_size) == 0)
        return p;
    }
  return NULL;
}

static gboolean
read_pod (GBytes *bytes, const SlImportOptions *options, SlImportPlan *plan,
          GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *found = find_bytes (data, size, separator, sizeof separator - 1);
  const guint8 *xml;
  gsize xml_size;

  if (found == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_UNSUPPORTED,
                   _ ("the file holds no readable copy of the plan: it was saved by OpenProj or an "
                      "old ProjectLibre, or is cut short. Open it in ProjectLibre 1.9 and save it "
                      "again"));
      return FALSE;
    }
  xml = found + sizeof separator - 1;
  xml_size = size - (gsize)(xml - data);
  /* Whatever the Java stream puts behind the document is not part of it. */
  while (xml_size > 0 && xml[xml_size - 1] != '>')
    xml_size--;
  return sl_mspdi_read_bytes (xml, xml_size, plan, cancellable, error);
}

const SlFormat sl_format_pod = {
  .id = "pod",
  .name = N_ ("ProjectLibre"),
  .suffixes = "pod",
  .losses = N_ ("Only the plan itself is read; views and what Microsoft Project XML cannot say are "
                "not."),
  .probe = probe_pod,
  .read = read_pod,
};
