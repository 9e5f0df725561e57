#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything has a name and a role, is reached by keyboard and shows the focus."""
import os
import re
import sys

from audit import ONE_STOP, Screen, audit, is_control, is_in_window, path_of, tab_walk
from harness import BUTTON, Failure, check, equal, open_sample, run, start, until
from records import KINDS, command_line, compile_plan, open_kind

SAMPLE_TEXT = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'samples', 'product-launch.txt')
# The window manager has keys for them.
WINDOW_BUTTONS = ('Minimize', 'Maximize', 'Close')
PAGES = ('Today', 'Goals', 'Stakeholders', 'Timeline', 'Print')


def stand_still(app):
    """Waits until the tree of objects stays as it is; gives it."""
    before = None

    def same():
        nonlocal before
        scene = app.look()
        nodes = [node for node in scene.walk() if node.parent is not None]
        app.bus.measure(nodes)
        now = [(node.path, node.name, node.extents()) for node in nodes]
        before, old = now, before
        return scene if now == old else None
    return until(same, 'the window to stand still', 20)


def clean(app, where, inside=None):
    """@inside: role and name of the part that is looked at."""
    scene = stand_still(app)
    controls, found = audit(scene, scene.all(*inside)[0] if inside else None)
    check(controls > 0, where + ' has no control')
    check(not found, '%s: %d findings\n#   %s' % (where, len(found), '\n#   '.join(found)))
    return scene


def missed(scene, stops):
    """What Tab should reach and does not; rows of a list are reached by arrows."""
    reached = {node.path for node in stops}
    window = next(node for node in scene.root.children if 'active' in node.states)
    for node in window.walk():
        if node.path in reached or not is_control(node) or not is_in_window(node) or node.name in WINDOW_BUTTONS:
            continue
        above = list(node.forebears())
        if node.role in ONE_STOP or 'sensitive' not in node.states or any(up.role in ONE_STOP for up in above):
            continue
        # The button of a menu button or a drop-down has the focus for the whole, or the other way round.
        if any(below.path in reached for below in node.walk()) or any(up.path in reached for up in above):
            continue
        yield path_of(node)


def walk(app, where):
    """Every stop of Tab is named and looks different with the focus; nothing is left out."""
    stops, found = tab_walk(app, Screen())
    found += ['cut off: ' + path for path in missed(app.look(), stops)]
    check(len(stops) > 1, '%s has %d stops' % (where, len(stops)))
    check(not found, '%s: %d findings\n#   %s' % (where, len(found), '\n#   '.join(found)))


def start_page(apps):
    app = start(apps)
    clean(app, 'start page')
    walk(app, 'start page')
    app.quit()


def pages(apps):
    app = open_sample(apps)
    app.key('F9')  # the inspector is walked once, with a record
    for page in PAGES:
        app.show_page(page)
        clean(app, page)
        walk(app, page)
    app.quit()


def kinds(apps):
    """The inspector of each kind of record, reached by Ctrl+K."""
    with open(SAMPLE_TEXT, encoding='utf-8') as file:
        text = file.read()
    milestone = re.search(r'^milestone (\S+)', text, re.M)[1]
    text += '\n'.join(('', 'forecast %s 2026-09-01 2027-01-15' % milestone, 'sheet goal-tree headline=Ours',
                       'judgement CON-01:nothing reason="Settled long ago"', ''))
    app = start(apps, compile_plan(text, 'kinds'))
    app.find('list item', 'Goals')
    schema = command_line('schema')
    equal(sorted(re.findall('^([a-z_]+) — ', schema, re.M)), sorted(KINDS), 'kinds of records')
    found = []
    for kind in KINDS:
        app.show_page('Goals')
        inspector = open_kind(app, kind)
        try:
            clean(app, kind, inspector)
        except Failure as failure:
            found.append(str(failure))
    check(not found, '\n# '.join(found))
    app.quit()


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
    sys.exit(run([start_page, pages, kinds, dialogs]))
