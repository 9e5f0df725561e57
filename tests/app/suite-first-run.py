#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first ten minutes: from the start page with nothing to a printed pack, by keys alone. Whatever is typed stands
on paper."""
import re
import sys
import time

from harness import TEXT, check, equal, on_paper, run, start, until

VISION = 'Every borrowed book comes back'
PARTIES = ('Lending desk', 'Book binders', 'Reading room', 'Friends of the library')
# Objective, who answers for it, by when.
OBJECTIVES = (('Lend 4,000 books a month', 'Lending desk', '30 Jun 2027'),
              ('Repair 900 books by summer', 'Book binders', '31 May 2027'),
              ('Open on 50 Sundays', 'Ida Nilsen', '31 Dec 2027'))
MILESTONE = ('Shelves are cleared', '15 Jan 2027')
MEETING = '1 Dec 2026'
TASK = 'Count the torn pages'
LIMIT = 600


def to_form(app):
    app.wait_focus('list item', 'Open Sample')
    app.tab_to('list item', 'Start Your Own', key='Down')
    app.key('Return')
    app.wait_focus(TEXT, 'Vision')


def answer(app, name, text):
    app.tab_to(TEXT, name)
    app.type(text)


def fill_form(app):
    app.type(VISION)
    app.key('Tab')
    app.wait_focus(TEXT, 'Parties')
    for party in PARTIES:
        app.type(party)
        app.key('Return')
    app.key('Tab')
    for objective in OBJECTIVES:
        for name, text in zip(('Objective', 'Who', 'By when'), objective):
            app.wait_focus(TEXT, name)
            app.type(text)
            app.key('Tab')
    answer(app, 'First milestone', MILESTONE[0])
    answer(app, 'When', MILESTONE[1])
    answer(app, 'Next meeting', MEETING)


def finish(app):
    app.key('ctrl+Return')
    app.find('list item', re.compile('^Goals$'), timeout=20)
    until(lambda: app.query('SELECT 1 FROM goal'), 'goals', 20)
    app.wait_focus('table row', OBJECTIVES[0][0])


def titles(app, table):
    return [row[0] for row in app.query('SELECT title FROM "%s" ORDER BY rank' % table)]


def check_records(app):
    """Names are as they were typed, and nothing else is there."""
    equal(sorted(titles(app, 'party')), sorted(PARTIES + ('Ida Nilsen',)), 'parties')
    equal(app.query('SELECT goal.title, party.title FROM goal JOIN party ON party.id = owner ORDER BY goal.rank'),
          [objective[:2] for objective in OBJECTIVES], 'objectives and owners')
    equal(app.query('SELECT milestone.title, goal.title FROM milestone JOIN goal ON goal.id = goal'),
          [(MILESTONE[0], OBJECTIVES[0][0])], 'the first milestone and what it serves')
    equal(app.query('SELECT vision FROM project'), [(VISION,)], 'vision')
    equal(app.query('SELECT count(*) FROM goal WHERE due IS NULL OR NOT shared'), [(0,)], 'goals without a date')
    check(app.query('SELECT next_meeting FROM project')[0][0] is not None, 'there is no next meeting')


def one_page_of_questions(apps):
    """Dates that cannot be read are shown where they stand; Escape goes back; one undo takes all of it."""
    app = start(apps)
    to_form(app)
    app.key('Escape')
    app.wait_focus('list item', 'Open Sample')
    to_form(app)
    app.type(VISION)
    answer(app, 'Objective', OBJECTIVES[0][0])
    answer(app, 'By when', 'soonish')
    app.key('ctrl+Return')
    app.find(None, 'soonish')
    app.wait_focus(TEXT, 'By when')
    app.key('ctrl+a')
    app.type('Q2 2027')
    finish(app)
    equal(titles(app, 'goal'), [OBJECTIVES[0][0]], 'goals')
    equal(app.undo_button().name, 'Undo: Start with “First answers”', 'the step')
    app.undo()
    equal((titles(app, 'goal'), app.can_undo()), ([], False), 'goals after one undo')
    equal(app.query('SELECT vision FROM project'), [(None,)], 'vision after undo')
    app.end()


def add_task(app):
    app.show_page('Timeline')
    app.tab_to('table row', None, key='shift+Tab')
    app.step(lambda: app.add_row(TASK), 'a task')
    until(lambda: TASK in titles(app, 'task'), 'the task')


def set_positions(app):
    """Digits go down the first column, party by party."""
    app.show_page('Stakeholders')
    app.wait_focus('list item', None)
    app.key('Down')
    for value in '213':
        app.step(lambda digit=value: app.key(digit), 'a position')
    equal([row[0] for row in app.query('SELECT value FROM position JOIN goal ON goal.id = goal ORDER BY rank')],
          [2, 1, 3], 'positions')


def print_pack(app):
    """Prints all charts with their cover to a file; returns its path."""
    app.show_page('Print')
    app.find('image', 'Sheet 1 of')
    app.tab_to(None, re.compile('^Sheet$'))
    app.key('space')
    app.wait_focus('list item')
    app.key('End', 'Up', 'Up', 'Up', 'Return')  # the packs stand last, that of the meeting first of them
    app.key('ctrl+p')
    return app.print_to_file('Untitled Project – Meeting Pack')


def ten_minutes(apps):
    begin = time.monotonic()
    app = start(apps)
    to_form(app)
    fill_form(app)
    finish(app)
    check_records(app)
    add_task(app)
    set_positions(app)
    paper = print_pack(app)
    until(lambda: VISION in on_paper(paper), 'the printed pack', 20)
    words = on_paper(paper)
    for text in (VISION, TASK, MILESTONE[0], *PARTIES, *(objective[0] for objective in OBJECTIVES), 'Ida Nilsen'):
        check(text in words, '“%s” is not on paper: %s' % (text, words))
    check('+2' in words and '+3' in words, 'the positions are not on paper: ' + words)
    check(time.monotonic() - begin < LIMIT, 'it took longer than ten minutes')
    app.end()


if __name__ == '__main__':
    sys.exit(run([one_page_of_questions, ten_minutes]))
