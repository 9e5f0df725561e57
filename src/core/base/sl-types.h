/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types that every layer shares, in one header so that headers need not include each other. */

#pragma once

#include <glib.h>
#include <glib-object.h>

G_BEGIN_DECLS

/* Record id: random, 2^32 <= id < 2^63; unique over all kinds of one project. */
typedef gint64 SlId;

#define SL_ID_NONE G_GINT64_CONSTANT (0)

/* Stored in the integer slot of a field that has no value. */
#define SL_INT_NULL G_MININT64

/* Longest texts that are accepted anywhere; unit: Unicode characters. */
#define SL_TITLE_MAX_CHARS 2000
#define SL_PROSE_MAX_CHARS 65536

/* Largest amount of money, either way, in minor units: a thousand of them still fit in 64 bits. */
#define SL_MONEY_MAX G_GINT64_CONSTANT (1000000000000000)
/* Largest whole number, either way: what a double, and so JSON, carries exactly. */
#define SL_INT_MAX G_GINT64_CONSTANT (9007199254740992)

typedef struct _SlEnumValue SlEnumValue;
typedef struct _SlField SlField;
typedef struct _SlKind SlKind;
typedef struct _SlTable SlTable;
typedef struct _SlSnapshot SlSnapshot;
typedef struct _SlChange SlChange;
typedef struct _SlChangeSet SlChangeSet;
typedef struct _SlStore SlStore;
typedef struct _SlTxn SlTxn;
typedef struct _SlCommand SlCommand;
typedef struct _SlProject SlProject;
typedef struct _SlImportPlan SlImportPlan;

G_END_DECLS
