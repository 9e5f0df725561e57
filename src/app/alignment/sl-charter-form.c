/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form is built anew for each alliance. Lists of partners, goals, open points and what moved
 * are made anew only where they differ, so that the focus stays while somebody types. */

#include "config.h"

#include "alignment/sl-charter-form.h"

#include <glib/gi18n.h>

#include "alignment/sl-charter-sign.h"
#include "analysis/sl-charter-moves.h"
#include "analysis/sl-charter.h"
#include "inspector/sl-field-row.h"
#include "widgets/sl-form.h"
#include "widgets/sl-record-picker.h"
#include "widgets/sl-spoken.h"
#include "widgets/sl-when-seen.h"

/* A list and what it was made of. */
typedef struct
{
  GtkBox *box;
  char *made_of; /* nullable: not made yet */
} Part;

enum
{
  PART_MOVES,
  PART_CHECK,
  PART_PARTNERS,
  PART_GOALS,
  N_PARTS
};

struct _SlCharterForm
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  GPtrArray *rows;         /* of GtkWidget, not owned: fields of the alliance */
  GPtrArray *partner_rows; /* the same, fields of partners */
  GPtrArray *expanders;    /* of GtkWidget, not owned: one a partner; each knows its record */
  SlRecordPicker *add_partner;
  SlRecordPicker *add_goal;
  SlCharterSign *sign;
  Part parts[N_PARTS];
  SlSession *session;
  SlId shown;
};

G_DEFINE_FINAL_TYPE (SlCharterForm, sl_charter_form, GTK_TYPE_WIDGET)

/* Whether @part has to be made of @text now; @text: (transfer full) */
static gboolean
renew (Part *part, char *text)
{
  if (g_strcmp0 (part->made_of, text) == 0)
    {
      g_free (text);
      return FALSE;
    }
  g_free (part->made_of);
  part->made_of = text;
  sl_form_clear (part->box);
  return TRUE;
}

static void
set_alliance (SlCharterForm *self, SlId goal, GVariant *value)
{
  sl_session_run (self->session, "record.set", g_variant_new ("(xsv)", goal, "alliance", value),
                  NULL);
}

/* --- Partners --- */

/* The row of the partner @party of the alliance. */
static gboolean
find_partner (const SlSnapshot *plan, SlId alliance, SlId party, guint *row)
{
  const SlTable *partners = sl_snapshot_table (plan, SL_KIND_PARTNER);

  for (*row = 0; *row < sl_table_n_rows (partners); (*row)++)
    if (sl_table_ref (partners, *row, SL_PARTNER_ALLIANCE) == alliance
        && sl_table_ref (partners, *row, SL_PARTNER_PARTY) == party)
      return TRUE;
  return FALSE;
}

static gboolean
is_no_partner (const SlSnapshot *plan, SlId party, gpointer data)
{
  guint row;

  return !find_partner (plan, SL_CHARTER_FORM (data)->shown, party, &row);
}

static void
partner_chosen_cb (SlCharterForm *self, SlId party)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "alliance", g_variant_new_int64 (self->shown));
  g_variant_builder_add (&fields, "{sv}", "party", g_variant_new_int64 (party));
  sl_session_run (
      self->session, "record.add",
      g_variant_new ("(sxxa{sv})", "partner", (gint64)SL_ID_NONE, G_GINT64_CONSTANT (-1), &fields),
      NULL);
  sl_record_picker_focus (self->add_partner);
}

static void
remove_partner_cb (GtkWidget *button, SlCharterForm *self)
{
  SlId partner = sl_form_get_id (button);

  sl_session_delete (self->session, &partner, 1, SL_ID_NONE);
  sl_record_picker_focus (self->add_partner);
}

static gboolean
is_written (const SlTable *table, guint row, guint field)
{
  const char *text = sl_table_text (table, row, field);

  return text != NULL && *text != '\0';
}

/* What partners say changes while they are typed. */
static void
update_partners (SlCharterForm *self)
{
  const SlTable *partners
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_PARTNER);
  guint row;

  for (guint i = 0; i < self->expanders->len; i++)
    if (sl_table_find (partners, sl_form_get_id (self->expanders->pdata[i]), &row))
      adw_expander_row_set_subtitle (self->expanders->pdata[i],
                                     is_written (partners, row, SL_PARTNER_GIVES)
                                             && is_written (partners, row, SL_PARTNER_GETS)
                                         ? _ ("says what it gives and gets")
                                         : _ ("does not say yet what it gives and gets"));
}

