#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages made of tables and pictures: records are created, edited, deleted and taken back by keys."""
import os
import re
import subprocess
import sys

from harness import BUTTON, FOLDER, PAGES, TEXT, check, equal, open_sample, run, start, until
from tables import add_edit_delete_undo, count, to_row, to_table, type_row

PSEUDO_LOCALE = os.path.join(os.path.dirname(__file__), '..', '..', 'build-aux', 'pseudo-locale.py')


def risk_register(apps):
    app = open_sample(apps)
    app.show_page('Risks')
    to_table(app)
    add_edit_delete_undo(app, 'risk', ('A strike at the harbour', 'Obtain CE'), 'item',
                         app.query('SELECT id FROM goal WHERE title LIKE \'Obtain CE%\' '
                                   'UNION SELECT id FROM milestone WHERE title LIKE \'Obtain CE%\' '
                                   'UNION SELECT id FROM task WHERE title LIKE \'Obtain CE%\'')[0][0])
    app.quit()


def rows_travel_by_clipboard(apps):
    """Rows are copied as a spreadsheet takes them, and pasted as one undo step."""
    app = open_sample(apps)
    app.show_page('Risks')
    to_row(app, 'The molds come late')
    app.key('ctrl+c')
    until(lambda: app.copied().startswith('The molds come late\t'), lambda: 'the row: %r' % app.copied())
    rows = count(app, 'risk')
    app.clipboard('Risk\tThreatens\nFire in the store\t\t\t2\nFlood\t\t\t9\n')
    app.step(lambda: app.key('ctrl+v'), 'pasted rows')
    equal(count(app, 'risk'), rows + 2, 'risks')
    equal(app.value('risk', 'probability', 'Fire in the store'), 2, 'a pasted number')
    equal(app.value('risk', 'probability', 'Flood'), None, 'a number out of range')
    app.find('label', '1 cell could not be read')
    app.undo()
    equal(count(app, 'risk'), rows, 'risks after undo')
    app.quit()


def many_rows_at_once(apps):
    """Ctrl+Enter stores what is typed in all selected rows."""
    app = open_sample(apps)
    app.show_page('Risks')
    to_table(app)
    rows = count(app, 'risk')
    app.key('ctrl+a')
    app.key('F2')
    app.wait_focus(TEXT, 'Risk')
    app.key('Tab')
    app.wait_focus(TEXT, 'Threatens')
    app.key('Tab')
    app.wait_focus(TEXT, 'Owner')
    app.type('Sales')
    app.step(lambda: app.key('ctrl+Return'), 'one owner for all')
    owned = app.query("SELECT count(*) FROM risk WHERE owner = (SELECT id FROM party WHERE title = 'Sales')")
    equal(owned[0][0], rows, 'risks of Sales')
    app.undo_all()
    app.quit()


def sorted_by_header(apps):
    """A click on a head sorts, the next one the other way, however quick it is."""
    app = open_sample(apps)
    app.show_page('Risks')
    least, most = app.query('SELECT min(impact), max(impact) FROM risk')[0]

    def wait_top(impact):
        until(lambda: app.value('risk', 'impact', app.table_rows()[1][0].name) == impact, 'impact %d on top' % impact)

    head = app.place(app.find('label', re.compile('^Impact$')))
    app.click_at(*head)
    wait_top(least)
    app.click_at(*head)
    wait_top(most)
    app.click_at(*head)
    wait_top(least)
    app.click_at(*head, repeat=3)
    wait_top(most)
    app.quit()


def a_search_finds(apps):
    app = open_sample(apps)
    app.show_page('Risks')
    app.key('ctrl+f')
    app.wait_focus(TEXT)
    app.type('molds')
    until(lambda: [node.name for node in app.table_rows()[1]] == ['The molds come late'], 'one row')
    app.key('Escape')
    until(lambda: len(app.table_rows()[1]) == count(app, 'risk'), 'all rows again')
    check(app.focused() is not None, 'the focus was lost')
    app.quit()


