/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar and a button for work in a worker. The share that is done is asked for again and again: a
 * worker must not touch widgets. */

#include "config.h"

#include "print/sl-work-box.h"

#include <glib/gi18n.h>

/* Work that ends sooner is not worth a word. */
#define PATIENCE_MS 300
#define LOOK_MS 100

struct _SlWorkBox
{
  GtkWidget parent_instance;
  GtkWidget *label;
  GtkWidget *bar;
  SlPrintJob *job;
  GCancellable *cancellable;
  guint timer_id;
};

enum
{
  PROP_WORDS = 1,
};

enum
{
  STOPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlWorkBox, sl_work_box, GTK_TYPE_WIDGET)

static gboolean
look_cb (gpointer data)
{
  SlWorkBox *self = data;
  double share = sl_print_job_get_progress (self->job);

  if (share > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (share, 1.0));
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
appear_cb (gpointer data)
{
  SlWorkBox *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->timer_id = g_timeout_add (LOOK_MS, look_cb, self);
  return G_SOURCE_REMOVE;
}

static void
cancel_clicked_cb (SlWorkBox *self)
{
  g_cancellable_cancel (self->cancellable);
  sl_work_box_end (self);
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
sl_work_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlWorkBox *self = SL_WORK_BOX (object);

  gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_value_get_string (value), -1);
}

static void
sl_work_box_dispose (GObject *object)
{
  SlWorkBox *self = SL_WORK_BOX (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_work_box_parent_class)->dispose (object);
}

static void
sl_work_box_class_init (SlWorkBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_work_box_dispose;
  object_class->set_property = sl_work_box_set_property;
  g_object_class_install_property (
      object_class, PROP_WORDS,
      g_param_spec_string ("words", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "workbox");
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_work_box_init (SlWorkBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->label = gtk_label_new (NULL);
  self->bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "width-request", 240, NULL);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (cancel, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sl_work_box_new (const char *words)
{
  return g_object_new (SL_TYPE_WORK_BOX, "words", words, NULL);
}

void
sl_work_box_start (SlWorkBox *self, SlPrintJob *job, GCancellable *cancellable)
{
  g_return_if_fail (SL_IS_WORK_BOX (self) && SL_IS_PRINT_JOB (job));
  g_set_object (&self->job, job);
  g_set_object (&self->cancellable, cancellable);
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add (PATIENCE_MS, appear_cb, self);
}

void
sl_work_box_end (SlWorkBox *self)
{
  g_return_if_fail (SL_IS_WORK_BOX (self));
  g_clear_handle_id (&self->timer_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);
}
