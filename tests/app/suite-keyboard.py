#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first meeting by keyboard alone: from a list in the clipboard to a printed sheet."""
import re
import sys

from harness import BUTTON, TEXT, check, equal, on_paper, open_sample, run, until

GOALS = ('Win the trade fair', 'Brief the dealers', 'Train the support team', 'Ship the samples', 'Thank the testers')
SOURCES = {'guess': 0, 'said': 1, 'writing': 2}


def paste(app):
    """Five lines become five goals in one step."""
    app.clipboard(''.join(title + '\n' for title in GOALS))
    app.show_page('Goals')
    app.wait_focus('table row', 'Bring Aero 2')
    app.key('ctrl+v')
    app.find(BUTTON, 'Import')
    for title in GOALS:
        app.find('label', title, inside=('frame', 'Import'))
    app.step(lambda: app.key('ctrl+Return'), 'the import')
    app.gone('frame', 'Import')
    for title in GOALS:
        equal(app.value('goal', 'parent', title), None, 'parent of ' + title)


def go_to_row(app, title, key='Down', limit=60):
    for _ in range(limit):
        node = app.focused()
        if node is not None and node.matches('table row', title):
            return
        app.key(key)
    raise AssertionError('%s does not lead to “%s”' % (key, title))


def parent_of(app, title):
    found = app.query('SELECT p.title FROM goal g JOIN goal p ON p.id = g.parent WHERE g.title = ?', title)
    return found[0][0] if found else None


def move_in_tree(app):
    """Indent, outdent, up and down at any time; cut and paste for far moves."""
    go_to_row(app, GOALS[0])
    go_to_row(app, GOALS[1])
    app.step(lambda: app.key('alt+shift+Right'), 'indenting')
    equal(parent_of(app, GOALS[1]), GOALS[0], 'indented under')
    app.wait_focus('table row', GOALS[1])
    app.step(lambda: app.key('alt+shift+Left'), 'outdenting')
    equal(parent_of(app, GOALS[1]), None, 'outdented')
    app.step(lambda: app.key('alt+shift+Down'), 'moving down')
    ranks = dict(app.query('SELECT title, rank FROM goal'))
    check(ranks[GOALS[1]] > ranks[GOALS[2]], 'moved down, it stands above still')
    app.wait_focus('table row', GOALS[1])
    app.key('ctrl+x')
    go_to_row(app, 'Keep returns of Aero 2', key='Up')
    app.step(lambda: app.key('ctrl+v'), 'pasting what was cut')
    equal(parent_of(app, GOALS[1]), 'Keep returns of Aero 2 below 2 percent', 'pasted under')


def type_titles(app):
    """F2 renames, Enter adds below, Tab indents while the title is being typed, Escape takes it back."""
    go_to_row(app, GOALS[0])
    app.key('F2')
    app.wait_focus(TEXT, 'Title')
    app.type('Win the fair in May')
    app.step(lambda: app.key('Return'), 'the new title')
    app.wait_focus('table row', 'Win the fair in May')
    app.key('Return')
    app.wait_focus(TEXT, 'Title')
    app.type('Rent a stand')
    app.step(lambda: app.key('Tab'), 'the title and its indent')
    app.wait_focus(TEXT, 'Title')
    app.key('Return')
    app.wait_focus('table row', 'Rent a stand')
    equal(parent_of(app, 'Rent a stand'), 'Win the fair in May', 'indented while typing under')
    before = app.everything()
    app.key('F2')
    app.wait_focus(TEXT, 'Title')
    app.type('Never mind')
    app.key('Escape')
    app.wait_focus('table row', 'Rent a stand')
    equal(app.everything(), before, 'after Escape')


def edit_cells(app):
    """F2 goes from the title to the next cell, Tab from there; an unknown owner becomes a party."""
    go_to_row(app, 'Rent a stand')
    app.key('F2')
    app.wait_focus(TEXT, 'Title')
    app.key('F2')
    app.wait_focus(TEXT, 'Owner')
    app.type('Nina New')
    app.step(lambda: app.key('Tab'), 'the owner')
    app.wait_focus(TEXT, 'Due')
    app.type('24 Dec 2026')
    app.step(lambda: app.key('Return'), 'the due date')
    equal(app.query("SELECT p.title, g.due FROM goal g JOIN party p ON p.id = g.owner WHERE g.title = 'Rent a stand'"),
          [('Nina New', 20811)], 'owner and due day')
    app.wait_focus('table row', 'Rent a stand')


def position(app, goal, party='Management board'):
    found = app.query('SELECT value, source FROM position JOIN goal ON goal.id = goal JOIN party ON party.id = party '
                      'WHERE goal.title LIKE ? AND party.title = ?', goal + '%', party)
    return found[0] if found else None


