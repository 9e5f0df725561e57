# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user does on pages of tables, for the suites of those pages."""
import re

from harness import TEXT, equal


def to_table(app, key='Tab'):
    """Goes to the rows of the table that shows."""
    app.tab_to('table row', None, key=key)
    app.key('Home')


def to_row(app, title, key='Tab', limit=60):
    """Goes to a row of the table that shows; @key: leads to the table."""
    to_table(app, key)
    for _ in range(limit):
        node = app.focused()
        if node is not None and node.matches('table row', title):
            return
        app.key('Down')
    raise AssertionError('there is no row “%s”' % title)


def select(app, page, title):
    """Goes to a row of the table of a page, whose chart comes first."""
    app.show_page(page)
    to_row(app, title, 'shift+Tab')


def count(app, table):
    return app.query('SELECT count(*) FROM "%s"' % table)[0][0]


def type_row(app, *cells):
    """Adds a row and types its cells, which Tab parts."""
    app.key('Insert')
    app.wait_focus(TEXT)
    for i, cell in enumerate(cells):
        if i > 0:
            app.key('Tab')
            app.wait_focus(TEXT)
        app.type(cell)
    app.step(lambda: app.key('Return'), 'a typed row')


def add_edit_delete_undo(app, table, cells, column, second):
    """What every table does. @column: field of the second cell; @second: what it holds then."""
    before = app.everything()
    rows = count(app, table)
    type_row(app, *cells)
    equal(count(app, table), rows + 1, 'records of the kind ' + table)
    app.wait_value(table, column, cells[0], second)
    app.wait_focus('table row', cells[0])
    app.key('F2')
    app.wait_focus(TEXT)
    app.type('Renamed here')
    app.step(lambda: app.key('Return'), 'a new title')
    app.wait_focus('table row', 'Renamed here')
    app.step(lambda: app.key('Delete'), 'a deletion')
    equal(count(app, table), rows, 'records after the deletion')
    app.wait_focus('table row')
    app.undo()
    app.wait_value(table, column, 'Renamed here', second)
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')


def to_tab(app, name):
    """Shows a view of the page."""
    app.click(app.find(None, re.compile('^%s$' % name), inside=('page tab list', None)))
