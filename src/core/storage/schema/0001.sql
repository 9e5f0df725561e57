-- SPDX-License-Identifier: GPL-3.0-or-later
-- Format 1 of the project file. Frozen once released: files are compared with this text byte by
-- byte when they are opened, and their rows are copied into tables made from the newest one.
-- No check asks IN a list: SQLite makes a table of the list for each row that is written.

-- doc_id, copy_id, format, min_reader, min_writer, app, created, digest
CREATE TABLE "meta" (
  "key" TEXT NOT NULL PRIMARY KEY CHECK (length ("key") BETWEEN 1 AND 100),
  "value" TEXT NOT NULL CHECK (length ("value") <= 2000)
) STRICT, WITHOUT ROWID;

-- Fields of later minor versions, carried along unread.
CREATE TABLE "attr" (
  "entity" INTEGER NOT NULL CHECK ("entity" >= 4294967296),
  "key" TEXT NOT NULL CHECK (length ("key") BETWEEN 1 AND 100),
  "value" TEXT NOT NULL CHECK (length ("value") <= 65536),
  PRIMARY KEY ("entity", "key")
) STRICT, WITHOUT ROWID;

-- One row each time the file was written with other content than before. "id" counts in this copy;
-- "uid", 128 random bits in hexadecimal, is the same in all copies.
CREATE TABLE "revision" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 1),
  "uid" TEXT NOT NULL CHECK (length ("uid") = 32),
  "parent" TEXT CHECK (length ("parent") = 32),
  "parent2" TEXT CHECK (length ("parent2") = 32),
  "at" INTEGER NOT NULL,
  "author" TEXT NOT NULL CHECK (length ("author") <= 2000),
  "copy_id" TEXT NOT NULL CHECK (length ("copy_id") = 32),
  "format" INTEGER NOT NULL,
  "note" TEXT CHECK (length ("note") <= 65536),
  "digest" TEXT NOT NULL CHECK (length ("digest") = 64)
) STRICT;

-- What a revision changed. "op" is s (set): one row a field; r (remove): one row for each field that
-- was set; i (insert): one row without a field, since what a record began as follows from what it is
-- now and from what was set later.
CREATE TABLE "change" (
  "revision" INTEGER NOT NULL REFERENCES "revision" ("id") DEFERRABLE INITIALLY DEFERRED,
  "n" INTEGER NOT NULL CHECK ("n" >= 0),
  "field" TEXT NOT NULL CHECK (length ("field") <= 100),
  "op" TEXT NOT NULL CHECK ("op" = 'i' OR "op" = 's' OR "op" = 'r'),
  "kind" TEXT NOT NULL CHECK (length ("kind") BETWEEN 1 AND 100),
  "entity" INTEGER NOT NULL CHECK ("entity" >= 4294967296),
  "old" ANY CHECK (length ("old") <= 65536),
  "new" ANY CHECK (length ("new") <= 65536),
  PRIMARY KEY ("revision", "n", "field")
) STRICT, WITHOUT ROWID;

CREATE TABLE "project" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "vision" TEXT CHECK (length ("vision") BETWEEN 0 AND 65536),
  "mission" TEXT CHECK (length ("mission") BETWEEN 0 AND 65536),
  "start" INTEGER CHECK ("start" BETWEEN -25567 AND 84005),
  "next_meeting" INTEGER CHECK ("next_meeting" BETWEEN -25567 AND 84005),
  "currency" TEXT NOT NULL CHECK (length ("currency") BETWEEN 0 AND 2000),
  "hours_per_day" REAL NOT NULL CHECK ("hours_per_day" BETWEEN 1 AND 24),
  "work_week" INTEGER NOT NULL CHECK ("work_week" BETWEEN 1 AND 127),
  "fiscal_month" INTEGER NOT NULL CHECK ("fiscal_month" BETWEEN 1 AND 12),
  "feedback" INTEGER CHECK ("feedback" BETWEEN -25567 AND 84005),
  "position_days" INTEGER NOT NULL CHECK ("position_days" BETWEEN 1 AND 3650)
) STRICT;

