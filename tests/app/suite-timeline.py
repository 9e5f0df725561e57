#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Timeline page: hand-offs between parties, planning anew, all tasks, slip."""
import datetime
import os
import re
import sys

from audit import audit
from harness import BUTTON, TEXT, check, equal, run, start, until
from records import compile_plan

PLAN = """
project "Two departments"
party design "Design" type=department power=7 interest=8
party works "Works" type=department power=6 interest=7
goal launch "Launch the new line" level=objective owner=design status=active
task draw "Drawings" owner=design goal=launch start=2026-03-02 due=2026-03-27
task tools "Tools" owner=works goal=launch start=2026-04-06 due=2026-05-29
milestone part "First part" owner=works goal=launch due=2026-06-15
dependency draw tools fs 0 0 2026-04-08 2026-03-30
dependency tools part fs
forecast part 2026-03-01 2026-06-01
forecast part 2026-04-01 2026-06-15
"""


def day(iso):
    """A day as the project stores it."""
    return (datetime.date.fromisoformat(iso) - datetime.date(1970, 1, 1)).days


def open_plan(apps, **env):
    app = start(apps, compile_plan(PLAN, 'timeline'), env=env)
    app.find('list item', 'Goals')
    app.show_page('Timeline')
    return app


def shot(app, name):
    if 'SIGHTLINE_SHOTS' in os.environ:
        app.screenshot(name)


def dates(app, before, after):
    found = app.query('SELECT promised, needed FROM dependency WHERE before IN (SELECT id FROM task WHERE title = ?)'
                      ' AND after IN (SELECT id FROM task WHERE title = ? UNION SELECT id FROM milestone'
                      ' WHERE title = ?)', before, after, after)
    return found[0] if found else None


def hand_offs_have_two_dates(apps):
    """In the picture as a pair, in the table with the gap; typed by keys, edited in place, taken back."""
    app = open_plan(apps)
    before = app.everything()
    late = '“Drawings” finishes before “Tools” starts, promised for 8 Apr 2026, needed by 30 Mar 2026, 9 days late'
    app.find('list item', late)
    shot(app, 'hand-off-chart')
    app.click(app.find(BUTTON, 'Hand-Offs'))
    app.find('label', '▲ 9 days late')
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    shot(app, 'hand-off-table')
    app.wait_focus('table row', 'Drawings')
    app.key('Insert')
    app.wait_focus(TEXT, 'What is handed over')
    app.type('Tool')
    app.key('Tab')
    app.type('First p')
    app.key('Tab')
    app.type('2026-05-29')
    app.key('Tab')
    app.type('2026-06-05')
    app.step(lambda: app.key('Return'), 'a typed hand-off')
    equal(dates(app, 'Tools', 'First part'), (day('2026-05-29'), day('2026-06-05')), 'both dates')
    app.find('label', '✓ 7 days to spare')
    app.undo()
    app.key('Escape')
    app.wait_focus('table row', 'Drawings')
    app.key('F2')
    app.wait_focus(TEXT)
    app.type('2026-03-30')
    app.step(lambda: app.key('Return'), 'an edited date')
    app.find('label', '✓ on the day')
    app.click(app.find(BUTTON, 'Hand-Offs'))
    app.wait_focus('list item')
    app.tab_to('list item', 'promised for 30 Mar 2026, needed by 30 Mar 2026, on the day', key='Right')
    app.key('Return')
    app.wait_focus('table row', 'Drawings')
    app.click(app.find(BUTTON, 'Hand-Offs'))
    app.wait_focus('list item', 'promised for 30 Mar 2026')
    app.step(lambda: app.key('ctrl+Right'), 'a promise moved by a key')
    equal(dates(app, 'Drawings', 'Tools'), (day('2026-03-31'), day('2026-03-30')), 'the days after a key')
    bar = app.find('list item', re.compile('^Tools, task of Works'))
    x, y = app.place(bar, 0, 0)
    a_day = bar.extents().width / 54
    ring = (x - 6.5 * a_day, y - 1)
    app.step(lambda: app.drag(ring, (ring[0] + 7.4 * a_day, y)), 'a need that is dragged')
    equal(dates(app, 'Drawings', 'Tools'), (day('2026-03-31'), day('2026-04-06')), 'the days after a drag')
    app.find('list item', '6 days to spare')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def links(app):
    return app.query('SELECT a.title, b.title FROM dependency JOIN (SELECT id, title FROM task UNION SELECT id, title'
                     ' FROM milestone) a ON a.id = before JOIN (SELECT id, title FROM task UNION SELECT id, title'
                     ' FROM milestone) b ON b.id = after ORDER BY 1, 2')


