/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust and what moved, as views of a page within the page. Above the answers stands who answers
 * and about whom: the next answer is theirs, and after it that of the other side. */

#include "config.h"

#include "alignment/sl-trust-view.h"

#include <glib/gi18n.h>

#include "analysis/sl-rule.h"
#include "base/sl-date.h"
#include "widgets/sl-record-menu.h"
#include "widgets/sl-spoken.h"

#define TRUST "trust"
#define PROMISES "promises"
#define MOVED "moved"
#define MOVED_CHARS 60

/* @sides: who answers, about whom; @names: their lines; @parties: what the lines stand for, of SlId
 */
typedef struct
{
  SlSession *session; /* not owned: its page owns this */
  GtkDropDown *sides[2];
  GtkStringList *names;
  GArray *parties;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->names);
  g_array_unref (self->parties);
  g_free (self);
}

/* --- Who is asked --- */

static SlId
chosen (const Asked *self, guint side)
{
  const guint selected = gtk_drop_down_get_selected (self->sides[side]);

  return selected < self->parties->len ? g_array_index (self->parties, SlId, selected) : SL_ID_NONE;
}

static void
choose (Asked *self, guint side, SlId party)
{
  for (guint i = 0; i < self->parties->len; i++)
    if (g_array_index (self->parties, SlId, i) == party)
      gtk_drop_down_set_selected (self->sides[side], i);
}

/* The first two partners of the first alliance, for whom the question matters most. */
static void
propose (Asked *self)
{
  const SlTable *partners
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_PARTNER);

  gtk_drop_down_set_selected (self->sides[1], 1);
  for (guint row = 0; row < MIN (sl_table_n_rows (partners), 2u); row++)
    choose (self, row, sl_table_ref (partners, row, SL_PARTNER_PARTY));
}

static const char *
title_of (const Asked *self, SlId party)
{
  return sl_snapshot_title (sl_session_get_snapshot (self->session), party);
}

/* Whether the lines stand for the parties that there are, in their order. */
static gboolean
lists_all (const Asked *self, GListModel *parties)
{
  if (self->parties->len != g_list_model_get_n_items (parties))
    return FALSE;
  for (guint i = 0; i < self->parties->len; i++)
    {
      g_autoptr (SlRecord) party = g_list_model_get_item (parties, i);

      if (g_array_index (self->parties, SlId, i) != sl_record_get_id (party))
        return FALSE;
    }
  return TRUE;
}

static void
list_anew (Asked *self, GListModel *parties)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  const guint n_before = self->parties->len;

  g_array_set_size (self->parties, 0);
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SlRecord) party = g_list_model_get_item (parties, i);
      const SlId id = sl_record_get_id (party);

      g_array_append_val (self->parties, id);
      g_ptr_array_add (titles, (char *)title_of (self, id));
    }
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->names, 0, n_before, (const char *const *)titles->pdata);
}

/* A line is exchanged where its party is called otherwise now: drop-downs take long for all of
 * them. */
static void
fill_parties (Asked *self)
{
  GListModel *parties = sl_store_get_list (sl_session_get_store (self->session), SL_KIND_PARTY);
  const SlId before[2] = { chosen (self, 0), chosen (self, 1) };

  if (!lists_all (self, parties))
    list_anew (self, parties);
  for (guint i = 0; i < self->parties->len; i++)
    {
      const char *title = title_of (self, g_array_index (self->parties, SlId, i));

      if (!g_str_equal (title, gtk_string_list_get_string (self->names, i)))
        gtk_string_list_splice (self->names, i, 1, (const char *const[]){ title, NULL });
    }
  if (before[0] == SL_ID_NONE && before[1] == SL_ID_NONE)
    propose (self);
  for (guint side = 0; side < 2; side++)
    choose (self, side, before[side]);
}

static void
changed_cb (GtkWidget *page, SlChangeSet *changes)
{
  if (sl_change_set_touches (changes, SL_KIND_PARTY))
    fill_parties (g_object_get_data (G_OBJECT (page), "sl-asked"));
}

/* --- Answers --- */

