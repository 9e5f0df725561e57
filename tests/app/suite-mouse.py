#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first meeting by mouse alone. Keys are used only where a title is typed."""
import os
import re
import sys

from harness import BUTTON, FOLDER, TEXT, check, equal, on_paper, run, start, until

GOALS = ('Win the trade fair', 'Brief the dealers', 'Train the support team', 'Ship the samples', 'Thank the testers')


def click(app, role, name, timeout=10.0, **options):
    app.click(app.find(role, name, timeout=timeout), **options)


def show(app, page):
    click(app, 'list item', re.compile('^%s$' % page))
    app.wait_page(page)


def choose(app, *names):
    """Picks an entry of a menu that is open."""
    for name in names:
        click(app, 'menu item', name)


def paste(app):
    app.clipboard(''.join(title + '\n' for title in GOALS))
    click(app, BUTTON, 'Main Menu')
    choose(app, 'Paste a List')
    app.find('label', GOALS[0], inside=('frame', 'Import'))
    app.step(lambda: click(app, BUTTON, 'Import'), 'the import')
    app.gone('frame', 'Import')


def row(app, title):
    """A row of the table, scrolled into view by the wheel where that is needed."""
    for _ in range(20):
        table, rows = app.table_rows()
        found = [node for node in rows if node.matches('table row', title)]
        check(found, 'there is no row “%s”' % title)
        box, room = found[0].extents(), table.extents()
        if box.y < room.y + box.height:  # a head of the table stands there
            app.scroll(table, up=True)
        elif box.y + box.height > room.y + room.height:
            app.scroll(table)
        else:
            return found[0]
    raise AssertionError('the wheel does not lead to “%s”' % title)


def click_row(app, title, **options):
    app.click(row(app, title), fx=0.2, **options)


def parent_of(app, title):
    found = app.query('SELECT p.title FROM goal g JOIN goal p ON p.id = g.parent WHERE g.title = ?', title)
    return found[0][0] if found else None


def drag_rows(app):
    """The middle of a row takes the dragged one in; its edges put it before or behind."""
    source = app.place(row(app, GOALS[1]), 0.2)
    app.step(lambda: app.drag(source, app.place(row(app, GOALS[0]), 0.2)), 'dropping into a row')
    equal(parent_of(app, GOALS[1]), GOALS[0], 'dropped into')
    source = app.place(row(app, GOALS[4]), 0.2)
    app.step(lambda: app.drag(source, app.place(row(app, GOALS[2]), 0.2, 0.1)), 'dropping before a row')
    ranks = dict(app.query('SELECT title, rank FROM goal WHERE parent IS NULL'))
    check(ranks[GOALS[0]] < ranks[GOALS[4]] < ranks[GOALS[2]], 'dropped before: %s' % ranks)


def use_menus(app):
    """The menu of a row renames, moves and deletes it; the toolbar adds."""
    click_row(app, GOALS[3], button=3)
    choose(app, 'Rename')
    app.wait_focus(TEXT, 'Title')
    app.type('Ship all samples')
    app.step(lambda: click_row(app, GOALS[2]), 'the new title')
    click_row(app, 'Ship all samples', button=3)
    app.step(lambda: choose(app, 'Move Up'), 'moving up')
    click_row(app, GOALS[2])
    app.step(lambda: click(app, BUTTON, 'Add Part'), 'adding a part')
    app.wait_focus(TEXT, 'Title')
    app.type('Hire a trainer')
    app.step(lambda: click_row(app, GOALS[2]), 'the title of the part')
    equal(parent_of(app, 'Hire a trainer'), GOALS[2], 'the part stands under')
    click_row(app, 'Hire a trainer', button=3)
    app.step(lambda: choose(app, 'Delete'), 'deleting')
    equal(app.value('goal', 'id', 'Hire a trainer'), None, 'the deleted goal')
    app.step(lambda: click(app, BUTTON, re.compile('^Undo( Undo)?$')), 'Undo in the toast')
    check(app.value('goal', 'id', 'Hire a trainer') is not None, 'Undo does not bring it back')