CREATE TABLE "party" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 5),
  "parent" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000),
  "color" INTEGER CHECK ("color" BETWEEN 0 AND 16777215),
  "power" REAL CHECK ("power" BETWEEN 0 AND 10),
  "interest" REAL CHECK ("interest" BETWEEN 0 AND 10),
  "engagement" INTEGER CHECK ("engagement" BETWEEN 0 AND 4),
  "engagement_wanted" INTEGER CHECK ("engagement_wanted" BETWEEN 0 AND 4),
  "capacity" REAL CHECK ("capacity" BETWEEN 0 AND 1000),
  "contact" TEXT CHECK (length ("contact") BETWEEN 0 AND 2000),
  "summary" TEXT CHECK (length ("summary") BETWEEN 0 AND 65536),
  "foreign_id" TEXT CHECK (length ("foreign_id") BETWEEN 0 AND 2000),
  "legitimacy" INTEGER NOT NULL CHECK ("legitimacy" BETWEEN 0 AND 1),
  "urgency" INTEGER NOT NULL CHECK ("urgency" BETWEEN 0 AND 1),
  "gone" INTEGER NOT NULL CHECK ("gone" BETWEEN 0 AND 1),
  "contact_days" INTEGER CHECK ("contact_days" BETWEEN 1 AND 3650),
  "last_contact" INTEGER CHECK ("last_contact" BETWEEN -25567 AND 84005),
  "channel" TEXT CHECK (length ("channel") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_party_parent" ON "party" ("parent");

CREATE TABLE "alliance" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "start" INTEGER CHECK ("start" BETWEEN -25567 AND 84005),
  "review" INTEGER CHECK ("review" BETWEEN -25567 AND 84005),
  "end" INTEGER CHECK ("end" BETWEEN -25567 AND 84005),
  "expectations" TEXT CHECK (length ("expectations") BETWEEN 0 AND 65536),
  "escalation" TEXT CHECK (length ("escalation") BETWEEN 0 AND 65536),
  "signed" INTEGER CHECK ("signed" BETWEEN -25567 AND 84005),
  "reassess_days" INTEGER NOT NULL CHECK ("reassess_days" BETWEEN 1 AND 3650),
  "assessed" INTEGER CHECK ("assessed" BETWEEN -25567 AND 84005)
) STRICT;

