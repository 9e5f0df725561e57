/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Libadwaita 1.2 gives its shadows their style classes anew whenever it places its children. As
 * they stand before the content, GTK then visits every widget in the content, also on pages that
 * nobody sees, to find out whether a rule speaks of what stands behind a shadow: a quarter of a
 * second on a full plan. Shadows are drawn by name, not by order, so they may as well stand
 * last. */

#include "config.h"

#include "widgets/sl-quiet-shadow.h"

static gboolean
is_shadow (GtkWidget *child)
{
  static const char *const names[] = { "dimming", "border", "shadow", "outline", NULL };

  return g_strv_contains (names, gtk_widget_get_css_name (child));
}

void
sl_quiet_shadow (GtkWidget *container)
{
  g_autoptr (GPtrArray) shadows = g_ptr_array_new ();

  g_return_if_fail (GTK_IS_WIDGET (container));
  for (GtkWidget *child = gtk_widget_get_first_child (container); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shadow (child))
      g_ptr_array_add (shadows, child);
  for (guint i = 0; i < shadows->len; i++)
    gtk_widget_insert_before (shadows->pdata[i], container, NULL);
}
