/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for chart tests. Nothing here is random: the same call gives the same plan with the same
 * ids. */

#include "config.h"

#include "chart-fixtures.h"

#include "base/sl-date.h"

struct _ChartPlan
{
  SlStore *store;
  SlId next_id;
};

static void
apply (ChartPlan *self, SlChangeSet *changes)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    sl_store_apply (self->store, sl_change_set_get (changes, i));
  sl_change_set_unref (changes);
}

/* Finds the row of @id, which must exist. */
static const SlTable *
find_row (ChartPlan *self, SlId id, SlKindId *kind, guint *row)
{
  const SlSnapshot *snapshot = sl_store_get_snapshot (self->store);

  if (!sl_snapshot_find (snapshot, id, kind, row))
    g_error ("no record %" G_GINT64_FORMAT, id);
  return sl_snapshot_table (snapshot, *kind);
}

SlId
chart_plan_add (ChartPlan *self, SlKindId kind)
{
  const SlKind *k = sl_kind (kind);
  const SlId id = self->next_id++;
  g_autofree SlValue *row = g_new0 (SlValue, k->n_fields);
  SlChangeSet *changes = sl_change_set_new ();

  for (guint i = 0; i < k->n_fields; i++)
    {
      row[i] = sl_field_default (&k->fields[i]);
      if ((int)i == k->rank_field)
        {
          g_autofree char *rank = g_strdup_printf ("%08" G_GINT64_FORMAT, id - CHART_FIRST_ID);

          sl_value_clear (&row[i]);
          row[i] = sl_value_text (rank);
        }
    }
  sl_change_set_append_insert (changes, kind, id, row);
  apply (self, changes);
  for (guint i = 0; i < k->n_fields; i++)
    sl_value_clear (&row[i]);
  return id;
}

static void
set_value (ChartPlan *self, SlId id, guint field, SlValue value)
{
  SlKindId kind;
  guint row;
  const SlTable *table = find_row (self, id, &kind, &row);
  g_auto (SlValue) old_value = sl_table_value (table, row, field);
  g_auto (SlValue) new_value = value;
  SlChangeSet *changes = sl_change_set_new ();

  sl_change_set_append_set (changes, kind, id, field, &old_value, &new_value);
  apply (self, changes);
}

void
chart_plan_set_int (ChartPlan *self, SlId id, guint field, gint64 value)
{
  set_value (self, id, field, sl_value_int (value));
}

void
chart_plan_set_real (ChartPlan *self, SlId id, guint field, double value)
{
  set_value (self, id, field, sl_value_real (value));
}

void
chart_plan_set_text (ChartPlan *self, SlId id, guint field, const char *value)
{
  set_value (self, id, field, sl_value_text (value));
}

void
chart_plan_set_day (ChartPlan *self, SlId id, guint field, const char *iso)
{
  gint64 day;

  if (iso == NULL)
    return;
  if (!sl_day_from_iso (iso, &day))
    g_error ("not a day: %s", iso);
  chart_plan_set_int (self, id, field, day);
}

const char *
chart_plan_title (ChartPlan *self, SlId id)
{
  return sl_snapshot_title (sl_store_get_snapshot (self->store), id);
}

void
chart_plan_remove (ChartPlan *self, SlId id)
{
  SlKindId kind;
  guint row;
  const SlTable *table = find_row (self, id, &kind, &row);
  const guint n = sl_kind (kind)->n_fields;
  g_autofree SlValue *values = g_new0 (SlValue, n);
  SlChangeSet *changes = sl_change_set_new ();

  for (guint i = 0; i < n; i++)
    values[i] = sl_table_value (table, row, i);
  sl_change_set_append_remove (changes, kind, id, values);
  apply (self, changes);
  for (guint i = 0; i < n; i++)
    sl_value_clear (&values[i]);
}

ChartPlan *
chart_plan_new (const char *title)
{
  ChartPlan *self = g_new0 (ChartPlan, 1);

  self->store = sl_store_new ();
  self->next_id = CHART_FIRST_ID;
  chart_plan_set_text (self, chart_plan_add (self, SL_KIND_PROJECT), SL_PROJECT_TITLE, title);
  return self;
}

void
chart_plan_free (ChartPlan *self)
{
  g_object_unref (self->store);
  g_free (self);
}

