#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Today page: its lines lead where they are done, what is still true is said with a key, each
number opens why it is so."""
import re
import sys

from harness import BUTTON, TEXT, App, check, equal, open_sample, run, until

LIST = ('list', 'To do')
LINES = 12


def lines(app):
    return app.names('list item', inside=LIST)


def open_today(apps, **options):
    app = open_sample(apps, **options)
    app.show_page('Today')
    until(lambda: lines(app), 'lines of the list')
    app.wait_focus('list item', lines(app)[0])
    return app


def to_line(app, pattern):
    """Goes down to the first line that begins so."""
    for _ in range(LINES):
        node = app.focused()
        if node is not None and re.match(pattern, node.name):
            return node.name
        before = node.name if node is not None else None
        app.key('Down')
        until(lambda: app.focused() is not None and app.focused().name != before, 'the next line', 3)
    raise AssertionError('there is no line “%s”' % pattern)


def lines_lead_to_their_place(apps):
    app = open_today(apps)
    found = lines(app)
    check(0 < len(found) <= LINES, '%d lines' % len(found))
    check('At hand' in ''.join(found), 'no finding says what can be done')
    app.key('Return')
    until(lambda: 'Today' not in selected(app), 'another page')
    app.show_page('Today')
    app.wait_focus('list item', found[0])
    said = to_line(app, '(?!Promised|Name|Set|Still)')
    app.key('Return')
    app.wait_page('Alignment')
    app.wait_focus('list item', said.split(':')[0][:12])
    app.quit()


def selected(app):
    return [row.name for row in app.look().all('list item') if 'selected' in row.states]


def still_true_by_a_key(apps):
    """One key, one step; the line goes, the focus stays in the list, undo brings it back."""
    app = open_today(apps, env={'SIGHTLINE_TODAY': '2027-02-15'})  # the sample is looked after until then
    before = app.everything()
    line = to_line(app, 'Still true')
    app.step(lambda: app.key('y'), 'a renewal')
    until(lambda: line not in lines(app), 'the line to go')
    app.wait_focus('list item')
    check(app.everything() != before, 'nothing was renewed')
    app.undo()
    until(lambda: line in lines(app), 'the line to come back')
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def numbers_open_why(apps):
    app = open_today(apps)
    for name in ('Shared Vision', 'Engagement', 'Resources', 'Focus', 'Efficiency', 'Coordination'):
        app.find(BUTTON, name)
    app.tab_to(BUTTON, 'Shared Vision')
    app.key('ctrl+i')
    app.find('label', 'by its points in the alignment index')
    app.key('Escape')
    app.wait_focus(BUTTON, 'Shared Vision')
    app.quit()


def an_empty_page_begins_with_a_goal(apps):
    app = App()
    apps.append(app)
    app.key('ctrl+n')
    app.find('list item', re.compile('^Today$'))
    app.key('alt+0')
    app.wait_page('Today')
    app.wait_focus(BUTTON, 'Add First Goal')
    app.step(lambda: app.key('Return'), 'the first goal')
    app.wait_page('Goals')
    app.wait_focus(TEXT)
    app.quit()


def a_value_of_today_by_keys(apps):
    """The KPI monitor: V, a number, Enter; the next KPI waits."""
    app = open_sample(apps)
    before = app.everything()
    old = app.query('SELECT id FROM kpi_value')
    app.show_page('Goals')
    app.wait_focus('table row')
    app.tab_to(BUTTON, 'KPIs', key='shift+Tab')
    app.key('space')
    app.wait_focus('table row')
    app.key('Home')
    app.find('label', 'the dashed line is the target')
    app.key('v')
    app.wait_focus(TEXT, 'Value of today')
    app.type('much')
    app.key('Return')
    app.find('label', 'much')
    app.key('ctrl+a')
    app.type('42')
    app.step(lambda: app.key('Return'), 'a value')
    added = [row[1:] for row in app.query('SELECT id, day, value FROM kpi_value') if row[:1] not in old]
    equal(added, [(20773, 42.0)], 'values of today')
    app.wait_focus(TEXT, 'Value of today')
    app.key('Escape')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def clocks_in_rows(apps):
    """A quarter later rows of goals and KPIs ask with a small clock; Y and the clock itself say yes."""
    app = open_sample(apps, env={'SIGHTLINE_TODAY': '2027-02-15'})
    before = app.everything()
    app.show_page('Goals')
    app.wait_focus('table row')
    clock = (BUTTON, 'Still true?')
    app.find(*clock)
    asking = len(app.look().all(*clock))
    app.key('Home')
    app.step(lambda: app.key('y'), 'a goal that is still true')
    equal(app.query('SELECT count(*) FROM goal WHERE assessed = 20864'), [(1,)], 'goals assessed today')
    until(lambda: len(app.look().all(*clock)) == asking - 1, 'one clock fewer')
    app.step(lambda: app.click(app.find(*clock)), 'another one by its clock')
    equal(app.query('SELECT count(*) FROM goal WHERE assessed = 20864'), [(2,)], 'goals assessed today')
    app.find('label', re.compile('^Still true: it will be asked again'))
    enter_on_the_clock(app, clock)
    app.key('ctrl+Page_Down')
    app.wait_focus('table row')
    app.key('Home')
    app.find(*clock)
    app.key('Tab')
    app.wait_focus(*clock)
    app.key('shift+Tab')
    app.wait_focus('table row')
    app.step(lambda: app.key('y'), 'a KPI that is still what it was')
    equal(app.query('SELECT count(*) FROM kpi_value WHERE day = 20864'), [(1,)], 'values of today')
    clocks_on_cells(app)
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def clocks_on_cells(app):
    """In the picture, too, Tab goes to the clock and Enter renews, as a click on it does; the cell has the focus then."""
    app.show_page('Stakeholders')
    clock = ('list item', re.compile(r'^Still true\?$'))
    cell = app.find('list item', re.compile(r'.* – still true\?$'))
    name = cell.name.removesuffix(' – still true?')
    app.wait_focus('list item')
    app.click(cell)
    app.wait_focus('list item', name)
    app.key('Tab')
    app.wait_focus(*clock)
    app.key('shift+Tab')
    app.wait_focus('list item', name)
    app.key('Tab')
    app.wait_focus(*clock)
    app.step(lambda: app.key('Return'), 'a position that is still true')
    app.wait_focus('list item', re.compile('^' + re.escape(name) + '$'))
    asking = len(app.look().all(*clock))
    app.step(lambda: app.click(app.find(*clock)), 'another one by its clock')
    until(lambda: len(app.look().all(*clock)) == asking - 1, 'one clock fewer')
    equal(app.query('SELECT count(*) FROM position WHERE day = 20864'), [(2,)], 'positions of today')


def enter_on_the_clock(app, clock):
    """Down to a row that asks, Tab to its clock: Enter renews there and adds no row, and the row has the focus again."""
    goals = app.query('SELECT count(*) FROM goal')
    row = app.find(*clock)
    while row.role != 'table row':
        row = row.parent
    for _ in range(20):
        if app.wait_focus('table row').matches('table row', row.name):
            break
        app.key('Down')
    app.key('Tab')
    app.wait_focus(*clock)
    app.step(lambda: app.key('Return'), 'one more, by Enter on its clock')
    equal(app.query('SELECT count(*) FROM goal WHERE assessed = 20864'), [(3,)], 'goals assessed today')
    equal(app.query('SELECT count(*) FROM goal'), goals, 'goals')
    app.wait_focus('table row', row.name)


def a_letter_leads_to_its_field(apps):
    """A goal without an end: T says so, leads to the due date, and passes when there is one."""
    app = App()
    apps.append(app)
    app.key('ctrl+n')
    app.find('list item', re.compile('^Today$'))
    app.key('alt+0')
    app.wait_focus(BUTTON, 'Add First Goal')
    app.key('Return')
    app.wait_focus(TEXT)
    app.type('Cut returns to 2 percent')
    app.key('Return')
    app.find(BUTTON, 'Timed: it has no date')
    app.find(BUTTON, 'Measurable: passed')
    app.tab_to(BUTTON, 'Timed')
    app.key('Return')
    app.wait_focus(TEXT, 'Due')
    app.type('31 Dec 2026')
    app.step(lambda: app.key('Return'), 'a due date')
    app.find(BUTTON, 'Timed: passed')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([lines_lead_to_their_place, still_true_by_a_key, numbers_open_why, an_empty_page_begins_with_a_goal,
                  clocks_in_rows, a_value_of_today_by_keys, a_letter_leads_to_its_field]))
