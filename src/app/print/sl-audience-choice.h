/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For whom a sheet is printed: for ourselves, or as a copy for a party, which leaves out what is
 * not for its eyes. */

#pragma once

#include <adwaita.h>

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

typedef struct _SlAudienceChoice SlAudienceChoice;

/* @row offers the parties; it lives as long as the choice. (transfer full) */
SlAudienceChoice *sl_audience_choice_new (AdwComboRow *row);
void sl_audience_choice_free (SlAudienceChoice *self);
/* Offers the parties of @plan; who was chosen stays chosen while it is there. */
void sl_audience_choice_update (SlAudienceChoice *self, const SlSnapshot *plan);
/* SL_ID_NONE: ourselves */
SlId sl_audience_choice_get (SlAudienceChoice *self);
/* Chooses @party, or ourselves if it is not offered. */
void sl_audience_choice_set (SlAudienceChoice *self, SlId party);

G_END_DECLS