SlSnapshot *
chart_plan_snapshot (ChartPlan *self)
{
  return sl_snapshot_ref (sl_store_get_snapshot (self->store));
}

static void
set_ref (ChartPlan *self, SlId id, guint field, SlId target)
{
  if (target != SL_ID_NONE)
    chart_plan_set_int (self, id, field, target);
}

SlId
chart_plan_party (ChartPlan *self, SlId parent, const char *title, double power, double interest)
{
  const SlId id = chart_plan_add (self, SL_KIND_PARTY);

  chart_plan_set_text (self, id, SL_PARTY_TITLE, title);
  set_ref (self, id, SL_PARTY_PARENT, parent);
  chart_plan_set_real (self, id, SL_PARTY_POWER, power);
  chart_plan_set_real (self, id, SL_PARTY_INTEREST, interest);
  return id;
}

SlId
chart_plan_goal (ChartPlan *self, SlId parent, SlId owner, const char *title)
{
  const SlId id = chart_plan_add (self, SL_KIND_GOAL);

  chart_plan_set_text (self, id, SL_GOAL_TITLE, title);
  set_ref (self, id, SL_GOAL_PARENT, parent);
  set_ref (self, id, SL_GOAL_OWNER, owner);
  return id;
}

SlId
chart_plan_shared_goal (ChartPlan *self, SlId parent, SlId owner, const char *title)
{
  const SlId id = chart_plan_goal (self, parent, owner, title);

  chart_plan_set_int (self, id, SL_GOAL_SHARED, 1);
  return id;
}

SlId
chart_plan_position (ChartPlan *self, SlId party, SlId goal, int value, SlPositionSource source)
{
  const SlId id = chart_plan_add (self, SL_KIND_POSITION);

  chart_plan_set_int (self, id, SL_POSITION_PARTY, party);
  chart_plan_set_int (self, id, SL_POSITION_GOAL, goal);
  chart_plan_set_int (self, id, SL_POSITION_VALUE, value);
  chart_plan_set_int (self, id, SL_POSITION_SOURCE, source);
  return id;
}

SlId
chart_plan_task (ChartPlan *self, SlId parent, SlId owner, const char *title, const char *start,
                 const char *due)
{
  const SlId id = chart_plan_add (self, SL_KIND_TASK);

  chart_plan_set_text (self, id, SL_TASK_TITLE, title);
  set_ref (self, id, SL_TASK_PARENT, parent);
  set_ref (self, id, SL_TASK_OWNER, owner);
  chart_plan_set_day (self, id, SL_TASK_START, start);
  chart_plan_set_day (self, id, SL_TASK_DUE, due);
  return id;
}

SlId
chart_plan_milestone (ChartPlan *self, SlId parent, SlId owner, const char *title, const char *due)
{
  const SlId id = chart_plan_add (self, SL_KIND_MILESTONE);

  chart_plan_set_text (self, id, SL_MILESTONE_TITLE, title);
  set_ref (self, id, SL_MILESTONE_PARENT, parent);
  set_ref (self, id, SL_MILESTONE_OWNER, owner);
  chart_plan_set_day (self, id, SL_MILESTONE_DUE, due);
  return id;
}

SlId
chart_plan_dependency (ChartPlan *self, SlId before, SlId after, SlDependencyType type)
{
  const SlId id = chart_plan_add (self, SL_KIND_DEPENDENCY);

  chart_plan_set_int (self, id, SL_DEPENDENCY_BEFORE, before);
  chart_plan_set_int (self, id, SL_DEPENDENCY_AFTER, after);
  chart_plan_set_int (self, id, SL_DEPENDENCY_TYPE, type);
  return id;
}

SlId
chart_plan_link (ChartPlan *self, SlId source, SlId target, int strength)
{
  const SlId id = chart_plan_add (self, SL_KIND_GOAL_LINK);

  chart_plan_set_int (self, id, SL_GOAL_LINK_SOURCE, source);
  chart_plan_set_int (self, id, SL_GOAL_LINK_TARGET, target);
  chart_plan_set_int (self, id, SL_GOAL_LINK_STRENGTH, strength);
  return id;
}

static ChartPlan *
build_empty (void)
{
  return chart_plan_new ("New project");
}