def ends_are_dragged_to_what_waits(apps):
    """From the end of a bar to another bar is a link; a circle is refused, a stretch stays one; by keys, too."""
    app = open_plan(apps)
    before = app.everything()
    two = [('Drawings', 'Tools'), ('Tools', 'First part')]

    def place(name, fx=0.5, fy=0.5):
        return app.place(app.find('list item', re.compile('^%s, (task|milestone) of' % name)), fx, fy)

    def end(name):
        x, y = place(name, 1)
        return x - 1, y
    app.step(lambda: app.drag(end('Drawings'), place('First part')), 'a link by drag')
    equal(links(app), [('Drawings', 'First part'), *two], 'the links after a drag')
    app.find('label', '“First part” waits for “Drawings” now.')
    app.drag(end('Drawings'), place('Tools'))
    app.find('label', '“Tools” waits for “Drawings” already.')
    app.drag(place('First part'), place('Drawings'))
    app.find('label', re.compile('^This would close a circle: '))
    app.drag(end('Drawings'), place('Drawings', 1, 8))
    equal(links(app), [('Drawings', 'First part'), *two], 'the links after what was refused')
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    (left, y), (right, y) = place('Tools', 0), end('Tools')
    app.step(lambda: app.drag((right, y), (right + round(7 * (right - left) / 54), y + 4)), 'a bar that is stretched')
    app.wait_value('task', 'due', 'Tools', day('2026-06-05'))
    app.undo()
    app.click(app.find('list item', re.compile('^First part, milestone of')))
    app.key('l')
    app.wait_focus(BUTTON, re.compile('Waits for'))
    app.key('space')
    app.wait_focus('list item')
    app.key('Home', 'Return')
    app.find(BUTTON, re.compile('^Waits for: Drawings'))
    app.tab_to(TEXT, 'Lag')
    app.step(lambda: app.key('Return'), 'a link by keys')
    equal(links(app), [('Drawings', 'First part'), *two], 'the links after keys')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def work_is_planned_anew(apps):
    """A goal is shifted with all its work; what a quarter left is carried over with a reason."""
    app = open_plan(apps, SIGHTLINE_TODAY='2026-05-04')
    before = app.everything()
    app.click(app.find('list item', re.compile('^Launch the new line')))
    app.key('ctrl+m')
    app.find('label', 'Drawings')
    app.find('label', '2 – 27 Mar 2026 becomes 9 Mar – 3 Apr 2026')
    app.find('label', 'No link, deadline or constraint')
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    shot(app, 'shift')
    app.tab_to(TEXT, 'Starts on')
    app.key('ctrl+a')
    app.type('2026-03-16')
    app.find('label', '2 – 27 Mar 2026 becomes 16 Mar – 10 Apr 2026')
    app.step(lambda: app.key('Return'), 'a shift')
    app.wait_value('task', 'due', 'Drawings', day('2026-04-10'))
    app.wait_value('task', 'start', 'Tools', day('2026-04-20'))
    app.wait_value('milestone', 'due', 'First part', day('2026-06-29'))
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.key('ctrl+shift+m')
    app.find('label', 'Due on 27 Mar 2026, task, Design')
    app.find('label', 'Say why it is carried over')
    app.tab_to(TEXT, 'Reason')
    app.type('The mold maker is late')
    app.find('label', re.compile('“Tools” starts on 6 Apr 2026, but its link to “Drawings” allows'))
    shot(app, 'carry-over')
    app.step(lambda: app.key('Return'), 'work carried over')
    app.wait_value('task', 'start', 'Drawings', day('2026-06-02'))
    app.wait_value('decision', 'reason', 'Carry over “Drawings”', 'The mold maker is late')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def tasks_are_sorted_and_changed(apps):
    """All fields of a task stand in one table, which sorts and takes changes; lanes by goal in the picture."""
    app = open_plan(apps)
    before = app.everything()
    app.click(app.find(BUTTON, re.compile('^Tasks')))
    app.wait_focus('table row', 'Drawings')
    for name in ('Serves', 'Responsible', 'Accountable', 'Start', 'Due', 'Effort', 'Progress', 'Status'):
        app.find(None, re.compile('^%s$' % name), inside=('tree table', None))
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    shot(app, 'tasks')
    app.key('F2')
    app.wait_focus(TEXT)
    app.key('Tab', 'Tab', 'Tab')
    app.type('Works')
    app.step(lambda: app.key('Return'), 'who is accountable')
    equal(app.query('SELECT party.title FROM task JOIN party ON party.id = accountable WHERE task.title = ?',
                    'Drawings'), [('Works',)], 'who is accountable')
    app.undo_all()
    app.click(app.find(BUTTON, re.compile('^Tasks')))
    bar = re.compile('^Tools, task of Works')
    top = app.find('list item', bar).extents().y
    app.click(app.find(BUTTON, 'View Options'))
    app.click(app.find(None, 'Lanes by Goal'))
    until(lambda: app.find('list item', bar).extents().y > top, 'a lane of the goal above the rows')
    shot(app, 'goal-lanes')
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def reports_show_slip(apps):
    """A report is added for the selected milestone, with the date of the plan, and drawn."""
    app = open_plan(apps)
    before = app.everything()
    app.click(app.find(BUTTON, re.compile('^Slip')))
    app.find('label', '“First part” slips most: by 14 days since 1 Mar 2026')
    app.wait_focus('table row', 'First part')
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    shot(app, 'slip')
    app.key('Insert')
    app.wait_focus(TEXT)
    app.type('2026-07-01')
    app.step(lambda: app.key('Return'), 'what is expected')
    equal(app.query('SELECT expected FROM forecast ORDER BY "day"')[-1][0], day('2026-07-01'), 'the new report')
    app.find('label', 'slips most: by 30 days since 1 Mar 2026')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([hand_offs_have_two_dates, ends_are_dragged_to_what_waits, work_is_planned_anew, tasks_are_sorted_and_changed, reports_show_slip]))
