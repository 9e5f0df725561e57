/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hand-offs. A row is a dependency on which a side said a day, or one between two parties that
 * should: those that the findings speak of. */

#include "config.h"

#include "views/sl-hand-off-view.h"

#include <glib/gi18n.h>

#include "analysis/sl-hand-off.h"
#include "analysis/sl-people.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-word-completion.h"
#include "widgets/sl-wrap-layout.h"
#include "widgets/sl-when-seen.h"

#define GAP_CHARS 20
#define PARTY_CHARS 14
#define ITEM_CHARS 16
#define DAY_CHARS 11

/* What is typed for a new one, in the order of the entries. */
static const guint typed_fields[]
    = { SL_DEPENDENCY_BEFORE, SL_DEPENDENCY_AFTER, SL_DEPENDENCY_PROMISED, SL_DEPENDENCY_NEEDED };

struct _SlHandOffView
{
  GtkWidget parent_instance;
  SlRecordTable *table;
  GtkWidget *bar;
  GtkWidget *entries[G_N_ELEMENTS (typed_fields)];
  SlSession *session;
  GHashTable *between; /* set of SlId: dependencies between two parties */
};

G_DEFINE_FINAL_TYPE (SlHandOffView, sl_hand_off_view, GTK_TYPE_WIDGET)

/* --- Rows and computed cells --- */

static gboolean
is_hand_off (const SlSnapshot *plan, guint row, gpointer data)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_DEPENDENCY);
  SlHandOffView *self = data;
  SlId id = sl_table_id (table, row);

  return sl_table_is_set (table, row, SL_DEPENDENCY_PROMISED)
         || sl_table_is_set (table, row, SL_DEPENDENCY_NEEDED)
         || g_hash_table_contains (self->between, &id);
}

static void
follow_analysis (GtkWidget *widget)
{
  SlHandOffView *self = SL_HAND_OFF_VIEW (widget);
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));
  const GArray *hands = analysis != NULL ? sl_people_hand_overs (analysis->facts) : NULL;

  g_hash_table_remove_all (self->between);
  for (guint i = 0; hands != NULL && i < hands->len; i++)
    g_hash_table_add (self->between,
                      g_memdup2 (&g_array_index (hands, SlHandOver, i).id, sizeof (SlId)));
  sl_record_table_refilter (self->table);
}

static void
analysed_cb (SlHandOffView *self)
{
  sl_when_seen (GTK_WIDGET (self), follow_analysis);
}

static gboolean
read_hand_off (const SlSnapshot *plan, SlId id, SlHandOff *hand)
{
  guint row = 0;

  if (!sl_table_find (sl_snapshot_table (plan, SL_KIND_DEPENDENCY), id, &row))
    return FALSE;
  sl_hand_off_read (hand, plan, row);
  return TRUE;
}

/* Starts with a sign that tells without colour and at a glance what is late. */
static char *
say_gap (const SlSnapshot *plan, SlId id, gpointer data)
{
  SlHandOff hand;
  gint64 days = 0;
  g_autofree char *text = NULL;

  if (!read_hand_off (plan, id, &hand))
    return NULL;
  if (!sl_hand_off_gap (&hand, &days))
    return g_strdup (_ ("a date is missing"));
  text = sl_hand_off_gap_text (days);
  return g_strdup_printf ("%s %s", days > 0 ? "▲" : "✓", text);
}

/* What is late comes first, what has no date last. */
static int
compare_gaps (gconstpointer a, gconstpointer b, gpointer session)
{
  const SlSnapshot *plan = sl_session_get_snapshot (session);
  SlRecord *records[] = { (SlRecord *)a, (SlRecord *)b };
  gint64 days[] = { G_MININT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      SlHandOff hand;

      if (read_hand_off (plan, sl_record_get_id (records[i]), &hand))
        sl_hand_off_gap (&hand, &days[i]);
    }
  return (days[0] > days[1]) - (days[0] < days[1]);
}

static char *
say_party (const SlSnapshot *plan, SlId id, gpointer takes)
{
  SlHandOff hand;

  if (!read_hand_off (plan, id, &hand))
    return NULL;
  return g_strdup (sl_snapshot_title (plan, GPOINTER_TO_INT (takes) ? hand.taker : hand.giver));
}

/* --- A new one --- */

/* Reads all entries into @days and @ends; what is wrong is said, and has the focus. */
static gboolean
read_entries (SlHandOffView *self, gint64 values[G_N_ELEMENTS (typed_fields)])
{
  const SlSnapshot *plan = sl_session_get_snapshot (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (typed_fields); i++)
    {
      const SlField *field = &sl_kind (SL_KIND_DEPENDENCY)->fields[typed_fields[i]];
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
      g_auto (SlValue) value = SL_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      values[i] = SL_INT_NULL;
      if (typed[0] == '\0' && field->type == SL_DATE)
        continue;
      if (typed[0] != '\0' && sl_field_read (plan, SL_ID_NONE, field, typed, &value, &error))
        {
          values[i] = value.type == SL_VALUE_INT ? value.i : SL_INT_NULL;
          continue;
        }
      if (error != NULL)
        sl_session_say (self->session, error->message);
      gtk_widget_grab_focus (self->entries[i]);
      return FALSE;
    }
  return TRUE;
}

