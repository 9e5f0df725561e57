#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of resources and risks: what is dragged, typed and pasted there."""
import re
import sys

from audit import audit
from harness import BUTTON, TEXT, check, equal, run, start, until
from records import choose_found, compile_plan, search
from tables import to_tab, to_table

PLAN = """
project "Works"
party sales "Sales" type=department power=8 interest=6
goal move "Move to the new hall" level=objective owner=sales status=active
party anna "Anna" type=person parent=sales
party saw "Saw" type=technology capacity=2
task pack "Pack the machines" owner=anna goal=move start=2026-11-16 due=2026-11-27 effort=10
task build "Build the ramp" owner=anna goal=move start=2026-11-23 due=2026-12-04 effort=10
allocation pack anna 0.8
budget "Ramp" item=move party=sales planned=12k spent=2k
risk fire "Fire in the hall" item=move probability=4 impact=5 residual_probability=2 residual_impact=3
risk flood "Flood" item=move probability=2 impact=2
risk storm "Storm" item=move
"""

STEPS = 'probability, impact, residual_probability, residual_impact'


def open_plan(apps, page, tab):
    app = start(apps, compile_plan(PLAN, 'works'))
    app.find('list item', 'Goals')
    app.show_page(page)
    to_tab(app, tab)
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    return app


def steps(app, risk):
    return app.query('SELECT %s FROM risk WHERE title = ?' % STEPS, risk)[0]


def disc(app, risk):
    """The list beside the matrix says the same, in a wide line."""
    app.find('list item', re.compile('^%s: probability' % risk))
    return min(app.look().all('list item', re.compile('^%s: probability' % risk)), key=lambda node: node.extents().width)


def risks_are_moved(apps):
    """By pointer and by keys, one step each: a disc is the risk as it is, a ring what is left of it."""
    app = open_plan(apps, 'Risks', 'Matrix')
    before = app.everything()
    fire, flood = (app.place(disc(app, name)) for name in ('Fire in the hall', 'Flood'))
    app.step(lambda: app.drag(fire, flood), 'a dragged disc')
    equal(steps(app, 'Fire in the hall'), (2, 2, 2, 3), 'a dragged disc')
    app.undo()
    ring = app.find('list item', 'After countermeasures: Fire in the hall')
    app.step(lambda: app.drag(app.place(ring), flood), 'a dragged ring')
    equal(steps(app, 'Fire in the hall'), (4, 5, 2, 2), 'a dragged ring')
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.click(disc(app, 'Flood'))
    app.wait_focus('list item', 'Flood: probability 2, impact 2')
    app.step(lambda: app.key('ctrl+Up'), 'a key')
    equal(steps(app, 'Flood'), (3, 2, None, None), 'a step up')
    app.step(lambda: app.key('ctrl+shift+Left'), 'a key with Shift')
    equal(steps(app, 'Flood'), (3, 2, 3, 1), 'what is left of it')
    app.wait_focus('list item', 'Flood: probability 3, impact 2')
    app.tab_to('list item', 'After countermeasures: Flood', key='Left')
    app.step(lambda: app.key('ctrl+Right'), 'a ring back on its disc')
    equal(steps(app, 'Flood'), (3, 2, 3, 2), 'a ring back on its disc')
    app.wait_focus('list item', re.compile('^Flood: probability 3, impact 2'))
    row = app.find('list item', 'Storm: not estimated')
    app.step(lambda: app.drag(app.place(row), flood), 'a risk from the list')
    equal(steps(app, 'Storm'), (2, 2, None, None), 'a risk from the list')
    app.find('table row', 'Storm')
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def bookings(app):
    return sorted(app.query('SELECT task.title, party.title, units FROM allocation JOIN task ON task.id = task '
                            'JOIN party ON party.id = party'))