def a_plan_starts(apps):
    """The parked tasks of a contingency plan become work in one step, and undo parks them again."""
    app = open_sample(apps)
    app.show_page('Risks')
    to_row(app, 'The molds come late')
    app.find('push button', 'Start Plan')
    before = app.everything()
    app.key('shift+F10')
    app.wait_focus('menu item')
    app.step(lambda: app.key('p'), 'a started plan')
    check(app.value('risk', 'activated', 'The molds come late') is not None, 'the plan is not active')
    app.find('label', 'is active')
    app.undo()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def opens_in_sample(app, chart):
    """Opens the same page of a sample beside the empty one, and closes it."""
    windows = len(app.visible_windows())
    app.click(app.find('push button', 'Show in Sample'))
    until(lambda: len(app.visible_windows()) > windows, 'another window', 20)
    app.find('list item', None, inside=chart, timeout=20)
    app.key('ctrl+w')
    until(lambda: len(app.visible_windows()) == windows, 'the sample to close', 20)
    app.wait_focus()


def an_empty_page_helps(apps):
    """It offers the first record and the same page of a sample; the sample opens beside it."""
    app = start(apps)
    app.wait_focus('list item', 'Open Sample')
    app.key('Tab', 'ctrl+n')
    app.find('list item', 'Goals', timeout=20)
    app.show_page('Risks')
    app.find('push button', 'Show in Sample')
    app.wait_focus('push button', 'Add First Risk')
    app.key('Return')
    app.wait_focus(TEXT)
    app.type('A flood')
    app.step(lambda: app.key('Return'), 'the first risk')
    equal(count(app, 'risk'), 1, 'risks')
    app.undo_all()
    app.show_page('Resources')
    opens_in_sample(app, ('list', 'Budget'))
    for page, chart in (('Stakeholders', None), ('Timeline', None), ('Goals', ('list', 'Goal Tree'))):
        app.show_page(page)
        app.find('push button', 'Show in Sample')
        if chart is not None:
            opens_in_sample(app, chart)
    app.end()


# What holds something in an empty plan too, and so needs no help to begin.
NEVER_EMPTY = {'Vision': 'a form, whose fields say what to write',
               'Print': 'what is printed is chosen here, whether or not there is something in it'}


def empty_view(scene):
    """The sentence of the empty view that shows, or the name of one that never is; None where a part is missing: the
    picture with its name, the sentence, two buttons that can be pressed, the focus on the first."""
    focused = next((node for node in scene.root.walk() if 'focused' in node.states), None)
    if focused is None or focused.matches(TEXT, 'Vision'):
        return focused and 'Vision'
    pictures = [node for node in scene.all('image', re.compile('^Picture of .')) if node.parent in focused.forebears()]
    if len(pictures) != 1:
        return None
    sentences = [node.name for node in pictures[0].parent.children if node.role == 'label']
    buttons = [node for node in pictures[0].parent.walk() if node.role == 'push button']
    able = [node for node in buttons if node.name and 'sensitive' in node.states]
    begins = len(able) >= 2 and len(able) == len(buttons) and buttons[0] is focused
    return sentences[0] if begins and len(sentences) == 1 and len(sentences[0]) > 30 else None


def walk_empty_views(app, page):
    """Sentences of all views of a page, which Ctrl+Page Down goes round."""
    said = []

    def another():
        now = empty_view(app.look())
        return now if now is not None and now not in said[1:] and now not in said[-1:] else None

    while page != 'Today' or not said:
        now = until(another, lambda: 'the empty view of %s that follows %s; this one says %r' % (
            page, said[-1:], empty_view(app.look())))
        if now in said:
            break
        said.append(now)
        app.key('ctrl+Next')
    return said