CREATE TABLE "partner" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "alliance" INTEGER NOT NULL REFERENCES "alliance" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "gives" TEXT CHECK (length ("gives") BETWEEN 0 AND 65536),
  "gets" TEXT CHECK (length ("gets") BETWEEN 0 AND 65536),
  "signatory" TEXT CHECK (length ("signatory") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_partner_alliance" ON "partner" ("alliance");
CREATE INDEX "idx_partner_party" ON "partner" ("party");

CREATE TABLE "goal" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "parent" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000),
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" INTEGER CHECK ("level" BETWEEN 0 AND 4),
  "shared" INTEGER NOT NULL CHECK ("shared" BETWEEN 0 AND 1),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 4),
  "measure" TEXT CHECK (length ("measure") BETWEEN 0 AND 2000),
  "weight" REAL CHECK ("weight" BETWEEN 0 AND 1000),
  "start" INTEGER CHECK ("start" BETWEEN -25567 AND 84005),
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "progress" REAL CHECK ("progress" BETWEEN 0 AND 1),
  "confidence" REAL CHECK ("confidence" BETWEEN 0 AND 1),
  "alliance" INTEGER REFERENCES "alliance" ("id") DEFERRABLE INITIALLY DEFERRED,
  "reassess_days" INTEGER NOT NULL CHECK ("reassess_days" BETWEEN 1 AND 3650),
  "assessed" INTEGER CHECK ("assessed" BETWEEN -25567 AND 84005),
  "summary" TEXT CHECK (length ("summary") BETWEEN 0 AND 65536),
  "foreign_id" TEXT CHECK (length ("foreign_id") BETWEEN 0 AND 2000),
  "refinement" INTEGER NOT NULL CHECK ("refinement" BETWEEN 0 AND 2),
  "conflict_checked" INTEGER CHECK ("conflict_checked" BETWEEN -25567 AND 84005),
  "reached" INTEGER CHECK ("reached" BETWEEN 0 AND 2),
  "outcome" TEXT CHECK (length ("outcome") BETWEEN 0 AND 65536),
  "lesson" TEXT CHECK (length ("lesson") BETWEEN 0 AND 65536),
  "closed" INTEGER CHECK ("closed" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_goal_parent" ON "goal" ("parent");
CREATE INDEX "idx_goal_owner" ON "goal" ("owner");
CREATE INDEX "idx_goal_alliance" ON "goal" ("alliance");

CREATE TABLE "goal_parent" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "parent" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "share" REAL CHECK ("share" BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX "idx_goal_parent_goal" ON "goal_parent" ("goal");
CREATE INDEX "idx_goal_parent_parent" ON "goal_parent" ("parent");

CREATE TABLE "goal_link" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "source" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "target" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "strength" INTEGER NOT NULL CHECK ("strength" BETWEEN -100 AND 100),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 2000),
  "condition" TEXT CHECK (length ("condition") BETWEEN 0 AND 2000),
  "probability" REAL CHECK ("probability" BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX "idx_goal_link_source" ON "goal_link" ("source");
CREATE INDEX "idx_goal_link_target" ON "goal_link" ("target");

CREATE TABLE "position" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "value" INTEGER NOT NULL CHECK ("value" BETWEEN -3 AND 3),
  "source" INTEGER NOT NULL CHECK ("source" BETWEEN 0 AND 2),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_position_party" ON "position" ("party");
CREATE INDEX "idx_position_goal" ON "position" ("goal");

CREATE TABLE "priority" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "points" REAL NOT NULL CHECK ("points" BETWEEN 0 AND 100)
) STRICT;
CREATE INDEX "idx_priority_party" ON "priority" ("party");
CREATE INDEX "idx_priority_goal" ON "priority" ("goal");

CREATE TABLE "kpi" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "unit" TEXT CHECK (length ("unit") BETWEEN 0 AND 2000),
  "direction" INTEGER NOT NULL CHECK ("direction" BETWEEN 0 AND 2),
  "baseline" REAL CHECK (abs ("baseline") < 9e307),
  "baseline_day" INTEGER CHECK ("baseline_day" BETWEEN -25567 AND 84005),
  "target" REAL CHECK (abs ("target") < 9e307),
  "target_day" INTEGER CHECK ("target_day" BETWEEN -25567 AND 84005),
  "low" REAL CHECK (abs ("low") < 9e307),
  "high" REAL CHECK (abs ("high") < 9e307),
  "tolerance" REAL CHECK (abs ("tolerance") < 9e307),
  "leading" INTEGER NOT NULL CHECK ("leading" BETWEEN 0 AND 1),
  "weight" REAL CHECK ("weight" BETWEEN 0 AND 1000),
  "cadence_days" INTEGER NOT NULL CHECK ("cadence_days" BETWEEN 1 AND 3650),
  "source" TEXT CHECK (length ("source") BETWEEN 0 AND 2000),
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000),
  "threshold" REAL CHECK (abs ("threshold") < 9e307),
  "worst" REAL CHECK (abs ("worst") < 9e307)
) STRICT;
CREATE INDEX "idx_kpi_goal" ON "kpi" ("goal");
CREATE INDEX "idx_kpi_owner" ON "kpi" ("owner");

CREATE TABLE "kpi_value" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "kpi" INTEGER NOT NULL REFERENCES "kpi" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER NOT NULL CHECK ("day" BETWEEN -25567 AND 84005),
  "value" REAL NOT NULL CHECK (abs ("value") < 9e307),
  "note" TEXT CHECK (length ("note") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_kpi_value_kpi" ON "kpi_value" ("kpi");

CREATE TABLE "task" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "parent" INTEGER REFERENCES "task" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000),
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "accountable" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER CHECK ("start" BETWEEN -25567 AND 84005),
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "duration" REAL CHECK ("duration" BETWEEN 0 AND 100000),
  "effort" REAL CHECK ("effort" BETWEEN 0 AND 1000000),
  "progress" REAL CHECK ("progress" BETWEEN 0 AND 1),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 4),
  "constraint_type" INTEGER CHECK ("constraint_type" BETWEEN 0 AND 7),
  "constraint_day" INTEGER CHECK ("constraint_day" BETWEEN -25567 AND 84005),
  "deadline" INTEGER CHECK ("deadline" BETWEEN -25567 AND 84005),
  "summary" TEXT CHECK (length ("summary") BETWEEN 0 AND 65536),
  "foreign_id" TEXT CHECK (length ("foreign_id") BETWEEN 0 AND 2000),
  "optimistic" REAL CHECK ("optimistic" BETWEEN 0 AND 100000),
  "pessimistic" REAL CHECK ("pessimistic" BETWEEN 0 AND 100000),
  "risk" INTEGER REFERENCES "risk" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "idx_task_parent" ON "task" ("parent");
