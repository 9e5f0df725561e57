#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a number is what it is: by keys, from the inspector and from the bars, and on to its inputs.
And what a record serves, up to the vision. And what the Alignment page says before there is a number."""
import re
import sys

from harness import BUTTON, TEXT, check, equal, open_sample, run, start, until
from tables import to_tab

INPUTS = ('list', 'What goes in')
WAY = ('list', 'The way up')


def rows(app, where=INPUTS):
    scene = app.look()
    return [node.name for root in scene.all(*where) for node in scene.all('list item', root=root)]


def from_keys(app):
    """Ctrl+I explains what is selected; a row leads to its record, Escape back."""
    app.wait_focus('table row', 'Bring Aero 2')
    app.key('ctrl+i')
    until(lambda: any(name.startswith('Freeze the design') for name in rows(app)), 'the inputs to be listed')
    app.find('label', 'Source: ')
    app.key('Escape')
    app.gone(*INPUTS)
    app.wait_focus('table row', 'Bring Aero 2')
    app.key('ctrl+i')
    go_down_to(app, 'Freeze the design')
    app.key('Return')
    app.gone(*INPUTS)
    app.find('panel', 'Goal: Freeze the design')


def from_inspector(app):
    """One click on a number; it says the same as the panel."""
    chip = app.find(BUTTON, re.compile('^Progress: '))
    value = chip.name.split(': ')[1]
    app.click(chip)
    until(lambda: rows(app), 'the inputs to be listed')
    app.find('label', value)
    app.key('Escape')
    app.gone(*INPUTS)


def from_alignment(app):
    """The verdict and each bar; what the bars lose is what the index lacks."""
    app.key('alt+4')
    app.wait_page('Alignment')
    bar = app.find(BUTTON, re.compile('^Conflicting goals: '), timeout=30)
    app.click(app.find(BUTTON, 'Why this verdict'))
    until(lambda: rows(app), 'the dimensions to be listed')
    lost = [float(re.search(r': ([\d.]+) points? lost$', name)[1]) for name in rows(app)]
    equal(len(lost), 7, 'dimensions')
    index = float(re.match(r'([\d.]+) of 100', app.find('label', ' of 100: ').name)[1])
    check(abs(100 - sum(lost) - index) < 0.4, '100 less %r is not %r' % (lost, index))
    app.key('Escape')
    app.gone(*INPUTS)
    app.click(bar)
    app.find('label', 'A Conflicting goals')
    until(lambda: rows(app), 'the findings to be listed')
    app.key('Escape')
    app.gone(*INPUTS)


def go_down_to(app, name):
    app.wait_focus('list item')
    for _ in range(20):
        if app.focused().matches('list item', name):
            return
        app.key('Down')
    raise AssertionError('Down does not lead to “%s”' % name)


def sight(app):
    """From a KPI up to the vision, by key; each step is a link; from a party down to what it does."""
    app.key('ctrl+k')
    app.wait_focus(('text', 'entry'), 'Find any record or action')
    app.type('kpi unit cost')
    app.find('list item', 'Unit cost, KPI', inside=('list', 'Found'))
    app.key('Return')
    app.find('panel', 'KPI: Unit cost')
    app.key('ctrl+l')
    until(lambda: rows(app, WAY), 'the way up')
    way = rows(app, WAY)
    check(way[0].startswith('Clean air in every home') and 'Vision' in way[0], 'no vision on top: %r' % way)
    check(way[-1].startswith('Unit cost'), 'the KPI is not at the foot: %r' % way)
    go_down_to(app, 'Freeze the design')
    app.key('Return')
    app.gone(*WAY)
    app.find('panel', 'Goal: Freeze the design')
    app.click(app.find(BUTTON, 'Line of Sight'))
    app.find('label', 'What Serves It')
    app.key('Escape')
    app.gone(*WAY)


def why(apps):
    app = open_sample(apps)
    from_keys(app)
    from_inspector(app)
    from_alignment(app)
    sight(app)
    equal(app.can_undo(), False, 'whether asking has changed anything')
    app.quit()


EMPTY = (('Findings', 'Add First Goal', 'what does not fit together'),
         ('Who Stands Together', 'Add First Goal', 'the circle shows'),
         ('Priorities and Money', 'Add First Goal', 'spreads 100 points'),
         ('Trust and What Moved', 'Add a Party', 'the same five questions'),
         ('Alliance Charter', 'Add First Alliance', 'with whom you work together'),
         ('Conflicts', 'Add First Conflict', 'do not agree on'))


def show_view(app, name):
    to_tab(app, name)
    app.show_page('Alignment')


def each_view_says_what_it_is_for(app):
    for name, button, sentence in EMPTY:
        show_view(app, name)
        app.wait_focus(BUTTON, button)
        app.find('label', sentence)
        app.find(BUTTON, 'Show in Sample')


def own_records_come_and_go(app, name, button, title):
    """They begin with the focus where they are written; undo shows the button again."""
    show_view(app, name)
    app.wait_focus(BUTTON, button)
    app.step(lambda: app.key('Return'), 'the first record')
    app.wait_focus(TEXT)
    app.gone(BUTTON, button)
    app.find(None, title)
    app.key('Tab')
    app.undo()
    app.wait_focus(BUTTON, button)


def first_goal_and_party(app):
    """The button asks for what is lacking; with both there is a verdict, and no undone step leaves one."""
    for button, page, title in (('Add First Goal', 'Goals', 'Cut costs'),
                                ('Add First Party', 'Stakeholders', 'Buyer')):
        show_view(app, 'Priorities and Money')
        app.wait_focus(BUTTON, button)
        app.step(lambda: app.key('Return'), button)
        app.wait_page(page)
        app.wait_focus(TEXT)
        app.type(title)
        app.step(lambda: app.key('Return'), title)
        app.key('alt+4')
        app.wait_page('Alignment')
    app.gone(BUTTON, 'Add First Party')
    show_view(app, 'Who Stands Together')
    app.wait_focus(BUTTON, 'Add a Party')
    show_view(app, 'Findings')
    app.find(BUTTON, 'Why this verdict')
    app.undo_all()
    app.wait_focus(BUTTON, 'Add First Goal')


def in_sample(app, name, chart):
    windows = len(app.visible_windows())
    show_view(app, name)
    app.click(app.find(BUTTON, 'Show in Sample'))
    until(lambda: len(app.visible_windows()) > windows, 'another window', 20)
    app.find(*chart, timeout=20)
    app.key('ctrl+w')
    until(lambda: len(app.visible_windows()) == windows, 'the sample to close', 20)
    app.wait_focus()


def alignment_begins(apps):
    """Without a goal and a party each view of the Alignment page says what it is for and what comes first."""
    app = start(apps)
    app.wait_focus('list item', 'Open Sample')
    app.key('Tab', 'ctrl+n')
    app.find('list item', 'Goals', timeout=20)
    app.show_page('Alignment')
    each_view_says_what_it_is_for(app)
    own_records_come_and_go(app, 'Alliance Charter', 'Add First Alliance', 'New alliance')
    own_records_come_and_go(app, 'Conflicts', 'Add First Conflict', 'New conflict')
    first_goal_and_party(app)
    in_sample(app, 'Who Stands Together', ('list', 'Who Stands Together'))
    app.end()


if __name__ == '__main__':
    sys.exit(run([why, alignment_begins]))