/* One character a party: its position, or '.' for not asked. */
static void
add_positions (ChartPlan *plan, SlId goal, const SlId *parties, const int *values,
               const char *sources)
{
  for (guint i = 0; sources[i] != '\0'; i++)
    if (sources[i] != '.')
      chart_plan_position (plan, parties[i], goal, values[i],
                           sources[i] == 'w'   ? SL_POSITION_WRITING
                           : sources[i] == 's' ? SL_POSITION_SAID
                                               : SL_POSITION_GUESS);
}

static void
set_goal (ChartPlan *plan, SlId goal, const char *start, const char *due, double progress,
          SlGoalStatus status)
{
  chart_plan_set_day (plan, goal, SL_GOAL_START, start);
  chart_plan_set_day (plan, goal, SL_GOAL_DUE, due);
  if (progress >= 0)
    chart_plan_set_real (plan, goal, SL_GOAL_PROGRESS, progress);
  chart_plan_set_int (plan, goal, SL_GOAL_STATUS, status);
}

static void
add_launch_tasks (ChartPlan *plan, const SlId *parties, const SlId *goals)
{
  const SlId build
      = chart_plan_task (plan, SL_ID_NONE, parties[1], "Build the launch version", NULL, NULL);
  const SlId design = chart_plan_task (plan, build, parties[1], "Design freeze of the housing",
                                       "2026-02-02", "2026-02-27");
  const SlId firmware = chart_plan_task (plan, build, parties[1], "Firmware for field test",
                                         "2026-02-16", "2026-04-10");
  const SlId line = chart_plan_task (plan, build, parties[2], "Set up the second line",
                                     "2026-03-02", "2026-05-29");
  const SlId market
      = chart_plan_task (plan, SL_ID_NONE, parties[3], "Prepare the market", NULL, NULL);
  const SlId press = chart_plan_task (plan, market, parties[3], "Press kit and reference customers",
                                      "2026-04-01", "2026-05-15");
  const SlId train = chart_plan_task (plan, market, parties[4], "Train the field sales team",
                                      "2026-05-04", "2026-06-12");
  const SlId freeze = chart_plan_milestone (plan, build, parties[1], "Design freeze", "2026-02-27");
  const SlId pilot
      = chart_plan_milestone (plan, build, parties[2], "First pilot series", "2026-05-29");
  const SlId launch
      = chart_plan_milestone (plan, SL_ID_NONE, parties[0], "Launch day", "2026-06-30");

  chart_plan_set_real (plan, design, SL_TASK_PROGRESS, 1.0);
  chart_plan_set_int (plan, design, SL_TASK_STATUS, SL_TASK_DONE);
  chart_plan_set_real (plan, firmware, SL_TASK_PROGRESS, 0.4);
  chart_plan_set_int (plan, firmware, SL_TASK_STATUS, SL_TASK_ACTIVE);
  chart_plan_set_real (plan, line, SL_TASK_PROGRESS, 0.1);
  chart_plan_set_int (plan, freeze, SL_MILESTONE_STATUS, SL_TASK_DONE);
  chart_plan_set_int (plan, firmware, SL_TASK_GOAL, goals[2]);
  chart_plan_set_int (plan, line, SL_TASK_GOAL, goals[3]);
  chart_plan_dependency (plan, design, freeze, SL_DEPENDENCY_FS);
  chart_plan_dependency (plan, freeze, line, SL_DEPENDENCY_FS);
  chart_plan_dependency (plan, firmware, pilot, SL_DEPENDENCY_FS);
  chart_plan_dependency (plan, line, pilot, SL_DEPENDENCY_FF);
  chart_plan_dependency (plan, press, train, SL_DEPENDENCY_SS);
  chart_plan_dependency (plan, train, launch, SL_DEPENDENCY_FS);
  chart_plan_dependency (plan, pilot, launch, SL_DEPENDENCY_FS);
}

