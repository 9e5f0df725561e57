/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys. Whatever means something while text is edited (letters, Enter, Tab, Delete, clipboard) has
 * no action here: it is a shortcut of the view, in the bubble phase, because an application
 * accelerator would be taken before the text field sees the key. */

#include "config.h"

#include "sl-shortcuts.h"

#include <glib/gi18n.h>

static const SlShortcut shortcuts[] = {
  { "app.new", "<Control>n", N_ ("New project"), N_ ("General") },
  { "app.open", "<Control>o", N_ ("Open a project"), N_ ("General") },
  { "win.save", "<Control>s", N_ ("Save now"), N_ ("General") },
  { "win.save-as", "<Control><Shift>s", N_ ("Save under another name"), N_ ("General") },
  { "win.search", "<Control>k", N_ ("Find any record or action"), N_ ("General") },
  { "win.print", "<Control>p", N_ ("Print"), N_ ("General") },
  { "win.print-preview", "<Control><Shift>p", N_ ("Preview what is shown"), N_ ("General") },
  { "win.inspector", "F9", N_ ("Show or hide the inspector"), N_ ("General") },
  { "win.menu", "F10", N_ ("Main menu"), N_ ("General") },
  { "win.fullscreen", "F11", N_ ("Full screen"), N_ ("General") },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts"), N_ ("General") },
  { "window.close", "<Control>w", N_ ("Close the window"), N_ ("General") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("General") },
  { "win.page::goals", "<Alt>1", N_ ("Goals"), N_ ("Pages") },
  { "win.page::stakeholders", "<Alt>2", N_ ("Stakeholders"), N_ ("Pages") },
  { "win.page::timeline", "<Alt>3", N_ ("Timeline"), N_ ("Pages") },
  { "win.page::alignment", "<Alt>4", N_ ("Alignment"), N_ ("Pages") },
  { "win.page::risks", "<Alt>8", N_ ("Risks"), N_ ("Pages") },
  { "win.page::print", "<Alt>9", N_ ("Print"), N_ ("Pages") },
  { "win.undo", "<Control>z", N_ ("Undo"), N_ ("Editing") },
  { "win.redo", "<Control><Shift>z", N_ ("Redo"), N_ ("Editing") },
  { "win.find", "<Control>f", N_ ("Find in the page"), N_ ("Editing") },
  { "win.import", "<Control>i", N_ ("Import a list or a plan"), N_ ("Editing") },
  { "win.next-finding", "F8", N_ ("Next finding"), N_ ("Alignment") },
  { NULL, "<Control>1", N_ ("Apply the first fix; 2 to 4: the others"), N_ ("Alignment") },
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
  { NULL, "Delete", N_ ("Delete"), N_ ("Outline") },
  { NULL, "l", N_ ("Link: helps or hurts"), N_ ("Goal tree") },
  { NULL, "<Alt><Shift>Up", N_ ("Rank a goal higher; Down: lower"), N_ ("Priorities") },
  { NULL, "0", N_ ("Position: 0 to 3; a minus first makes it negative"), N_ ("Matrix") },
  { NULL, "g", N_ ("Our guess"), N_ ("Matrix") },
  { NULL, "s", N_ ("Said"), N_ ("Matrix") },
  { NULL, "w", N_ ("In writing"), N_ ("Matrix") },
  { NULL, "Delete", N_ ("Not asked"), N_ ("Matrix") },
  { NULL, "<Control>plus", N_ ("Zoom in"), N_ ("Charts") },
  { NULL, "<Control>minus", N_ ("Zoom out"), N_ ("Charts") },
  { NULL, "<Control>0", N_ ("Zoom to fit"), N_ ("Charts") },
  { NULL, "<Control>Left", N_ ("Move a bar or milestone one day earlier"), N_ ("Charts") },
  { NULL, "<Control>Right", N_ ("Move a bar or milestone one day later"), N_ ("Charts") },
};

const SlShortcut *
sl_shortcuts_all (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
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
    }
}

static GtkWidget *
find_or_add_group (GHashTable *groups, GtkWidget *section, const char *group)
{
  GtkWidget *widget = g_hash_table_lookup (groups, group);

  if (widget == NULL)
    {
      widget = g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "title", _ (group), NULL);
      gtk_box_append (GTK_BOX (section), widget);
      g_hash_table_insert (groups, (char *)group, widget);
    }
  return widget;
}

GtkWidget *
sl_shortcuts_window_new (void)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *window = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, "modal", TRUE, NULL);
  GtkWidget *section
      = g_object_new (GTK_TYPE_SHORTCUTS_SECTION, "section-name", "all", "max-height", 14, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkWidget *row = g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "title", _ (shortcuts[i].title),
                                     "accelerator", shortcuts[i].keys, NULL);
      gtk_box_append (GTK_BOX (find_or_add_group (groups, section, shortcuts[i].group)), row);
    }
  gtk_window_set_child (GTK_WINDOW (window), section);
  return window;
}