static gboolean
has_answered (const Asked *self, SlId from, SlId to, gint64 day)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  SlValue keys[SL_TRUST_N_FIELDS] = { 0 };

  keys[SL_TRUST_FROM_PARTY] = (SlValue){ .type = SL_VALUE_INT, .i = from };
  keys[SL_TRUST_TO_PARTY] = (SlValue){ .type = SL_VALUE_INT, .i = to };
  keys[SL_TRUST_DAY] = (SlValue){ .type = SL_VALUE_INT, .i = day };
  return sl_table_find (sl_snapshot_table (plan, SL_KIND_TRUST),
                        sl_kind_natural_id (sl_kind (SL_KIND_TRUST), keys), NULL);
}

/* How many were asked the last time: usually it is as many again. */
static gint64
last_respondents (const Asked *self, SlId from, SlId to)
{
  const SlTable *answers
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_TRUST);
  gint64 day = SL_DAY_MIN;
  gint64 n = 1;

  for (guint row = 0; row < sl_table_n_rows (answers); row++)
    if (sl_table_ref (answers, row, SL_TRUST_FROM_PARTY) == from
        && sl_table_ref (answers, row, SL_TRUST_TO_PARTY) == to
        && sl_table_int (answers, row, SL_TRUST_DAY) > day)
      {
        day = sl_table_int (answers, row, SL_TRUST_DAY);
        n = sl_table_int (answers, row, SL_TRUST_RESPONDENTS);
      }
  return n;
}

/* The next answer is that of the other side. */
static gboolean
fill_answer (GVariantBuilder *fields, gpointer data)
{
  Asked *self = data;
  const SlId from = chosen (self, 0), to = chosen (self, 1);
  const gint64 today = sl_day_today ();

  if (from == to)
    {
      sl_session_say (self->session, _ ("Choose who answers, and another party that it is about"));
      return FALSE;
    }
  if (has_answered (self, from, to, today))
    {
      SlSnapshot *plan = sl_session_get_snapshot (self->session);
      g_autofree char *text
          = g_strdup_printf (_ ("%s has answered about %s today"), sl_snapshot_title (plan, from),
                             sl_snapshot_title (plan, to));

      sl_session_say (self->session, text);
      return FALSE;
    }
  g_variant_builder_add (fields, "{sv}", "from_party", g_variant_new_int64 (from));
  g_variant_builder_add (fields, "{sv}", "to_party", g_variant_new_int64 (to));
  g_variant_builder_add (fields, "{sv}", "day", g_variant_new_int64 (today));
  g_variant_builder_add (fields, "{sv}", "respondents",
                         g_variant_new_int64 (last_respondents (self, from, to)));
  if (!has_answered (self, to, from, today))
    {
      choose (self, 0, to);
      choose (self, 1, from);
    }
  return TRUE;
}

static GtkWidget *
make_bar (Asked *self)
{
  static const char *const names[] = { N_ ("Who answers"), N_ ("About") };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "sl-toolbar");
  for (guint side = 0; side < 2; side++)
    {
      GtkWidget *label = gtk_label_new (_ (names[side]));
      g_autoptr (GtkExpression) text
          = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
      GtkWidget *list
          = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), g_steal_pointer (&text));

      self->sides[side] = GTK_DROP_DOWN (list);
      gtk_drop_down_set_enable_search (self->sides[side], TRUE);
      gtk_widget_set_hexpand (list, TRUE);
      sl_spoken_drop_down (self->sides[side], _ (names[side]));
      gtk_box_append (GTK_BOX (bar), label);
      gtk_box_append (GTK_BOX (bar), list);
    }
  return bar;
}

static void
add_trust (SlTabPage *page)
{
  static const char *const columns[]
      = { "from_party", "to_party", "day",         "ability",     "goodwill",
          "integrity",  "openness", "reliability", "respondents", NULL };
  SlSession *session = sl_tab_page_get_session (page);
  Asked *asked = g_new0 (Asked, 1);
  const SlRecordTableSpec table = { .kind = SL_KIND_TRUST,
                                    .columns = columns,
                                    .sort = "day",
                                    .descending = TRUE,
                                    .fill = fill_answer,
                                    .data = asked };
  const SlTabSpec spec = { .id = TRUST,
                           .title = N_ ("Trust"),
                           .add = N_ ("Answer"),
                           .table = &table,
                           .chart = &sl_chart_trust };

  asked->session = session;
  asked->names = gtk_string_list_new (NULL);
  asked->parties = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_object_set_data_full (G_OBJECT (page), "sl-asked", asked, asked_free);
  sl_tab_page_add (page, &spec);
  sl_tab_page_append (page, TRUST, make_bar (asked));
  fill_parties (asked);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), page, G_CONNECT_SWAPPED);
}