static void
add_launch_positions (ChartPlan *plan, const SlId *p, const SlId *g)
{
  add_positions (plan, g[0], p, (const int[]){ 3, 2, 1, 2, 3, 1 }, "wwsssw");
  add_positions (plan, g[1], p, (const int[]){ 2, 0, -3, 1, 3, 0 }, "wswgs.");
  add_positions (plan, g[2], p, (const int[]){ 1, 3, 1, 1, 1, 1 }, "swsgsg");
  add_positions (plan, g[3], p, (const int[]){ 1, -1, -2, 2, 2, 0 }, "sgsgs.");
  add_positions (plan, g[4], p, (const int[]){ 2, 1, 2, 2, 1, 0 }, "sssgs.");
  add_positions (plan, g[5], p, (const int[]){ 0, 0, 0, 3, 1, 1 }, "s..wsw");
  add_positions (plan, g[6], p, (const int[]){ 1, 2, 0, 0, 0, 3 }, "gs...w");
  add_positions (plan, g[7], p, (const int[]){ 1, 0, 0, 2, 2, 0 }, "g..ss.");
}

static ChartPlan *
build_launch (void)
{
  ChartPlan *plan = chart_plan_new ("Product launch");
  const SlId company = chart_plan_party (plan, SL_ID_NONE, "Management", 9, 8);
  const SlId parties[] = {
    company,
    chart_plan_party (plan, company, "Product Development", 7, 8),
    chart_plan_party (plan, company, "Production", 6, 7),
    chart_plan_party (plan, company, "Marketing", 5, 8),
    chart_plan_party (plan, company, "Sales", 6, 9),
    chart_plan_party (plan, SL_ID_NONE, "Nordlicht Sensors (partner)", 4, 6),
  };
  const SlId win = chart_plan_shared_goal (plan, SL_ID_NONE, parties[0],
                                           "Win 15 % of the building-sensor market");
  const SlId goals[] = {
    win,
    chart_plan_shared_goal (plan, win, parties[4], "Cut delivery time to ten days"),
    chart_plan_shared_goal (plan, win, parties[1], "Release the sensor by June"),
    chart_plan_goal (plan, win, parties[2], "Run two lines in two shifts from May"),
    chart_plan_shared_goal (plan, SL_ID_NONE, parties[2], "Keep returns below two percent"),
    chart_plan_shared_goal (plan, SL_ID_NONE, parties[3], "Be known to 60 % of installers"),
    chart_plan_goal (plan, win, parties[5], "Deliver calibrated modules every week"),
    chart_plan_goal (plan, SL_ID_NONE, parties[3], "Reference customers in five countries"),
    chart_plan_goal (plan, SL_ID_NONE, parties[4], "Visit every installer once"),
  };

  set_goal (plan, goals[0], "2026-01-05", "2026-12-31", -1, SL_GOAL_ACTIVE);
  set_goal (plan, goals[1], "2026-02-02", "2026-06-30", 0.2, SL_GOAL_ACTIVE);
  set_goal (plan, goals[2], "2026-01-05", "2026-06-30", 0.55, SL_GOAL_ACTIVE);
  set_goal (plan, goals[3], "2026-02-02", "2026-05-29", 0.1, SL_GOAL_ACTIVE);
  set_goal (plan, goals[4], NULL, "2026-12-31", 0.8, SL_GOAL_ACTIVE);
  set_goal (plan, goals[5], "2026-03-02", "2026-09-30", 0, SL_GOAL_ACTIVE);
  set_goal (plan, goals[6], NULL, "2026-03-31", 0.35, SL_GOAL_ACTIVE);
  set_goal (plan, goals[7], NULL, NULL, -1, SL_GOAL_PARKED);
  set_goal (plan, goals[8], NULL, "2026-02-28", 1, SL_GOAL_DONE);
  chart_plan_link (plan, goals[1], goals[4], -60);
  chart_plan_link (plan, goals[3], goals[1], 80);
  chart_plan_link (plan, goals[6], goals[2], 40);
  const SlId second = chart_plan_add (plan, SL_KIND_GOAL_PARENT);
  chart_plan_set_int (plan, second, SL_GOAL_PARENT_GOAL, goals[6]);
  chart_plan_set_int (plan, second, SL_GOAL_PARENT_PARENT, goals[4]);
  add_launch_positions (plan, parties, goals);
  add_launch_tasks (plan, parties, goals);
  return plan;
}

/* Words that a generated title is made of. */
typedef struct
{
  const char *project;
  const char *parties[12];
  const char *verbs[8];
  const char *objects[10];
  const char *milestones[5];
} Words;

