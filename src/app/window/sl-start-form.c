/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of "Start Your Own". They only collect text; the command that imports plans makes
 * records of it, so that one undo takes all of them back. */

#include "config.h"

#include "window/sl-start-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/sl-codes.h"
#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "command/sl-command.h"

#define N_OBJECTIVES 5
#define OWNER_CHARS 14
#define DAY_CHARS 10

typedef struct
{
  GtkEditable *title;
  GtkEditable *owner; /* NULL: nobody is asked for */
  GtkEditable *day;
} Row;

struct _SlStartForm
{
  GtkWidget parent_instance;
  GtkEntry *vision;
  GtkTextView *parties;
  GtkGrid *objectives;
  GtkGrid *dates;
  GtkLabel *problem;
  Row goals[N_OBJECTIVES];
  Row first;
  GtkEditable *meeting;
};

G_DEFINE_FINAL_TYPE (SlStartForm, sl_start_form, GTK_TYPE_WIDGET)

/* --- Reading --- */

static char *
take_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* Reads a date. *@day: SL_INT_NULL where nothing is typed. */
static gboolean
read_day (SlStartForm *self, GtkEditable *entry, gint64 *day)
{
  g_autofree char *text = take_text (entry);
  g_autoptr (GError) error = NULL;
  gint64 today = sl_day_today ();

  *day = SL_INT_NULL;
  if (text[0] == '\0' || sl_parse_day (text, today, today, TRUE, day, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      return TRUE;
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static void
add_string (GVariantBuilder *item, const char *field, const char *text)
{
  if (text[0] != '\0')
    g_variant_builder_add (item, "{sv}", field, g_variant_new_string (text));
}

static void
add_parties (SlStartForm *self, GVariantBuilder *items, guint *n)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->parties);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      g_variant_builder_open (items, G_VARIANT_TYPE_VARDICT);
      add_string (items, "type", "party");
      add_string (items, "title", lines[i]);
      g_variant_builder_close (items);
      *n += 1;
    }
}

/* Returns: whether its date could be read */
static gboolean
add_row (SlStartForm *self, const Row *row, GVariantBuilder *items, int parent, guint *n)
{
  g_autofree char *title = take_text (row->title);
  gint64 day;

  if (!read_day (self, row->day, &day))
    return FALSE;
  if (title[0] == '\0')
    return TRUE;
  g_variant_builder_open (items, G_VARIANT_TYPE_VARDICT);
  add_string (items, "type", row->owner != NULL ? "goal" : "milestone");
  add_string (items, "title", title);
  if (row->owner != NULL)
    {
      g_autofree char *owner = take_text (row->owner);

      add_string (items, "owner", owner);
      g_variant_builder_add (items, "{sv}", "level", g_variant_new_int64 (SL_GOAL_LEVEL_OBJECTIVE));
      g_variant_builder_add (items, "{sv}", "shared", g_variant_new_int64 (TRUE));
    }
  else if (parent >= 0)
    g_variant_builder_add (items, "{sv}", "parent", g_variant_new_int32 (parent));
  if (day != SL_INT_NULL)
    g_variant_builder_add (items, "{sv}", "due", g_variant_new_int64 (day));
  g_variant_builder_close (items);
  *n += 1;
  return TRUE;
}

GVariant *
sl_start_form_read (SlStartForm *self)
{
  g_autofree char *vision = NULL;
  g_auto (GVariantBuilder) project, items;
  gboolean good = TRUE;
  guint n = 0, goals;
  gint64 meeting = SL_INT_NULL;

  g_return_val_if_fail (SL_IS_START_FORM (self), NULL);
  vision = take_text (GTK_EDITABLE (self->vision));
  g_variant_builder_init (&project, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  add_parties (self, &items, &n);
  goals = n;
  for (guint i = 0; good && i < N_OBJECTIVES; i++)
    good = add_row (self, &self->goals[i], &items, -1, &n);
  /* What happens first serves the first objective. */
  good = good && add_row (self, &self->first, &items, n > goals ? (int)goals : -1, &n)
         && read_day (self, self->meeting, &meeting);
  if (!good)
    return NULL;
  add_string (&project, "vision", vision);
  if (meeting != SL_INT_NULL)
    g_variant_builder_add (&project, "{sv}", "next_meeting", g_variant_new_int64 (meeting));
  return g_variant_new ("(s@a{sv}@aa{sv}a(uuidb)asa(uud)a(uixx)a(xsbb))", _ ("First answers"),
                        g_variant_builder_end (&project), g_variant_builder_end (&items), NULL,
                        NULL, NULL, NULL, NULL);
}

/* --- Making --- */

/* An entry of a grid. @name: what it asks for, in its own words */
static GtkEditable *
attach_entry (GtkGrid *grid, const char *name, int column, int line, int chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (entry, chars == 0);
  if (chars > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
    }
  gtk_grid_attach (grid, entry, column, line, 1, 1);
  return GTK_EDITABLE (entry);
}

static void
make_rows (SlStartForm *self)
{
  for (guint i = 0; i < N_OBJECTIVES; i++)
    {
      Row *row = &self->goals[i];

      row->title = attach_entry (self->objectives, _ ("Objective"), 0, (int)i, 0);
      row->owner = attach_entry (self->objectives, _ ("Who"), 1, (int)i, OWNER_CHARS);
      row->day = attach_entry (self->objectives, _ ("By when"), 2, (int)i, DAY_CHARS);
    }
  self->first.title = attach_entry (self->dates, _ ("First milestone"), 0, 0, 0);
  self->first.day = attach_entry (self->dates, _ ("When"), 1, 0, OWNER_CHARS);
  self->meeting = attach_entry (self->dates, _ ("Next meeting"), 2, 0, DAY_CHARS);
}

static void
add_shortcut (GtkShortcutController *keys, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      keys,
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

static void
sl_start_form_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_start_form_parent_class)->dispose (object);
}

static void
sl_start_form_class_init (SlStartFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_start_form_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/window/sl-start-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStartForm, vision);
  gtk_widget_class_bind_template_child (widget_class, SlStartForm, parties);
  gtk_widget_class_bind_template_child (widget_class, SlStartForm, objectives);
  gtk_widget_class_bind_template_child (widget_class, SlStartForm, dates);
  gtk_widget_class_bind_template_child (widget_class, SlStartForm, problem);
}

static void
sl_start_form_init (SlStartForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Return, GDK_CONTROL_MASK, "win.finish-own");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Escape, 0, "win.back-to-start");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sl_start_form_new (void)
{
  return g_object_new (SL_TYPE_START_FORM, NULL);
}

void
sl_start_form_focus (SlStartForm *self)
{
  g_return_if_fail (SL_IS_START_FORM (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->vision));
}
