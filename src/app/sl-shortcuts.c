/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys. Whatever means something while text is edited (letters, Enter, Tab, Delete, clipboard) has
 * no action here: it is a shortcut of the view, in the bubble phase, because an application
 * accelerator would be taken before the text field sees the key. */

#include "config.h"

#include "sl-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const SlShortcut shortcuts[] = {
  { "app.new", "<Control>n", N_ ("New project"), N_ ("General") },
  { "app.open", "<Control>o", N_ ("Open a project"), N_ ("General") },
  { "win.save", "<Control>s", N_ ("Save now"), N_ ("General") },
  { "win.save-as", "<Control><Shift>s", N_ ("Save under another name"), N_ ("General") },
  { "win.search", "<Control>k", N_ ("Find any record or action"), N_ ("General") },
  { "win.print", "<Control>p", N_ ("Print what was printed last"), N_ ("General") },
  { "win.print-preview", "<Control><Shift>p", N_ ("Preview what is shown"), N_ ("General") },
  { "win.message", "F6", N_ ("Go to the button of a message, as Undo"), N_ ("General") },
  { "win.inspector", "F9", N_ ("Show or hide the inspector"), N_ ("General") },
  { "win.menu", "F10", N_ ("Main menu"), N_ ("General") },
  { "win.fullscreen", "F11", N_ ("Full screen"), N_ ("General") },
  { "app.preferences", "<Control>comma", N_ ("Preferences"), N_ ("General") },
  { "app.help", "F1", N_ ("Help"), N_ ("General") },
  { "win.learn", "<Shift>F1", N_ ("About this page"), N_ ("General") },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts"), N_ ("General") },
  { "window.close", "<Control>w", N_ ("Close the window"), N_ ("General") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("General") },
  { "win.page::today", "<Alt>0", N_ ("Today"), N_ ("Pages") },
  { "win.page::goals", "<Alt>1", N_ ("Goals"), N_ ("Pages") },
  { "win.page::stakeholders", "<Alt>2", N_ ("Stakeholders"), N_ ("Pages") },
  { "win.page::timeline", "<Alt>3", N_ ("Timeline"), N_ ("Pages") },
  { "win.page::alignment", "<Alt>4", N_ ("Alignment"), N_ ("Pages") },
  { "win.page::reviews", "<Alt>5", N_ ("Reviews"), N_ ("Pages") },
  { "win.page::direction", "<Alt>6", N_ ("Direction"), N_ ("Pages") },
  { "win.page::resources", "<Alt>7", N_ ("Resources"), N_ ("Pages") },
  { "win.page::risks", "<Alt>8", N_ ("Risks"), N_ ("Pages") },
  { "win.page::print", "<Alt>9", N_ ("Print"), N_ ("Pages") },
  { "win.next-view", "<Control>Page_Down", N_ ("Next view of the page"), N_ ("Pages") },
  { "win.previous-view", "<Control>Page_Up", N_ ("View before"), N_ ("Pages") },
  { "win.back", "<Alt>Left", N_ ("Back to where you were"), N_ ("Pages") },
  { "win.forward", "<Alt>Right", N_ ("Forward again"), N_ ("Pages") },
  { "win.undo", "<Control>z", N_ ("Undo"), N_ ("Editing") },
  { "win.redo", "<Control><Shift>z", N_ ("Redo"), N_ ("Editing") },
  { "win.find", "<Control>f", N_ ("Find in the page"), N_ ("Editing") },
  { "win.check-in", "<Control>e", N_ ("Check in on the selected goal"), N_ ("Editing") },
  { "win.close-goal", "<Control><Shift>e", N_ ("Close the selected goal"), N_ ("Editing") },
  { "win.replan::shift", "<Control>m", N_ ("Shift what is selected, with all that belongs to it"),
    N_ ("Editing") },
  { "win.replan::carry-over", "<Control><Shift>m", N_ ("Carry over what was left unfinished"),
    N_ ("Editing") },
  { "win.import", "<Control><Shift>o", N_ ("Import a list or a plan"), N_ ("Editing") },
  { "win.untold", "<Control><Shift>k", N_ ("Who does not know yet"), N_ ("Alignment") },
  { "win.why", "<Control>i", N_ ("Why these numbers"), N_ ("Alignment") },
  { "win.sight", "<Control>l", N_ ("Line of sight, up and down"), N_ ("Alignment") },
  { "win.next-finding", "F8", N_ ("Next finding"), N_ ("Alignment") },
  { NULL, "<Control>1", N_ ("Apply the first fix; 2 to 4: the others"), N_ ("Alignment") },
  { NULL, "a", N_ ("Accept the finding, and say why"), N_ ("Alignment") },
  { NULL, "Return", N_ ("Add below, or finish the title"), N_ ("Outline") },
  { NULL, "F2", N_ ("Edit the title; again: the next cell"), N_ ("Outline") },
  { NULL, "Tab", N_ ("Indent while the title is being typed"), N_ ("Outline") },
  { NULL, "<Alt><Shift>Right", N_ ("Indent"), N_ ("Outline") },
  { NULL, "<Alt><Shift>Left", N_ ("Outdent"), N_ ("Outline") },
  { NULL, "<Alt><Shift>Up", N_ ("Move up"), N_ ("Outline") },
  { NULL, "<Alt><Shift>Down", N_ ("Move down"), N_ ("Outline") },
  { NULL, "<Control>x", N_ ("Cut, to paste under another goal"), N_ ("Outline") },
  { NULL, "<Control>c", N_ ("Copy"), N_ ("Outline") },
  { NULL, "<Control>v", N_ ("Paste rows, also from a spreadsheet"), N_ ("Outline") },
  { NULL, "<Control><Shift>d", N_ ("Duplicate"), N_ ("Outline") },
  { NULL, "Delete", N_ ("Delete"), N_ ("Outline") },
  { NULL, "l", N_ ("Link: helps or hurts"), N_ ("Goal tree") },
  { NULL, "<Alt><Shift>Up", N_ ("Rank a goal higher; Down: lower"), N_ ("Priorities") },
  { NULL, "0", N_ ("Position: 0 to 3; a minus first makes it negative"), N_ ("Matrix") },
  { NULL, "g", N_ ("Our guess"), N_ ("Matrix") },
  { NULL, "s", N_ ("Said"), N_ ("Matrix") },
  { NULL, "w", N_ ("In writing"), N_ ("Matrix") },
  { NULL, "Delete", N_ ("Not asked"), N_ ("Matrix") },
  { NULL, "c", N_ ("Open a conflict, or go to it"), N_ ("Matrix") },
  { NULL, "v", N_ ("Value of today"), N_ ("KPIs") },
  { NULL, "y", N_ ("It is still true: in a line of Today, in a row, on a card or a cell"),
    N_ ("Still True?") },
  { NULL, "Tab", N_ ("To the clock of a row, a card or a cell, where Enter says so"),
    N_ ("Still True?") },
  { "win.compare", "<Control>d", N_ ("Mark what changed since the last meeting"), N_ ("Charts") },
  { NULL, "<Control>plus", N_ ("Zoom in"), N_ ("Charts") },
  { NULL, "<Control>minus", N_ ("Zoom out"), N_ ("Charts") },
  { NULL, "<Control>0", N_ ("Zoom to fit"), N_ ("Charts") },
  { NULL, "<Control>Left", N_ ("Move a bar or milestone one day earlier"), N_ ("Charts") },
  { NULL, "<Control>Right", N_ ("Move a bar or milestone one day later"), N_ ("Charts") },
  { NULL, "<Control>x", N_ ("Put a row under another: cut it, there Ctrl+V"),
    N_ ("Instead of Dragging") },
  { NULL, "<Alt><Shift>Up", N_ ("Move a row or rank a goal higher; Down: lower"),
    N_ ("Instead of Dragging") },
  { NULL, "l", N_ ("Link the goal of a card to another one"), N_ ("Instead of Dragging") },
  { NULL, "<Control>Left", N_ ("Move a bar; with Alt, too, only its end"),
    N_ ("Instead of Dragging") },
  { NULL, "<Control>Up", N_ ("Move a party or a risk in its grid"), N_ ("Instead of Dragging") },
  { NULL, "<Shift>Down", N_ ("Select a block of cells"), N_ ("Instead of Dragging") },
};