static const Words english = {
  "Two-year programme",
  { "Board", "Finance", "Human Resources", "Research and Development", "Production North",
    "Production South", "Marketing", "Sales Europe", "Sales Overseas", "Customer Service",
    "Works Council", "Hallstein Logistics (partner)" },
  { "Reduce", "Double", "Agree on", "Simplify", "Publish", "Stabilise", "Train", "Measure" },
  { "the delivery time of spare parts", "the share of recycled aluminium", "energy use per unit",
    "the onboarding of new suppliers", "customer satisfaction in the first year",
    "shift planning across both plants", "the number of open complaints",
    "service level agreements with partners", "safety training", "the price list" },
  { "Decision of the board", "Pilot finished", "Audit passed", "Contract signed",
    "Go-live in the first region" },
};

static const Words german = {
  "Unternehmensweite Zusammenarbeitsvereinbarung",
  { "Geschäftsführung", "Personalentwicklungsabteilung", "Finanzbuchhaltung und Controlling",
    "Forschungs- und Entwicklungszentrum", "Produktionsplanung und -steuerung",
    "Qualitätssicherungsbeauftragte", "Öffentlichkeitsarbeit", "Vertriebsinnendienst",
    "Auslandsvertriebsgesellschaft", "Kundendienstorganisation", "Gesamtbetriebsrat",
    "Lieferkettendienstleister Hallstein (Partner)" },
  { "Verkürzung", "Verdoppelung", "Vereinheitlichung", "Veröffentlichung", "Stabilisierung",
    "Weiterentwicklung", "Überprüfung", "Dokumentation" },
  { "der Ersatzteillieferzeitvereinbarungen", "des Wiederverwertungsanteils bei Aluminiumgehäusen",
    "der Energieverbrauchskennzahlen je Fertigungslinie",
    "der Lieferantenqualifizierungsmaßnahmen im außereuropäischen Ausland",
    "der Kundenzufriedenheitserhebungen im ersten Jahr",
    "der werksübergreifenden Schichtplanungsgrundsätze", "der Beschwerdemanagementstatistik",
    "der Partnerschaftsrahmenvereinbarungen", "der Arbeitssicherheitsunterweisungen",
    "der Verkaufspreislistenveröffentlichung" },
  { "Aufsichtsratsentscheidung", "Pilotphasenabschluss", "Zertifizierungsaudit bestanden",
    "Vertragsunterzeichnung", "Produktivsetzung in der ersten Vertriebsregion" },
};

static const Words arabic = {
  "برنامج التعاون المشترك",
  { "الإدارة العليا", "المالية", "الموارد البشرية", "البحث والتطوير", "الإنتاج الشمالي",
    "الإنتاج الجنوبي", "التسويق", "مبيعات أوروبا", "المبيعات الدولية", "خدمة العملاء",
    "مجلس العمال", "شركة النور للنقل (شريك)" },
  { "تقليل", "مضاعفة", "الاتفاق على", "تبسيط", "نشر", "تثبيت", "التدريب على", "قياس" },
  { "مدة تسليم قطع الغيار", "نسبة الألومنيوم المعاد تدويره", "استهلاك الطاقة لكل وحدة",
    "تأهيل الموردين الجدد", "رضا العملاء في السنة الأولى", "تخطيط الورديات في المصنعين",
    "عدد الشكاوى المفتوحة", "اتفاقيات مستوى الخدمة مع الشركاء (SLA 2026)", "التدريب على السلامة",
    "قائمة الأسعار" },
  { "قرار مجلس الإدارة", "انتهاء المرحلة التجريبية", "اجتياز التدقيق", "توقيع العقد",
    "الإطلاق في المنطقة الأولى" },
};

