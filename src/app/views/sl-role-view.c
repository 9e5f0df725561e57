/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing roles. A letter takes the place of what the cell has and moves on to the next one; with
 * Shift it is added or taken away, so that one party can do a piece of work and answer for it.
 * Letters that follow from who owns the work cannot be typed over: the owner is changed where it
 * stands. */

#include "config.h"

#include "views/sl-role-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "roles/sl-role-matrix.h"
#include "widgets/sl-room-view.h"

struct _SlRoleView
{
  SlGridView parent_instance;
};

G_DEFINE_FINAL_TYPE (SlRoleView, sl_role_view, SL_TYPE_GRID_VIEW)

static gboolean
read_value (const char *text, gint64 *value)
{
  guint roles = 0;

  if (!sl_raci_from_text (text, &roles))
    return FALSE;
  *value = roles;
  return TRUE;
}

static char *
write_value (gint64 value)
{
  return sl_raci_to_text ((guint)value);
}

static gint64
sl_role_view_get_value (SlGridView *grid, const SlHit *cell)
{
  SlSession *session = sl_chart_view_get_session (SL_CHART_VIEW (grid));

  return sl_role_matrix_recorded (sl_session_get_snapshot (session), cell->a, cell->b);
}

static void
sl_role_view_set_values (SlGridView *grid, const SlGridCell *cells, guint n)
{
  GVariantBuilder values;

  g_variant_builder_init (&values, G_VARIANT_TYPE ("a(xxs)"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *letters = sl_raci_to_text ((guint)cells[i].value);

      g_variant_builder_add (&values, "(xxs)", cells[i].b, cells[i].a, letters);
    }
  sl_session_run (sl_chart_view_get_session (SL_CHART_VIEW (grid)), "role.set",
                  g_variant_new ("(a(xxs))", &values), NULL);
}

static gboolean
sl_role_view_type_key (SlGridView *grid, const SlHit *cell, guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (gdk_keyval_to_upper (keyval));
  const char *letter = c > 0 && c < 128 ? strchr (SL_RACI_LETTERS, (int)c) : NULL;
  gint64 now = sl_role_view_get_value (grid, cell);
  SlGridCell typed = { cell->a, cell->b, 0 };

  if (letter == NULL)
    return FALSE;
  typed.value = (gint64)1 << (letter - SL_RACI_LETTERS);
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      typed.value ^= now;
      sl_role_view_set_values (grid, &typed, 1);
      return TRUE;
    }
  if (typed.value != now)
    sl_role_view_set_values (grid, &typed, 1);
  sl_chart_view_move_in_line (SL_CHART_VIEW (grid), 1);
  return TRUE;
}

static void
sl_role_view_class_init (SlRoleViewClass *klass)
{
  SlGridViewClass *grid_class = SL_GRID_VIEW_CLASS (klass);

  SL_CHART_VIEW_CLASS (klass)->prepare = sl_room_view_fill;
  SL_CHART_VIEW_CLASS (klass)->starts_at_top = TRUE;
  grid_class->cell_kind = SL_KIND_ROLE;
  grid_class->hint = N_ ("A role is R, A, C or I; nothing is no role.");
  grid_class->read = read_value;
  grid_class->write = write_value;
  grid_class->get_value = sl_role_view_get_value;
  grid_class->set_values = sl_role_view_set_values;
  grid_class->type_key = sl_role_view_type_key;
}

static void
sl_role_view_init (SlRoleView *self)
{
}

SlChartView *
sl_role_view_new (SlSession *session)
{
  SlChartView *self = g_object_new (SL_TYPE_ROLE_VIEW, NULL);

  sl_chart_view_setup (self, session, &sl_chart_raci);
  return self;
}