def each_empty_view_helps(apps):
    """Every view of an empty plan has its picture, a sentence of its own and two buttons that can be pressed. The
    sample shows the same view; what is taken back gives the focus back to the button."""
    app = start(apps)
    app.wait_focus('list item', 'Open Sample')
    app.key('Tab', 'ctrl+n')
    app.find('list item', 'Goals', timeout=20)
    said = []
    for page in PAGES:
        if page in NEVER_EMPTY:
            continue
        app.show_page(page)
        said += walk_empty_views(app, page)
    equal(sorted({sentence for sentence in said if said.count(sentence) > 1}), [], 'what several views say')
    check(set(said) & set(NEVER_EMPTY) == {'Vision'} and len(said) > 36, 'views: %s' % said)
    app.show_page('Goals')
    app.key('ctrl+Next')
    app.wait_focus('push button', 'Add First KPI')
    app.key('Return')
    app.wait_focus(TEXT)
    app.type('Scrap')
    app.step(lambda: app.key('Return'), 'the first KPI')
    app.undo_all()
    app.wait_focus('push button', 'Add First KPI')
    app.show_page('Timeline')
    app.key('ctrl+Prior')
    app.wait_focus('push button', 'Add First Milestone')
    opens_in_sample(app, ('list', re.compile('Slip')))
    app.end()


def picture_and_table_share(apps):
    """What is selected in the matrix is selected in the register."""
    app = open_sample(apps)
    app.show_page('Risks')
    mark = app.find(None, re.compile('^The molds come late: probability 3, impact 4'))
    app.click(mark)
    until(lambda: [row.name for row in app.table_rows()[1] if 'selected' in row.states] == ['The molds come late'],
          'the row of the risk')
    app.quit()


def show_view(app, name):
    """Chooses a view of the page by its tab."""
    app.click(app.find(('radio button', 'toggle button', 'page tab'), re.compile('^%s$' % name)))


def budget_lines(apps):
    """A line is typed; the picture above knows its sum. Heads of money end where it ends."""
    app = open_sample(apps)
    app.show_page('Resources')
    heads = [node for node in app.look().all('tree table')[0].walk()
             if node.role == 'label' and node.name in ('Planned', 'Committed', 'Spent')]
    app.bus.measure(heads + [head.parent for head in heads])
    equal([head.parent.extents().x + head.parent.extents().width for head in heads],
          [head.extents().x + head.extents().width for head in heads], 'where heads of money end')
    equal(len(heads), 3, 'heads of money')
    goal = app.query('SELECT title FROM goal ORDER BY title LIMIT 1')[0][0]
    to_table(app)
    type_row(app, 'A second film', goal, 'Marketing', '12k')
    app.wait_value('budget', 'planned', 'A second film', 1200000)
    planned = app.query("SELECT sum(planned) FROM budget WHERE party = "
                        "(SELECT id FROM party WHERE title = 'Marketing')")[0][0] // 100
    until(lambda: [node for node in app.look().all(None, re.compile('^Marketing: planned'))
                   if re.sub('[^0-9]', '', node.name.split(',')[0]) == str(planned)], 'the new sum in the picture')
    app.undo_all()
    check(app.value('budget', 'planned', 'A second film') is None, 'the line is still there')
    app.quit()


def people_machines_and_support(apps):
    """Each view adds records of its own sort."""
    app = open_sample(apps)
    app.show_page('Resources')
    before = app.everything()
    for view, table, column, code in (('People', 'party', 'type', 3), ('Technology', 'party', 'type', 5),
                                      ('Support', 'promise', 'type', 1)):
        show_view(app, view)
        rows = count(app, table)
        app.click(app.find('push button', re.compile('^(Person|Technology|Support)$')))
        app.wait_focus(TEXT)
        app.type('New in ' + view)
        app.step(lambda: app.key('Return'), 'a new row')
        equal(count(app, table), rows + 1, 'records after adding in ' + view)
        equal(app.value(table, column, 'New in ' + view), code, 'the type of a record of ' + view)
    app.undo_all()
    equal(app.everything(), before, 'the project after undo')
    app.quit()


def pictures_of_resources(apps):
    """Every number of the pictures is said."""
    app = open_sample(apps)
    app.show_page('Resources')
    show_view(app, 'People')
    app.find(None, re.compile(r'^Tomasz Nowak, week of 18 Jan 2027: 120.%, too much on 5 days'))
    show_view(app, 'Waste')
    app.find(None, re.compile(r'^Preparing the Spanish market, for .*parked or dropped'))
    show_view(app, 'Priorities')
    app.find('label', 'money')
    app.quit()


