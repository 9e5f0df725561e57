/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three fields an option: what can be done, and below it who gains and who loses. What is typed is
 * stored in a pause, when the focus leaves and before Undo, always as the whole field. Lines are
 * made anew only if somebody else changed the options.
 */

#include "config.h"

#include "alignment/sl-option-list.h"

#include <glib/gi18n.h>

#include "analysis/sl-conflict-options.h"
#include "widgets/sl-typing-pause.h"

#define N_PARTS 3
#define GRID_ROWS 2

/* One line; the last one is empty. */
typedef struct
{
  GtkEditable *parts[N_PARTS]; /* not owned: the grid holds them */
  GtkWidget *take;
  GtkWidget *drop;
} Line;

struct _SlOptionList
{
  GtkWidget parent_instance;
  GtkGrid *grid;
  SlSession *session;
  SlId conflict;
  GArray *lines; /* of Line */
  SlTypingPause pause;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SlOptionList, sl_option_list, GTK_TYPE_WIDGET)

static const char *
stored_text (SlOptionList *self)
{
  const SlTable *table
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_CONFLICT);
  const char *text;
  guint row;

  if (!sl_table_find (table, self->conflict, &row))
    return "";
  text = sl_table_text (table, row, SL_CONFLICT_OPTIONS);
  return text != NULL ? text : "";
}

static const char *
part_text (SlOptionList *self, guint number, guint part)
{
  return gtk_editable_get_text (g_array_index (self->lines, Line, number).parts[part]);
}

static GPtrArray *
typed_options (SlOptionList *self)
{
  GPtrArray *options = sl_conflict_options_read (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    sl_conflict_options_add (options, part_text (self, i, 0), part_text (self, i, 1),
                             part_text (self, i, 2));
  return options;
}

static void add_line (SlOptionList *self, const SlConflictOption *option);

/* Whether the last line can be typed into still. */
static gboolean
has_free_line (SlOptionList *self)
{
  const guint n = self->lines->len;

  if (n == 0)
    return FALSE;
  for (guint part = 0; part < N_PARTS; part++)
    if (*part_text (self, n - 1, part) != '\0')
      return FALSE;
  return TRUE;
}

static void
update_lines (SlOptionList *self)
{
  if (!has_free_line (self))
    add_line (self, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const gboolean used = *part_text (self, i, 0) != '\0';

      gtk_widget_set_sensitive (g_array_index (self->lines, Line, i).take, used);
      gtk_widget_set_sensitive (g_array_index (self->lines, Line, i).drop,
                                i + 1 < self->lines->len);
    }
}

static void
store (SlOptionList *self)
{
  g_autoptr (GPtrArray) options = typed_options (self);
  g_autofree char *text = sl_conflict_options_write (options);
  g_auto (SlValue) value = SL_VALUE_INIT;

  sl_typing_pause_end (&self->pause);
  if (g_str_equal (text, stored_text (self)))
    return;
  if (*text != '\0')
    value = sl_value_text (text);
  sl_session_set_value (self->session, self->conflict, SL_CONFLICT_OPTIONS, &value);
}

static gboolean
pause_cb (gpointer data)
{
  SlOptionList *self = data;

  self->pause.id = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SlOptionList *self)
{
  if (self->filling)
    return;
  update_lines (self);
  sl_typing_pause_begin (&self->pause, pause_cb, self);
}

/* --- Lines --- */

static guint
line_of (SlOptionList *self, GtkWidget *button)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, Line, i).take == button
        || g_array_index (self->lines, Line, i).drop == button)
      return i;
  g_return_val_if_reached (0);
}

static void
take_cb (GtkWidget *button, SlOptionList *self)
{
  g_auto (SlValue) value = sl_value_text (part_text (self, line_of (self, button), 0));

  store (self);
  sl_session_set_value (self->session, self->conflict, SL_CONFLICT_OUTCOME, &value);
}

static void
drop_cb (GtkWidget *button, SlOptionList *self)
{
  const guint number = line_of (self, button);

  self->filling = TRUE;
  for (guint part = 0; part < N_PARTS; part++)
    gtk_editable_set_text (g_array_index (self->lines, Line, number).parts[part], "");
  self->filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->lines, Line, number).parts[0]));
  store (self);
  sl_option_list_refresh (self);
}

/* Name of a field for who does not see in which column it stands. (transfer full) */
static char *
name_part (guint number, guint part)
{
  if (part == 0)
    /* Translators: a field; options of a conflict are numbered. */
    return g_strdup_printf (_ ("Option %u"), number + 1);
  if (part == 1)
    /* Translators: a field; options of a conflict are numbered. */
    return g_strdup_printf (_ ("Who gains by option %u"), number + 1);
  /* Translators: a field; options of a conflict are numbered. */
  return g_strdup_printf (_ ("Who loses by option %u"), number + 1);
}

