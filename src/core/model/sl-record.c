/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as objects. An object holds no values: it reads the store's tables, until its record is
 * removed; then it keeps the last values, so that what still shows it shows something sensible. */

#include "config.h"

#include "model/sl-record.h"

#include "model/sl-store-private.h"
#include "model/sl-table-private.h"

#include <math.h>

typedef struct
{
  SlStore *store;
  SlId id;
  SlValue *last_row; /* (nullable): values after removal; NULL while alive */
} SlRecordPrivate;

enum
{
  PROP_ALIVE = 1
};

static GParamSpec *alive_property;
/* Of each kind: its properties by field + 1. */
static GParamSpec **field_properties[SL_N_KINDS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SlRecord, sl_record, G_TYPE_OBJECT)

static SlRecordPrivate *
get_private (SlRecord *self)
{
  return sl_record_get_instance_private (self);
}

static void
sl_record_dispose (GObject *object)
{
  SlRecordPrivate *priv = get_private (SL_RECORD (object));

  if (priv->store != NULL)
    {
      sl_store_forget_record (priv->store, SL_RECORD (object));
      /* Whoever still asks gets no values. */
      if (priv->last_row == NULL)
        priv->last_row = g_new0 (SlValue, sl_record_get_kind (SL_RECORD (object))->n_fields);
    }
  g_clear_object (&priv->store);
  G_OBJECT_CLASS (sl_record_parent_class)->dispose (object);
}

static void
sl_record_finalize (GObject *object)
{
  SlRecord *self = SL_RECORD (object);
  SlRecordPrivate *priv = get_private (self);

  sl_row_free (priv->last_row, sl_record_get_kind (self)->n_fields);
  G_OBJECT_CLASS (sl_record_parent_class)->finalize (object);
}

static void
sl_record_get_alive_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ALIVE)
    g_value_set_boolean (value, sl_record_is_alive (SL_RECORD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sl_record_class_init (SlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_record_dispose;
  object_class->finalize = sl_record_finalize;
  object_class->get_property = sl_record_get_alive_property;

  alive_property
      = g_param_spec_boolean ("alive", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ALIVE, alive_property);
}

static void
sl_record_init (SlRecord *self)
{
}

/* --- One type for each kind --- */

static void
get_field_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlRecord *self = SL_RECORD (object);
  const SlField *field = &sl_record_get_kind (self)->fields[prop_id - 1];
  g_auto (SlValue) v = sl_record_get_value (self, prop_id - 1);

  if (field->type == SL_BOOL)
    g_value_set_boolean (value, v.type == SL_VALUE_INT && v.i != 0);
  else if (sl_field_value_type (field) == SL_VALUE_TEXT)
    g_value_set_string (value, v.type == SL_VALUE_TEXT ? v.s : NULL);
  else if (sl_field_value_type (field) == SL_VALUE_REAL)
    g_value_set_double (value, v.type == SL_VALUE_REAL ? v.r : (double)NAN);
  else
    g_value_set_int64 (value, v.type == SL_VALUE_INT ? v.i : SL_INT_NULL);
}

static GParamSpec *
make_property (const SlField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  g_autofree char *dashed = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *name = g_intern_string (dashed);

  if (field->type == SL_BOOL)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  if (sl_field_value_type (field) == SL_VALUE_TEXT)
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  if (sl_field_value_type (field) == SL_VALUE_REAL)
    return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, SL_INT_NULL, flags);
}

static void
init_kind_class (gpointer klass, gpointer data)
{
  const SlKind *kind = data;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamSpec **properties = g_new0 (GParamSpec *, kind->n_fields + 1);

  SL_RECORD_CLASS (klass)->kind = kind;
  object_class->get_property = get_field_property;
  for (guint i = 0; i < kind->n_fields; i++)
    properties[i + 1] = make_property (&kind->fields[i]);
  g_object_class_install_properties (object_class, kind->n_fields + 1, properties);
  field_properties[kind->id] = properties;
}

GType
sl_kind_get_record_type (SlKindId kind)
{
  static gsize registered;
  static GType types[SL_N_KINDS];

  g_return_val_if_fail (kind < SL_N_KINDS, G_TYPE_INVALID);

  if (g_once_init_enter (&registered))
    {
      for (guint i = 0; i < SL_N_KINDS; i++)
        {
          const GTypeInfo info = {
            .class_size = sizeof (SlRecordClass),
            .class_init = init_kind_class,
            .class_data = sl_kind (i),
            .instance_size = sizeof (SlRecord),
          };

          types[i] = g_type_register_static (SL_TYPE_RECORD, sl_kind (i)->type_name, &info,
                                             G_TYPE_FLAG_FINAL);
        }
      g_once_init_leave (&registered, 1);
    }
  return types[kind];
}

/* --- Reading --- */

const SlKind *
sl_record_get_kind (SlRecord *self)
{
  g_return_val_if_fail (SL_IS_RECORD (self), NULL);

  return SL_RECORD_GET_CLASS (self)->kind;
}

SlId
sl_record_get_id (SlRecord *self)
{
  g_return_val_if_fail (SL_IS_RECORD (self), SL_ID_NONE);

  return get_private (self)->id;
}

gboolean
sl_record_is_alive (SlRecord *self)
{
  g_return_val_if_fail (SL_IS_RECORD (self), FALSE);

  return get_private (self)->last_row == NULL;
}

SlValue
sl_record_get_value (SlRecord *self, guint field)
{
  SlRecordPrivate *priv = get_private (self);
  const SlTable *table;
  guint row = 0;

  g_return_val_if_fail (SL_IS_RECORD (self), (SlValue)SL_VALUE_INIT);
  g_return_val_if_fail (field < sl_record_get_kind (self)->n_fields, (SlValue)SL_VALUE_INIT);

  if (priv->last_row != NULL)
    return sl_value_copy (&priv->last_row[field]);
  table = sl_snapshot_table (sl_store_get_snapshot (priv->store), sl_record_get_kind (self)->id);
  if (!sl_table_find (table, priv->id, &row))
    g_return_val_if_reached ((SlValue)SL_VALUE_INIT);
  return sl_table_value (table, row, field);
}

/* --- For the store --- */

SlRecord *
sl_record_new (SlStore *store, SlKindId kind, SlId id, SlValue *row)
{
  SlRecord *self = g_object_new (sl_kind_get_record_type (kind), NULL);
  SlRecordPrivate *priv = get_private (self);

  priv->store = g_object_ref (store);
  priv->id = id;
  priv->last_row = row;
  return self;
}

void
sl_record_set_last_row (SlRecord *self, const SlValue *row)
{
  SlRecordPrivate *priv = get_private (self);
  guint n_fields = sl_record_get_kind (self)->n_fields;

  sl_row_free (priv->last_row, n_fields);
  priv->last_row = row != NULL ? sl_row_copy (row, n_fields) : NULL;
}

const SlId *
sl_record_peek_id (SlRecord *self)
{
  return &get_private (self)->id;
}

void
sl_record_notify_field (SlRecord *self, guint field)
{
  g_object_notify_by_pspec (G_OBJECT (self),
                            field_properties[sl_record_get_kind (self)->id][field + 1]);
}

void
sl_record_notify_all (SlRecord *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), alive_property);
  for (guint i = 0; i < sl_record_get_kind (self)->n_fields; i++)
    sl_record_notify_field (self, i);
  g_object_thaw_notify (G_OBJECT (self));
}
