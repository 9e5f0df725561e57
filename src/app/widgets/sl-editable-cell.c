/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editable table cell. It knows nothing of records: its owner turns what is typed into a
 * command. A table has a thousand of them, most out of sight: a cell asks for its text when it is
 * drawn, writes it itself instead of by a label, is as high as a line whatever it says, and makes
 * the text field for the first edit only. */

#include "config.h"

#include "widgets/sl-editable-cell.h"

#include <adwaita.h>

#include "widgets/sl-held-selection.h"
#include "widgets/sl-typing-pause.h"

#define GAP 6
/* How strong a placeholder is, as that of .dim-label. */
#define DIM 0.55
#define DIM_HIGH_CONTRAST 0.9

struct _SlEditableCell
{
  GtkWidget parent_instance;
  const SlEditableCellOwner *owner;
  GtkWidget *view; /* not owned: the cell stands in it */
  gpointer data;
  GtkWidget *text;     /* NULL until the first edit */
  GtkWidget *end;      /* behind the text, or NULL */
  PangoLayout *layout; /* of what is shown; NULL until it is drawn */
  char *shown;
  char *placeholder;
  char *name;
  SlTypingPause pause;
  gboolean numeric;
  gboolean stale; /* the owner has not said yet what to show */
  gboolean editing;
};

G_DEFINE_FINAL_TYPE (SlEditableCell, sl_editable_cell, GTK_TYPE_WIDGET)

/* --- Looks --- */

static gboolean
is_empty (SlEditableCell *self)
{
  return self->shown == NULL || self->shown[0] == '\0';
}

static const char *
written (SlEditableCell *self)
{
  return !is_empty (self) ? self->shown : self->placeholder;
}

static void
text_changed (SlEditableCell *self)
{
  const char *text = written (self);

  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
freshen (SlEditableCell *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  self->owner->show (self);
}

void
sl_editable_cell_invalidate (SlEditableCell *self)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoAttrList *
digits_of_one_width (void)
{
  static PangoAttrList *attributes;

  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }
  return attributes;
}

/* What stands behind the text takes so much of the width. */
static int
end_width (SlEditableCell *self)
{
  int width = 0;

  if (self->end == NULL || !gtk_widget_get_visible (self->end))
    return 0;
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width + GAP;
}

static int
text_width (SlEditableCell *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - end_width (self), 0);
}

/* All cells of a table are written in its font; a context of their own would cost each some time.
 */
static void
ensure_layout (SlEditableCell *self, const char *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layout == NULL)
    {
      self->layout = pango_layout_new (gtk_widget_get_pango_context (self->view));
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      if (self->numeric)
        pango_layout_set_attributes (self->layout, digits_of_one_width ());
    }
  pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, text_width (self) * PANGO_SCALE);
}

static void
draw_text (SlEditableCell *self, GtkSnapshot *snapshot, const char *text)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean at_end = self->numeric != rtl;
  PangoRectangle area;
  double x;
  double y;

  ensure_layout (self, text);
  pango_layout_get_pixel_extents (self->layout, NULL, &area);
  x = (at_end ? text_width (self) - area.width : 0) - area.x + (rtl ? end_width (self) : 0);
  y = floor ((gtk_widget_get_height (widget) - area.height) / 2.0);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x, y, self->layout);
}

static void
sl_editable_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlEditableCell *self = SL_EDITABLE_CELL (widget);
  const char *text;

  if (self->end != NULL)
    gtk_widget_snapshot_child (widget, self->end, snapshot);
  if (self->editing)
    {
      gtk_widget_snapshot_child (widget, self->text, snapshot);
      return;
    }
  freshen (self);
  text = written (self);
  if (text == NULL || text[0] == '\0')
    return;
  if (is_empty (self))
    gtk_snapshot_push_opacity (
        snapshot, adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
                      ? DIM_HIGH_CONTRAST
                      : DIM);
  draw_text (self, snapshot, text);
  if (is_empty (self))
    gtk_snapshot_pop (snapshot);
}

/* Not asked of the text: what is out of sight has none, and rows have equal heights. */
static int
line_height (SlEditableCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                                  + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
sl_editable_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  SlEditableCell *self = SL_EDITABLE_CELL (widget);

  *minimum = *natural = 0;
  if (self->editing)
    gtk_widget_measure (self->text, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->end != NULL && gtk_widget_get_visible (self->end))
    {
      int least, most;

      gtk_widget_measure (self->end, orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, orientation == GTK_ORIENTATION_VERTICAL ? least : most + GAP);
      *natural = MAX (*natural, *minimum);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (*minimum, line_height (self));
      *natural = MAX (*natural, *minimum);
    }
}

static void
sl_editable_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlEditableCell *self = SL_EDITABLE_CELL (widget);

  const int end = end_width (self);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->editing)
    gtk_widget_size_allocate (
        self->text, &(GtkAllocation){ rtl ? end : 0, 0, MAX (width - end, 0), height }, baseline);
  if (end > 0)
    gtk_widget_size_allocate (
        self->end, &(GtkAllocation){ rtl ? 0 : width - end + GAP, 0, end - GAP, height }, -1);
}

