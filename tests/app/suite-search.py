#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search from anywhere: any record and any action, by keys and by pointer."""
import glob
import os
import re
import sys

from harness import BUTTON, TEXT, check, equal, open_sample, run, until
from tables import to_tab, to_table

FOUND = ('list', 'Found')
SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
# Actions that nobody asks for by name, and why.
NOT_ASKED_FOR = {
    'win.search': 'it is what asks',
    'win.page': 'each page has an entry of its own',
    'win.view': 'each view has an entry of its own',
    'win.print-sheet': 'each sheet has an entry of its own',
    'win.print-chart': 'a button beside what it prints', 'win.show-cell': 'a link', 'win.show-finding': 'a link',
    'win.explain': 'a click on a number', 'app.help-page': 'a link', 'win.show-inspector': 'a link',
    'win.open-path': 'a line of the start page', 'win.open-sample': 'a line of the start page',
    'win.reopen': 'a line of the start page', 'win.start-own': 'a line of the start page',
    'win.start-import': 'a line of the start page', 'win.start-paste': 'a line of the start page',
    'win.finish-own': 'a button of the first form', 'win.back-to-start': 'a button of the first form',
    'win.show-in-sample': 'a button of empty pages', 'win.add-in': 'a button of empty pages',
    'win.close-learn': 'a button of the card that it closes'}

# Where something is dragged: the words of its key in the window of keys.
TWINS = {
    'sl-outline-drag.c': 'Put a row under another', 'sl-priority-row.c': 'rank a goal higher',
    'sl-tree-view.c': 'Link the goal of a card', 'sl-timeline-view.c': 'Move a bar',
    'sl-power-view.c': 'Move a party or a risk', 'sl-risk-view.c': 'Move a party or a risk',
    'sl-grid-view.c': 'Select a block of cells'}


def search(app, text):
    app.key('ctrl+k')
    app.wait_focus(TEXT, 'Find any record or action')
    app.type(text)


def found(app):
    """What the list shows at this moment, by its words."""
    scene = app.look()
    return [node.name for root in scene.all(*FOUND) for node in scene.all('list item', root=root)]


def wait_first(app, name):
    until(lambda: (found(app) or [''])[0].startswith(name),
          lambda: '“%s” to be the first found, there are %r' % (name, found(app)[:5]))


def inspector_shows(app, name):
    """“Goal: Cut costs” is what the inspector is called then."""
    app.find('panel', name)


def goes_to_records(apps):
    """Case does not count; Enter opens the page, selects and shows in the inspector."""
    app = open_sample(apps)
    search(app, 'FREEZE the Design')
    wait_first(app, 'Freeze the design of Aero 2')
    app.key('Return')
    app.wait_page('Goals')
    app.wait_focus('table row', 'Freeze the design of Aero 2')
    inspector_shows(app, 'Goal: Freeze the design of Aero 2')
    search(app, 'larsson')
    wait_first(app, 'Larsson Stores')
    app.key('Return')
    app.wait_page('Stakeholders')
    inspector_shows(app, 'Party: Larsson Stores')
    app.key('alt+Left')
    app.wait_page('Goals')
    inspector_shows(app, 'Goal: Freeze the design of Aero 2')
    app.key('alt+Right')
    app.wait_page('Stakeholders')
    inspector_shows(app, 'Party: Larsson Stores')
    search(app, 'milestone design freeze')
    wait_first(app, 'Design freeze')
    app.key('Return')
    app.wait_page('Timeline')
    inspector_shows(app, 'Milestone: Design freeze')
    shows_what_has_no_page(app)
    app.quit()


def shows_what_has_no_page(app):
    """A note stands in the inspector, beside the page that is open or beside the goals."""
    text = app.query('SELECT text FROM note ORDER BY text')[0][0]
    app.key('alt+9')
    app.wait_page('Print')
    search(app, 'note ' + text[:20])
    wait_first(app, text[:40])
    app.key('Down')
    app.wait_focus('list item', text[:40])
    app.key('Return')
    app.wait_page('Goals')
    inspector_shows(app, 'Note: ' + text[:40])


def goes_down_from_the_first(apps):
    """Down begins with the first line, also where the list was left further down; a kind comes before what mentions
    it. Ctrl+Q ends the program from the list."""
    app = open_sample(apps)
    search(app, 'larsson')
    wait_first(app, 'Larsson Stores')
    app.key('Down', 'Down', 'Down', 'Down', 'Down', 'Down')
    app.wait_focus('list item', found(app)[5])
    app.key('Escape')
    app.gone(*FOUND)
    search(app, 'partner larsson')
    wait_first(app, 'Make Larsson Stores a partner')
    second = found(app)[1]
    check(second.endswith(', Partner'), 'a Partner does not come before what mentions it: %r' % second)
    app.key('Down')
    app.wait_focus('list item', 'Make Larsson Stores a partner')
    app.key('Down')
    app.wait_focus('list item', second)
    app.quit()