static void
generate_tasks (ChartPlan *plan, const Words *words, const SlId *parties, guint n_parties,
                const SlId *goals, guint n_goals, guint n_milestones)
{
  SlId group = SL_ID_NONE, last = SL_ID_NONE;

  for (guint i = 0; i < n_milestones; i++)
    {
      const gint64 start = CHART_TODAY - 150 + 17 * (gint64)i;
      g_autofree char *start_iso = sl_day_to_iso (start);
      g_autofree char *due_iso = sl_day_to_iso (start + 20 + (i * 7) % 45);
      g_autofree char *title
          = g_strdup_printf ("%s %s", words->verbs[(i * 3) % 8], words->objects[(i * 7 + 2) % 10]);
      g_autofree char *stone = g_strdup_printf ("%s %u", words->milestones[i % 5], i + 1);

      if (i % 8 == 0)
        group = chart_plan_task (plan, SL_ID_NONE, parties[i / 8 % n_parties],
                                 words->objects[i / 8 % 10], NULL, NULL);
      const SlId task
          = chart_plan_task (plan, group, parties[i % n_parties], title, start_iso, due_iso);
      const SlId milestone
          = chart_plan_milestone (plan, group, parties[(i + 1) % n_parties], stone, due_iso);
      chart_plan_set_int (plan, task, SL_TASK_GOAL, goals[(i * 2) % n_goals]);
      chart_plan_set_real (plan, task, SL_TASK_PROGRESS, i < 8 ? 1 : i < 16 ? 0.5 : 0);
      chart_plan_dependency (plan, task, milestone, SL_DEPENDENCY_FS);
      if (last != SL_ID_NONE && i % 3 == 1)
        chart_plan_dependency (plan, last, task, SL_DEPENDENCY_FS);
      last = milestone;
    }
}

/* An alliance with three partners, points and money for goals, and conflicts between parties. */
static void
add_alignment (ChartPlan *plan, const SlId *parties, guint n_parties, const SlId *goals,
               guint n_goals)
{
  const SlId alliance = chart_plan_add (plan, SL_KIND_ALLIANCE);
  const guint n_shared = MIN (n_goals, 12);

  chart_plan_set_text (plan, alliance, SL_ALLIANCE_TITLE, chart_plan_title (plan, goals[0]));
  chart_plan_set_text (plan, alliance, SL_ALLIANCE_EXPECTATIONS, chart_plan_title (plan, goals[2]));
  chart_plan_set_day (plan, alliance, SL_ALLIANCE_REVIEW, "2026-06-30");
  for (guint i = 0; i < 3; i++)
    {
      const SlId partner = chart_plan_add (plan, SL_KIND_PARTNER);

      chart_plan_set_int (plan, partner, SL_PARTNER_ALLIANCE, alliance);
      chart_plan_set_int (plan, partner, SL_PARTNER_PARTY, parties[i]);
      chart_plan_set_text (plan, partner, SL_PARTNER_GIVES, chart_plan_title (plan, goals[i]));
      chart_plan_set_int (plan, goals[i], SL_GOAL_ALLIANCE, alliance);
    }
  for (guint i = 0; i < MIN (n_parties, 7); i++)
    for (guint k = 0; k < n_shared; k++)
      {
        const SlId priority = chart_plan_add (plan, SL_KIND_PRIORITY);

        chart_plan_set_int (plan, priority, SL_PRIORITY_PARTY, parties[i]);
        chart_plan_set_int (plan, priority, SL_PRIORITY_GOAL, goals[k]);
        chart_plan_set_real (plan, priority, SL_PRIORITY_POINTS, (i * 7 + k * 5 + i * k) % 9);
      }
  for (guint k = 0; k < n_shared; k += 2)
    {
      const SlId budget = chart_plan_add (plan, SL_KIND_BUDGET);

      chart_plan_set_int (plan, budget, SL_BUDGET_ITEM, goals[k]);
      chart_plan_set_int (plan, budget, SL_BUDGET_PLANNED, (gint64)(k * 7 % 11 + 1) * 100000);
    }
  for (guint i = 0; i < 5; i++)
    {
      const SlId conflict = chart_plan_add (plan, SL_KIND_CONFLICT);

      chart_plan_set_text (plan, conflict, SL_CONFLICT_TITLE, chart_plan_title (plan, goals[i]));
      chart_plan_set_int (plan, conflict, SL_CONFLICT_GOAL, goals[i]);
      chart_plan_set_int (plan, conflict, SL_CONFLICT_OTHER_GOAL, goals[i + 1]);
      chart_plan_set_int (plan, conflict, SL_CONFLICT_PARTY, parties[i]);
      chart_plan_set_int (plan, conflict, SL_CONFLICT_OTHER_PARTY, parties[i + 1]);
      chart_plan_set_text (plan, conflict, SL_CONFLICT_INTEREST, chart_plan_title (plan, goals[2]));
      chart_plan_set_text (plan, conflict, SL_CONFLICT_OPTIONS, chart_plan_title (plan, goals[3]));
      chart_plan_set_int (plan, conflict, SL_CONFLICT_STATUS,
                          i == 4 ? SL_CONFLICT_AGREED : SL_CONFLICT_OPEN);
    }
}