/* --- Editing --- */

void
sl_editable_cell_stop (SlEditableCell *self, gboolean accept)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  if (!self->editing)
    return;
  self->editing = FALSE;
  sl_typing_pause_end (&self->pause);
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  gtk_widget_set_visible (self->text, FALSE);
  if (accept && g_strcmp0 (typed, self->shown) != 0)
    self->owner->commit (self, typed);
  self->owner->finished (self, accept);
}

static void
activated_cb (SlEditableCell *self)
{
  sl_editable_cell_stop (self, TRUE);
}

static void
focus_left_cb (SlEditableCell *self)
{
  sl_editable_cell_stop (self, TRUE);
}

static gboolean
paused_cb (gpointer data)
{
  SlEditableCell *self = data;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  self->pause.id = 0;
  self->owner->typing (self, typed);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (SlEditableCell *self)
{
  if (self->editing)
    sl_typing_pause_begin (&self->pause, paused_cb, self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SlEditableCell *self)
{
  if (keyval == GDK_KEY_Escape)
    {
      sl_editable_cell_stop (self, FALSE);
      return GDK_EVENT_STOP;
    }
  return self->owner->key (self, keyval, (guint)(state & gtk_accelerator_get_default_mod_mask ()));
}

static void
commit_action_cb (GtkWidget *widget, const char *name, GVariant *param)
{
  sl_editable_cell_stop (SL_EDITABLE_CELL (widget), TRUE);
}

static void
ensure_text (SlEditableCell *self)
{
  GtkEventController *focus;
  GtkEventController *keys;

  if (self->text != NULL)
    return;
  /* GtkText has no role of its own: it counts on the entry around it. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX,
                             "enable-undo", FALSE, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->text, keys);
}

void
sl_editable_cell_start (SlEditableCell *self)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  if (self->editing)
    return;
  freshen (self);
  ensure_text (self);
  self->owner->begin (self, GTK_EDITABLE (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), self->shown != NULL ? self->shown : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name : "", -1);
  self->editing = TRUE;
  gtk_widget_set_visible (self->text, TRUE);
  gtk_widget_grab_focus (self->text);
  sl_held_selection_set (GTK_EDITABLE (self->text), 0);
}

static void
sl_editable_cell_dispose (GObject *object)
{
  SlEditableCell *self = SL_EDITABLE_CELL (object);

  self->editing = FALSE;
  sl_typing_pause_end (&self->pause);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (sl_editable_cell_parent_class)->dispose (object);
}

static void
sl_editable_cell_finalize (GObject *object)
{
  SlEditableCell *self = SL_EDITABLE_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->shown);
  g_free (self->placeholder);
  g_free (self->name);
  G_OBJECT_CLASS (sl_editable_cell_parent_class)->finalize (object);
}

static void
sl_editable_cell_class_init (SlEditableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_editable_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = sl_editable_cell_finalize;
  widget_class->measure = sl_editable_cell_measure;
  widget_class->size_allocate = sl_editable_cell_size_allocate;
  widget_class->snapshot = sl_editable_cell_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_install_action (widget_class, "field.commit", NULL, commit_action_cb);
}

static void
sl_editable_cell_init (SlEditableCell *self)
{
}

GtkWidget *
sl_editable_cell_new (GtkColumnView *view, const SlEditableCellOwner *owner, gpointer data)
{
  SlEditableCell *self = g_object_new (SL_TYPE_EDITABLE_CELL, NULL);

  self->view = GTK_WIDGET (view);
  self->owner = owner;
  self->data = data;
  return GTK_WIDGET (self);
}

gpointer
sl_editable_cell_get_data (SlEditableCell *self)
{
  return self->data;
}

void
sl_editable_cell_set_text (SlEditableCell *self, const char *text)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  self->stale = FALSE;
  if (g_strcmp0 (self->shown, text) == 0 && self->shown != NULL)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  text_changed (self);
}

void
sl_editable_cell_set_end (SlEditableCell *self, GtkWidget *end)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self) && self->end == NULL);
  self->end = end;
  gtk_widget_set_parent (end, GTK_WIDGET (self));
}

GtkWidget *
sl_editable_cell_get_end (SlEditableCell *self)
{
  g_return_val_if_fail (SL_IS_EDITABLE_CELL (self), NULL);
  return self->end;
}

void
sl_editable_cell_set_placeholder (SlEditableCell *self, const char *text)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  g_free (self->placeholder);
  self->placeholder = g_strdup (text);
  if (is_empty (self))
    text_changed (self);
}

void
sl_editable_cell_set_name (SlEditableCell *self, const char *name)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  g_free (self->name);
  self->name = g_strdup (name);
}

void
sl_editable_cell_set_numeric (SlEditableCell *self, gboolean numeric)
{
  g_return_if_fail (SL_IS_EDITABLE_CELL (self));
  self->numeric = numeric;
  g_clear_object (&self->layout);
}
