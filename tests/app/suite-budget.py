#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many events each interaction takes, from a named start. What is typed, and going to the record that is meant, is
not counted; every other key and click is. After each one the database and the focus are looked at.

One program serves all of them: each leaves the project as it was."""
import os
import re
import sys

from harness import BUTTON, FOLDER, TEXT, check, equal, on_paper, open_sample, run, until
from records import open_kind
from tables import to_row, to_tab

HOME = 'Bring Aero 2 to market'


class Events:
    """Passes events on and counts them."""

    def __init__(self, app):
        self.app = app
        self.count = 0

    def key(self, *keys):
        self.count += len(keys)
        self.app.key(*keys)

    def click(self, node, **options):
        self.count += 1
        self.app.click(node, **options)

    def drag(self, start, end):
        self.count += 1
        self.app.drag(start, end)

    def choose_action(self, words):
        """Ctrl+K, some words, Enter."""
        self.key('ctrl+k')
        self.app.wait_focus(TEXT, 'Find any record or action')
        self.app.type(words)
        self.app.find('list item', re.compile('^' + re.escape(words)))
        self.key('Return')


def go_home(app):
    """The first goal, from anywhere."""
    app.show_page('Goals')
    app.tab_to('table row', None, key='shift+Tab')
    app.key('Home')
    app.wait_focus('table row', HOME)


def interaction(budget):
    """A test that may take so many events; it gets the program and the counter, standing on the first goal, and must
    leave the project as it was."""
    def wrap(body):
        def test(apps):
            app = apps[0] if apps else open_sample(apps)
            go_home(app)
            before = app.everything()
            events = Events(app)
            body(app, events)
            check(events.count <= budget, '%d events instead of %d' % (events.count, budget))
            check(app.focused() is not None, 'the focus was lost')
            app.undo_all()
            equal(app.everything(), before, 'the project after undo')
        test.__name__ = body.__name__
        return test
    return wrap


def see_printed(app, sheet, text=HOME):
    """Enter in the dialog prints; the file it goes to is that of the sheet."""
    paper = os.path.join(FOLDER, 'Product launch: Aero 2 – %s.pdf' % sheet)
    if os.path.exists(paper):
        os.unlink(paper)
    app.find(BUTTON + ('label',), sheet + '.pdf')
    app.key('Return')
    until(lambda: text in on_paper(paper), 'the printed sheet', 20)
    app.wait_page('Print')
    app.find(None, re.compile('^%s$' % sheet))


@interaction(1)
def print_the_one_pager(app, events):
    """The first time; here it must be said once that there is no printer."""
    events.key('ctrl+p')
    paper = app.print_to_file('Product launch: Aero 2 – Alignment on a Page')
    until(lambda: HOME in on_paper(paper), 'the printed page', 20)
    app.wait_page('Print')


@interaction(2)
def print_any_pack(app, events):
    events.choose_action('Print: Board')
    see_printed(app, 'Board')


@interaction(1)
def print_the_last_pack(app, events):
    events.key('ctrl+p')
    see_printed(app, 'Board')


@interaction(2)
def print_what_i_see(app, events):
    app.show_page('Timeline')
    events.key('ctrl+shift+p')
    app.wait_page('Print')
    app.find('image', 'Sheet 1 of')
    app.wait_focus(BUTTON, 'Print')
    events.key('Return')
    see_printed(app, 'Timeline', 'Design freeze')


@interaction(2)
def choose_the_copy_for_somebody(app, events):
    app.show_page('Print')
    events.click(app.find('label', re.compile('^For$')))
    app.wait_focus('list item', 'Ourselves')
    app.tab_to('list item', 'Larsson Stores', key='Down')
    events.key('Return')
    app.key('ctrl+p')
    see_printed(app, 'Timeline', 'copy for Larsson Stores')


@interaction(1)
def why_is_this_number(app, events):
    events.key('ctrl+i')
    app.find('list', 'What goes in')
    app.key('Escape')
    app.wait_focus('table row', HOME)


@interaction(1)
def why_do_two_work_against_each_other(app, events):
    """A click on the line between two goals."""
    to_row(app, 'Keep the unit cost', 'shift+Tab')
    line = app.find('list item', re.compile('^“Cut development time.* hurts “Keep the unit cost'))
    events.click(line, fx=0.05, fy=1.0)  # it begins at the lower left
    app.find('panel', 'Goal link: ')
    app.find(TEXT, 'Reason')


@interaction(1)
def find_anything(app, events):
    events.key('ctrl+k')
    app.wait_focus(TEXT)
    app.type('The molds come late')
    app.find('list item', 'The molds come late')
    app.key('Return')
    app.wait_page('Risks')
    app.wait_focus(None, 'The molds come late')


@interaction(1)
def add_a_sibling(app, events):
    goals = len(app.query('SELECT id FROM goal'))
    events.key('Return')
    app.wait_focus(TEXT, 'Title')
    app.type('Hire a translator')
    app.step(lambda: app.key('Return'), 'a goal')
    equal(len(app.query('SELECT id FROM goal')), goals + 1, 'goals')
    app.wait_focus('table row', 'Hire a translator')


def is_under_home(app, title):
    return app.query('SELECT 1 FROM goal g JOIN goal p ON p.id = g.parent WHERE p.title LIKE ? AND g.title = ?',
                     HOME + '%', title) == [(1,)]


@interaction(2)
def add_a_child(app, events):
    events.key('Return')
    app.wait_focus(TEXT, 'Title')
    app.type('Hire a translator')
    app.step(lambda: events.key('Tab'), 'the title and its indent')
    app.key('Return')
    app.wait_focus('table row', 'Hire a translator')
    check(is_under_home(app, 'Hire a translator'), 'it is no child of the goal above')


@interaction(2)
def move_under_another(app, events):
    app.step(lambda: app.add_row('Hire a translator'), 'a goal')
    app.wait_focus('table row', 'Hire a translator')
    events.key('ctrl+x')
    app.key('Home')
    app.wait_focus('table row', HOME)
    app.step(lambda: events.key('ctrl+v'), 'the move')
    check(is_under_home(app, 'Hire a translator'), 'it is not under the goal that was chosen')


@interaction(1)
def drag_under_another(app, events):
    app.step(lambda: app.add_row('Hire a translator'), 'a goal')
    app.wait_focus('table row', 'Hire a translator')
    places = [app.place(app.find('table row', name), 0.2) for name in ('Hire a translator', 'Earn 1.1 million')]
    app.step(lambda: events.drag(*places), 'the move')
    equal(app.query('SELECT p.title LIKE ? FROM goal g JOIN goal p ON p.id = g.parent WHERE g.title = ?',
                    'Earn 1.1 million%', 'Hire a translator'), [(1,)], 'whether it is under where it was dropped')


@interaction(1)
def helps_or_hurts(app, events):
    events.key('l')
    app.wait_focus(BUTTON, 'What it does')
    app.key('Escape')
    app.wait_focus('table row', HOME)


@interaction(1)
def helps_or_hurts_by_drag(app, events):
    """From card to card, where the whole tree is in sight."""
    app.tab_to('list item', HOME)
    app.key('ctrl+0')
    cards = [app.find('list item', re.compile('^' + name)) for name in (HOME, 'Earn 1.1 million')]
    events.drag(*(app.place(card) for card in cards))
    app.wait_focus(BUTTON, 'What it does')
    app.find(BUTTON, re.compile('^Other goal: Earn 1.1 million'))
    app.key('Tab', 'Tab')
    app.wait_focus(TEXT, None)
    app.step(lambda: app.key('Return'), 'the link')
    equal(app.query('SELECT strength FROM goal_link JOIN goal s ON s.id = source JOIN goal t ON t.id = target '
                    'WHERE s.title LIKE ? AND t.title LIKE ?', HOME + '%', 'Earn 1.1 million%'), [(60,)], 'the link')


def first_cell(app):
    app.show_page('Stakeholders')
    to_tab(app, 'Matrix')
    app.tab_to('list item', None)
    app.tab_to('list item', 'Management board: ', key='Up')
    app.key('Down')
    return app.wait_focus('list item', HOME).name


def position(app):
    return app.query('SELECT value FROM position JOIN goal ON goal.id = goal JOIN party ON party.id = party '
                     'WHERE goal.title LIKE ? AND party.title = ?', HOME + '%', 'Management board')


@interaction(1)
def say_a_position_by_click(app, events):
    cell = first_cell(app)
    app.key('Down')
    app.wait_focus('list item', 'Cut development time')
    events.click(app.find('list item', cell))
    app.wait_focus('list item', HOME)
    app.step(lambda: app.key('1'), 'a position')
    equal(position(app), [(1,)], 'position')
    app.wait_focus('list item', 'Cut development time')


@interaction(1)
def say_a_position_by_key(app, events):
    first_cell(app)
    app.step(lambda: events.key('2'), 'a position')
    equal(position(app), [(2,)], 'position')
    app.wait_focus('list item', 'Cut development time')


@interaction(2)
def check_in_on_a_goal(app, events):
    events.key('ctrl+e')
    app.wait_focus(TEXT, 'Progress')
    app.type('55')
    app.step(lambda: events.key('Return'), 'a check-in')
    equal(app.query('SELECT progress FROM goal WHERE title LIKE ?', HOME + '%'), [(0.55,)], 'progress')
    app.wait_focus(TEXT, 'Progress')


@interaction(1)
def check_in_on_many(app, events):
    """Enter is typing here: it ends a line, and the next goal is there."""
    progress = app.query('SELECT id, progress FROM goal')
    events.key('ctrl+e')
    for number in ('11', '12', '13'):
        app.wait_focus(TEXT, 'Progress')
        app.type(number)
        app.step(lambda: app.key('Return'), 'a check-in')
    changed = [row[1] for row in app.query('SELECT id, progress FROM goal') if row not in progress]
    equal(sorted(changed), [0.11, 0.12, 0.13], 'progress that changed')


@interaction(2)
def apply_a_fix(app, events):
    decisions = len(app.query('SELECT id FROM decision'))
    events.key('F8')
    app.wait_page('Alignment')
    app.find(BUTTON, re.compile('^Apply'), timeout=30)
    app.step(lambda: events.key('ctrl+1'), 'a fix')
    check(len(app.query('SELECT id FROM decision')) > decisions, 'the fix was not written down')


@interaction(2)
def accept_a_finding(app, events):
    app.key('F8')
    app.wait_page('Alignment')
    app.find(BUTTON, 'Accept…', timeout=30)
    events.key('a')
    app.wait_focus(TEXT, 'Why is it accepted?')
    app.type('The fair comes first')
    app.step(lambda: events.key('Return'), 'an accepted finding')
    equal(app.query('SELECT count(*) FROM judgement WHERE reason = ?', 'The fair comes first'), [(1,)], 'the reason')


@interaction(2)
def activate_a_plan(app, events):
    app.show_page('Risks')
    to_row(app, 'The molds come late')
    events.key('shift+F10')
    app.wait_focus('menu item')
    app.step(lambda: events.key('p'), 'a started plan')
    check(app.value('risk', 'activated', 'The molds come late') is not None, 'the plan is not active')
    app.wait_focus('table row', 'The molds come late')


@interaction(1)
def undo_one_step(app, events):
    app.step(lambda: app.add_row('Hire a translator'), 'a goal')
    app.step(lambda: events.key('ctrl+z'), 'undo')
    equal(app.value('goal', 'title', 'Hire a translator'), None, 'the goal after undo')
    app.wait_focus('table row', None)


@interaction(2)
def restore_from_the_trash(app, events):
    app.step(lambda: app.key('Delete'), 'a deletion')
    app.wait_focus('table row', 'Earn 1.1 million')
    goals = app.query('SELECT count(*) FROM goal')
    app.show_page('Reviews')
    events.click(app.find(None, re.compile('^Deleted$'), inside=('page tab list', None)))
    app.step(lambda: events.click(app.find(BUTTON, re.compile('^Restore “' + HOME))), 'what was deleted')
    check(app.query('SELECT count(*) FROM goal') > goals, 'it is not there again')
    app.wait_focus(None, re.compile('^Deleted$'))


@interaction(2)
def who_does_not_know_yet(app, events):
    events.choose_action('Who does not know yet')
    app.wait_page('Reviews')
    row = app.wait_focus('list item', 'does not know yet')
    app.key('Tab')
    app.wait_focus(BUTTON, 'Knows Now')
    app.step(lambda: app.key('Return'), 'a confirmation')
    app.gone('list item', row.name)


@interaction(2)
def change_a_target_with_reason(app, events):
    """The target of a KPI, in the inspector."""
    open_kind(app, 'kpi')
    app.tab_to(TEXT, re.compile('^Target$'))
    app.key('ctrl+a')
    app.type('77')
    app.step(lambda: events.key('Return'), 'the new target')
    app.wait_focus(TEXT, 'Why was it changed?')
    app.type('The fair is later')
    app.step(lambda: events.key('Return'), 'the reason')
    equal(app.query('SELECT count(*) FROM version WHERE reason = ?', 'The fair is later'), [(1,)], 'the reason')
    app.wait_focus(TEXT, 'Target')


@interaction(1)
def compare_with_last_meeting(app, events):
    changed = re.compile('Start series production.*Since 9 Nov: Due: 22 Feb 2027 → 8 Mar 2027')
    events.key('ctrl+d')
    app.find('list item', changed)
    app.find(BUTTON, 'Changes since 9 Nov are marked')
    app.wait_focus('table row', HOME)
    app.show_page('Alignment')
    counts = re.compile(r'^Findings: \d+ new since 9 Nov 2026, \d+ gone$')
    app.click(app.find(BUTTON, counts))
    app.find('label', re.compile('^△ new since 9 Nov 2026 · '))
    app.find(BUTTON, re.compile(r'^Communication gaps: .* · was '))
    app.key('ctrl+d')
    app.gone(BUTTON, counts)
    app.gone('label', re.compile('^△ new since'))
    app.show_page('Goals')
    app.gone('list item', changed)
    app.wait_focus('table row', HOME)


@interaction(0)
def letters_of_meeting_lists_wait(app, events):
    """Decisions, actions, promises and concerns by one letter come with the minutes; until then letters do nothing."""
    app.show_page('Reviews')
    to_tab(app, 'Meetings')
    app.tab_to('table row', None)
    for letter in 'dapcv':
        app.key(letter)
    check(not app.can_undo(), 'a letter of a meeting list does something now: count its event')
    app.wait_focus('table row', None)


if __name__ == '__main__':
    sys.exit(run([print_the_one_pager, print_any_pack, print_the_last_pack, print_what_i_see,
                  choose_the_copy_for_somebody, why_is_this_number, why_do_two_work_against_each_other, find_anything,
                  add_a_sibling, add_a_child, move_under_another, drag_under_another, helps_or_hurts,
                  helps_or_hurts_by_drag, say_a_position_by_click, say_a_position_by_key, check_in_on_a_goal,
                  check_in_on_many, apply_a_fix, accept_a_finding, activate_a_plan, undo_one_step,
                  restore_from_the_trash, who_does_not_know_yet, change_a_target_with_reason,
                  compare_with_last_meeting, letters_of_meeting_lists_wait], shared=True))