CREATE INDEX "idx_task_goal" ON "task" ("goal");
CREATE INDEX "idx_task_owner" ON "task" ("owner");
CREATE INDEX "idx_task_accountable" ON "task" ("accountable");
CREATE INDEX "idx_task_risk" ON "task" ("risk");

CREATE TABLE "milestone" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "parent" INTEGER REFERENCES "task" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000),
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "progress" REAL CHECK ("progress" BETWEEN 0 AND 1),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 4),
  "summary" TEXT CHECK (length ("summary") BETWEEN 0 AND 65536),
  "foreign_id" TEXT CHECK (length ("foreign_id") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_milestone_parent" ON "milestone" ("parent");
CREATE INDEX "idx_milestone_goal" ON "milestone" ("goal");
CREATE INDEX "idx_milestone_owner" ON "milestone" ("owner");

CREATE TABLE "dependency" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "before" INTEGER NOT NULL,
  "after" INTEGER NOT NULL,
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 3),
  "lag" REAL NOT NULL CHECK ("lag" BETWEEN -10000 AND 10000),
  "elapsed" INTEGER NOT NULL CHECK ("elapsed" BETWEEN 0 AND 1),
  "promised" INTEGER CHECK ("promised" BETWEEN -25567 AND 84005),
  "needed" INTEGER CHECK ("needed" BETWEEN -25567 AND 84005),
  "contact" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "idx_dependency_contact" ON "dependency" ("contact");

CREATE TABLE "allocation" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "task" INTEGER NOT NULL,
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "units" REAL NOT NULL CHECK ("units" BETWEEN 0 AND 1000),
  "role" TEXT CHECK (length ("role") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_allocation_party" ON "allocation" ("party");

CREATE TABLE "baseline" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "item" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 0 AND 10000),
  "start" INTEGER CHECK ("start" BETWEEN -25567 AND 84005),
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "wording" TEXT CHECK (length ("wording") BETWEEN 0 AND 2000),
  "weight" REAL CHECK ("weight" BETWEEN 0 AND 1),
  "target" REAL CHECK (abs ("target") < 9e307)
) STRICT;

CREATE TABLE "day_off" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "day" INTEGER NOT NULL CHECK ("day" BETWEEN -25567 AND 84005),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "yearly" INTEGER NOT NULL CHECK ("yearly" BETWEEN 0 AND 1),
  "worked" INTEGER NOT NULL CHECK ("worked" BETWEEN 0 AND 1)
) STRICT;

CREATE TABLE "budget" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "item" INTEGER,
  "party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "planned" INTEGER CHECK ("planned" BETWEEN -1000000000000000 AND 1000000000000000),
  "committed" INTEGER CHECK ("committed" BETWEEN -1000000000000000 AND 1000000000000000),
  "spent" INTEGER CHECK ("spent" BETWEEN -1000000000000000 AND 1000000000000000),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_budget_party" ON "budget" ("party");

CREATE TABLE "need" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 2),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 2),
  "weight" INTEGER NOT NULL CHECK ("weight" BETWEEN 1 AND 5),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_need_party" ON "need" ("party");
CREATE INDEX "idx_need_goal" ON "need" ("goal");

CREATE TABLE "risk" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "item" INTEGER,
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "probability" INTEGER CHECK ("probability" BETWEEN 1 AND 5),
  "impact" INTEGER CHECK ("impact" BETWEEN 1 AND 5),
  "residual_probability" INTEGER CHECK ("residual_probability" BETWEEN 1 AND 5),
  "residual_impact" INTEGER CHECK ("residual_impact" BETWEEN 1 AND 5),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 2),
  "plan" TEXT CHECK (length ("plan") BETWEEN 0 AND 65536),
  "trigger_text" TEXT CHECK (length ("trigger_text") BETWEEN 0 AND 2000),
  "trigger_day" INTEGER CHECK ("trigger_day" BETWEEN -25567 AND 84005),
  "trigger_kpi" INTEGER REFERENCES "kpi" ("id") DEFERRABLE INITIALLY DEFERRED,
  "trigger_above" REAL CHECK (abs ("trigger_above") < 9e307),
  "trigger_below" REAL CHECK (abs ("trigger_below") < 9e307),
  "activated" INTEGER CHECK ("activated" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_risk_owner" ON "risk" ("owner");
CREATE INDEX "idx_risk_trigger_kpi" ON "risk" ("trigger_kpi");

CREATE TABLE "conflict" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "other_goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "interest" TEXT CHECK (length ("interest") BETWEEN 0 AND 2000),
  "other_party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "other_interest" TEXT CHECK (length ("other_interest") BETWEEN 0 AND 2000),
  "options" TEXT CHECK (length ("options") BETWEEN 0 AND 65536),
  "severity" INTEGER NOT NULL CHECK ("severity" BETWEEN 0 AND 2),
  "decider" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "decide_by" INTEGER CHECK ("decide_by" BETWEEN -25567 AND 84005),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 3),
  "outcome" TEXT CHECK (length ("outcome") BETWEEN 0 AND 65536),
  "settled" INTEGER CHECK ("settled" BETWEEN -25567 AND 84005),
  "decision" INTEGER REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "idx_conflict_goal" ON "conflict" ("goal");