static void
store_cb (SlHandOffView *self)
{
  gint64 values[G_N_ELEMENTS (typed_fields)];
  SlId id = SL_ID_NONE;

  if (!read_entries (self, values)
      || !sl_session_run (self->session, "hand-off.set",
                          g_variant_new ("(xxxx)", values[0], values[1], values[2], values[3]),
                          &id))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (typed_fields); i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
  sl_session_select (self->session, id);
  gtk_widget_grab_focus (self->entries[0]);
}

void
sl_hand_off_view_add (SlHandOffView *self)
{
  g_return_if_fail (SL_IS_HAND_OFF_VIEW (self));
  gtk_widget_grab_focus (self->entries[0]);
}

/* Both ends make a hand-off what it is, so they come first; the table then has its row. */
static gboolean
fill_cb (GVariantBuilder *fields, gpointer data)
{
  sl_hand_off_view_add (data);
  return FALSE;
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *param, gpointer data)
{
  sl_hand_off_view_focus (SL_HAND_OFF_VIEW (widget));
  return GDK_EVENT_STOP;
}

/* --- Small doors --- */

SlRecordTable *
sl_hand_off_view_get_table (SlHandOffView *self)
{
  g_return_val_if_fail (SL_IS_HAND_OFF_VIEW (self), NULL);
  return self->table;
}

void
sl_hand_off_view_focus (SlHandOffView *self)
{
  g_return_if_fail (SL_IS_HAND_OFF_VIEW (self));
  if (sl_record_table_get_n_rows (self->table) > 0)
    sl_record_table_focus (self->table);
  else
    gtk_widget_grab_focus (self->entries[0]);
}

/* --- Life --- */

static void
sl_hand_off_view_dispose (GObject *object)
{
  SlHandOffView *self = SL_HAND_OFF_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_hand_off_view_parent_class)->dispose (object);
}

static void
sl_hand_off_view_finalize (GObject *object)
{
  g_hash_table_unref (SL_HAND_OFF_VIEW (object)->between);
  G_OBJECT_CLASS (sl_hand_off_view_parent_class)->finalize (object);
}

static void
sl_hand_off_view_class_init (SlHandOffViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_hand_off_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_hand_off_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
}

static void
sl_hand_off_view_init (SlHandOffView *self)
{
  self->between = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
make_entry (SlHandOffView *self, const char *name, const SlField *field)
{
  const int chars = field->type == SL_DATE ? DAY_CHARS : ITEM_CHARS;
  GtkWidget *entry = sl_form_entry (name, G_CALLBACK (store_cb), self);

  g_object_set (entry, "width-chars", chars, "max-width-chars", chars, NULL);
  if (field->type == SL_REF)
    sl_word_completion_attach (GTK_EDITABLE (entry), self->session, field);
  return entry;
}

static void
make_bar (SlHandOffView *self)
{
  static const char *const names[]
      = { N_ ("What is handed over"), N_ ("What waits for it"), N_ ("Promised"), N_ ("Needed") };
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Add Hand-off"), "tooltip-text",
                      _ ("Add It, or Change the Dates of What Is There (Enter)"), NULL);

  self->bar = g_object_new (GTK_TYPE_BOX, "layout-manager",
                            g_object_new (SL_TYPE_WRAP_LAYOUT, NULL), NULL);
  gtk_widget_add_css_class (self->bar, "sl-toolbar");
  for (guint i = 0; i < G_N_ELEMENTS (typed_fields); i++)
    {
      self->entries[i]
          = make_entry (self, _ (names[i]), &sl_kind (SL_KIND_DEPENDENCY)->fields[typed_fields[i]]);
      gtk_box_append (GTK_BOX (self->bar), self->entries[i]);
    }
  g_signal_connect_object (button, "clicked", G_CALLBACK (store_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
make_table (SlHandOffView *self)
{
  static const char *const columns[] = { "before", "after", "promised", "needed", NULL };
  const SlRecordTableSpec spec = { .kind = SL_KIND_DEPENDENCY,
                                   .columns = columns,
                                   .filter = is_hand_off,
                                   .fill = fill_cb,
                                   .data = self };

  self->table = SL_RECORD_TABLE (sl_record_table_new (self->session, &spec));
  sl_record_table_add_text_column (self->table, _ ("Gap"), GAP_CHARS, FALSE, say_gap, compare_gaps,
                                   self->session);
  sl_record_table_sort_by_last (self->table, TRUE);
  sl_record_table_add_text_column (self->table, _ ("From"), PARTY_CHARS, FALSE, say_party, NULL,
                                   GINT_TO_POINTER (FALSE));
  sl_record_table_add_text_column (self->table, _ ("To"), PARTY_CHARS, FALSE, say_party, NULL,
                                   GINT_TO_POINTER (TRUE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
}

GtkWidget *
sl_hand_off_view_new (SlSession *session)
{
  SlHandOffView *self = g_object_new (SL_TYPE_HAND_OFF_VIEW, NULL);

  self->session = g_object_ref (session);
  make_table (self);
  make_bar (self);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_object (sl_session_get_analyzer (session), "changed", G_CALLBACK (analysed_cb),
                           self, G_CONNECT_SWAPPED);
  analysed_cb (self);
  return GTK_WIDGET (self);
}
