/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers actions from where they already stand with a name: buttons and menus of the page, the
 * table of keys, the main menu. So there is no second list of actions that could lag behind. */

#include "config.h"

#include "search/sl-search-actions.h"

#include <glib/gi18n.h>

#include "sl-chart.h"
#include "sl-pack-preset.h"
#include "sl-shortcuts.h"

#include <string.h>

#define SEARCH_ACTION "win.search"

typedef struct
{
  GPtrArray *items; /* of SlSearchItem */
  GHashTable *seen; /* set of detailed names */
  GtkWidget *page;
} Collector;

/* The first accelerator of an action, as people read it. (transfer full) (nullable) */
static char *
keys_of (const char *action)
{
  guint n = 0;
  const SlShortcut *all = sl_shortcuts_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) keys = NULL;
      GdkModifierType modifiers = 0;
      guint key = 0;

      if (g_strcmp0 (all[i].action, action) != 0)
        continue;
      keys = g_strsplit (all[i].keys, " ", 2);
      if (gtk_accelerator_parse (keys[0], &key, &modifiers))
        return gtk_accelerator_get_label (key, modifiers);
    }
  return NULL;
}

/* Tooltips name the key behind the action: “Add a Goal Below (Enter)”. Cuts it off @title.
 * Returns: (transfer full) (nullable): the key */
static char *
split_keys (char *title)
{
  char *open = strrchr (title, '(');
  gsize length = strlen (title);

  if (open == NULL || open - title < 2 || open[-1] != ' ' || title[length - 1] != ')')
    return NULL;
  title[length - 1] = '\0';
  open[-1] = '\0';
  return g_strdup (open + 1);
}

/* GTK tells only widgets whether an action works: a button that nobody sees. */
static gboolean
works (Collector *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *probe;
  gboolean sensitive;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  probe = g_object_new (GTK_TYPE_BUTTON, "visible", FALSE, NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), name);
  gtk_widget_set_parent (probe, self->page);
  sensitive = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  return sensitive;
}

/* @title: may have a mnemonic and an ellipsis. */
static void
add (Collector *self, const char *action, const char *title, const char *caption)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *said = NULL;

  if (action == NULL || title == NULL || title[0] == '\0' || g_str_equal (action, SEARCH_ACTION)
      || g_hash_table_contains (self->seen, action) || !works (self, action))
    return;
  parts = g_strsplit (title, "_", -1);
  plain = g_strjoinv ("", parts);
  g_hash_table_add (self->seen, g_strdup (action));
  said = split_keys (plain);
  keys = keys_of (action);
  g_ptr_array_add (self->items,
                   sl_search_item_new_action (action, plain, caption, keys != NULL ? keys : said));
}

static char *
detailed_name (GMenuModel *menu, int index)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target
      = g_menu_model_get_item_attribute_value (menu, index, G_MENU_ATTRIBUTE_TARGET, NULL);

  if (!g_menu_model_get_item_attribute (menu, index, G_MENU_ATTRIBUTE_ACTION, "s", &name))
    return NULL;
  return g_action_print_detailed_name (name, target);
}

static void
add_menu (Collector *self, GMenuModel *menu, const char *caption)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = detailed_name (menu, i);
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      add (self, action, label, caption);
      for (guint l = 0; l < G_N_ELEMENTS (links); l++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[l]);

          if (below != NULL)
            add_menu (self, below, caption);
        }
    }
}

static void
add_button (Collector *self, GtkWidget *button, const char *caption)
{
  const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  const char *title = gtk_widget_get_tooltip_text (button);
  g_autofree char *action = NULL;

  if (name == NULL)
    return;
  if (title == NULL && GTK_IS_BUTTON (button))
    title = gtk_button_get_label (GTK_BUTTON (button));
  if (title == NULL && GTK_IS_CHECK_BUTTON (button))
    title = gtk_check_button_get_label (GTK_CHECK_BUTTON (button));
  action = g_action_print_detailed_name (name, target);
  add (self, action, title, caption);
}

static void
add_page (Collector *self, GtkWidget *widget, const char *caption)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));

      if (menu != NULL)
        add_menu (self, menu, caption);
      return;
    }
  if (GTK_IS_ACTIONABLE (widget))
    add_button (self, widget, caption);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_page (self, child, caption);
}

static void
add_keys (Collector *self)
{
  guint n = 0;
  const SlShortcut *all = sl_shortcuts_all (&n);

  for (guint i = 0; i < n; i++)
    add (self, all[i].action, _ (all[i].title), _ (all[i].group));
}

static void
add_sheet (Collector *self, const char *id, const char *sheet)
{
  g_autofree char *action = g_strconcat ("win.print-sheet::", id, NULL);
  /* Translators: an action; %s is a chart or a pack */
  g_autofree char *title = g_strdup_printf (_ ("Print: %s…"), sheet);

  add (self, action, title, _ ("Print"));
}

/* Each pack and each chart can be printed from anywhere. */
static void
add_sheets (Collector *self)
{
  guint n = 0;
  const SlPackPreset *presets = sl_pack_presets (&n);

  for (guint i = 0; i < n; i++)
    add_sheet (self, presets[i].id, _ (presets[i].title));
  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    add_sheet (self, sl_chart_all ()[i]->id, _ (sl_chart_all ()[i]->title));
}

GPtrArray *
sl_search_actions_collect (GMenuModel *menu, GtkWidget *page, const char *page_title)
{
  Collector self = { g_ptr_array_new_with_free_func (g_object_unref),
                     g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), page };

  add_page (&self, page, page_title);
  add_keys (&self);
  add_menu (&self, menu, _ ("Main Menu"));
  add_sheets (&self);
  g_hash_table_unref (self.seen);
  return self.items;
}
