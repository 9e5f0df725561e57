#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Reviews page: check-ins by keys alone, decisions, outcomes."""
import re
import sys

from harness import TEXT, check, equal, open_sample, run, until
from records import search
from tables import add_edit_delete_undo, to_tab, to_table


def check_in_by_keys(apps):
    """Two interactions to the first number, one step for all that was typed, then the next goal."""
    app = open_sample(apps)
    before = app.everything()
    goals = app.query('SELECT id, progress FROM goal')
    app.key('ctrl+e')
    app.wait_page('Reviews')
    app.wait_focus(TEXT, 'Progress')
    app.type('55')
    app.key('Tab')
    app.wait_focus(TEXT, 'Confidence')
    app.key('Tab', 'Tab')
    app.wait_focus(TEXT, 'What there is to say')
    app.type('Late steel')
    app.step(lambda: app.key('Return'), 'a check-in')
    app.wait_focus(TEXT, 'Progress')
    changed = [row for row in app.query('SELECT id, progress FROM goal') if row not in goals]
    equal([progress for _, progress in changed], [0.55], 'progress that changed')
    equal(app.query('SELECT item FROM note WHERE text = ?', 'Late steel'), [(changed[0][0],)], 'words about the goal')
    equal(app.query('SELECT assessed FROM goal WHERE id = ?', changed[0][0]), [(20773,)], 'last assessed')
    app.type('61')
    app.step(lambda: app.key('Return'), 'a check-in on the next goal')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def what_is_no_number_is_said(apps):
    app = open_sample(apps)
    app.key('ctrl+e')
    app.wait_focus(TEXT, 'Progress')
    before = app.history()
    app.type('much')
    app.key('Return')
    app.find('label', 'much')
    app.wait_focus(TEXT, 'Progress')
    equal(app.history(), before, 'the history')
    app.quit()


def decisions_and_outcomes(apps):
    app = open_sample(apps)
    app.show_page('Reviews')
    to_tab(app, 'Decisions')
    to_table(app)
    add_edit_delete_undo(app, 'decision', ('We ship without the app', '3 Nov 2026'), 'day', 20760)
    to_tab(app, 'Outcomes')
    closed = app.query('SELECT count(*) FROM goal WHERE status IN (2, 4)')[0][0]
    check(closed > 0, 'the sample has no closed goal')
    until(lambda: len(app.table_rows()[1]) == closed, 'a row for each closed goal')
    app.find('label', 'lessons that come back')
    app.quit()


def close_with_lesson(apps):
    """One row closes a goal with what came of it; what changed stands on a tab of its own."""
    app = open_sample(apps)
    before = app.everything()
    app.tab_to('table row', None, key='shift+Tab')
    app.key('Home')
    app.key('ctrl+shift+e')
    app.wait_page('Reviews')
    app.wait_focus(TEXT, 'What came of it')
    app.key('ctrl+a')
    app.type('On sale in 380 shops')
    app.key('Tab')
    app.wait_focus(TEXT, 'What we do otherwise next time')
    app.type('Count shops that signed')
    app.step(lambda: app.key('Return'), 'a closed goal')
    closed = app.query('SELECT id, status, reached, closed FROM goal WHERE lesson = ?', 'Count shops that signed')
    equal([row[1:] for row in closed], [(2, 0, 20773)], 'status, what it came to and day of the closed goal')
    app.find(None, 'On sale in 380 shops', inside=('tree table', None))
    search(app, 'Count shops')
    app.find('list item', re.compile('Bring Aero 2'))
    app.key('Escape')
    to_tab(app, 'Due')
    app.find('label', re.compile('^Still True'))
    to_tab(app, 'Changes')
    to_table(app)
    until(lambda: len(app.table_rows()[1]) == app.query('SELECT count(*) FROM version')[0][0], 'a row for each change')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([check_in_by_keys, what_is_no_number_is_said, decisions_and_outcomes, close_with_lesson]))
