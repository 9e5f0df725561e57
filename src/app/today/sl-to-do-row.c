/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row: what it is about as a symbol, the line, what is to know of it, where it leads. */

#include "config.h"

#include "today/sl-to-do-row.h"

#include <glib/gi18n.h>

#include "alignment/sl-finding-words.h"
#include "sl-words.h"
#include "widgets/sl-form.h"
#include "widgets/sl-line-layout.h"

struct _SlToDoRow
{
  GtkListBoxRow parent_instance;
  SlToDoType what;
  SlId record;
  char *finding; /* nullable */
};

G_DEFINE_FINAL_TYPE (SlToDoRow, sl_to_do_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
icon_of (SlToDoType what)
{
  switch (what)
    {
    case SL_TO_DO_PROMISE:
    case SL_TO_DO_OWNER:
      return "sl-stakeholders-symbolic";
    case SL_TO_DO_MEETING:
      return "sl-reviews-symbolic";
    case SL_TO_DO_STILL_TRUE:
      return "document-open-recent-symbolic";
    case SL_TO_DO_FINDING:
    default:
      return "sl-alignment-symbolic";
    }
}

static GtkWidget *
make_line (const char *text, int lines)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END,
                       NULL);
}

static GtkWidget *
make_icon (const char *name)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "dim-label");
  return icon;
}

static GtkWidget *
make_yes (SlId record)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Yes"), "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", _ ("It Is Still True (Y)"), "action-name",
                                    "page.renew", NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", record);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* The two lines share what the row is higher than they are, so that they stand in its middle. To be
 * centered themselves their box would have to know how wide it is at its height, for which text
 * that wraps tries a dozen widths. */
static GtkWidget *
make_words (const char *text, const char *detail_text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 3, "hexpand", TRUE, "vexpand", FALSE, NULL);
  GtkWidget *line = make_line (text, 3);
  GtkWidget *detail = make_line (detail_text, 2);

  g_object_set (line, "vexpand", TRUE, "yalign", 1.0f, NULL);
  g_object_set (detail, "vexpand", TRUE, "yalign", 0.0f, NULL);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

/* @text of @line with its names isolated that run against it. (transfer full) */
static char *
isolate (const SlToDo *line, const SlAnalysis *analysis, const char *text)
{
  const SlFinding *finding
      = line->finding != NULL ? sl_analysis_find (analysis, line->finding) : NULL;
  const char *names[] = { sl_snapshot_title (analysis->facts->plan, line->record), NULL };

  return finding != NULL ? sl_finding_words (finding, analysis->facts, text)
                         : sl_words_isolate (text, names);
}

static void
sl_to_do_row_finalize (GObject *object)
{
  g_free (SL_TO_DO_ROW (object)->finding);
  G_OBJECT_CLASS (sl_to_do_row_parent_class)->finalize (object);
}

static void
sl_to_do_row_class_init (SlToDoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_to_do_row_finalize;
}

static void
sl_to_do_row_init (SlToDoRow *self)
{
}

GtkWidget *
sl_to_do_row_new (const SlToDo *line, const SlAnalysis *analysis)
{
  SlToDoRow *self = g_object_new (SL_TYPE_TO_DO_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *text = isolate (line, analysis, line->text);
  g_autofree char *detail = isolate (line, analysis, line->detail);
  /* Translators: what is to be done, and what is to know of it. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), text, detail);

  gtk_widget_set_layout_manager (box, sl_line_layout_new (12));
  self->what = line->type;
  self->record = line->record;
  sl_form_set_id (GTK_WIDGET (self), line->record);
  self->finding = g_strdup (line->finding);
  gtk_box_append (GTK_BOX (box), make_icon (icon_of (line->type)));
  gtk_box_append (GTK_BOX (box), make_words (text, detail));
  if (line->type == SL_TO_DO_STILL_TRUE)
    gtk_box_append (GTK_BOX (box), make_yes (line->record));
  gtk_box_append (GTK_BOX (box), make_icon ("go-next-symbolic"));
  gtk_widget_add_css_class (box, "sl-to-do");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

SlToDoType
sl_to_do_row_get_what (SlToDoRow *self)
{
  g_return_val_if_fail (SL_IS_TO_DO_ROW (self), SL_TO_DO_FINDING);
  return self->what;
}

SlId
sl_to_do_row_get_record (SlToDoRow *self)
{
  g_return_val_if_fail (SL_IS_TO_DO_ROW (self), SL_ID_NONE);
  return self->record;
}

const char *
sl_to_do_row_get_finding (SlToDoRow *self)
{
  g_return_val_if_fail (SL_IS_TO_DO_ROW (self), NULL);
  return self->finding;
}
