#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table, list and chart has a context menu: at what has the focus by the Menu key and Shift+F10, at what is
under the pointer by the secondary button. Escape gives the focus back."""
import re
import sys

from harness import BUTTON, check, equal, open_sample, run, sh, until
from tables import to_tab

ROW, ITEM = 'table row', 'list item'
NUMBERS = ['Why These Numbers', 'Line of Sight', 'Delete']
CLIPBOARD = ['Cut', 'Copy', 'Paste']
MOVES = ['Move Up', 'Move Down', 'Indent', 'Outdent']
ELSEWHERE = ['Show on Its Page', *NUMBERS]
GOAL = ['Shift…', 'Open Conflict', 'Still True']
TABLE = ['Add', 'Duplicate', *CLIPBOARD, 'Rename', *NUMBERS]
KEYED = ['Add', *CLIPBOARD, 'Edit', *NUMBERS]  # a record that what it ties together names
PARTY = ['Add Party', 'Duplicate', *MOVES, 'Rename', *NUMBERS]
FLAT_PARTY = ['Add Party', 'Duplicate', 'Rename', *NUMBERS]
FLAT_PARTIES = ['Add Party', 'Duplicate', *CLIPBOARD, 'Rename', *NUMBERS]
PARTIES = ['Add Party', 'Duplicate', *CLIPBOARD, *MOVES, 'Rename', *NUMBERS]
GOALS = ['Add Goal Below', 'Duplicate', *CLIPBOARD, *GOAL, 'Rename', *NUMBERS]  # a table: nothing is above anything
TREE = ['Add Goal Below', 'Add Part', 'Link…', 'Duplicate', *MOVES, *GOAL, 'Rename', *NUMBERS]
PLAN = ['Add Task', 'Add Milestone', 'Depends on…', 'Duplicate', *MOVES, 'Shift…', 'Rename', *NUMBERS]
POSITIONS = ['+3', '+2', '+1', '+0', '-1', '-2', '-3', 'Not Asked', 'Open Conflict']
RISK = ['Add', 'Duplicate', 'Start Contingency Plan', 'Rename', *NUMBERS]

# Page, view of it or None, role and name of a thing, its menu.
THINGS = (
    ('Today', None, ITEM, 'Promised: A second', ELSEWHERE),
    ('Direction', 'Vision', ITEM, 'One plan for all', ELSEWHERE),
    ('Direction', 'Values', ROW, 'One plan for all', TABLE),
    ('Direction', 'Objectives', ROW, 'Bring Aero 2', GOALS),
    ('Direction', 'Current State', ROW, 'Requirements signed', [*TABLE, 'Still True']),
    ('Direction', 'Signals', ROW, 'The radio directive', TABLE),
    ('Direction', 'SWOT', ROW, 'Schools must measure', TABLE),
    ('Goals', None, ITEM, '^Bring Aero 2.*parts', TREE),
    ('Goals', None, ROW, 'Bring Aero 2', TREE[:4] + CLIPBOARD + TREE[4:]),
    ('Stakeholders', 'Matrix', ITEM, '^Production: mean', PARTY),
    ('Stakeholders', 'Matrix', ITEM, '^Marketing on Bring Aero 2', POSITIONS),
    ('Stakeholders', 'Power and Interest', ITEM, '^Production: power', FLAT_PARTY),
    ('Stakeholders', 'Register', ROW, '^Marketing', PARTIES),
    ('Stakeholders', 'Register', ITEM, '^Production is touched', ELSEWHERE),
    ('Stakeholders', 'Needs', ROW, 'Answers to the ten', TABLE),
    ('Stakeholders', 'Communication', ROW, 'Customer service', FLAT_PARTIES),
    ('Timeline', None, ROW, 'Design and approval', PLAN[:4] + CLIPBOARD + PLAN[4:]),
    ('Timeline', None, ITEM, '^Design and approval', PLAN),
    ('Resources', 'Budget', ITEM, '^Production: planned', ELSEWHERE),
    ('Resources', 'Budget', ROW, 'Campaign', TABLE),
    ('Resources', 'People', ITEM, '^Product development', FLAT_PARTY),
    ('Resources', 'Bookings', ROW, 'CE and radio', KEYED),
    ('Resources', 'Waste', ITEM, '^Preparing the Spanish', ELSEWHERE),
    ('Resources', 'Priorities', ITEM, '^“Bring Aero 2', [*ELSEWHERE[:1], *GOAL, *NUMBERS]),
    ('Risks', 'Matrix', ITEM, '^Larsson Stores does not', RISK),
    ('Risks', 'Contingency Plans', ROW, 'A competitor cuts', RISK[:3] + CLIPBOARD + RISK[3:]),
    ('Alignment', 'Findings', ITEM, '^Critical: Marketing', ['Settle it', 'Look at options', 'Accept…']),
    ('Alignment', 'Findings', ITEM, '^Settle it', ['Apply', 'Show on Its Page', 'Accept…']),
    ('Alignment', 'Findings', ITEM, '^How serious', ELSEWHERE),
    ('Alignment', 'Who Stands Together', ITEM, '^Customer service', ELSEWHERE),
    ('Alignment', 'Trust and What Moved', ROW, 'Management board – Product', KEYED),
    ('Reviews', 'Decisions', ROW, 'Ask three test houses', TABLE),
    ('Reviews', 'Decisions', ITEM, '^Finance does not know', [*ELSEWHERE[:1], *GOAL, *NUMBERS]),
    ('Reviews', 'Changes', ROW, 'Unit cost', [TABLE[0], 'Duplicate', *KEYED[1:]]),
    ('Reviews', 'Outcomes', ROW, 'Prove the new sensor', GOALS),
)


def entries(app):
    """What the menu that opens offers, when it has the focus."""
    app.wait_focus('menu item')
    return app.names('menu item')


def menus_of(app, where, role, name, wanted, key):
    app.click(app.find(role, re.compile(name)), button=3, fx=0.3)
    offered = entries(app)
    missing = [word for word in wanted if not any(entry.startswith(word) for entry in offered)]
    check(not missing, '%s: the menu of “%s” is %s without %s' % (where, name, offered, missing))
    unknown = [entry for entry in offered if not any(entry.startswith(word) for word in wanted)]
    check(not unknown, '%s: the menu of “%s” has %s' % (where, name, unknown))
    app.key('Escape')
    node = app.wait_focus(role, re.compile(name))
    app.key(key)
    entry = app.wait_focus('menu item').name  # not always the first: the pointer rests on the menu
    check(entry in offered, '%s: the menu by %s has %s' % (where, key, entry))
    app.key('Escape')
    equal(app.wait_focus(role).path, node.path, where + ': the focus after Escape')


def everywhere(apps):
    app = open_sample(apps)
    app.key('F9')
    shown = None
    for number, (page, view, role, name, wanted) in enumerate(THINGS):
        where = page if view is None else page + ' > ' + view
        print('# %s: %s' % (where, name), flush=True)
        if page != shown:
            app.show_page(page)
            shown = page
        if view is not None:
            to_tab(app, view)
        menus_of(app, where, role, name, wanted, ('Menu', 'shift+F10')[number % 2])


def from_the_menu(apps):
    """Entries do what they say, to all rows that are selected."""
    app = apps[0] if apps else open_sample(apps)
    app.show_page('Risks')
    to_tab(app, 'Contingency Plans')
    app.click(app.find(ROW, 'A competitor cuts'), fx=0.3)
    first = app.wait_focus(ROW).name
    app.key('shift+Down', 'shift+F10')
    entries(app)
    risks = app.query('SELECT count(*) FROM risk')[0][0]
    app.step(lambda: app.click(app.find('menu item', 'Cut')), 'cutting by the menu')
    equal(app.query('SELECT count(*) FROM risk')[0][0], risks - 2, 'risks without the two that were cut')
    app.wait_focus(ROW)
    app.key('Menu')
    entries(app)
    app.step(lambda: app.click(app.find('menu item', 'Paste')), 'pasting by the menu')
    equal(app.query('SELECT count(*) FROM risk WHERE title = ?', first)[0][0], 1, 'the pasted risk')
    app.undo()
    app.show_page('Reviews')
    to_tab(app, 'Deleted')
    app.click(app.find(ITEM, re.compile(re.escape(first))), button=3, fx=0.3)
    equal(entries(app), ['Restore'], 'the menu of what is deleted')
    app.step(lambda: app.key('Return'), 'restoring by the menu')
    equal(app.query('SELECT count(*) FROM risk WHERE title = ?', first)[0][0], 1, 'the restored risk')


def undo_of_a_message(apps):
    """F6 leads to the button of a message; pressing it takes the step back, and the focus is back in the table."""
    app = apps[0] if apps else open_sample(apps)
    app.show_page('Risks')
    to_tab(app, 'Contingency Plans')
    app.click(app.find(ROW, 'A competitor cuts'), fx=0.3)
    app.wait_focus(ROW, 'A competitor cuts')
    before = app.everything()
    app.step(lambda: app.key('Delete'), 'a deletion')
    app.wait_focus(ROW)
    app.key('F6')
    app.wait_focus(BUTTON, re.compile('^Undo$'))
    app.step(lambda: app.key('Return'), 'the undo of the message')
    equal(app.everything(), before, 'the project after Undo')
    app.wait_focus(ROW)


def undo_at_once(apps):
    """Ctrl+Z right behind a fix, whose row goes with it, is not lost."""
    while apps:
        apps.pop().quit()  # its steps are counted from none, and a second one would only wake the first
    app = open_sample(apps)
    before = app.everything()
    app.key('F8')
    app.wait_page('Alignment')
    app.find(BUTTON, re.compile('^Apply'), timeout=30)
    for _ in range(3):
        sh('xdotool', 'key', 'ctrl+1', 'ctrl+z')
        until(lambda: app.query('SELECT count(*), sum(undone) FROM _undo_step') == [(1, 1)], 'a fix that is undone')
        equal(app.everything(), before, 'the project after Ctrl+Z')
        app.find(BUTTON, re.compile('^Apply'), timeout=30)
        app.wait_focus(ITEM)
    app.quit()


if __name__ == '__main__':
    sys.exit(run([everywhere, from_the_menu, undo_of_a_message, undo_at_once], shared=True))
