/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of a prose field: a text area that grows with its text. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "inspector/sl-field-row.h"

/* Two lines. */
#define LEAST_PX 54

typedef struct
{
  GtkWidget *row; /* not owned: the row owns this */
  GtkTextBuffer *buffer;
  GtkEventController
      *focus; /* held, for the window may tell it of the focus after the row is gone */
  SlTypingPause pause;
  gboolean refreshing;
} Prose;

static void
prose_free (gpointer data)
{
  Prose *prose = data;

  sl_typing_pause_end (&prose->pause);
  g_signal_handlers_disconnect_by_data (prose->buffer, prose);
  g_signal_handlers_disconnect_by_data (prose->focus, prose);
  g_object_unref (prose->buffer);
  g_object_unref (prose->focus);
  g_free (prose);
}

static char *
get_text (Prose *prose)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (prose->buffer, &start, &end);
  return gtk_text_buffer_get_text (prose->buffer, &start, &end, FALSE);
}

static void
commit (Prose *prose)
{
  SlFieldRow *info = sl_field_row_get_info (prose->row);
  g_auto (SlValue) old = sl_field_row_get_value (info);
  g_auto (SlValue) value = SL_VALUE_INIT;
  g_autofree char *text = get_text (prose);

  sl_typing_pause_end (&prose->pause);
  if (text[0] != '\0' || (info->spec->flags & SL_REQUIRED))
    value = sl_value_text (text);
  if (!sl_value_equal (&old, &value))
    sl_field_row_set_value (info, &value);
}

static gboolean
commit_timeout_cb (gpointer data)
{
  Prose *prose = data;

  prose->pause.id = 0;
  commit (prose);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkTextBuffer *buffer, Prose *prose)
{
  if (prose->refreshing)
    return;
  sl_typing_pause_begin (&prose->pause, commit_timeout_cb, prose);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, Prose *prose)
{
  if (prose->pause.id != 0)
    commit (prose);
}

static void
commit_action_cb (GSimpleAction *action, GVariant *param, gpointer data)
{
  commit (data);
}

static void
refresh_prose (GtkWidget *row)
{
  SlFieldRow *info = sl_field_row_get_info (row);
  Prose *prose = g_object_get_data (G_OBJECT (row), "sl-prose");
  g_auto (SlValue) value = sl_field_row_get_value (info);
  const char *text = value.type == SL_VALUE_TEXT ? value.s : "";
  g_autofree char *shown = get_text (prose);

  if (prose->pause.id != 0 || g_str_equal (text, shown))
    return;
  prose->refreshing = TRUE;
  gtk_text_buffer_set_text (prose->buffer, text, -1);
  prose->refreshing = FALSE;
}

static gboolean
tab_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        gpointer data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (view));

  if (keyval == GDK_KEY_Tab)
    return gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_child_focus (root, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

/* What all of the text takes; unit: px. */
static int
text_height (GtkTextView *view)
{
  GtkTextIter end;
  int y = 0;
  int height = 0;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return y + height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static gboolean
resize_tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  int wanted = MAX (text_height (GTK_TEXT_VIEW (view)), LEAST_PX);
  gpointer asked = GSIZE_TO_POINTER ((gsize)gtk_widget_get_width (view) << 16 | (gsize)wanted);

  /* Asked again for the same, a parent that gives something else would be asked for ever. */
  if (wanted != gtk_widget_get_height (view)
      && g_object_get_data (G_OBJECT (view), "sl-asked") != asked)
    gtk_widget_queue_resize (view);
  g_object_set_data (G_OBJECT (view), "sl-asked", asked);
  return G_SOURCE_REMOVE;
}

/* A text view that was measured before it knew its width learns its height while it is allocated,
 * when it is too late to ask for it: it asks in the next frame. */
static void
height_known_cb (GtkAdjustment *adjustment, GParamSpec *pspec, GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, resize_tick_cb, NULL, NULL);
}

static GtkWidget *
make_view (Prose *prose, const char *name)
{
  GtkWidget *view
      = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "top-margin", 6,
                      "bottom-margin", 6, "height-request", LEAST_PX, "accepts-tab", FALSE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  prose->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  prose->focus = g_object_ref (gtk_event_controller_focus_new ());
  gtk_text_buffer_set_enable_undo (prose->buffer, FALSE);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), "notify::upper",
                           G_CALLBACK (height_known_cb), view, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (view, "sl-prose");
  g_signal_connect (prose->buffer, "changed", G_CALLBACK (changed_cb), prose);
  g_signal_connect (prose->focus, "leave", G_CALLBACK (focus_left_cb), prose);
  gtk_widget_add_controller (view, prose->focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (tab_cb), NULL);
  gtk_widget_add_controller (view, keys);
  return view;
}

GtkWidget *
sl_field_row_prose_new (SlFieldRow *info)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("commit", NULL);
  Prose *prose = g_new0 (Prose, 1);
  GtkWidget *row = sl_field_row_new_stacked (info, make_view (prose, _ (info->spec->nick)));

  prose->row = row;
  info->refresh = refresh_prose;
  g_object_set_data_full (G_OBJECT (row), "sl-prose", prose, prose_free);
  g_signal_connect (action, "activate", G_CALLBACK (commit_action_cb), prose);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (row, "field", G_ACTION_GROUP (group));
  return row;
}
