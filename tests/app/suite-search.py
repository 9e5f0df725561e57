#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search from anywhere: any record and any action, by keys and by pointer."""
import sys

from harness import BUTTON, TEXT, check, equal, open_sample, run, until

FOUND = ('list', 'Found')


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
    sys.exit(run([goes_to_records, runs_actions]))