def cell(app, goal, party):
    """The matrix has one object for its current cell: clicking shows which it is."""
    return app.find('list item', re.compile('^%s on %s' % (party, goal)))


def position(app, goal, party):
    found = app.query('SELECT value, source FROM position JOIN goal ON goal.id = goal JOIN party ON party.id = party '
                      'WHERE goal.title LIKE ? AND party.title = ?', goal + '%', party)
    return found[0] if found else None


def fill_positions(app):
    """A click makes a cell current, the menu of a cell knows all positions."""
    show(app, 'Stakeholders')
    view = app.find('list', 'Stakeholder Matrix')
    app.click(view, fx=0.45, fy=0.4)
    here = app.find('list item', re.compile(' on .*: '))
    party, goal = re.match('(.*?) on (.*?): ', here.name).groups()
    app.click(here, button=3)
    app.step(lambda: choose(app, 'supports'), 'a position of the menu')
    equal(position(app, goal, party)[0], 2, 'position')
    click(app, BUTTON, 'In Writing')
    app.click(cell(app, goal, party))
    app.step(lambda: app.key('3'), 'a digit')
    equal(position(app, goal, party), (3, 2), 'position and source')
    app.click(app.find('list', 'Stakeholder Matrix'), fx=0.45, fy=0.4)
    app.click(cell(app, goal, party), button=3)
    app.step(lambda: choose(app, 'Not Asked'), 'not asked')
    equal(position(app, goal, party), None, 'position')


def drag_dates(app):
    """Dragging a milestone moves it, dragging the end of a bar stretches it."""
    show(app, 'Timeline')
    click_row(app, 'Design freeze')
    due = app.value('milestone', 'due', 'Design freeze')
    x, y = app.place(app.find('list item', re.compile('^Design freeze, milestone')))
    app.step(lambda: app.drag((x, y), (x + 60, y)), 'dragging a milestone')
    check(app.value('milestone', 'due', 'Design freeze') > due, 'the milestone did not move')
    click_row(app, 'Firmware 1.0')
    start_day, due = app.query("SELECT start, due FROM task WHERE title = 'Firmware 1.0'")[0]
    bar = app.find('list item', re.compile('^Firmware 1.0, '))
    x, y = app.place(bar, 1.0)
    app.step(lambda: app.drag((x - 4, y), (x + 50, y)), 'stretching a bar')
    after = app.query("SELECT start, due FROM task WHERE title = 'Firmware 1.0'")[0]
    check(after[0] == start_day and after[1] > due, 'stretched from %s to %s' % ((start_day, due), after))


def export(app, titles):
    """The Print page exports to a file whose name and folder the file chooser proposes."""
    paper = os.path.join(FOLDER, 'Product launch: Aero 2 – Goal Tree.pdf')
    show(app, 'Print')
    click(app, BUTTON, re.compile('^Export…'))
    app.click(app.find('list item', re.compile('^Goal Tree'), inside=('frame', 'Export')))
    click(app, BUTTON, re.compile('^_Export'), timeout=20)
    until(lambda: titles[0] in on_paper(paper), 'the exported file', 20)
    for title in titles:
        check(title in on_paper(paper), '“%s” is not on paper: %s' % (title, on_paper(paper)))


def first_meeting(apps):
    app = start(apps)
    click(app, 'list item', 'Open Sample')
    app.wait_page('Goals')
    before = app.everything()
    paste(app)
    drag_rows(app)
    use_menus(app)
    fill_positions(app)
    drag_dates(app)
    app.find(BUTTON, 'Hide the Steps')
    export(app, ('Ship all samples', 'Hire a trainer') + GOALS[:3] + GOALS[4:])
    show(app, 'Goals')  # its strip led to a first sheet, which is there now
    check(not app.look().all(BUTTON, 'Hide the Steps'), 'the next steps are still there')
    while app.can_undo():
        app.step(lambda: app.click(app.undo_button()), 'Undo')
    equal(app.everything(), before, 'after undoing all')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([first_meeting]))