/* --- Promises --- */

static void
add_promises (SlTabPage *page)
{
  static const char *const columns[]
      = { "from_party", "to_party", "item", "due", "status", "kept_on", "type", NULL };
  static const SlRecordTableSpec table
      = { .kind = SL_KIND_PROMISE, .columns = columns, .sort = "due", .descending = TRUE };
  static const SlTabSpec spec
      = { .id = PROMISES, .title = N_ ("Promises"), .add = N_ ("Promise"), .table = &table };

  sl_tab_page_add (page, &spec);
}

/* --- What moved --- */

/* What the rules of drift say of each goal that they speak of. */
static void
list_moves (GHashTable *moves, const SlAnalysis *analysis)
{
  g_hash_table_remove_all (moves);
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];
      SlId goal = sl_finding_subject (finding);
      const char *before;

      if (!g_str_has_prefix (finding->rule->id, "DRI-"))
        continue;
      before = g_hash_table_lookup (moves, &goal);
      g_hash_table_insert (moves, g_memdup2 (&goal, sizeof goal),
                           g_strconcat (before != NULL ? before : "", before != NULL ? " " : "",
                                        sl_finding_told (finding)->sentence, NULL));
    }
}

static char *
describe_moves (const SlSnapshot *plan, SlId id, gpointer moves)
{
  return g_strdup (g_hash_table_lookup (moves, &id));
}

static gboolean
has_moved (const SlSnapshot *plan, guint row, gpointer moves)
{
  SlId id = sl_table_id (sl_snapshot_table (plan, SL_KIND_GOAL), row);

  return g_hash_table_contains (moves, &id);
}

/* A list that does not show waits until it does. */
static void
analysis_changed_cb (GtkWidget *list)
{
  SlAnalyzer *analyzer = g_object_get_data (G_OBJECT (list), "sl-analyzer");

  if (!gtk_widget_get_mapped (list) || sl_analyzer_get (analyzer) == NULL)
    return;
  list_moves (g_object_get_data (G_OBJECT (list), "sl-moves"), sl_analyzer_get (analyzer));
  sl_record_table_refilter (SL_RECORD_TABLE (list));
  sl_record_table_update (SL_RECORD_TABLE (list));
}

static void
add_moved (SlTabPage *page)
{
  static const char *const columns[] = { "owner", "due", NULL };
  SlSession *session = sl_tab_page_get_session (page);
  SlAnalyzer *analyzer = sl_session_get_analyzer (session);
  GHashTable *moves = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const SlRecordTableSpec table
      = { .kind = SL_KIND_GOAL, .columns = columns, .filter = has_moved, .data = moves };
  static const SlTabSpec spec
      = { .id = MOVED,
          .title = N_ ("What Moved"),
          .empty = SL_KIND_GOAL,
          .empty_picture = SL_KIND_BASELINE,
          .empty_words = N_ ("When a date, a target or an owner changes after it was agreed, the "
                             "goal stands here"),
          .empty_button = N_ ("_Add First Goal"),
          .empty_action = "win.add-in::goals/tree" };
  GtkWidget *list = sl_record_table_new (session, &table);

  g_object_set_data (G_OBJECT (list), "sl-analyzer", analyzer);
  g_object_set_data_full (G_OBJECT (list), "sl-moves", moves, (GDestroyNotify)g_hash_table_unref);
  sl_record_table_add_text_column (SL_RECORD_TABLE (list), _ ("What Moved"), MOVED_CHARS, FALSE,
                                   describe_moves, NULL, moves);
  sl_tab_page_add_filled (page, &spec, list);
  sl_record_menu_attach_table (session, GTK_WIDGET (page), NULL, SL_RECORD_TABLE (list));
  g_signal_connect_object (analyzer, "changed", G_CALLBACK (analysis_changed_cb), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect (list, "map", G_CALLBACK (analysis_changed_cb), NULL);
}

GtkWidget *
sl_trust_view_new (SlSession *session)
{
  GtkWidget *page = sl_tab_page_new (session);

  add_trust (SL_TAB_PAGE (page));
  add_promises (SL_TAB_PAGE (page));
  add_moved (SL_TAB_PAGE (page));
  return page;
}
