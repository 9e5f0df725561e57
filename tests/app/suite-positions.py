#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What everybody is asked for before the first picture, at speed: 72 positions in at most 160 key
presses, a party's priorities in at most 40, or by dragging."""
import os
import re
import sys

from audit import audit
from harness import BUILD, BUTTON, FOLDER, TEXT, check, equal, run, sh, start, until

GOALS = 9
PARTIES = 8
# A position for each cell, party by party as they are typed: all values occur, many are negative.
VALUES = [[(goal * 5 + party * 3) % 7 - 3 for goal in range(GOALS)] for party in range(PARTIES)]
MAX_POSITION_KEYS = 160
MAX_PRIORITY_KEYS = 40


class Typist:
    """Counts every key that is pressed on a page."""

    def __init__(self, app):
        self.app = app
        self.pressed = 0

    def press(self, *keys):
        self.pressed += len(keys)
        sh('xdotool', 'key', '--clearmodifiers', '--delay', '30', *keys)


def open_plan(apps, goals, parties):
    text = ['project "Speed"']
    text += ['party p%d "Party %d" type=department' % (i, i) for i in range(parties)]
    text += ['goal g%d "Goal %d" level=objective status=active' % (i, i) for i in range(goals)]
    source, path = (os.path.join(FOLDER, 'speed' + suffix) for suffix in ('.txt', '.sightline'))
    with open(source, 'w') as file:
        file.write('\n'.join(text) + '\n')
    sh(os.path.join(BUILD, 'src', 'cli', 'sightline-cli'), 'compile', source, '-o', path)
    app = start(apps, path)
    app.find('list item', 'Goals')
    return app


def positions(app):
    return {(party, goal): (value, source) for party, goal, value, source in app.query(
        'SELECT party.title, goal.title, value, source FROM position '
        'JOIN party ON party.id = party JOIN goal ON goal.id = goal')}


def all_positions(apps):
    """Each digit stands and moves on; from the end of a column to the top of the next."""
    app = open_plan(apps, GOALS, PARTIES)
    app.show_page('Stakeholders')
    app.wait_focus('list item', 'Party 0')  # the head of its column
    typist = Typist(app)
    typist.press('Down', 's')  # all of it was said
    app.wait_focus('list item', re.compile('^Party 0 on Goal 0'))
    for party, column in enumerate(VALUES):
        for value in column:
            typist.press(*(['minus'] if value < 0 else []), str(abs(value)))
        until(lambda: len(positions(app)) == (party + 1) * GOALS, 'column %d' % party)
    equal(positions(app), {('Party %d' % p, 'Goal %d' % g): (VALUES[p][g], 1)
                           for p in range(PARTIES) for g in range(GOALS)}, 'positions')
    equal([node.name for node in app.look().all(BUTTON, re.compile('^(Our Guess|Said|In Writing)$'))
           if {'pressed', 'checked'} & node.states], ['Said'], 'what is chosen')
    equal(len(positions(app)), 72, 'number of positions')
    check(typist.pressed <= MAX_POSITION_KEYS, '%d key presses' % typist.pressed)
    print('# %d key presses for %d positions' % (typist.pressed, len(positions(app))))
    app.quit()


def priorities(app, party):
    return dict(app.query('SELECT goal.title, points FROM priority JOIN party ON party.id = party '
                          'JOIN goal ON goal.id = goal WHERE party.title = ?', party))


def wait_priorities(app, party, wanted):
    until(lambda: priorities(app, party) == wanted,
          lambda: 'priorities of %s to be %r, they are %r' % (party, wanted, priorities(app, party)))


def show_priorities(app):
    app.show_page('Alignment')
    app.click(app.find(('page tab', 'toggle button', 'radio button') + BUTTON, 'Priorities and Money'))
    app.find('list', 'Shared goals')


def rows(app):
    """Titles of the goals from top to bottom."""
    fields = app.look().all(TEXT, 'Points for')
    return [re.search('“(.*)”', node.name)[1] for node in sorted(fields, key=lambda node: node.extents().y)]


def field(app, goal):
    return app.find(TEXT, 'Points for “%s”' % goal)


