/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A forward reader of untrusted XML: walks element by element, never builds a tree, never leaves
 * the bytes it was given. Any encoding that libxml2 knows, any namespace prefix. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Deepest nesting that is read; real plans reach 17 levels of tasks. */
#define SL_XML_MAX_DEPTH 64

/* Most attributes of one element; planning programs write 20. */
#define SL_XML_MAX_ATTRIBUTES 200
/* Most tasks, and most resources, that are read of one document. */
#define SL_XML_MAX_COUNT 1000000

typedef struct _SlXml SlXml;

/**
 * sl_xml_new:
 * @bytes: a whole document; must outlive the reader
 * @size: at most G_MAXINT
 * @cancellable: (nullable): looked at every few hundred elements
 *
 * Prepares to read a document. No network, no external DTD, no XInclude; a document that declares
 * entities is refused, because no planning program writes any and expanding them is how small files
 * become large ones.
 *
 * Returns: (transfer full): never %NULL
 */
SlXml *sl_xml_new (const guint8 *bytes, gsize size, GCancellable *cancellable);
void sl_xml_free (SlXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlXml, sl_xml_free)

/* Moves to the root element. FALSE if there is none; sl_xml_finish() tells why. */
gboolean sl_xml_open (SlXml *self);
/* Depth of the current element; the root has 0. */
int sl_xml_depth (const SlXml *self);
/**
 * sl_xml_next:
 * @depth: sl_xml_depth() when the parent was the current element
 *
 * Moves to the next child element of the parent, skipping what was not read of the child before
 * and elements of other namespaces than the root's.
 *
 * Returns: %FALSE when the parent has no more children, or the document is broken
 */
gboolean sl_xml_next (SlXml *self, int depth);
/* Whether the current element has the local name @name. */
gboolean sl_xml_is (const SlXml *self, const char *name);
const char *sl_xml_name (const SlXml *self);
/* The text directly inside the current element, as written; reads up to its end. Never NULL.
 * (transfer full) */
char *sl_xml_text (SlXml *self);
/* An attribute of the current element by local name, or NULL. (transfer full) */
char *sl_xml_attribute (SlXml *self, const char *name);
/* "line 88", of the current element. (transfer full) */
char *sl_xml_place (SlXml *self);
/* Stops reading with %SL_ERROR_LIMIT where @count things of one sort were read, and that is more
 * than SL_XML_MAX_COUNT. */
void sl_xml_check_count (SlXml *self, guint count);
/**
 * sl_xml_finish:
 *
 * Reads what is left and says whether the whole document was well-formed.
 *
 * Errors: %SL_ERROR_INVALID with line and column, %SL_ERROR_LIMIT for nesting, attributes
 * and counts, %SL_ERROR_UNSUPPORTED for an encoding that nobody uses,
 * %SL_ERROR_CANCELLED
 */
gboolean sl_xml_finish (SlXml *self, GError **error);

G_END_DECLS
