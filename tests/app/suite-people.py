#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Stakeholders page beside its matrix: who does what, who has how much say, what they need and
when somebody spoke with them."""
import re
import sys

from audit import audit
from harness import BUTTON, check, equal, run, start, until
from records import compile_plan
from tables import add_edit_delete_undo, to_row, to_tab, to_table

PLAN = """
project "People"
party board "Board" type=team power=9 interest=8
party sales "Sales" type=department power=7 interest=8 engagement=supportive engagement_wanted=leading contact_days=7 last_contact=2026-01-05
party finance "Finance" type=department power=8 interest=3
party works "Works council" type=department power=6
goal launch "Launch the new line" level=objective owner=board status=active
goal price "Hold the price" parent=launch owner=sales status=active
need "An answer within a day" party=finance goal=price type=expectation
task pilot "Build the pilot line" owner=sales goal=launch
"""


def open_plan(apps, tab):
    app = start(apps, compile_plan(PLAN, 'people'))
    app.find('list item', 'Goals')
    app.show_page('Stakeholders')
    to_tab(app, tab)
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    return app


def roles(app, item, party):
    """The letters that are recorded for a cell."""
    found = app.query('SELECT letter FROM role JOIN party ON party.id = party WHERE party.title = ? AND item IN '
                      '(SELECT id FROM task WHERE title = ? UNION SELECT id FROM goal WHERE title = ?)',
                      party, item, item)
    return ''.join('RACI'[letter] for letter, in sorted(found))


def cell(app, item, party):
    return app.find('list item', '%s in %s: ' % (party, item))


def roles_are_typed(apps):
    """A letter stands and moves on, Shift adds one, Delete clears, and blocks travel by the clipboard."""
    app = open_plan(apps, 'Roles')
    before = app.everything()
    item = 'Hold the price'
    app.click(cell(app, item, 'Finance'))
    app.wait_focus('list item', 'Finance in ' + item)
    app.step(lambda: app.key('c'), 'a letter')
    equal(roles(app, item, 'Finance'), 'C', 'what was typed')
    check(not app.focused().matches('list item', 'Finance in %s: ' % item), 'it does not move on')
    app.click(cell(app, item, 'Finance'))
    app.step(lambda: app.key('a'), 'another letter')
    equal(roles(app, item, 'Finance'), 'A', 'a letter over another')
    app.find('list item', re.compile(re.escape(item) + ': .*Several answer for it'))
    app.click(cell(app, item, 'Finance'))
    app.step(lambda: app.key('shift+r'), 'a letter more')
    equal(roles(app, item, 'Finance'), 'RA', 'a letter beside another')
    app.key('ctrl+c')
    until(lambda: app.copied() == 'RA\n', lambda: 'the copied cell, it is %r' % app.copied())
    app.step(lambda: app.key('Delete'), 'no letter')
    equal(roles(app, item, 'Finance'), '', 'an emptied cell')
    app.clipboard('c\nx\n')
    app.key('ctrl+v')
    app.find('label', 'line 2, column 1 says “x”')
    app.clipboard('i\n')
    app.step(lambda: app.key('ctrl+v'), 'a pasted cell')
    equal(roles(app, item, 'Finance'), 'I', 'a pasted cell')
    app.key('shift+F10')
    app.wait_focus('menu item')
    app.key('Up')
    app.step(lambda: app.key('Return'), 'the last entry of the menu')
    equal(roles(app, item, 'Finance'), '', 'no role by the menu')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def place(app, party):
    return app.query('SELECT power, interest FROM party WHERE title = ?', party)[0]


def parties_are_moved(apps):
    """By pointer and by keys, one step each; who has no place gets one."""
    app = open_plan(apps, 'Power and Interest')
    before = app.everything()
    mark = app.find('list item', re.compile('^Finance: power 8, interest 3: Keep satisfied'))
    app.find('label', 'One of three parties is less engaged than it should be: Sales')
    x, y = app.place(mark)
    app.step(lambda: app.drag((x, y), (x + 150, y)), 'a drag')
    power, interest = place(app, 'Finance')
    equal(power, 8, 'power after a drag to the side')
    check(interest > 4, 'interest after a drag to the side: %r' % interest)
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.wait_focus('list item', 'Finance: power 8, interest 3')
    app.step(lambda: app.key('ctrl+Down'), 'a key')
    equal(place(app, 'Finance'), (7.5, 3), 'half a step down')
    app.step(lambda: app.key('ctrl+shift+Right'), 'a key with Shift')
    equal(place(app, 'Finance'), (7.5, 5), 'two steps to the right')
    app.wait_focus('list item', 'Finance: power 7.5, interest 5')
    app.tab_to('list item', 'Works council: no place yet', key='Down')
    app.step(lambda: app.key('ctrl+Up'), 'a place')
    equal(place(app, 'Works council'), (6.5, 5), 'the place of who had none')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def needs_are_typed(apps):
    app = open_plan(apps, 'Needs')
    to_table(app)
    add_edit_delete_undo(app, 'need', ('A forecast that holds', 'Sales'), 'party',
                         app.query("SELECT id FROM party WHERE title = 'Sales'")[0][0])
    app.quit()


def contacts_are_noted(apps):
    """Who is overdue and has most say stands first; T notes a contact, which can be taken back."""
    app = open_plan(apps, 'Communication')
    before = app.everything()
    rows = [node.name for node in app.table_rows()[1]]
    equal(rows[0], 'Sales', 'who comes first')
    app.find('label', re.compile('days overdue$'))
    to_row(app, 'Sales')
    app.step(lambda: app.key('t'), 'a contact')
    today = app.value('party', 'last_contact', 'Sales')
    check(today is not None and today > 20000, 'the day of the contact: %r' % today)
    app.gone('label', re.compile('days overdue$'))
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.key('ctrl+a')
    app.step(lambda: app.click(app.find(BUTTON, 'Contacted Today')), 'contact with all')
    equal(app.query('SELECT count(*) FROM party WHERE last_contact = ?', today)[0][0], 4, 'contacts of today')
    app.undo_all()
    app.quit()


def everybody_is_asked(apps):
    """Who is touched by a goal and was not asked is listed; a button plans the question, Enter leads to the cell."""
    app = open_plan(apps, 'Register')
    before = app.everything()
    touched = ('list item', 'Finance is touched by “Launch the new line” through “An answer within a day”')
    app.find(*touched)
    app.step(lambda: app.click(app.find(BUTTON, re.compile('^Ask'))), 'a planned question')
    question = 'Ask Sales where it stands on “Launch the new line”'
    equal(app.query("SELECT party.title FROM role JOIN task ON task.id = item JOIN party ON party.id = role.party "
                    "WHERE task.title = ?", question), [('Sales',)], 'who is asked')
    app.find(BUTTON, 'Planned')
    app.undo()
    app.click(app.find('table row', 'Sales'))
    app.step(lambda: app.click(app.find(BUTTON, 'Plan an Action')), 'a planned action')
    check(app.value('task', 'due', 'Bring Sales from “Supportive” to “Leading”') is not None, 'no action is planned')
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.click(app.find(*touched))
    app.wait_focus('list item', re.compile('^Finance on Launch the new line'))
    app.key('s')
    app.step(lambda: app.key('2'), 'the answer')
    to_tab(app, 'Register')
    app.gone('list item', 'Finance is touched')
    app.undo_all()
    app.quit()


if __name__ == '__main__':
    sys.exit(run([roles_are_typed, parties_are_moved, needs_are_typed, contacts_are_noted,
                  everybody_is_asked]))
