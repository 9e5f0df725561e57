# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for everything that a screen reader or a keyboard reaches.

Each finding is a code and a sentence that says which object is meant.
  unnamed   a control has no name, or the name of its C type (what GTK 4.8 falls back to)
  raw       a name holds a mnemonic underscore or says its words twice
  twins     two controls side by side cannot be told apart
  picture   an image has no name and stands in no named control
  small     a control is smaller than 24 by 24 pixels (WCAG 2.2, target size)
  silent    an icon button has no tooltip; newer GTK does not tell
  mute      the focus is somewhere that a screen reader is not told of
  unseen    a control looks the same with the focus and without
  cut off   a control is never reached by Tab"""
import os
import re

from harness import FOLDER, check, pump, sh, until

TARGET_PX = 24
MAX_STOPS = 150
RING_PX = 16
CONTROLS = {'push button', 'button', 'toggle button', 'check box', 'radio button', 'link', 'page tab',
            'combo box', 'entry', 'text', 'spin button', 'slider', 'list item', 'tree item',
            'table row', 'table cell', 'menu item', 'switch', 'tree table', 'list', 'table'}
# Text and cells are as large as their rows; rows are checked themselves.
ANY_SIZE = {'link', 'text', 'entry', 'table cell', 'list', 'table', 'tree table'}
ICON_BUTTONS = {'push button', 'button', 'toggle button'}
# One stop of Tab for all of them; arrows lead from one to the next.
ONE_STOP = ('list', 'tree table', 'table', 'menu', 'page tab list')
# The window manager has keys for them.
WINDOW_BUTTONS = ('Minimize', 'Maximize', 'Close')
TYPE_NAME = re.compile(r'^(Gtk|Adw|Sl)([A-Z][a-z0-9]*)+$')
TEXT_ROLES = ('label', 'text')
# What GTK and libadwaita build themselves and the focus never reaches; newer ones give it no name at all.
ALLOWED = (
    ('unnamed', re.compile(r'tree table\[[^/]*\]/(table row\[GtkListItemWidget\]|list\[GtkColumnListView\])$')),
    ('unnamed', re.compile(r'tree table\[[^/]*\]/list$')),
    ('unnamed', re.compile(r'combo box\[[^/]*\]/panel/panel/list(\[GtkListView\])?(/list item)?$')),
    ('unnamed', re.compile(r'grouping(\[[^/]*\])?/panel/panel/list$')),
    # The row around a switch is what is clicked.
    ('small', re.compile(r'/check box\[[^/]*\]$')),
    # Two records may say the same.
    ('twins', re.compile(r'/list\[Baselines\]$')),
    # The row of a text field repeats the title of the field, which alone has the focus.
    ('raw', re.compile(r'/list item\[([^/]+) \1\]$')),
)


def is_type_name(name):
    return TYPE_NAME.match(name) is not None


def says_twice(name):
    words = name.replace('_', '').split()
    half = len(words) // 2
    return half > 0 and len(words) % 2 == 0 and words[:half] == words[half:]


def is_named(node):
    return node.name.strip() != '' and not is_type_name(node.name)


def is_control(node):
    return node.role in CONTROLS and 'focusable' in node.states


def is_allowed(code, path):
    return any(code == c and pattern.search(path) for c, pattern in ALLOWED)


def path_of(node):
    steps = [node, *node.forebears()]
    return '/'.join('%s[%s]' % (step.role, step.name) if step.name else step.role for step in steps[::-1])[-140:]


def stands_in_named(node):
    return any(is_named(above) and (above.role in CONTROLS or above.role == 'page tab')
               and above.role not in ONE_STOP for above in node.forebears())


def shows_text(node):
    return any(below.role in TEXT_ROLES and below.name and below.is_drawn() for below in node.walk()
               if below is not node)


def tells_tooltips(node):
    return node.bus.toolkit(node.program) < (4, 10)


def findings_of(node):
    if node.role == 'image' and not is_named(node) and not stands_in_named(node):
        yield 'picture', 'an image without a name'
    if not is_control(node):
        return
    if not is_named(node):
        yield 'unnamed', 'called “%s”' % node.name
        return
    if '_' in node.name or says_twice(node.name):
        yield 'raw', 'called “%s”' % node.name
    box = node.extents()
    if node.role not in ANY_SIZE and min(box.width, box.height) < TARGET_PX:
        yield 'small', '%d by %d pixels' % (box.width, box.height)
    if node.role in ICON_BUTTONS and not node.description and not shows_text(node) and tells_tooltips(node):
        yield 'silent', 'an icon without a tooltip'


def twins_of(node):
    seen = set()
    for child in node.children:
        if not is_control(child) or not child.is_drawn() or not is_named(child):
            continue
        if (child.role, child.name, child.description) in seen:
            yield 'twins', '%r more than once' % child
        seen.add((child.role, child.name, child.description))


def is_in_window(node):
    """What is folded away keeps its size, but stands outside the window."""
    window = [node, *node.forebears()][-2].extents()
    box = node.extents()
    return box.x < window.width and box.x + box.width > 0


def audit(scene, inside=None):
    """Looks at what a snapshot shows, or at what stands inside one object of it; gives the number of controls
    and the findings as text."""
    found = []
    controls = 0
    for node in filter(is_in_window, scene.shown(inside)):
        controls += is_control(node)
        for code, what in [*findings_of(node), *twins_of(node)]:
            if not is_allowed(code, path_of(node)):
                found.append('%s: %s: %s' % (code, path_of(node), what))
    return controls, found


class Screen:
    """The picture that the server of this display draws into."""

    def __init__(self):
        size = re.search(r'dimensions:\s+(\d+)x(\d+)', sh('xdpyinfo'))
        self.width, self.height = int(size[1]), int(size[2])
        self.path = os.path.join(FOLDER, 'frame', 'Xvfb_screen0')

    def take(self):
        with open(self.path, 'rb') as file:
            return file.read()[-self.width * self.height * 4:]

    def place(self, app, node):
        """Where a node is on the screen now, with its padding and the ring around it."""
        node.look_again()
        x, y = until(lambda: app.place_now(node, 0, 0), 'a window that holds “%s”' % node.name)
        box = node.extents()
        return (max(x - RING_PX, 0), max(y - RING_PX, 0), min(x + box.width + RING_PX, self.width),
                min(y + box.height + RING_PX, self.height))

    def part(self, place):
        left, top, right, bottom = place
        shot = self.take()
        return [shot[(y * self.width + left) * 4:(y * self.width + right) * 4] for y in range(top, bottom)]

    def stand_still(self, app, node):
        """Place and picture of a node, when it neither moves nor is drawn any more; quick, because GTK hides
        rings after a while."""
        before = None
        while True:
            place = self.place(app, node)
            now = place, self.part(place)
            if now == before:
                return now
            before = now
            pump(0.1)

    def changes(self, place, part):
        try:
            return until(lambda: self.part(place) != part, 'another picture', 3)
        except AssertionError:
            return False


def tab_walk(app, screen):
    """Presses Tab until it comes round; gives the stops and the findings."""
    stops = []
    found = []
    place = part = None
    window = next(node for node in app.look().root.children if 'active' in node.states)
    for _ in range(MAX_STOPS):
        app.key('Tab')
        node = settled_focus(app)
        last = stops[-1] if stops else 'the start'
        if place is not None and not screen.changes(place, part) and not shows_focus(app, screen, stops[-1]):
            found.append('unseen: %r' % last)
        if node is None:
            found.append('mute: after %r' % last)
            place = None
            continue
        if node.path in [stop.path for stop in stops]:
            break
        if not is_named(node):
            found.append('unnamed: %r has the focus, after %r' % (node, last))
        stops.append(node)
        node.parent = window
        place, part = screen.stand_still(app, node)
    return stops, found


def shows_focus(app, screen, node):
    """Looks at the last stop once more, and longer: a busy program may have drawn its ring late."""
    app.key('shift+Tab')
    settled_focus(app)
    pump(1)
    place, part = screen.stand_still(app, node)
    app.key('Tab')
    return screen.changes(place, part)


def settled_focus(app):
    try:
        return until(app.focused, 'a focus', 0.5)
    except AssertionError:
        return None


def stand_still(app):
    """Waits until the tree of objects stays as it is; gives it."""
    before = None

    def same():
        nonlocal before
        scene = app.look()
        now = [(node.path, node.name, node.extents()) for node in scene.shown()]
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
    for node in scene.shown(window):
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