def spread_points(apps):
    """Points are typed down the list; Enter behind the last goal goes on to the next party."""
    points = (25, 5, 20, 10, 15, 5, 5, 5, 5, 5)
    app = open_plan(apps, len(points), 3)
    show_priorities(app)
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    app.find('label', 'Not ranked yet')
    app.click(field(app, 'Goal 0'), repeat=2)
    typist = Typist(app)
    for value in points:
        typist.press(*str(value), 'Return')
    wait_priorities(app, 'Party 0', {'Goal %d' % i: float(value) for i, value in enumerate(points)})
    app.find('label', 'All 100 points are spread')
    app.tab_to(TEXT, 'Points for “Goal 2”')
    app.key('ctrl+i')
    app.find('list', 'What goes in', timeout=15)
    app.find('label', 'Source: ')
    app.key('Escape')
    app.wait_focus(TEXT, 'Points for “Goal 2”')
    app.tab_to(BUTTON, 'Next Party', key='shift+Tab')
    check(typist.pressed <= MAX_PRIORITY_KEYS, '%d key presses' % typist.pressed)
    print('# %d key presses for the priorities of 10 goals' % typist.pressed)
    app.wait_focus(BUTTON, 'Next Party')
    app.key('ctrl+i')
    app.find('label', 'Influence', timeout=15)
    app.key('Escape')
    app.gone('label', 'Influence')
    app.wait_focus(BUTTON, 'Next Party')
    until(lambda: rows(app)[:4] == ['Goal 0', 'Goal 2', 'Goal 4', 'Goal 3'], lambda: 'order: %r' % rows(app))
    app.key('Return')
    app.wait_focus(TEXT, 'Points for “Goal 0”')
    app.type('60')
    app.key('Return')
    app.type('90')
    app.key('Return')
    app.find('label', '50 points too many')
    app.step(lambda: app.click(app.find(BUTTON, 'Make It 100')), 'a hundred points')
    wait_priorities(app, 'Party 1', {'Goal 0': 40.0, 'Goal 1': 60.0})
    app.undo()
    wait_priorities(app, 'Party 1', {'Goal 0': 60.0, 'Goal 1': 90.0})
    app.quit()


def compare_in_pairs(apps):
    """A party compares each two goals; what contradicts is found, what agrees gives the points."""
    app = open_plan(apps, 3, 2)
    show_priorities(app)
    app.click(app.find(('page tab', 'toggle button', 'radio button') + BUTTON, 'In Pairs'))
    app.find('label', '3 pairs are not compared yet')
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    app.tab_to(BUTTON, re.compile('^Next Pair'))
    for ratio in ('3', '2', '4'):  # 0 to 1, 0 to 2, 1 to 2
        app.key('space')
        app.wait_focus(TEXT)
        app.key('ctrl+a')
        app.type(ratio)
        app.step(lambda: app.key('Return'), 'an answer')
        if ratio != '4':
            app.tab_to(BUTTON, re.compile('^Next Pair'), key='shift+Tab')
    app.find('label', 'The answers contradict each other', timeout=20)
    app.key('ctrl+s')
    path = os.path.join(FOLDER, 'speed.sightline')
    cli = os.path.join(BUILD, 'src', 'cli', 'sightline-cli')
    until(lambda: 'PRI-03' in sh(cli, 'check', '--rule', 'PRI-03', path), 'the contradiction in the file', 20)
    app.step(lambda: app.key('ctrl+z'), 'undo')
    app.key('F2')
    app.wait_focus(TEXT)
    app.key('ctrl+a')
    app.type('0.7')
    app.step(lambda: app.key('Return'), 'an answer that agrees')
    app.find('label', 'All pairs are compared, and the answers agree', timeout=20)
    app.tab_to(BUTTON, re.compile('^Use as Points'), key='shift+Tab')
    app.step(lambda: app.key('space'), 'the points')
    points = priorities(app, 'Party 0')
    check(points['Goal 0'] > points['Goal 2'] > points['Goal 1'], 'points: %r' % points)
    app.quit()