def misplaced(app):
    """What of the table is cut, or does not stand below its heading."""
    table = app.look().all('tree table')[0]
    rows = [node for node in table.walk() if node.role == 'table row']
    app.bus.measure([table] + rows + [cell for row in rows for cell in row.children])
    room = table.extents()
    heads = [cell.extents() for cell in rows[0].children if cell.is_drawn()]
    found = ['head of %r' % (head,) for head in heads if head.x < room.x or head.x + head.width > room.x + room.width]
    for row in rows[1:]:
        box = row.extents()
        if room.y < box.y < room.y + room.height - box.height and row.is_drawn():
            cells = [cell.extents() for cell in row.children if cell.is_drawn()]
            found += ['%s: cell at %d, head at %d' % (row.name, cell.x, head.x)
                      for cell, head in zip(cells, heads) if (cell.x, cell.width) != (head.x, head.width)]
    return found, heads


def from_right_to_left(apps):
    """The title is on the right, cells stand below their heads, no column is cut."""
    catalogues = os.path.join(FOLDER, 'catalogues')
    subprocess.run([sys.executable, PSEUDO_LOCALE, catalogues], check=True, stdout=subprocess.DEVNULL)
    app = open_sample(apps, env={'LC_ALL': 'ar_EG.UTF-8', 'SIGHTLINE_LOCALEDIR': catalogues})
    for page, shows in (('Goals', app.show_page), ('Timeline', app.show_page), ('Reviews', None)):
        shows(page) if shows else app.show_page(page)
        until(lambda: len(misplaced(app)[1]) > 1 and not misplaced(app)[0],
              lambda: '%s in order: %s' % (page, misplaced(app)))
        heads = misplaced(app)[1]
        check(all(left.x > right.x for left, right in zip(heads, heads[1:])), '%s runs to the left' % page)
    app.quit()


def strips_have_room(apps):
    """The chips of the next steps touch neither the header bar nor the page; a legend takes two lines at most."""
    app = open_sample(apps)
    app.show_page('Stakeholders')
    steps = app.find(None, 'Next steps to the first printed page').extents()
    chip = app.find(BUTTON, re.compile('^Owners ')).extents()
    check(chip.y - steps.y >= 5 and steps.y + steps.height - chip.y - chip.height >= 5,
          'room around a chip %s in %s' % (chip, steps))
    for page in ('Goals', 'Stakeholders', 'Timeline'):
        app.show_page(page)
        legend = app.find('image', re.compile('^Legend;')).extents()
        check(10 < legend.height <= 2 * chip.height, 'two lines of legend below %s: %s' % (page, legend))
    app.quit()


def a_part_of_the_tree_on_paper(apps):
    """Levels and a branch of the goal tree are chosen by keys; other sheets have neither choice."""
    app = open_sample(apps)
    app.show_page('Print')
    sheets = until(lambda: re.search(r'^(\d+) sheets', note(app)), 'several sheets')
    app.tab_to(None, re.compile('^Levels'), limit=20)
    app.key('space', 'Down', 'Return')
    until(lambda: note(app).startswith('1 sheet '), lambda: 'one level on one sheet: ' + note(app))
    app.key('space', 'Home', 'Return')
    until(lambda: note(app).startswith(sheets[0]), lambda: 'all levels: ' + note(app))
    app.tab_to(None, re.compile('^Branch'), limit=20)
    app.key('space', 'Down', 'Return')
    until(lambda: note(app).startswith('1 sheet '), lambda: 'one branch: ' + note(app))
    app.quit()


def note(app):
    """What stands under the preview."""
    found = [node.name for node in app.look().all('label') if 'smallest text' in node.name]
    return found[0] if found else ''


if __name__ == '__main__':
    sys.exit(run([risk_register, rows_travel_by_clipboard, many_rows_at_once, sorted_by_header, a_search_finds,
                  a_plan_starts, an_empty_page_helps, each_empty_view_helps, picture_and_table_share, budget_lines,
                  people_machines_and_support, pictures_of_resources, from_right_to_left, strips_have_room,
                  a_part_of_the_tree_on_paper]))
