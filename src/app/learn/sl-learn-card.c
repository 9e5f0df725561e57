/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card beside a page. It asks the page for its property "view", or else its stack, which view
 * shows, and so needs nothing more of the pages themselves. */

#include "config.h"

#include "learn/sl-learn-card.h"

#include <glib/gi18n.h>

#include "learn/sl-learn-texts.h"

struct _SlLearnCard
{
  GtkWidget parent_instance;
  GtkWidget *title;
  GtkWidget *close;
  GtkWidget *answer;
  GtkWidget *steps[SL_LEARN_STEPS];
  GtkWidget *example;
  GtkWidget *pitfall;
  GtkWidget *help;
  const SlPage *page;
  GObject *watched;     /* not owned: watched while it is there; NULL: the page has one view */
  const char *property; /* of @watched: the id of the view that shows */
};

G_DEFINE_FINAL_TYPE (SlLearnCard, sl_learn_card, GTK_TYPE_WIDGET)

static void
update (SlLearnCard *self)
{
  g_autofree char *tab = NULL;
  g_autofree char *spoken = NULL;
  const SlLearnText *text;

  if (self->watched != NULL)
    g_object_get (self->watched, self->property, &tab, NULL);
  text = self->page != NULL ? sl_learn_text_find (self->page->id, tab) : NULL;
  if (text == NULL)
    return;
  /* Translators: what a screen reader calls the card; %s is a page or view */
  spoken = g_strdup_printf (_ ("About this page: %s"), _ (text->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_text (GTK_LABEL (self->title), _ (text->title));
  gtk_label_set_text (GTK_LABEL (self->answer), _ (text->answer));
  for (guint i = 0; i < SL_LEARN_STEPS; i++)
    gtk_label_set_text (GTK_LABEL (self->steps[i]), _ (text->steps[i]));
  gtk_label_set_text (GTK_LABEL (self->example), _ (text->example));
  gtk_label_set_text (GTK_LABEL (self->pitfall), _ (text->pitfall));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->help), "s", text->help);
}

/* The views of a page stand in its first stack. (transfer none) (nullable) */
static GtkStack *
find_stack (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    return GTK_STACK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkStack *found = find_stack (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
watch (SlLearnCard *self, GObject *watched, const char *property)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  if (self->watched == watched)
    return;
  if (self->watched != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watched, self);
      g_object_remove_weak_pointer (self->watched, (gpointer *)&self->watched);
    }
  self->watched = watched;
  self->property = property;
  if (watched == NULL)
    return;
  g_object_add_weak_pointer (watched, (gpointer *)&self->watched);
  g_signal_connect_object (watched, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
sl_learn_card_set_page (SlLearnCard *self, const SlPage *page, GtkWidget *widget)
{
  g_return_if_fail (SL_IS_LEARN_CARD (self));
  self->page = page;
  if (widget != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "view") != NULL)
    watch (self, G_OBJECT (widget), "view");
  else
    watch (self, widget != NULL ? (GObject *)find_stack (widget) : NULL, "visible-child-name");
  update (self);
}

/* --- Building --- */

static GtkWidget *
make_label (GtkWidget *box, const char *text, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A number that stands at the first line of its step. */
static GtkWidget *
make_step (GtkWidget *box, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "accent");
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
  return make_label (row, "", NULL);
}

static GtkWidget *
make_section (GtkWidget *box, const char *heading)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (section, 6);
  make_label (section, heading, "heading");
  gtk_box_append (GTK_BOX (box), section);
  return section;
}

/* @action: with its target. */
static GtkWidget *
make_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_head (SlLearnCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = make_label (head, "", "title-4");
  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_add_css_class (self->close, "circular");
  gtk_widget_set_valign (self->close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->close, _ ("Close the Card"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the Card"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "win.close-learn");
  gtk_box_append (GTK_BOX (head), self->close);
  return head;
}

static GtkWidget *
make_content (SlLearnCard *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 12, "margin-top", 12, "margin-bottom", 18, "margin-start", 18,
                                 "margin-end", 12, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *section;

  gtk_box_append (GTK_BOX (box), make_head (self));
  self->answer = make_label (box, "", NULL);
  section = make_section (box, _ ("How to Do It"));
  for (guint i = 0; i < SL_LEARN_STEPS; i++)
    self->steps[i] = make_step (section, i + 1);
  self->example = make_label (make_section (box, _ ("Example")), "", NULL);
  self->pitfall = make_label (make_section (box, _ ("Pitfall")), "", NULL);
  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (section, 6);
  make_button (section, _ ("Show in _Sample"), "win.show-in-sample");
  self->help = make_button (section, _ ("Read More in _Help"), "app.help-page::index");
  gtk_box_append (GTK_BOX (box), section);
  return box;
}

static gboolean
sl_learn_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SL_LEARN_CARD (widget)->close);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (widget, "win.close-learn", NULL);
}

static void
sl_learn_card_dispose (GObject *object)
{
  GtkWidget *child;

  watch (SL_LEARN_CARD (object), NULL, "");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_learn_card_parent_class)->dispose (object);
}

static void
sl_learn_card_class_init (SlLearnCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_learn_card_dispose;
  widget_class->grab_focus = sl_learn_card_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
sl_learn_card_init (SlLearnCard *self)
{
  GtkWidget *scrolled
      = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                      make_content (self), "vexpand", TRUE, NULL);

  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}