CREATE INDEX "idx_conflict_other_goal" ON "conflict" ("other_goal");
CREATE INDEX "idx_conflict_party" ON "conflict" ("party");
CREATE INDEX "idx_conflict_other_party" ON "conflict" ("other_party");
CREATE INDEX "idx_conflict_decider" ON "conflict" ("decider");
CREATE INDEX "idx_conflict_decision" ON "conflict" ("decision");

CREATE TABLE "note" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "text" TEXT NOT NULL CHECK (length ("text") BETWEEN 0 AND 65536),
  "item" INTEGER,
  "author" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_note_author" ON "note" ("author");

CREATE TABLE "sheet" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "chart" TEXT NOT NULL CHECK (length ("chart") BETWEEN 1 AND 2000),
  "headline" TEXT CHECK (length ("headline") BETWEEN 0 AND 2000),
  "landscape" INTEGER NOT NULL CHECK ("landscape" BETWEEN 0 AND 1),
  "tile" INTEGER NOT NULL CHECK ("tile" BETWEEN 0 AND 1),
  "from_day" INTEGER CHECK ("from_day" BETWEEN -25567 AND 84005),
  "to_day" INTEGER CHECK ("to_day" BETWEEN -25567 AND 84005)
) STRICT;

CREATE TABLE "role" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "item" INTEGER NOT NULL,
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "letter" INTEGER NOT NULL CHECK ("letter" BETWEEN 0 AND 3)
) STRICT;
CREATE INDEX "idx_role_party" ON "role" ("party");

CREATE TABLE "decision" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 1),
  "item" INTEGER,
  "owner" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 2),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 65536),
  "finding" TEXT CHECK (length ("finding") BETWEEN 0 AND 2000),
  "covers" TEXT CHECK (length ("covers") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_decision_owner" ON "decision" ("owner");

CREATE TABLE "acknowledgement" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "changed" INTEGER CHECK ("changed" BETWEEN -25567 AND 84005),
  "change" TEXT CHECK (length ("change") BETWEEN 0 AND 2000),
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "confirmed" INTEGER CHECK ("confirmed" BETWEEN -25567 AND 84005),
  "wording" TEXT CHECK (length ("wording") BETWEEN 0 AND 2000),
  "wording_due" INTEGER CHECK ("wording_due" BETWEEN -25567 AND 84005),
  "wording_target" REAL CHECK (abs ("wording_target") < 9e307),
  "wording_day" INTEGER CHECK ("wording_day" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_acknowledgement_goal" ON "acknowledgement" ("goal");
CREATE INDEX "idx_acknowledgement_party" ON "acknowledgement" ("party");

CREATE TABLE "promise" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 1),
  "from_party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to_party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "item" INTEGER,
  "due" INTEGER CHECK ("due" BETWEEN -25567 AND 84005),
  "status" INTEGER NOT NULL CHECK ("status" BETWEEN 0 AND 3),
  "kept_on" INTEGER CHECK ("kept_on" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_promise_from_party" ON "promise" ("from_party");
CREATE INDEX "idx_promise_to_party" ON "promise" ("to_party");

CREATE TABLE "trust" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "from_party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to_party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER NOT NULL CHECK ("day" BETWEEN -25567 AND 84005),
  "ability" INTEGER CHECK ("ability" BETWEEN 1 AND 5),
  "goodwill" INTEGER CHECK ("goodwill" BETWEEN 1 AND 5),
  "integrity" INTEGER CHECK ("integrity" BETWEEN 1 AND 5),
  "openness" INTEGER CHECK ("openness" BETWEEN 1 AND 5),
  "reliability" INTEGER CHECK ("reliability" BETWEEN 1 AND 5),
  "respondents" INTEGER NOT NULL CHECK ("respondents" BETWEEN 1 AND 10000)
) STRICT;
CREATE INDEX "idx_trust_from_party" ON "trust" ("from_party");
CREATE INDEX "idx_trust_to_party" ON "trust" ("to_party");

CREATE TABLE "review" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "alliance" INTEGER REFERENCES "alliance" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes" TEXT CHECK (length ("notes") BETWEEN 0 AND 65536),
  "feedback" INTEGER NOT NULL CHECK ("feedback" BETWEEN 0 AND 1),
  "alignment" REAL CHECK ("alignment" BETWEEN 0 AND 100),
  "coverage" REAL CHECK ("coverage" BETWEEN 0 AND 1),
  "assessed" TEXT CHECK (length ("assessed") BETWEEN 0 AND 2000),
  "findings" TEXT CHECK (length ("findings") BETWEEN 0 AND 65536)
) STRICT;
CREATE INDEX "idx_review_alliance" ON "review" ("alliance");

