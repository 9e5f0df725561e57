#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Direction page: its form and its tables, by keys."""
import re
import sys

from harness import BUTTON, TEXT, equal, open_sample, run
from records import FOUND, search
from tables import add_edit_delete_undo, count, to_tab, to_table, type_row


def direction_form(apps):
    """Vision, mission and values are typed where they stand; a goal against a value leads there."""
    app = open_sample(apps)
    app.show_page('Direction')
    app.wait_focus(TEXT, 'Vision')
    app.key('ctrl+End')
    app.type(' In 2030 too.')
    app.step(lambda: app.key('Tab'), 'a longer vision')
    app.wait_focus(TEXT, 'Mission')
    equal(app.query('SELECT vision FROM project')[0][0][-13:], ' In 2030 too.', 'end of the vision')
    app.undo_all()
    app.quit()


def direction_tables(apps):
    app = open_sample(apps)
    app.show_page('Direction')
    to_tab(app, 'Signals')
    to_table(app)
    add_edit_delete_undo(app, 'signal', ('A new tariff', '3 Nov 2026'), 'day', 20760)
    to_tab(app, 'Current State')
    to_table(app)
    rows = count(app, 'kpi')
    equal(len(app.table_rows()[1]), rows, 'rows of the current state')
    to_tab(app, 'Objectives')
    to_table(app)
    type_row(app, 'Lead the market for clean air')
    equal(app.query('SELECT level, shared FROM goal WHERE title = ?', 'Lead the market for clean air'), [(0, 1)],
          'level of a new objective')
    app.undo_all()
    app.quit()


NEWEST_VERSION = 'SELECT field, "before", "after", day, reason FROM version ORDER BY day DESC, rowid DESC LIMIT 1'


def change_with_reason(app, record, field, typed, reason):
    """Two interactions: the new value, and why; the focus is back in the field."""
    open_record(app, record)
    app.tab_to(TEXT, field)
    app.key('ctrl+a')
    app.type(typed)
    app.step(lambda: app.key('Return'), 'another ' + field)
    app.wait_focus(TEXT, re.compile('Why was it changed'))
    app.type(reason)
    app.step(lambda: app.key('Return'), 'its reason')
    app.wait_focus(TEXT, field)


def former_versions(apps):
    """A new target asks why in two interactions; a goal is marked against a value by keys alone."""
    app = open_sample(apps)
    before = app.everything()
    change_with_reason(app, 'Unit cost KPI', 'Target', '43', 'The display costs more')
    equal(app.query(NEWEST_VERSION), [('target', '41', '43', 20773, 'The display costs more')], 'the former target')
    app.find('label', re.compile('Target: 41 → 43'))
    app.undo_all()
    due = app.query('SELECT due FROM goal WHERE title LIKE "Keep the unit cost%"')[0][0]
    change_with_reason(app, 'Keep the unit cost goal', 'Due', '31 Mar 2027', 'The fair is later')
    field, former, new, _, reason = app.query(NEWEST_VERSION)[0]
    equal((field, former != new, reason), ('due', True, 'The fair is later'), 'the former due day')
    app.undo_all()
    equal(app.query('SELECT due FROM goal WHERE title LIKE "Keep the unit cost%"'), [(due,)], 'the due day after undo')
    open_record(app, 'Keep the unit cost goal')
    app.tab_to(BUTTON, re.compile('^We do not ship.*: –'), limit=80)
    app.step(lambda: app.key('space', 'End', 'Return'), 'a mark against a value')
    equal(app.query('SELECT g.title, m.effect FROM value_mark m, goal g, core_value v WHERE g.id = m.goal '
                    'AND v.id = m.value AND v.title LIKE "We do not ship%" AND m.effect = 1'),
          [('Keep the unit cost at or below 41 euros', 1)], 'the goal that strains the value')
    app.show_page('Direction')
    to_tab(app, 'Vision')
    app.find(BUTTON, '1 strains')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def state_of_a_day(apps):
    """SWOT is typed in four lists; what is frozen stays beside what comes later."""
    app = open_sample(apps)
    before = app.everything()
    app.show_page('Direction')
    to_tab(app, 'SWOT')
    app.tab_to(BUTTON, 'Add to Threats')
    app.key('space')
    app.wait_focus(TEXT)
    app.type('A strike at the port')
    app.step(lambda: app.key('Return'), 'a threat')
    equal(app.query('SELECT list FROM swot WHERE title = ?', 'A strike at the port'), [(3,)], 'list of the entry')
    to_tab(app, 'Current State')
    app.find('label', 'Frozen last: At the start')
    app.tab_to(BUTTON, 'Freeze the State', limit=80)
    app.step(lambda: app.key('space'), 'a frozen state')
    app.find('label', 'Frozen last: As-is of')
    state = app.query('SELECT id, day, swot FROM as_is ORDER BY day DESC LIMIT 1')[0]
    equal(state[1], 20773, 'day of the frozen state')
    equal('A strike at the port' in state[2], True, 'SWOT of that day')
    equal(app.query('SELECT v.value FROM as_is_value v, kpi k WHERE k.id = v.item AND k.title = "Unit cost" '
                    'AND v.as_is = ?', state[0]), [(43.1,)], 'frozen unit cost')
    to_table(app)
    app.find(None, re.compile('43.1 → 43.1'))
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def open_record(app, words):
    """Shows a record in the inspector by Ctrl+K."""
    search(app, words)
    app.key('Down')
    app.wait_focus('list item')
    app.key('Return')
    app.gone(*FOUND)


if __name__ == '__main__':
    sys.exit(run([direction_form, direction_tables, former_versions, state_of_a_day]))
