/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a project, in the order of the sidebar. */

#include "config.h"

#include "window/sl-page.h"

#include <glib/gi18n.h>

#include "alignment/sl-alignment-page.h"
#include "print/sl-print-page.h"
#include "today/sl-today-page.h"
#include "views/sl-direction-page.h"
#include "views/sl-goals-page.h"
#include "views/sl-resources-page.h"
#include "views/sl-reviews-page.h"
#include "views/sl-risks-page.h"
#include "views/sl-stakeholders-page.h"
#include "views/sl-timeline-page.h"

static const SlPage pages[] = {
  { "today", N_ ("Today"), N_ ("Work"), "sl-today-symbolic", N_ ("What must I do now?"), NULL,
    FALSE, sl_today_page_new },
  { "goals", N_ ("Goals"), N_ ("Work"), "sl-goals-symbolic",
    N_ ("What exactly do we want, and what does it serve?"), "goal-tree", TRUE, sl_goals_page_new,
    SL_KIND_BIT (SL_KIND_GOAL) },
  { "stakeholders", N_ ("Stakeholders"), N_ ("Work"), "sl-stakeholders-symbolic",
    N_ ("Who has a stake, and where do they stand?"), "stakeholder-matrix", TRUE,
    sl_stakeholders_page_new, SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_NEED) },
  { "timeline", N_ ("Timeline"), N_ ("Work"), "sl-timeline-symbolic", N_ ("Who does what by when?"),
    "timeline", TRUE, sl_timeline_page_new,
    SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
        | SL_KIND_BIT (SL_KIND_DEPENDENCY) },
  { "alignment", N_ ("Alignment"), N_ ("Check"), "sl-alignment-symbolic",
    N_ ("Do we pull together, and if not, why?"), "alignment-page", FALSE, sl_alignment_page_new,
    SL_KIND_BIT (SL_KIND_CONFLICT) | SL_KIND_BIT (SL_KIND_ALLIANCE) | SL_KIND_BIT (SL_KIND_TRUST)
        | SL_KIND_BIT (SL_KIND_PROMISE) },
  { "reviews", N_ ("Reviews"), N_ ("Check"), "sl-reviews-symbolic",
    N_ ("Did it work, and what do we change?"), NULL, TRUE, sl_reviews_page_new,
    SL_KIND_BIT (SL_KIND_REVIEW) | SL_KIND_BIT (SL_KIND_DECISION) },
  { "direction", N_ ("Direction"), N_ ("More"), "sl-direction-symbolic", N_ ("Where do we go?"),
    NULL, TRUE, sl_direction_page_new,
    SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_SIGNAL) },
  { "resources", N_ ("Resources"), N_ ("More"), "sl-resources-symbolic",
    N_ ("Is it paid for, and is it worth it?"), "budget", TRUE, sl_resources_page_new,
    SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_ALLOCATION) },
  { "risks", N_ ("Risks"), N_ ("More"), "sl-risks-symbolic",
    N_ ("What could go wrong, and what do we do then?"), "risk-matrix", TRUE, sl_risks_page_new,
    SL_KIND_BIT (SL_KIND_RISK) },
  { "print", N_ ("Print"), NULL, "document-print-symbolic", N_ ("What do I hand out?"), NULL, FALSE,
    sl_print_page_new },
};

const SlPage *
sl_page_all (guint *n)
{
  *n = G_N_ELEMENTS (pages);
  return pages;
}

const SlPage *
sl_page_by_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, id))
      return &pages[i];
  return NULL;
}

const SlPage *
sl_page_by_kind (SlKindId kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].kinds & SL_KIND_BIT (kind))
      return &pages[i];
  return NULL;
}
