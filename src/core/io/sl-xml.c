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

SlXml *
sl_xml_new (const guint8 *bytes, gsize size, GCancellable *cancellable)
{
  SlXml *self = g_new0 (SlXml, 1);
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
  g_set_object (&self->cancellable, cancellable);
  if (size > 0 && size <= G_MAXINT)
    self->reader = xmlReaderForMemory ((const char *)bytes, (int)size, NULL, NULL,
                                       XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (self->reader != NULL)
    xmlTextReaderSetStructuredErrorHandler (self->reader, structured_error_cb, self);
  else
    {
      self->at_end = TRUE;
      self->error = g_error_new_literal (SL_ERROR, SL_ERROR_INVALID, _ ("the file is empty"));
    }
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