const SlShortcut *
sl_shortcuts_all (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/* Keys pressed in a popover do not come to the window, where the accelerators are. Those that leave
 * count there as well; done before any class of popovers is made, which takes over what is here. */
static void
install_in_popovers (const SlShortcut *shortcut)
{
  g_autoptr (GTypeClass) popover = g_type_class_ref (GTK_TYPE_POPOVER);
  guint keyval = 0;
  GdkModifierType modifiers = 0;

  if (gtk_accelerator_parse (shortcut->keys, &keyval, &modifiers))
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (popover), keyval, modifiers,
                                         shortcut->action, NULL);
}

void
sl_shortcuts_install (GtkApplication *app)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (shortcuts[i].action == NULL)
        continue;
      keys = g_strsplit (shortcuts[i].keys, " ", -1);
      gtk_application_set_accels_for_action (app, shortcuts[i].action, (const char *const *)keys);
      if (g_str_equal (shortcuts[i].action, "app.quit")
          || g_str_equal (shortcuts[i].action, "window.close"))
        install_in_popovers (&shortcuts[i]);
    }
}

/* What a screen reader says of the keys. (transfer full) */
static char *
keys_to_text (const char *keys)
{
  guint keyval = 0;
  GdkModifierType modifiers = 0;

  if (!gtk_accelerator_parse (keys, &keyval, &modifiers))
    return g_strdup (keys);
  return gtk_accelerator_get_label (keyval, modifiers);
}

static void
add_row (AdwPreferencesGroup *group, const SlShortcut *shortcut)
{
  g_autofree char *spoken = keys_to_text (shortcut->keys);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (shortcut->title), NULL);
  GtkWidget *keys = gtk_shortcut_label_new (shortcut->keys);

  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  /* Newer rows are described by their subtitle, even by an empty one. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
  adw_preferences_group_add (group, row);
}

/* All shortcuts of the group that @first begins. */
static AdwPreferencesGroup *
make_group (guint first)
{
  AdwPreferencesGroup *group
      = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ (shortcuts[first].group), NULL);

  for (guint i = first; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_equal (shortcuts[i].group, shortcuts[first].group))
      add_row (group, &shortcuts[i]);
  return group;
}

static gboolean
begins_group (guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (shortcuts[i].group, shortcuts[index].group))
      return FALSE;
  return TRUE;
}

/* Not GtkShortcutsWindow: GTK 4.8 fills that from GtkBuilder only and deals groups out over its
 * pages in no order. */
GtkWidget *
sl_shortcuts_window_new (void)
{
  GtkWidget *window
      = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("Keyboard Shortcuts"), "modal", TRUE,
                      "search-enabled", FALSE, "default-width", 560, "default-height", 640, NULL);
  AdwPreferencesPage *page = g_object_new (ADW_TYPE_PREFERENCES_PAGE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (begins_group (i))
      adw_preferences_page_add (page, make_group (i));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  return window;
}