static void
add_partner (SlCharterForm *self, GtkWidget *group, guint row)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *partners = sl_snapshot_table (plan, SL_KIND_PARTNER);
  const SlId partner = sl_table_id (partners, row);
  const char *name = sl_snapshot_title (plan, sl_table_ref (partners, row, SL_PARTNER_PARTY));
  /* Translators: a partner of an alliance. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s from the Alliance"), name);
  static const guint fields[] = { SL_PARTNER_GIVES, SL_PARTNER_GETS };
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), name);
  sl_spoken_expander (ADW_EXPANDER_ROW (expander));
  sl_form_set_id (expander, partner);
  sl_form_set_id (sl_form_add_button (expander, "user-trash-symbolic", remove,
                                      G_CALLBACK (remove_partner_cb), self),
                  partner);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *field = sl_field_row_new (self->session, partner, fields[i]);

      g_ptr_array_add (self->partner_rows, field);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), field);
    }
  g_ptr_array_add (self->expanders, expander);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
}

static void
show_partners (SlCharterForm *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *partners = sl_snapshot_table (plan, SL_KIND_PARTNER);
  GString *text = g_string_new (NULL);
  GtkWidget *group, *picker;

  for (guint row = 0; row < sl_table_n_rows (partners); row++)
    if (sl_table_ref (partners, row, SL_PARTNER_ALLIANCE) == self->shown)
      g_string_append_printf (
          text, "%s\n", sl_snapshot_title (plan, sl_table_ref (partners, row, SL_PARTNER_PARTY)));
  if (!renew (&self->parts[PART_PARTNERS], g_string_free (text, FALSE)))
    return;
  g_ptr_array_set_size (self->partner_rows, 0);
  g_ptr_array_set_size (self->expanders, 0);
  group = sl_form_add_group (self->parts[PART_PARTNERS].box, _ ("Partners"));
  for (guint row = 0; row < sl_table_n_rows (partners); row++)
    if (sl_table_ref (partners, row, SL_PARTNER_ALLIANCE) == self->shown)
      add_partner (self, group, row);
  picker = sl_record_picker_new (self->session, _ ("Add a Partner"), SL_KIND_PARTY, is_no_partner,
                                 self);
  self->add_partner = SL_RECORD_PICKER (picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (partner_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), picker);
}

/* --- Goals --- */

static gboolean
is_no_goal_of_it (const SlSnapshot *plan, SlId goal, gpointer data)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  guint row;

  return sl_table_find (goals, goal, &row)
         && sl_table_ref (goals, row, SL_GOAL_ALLIANCE) != SL_CHARTER_FORM (data)->shown;
}

static void
goal_chosen_cb (SlCharterForm *self, SlId goal)
{
  set_alliance (self, goal, g_variant_new_int64 (self->shown));
  sl_record_picker_focus (self->add_goal);
}

static void
remove_goal_cb (GtkWidget *button, SlCharterForm *self)
{
  set_alliance (self, sl_form_get_id (button), g_variant_new_tuple (NULL, 0));
  sl_record_picker_focus (self->add_goal);
}

static void
record_activated_cb (GtkWidget *row, SlCharterForm *self)
{
  sl_session_show (self->session, sl_form_get_id (row));
}

