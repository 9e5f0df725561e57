/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XML reader of all importers, on libxml2's pull reader. It keeps the parser on a short leash:
 * only the options named below, its own depth limit, no declared entities. The first thing that
 * goes wrong stops the walk and is kept until sl_xml_finish() asks for it, so that readers need not
 * check after each step. */

#include "config.h"

#include "io/sl-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "base/sl-error.h"

/* Longest text of one element that is kept; bytes. Fields are cut far below it. */
#define MAX_TEXT (1024 * 1024)
/* Nodes between two looks at the cancellable. */
#define CANCEL_INTERVAL 256

struct _SlXml
{
  xmlTextReader *reader;
  GCancellable *cancellable;
  char *root_namespace;
  guint n_reads;
  gboolean at_end;
  GError *error;
};

static void
structured_error_cb (void *user_data, xmlErrorPtr problem)
{
  SlXml *self = user_data;
  g_autofree char *reason = NULL;

  if (self->error != NULL || problem->level < XML_ERR_ERROR
      || problem->domain == XML_FROM_NAMESPACE)
    return;
  reason = g_utf8_make_valid (problem->message != NULL ? problem->message : "", -1);
  g_strstrip (reason);
  self->error = g_error_new (SL_ERROR, SL_ERROR_INVALID, _ ("line %d:%d: not well-formed XML: %s"),
                             problem->line, problem->int2, reason);
}

/* --- A look at the bytes before the parser gets them --- */

/* The bytes of a document as far as they are ASCII, whether it has one or two bytes a character. */
typedef struct
{
  const guint8 *bytes;
  gsize size;
  gsize step;
  gsize place; /* of the byte that tells, within a character */
} Bytes;

static void
bytes_init (Bytes *self, const guint8 *bytes, gsize size)
{
  gboolean little
      = size > 1 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "<\0", 2) == 0);
  gboolean big = size > 1 && (memcmp (bytes, "\xfe\xff", 2) == 0 || memcmp (bytes, "\0<", 2) == 0);

  *self = (Bytes){ bytes, size, little || big ? 2 : 1, big ? 1 : 0 };
}

/* The character at @i, 0 if it is none of ASCII. */
static guint8
byte_at (const Bytes *self, gsize i)
{
  if (i + self->step > self->size)
    return 0;
  if (self->step == 2 && self->bytes[i + 1 - self->place] != 0)
    return 0;
  return self->bytes[i + self->place];
}

static gboolean
starts_with (const Bytes *self, gsize i, const char *word)
{
  for (; *word != '\0'; word++, i += self->step)
    if (byte_at (self, i) != (guint8)*word)
      return FALSE;
  return TRUE;
}

/* Where the comment, the unparsed text or the instruction that begins at @i ends, else @i. */
static gsize
skip_unparsed (const Bytes *self, gsize i)
{
  const char *closing = starts_with (self, i, "<!--")        ? "-->"
                        : starts_with (self, i, "<![CDATA[") ? "]]>"
                        : starts_with (self, i, "<?")        ? "?>"
                                                             : NULL;

  while (closing != NULL && i < self->size && !starts_with (self, i, closing))
    i += self->step;
  return i;
}

/* The parser takes time by the square of the attributes of one element, and cannot be stopped while
 * it does. Equals signs outside of quotes are attributes. */
static gboolean
has_crowded_tag (const Bytes *self)
{
  guint n_equals = 0;
  guint8 quote = 0;
  gboolean in_tag = FALSE;

  for (gsize i = 0; i < self->size; i += self->step)
    {
      guint8 c = byte_at (self, i);

      if (quote != 0)
        quote = c == quote ? 0 : quote;
      else if (c == '<')
        {
          i = skip_unparsed (self, i);
          in_tag = TRUE;
          n_equals = 0;
        }
      else if (in_tag && (c == '"' || c == '\''))
        quote = c;
      else if (c == '>')
        in_tag = FALSE;
      else if (in_tag && c == '=' && ++n_equals > SL_XML_MAX_ATTRIBUTES)
        return TRUE;
    }
  return FALSE;
}

/* Encodings in which ASCII is ASCII, so that the bytes can be looked at: all that are in use. */
static gboolean
has_plain_encoding (const Bytes *self)
{
  static const char *const known[] = { "utf-8",     "utf8",      "utf-16",    "us-ascii",
                                       "ascii",     "iso-8859-", "iso_8859-", "windows-",
                                       "cp",        "koi8",      "gb",        "big5",
                                       "shift_jis", "euc-",      "latin",     "macintosh" };
  const char *found;
  g_autoptr (GString) head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (self->size, 400) && byte_at (self, i) != '>'; i += self->step)
    g_string_append_c (head,
                       g_ascii_tolower (byte_at (self, i) != 0 ? (char)byte_at (self, i) : ' '));
  found = strstr (head->str, "<?xml") != NULL ? strstr (head->str, "encoding") : NULL;
  if (found == NULL)
    /* Without a declaration: UTF-8 or UTF-16, and no zeros in the first. */
    return self->size < 4 || self->step == 2 || memchr (self->bytes, 0, 4) == NULL;
  found += strlen ("encoding");
  found += strspn (found, " =\"'\t\r\n");
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (found, known[i]))
      return TRUE;
  return FALSE;
}

static void
refuse (SlXml *self, SlError code, const char *message)
{
  self->at_end = TRUE;
  self->error = g_error_new_literal (SL_ERROR, code, message);
}

/* --- The reader --- */

