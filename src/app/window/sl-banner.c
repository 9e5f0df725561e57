/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The banner; libadwaita has one from 1.3 on only. */

#include "config.h"

#include "window/sl-banner.h"
#include "widgets/sl-spoken.h"

struct _SlBanner
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

enum
{
  BUTTON_CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlBanner, sl_banner, GTK_TYPE_WIDGET)

static void
button_clicked_cb (SlBanner *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
close_clicked_cb (SlBanner *self)
{
  sl_banner_hide (self);
}

static void
sl_banner_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **)&SL_BANNER (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_banner_parent_class)->dispose (object);
}

static void
sl_banner_class_init (SlBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_banner_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/window/sl-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, SlBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, SlBanner, label);
  gtk_widget_class_bind_template_child (widget_class, SlBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  signals[BUTTON_CLICKED] = g_signal_new ("button-clicked", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_banner_init (SlBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sl_spoken_tidy (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
sl_banner_show (SlBanner *self, const char *text, const char *button)
{
  g_return_if_fail (SL_IS_BANNER (self));
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->button, button);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
sl_banner_hide (SlBanner *self)
{
  g_return_if_fail (SL_IS_BANNER (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
