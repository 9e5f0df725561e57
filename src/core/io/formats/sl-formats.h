/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the format registry (sl-format.c), one a file, and what their probes share. */

#pragma once

#include "io/sl-format.h"

G_BEGIN_DECLS

extern const SlFormat sl_format_mspdi;
extern const SlFormat sl_format_gan;
extern const SlFormat sl_format_pod;
extern const SlFormat sl_format_planner;
extern const SlFormat sl_format_csv;

/* Bytes of a file that probes look at; an XML root and a few rows of a table are within. */
#define SL_PROBE_BYTES 4096

/* Whether @bytes begin like XML, in any encoding. */
gboolean sl_probe_is_xml (const guint8 *bytes, gsize size);
/* Whether ASCII @word occurs among the first bytes, in UTF-8 or UTF-16. */
gboolean sl_probe_contains (const guint8 *bytes, gsize size, const char *word);
/* Whether @file_name ends in one of the space-separated @suffixes; letter case does not count. */
gboolean sl_probe_has_suffix (const char *file_name, const char *suffixes);

/* Reads a Microsoft Project XML document out of a larger file. Errors: as sl_xml_finish(). */
gboolean sl_mspdi_read_bytes (const guint8 *bytes, gsize size, SlImportPlan *plan,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