def quits_from_everywhere(apps):
    """Ctrl+Q ends the program from any popover, and stores what is being typed in a cell."""
    for keys, what in (('shift+F10', 'menu item'), ('ctrl+i', 'list item'), ('F2', TEXT)):
        app = open_sample(apps)
        app.wait_focus('table row')
        app.key(keys)
        app.wait_focus(what)
        if keys == 'F2':
            app.key('ctrl+a')
            app.type('Half typed')
        app.quit()
    equal(len(app.query("SELECT id FROM goal WHERE title = 'Half typed'")), 1, 'goals with the title that was typed')


def runs_actions(apps):
    """Actions of the menu, of the page and of keys stand in the same list; Escape leaves no trace."""
    app = open_sample(apps)
    app.wait_focus('table row')
    before = app.focused().name
    app.key('ctrl+k')
    app.wait_focus(TEXT, 'Find any record or action')
    wait_first(app, 'Add a Goal Below')
    app.key('Escape')
    app.gone(*FOUND)
    app.wait_focus('table row', before)
    search(app, 'stakeholders page')
    wait_first(app, 'Stakeholders, Pages')
    app.key('Return')
    app.wait_page('Stakeholders')
    search(app, 'shortcuts')
    wait_first(app, 'Keyboard shortcuts')
    app.key('ctrl+a')
    app.type('nothing is called this')
    app.find('label', '0 records found')
    app.key('Escape')
    app.show_page('Goals')
    search(app, 'add goal below')
    wait_first(app, 'Add a Goal Below')
    app.step(lambda: app.key('Return'), 'adding a goal')
    app.wait_focus(TEXT, 'Title')
    app.key('Escape')
    app.undo()
    works_by_pointer(app)
    app.quit()


# Words, what is found then, its page, what has the focus there.
VIEWS = (('tasks timeline', 'Tasks, Timeline', 'Timeline', 'table row'),
         ('decisions reviews', 'Decisions, Reviews', 'Reviews', 'table row'),
         ('power and interest', 'Power and Interest, Stakeholders', 'Stakeholders', 'list item'))


def next_row(app):
    """Goes one row down; gives its name."""
    before = app.wait_focus('table row').path
    app.key('Down')

    def another():
        node = app.focused()
        return node if node is not None and node.role == 'table row' and node.path != before else None
    return until(another, 'another row').name


def goes_to_views(apps):
    """Each view is found under its page; Alt+Left goes back to page, view, selection and focus."""
    app = open_sample(apps)
    places = [('Goals', next_row(app))]
    for words, line, page, role in VIEWS:
        search(app, words)
        wait_first(app, line)
        app.key('Return')
        app.wait_page(page)
        app.wait_focus(role)
        places.append((page, next_row(app) if role == 'table row' else ''))
    for page, name in places[-2::-1]:
        app.key('alt+Left')
        app.wait_page(page)
        app.wait_focus('table row', name)
    for page, name in places[1:-1]:
        app.key('alt+Right')
        app.wait_page(page)
        app.wait_focus('table row', name)
    app.key('ctrl+Next')
    app.wait_focus('table row', re.compile('^(?!%s)' % re.escape(places[2][1])))
    app.quit()


def focus_of(app):
    node = app.focused()
    return node.role, node.name


def comes_back(app, page, follow, target):
    """What the link leads to has the focus; Alt+Left gives it back to where it was."""
    place = focus_of(app)
    follow()
    app.wait_focus(None, target)
    app.key('alt+Left')
    app.wait_page(page)
    app.wait_focus(*place)


def comes_back_from_links(apps):
    """Links of findings, of panels that say why, and of pictures."""
    app = open_sample(apps)
    app.show_page('Alignment')
    to_tab(app, 'Findings')
    app.find(BUTTON, re.compile('^Apply'), timeout=30)
    app.click(app.find('list item', re.compile('^Low: Finance gives')))
    app.wait_focus('list item', re.compile('^Low: Finance gives'))

    def by_menu():
        app.click(app.find('list item', re.compile('^Finance$')), button=3, fx=0.3)
        app.wait_focus('menu item')
        app.click(app.find('menu item', 'Show on Its Page'))
        app.wait_page('Stakeholders')

    def by_number():
        app.key('ctrl+i')
        app.wait_focus('list item', re.compile('^Starts at'))
        app.key('End', 'Return')
        app.gone('list', 'What goes in')

    comes_back(app, 'Alignment', by_menu, re.compile('^Finance$'))
    app.show_page('Timeline')
    to_table(app)
    app.key('Home', 'Down', 'Down')
    app.wait_focus('table row', 'Build and test the second')
    comes_back(app, 'Timeline', by_number, 'Agree on requirements')
    app.quit()


