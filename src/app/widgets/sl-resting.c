/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack does not draw its other pages, but GTK goes on styling them: whenever the focus moves by
 * a key, each widget of each page is looked at, which takes longer than showing the page. What is
 * not visible is left out. Pages that were not seen yet are no burden: their lists are empty. */

#include "config.h"

#include "widgets/sl-resting.h"

struct _SlResting
{
  GtkWidget parent_instance;
  GtkWidget *child;
  guint hide_id; /* hides it soon, or 0 */
};

enum
{
  PROP_CHILD = 1,
};

G_DEFINE_FINAL_TYPE (SlResting, sl_resting, GTK_TYPE_WIDGET)

static gboolean
holds_focus (SlResting *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
hide_cb (gpointer data)
{
  SlResting *self = data;

  self->hide_id = 0;
  if (self->child != NULL && !holds_focus (self))
    gtk_widget_set_visible (self->child, FALSE);
  return G_SOURCE_REMOVE;
}

/* Before a stack gives the focus back to what had it on this page. */
static void
sl_resting_map (GtkWidget *widget)
{
  SlResting *self = SL_RESTING (widget);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (self->child != NULL)
    gtk_widget_set_visible (self->child, TRUE);
  GTK_WIDGET_CLASS (sl_resting_parent_class)->map (widget);
}

/* Not at once: the focus may still be here, and GTK would move it on from where it goes next. But
 * before the next frame. */
static void
sl_resting_unmap (GtkWidget *widget)
{
  SlResting *self = SL_RESTING (widget);

  GTK_WIDGET_CLASS (sl_resting_parent_class)->unmap (widget);
  if (self->hide_id == 0)
    self->hide_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, hide_cb, self, NULL);
}

static void
sl_resting_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlResting *self = SL_RESTING (object);

  switch (id)
    {
    case PROP_CHILD:
      self->child = g_value_get_object (value);
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sl_resting_dispose (GObject *object)
{
  SlResting *self = SL_RESTING (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_resting_parent_class)->dispose (object);
}

static void
sl_resting_class_init (SlRestingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_resting_dispose;
  G_OBJECT_CLASS (klass)->set_property = sl_resting_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_CHILD,
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  widget_class->map = sl_resting_map;
  widget_class->unmap = sl_resting_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sl_resting_init (SlResting *self)
{
}

GtkWidget *
sl_resting_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (SL_TYPE_RESTING, "child", child, NULL);
}

GtkWidget *
sl_resting_get_child (SlResting *self)
{
  g_return_val_if_fail (SL_IS_RESTING (self), NULL);
  return self->child;
}