static void
add_goal (SlCharterForm *self, GtkWidget *group, guint row)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  const SlId goal = sl_table_id (goals, row);
  const SlId owner = sl_table_ref (goals, row, SL_GOAL_OWNER);
  const char *title = sl_snapshot_title (plan, goal);
  /* Translators: a goal. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s” from the Alliance"), title);
  GtkWidget *widget = sl_form_link_row (
      title, owner != SL_ID_NONE ? sl_snapshot_title (plan, owner) : _ ("no owner yet"),
      G_CALLBACK (record_activated_cb), self);

  sl_form_set_id (widget, goal);
  sl_form_set_id (
      sl_form_add_button (widget, "user-trash-symbolic", remove, G_CALLBACK (remove_goal_cb), self),
      goal);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), widget);
}

static void
show_goals (SlCharterForm *self)
{
  SlSnapshot *plan = sl_session_get_snapshot (self->session);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  GString *text = g_string_new (NULL);
  GtkWidget *group, *picker;

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    if (sl_table_ref (goals, row, SL_GOAL_ALLIANCE) == self->shown)
      g_string_append_printf (text, "%s\t%s\n", sl_snapshot_title (plan, sl_table_id (goals, row)),
                              sl_snapshot_title (plan, sl_table_ref (goals, row, SL_GOAL_OWNER)));
  if (!renew (&self->parts[PART_GOALS], g_string_free (text, FALSE)))
    return;
  group = sl_form_add_group (self->parts[PART_GOALS].box, _ ("Shared Goals"));
  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    if (sl_table_ref (goals, row, SL_GOAL_ALLIANCE) == self->shown)
      add_goal (self, group, row);
  picker = sl_record_picker_new (self->session, _ ("Add a Goal"), SL_KIND_GOAL, is_no_goal_of_it,
                                 self);
  self->add_goal = SL_RECORD_PICKER (picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (goal_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), picker);
}

/* --- Before we sign --- */

static void
focus_field (SlCharterForm *self, guint field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (sl_field_row_get_info (self->rows->pdata[i])->field == field)
      gtk_widget_child_focus (self->rows->pdata[i], GTK_DIR_TAB_FORWARD);
}

/* Opens the first partner that does not say what it gives and gets. */
static void
go_to_silent (SlCharterForm *self)
{
  const SlTable *partners
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_PARTNER);
  guint row;

  for (guint i = 0; i < self->expanders->len; i++)
    {
      if (!sl_table_find (partners, sl_form_get_id (self->expanders->pdata[i]), &row)
          || (is_written (partners, row, SL_PARTNER_GIVES)
              && is_written (partners, row, SL_PARTNER_GETS)))
        continue;
      adw_expander_row_set_expanded (self->expanders->pdata[i], TRUE);
      gtk_widget_child_focus (
          self->partner_rows->pdata[2 * i + (is_written (partners, row, SL_PARTNER_GIVES) ? 1 : 0)],
          GTK_DIR_TAB_FORWARD);
      return;
    }
  sl_record_picker_focus (self->add_partner);
}

static void
go_to_agreement (SlCharterForm *self, const SlFacts *facts, const SlCharter *charter)
{
  const SlCharterGap *gap;

  if (charter->goals->len == 0)
    sl_record_picker_focus (self->add_goal);
  else if (charter->gaps->len == 0)
    sl_record_picker_focus (self->add_partner);
  else
    {
      gap = &g_array_index (charter->gaps, SlCharterGap, 0);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-cell", "(xx)",
                                  facts->parties[gap->party].id, facts->goals[gap->goal].id);
    }
}

static void
go_to_owner (SlCharterForm *self, const SlFacts *facts, const SlCharter *charter)
{
  for (guint i = 0; i < charter->goals->len; i++)
    {
      const SlFactGoal *goal = &facts->goals[g_array_index (charter->goals, guint, i)];

      if (goal->owner < 0)
        {
          sl_session_show (self->session, goal->id);
          return;
        }
    }
  sl_record_picker_focus (self->add_goal);
}

/* What the engine found last, if it knows the alliance that is shown. */
static const SlFacts *
get_facts (SlCharterForm *self)
{
  SlAnalysis *analysis = sl_analyzer_get (sl_session_get_analyzer (self->session));

  if (analysis == NULL || !sl_snapshot_find (analysis->facts->plan, self->shown, NULL, NULL))
    return NULL;
  return analysis->facts;
}

