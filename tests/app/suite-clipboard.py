#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows travel with all their fields and all below them: within a table, to another file, to a spreadsheet and back."""
import sys

from harness import BUTTON, check, equal, open_sample, run, sh, until
from tables import select, to_row

BRANCH = 'Freeze the design'
TARGET = 'Earn 1.1 million'
RISK = 'The molds come late'
# What a copy has of its own: the others are as in the original.
OWN = ('id', 'parent', 'rank', 'foreign_id')


def branch(app, parent):
    """Titles, owners and due days of the branch below a goal, by its title, as a tree."""
    return app.query(
        'WITH RECURSIVE b (id, depth, path) AS (SELECT g.id, 0, g.rank FROM goal g JOIN goal p ON p.id = g.parent '
        'WHERE p.title LIKE ? AND g.title LIKE ? UNION ALL SELECT g.id, depth + 1, path || "/" || g.rank '
        'FROM goal g JOIN b ON g.parent = b.id) SELECT depth, title, owner, due, measure, progress '
        'FROM b JOIN goal USING (id) ORDER BY path', parent + '%', BRANCH + '%')


def within_the_outline(app):
    """As children of the row that is selected; behind it, if it is what was copied; one step each."""
    before = app.everything()
    size = len(branch(app, 'Bring Aero 2'))
    check(size > 3, 'the branch is too small')
    select(app, 'Goals', BRANCH)
    app.key('ctrl+c')
    text = until(app.copied, 'text on the clipboard').split('\n')
    check(text[1].startswith(BRANCH) and text[1].split('\t')[1:] == ['Product development', '11 Dec 2026'],
          'the first row is %r' % text[1])
    check(text[0].startswith('Title\tOwner\t') and text[2].startswith('  Let nine of ten') and len(text) == size + 2,
          'the text is %r' % text)
    app.step(lambda: app.key('ctrl+v'), 'copies behind it')
    equal(app.query('SELECT count(*) FROM goal a JOIN goal b ON a.title = b.title AND a.parent = b.parent AND '
                    'a.rank < b.rank WHERE a.title LIKE ?', BRANCH + '%'), [(1,)], 'a copy behind what was copied')
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    to_row(app, TARGET)
    app.step(lambda: app.key('ctrl+v'), 'copies below another goal')
    app.wait_focus('table row', BRANCH)
    equal(branch(app, TARGET), branch(app, 'Bring Aero 2'), 'the copied branch')
    equal(len(branch(app, TARGET)), size, 'how many were copied')
    app.undo()
    equal(app.everything(), before, 'the project after undo')


def cut_is_forgotten(app):
    """What another program copies after a cut is pasted, and nothing moves."""
    before = app.everything()
    to_row(app, BRANCH)
    app.key('ctrl+x')
    app.find('label', 'Paste under another row')
    app.clipboard('Title\tOwner\nWin the fair\tSales\n  Rent a stand\t\n')
    app.key('ctrl+v')
    app.find('label', 'Rent a stand', inside=('frame', 'Import'))
    app.step(lambda: app.key('ctrl+Return'), 'the import')
    app.gone('frame', 'Import')
    equal(app.query("SELECT p.title FROM goal g JOIN goal p ON p.id = g.parent WHERE g.title = 'Rent a stand'"),
          [('Win the fair',)], 'what the indent means')
    equal(app.query("SELECT p.title FROM goal g JOIN party p ON p.id = owner WHERE g.title = 'Win the fair'"),
          [('Sales',)], 'the owner')
    app.undo()
    equal(app.everything(), before, 'the project after undo')


def in_a_table(app):
    """A copy of a row has fields that no column shows, too."""
    before = app.everything()
    fields = [name for name in app.columns('risk') if name not in OWN]
    app.show_page('Risks')
    to_row(app, RISK)
    app.key('ctrl+c')
    until(lambda: app.copied().startswith(RISK), lambda: 'the copied row, it is %r' % app.copied())
    app.step(lambda: app.key('ctrl+v'), 'a copy of the row')
    rows = app.query('SELECT %s FROM risk WHERE title = ?' % ', '.join(fields), RISK)
    equal(len(rows), 2, 'rows of that title')
    equal(rows[0], rows[1], 'the copy')
    app.wait_focus('table row', RISK)
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.tab_to('table row', None)  # the row that had the focus is gone


def to_another_file(app):
    """Owners are known by their names there; who is not known is added."""
    owners = {row[0] for row in app.query('SELECT title FROM party')}
    size = len(branch(app, 'Bring Aero 2'))
    select(app, 'Goals', BRANCH)
    app.key('ctrl+c')
    app.key('ctrl+n')
    until(lambda: len(app.visible_windows()) == 2, 'another window')
    other = [window for window in app.visible_windows() if window != app.window][0]
    sh('xdotool', 'windowactivate', '--sync', other)
    until(lambda: app.query('SELECT count(*) FROM goal') == [(0,)], 'an empty project')
    app.key('alt+1')
    app.wait_focus(BUTTON, 'Add First Goal')
    app.key('ctrl+v')
    until(lambda: app.query('SELECT count(*) FROM goal') == [(size,)], 'the branch in the other file')
    equal(app.query('SELECT count(*) FROM goal WHERE parent IS NULL'), [(1,)], 'roots')
    added = {row[0] for row in app.query('SELECT party.title FROM goal JOIN party ON party.id = owner')}
    check(added and added <= owners, 'the owners are %s' % added)


def rows_travel(apps):
    app = open_sample(apps)
    app.wait_focus('table row')
    within_the_outline(app)
    cut_is_forgotten(app)
    in_a_table(app)
    to_another_file(app)
    app.quit()


if __name__ == '__main__':
    sys.exit(run([rows_travel]))