/* Risks of all grades, and what is left of some of them; who pays what. */
static void
add_risks (ChartPlan *plan, const Words *words, const SlId *parties, guint n_parties,
           const SlId *goals, guint n_goals)
{
  for (guint i = 0; i < 14; i++)
    {
      const SlId risk = chart_plan_add (plan, SL_KIND_RISK);
      g_autofree char *title
          = g_strdup_printf ("%s %s", words->verbs[(i * 5) % 8], words->objects[(i * 3 + 1) % 10]);

      chart_plan_set_text (plan, risk, SL_RISK_TITLE, title);
      chart_plan_set_int (plan, risk, SL_RISK_ITEM, goals[i % n_goals]);
      chart_plan_set_int (plan, risk, SL_RISK_OWNER, parties[(i * 3) % n_parties]);
      if (i == 13)
        continue;
      chart_plan_set_int (plan, risk, SL_RISK_PROBABILITY, i < 6 ? 4 : 1 + i % 5);
      chart_plan_set_int (plan, risk, SL_RISK_IMPACT, i < 6 ? 4 : 1 + i * 3 % 5);
      if (i % 3 == 0)
        {
          chart_plan_set_int (plan, risk, SL_RISK_RESIDUAL_PROBABILITY, 1 + i % 3);
          chart_plan_set_int (plan, risk, SL_RISK_RESIDUAL_IMPACT, 2);
        }
      if (i % 4 == 1)
        chart_plan_set_text (plan, risk, SL_RISK_PLAN, words->objects[i % 10]);
      if (i % 8 == 1)
        chart_plan_set_day (plan, risk, SL_RISK_ACTIVATED, "2026-03-02");
      if (i == 12)
        chart_plan_set_int (plan, risk, SL_RISK_STATUS, SL_RISK_CLOSED);
    }
}

/* Who pays the budget lines, who works on the tasks; some have too much to do. */
static void
add_resources (ChartPlan *plan, const SlId *parties, guint n_parties)
{
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  const SlTable *budgets = sl_snapshot_table (snapshot, SL_KIND_BUDGET);
  const SlTable *tasks = sl_snapshot_table (snapshot, SL_KIND_TASK);

  for (guint row = 0; row < sl_table_n_rows (budgets); row++)
    {
      const SlId id = sl_table_id (budgets, row);

      if (row % 5 != 4)
        chart_plan_set_int (plan, id, SL_BUDGET_PARTY, parties[row % n_parties]);
      chart_plan_set_int (plan, id, SL_BUDGET_COMMITTED, (gint64)row * 150000);
      chart_plan_set_int (plan, id, SL_BUDGET_SPENT, (gint64)row * 70000);
      chart_plan_set_text (plan, id, SL_BUDGET_TITLE, chart_plan_title (plan, parties[row]));
    }
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    {
      const SlId booking = chart_plan_add (plan, SL_KIND_ALLOCATION);

      chart_plan_set_int (plan, booking, SL_ALLOCATION_TASK, sl_table_id (tasks, row));
      chart_plan_set_int (plan, booking, SL_ALLOCATION_PARTY, parties[row % MIN (n_parties, 5)]);
      chart_plan_set_real (plan, booking, SL_ALLOCATION_UNITS, 0.35 + (row % 4) * 0.25);
    }
}