CREATE TABLE "judgement" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "key" TEXT NOT NULL CHECK (length ("key") BETWEEN 1 AND 2000),
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 1),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 2000),
  "party" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "expiry" INTEGER CHECK ("expiry" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_judgement_party" ON "judgement" ("party");

CREATE TABLE "signal" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "goal" INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "reviewed" INTEGER CHECK ("reviewed" BETWEEN -25567 AND 84005),
  "source" TEXT CHECK (length ("source") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_signal_goal" ON "signal" ("goal");

CREATE TABLE "forecast" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "milestone" INTEGER NOT NULL REFERENCES "milestone" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" INTEGER NOT NULL CHECK ("day" BETWEEN -25567 AND 84005),
  "expected" INTEGER CHECK ("expected" BETWEEN -25567 AND 84005)
) STRICT;
CREATE INDEX "idx_forecast_milestone" ON "forecast" ("milestone");

CREATE TABLE "comparison" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "party" INTEGER NOT NULL REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED,
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "other_goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "ratio" REAL NOT NULL CHECK ("ratio" BETWEEN 0.11 AND 9)
) STRICT;
CREATE INDEX "idx_comparison_party" ON "comparison" ("party");
CREATE INDEX "idx_comparison_goal" ON "comparison" ("goal");
CREATE INDEX "idx_comparison_other_goal" ON "comparison" ("other_goal");

CREATE TABLE "core_value" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000)
) STRICT;

CREATE TABLE "value_mark" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "goal" INTEGER NOT NULL REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "value" INTEGER NOT NULL REFERENCES "core_value" ("id") DEFERRABLE INITIALLY DEFERRED,
  "effect" INTEGER NOT NULL CHECK ("effect" BETWEEN 0 AND 1),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 2000)
) STRICT;
CREATE INDEX "idx_value_mark_goal" ON "value_mark" ("goal");
CREATE INDEX "idx_value_mark_value" ON "value_mark" ("value");

CREATE TABLE "version" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "item" INTEGER,
  "field" TEXT NOT NULL CHECK (length ("field") BETWEEN 0 AND 2000),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "before" TEXT CHECK (length ("before") BETWEEN 0 AND 65536),
  "after" TEXT CHECK (length ("after") BETWEEN 0 AND 65536),
  "reason" TEXT CHECK (length ("reason") BETWEEN 0 AND 2000),
  "decided_by" INTEGER REFERENCES "party" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "idx_version_decided_by" ON "version" ("decided_by");

CREATE TABLE "swot" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "list" INTEGER NOT NULL CHECK ("list" BETWEEN 0 AND 3),
  "item" INTEGER,
  "rank" TEXT NOT NULL CHECK (length ("rank") BETWEEN 0 AND 2000)
) STRICT;

CREATE TABLE "as_is" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "title" TEXT NOT NULL CHECK (length ("title") BETWEEN 0 AND 2000),
  "day" INTEGER CHECK ("day" BETWEEN -25567 AND 84005),
  "swot" TEXT CHECK (length ("swot") BETWEEN 0 AND 65536)
) STRICT;

CREATE TABLE "as_is_value" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 4294967296),
  "as_is" INTEGER NOT NULL REFERENCES "as_is" ("id") DEFERRABLE INITIALLY DEFERRED,
  "item" INTEGER NOT NULL,
  "value" REAL NOT NULL CHECK (abs ("value") < 9e307)
) STRICT;
CREATE INDEX "idx_as_is_value_as_is" ON "as_is_value" ("as_is");
