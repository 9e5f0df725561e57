/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which views of the Alignment page are empty, and what each says then. That nothing was found in a
 * plan with goals and parties is a result: such a page is not empty. */

#include "config.h"

#include "alignment/sl-alignment-empty.h"

#include <glib/gi18n.h>

#include "sl-flow.h"
#include "widgets/sl-empty-state.h"

#define DATA "sl-alignment-empty"

/* @empty: shows in the place of @filled */
typedef struct
{
  GtkWidget *empty;
  GtkWidget *filled;
  SlSession *session; /* not owned: the page owns it */
  const char *view;
} Place;

static gboolean
has_any (const SlSnapshot *plan, SlKindId kind)
{
  return sl_table_n_rows (sl_snapshot_table (plan, kind)) > 0;
}

/* Before the first analysis a plan with goals may have findings. */
static gboolean
has_findings (SlSession *session, const SlSnapshot *plan)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (session));

  if (analysis == NULL)
    return has_any (plan, SL_KIND_GOAL);
  return analysis->findings->len > 0
         || (has_any (plan, SL_KIND_GOAL) && has_any (plan, SL_KIND_PARTY));
}

/* Whether at least two parties stand somewhere. */
static gboolean
has_two_sides (SlSession *session, const SlSnapshot *plan)
{
  const SlTable *positions = sl_snapshot_table (plan, SL_KIND_POSITION);

  for (guint row = 1; row < sl_table_n_rows (positions); row++)
    if (sl_table_ref (positions, row, SL_POSITION_PARTY)
        != sl_table_ref (positions, 0, SL_POSITION_PARTY))
      return TRUE;
  return FALSE;
}

static gboolean
has_what_to_rank (SlSession *session, const SlSnapshot *plan)
{
  return has_any (plan, SL_KIND_GOAL) && has_any (plan, SL_KIND_PARTY);
}

/* @kind: of the picture, and of what must be there first */
static const struct
{
  const SlChart *chart; /* NULL: of the findings */
  SlKindId kind;
  gboolean (*is_filled) (SlSession *session, const SlSnapshot *plan);
  const char *sentence;
  const char *button;
  const char *action;
} views[] = {
  { NULL, SL_KIND_ACKNOWLEDGEMENT, has_findings,
    N_ ("As soon as there are goals and parties, what does not fit together stands here, the "
        "gravest first"),
    N_ ("_Add First Party"), "win.add-in::stakeholders/register" },
  { &sl_chart_stands_together, SL_KIND_PARTNER, has_two_sides,
    N_ ("Say of at least two parties where they stand on the goals; the circle shows who stands "
        "together"),
    N_ ("_Enter Positions"), "win.view::stakeholders/matrix" },
  { &sl_chart_priorities, SL_KIND_COMPARISON, has_what_to_rank,
    N_ ("Each party spreads 100 points over the shared goals; the lines show what comes first "
        "for whom"),
    N_ ("_Add First Party"), "win.add-in::stakeholders/register" },
};

static guint
number_of (const char *view)
{
  for (guint i = 1; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].chart->id, view))
      return i;
  return 0;
}

static void
update (GtkWidget *box)
{
  Place *place = g_object_get_data (G_OBJECT (box), DATA);
  const guint i = number_of (place->view);
  SlSnapshot *plan = sl_session_get_snapshot (place->session);

  sl_empty_state_ask_first (place->empty, views[i].kind, plan);
  sl_empty_state_replace (place->empty, place->filled, !views[i].is_filled (place->session, plan));
}

void
sl_alignment_empty_attach (GtkBox *box, GtkWidget *filled, SlSession *session, const char *view)
{
  const guint i = number_of (view);
  Place *place;

  g_return_if_fail (GTK_IS_BOX (box) && GTK_IS_WIDGET (filled));
  place = g_new (Place, 1);
  *place = (Place){ .filled = filled, .session = session, .view = view };
  place->empty = sl_empty_state_new_saying (views[i].kind, views[i].action, _ (views[i].sentence),
                                            _ (views[i].button));
  gtk_box_append (box, place->empty);
  g_object_set_data_full (G_OBJECT (box), DATA, place, g_free);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (update), box,
                           G_CONNECT_SWAPPED);
  update (GTK_WIDGET (box));
}

GtkWidget *
sl_alignment_empty_wrap (GtkWidget *filled, SlSession *session, const char *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (filled, TRUE);
  gtk_box_append (GTK_BOX (box), filled);
  sl_alignment_empty_attach (GTK_BOX (box), filled, session, view);
  return box;
}

gboolean
sl_alignment_empty_focus (GtkWidget *box)
{
  Place *place = g_object_get_data (G_OBJECT (box), DATA);

  if (place == NULL || !gtk_widget_get_visible (place->empty))
    return FALSE;
  sl_empty_state_focus (place->empty);
  return TRUE;
}