def read_source(path):
    with open(os.path.join(SOURCES, path), encoding='utf-8') as file:
        return file.read()


def known_actions():
    """What has a key or stands in the main menu: actions with the words that people read."""
    keys = re.findall(r'\{ "([a-z]+\.[^"]+)", "[^"]*",\s*N_ \("([^"]+)"\)', read_source('src/app/sl-shortcuts.c'))
    menu = read_source('ui/window/sl-window.ui').split('<menu id="main_menu">')[1]
    entries = re.findall(r'translatable="yes">([^<]+)</attribute>\s*<attribute name="action">([^<]+)', menu)
    return dict([(action, words.replace('_', '')) for words, action in entries] + keys)


def sources_of_program():
    return glob.glob(os.path.join(SOURCES, 'src', 'app', '**', '*.c'), recursive=True)


def files_that_drag():
    return {os.path.basename(path) for path in sources_of_program()
            if re.search(r'->drag_begin = |gtk_drag_source_new', read_source(path))}


def installed_actions():
    """The actions of the program and of its windows, by the source."""
    names = set()
    for path in sources_of_program():
        names.update(re.findall(r'install_(?:property_)?action \(\s*\w+, "(win\.[a-z-]+)"', read_source(path)))
    entries = re.findall(r'\.name = "([a-z-]+)"', read_source('src/app/sl-application.c'))
    return names | {'app.' + name for name in entries}


def every_action_is_found(apps):
    """With its key. A new action stands in the table of keys or in a menu, or says why not."""
    known = known_actions()
    reachable = {action.split('::')[0] for action in known}
    installed = installed_actions()
    check(len(installed) > 30 and len(known) > 30, 'the source is read wrongly')
    equal(sorted(installed - reachable - set(NOT_ASKED_FOR)), [], 'actions that cannot be found by their words')
    equal(sorted(set(NOT_ASKED_FOR) - installed), [], 'actions that are no more')
    equal(sorted(files_that_drag()), sorted(TWINS), 'where something is dragged, and the keys for it')
    app = open_sample(apps)
    app.wait_focus('table row')
    app.key('ctrl+question')
    app.find('list item', 'Save now', inside=('frame', 'Keyboard Shortcuts'))
    listed = [node.name for node in app.look().walk() if node.role == 'list item']
    untold = [words for words in TWINS.values() if not any(words in name for name in listed)]
    equal(untold, [], 'keys that are not told')
    app.key('Escape')
    app.wait_focus('table row')
    for title in ('Hire a translator', 'Hire a lawyer'):
        app.step(lambda title=title: app.add_row(title), 'a goal')
    app.undo()
    app.key('ctrl+k')
    wait_first(app, 'Add a Goal Below')
    lines = {node.name.rsplit(', ', 1)[0].lower(): node.description
             for root in app.look().all(*FOUND) for node in root.walk() if node.role == 'list item'}
    missing = [words for action, words in known.items() if action != 'win.search' and words.lower() not in lines]
    equal(missing, [], 'actions that are not listed')
    for words, key in (('Print what was printed last', 'Ctrl+P'), ('Next finding', 'F8'), ('Undo', 'Ctrl+Z')):
        equal(lines[words.lower()], key, 'the key of ' + words)
    app.key('Escape')
    app.gone(*FOUND)
    app.quit()


def works_by_pointer(app):
    """A click on the button and one on a line; letters typed in the list go on with the words."""
    app.click(app.find(BUTTON, 'Search'))
    app.wait_focus(TEXT, 'Find any record or action')
    app.type('tomasz')
    wait_first(app, 'Tomasz Nowak')
    app.key('Down')
    app.type(' now')
    app.wait_focus(TEXT, 'Find any record or action')
    wait_first(app, 'Tomasz Nowak')
    app.click(app.find('list item', 'Tomasz Nowak', inside=FOUND))
    app.wait_page('Stakeholders')
    inspector_shows(app, 'Party: Tomasz Nowak')
    equal(app.can_undo(), False, 'whether searching has changed anything')
    check('Search' in app.names(BUTTON), 'the button is gone')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([goes_to_records, goes_down_from_the_first, quits_from_everywhere, goes_to_views,
                  comes_back_from_links, runs_actions, every_action_is_found]))