static void
check_activated_cb (GtkWidget *row, SlCharterForm *self)
{
  const SlFacts *facts = get_facts (self);
  const SlCharterCheck check
      = (SlCharterCheck)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sl-check"));
  const SlTable *alliances
      = sl_snapshot_table (sl_session_get_snapshot (self->session), SL_KIND_ALLIANCE);
  g_autoptr (SlCharter) charter = facts != NULL ? sl_charter_new (facts, self->shown) : NULL;
  guint number;

  if (charter == NULL || !sl_table_find (alliances, self->shown, &number))
    return;
  if (check == SL_CHARTER_GOALS_AGREED)
    go_to_agreement (self, facts, charter);
  else if (check == SL_CHARTER_OWNERS)
    go_to_owner (self, facts, charter);
  else if (check == SL_CHARTER_REVIEW)
    focus_field (self, SL_ALLIANCE_REVIEW);
  else if (!is_written (alliances, number, SL_ALLIANCE_EXPECTATIONS))
    focus_field (self, SL_ALLIANCE_EXPECTATIONS);
  else
    go_to_silent (self);
}

/* A point that is open leads to the place where it is settled. */
static void
add_check (SlCharterForm *self, GtkWidget *group, const SlCharter *charter, SlCharterCheck check)
{
  const char *title = sl_charter_check_title (check);
  g_autofree char *missing = sl_charter_say_missing (charter, check);
  GtkWidget *row = charter->done[check]
                       ? sl_form_row (title, _ ("done"))
                       : sl_form_link_row (title, missing, G_CALLBACK (check_activated_cb), self);
  GtkWidget *mark = g_object_new (GTK_TYPE_LABEL, "label", charter->done[check] ? "✓" : "○",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_set_data (G_OBJECT (row), "sl-check", GUINT_TO_POINTER (check));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
show_check (SlCharterForm *self, const SlFacts *facts)
{
  g_autoptr (SlCharter) charter = sl_charter_new (facts, self->shown);
  GString *text = g_string_new (NULL);
  GtkWidget *group;
  guint n_open = 0;

  for (guint i = 0; i < SL_N_CHARTER_CHECKS; i++)
    {
      g_autofree char *missing = sl_charter_say_missing (charter, i);

      n_open += !charter->done[i];
      g_string_append_printf (text, "%s\n", missing);
    }
  sl_charter_sign_refresh (self->sign, n_open);
  if (!renew (&self->parts[PART_CHECK], g_string_free (text, FALSE)))
    return;
  group = sl_form_add_group (self->parts[PART_CHECK].box, _ ("Before We Sign"));
  for (guint i = 0; i < SL_N_CHARTER_CHECKS; i++)
    add_check (self, group, charter, i);
}

/* --- What moved --- */

static void
add_move (SlCharterForm *self, GtkWidget *group, const SlFacts *facts, const SlCharterMove *move)
{
  /* Translators: a goal, what of it moved: “Win 25 reviews: Due”. */
  g_autofree char *title = g_strdup_printf (
      _ ("%s: %s"), sl_facts_title (facts, facts->goals[move->goal].id), move->what);
  g_autofree char *text
      = move->decided
            /* Translators: as it was agreed, as it is now. */
            ? g_strdup_printf (_ ("%s → %s, decided"), move->then, move->now)
            : g_strdup_printf (_ ("%s → %s, without a decision"), move->then, move->now);
  GtkWidget *row = sl_form_link_row (title, text, G_CALLBACK (record_activated_cb), self);

  sl_form_set_id (row, move->record);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
show_moves (SlCharterForm *self, const SlFacts *facts)
{
  const SlTable *alliances = sl_snapshot_table (facts->plan, SL_KIND_ALLIANCE);
  g_autoptr (GArray) moves = sl_charter_moves (facts, self->shown);
  GString *text = g_string_new (NULL);
  GtkWidget *group;
  gboolean is_signed;
  guint row = 0;

  is_signed = sl_table_find (alliances, self->shown, &row)
              && sl_table_is_set (alliances, row, SL_ALLIANCE_SIGNED);
  gtk_widget_set_visible (GTK_WIDGET (self->parts[PART_MOVES].box), is_signed);
  g_string_append_printf (text, "%d\n", is_signed);
  for (guint i = 0; i < moves->len; i++)
    {
      const SlCharterMove *move = &g_array_index (moves, SlCharterMove, i);

      g_string_append_printf (text, "%u %s %s %s %d\n", move->goal, move->what, move->then,
                              move->now, move->decided);
    }
  if (!renew (&self->parts[PART_MOVES], g_string_free (text, FALSE)) || !is_signed)
    return;
  group = sl_form_add_group (self->parts[PART_MOVES].box, _ ("Moved since It Was Signed"));
  for (guint i = 0; i < moves->len; i++)
    add_move (self, group, facts, &g_array_index (moves, SlCharterMove, i));
  if (moves->len == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               sl_form_row (_ ("Nothing: all is as it was agreed"), NULL));
}

/* --- The form --- */

static void
show_findings (SlCharterForm *self)
{
  const SlFacts *facts = get_facts (self);

  if (facts == NULL)
    return;
  show_check (self, facts);
  show_moves (self, facts);
}

static void
add_part (SlCharterForm *self, guint part)
{
  self->parts[part].box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->box, GTK_WIDGET (self->parts[part].box));
}

static void
build (SlCharterForm *self)
{
  static const guint fields[]
      = { SL_ALLIANCE_TITLE,  SL_ALLIANCE_START,        SL_ALLIANCE_END,
          SL_ALLIANCE_REVIEW, SL_ALLIANCE_EXPECTATIONS, SL_ALLIANCE_ESCALATION };
  GtkWidget *group, *sign;

  add_part (self, PART_MOVES);
  add_part (self, PART_CHECK);
  group = sl_form_add_group (self->box, _ ("Alliance"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sl_form_add_field (group, self->rows, self->session, self->shown, fields[i]);
  add_part (self, PART_PARTNERS);
  add_part (self, PART_GOALS);
  sign = sl_charter_sign_new (self->session, self->shown);
  self->sign = SL_CHARTER_SIGN (sign);
  gtk_box_append (self->box, sign);
  show_partners (self);
  update_partners (self);
  show_goals (self);
  sl_charter_sign_refresh (self->sign, 0);
  show_findings (self);
}

static void
clear (SlCharterForm *self)
{
  sl_form_clear (self->box);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->partner_rows, 0);
  g_ptr_array_set_size (self->expanders, 0);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i].made_of, g_free);
}

void
sl_charter_form_show (SlCharterForm *self, SlId alliance)
{
  g_return_if_fail (SL_IS_CHARTER_FORM (self));

  if (alliance == self->shown)
    return;
  clear (self);
  self->shown = alliance;
  if (alliance != SL_ID_NONE)
    build (self);
}

static void
follow_plan (GtkWidget *widget)
{
  SlCharterForm *self = SL_CHARTER_FORM (widget);

  if (self->shown == SL_ID_NONE
      || !sl_snapshot_find (sl_session_get_snapshot (self->session), self->shown, NULL, NULL))
    return;
  show_partners (self);
  show_goals (self);
  update_partners (self);
  for (guint i = 0; i < self->rows->len; i++)
    sl_field_row_refresh (self->rows->pdata[i]);
  for (guint i = 0; i < self->partner_rows->len; i++)
    sl_field_row_refresh (self->partner_rows->pdata[i]);
}

static void
changed_cb (SlCharterForm *self)
{
  sl_when_seen (GTK_WIDGET (self), follow_plan);
}

static void
follow_analysis (GtkWidget *widget)
{
  show_findings (SL_CHARTER_FORM (widget));
}

static void
analysis_changed_cb (SlCharterForm *self)
{
  sl_when_seen (GTK_WIDGET (self), follow_analysis);
}

static void
sl_charter_form_dispose (GObject *object)
{
  SlCharterForm *self = SL_CHARTER_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->partner_rows, g_ptr_array_unref);
  g_clear_pointer (&self->expanders, g_ptr_array_unref);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i].made_of, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_charter_form_parent_class)->dispose (object);
}

static void
sl_charter_form_class_init (SlCharterFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_charter_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sl_charter_form_init (SlCharterForm *self)
{
  self->rows = g_ptr_array_new ();
  self->partner_rows = g_ptr_array_new ();
  self->expanders = g_ptr_array_new ();
  self->box = sl_form_fill (GTK_WIDGET (self), &self->scroller);
}

void
sl_charter_form_focus (SlCharterForm *self)
{
  g_return_if_fail (SL_IS_CHARTER_FORM (self));
  focus_field (self, SL_ALLIANCE_TITLE);
}

GtkWidget *
sl_charter_form_new (SlSession *session)
{
  SlCharterForm *self = g_object_new (SL_TYPE_CHARTER_FORM, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_analyzer (session), "changed",
                           G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