SlXml *
sl_xml_new (const guint8 *bytes, gsize size, GCancellable *cancellable)
{
  SlXml *self = g_new0 (SlXml, 1);
  Bytes content;
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
  g_set_object (&self->cancellable, cancellable);
  bytes_init (&content, bytes, size);
  if (size == 0)
    refuse (self, SL_ERROR_INVALID, _ ("the file is empty"));
  else if (size > G_MAXINT)
    refuse (self, SL_ERROR_LIMIT, _ ("the document is too large"));
  else if (!has_plain_encoding (&content))
    refuse (self, SL_ERROR_UNSUPPORTED, _ ("the document has an encoding that is not read"));
  else if (has_crowded_tag (&content))
    refuse (self, SL_ERROR_LIMIT, _ ("an element has too many attributes"));
  else
    self->reader = xmlReaderForMemory ((const char *)bytes, (int)size, NULL, NULL,
                                       XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (self->reader != NULL)
    xmlTextReaderSetStructuredErrorHandler (self->reader, structured_error_cb, self);
  else
    self->at_end = TRUE;
  return self;
}

void
sl_xml_free (SlXml *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->root_namespace);
  g_free (self);
}

static gboolean
fail (SlXml *self, SlError code, const char *message)
{
  if (self->error == NULL)
    self->error = g_error_new (SL_ERROR, code, _ ("line %d: %s"),
                               xmlTextReaderGetParserLineNumber (self->reader), message);
  self->at_end = TRUE;
  return FALSE;
}

/* One node further; FALSE at the end of the document and after the first error. */
static gboolean
read_node (SlXml *self)
{
  int result;

  if (self->at_end)
    return FALSE;
  if (++self->n_reads % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable))
    return fail (self, SL_ERROR_CANCELLED, _ ("stopped"));

  result = xmlTextReaderRead (self->reader);
  if (result < 0 && self->error == NULL)
    return fail (self, SL_ERROR_INVALID, _ ("the document ends too early"));
  if (result <= 0 || self->error != NULL)
    {
      self->at_end = TRUE;
      return FALSE;
    }
  if (xmlTextReaderDepth (self->reader) > SL_XML_MAX_DEPTH)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("elements are nested more than %d deep"), SL_XML_MAX_DEPTH);

      return fail (self, SL_ERROR_LIMIT, message);
    }
  return TRUE;
}

static gboolean
declares_entities (SlXml *self)
{
  /* By way of the node: xmlTextReaderCurrentDoc() would make us the owner of the document. */
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
  const xmlDtd *subset = node != NULL && node->doc != NULL ? node->doc->intSubset : NULL;

  return subset != NULL && (subset->entities != NULL || subset->pentities != NULL);
}

gboolean
sl_xml_open (SlXml *self)
{
  while (read_node (self))
    {
      if (declares_entities (self))
        return fail (self, SL_ERROR_INVALID,
                     _ ("the document declares entities, which no plan needs; it is not read"));
      if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
        {
          self->root_namespace
              = g_strdup ((const char *)xmlTextReaderConstNamespaceUri (self->reader));
          return TRUE;
        }
    }
  return FALSE;
}

int
sl_xml_depth (const SlXml *self)
{
  return xmlTextReaderDepth (self->reader);
}

static gboolean
in_root_namespace (const SlXml *self)
{
  const char *uri = (const char *)xmlTextReaderConstNamespaceUri (self->reader);

  return uri == NULL || g_strcmp0 (uri, self->root_namespace) == 0;
}

/* Whether the current node is an element without content, whose children nobody needs to seek. */
static gboolean
is_childless (const SlXml *self, int depth)
{
  return xmlTextReaderDepth (self->reader) == depth
         && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT
         && xmlTextReaderIsEmptyElement (self->reader) == 1;
}

gboolean
sl_xml_next (SlXml *self, int depth)
{
  if (self->at_end || is_childless (self, depth))
    return FALSE;
  while (read_node (self))
    {
      int node_depth = xmlTextReaderDepth (self->reader);
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && node_depth <= depth)
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT && node_depth == depth + 1 && in_root_namespace (self))
        return TRUE;
    }
  return FALSE;
}

const char *
sl_xml_name (const SlXml *self)
{
  return (const char *)xmlTextReaderConstLocalName (self->reader);
}

gboolean
sl_xml_is (const SlXml *self, const char *name)
{
  return strcmp (sl_xml_name (self), name) == 0;
}

char *
sl_xml_text (SlXml *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int depth = sl_xml_depth (self);

  if (is_childless (self, depth))
    return g_strdup ("");
  while (read_node (self))
    {
      int type = xmlTextReaderNodeType (self->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) <= depth)
        break;
      if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
          && xmlTextReaderDepth (self->reader) == depth + 1 && text->len < MAX_TEXT)
        g_string_append (text, (const char *)xmlTextReaderConstValue (self->reader));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sl_xml_attribute (SlXml *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, BAD_CAST name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

char *
sl_xml_place (SlXml *self)
{
  xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  return g_strdup_printf (_ ("line %ld"), node != NULL ? xmlGetLineNo (node) : 0);
}

void
sl_xml_check_count (SlXml *self, guint count)
{
  g_autofree char *message = NULL;

  if (count < SL_XML_MAX_COUNT || self->at_end)
    return;
  message = g_strdup_printf (_ ("there are more than %d tasks or resources"), SL_XML_MAX_COUNT);
  fail (self, SL_ERROR_LIMIT, message);
}

gboolean
sl_xml_finish (SlXml *self, GError **error)
{
  while (read_node (self))
    ;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