static GtkEditable *
add_part (SlOptionList *self, guint number, guint part, const char *text)
{
  const char *const hints[N_PARTS] = { _ ("Option"), _ ("Who gains"), _ ("Who loses") };
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "width-chars", 8,
                                   "placeholder-text", hints[part], NULL);
  g_autofree char *name = name_part (number, part);

  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (store), self, G_CONNECT_SWAPPED);
  if (part == 0)
    gtk_grid_attach (self->grid, entry, 0, (int)number * GRID_ROWS, 2, 1);
  else
    gtk_grid_attach (self->grid, entry, (int)part - 1, (int)number * GRID_ROWS + 1, 1, 1);
  gtk_widget_set_margin_bottom (entry, part == 0 ? 0 : 12);
  return GTK_EDITABLE (entry);
}

/* @name: (transfer full) */
static GtkWidget *
add_button (SlOptionList *self, guint number, int column, const char *icon, char *name,
            GCallback clicked)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", name, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_grid_attach (self->grid, button, column, (int)number * GRID_ROWS, 1, 1);
  g_free (name);
  return button;
}

static void
add_line (SlOptionList *self, const SlConflictOption *option)
{
  const guint number = self->lines->len;
  Line line;

  line.parts[0] = add_part (self, number, 0, option != NULL ? option->what : "");
  line.parts[1] = add_part (self, number, 1, option != NULL ? option->gains : "");
  line.parts[2] = add_part (self, number, 2, option != NULL ? option->loses : "");
  line.take = add_button (self, number, 2, "object-select-symbolic",
                          g_strdup_printf (_ ("Take Option %u as the Outcome"), number + 1),
                          G_CALLBACK (take_cb));
  line.drop
      = add_button (self, number, 3, "user-trash-symbolic",
                    g_strdup_printf (_ ("Remove Option %u"), number + 1), G_CALLBACK (drop_cb));
  g_array_append_val (self->lines, line);
}

/* --- The list --- */

static void
fill (SlOptionList *self)
{
  g_autoptr (GPtrArray) options = sl_conflict_options_read (stored_text (self));

  self->filling = TRUE;
  for (guint i = self->lines->len * GRID_ROWS; i > 0; i--)
    gtk_grid_remove_row (self->grid, (int)i - 1);
  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < options->len; i++)
    add_line (self, options->pdata[i]);
  update_lines (self);
  self->filling = FALSE;
}

void
sl_option_list_refresh (SlOptionList *self)
{
  g_autoptr (GPtrArray) typed = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autofree char *typed_text = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SL_IS_OPTION_LIST (self));
  if (self->pause.id != 0)
    return;
  typed = typed_options (self);
  stored = sl_conflict_options_read (stored_text (self));
  typed_text = sl_conflict_options_write (typed);
  text = sl_conflict_options_write (stored);
  if (self->lines->len == 0 || !g_str_equal (typed_text, text))
    fill (self);
}

void
sl_option_list_add (SlOptionList *self, const char *what)
{
  g_autoptr (GPtrArray) options = NULL;
  g_autofree char *text = NULL;
  g_auto (SlValue) value = SL_VALUE_INIT;

  g_return_if_fail (SL_IS_OPTION_LIST (self));
  store (self);
  options = sl_conflict_options_read (stored_text (self));
  sl_conflict_options_add (options, what, NULL, NULL);
  text = sl_conflict_options_write (options);
  value = sl_value_text (text);
  sl_session_set_value (self->session, self->conflict, SL_CONFLICT_OPTIONS, &value);
  sl_option_list_refresh (self);
}

static void
focus_left_cb (SlOptionList *self)
{
  if (self->pause.id != 0)
    store (self);
}

static void
commit_action (GtkWidget *widget, const char *name, GVariant *param)
{
  store (SL_OPTION_LIST (widget));
}

static void
sl_option_list_dispose (GObject *object)
{
  SlOptionList *self = SL_OPTION_LIST (object);

  sl_typing_pause_end (&self->pause);
  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_option_list_parent_class)->dispose (object);
}

static void
sl_option_list_class_init (SlOptionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_option_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "field.commit", NULL, commit_action);
}

static void
sl_option_list_init (SlOptionList *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
sl_option_list_new (SlSession *session, SlId conflict)
{
  SlOptionList *self = g_object_new (SL_TYPE_OPTION_LIST, NULL);

  self->session = g_object_ref (session);
  self->conflict = conflict;
  fill (self);
  return GTK_WIDGET (self);
}
