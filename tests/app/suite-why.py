#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a number is what it is: by keys, from the inspector and from the bars, and on to its inputs.
And what a record serves, up to the vision."""
import re
import sys

from harness import BUTTON, check, equal, open_sample, run, until

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


if __name__ == '__main__':
    sys.exit(run([why]))