def rank_goals(apps):
    """The first move makes a ranking of the list, each further one is a step of its own."""
    app = open_plan(apps, 4, 2)
    show_priorities(app)
    app.click(field(app, 'Goal 3'), repeat=2)
    app.step(lambda: app.key('alt+shift+Up'), 'ranking')
    wait_priorities(app, 'Party 0', {'Goal 0': 40.0, 'Goal 1': 30.0, 'Goal 3': 20.0, 'Goal 2': 10.0})
    app.wait_focus(TEXT, 'Points for “Goal 3”')
    app.step(lambda: app.key('alt+shift+Up'), 'ranking higher')
    wait_priorities(app, 'Party 0', {'Goal 0': 40.0, 'Goal 3': 30.0, 'Goal 1': 20.0, 'Goal 2': 10.0})
    equal(rows(app), ['Goal 0', 'Goal 3', 'Goal 1', 'Goal 2'], 'order')
    source, target = (app.find('label', re.compile('^Goal %d$' % i), inside=('list', 'Shared goals')) for i in (2, 0))
    app.step(lambda: app.drag(app.place(source), app.place(target, 0.5, 0.1)), 'dragging')
    wait_priorities(app, 'Party 0', {'Goal 2': 40.0, 'Goal 0': 30.0, 'Goal 3': 20.0, 'Goal 1': 10.0})
    until(lambda: rows(app) == ['Goal 2', 'Goal 0', 'Goal 3', 'Goal 1'], lambda: 'order: %r' % rows(app))
    for _ in range(3):
        app.undo()
    wait_priorities(app, 'Party 0', {})
    until(lambda: rows(app) == ['Goal 0', 'Goal 1', 'Goal 3', 'Goal 2'], lambda: 'order: %r' % rows(app))
    app.click(field(app, 'Goal 3'), repeat=2)
    app.type('3')  # what is half typed stays when all get points
    source, target = (app.find('label', re.compile('^Goal %d$' % i), inside=('list', 'Shared goals')) for i in (2, 0))
    app.step(lambda: app.drag(app.place(source), app.place(target, 0.5, 0.1)), 'dragging')
    wait_priorities(app, 'Party 0', {'Goal 2': 40.0, 'Goal 0': 30.0, 'Goal 1': 20.0, 'Goal 3': 10.0})
    app.type('5')
    app.step(lambda: app.key('Return'), 'what was typed')
    wait_priorities(app, 'Party 0', {'Goal 2': 40.0, 'Goal 0': 30.0, 'Goal 1': 20.0, 'Goal 3': 35.0})
    app.quit()


def next_steps(apps):
    """The strip counts what is missing, leads there, and stays away once it was closed."""
    app = open_plan(apps, 5, 4)
    strip = ('panel', 'Next steps')
    until(lambda: [name for name in app.names(BUTTON, inside=strip)] == [
        'Goals 5', 'Owners 0 of 5', 'Positions 0 of 20', 'Dates 0 of 5', 'Print', 'Hide the Steps'],
        lambda: 'the steps: %r' % app.names(BUTTON, inside=strip))
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    app.click(app.find(BUTTON, 'Owners'))
    app.wait_focus(TEXT, 'Owner')
    app.type('Party 1')
    app.step(lambda: app.key('Return'), 'the owner')
    app.find(BUTTON, 'Owners 1 of 5')
    app.tab_to(BUTTON, 'Owners 1 of 5', key='shift+Tab')
    app.key('Return')
    app.wait_focus(TEXT, 'Owner')
    app.find('text', re.compile('^Title$'))
    until(lambda: app.look().all('panel', 'Goal: Goal 1'), 'the next goal in the inspector')
    app.click(app.find(BUTTON, 'Positions 0'))
    app.wait_focus('list item', re.compile('^Party 0 on Goal 0'))
    app.step(lambda: app.key('2'), 'a position')
    app.find(BUTTON, 'Positions 1 of 20')
    app.click(app.find(BUTTON, 'Dates 0'))
    app.wait_focus(TEXT, 'Due')
    app.click(app.find(BUTTON, re.compile('^Print$')))
    app.wait_page('Print')
    app.gone(BUTTON, 'Dates 0')  # no page of work
    app.show_page('Goals')
    app.click(app.find(BUTTON, 'Hide the Steps'))
    app.gone(BUTTON, 'Owners')
    app.quit()
    app = start(apps, os.path.join(FOLDER, 'speed.sightline'), fresh=False)
    app.find('list item', 'Goals')
    app.wait_focus('table row', 'Goal 0')
    check(not app.look().all(BUTTON, 'Owners'), 'the steps are back')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([all_positions, spread_points, compare_in_pairs, rank_goals, next_steps]))
