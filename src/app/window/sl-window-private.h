/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sl-window.c and sl-window-actions.c share. */

#pragma once

#include "window/sl-window.h"

#include "learn/sl-learn-card.h"
#include "window/sl-banner.h"
#include "window/sl-page-header.h"
#include "window/sl-page.h"
#include "window/sl-file-watch.h"
#include "window/sl-next-steps.h"
#include "window/sl-start-page.h"

G_BEGIN_DECLS

struct _SlWindow
{
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkStack *root_stack;
  SlStartPage *start_page;
  AdwLeaflet *leaflet;
  GtkListBox *sidebar;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *search_button;
  GtkMenuButton *menu_button;
  SlBanner *banner;
  SlNextSteps *steps;
  AdwFlap *flap;
  SlPageHeader *page_header;
  GtkStack *pages;
  GtkWidget *opening_box;
  GtkSpinner *opening_spinner;
  GtkLabel *opening_words;
  GtkStack *side; /* of the two that follow */
  SlLearnCard *learn_card;
  GtkBox *inspector_box;

  SlSession *session;            /* NULL on the start page */
  SlFileWatch *watch;            /* NULL on the start page */
  GtkWidget *focus_before;       /* weak: where the focus was when the search opened */
  GtkWidget *focus_learning;     /* weak: where it was when the card opened */
  char *opening;                 /* path that a worker reads, or NULL */
  guint opening_said;            /* waits to say so; 0: nothing to wait for */
  guint pages_idle;              /* 0: all pages are there */
  guint reload_idle;             /* 0: nothing is to be reloaded */
  gboolean inspector_wanted;     /* on pages that have records to select */
  gboolean learning;             /* the card is wanted */
  GtkFileChooserNative *chooser; /* kept until its response */
  gboolean close_after_save;
  GArray *back_places; /* sl-window-history.c: where Back and Forward lead */
  GArray *forward_places;
  gboolean travelling;           /* one of them is at work */
  AdwToast *undo_toast;          /* weak: offers to take back the last step */
  GtkWidget *focus_before_toast; /* weak: where it was before it went to a toast */
};

/* sl-window-history.c: "win.back", "win.forward" */
GArray *sl_window_history_new (void); /* (transfer full) */
/* Notes the place that shows now, because somebody goes elsewhere. */
void sl_window_leave_place (SlWindow *self);
void sl_window_forget_places (SlWindow *self);
void sl_window_install_history (GtkWidgetClass *widget_class);

/* sl-window-toast.c: "win.message", which goes to the button of a message */
void sl_window_install_toasts (GtkWidgetClass *widget_class);
/* Its button would take back another step than the one that it tells of. */
void sl_window_dismiss_undo_toast (SlWindow *self);

void sl_window_install_actions (SlWindowClass *klass);
void sl_window_update_actions (SlWindow *self);
void sl_window_update_title (SlWindow *self);
GSettings *sl_window_get_settings (SlWindow *self);
/* Search: the button's popover for the project that is shown now. */
void sl_window_set_up_search (SlWindow *self);
/* What can be done has changed: an open search follows. */
void sl_window_update_search (SlWindow *self);
/* "win.why", "win.sight" and "win.explain" (number, id, other id): see #SlNumber. */
void sl_window_install_why (GtkWidgetClass *widget_class);
/* sl-window-state.c */
void sl_window_restore_size (SlWindow *self);
/* Keeps size and view for the next start. */
void sl_window_store_state (SlWindow *self);
/* Shows the page that showed when the project was closed last, with what was selected there; @page
 * where that is not known. */
void sl_window_show_page_again (SlWindow *self, const char *page);
/* "win.start-own", "win.finish-own", "win.back-to-start". */
void sl_window_install_own (GtkWidgetClass *widget_class);
void sl_window_set_up_steps (SlWindow *self);
/* sl-window-side.c: what stands beside the page, inspector or card. "win.inspector", "win.learn",
 * "win.close-learn". */
void sl_window_install_side (SlWindowClass *klass);
void sl_window_set_up_side (SlWindow *self);
/* The page or the room has changed. */
void sl_window_update_side (SlWindow *self);
gboolean sl_window_page_has_records (SlWindow *self);
/* sl-window-open.c: the project may still be on its way when a window closes. */
void sl_window_end_opening (SlWindow *self);
/* The widget of @page, made now if it was not needed yet. (transfer none) */
/* The page's widget, or NULL if it was not made yet. */
GtkWidget *sl_window_find_page (SlWindow *self, const SlPage *page);
GtkWidget *sl_window_ensure_page (SlWindow *self, const SlPage *page);
/* Makes the other pages when there is nothing else to do. */
void sl_window_build_pages (SlWindow *self);
void sl_window_show_error (SlWindow *self, const char *heading, const char *body);
/* Shows @project (transfer full), or @error where it is NULL. */
void sl_window_take_project (SlWindow *self, SlProject *project, GError *error,
                             const char *heading);
/* Remembers @path at the head of the recent files. */
void sl_window_remember (SlWindow *self, const char *path);
/* Makes a command of what is being typed. */
void sl_window_flush_typing (SlWindow *self);
void sl_window_refresh_start_page (SlWindow *self);

G_END_DECLS