def bookings_are_typed(apps):
    """By key, in place and by paste; what is too much is a number in the picture of weeks."""
    app = open_plan(apps, 'Resources', 'Bookings')
    before = app.everything()
    pack = ('Pack the machines', 'Anna', 0.8)
    to_table(app)
    app.key('Insert')
    app.wait_focus(TEXT)
    equal(bookings(app), [pack, ('Pack the machines', 'Saw', 1.0)], 'a booking of the next, for the same task')
    app.type('70%')
    app.step(lambda: app.key('Return'), 'a typed share')
    until(lambda: ('Pack the machines', 'Saw', 0.7) in bookings(app), lambda: 'it is %r' % bookings(app))
    app.clipboard('Task\tWho\tShare of the day\nBuild the ramp\tSaw\t300%\nBuild the ramp\tAnna\t70%\n')
    app.step(lambda: app.key('ctrl+v'), 'pasted bookings')
    until(lambda: ('Build the ramp', 'Saw', 3.0) in bookings(app), lambda: 'it is %r' % bookings(app))
    typed = bookings(app)
    app.wait_focus('table row')
    app.key('Home')
    app.key('F2')
    app.wait_focus(TEXT)
    app.key('shift+Tab')
    app.wait_focus(TEXT, re.compile('Who'))
    app.key('ctrl+a')
    app.type('Sales')
    app.step(lambda: app.key('Tab'), 'a booking of somebody else')
    equal(bookings(app), sorted([('Pack the machines', 'Sales', 0.8)] + [row for row in typed if row != pack]),
          'the same booking of somebody else')
    app.wait_focus(TEXT, re.compile('Share of the day'))
    app.key('Escape')
    app.wait_focus('table row')
    app.tab_to(BUTTON, re.compile('^Task: Pack the machines'))
    app.key('space')
    app.wait_focus('list item')
    app.key('End')
    app.step(lambda: app.key('Return'), 'a booking for another task')
    check(('Build the ramp', 'Sales', 0.8) in bookings(app), 'it is %r' % bookings(app))
    app.find(BUTTON, re.compile('^Task: Build the ramp'))
    app.undo()
    app.undo()
    equal(bookings(app), typed, 'the bookings after undo')
    to_tab(app, 'People')
    app.find('list item', re.compile('^Anna, week of 23 Nov 2026: 150\\s%, too much on 5 days'))
    to_tab(app, 'Technology')
    app.find('list item', re.compile('^Saw, week of 23 Nov 2026: 185\\s%'))
    app.find('label', re.compile('^Two weeks are too full, the fullest with 185\\s%: Saw'))
    numbers_are_explained(app)
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def explain(app, at, title, subject, *rows):
    """Ctrl+I where the focus is: the first number is that one, and at once."""
    panel = ('list', 'What goes in')
    app.click(at)
    app.wait_focus(at.role, at.name)
    app.key('ctrl+i')
    app.find(*panel)
    scene = app.look()
    inputs = [node.name for node in scene.all('list item', root=scene.all(*panel)[0])]
    labels = [node.name for node in scene.all('label')]
    check(title in labels and subject in labels, 'no %s of %s: %r' % (title, subject, labels))
    for row in rows:
        check(any(re.match(row, name) for name in inputs), 'no %r in %r' % (row, inputs))
    app.key('Escape')
    app.gone(*panel)
    app.wait_focus(at.role, at.name)


def numbers_are_explained(app):
    """A week, a machine's week, a booking, the money of a party: what is shown, and nothing before it."""
    to_tab(app, 'Technology')
    explain(app, app.find('list item', re.compile('^Saw, week of 23 Nov 2026')), 'Booked',
            'Saw, week of 23 Nov 2026')
    to_tab(app, 'People')
    explain(app, app.find('list item', re.compile('^Anna, week of 23 Nov 2026')), 'Booked',
            'Anna, week of 23 Nov 2026', r'Pack the machines, 80\s% of 5 days: 80\s%$')
    to_tab(app, 'Bookings')
    explain(app, app.find('table row', re.compile('^Pack the machines')), 'Work booked', 'Saw, for “Pack the machines”')
    to_tab(app, 'Budget')
    explain(app, app.find('list item', re.compile('^Sales: planned')), 'Money planned', 'Sales', '^Ramp: ')


def sheets_are_chosen(apps):
    """A pack for an occasion, and what is in it; a sheet for which there is nothing is left out."""
    app = start(apps, compile_plan(PLAN, 'works'))
    app.find('list item', 'Goals')
    search(app, 'Meeting Pack')
    choose_found(app, re.compile('^Print: Meeting Pack'))
    app.find('spin button', 'Copies:', timeout=20)  # the dialog of GTK
    app.key('Escape')
    app.gone('spin button', 'Copies:')
    app.wait_page('Print')
    sheets = app.find('image', re.compile(r'^Sheet 1 of [3-9]')).name
    app.tab_to(None, 'Risks')
    found = audit(app.look())[1]
    check(not found, '\n#   '.join(found))
    app.key('space')
    until(lambda: app.find('image', 'Sheet 1 of').name != sheets, 'fewer sheets')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([risks_are_moved, bookings_are_typed, sheets_are_chosen]))