static ChartPlan *
generate (const Words *words, guint n_parties, guint n_goals, guint n_milestones)
{
  ChartPlan *plan = chart_plan_new (words->project);
  g_autofree SlId *parties = g_new0 (SlId, n_parties);
  g_autofree SlId *goals = g_new0 (SlId, n_goals);
  static const char *const dues[]
      = { "2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31", NULL };

  for (guint i = 0; i < n_parties; i++)
    parties[i] = chart_plan_party (plan, i == 0 || i % 5 == 4 ? SL_ID_NONE : parties[i / 5 * 5],
                                   words->parties[i % 12], 3 + (i * 5) % 8, 2 + (i * 7) % 9);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *title
          = g_strdup_printf ("%s %s", words->verbs[i % 8], words->objects[(i * 3 + i / 8) % 10]);

      goals[i] = chart_plan_goal (plan, i < 4 ? SL_ID_NONE : goals[(i - 1) / 3],
                                  parties[(i * 5) % n_parties], title);
      chart_plan_set_int (plan, goals[i], SL_GOAL_SHARED, i < 12);
      chart_plan_set_day (plan, goals[i], SL_GOAL_DUE, dues[i % 5]);
      if (i % 3 != 0)
        chart_plan_set_real (plan, goals[i], SL_GOAL_PROGRESS, (i * 13 % 101) / 100.0);
      for (guint j = 0; j < n_parties; j++)
        if ((i * 7 + j * 11) % 5 != 0)
          chart_plan_position (plan, parties[j], goals[i], (int)((i * 5 + j * 3 + i * j) % 7) - 3,
                               (SlPositionSource)((i + j) % 3));
      if (i >= 8 && i % 4 == 0)
        chart_plan_link (plan, goals[i], goals[i - 5], i % 8 == 0 ? 60 : -40);
    }
  generate_tasks (plan, words, parties, n_parties, goals, n_goals, n_milestones);
  add_alignment (plan, parties, n_parties, goals, n_goals);
  add_risks (plan, words, parties, n_parties, goals, n_goals);
  add_resources (plan, parties, n_parties);
  return plan;
}

static ChartPlan *
build_large (void)
{
  return generate (&english, 12, 60, 40);
}

static ChartPlan *
build_german (void)
{
  return generate (&german, 12, 24, 16);
}

static ChartPlan *
build_arabic (void)
{
  return generate (&arabic, 8, 14, 12);
}

/* What titles may be at worst: nothing, one word without an end, a page of words, two directions
 * in one line, wide characters, markup. */
static ChartPlan *
build_extreme (void)
{
  static const char *const titles[] = {
    "",
    "A",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstand",
    "Make sure that every department, every team and every single person who has a part in the "
    "delivery of spare parts to customers in all regions knows what was agreed with the partners, "
    "by whom, on which day, for which reason and until when it is valid, and says so if it changes",
    "Raise <b>margin</b> & \"trust\" by 5 % (Q2’26)",
    "تقليل مدة التسليم to 10 days – قبل 30/06",
    "在六月之前把所有地区的备件交付时间缩短到十天以内",
    "🚀 Ship it",
  };
  ChartPlan *plan = chart_plan_new (titles[3]);
  const guint n = G_N_ELEMENTS (titles);
  SlId parties[G_N_ELEMENTS (titles)], goals[G_N_ELEMENTS (titles)];

  for (guint i = 0; i < n; i++)
    parties[i] = chart_plan_party (plan, SL_ID_NONE, titles[i], i, 10 - i);
  for (guint i = 0; i < n; i++)
    {
      goals[i] = chart_plan_shared_goal (plan, i % 3 == 0 ? SL_ID_NONE : goals[i - 1],
                                         parties[(i + 3) % n], titles[(i + 1) % n]);
      chart_plan_set_day (plan, goals[i], SL_GOAL_DUE, i % 2 == 0 ? "2026-04-30" : NULL);
      chart_plan_position (plan, parties[i], goals[i], (int)i % 7 - 3, SL_POSITION_GUESS);
      const SlId task = chart_plan_task (plan, SL_ID_NONE, parties[i], titles[(i + 2) % n],
                                         "2026-03-01", i % 3 == 0 ? NULL : "2026-05-10");
      chart_plan_milestone (plan, task, parties[i], titles[(i + 4) % n], "2026-05-10");
    }
  add_alignment (plan, parties, n, goals, n);
  return plan;
}

const ChartFixture chart_fixtures[] = {
  { "empty", build_empty },
  { "launch", build_launch },
  { "large", build_large },
  { "german", build_german },
  { "arabic", build_arabic },
  { "extreme", build_extreme },
  { NULL, NULL },
};

SlSnapshot *
chart_fixture_snapshot (const char *name)
{
  for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
    if (g_str_equal (fixture->name, name))
      {
        g_autoptr (ChartPlan) plan = fixture->build ();

        return chart_plan_snapshot (plan);
      }
  g_error ("no fixture %s", name);
}
