/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of an outline. It lives as long as somebody holds it, and the outline hands out the same
 * object for the same record all that time, so that a selection survives a move. */

#include "config.h"

#include "model/sl-outline-private.h"

struct _SlOutlineRow
{
  GObject parent_instance;
  SlOutline *outline; /* (nullable): not referenced; it tells when it goes */
  SlRecord *record;
  SlOutlineRowState state;
};

enum
{
  PROP_RECORD = 1,
  PROP_DEPTH,
  PROP_EXPANDABLE,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE (SlOutlineRow, sl_outline_row, G_TYPE_OBJECT)

static void
sl_outline_row_dispose (GObject *object)
{
  SlOutlineRow *self = SL_OUTLINE_ROW (object);

  if (self->outline != NULL)
    sl_outline_forget_row (self->outline, self);
  self->outline = NULL;
  G_OBJECT_CLASS (sl_outline_row_parent_class)->dispose (object);
}

static void
sl_outline_row_finalize (GObject *object)
{
  SlOutlineRow *self = SL_OUTLINE_ROW (object);

  g_clear_object (&self->record);
  G_OBJECT_CLASS (sl_outline_row_parent_class)->finalize (object);
}

static void
sl_outline_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlOutlineRow *self = SL_OUTLINE_ROW (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_DEPTH:
      g_value_set_uint (value, self->state.depth);
      break;
    case PROP_EXPANDABLE:
      g_value_set_boolean (value, self->state.expandable);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->state.expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_outline_row_class_init (SlOutlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = sl_outline_row_dispose;
  object_class->finalize = sl_outline_row_finalize;
  object_class->get_property = sl_outline_row_get_property;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SL_TYPE_RECORD, flags);
  properties[PROP_DEPTH] = g_param_spec_uint ("depth", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_EXPANDABLE] = g_param_spec_boolean ("expandable", NULL, NULL, FALSE, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_outline_row_init (SlOutlineRow *self)
{
}

/* --- For the outline --- */

SlOutlineRow *
sl_outline_row_new (SlOutline *outline, SlRecord *record, const SlOutlineRowState *state)
{
  SlOutlineRow *self = g_object_new (SL_TYPE_OUTLINE_ROW, NULL);

  self->outline = outline;
  self->record = g_object_ref (record);
  self->state = *state;
  return self;
}

const SlId *
sl_outline_row_peek_id (SlOutlineRow *self)
{
  return sl_record_peek_id (self->record);
}

void
sl_outline_row_set_state (SlOutlineRow *self, const SlOutlineRowState *state)
{
  SlOutlineRowState before = self->state;

  self->state = *state;
  g_object_freeze_notify (G_OBJECT (self));
  if (before.depth != state->depth)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEPTH]);
  if (before.expandable != state->expandable)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDABLE]);
  if (before.expanded != state->expanded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
sl_outline_row_detach (SlOutlineRow *self)
{
  self->outline = NULL;
}

/* --- Reading --- */

SlRecord *
sl_outline_row_get_record (SlOutlineRow *self)
{
  g_return_val_if_fail (SL_IS_OUTLINE_ROW (self), NULL);

  return self->record;
}

guint
sl_outline_row_get_depth (SlOutlineRow *self)
{
  g_return_val_if_fail (SL_IS_OUTLINE_ROW (self), 0);

  return self->state.depth;
}

gboolean
sl_outline_row_get_expandable (SlOutlineRow *self)
{
  g_return_val_if_fail (SL_IS_OUTLINE_ROW (self), FALSE);

  return self->state.expandable;
}

gboolean
sl_outline_row_get_expanded (SlOutlineRow *self)
{
  g_return_val_if_fail (SL_IS_OUTLINE_ROW (self), FALSE);

  return self->state.expanded;
}
