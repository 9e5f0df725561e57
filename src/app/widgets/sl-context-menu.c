/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens context menus and takes care of the focus: GTK 4.8 gives it to the first thing in the
 * window when a menu closes that was no button's. */

#include "config.h"

#include "widgets/sl-context-menu.h"

#include "widgets/sl-spoken.h"

/* @before: weak reference to what had the focus */
typedef struct
{
  GWeakRef before;
} Opened;

static void
opened_free (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (&((Opened *)data)->before);
  g_free (data);
}

static gboolean
unparent_idle_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* The focus goes back at once: GTK would look for another place before the next frame. What the
 * chosen entry does comes after "closed" and may take it again. */
static void
closed_cb (GtkPopover *popover, Opened *opened)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (popover)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;
  g_autoptr (GtkWidget) before = g_weak_ref_get (&opened->before);

  if (before != NULL && gtk_widget_get_mapped (before)
      && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover))))
    gtk_widget_grab_focus (before);
  /* The action of the chosen entry runs after "closed". */
  g_idle_add (unparent_idle_cb, popover);
}

void
sl_context_menu_popup (GtkWidget *page, GMenuModel *menu, GActionGroup *rows, GtkWidget *from,
                       double x, double y)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  Opened *opened = g_new0 (Opened, 1);
  graphene_point_t at;

  if (!gtk_widget_compute_point (from, page, &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    at = GRAPHENE_POINT_INIT (0, 0);
  g_weak_ref_init (&opened->before, gtk_root_get_focus (gtk_widget_get_root (page)));
  gtk_widget_set_parent (popover, page);
  gtk_widget_insert_action_group (popover, "rows", rows);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  g_signal_connect_data (popover, "closed", G_CALLBACK (closed_cb), opened, opened_free, 0);
  sl_spoken_menus (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- Rows of lists --- */

typedef struct
{
  SlRowMenu make;
  gpointer data;
} Rows;

static void
rows_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* The row at or around @widget, and its menu. (transfer none) (nullable) */
static GtkWidget *
find_row (const Rows *rows, GtkWidget *page, GtkWidget *widget, GMenuModel **menu)
{
  while (widget != NULL && widget != page && (*menu = rows->make (widget, rows->data)) == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget != page ? widget : NULL;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, Rows *rows)
{
  GtkWidget *page = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *row;

  if (!sl_context_menu_is_key (keyval, state) || GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  row = find_row (rows, page, focus, &menu);
  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  sl_context_menu_popup (page, menu, NULL, row, gtk_widget_get_width (row) / 2.0,
                         gtk_widget_get_height (row));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Rows *rows)
{
  GtkWidget *page = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *row = find_row (rows, page, gtk_widget_pick (page, x, y, GTK_PICK_DEFAULT), &menu);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  sl_context_menu_popup (page, menu, NULL, page, x, y);
}

void
sl_context_menu_attach_rows (GtkWidget *page, SlRowMenu make, gpointer data)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  const Rows rows = { make, data };

  g_return_if_fail (GTK_IS_WIDGET (page) && make != NULL);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                         g_memdup2 (&rows, sizeof rows), rows_free, 0);
  gtk_widget_add_controller (page, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_data (click, "pressed", G_CALLBACK (pressed_cb), g_memdup2 (&rows, sizeof rows),
                         rows_free, 0);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (click));
}

gboolean
sl_context_menu_is_key (guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  return (keyval == GDK_KEY_Menu && modifiers == 0)
         || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
}
