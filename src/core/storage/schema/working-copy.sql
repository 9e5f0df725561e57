-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tables that only a working copy has. They are never published and are made anew with each working
-- copy, so they may change from version to version.

-- State of the working copy: seq (edits made), published, base_hash, pending, pending_seq, ready ...
-- This table alone stays as it is: by it a later version finds out what it has before it.
CREATE TABLE _ws (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- What each transaction did. A field that was set is one row; so is a record that came or went, with
-- all its fields as text in "new" or "old".
CREATE TABLE _change (
  "seq" INTEGER NOT NULL,
  "n" INTEGER NOT NULL,
  "field" TEXT NOT NULL,
  "op" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "entity" INTEGER NOT NULL,
  "old" ANY,
  "new" ANY,
  PRIMARY KEY ("seq", "n", "field")
) STRICT, WITHOUT ROWID;

-- Steps of undo and redo: the transactions first to last, merged under one name.
CREATE TABLE _undo_step (
  "first" INTEGER NOT NULL PRIMARY KEY,
  "last" INTEGER NOT NULL,
  "command" TEXT NOT NULL,
  "subject" TEXT,
  "detail" TEXT,
  "merge_key" TEXT,
  "at" INTEGER NOT NULL,
  "n_changes" INTEGER NOT NULL,
  "n_bytes" INTEGER NOT NULL,
  "undone" INTEGER NOT NULL CHECK ("undone" IN (0, 1))
) STRICT;

-- What a view remembers for this project: not undoable, not published.
CREATE TABLE _view (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" ANY NOT NULL
) STRICT, WITHOUT ROWID;
