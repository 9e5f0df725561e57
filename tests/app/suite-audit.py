#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything on the pages and in dialogs has a name and a role, is reached by keyboard and shows the focus."""
import re
import sys

from audit import clean, walk
from harness import BUTTON, TAB, Failure, check, open_sample, run, start

# A program that showed many pages takes long to read.
PAGES_A_START = 4
TAB_LIST = ('page tab list', None)


def start_page(apps):
    app = start(apps)
    clean(app, 'start page')
    walk(app, 'start page')
    app.quit()


def names_of_pages(app):
    """As the sidebar has them."""
    return app.names('list item', inside=('list', 'Pages'))


def pages(apps):
    """Each page and each of its tabs."""
    app = open_sample(apps)
    left = names_of_pages(app)
    check(len(left) > 8, 'pages: %s' % left)
    found = []
    while left:
        app.key('F9')  # the inspector is walked once, with a record
        for page in left[:PAGES_A_START]:
            look_at_page(app, page, found)
        del left[:PAGES_A_START]
        app.quit()
        if left:
            app = open_sample(apps)
    check(not found, '\n# '.join(found))


def look_at_page(app, page, found):
    app.click(app.find('list item', re.compile('^%s$' % page), inside=('list', 'Pages')))
    app.wait_page(page)
    note(found, clean, app, page)
    note(found, walk, app, page)
    tabs = app.names(TAB, inside=TAB_LIST) if app.look().all(*TAB_LIST) else []
    for tab in tabs[1:]:
        app.click(app.find(TAB, re.compile('^%s$' % re.escape(tab)), inside=TAB_LIST))
        note(found, clean, app, page + ', ' + tab)


def note(found, look, app, where):
    """Looks on where something was found."""
    try:
        look(app, where)
    except Failure as failure:
        found.append(str(failure))


def dialogs(apps):
    app = open_sample(apps)
    app.clipboard('Goal\tOwner\tDue\nSell more\tAnna\t15 Mar 2027\nSpend less\tPaul\tQ2 2027\n')
    app.show_page('Goals')
    app.wait_focus('table row', 'Bring Aero 2')
    app.key('ctrl+v')
    app.find('label', 'Sell more', inside=('frame', 'Import'))
    clean(app, 'import')
    walk(app, 'import')
    app.key('Escape')
    app.gone('frame', 'Import')
    app.key('F10')
    app.find('menu item', 'Export')
    clean(app, 'main menu')
    app.key('Escape')
    app.show_page('Goals')
    app.key('l')
    app.find(BUTTON, 'What it does')
    clean(app, 'link popover')
    app.key('Escape')
    app.show_page('Timeline')
    app.key('l')
    app.find(BUTTON, 'Waits for')
    clean(app, 'dependency popover')
    app.key('Escape')
    app.show_page('Print')
    app.tab_to(BUTTON, 'Export…')
    app.key('space')
    app.find('list item', 'Meeting Pack')
    clean(app, 'export')
    app.key('Escape')
    app.gone('list item', 'Meeting Pack')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([start_page, pages, dialogs]))
