/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list is made anew when a conflict changed, which keeps the selection by its record. */

#include "config.h"

#include "alignment/sl-conflict-view.h"

#include <glib/gi18n.h>

#include "alignment/sl-conflict-form.h"
#include "analysis/sl-conflict-record.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "widgets/sl-empty-state.h"
#include "widgets/sl-form.h"
#include "widgets/sl-one-stop.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-unseen.h"

struct _SlConflictView
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkWidget *empty;
  GtkListBox *list;
  GtkBox *form_box;
  SlConflictForm *form;
  SlSession *session;
  SlId shown;
  guint n_open;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlConflictView, sl_conflict_view, GTK_TYPE_WIDGET)

/* --- Rows --- */

/* "decide by 1 Dec 2026", and whether that is over. (transfer full) (nullable) */
static char *
say_end (const SlTable *table, guint row)
{
  const gint64 day = sl_table_int (table, row, SL_CONFLICT_DECIDE_BY);
  g_autofree char *text = day != SL_INT_NULL ? sl_day_to_text (day) : NULL;

  if (text == NULL)
    return NULL;
  /* Translators: the day until which a conflict is to be decided. */
  return g_strdup_printf (
      day < sl_day_today () ? _ ("should have been decided by %s") : _ ("decide by %s"), text);
}

static const char *
enum_words (const SlTable *table, guint row, guint field)
{
  const SlEnumValue *value = sl_field_enum_by_code (&sl_kind (SL_KIND_CONFLICT)->fields[field],
                                                    sl_table_int (table, row, field));

  return value != NULL ? _ (value->nick) : "";
}

static char *
describe (const SlSnapshot *plan, const SlTable *table, guint row)
{
  g_autofree char *end = say_end (table, row);
  GString *text = g_string_new (enum_words (table, row, SL_CONFLICT_STATUS));

  if (!sl_conflict_record_is_open (plan, row))
    {
      g_autofree char *day = sl_table_is_set (table, row, SL_CONFLICT_SETTLED)
                                 ? sl_day_to_text (sl_table_int (table, row, SL_CONFLICT_SETTLED))
                                 : NULL;

      if (day != NULL)
        g_string_append_printf (text, " · %s", day);
      return g_string_free (text, FALSE);
    }
  /* Translators: how serious a conflict is: High. */
  g_string_append_printf (text, _ (" · severity: %s"),
                          enum_words (table, row, SL_CONFLICT_SEVERITY));
  if (end != NULL)
    g_string_append_printf (text, " · %s", end);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *css, int lines)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
make_row (const SlSnapshot *plan, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_CONFLICT);
  const SlId id = sl_table_id (table, row);
  const char *title = sl_snapshot_title (plan, id);
  g_autofree char *meta = describe (plan, table, row);
  g_autofree char *spoken = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *widget = gtk_list_box_row_new ();

  if (*title == '\0')
    title = _ ("Conflict without a title");
  spoken = g_strdup_printf ("%s · %s", title, meta);
  gtk_box_append (GTK_BOX (box), make_label (title, NULL, 3));
  gtk_box_append (GTK_BOX (box), make_label (meta, "caption", 2));
  gtk_widget_add_css_class (box, "sl-finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  sl_form_set_id (widget, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return widget;
}

/* --- The list --- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SlConflictView *self = data;
  const int number = gtk_list_box_row_get_index (row);
  GtkWidget *label = NULL;

  if (number == 0 || number == (int)self->n_open)
    {
      label = make_label (number < (int)self->n_open ? _ ("Open") : _ ("Settled"), "heading", 1);
      gtk_widget_add_css_class (label, "sl-list-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

/* The row of @id, else the first; NULL in an empty list. */
static GtkListBoxRow *
find_row (SlConflictView *self, SlId id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (sl_form_get_id (GTK_WIDGET (row)) == id)
      return row;
  return gtk_list_box_get_row_at_index (self->list, 0);
}

static void
select_row (SlConflictView *self, SlId id)
{
  GtkListBoxRow *row = find_row (self, id);

  gtk_list_box_select_row (self->list, row);
  self->shown = row != NULL ? sl_form_get_id (GTK_WIDGET (row)) : SL_ID_NONE;
  /* First, that the stack still finds the focus in what is taken away. */
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "conflicts" : "none");
  sl_conflict_form_show (self->form, self->shown);
}

static void
fill (SlConflictView *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  g_autoptr (GArray) rows = sl_conflict_records (plan, &self->n_open);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->list, make_row (plan, g_array_index (rows, guint, i)));
  select_row (self, self->shown);
  self->filling = FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  if (focus != NULL && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (focus != NULL)
    sl_empty_state_focus (self->empty);
}

static void
row_selected_cb (SlConflictView *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->shown = sl_form_get_id (GTK_WIDGET (row));
  sl_conflict_form_show (self->form, self->shown);
}

static void
row_activated_cb (SlConflictView *self)
{
  sl_conflict_form_focus (self->form);
}

static void
changed_cb (SlConflictView *self, SlChangeSet *changes)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    if (sl_change_set_get (changes, i)->kind == SL_KIND_CONFLICT)
      {
        fill (self);
        return;
      }
}

static void
add_cb (SlConflictView *self)
{
  GVariantBuilder fields;
  SlId conflict = SL_ID_NONE;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (_ ("New conflict")));
  if (sl_session_run (self->session, "record.add",
                      g_variant_new ("(sxxa{sv})", "conflict", (gint64)SL_ID_NONE,
                                     G_GINT64_CONSTANT (-1), &fields),
                      &conflict))
    sl_conflict_view_show (self, conflict);
}

static void
delete_cb (SlConflictView *self)
{
  if (self->shown != SL_ID_NONE)
    sl_session_delete (self->session, &self->shown, 1, SL_ID_NONE);
}

void
sl_conflict_view_show (SlConflictView *self, SlId conflict)
{
  g_return_if_fail (SL_IS_CONFLICT_VIEW (self));

  select_row (self, conflict);
  sl_conflict_form_focus (self->form);
}

void
sl_conflict_view_focus (SlConflictView *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SL_IS_CONFLICT_VIEW (self));
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    sl_empty_state_focus (self->empty);
}

static void
sl_conflict_view_dispose (GObject *object)
{
  SlConflictView *self = SL_CONFLICT_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_conflict_view_parent_class)->dispose (object);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *param)
{
  add_cb (SL_CONFLICT_VIEW (widget));
}

static void
sl_conflict_view_class_init (SlConflictViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_conflict_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/alignment/sl-conflict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SlConflictView, stack);
  gtk_widget_class_bind_template_child (widget_class, SlConflictView, list);
  gtk_widget_class_bind_template_child (widget_class, SlConflictView, form_box);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
sl_conflict_view_init (SlConflictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  sl_one_stop_attach (GTK_WIDGET (self->list));
  self->empty = sl_empty_state_new (SL_KIND_CONFLICT, "page.add");
  gtk_stack_add_named (self->stack, self->empty, "none");
  sl_unseen_attach (self->stack);
  sl_spoken_tidy (GTK_WIDGET (self));
}

GtkWidget *
sl_conflict_view_new (SlSession *session)
{
  SlConflictView *self = g_object_new (SL_TYPE_CONFLICT_VIEW, NULL);
  GtkWidget *form = sl_conflict_form_new (session);

  self->session = g_object_ref (session);
  self->form = SL_CONFLICT_FORM (form);
  gtk_widget_set_hexpand (form, TRUE);
  gtk_box_append (self->form_box, form);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