def fill_positions(app):
    """Digits commit and move on; minus makes negative; g, s and w say where it is from."""
    app.show_page('Stakeholders')
    app.wait_focus('list item', 'Management board')
    app.key('Down')
    app.wait_focus('list item', 'Bring Aero 2 to market')
    app.step(lambda: app.key('2'), '2')
    app.wait_focus('list item', 'Cut development time')
    app.key('s')
    app.step(lambda: app.key('1'), '1')
    app.wait_focus('list item', 'Start series production')
    app.key('minus')
    app.find('label', 'Minus')
    app.step(lambda: app.key('3'), '-3')
    app.wait_focus('list item', 'Earn 1.1 million')
    app.key('w')
    app.step(lambda: app.key('0'), '0')
    app.wait_focus('list item', 'Place Aero 2')
    equal(position(app, 'Bring Aero 2'), (2, SOURCES['guess']), 'first cell')
    equal(position(app, 'Cut development'), (1, SOURCES['said']), 'second cell')
    equal(position(app, 'Start series'), (-3, SOURCES['said']), 'third cell')
    equal(position(app, 'Earn 1.1'), (0, SOURCES['writing']), 'fourth cell')
    app.key('Up')
    app.wait_focus('list item', 'Earn 1.1 million')
    app.step(lambda: app.key('g'), 'another source')
    equal(position(app, 'Earn 1.1'), (0, SOURCES['guess']), 'fourth cell, now a guess')
    app.step(lambda: app.key('Delete'), 'deleting a position')
    equal(position(app, 'Earn 1.1'), None, 'fourth cell, not asked')


def paste_positions(app):
    """A block of cells goes out, and comes in as one step; what does not fit changes nothing."""
    app.key('shift+Down')
    app.key('shift+Right')
    app.key('ctrl+c')
    until(lambda: app.copied() == '?\t1\n?\t?\n', lambda: 'the copied block, it is %r' % app.copied())
    before = app.everything()
    app.clipboard('1\tmaybe\n')
    app.key('ctrl+v')
    app.find('label', 'line 1, column 2 says “maybe”')
    app.clipboard('1\n' * 99)
    app.key('ctrl+v')
    app.find('label', 'the text is 1 wide and 99 high')
    equal(app.everything(), before, 'after what does not fit')
    app.clipboard('1\t−2\n\t+3\n')
    app.step(lambda: app.key('ctrl+v'), 'pasting positions')
    equal(position(app, 'Earn 1.1'), (1, SOURCES['guess']), 'the first pasted cell')
    equal(position(app, 'Earn 1.1', 'Product development')[0], -2, 'the cell beside it')
    equal(position(app, 'Place Aero 2'), None, 'a cell that was pasted empty')
    equal(position(app, 'Place Aero 2', 'Product development')[0], 3, 'the last pasted cell')


def show_all_parties(app):
    """Parties for whom others speak are counted, and shown when somebody asks for them."""
    remark = app.find('label', re.compile(r'not shown: \d+ parties without a position')).name
    hidden = int(re.search(r'not shown: (\d+) parties', remark)[1])
    check(hidden > 1, 'parties that are not shown: ' + remark)
    app.tab_to(('check box',), 'Show Parties Not Asked (%d)' % hidden)
    app.key('space')
    app.gone('label', 'parties without a position')


def move_milestone(app):
    """What is selected in the table is current on the chart; Ctrl+arrows move it by days."""
    app.show_page('Timeline')
    app.tab_to('table row', None, key='shift+Tab')
    go_to_row(app, 'Design freeze')
    app.tab_to('list item', 'Design freeze')
    due = app.value('milestone', 'due', 'Design freeze')
    app.step(lambda: app.key('ctrl+Right'), 'one day later')
    equal(app.value('milestone', 'due', 'Design freeze'), due + 1, 'due')
    app.step(lambda: app.key('ctrl+shift+Right'), 'one week later')
    equal(app.value('milestone', 'due', 'Design freeze'), due + 8, 'due')
    app.step(lambda: app.key('ctrl+Left'), 'one day earlier')
    equal(app.value('milestone', 'due', 'Design freeze'), due + 7, 'due')


def print_what_shows(app, titles):
    """Ctrl+Shift+P shows the chart of the page as it prints, and Enter prints it."""
    app.show_page('Goals')
    app.key('ctrl+shift+p')
    app.wait_focus(BUTTON, 'Print')
    app.key('Return')
    paper = app.print_to_file('Product launch: Aero 2 – Goal Tree')
    until(lambda: titles[0] in on_paper(paper), 'the printed file', 20)
    for title in titles:
        check(title in on_paper(paper), '“%s” is not on paper: %s' % (title, on_paper(paper)))


def first_meeting(apps):
    app = open_sample(apps)
    before = app.everything()
    paste(app)
    move_in_tree(app)
    type_titles(app)
    edit_cells(app)
    fill_positions(app)
    paste_positions(app)
    show_all_parties(app)
    move_milestone(app)
    print_what_shows(app, ('Win the fair in May', 'Rent a stand') + GOALS[1:])
    app.undo_all()
    equal(app.everything(), before, 'after undoing all')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([first_meeting]))
