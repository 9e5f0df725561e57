# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for everything that a screen reader or a keyboard reaches.

Each finding is a pair: a code and a sentence that says which object is meant.
  unnamed   a control has no name, or the name of its C type (what GTK 4.8 falls back to)
  raw       a name holds a mnemonic underscore or says its words twice
  twins     two controls side by side cannot be told apart
  picture   an image has no name and stands in no named control
  small     a control is smaller than 24 by 24 pixels (WCAG 2.2, target size)
  silent    an icon button has no tooltip
"""
import re

from harness import App

TARGET_PX = 24
CONTROLS = {'push button', 'button', 'toggle button', 'check box', 'radio button', 'link', 'page tab',
            'combo box', 'entry', 'text', 'spin button', 'slider', 'list item', 'tree item',
            'table row', 'table cell', 'menu item', 'switch', 'tree table', 'list', 'table'}
# Text and cells are as large as their rows; rows are checked themselves.
ANY_SIZE = {'link', 'text', 'entry', 'table cell', 'list', 'table', 'tree table'}
ICON_BUTTONS = {'push button', 'button', 'toggle button'}
TYPE_NAME = re.compile(r'^(Gtk|Adw|Sl)([A-Z][a-z0-9]*)+$')
TEXT_ROLES = ('label', 'text')

# What GTK 4.8 itself leaves without a name and gives no way to change.
ALLOWED = (
    # AdwEntryRow hands its title to the text field inside; the row around it repeats the words.
    ('raw', re.compile(r'/list item\[(.+) \1\]/')),
)


def is_type_name(name):
    return TYPE_NAME.match(name) is not None


def says_twice(name):
    words = name.replace('_', '').split()
    half = len(words) // 2
    return half > 0 and len(words) % 2 == 0 and words[:half] == words[half:]


def size_of(node):
    """Width and height in pixels; None where the object has no place on screen."""
    try:
        box = App.extents(node)
    except Exception:
        return None
    return box.width, box.height


class Visit:
    """One object with what its forebears say about it."""

    def __init__(self, node, path='', in_named=False):
        self.node = node
        self.role = node.getRoleName()
        self.name = (node.name or '').strip()
        self.path = path + '/' + self.role + ('[%s]' % self.name if self.name else '')
        self.size = size_of(node)
        self.shown = self.size is None or (self.size[0] > 0 and self.size[1] > 0)
        self.control = self.role in CONTROLS and 'focusable' in App.states(node)
        self.in_named = in_named
        self.named = self.name != '' and not is_type_name(self.name)

    def children(self):
        inside = self.in_named or (self.named and (self.control or self.role == 'page tab'))
        for i in range(self.node.childCount):
            child = self.node.getChildAtIndex(i)
            if child is not None:
                yield Visit(child, self.path, inside)

    def shows_text(self):
        return any(child.role in TEXT_ROLES and child.name and child.shown or child.shows_text()
                   for child in self.children() if child.role in TEXT_ROLES + ('panel', 'filler'))


def findings_of(visit):
    if visit.role == 'image' and not visit.named and not visit.in_named:
        yield 'picture', 'an image without a name'
    if not visit.control:
        return
    if not visit.named:
        yield 'unnamed', 'called “%s”' % visit.name
        return
    if '_' in visit.name or says_twice(visit.name):
        yield 'raw', 'called “%s”' % visit.name
    if visit.role not in ANY_SIZE and visit.size and min(visit.size) < TARGET_PX:
        yield 'small', '%d by %d pixels' % visit.size
    if visit.role in ICON_BUTTONS and not visit.node.description and not visit.shows_text():
        yield 'silent', 'an icon without a tooltip'


def twins_of(visit, children):
    seen = set()
    for child in children:
        key = (child.role, child.name)
        if not child.control or not child.shown or not child.named:
            continue
        if key in seen:
            yield 'twins', '%s “%s” more than once' % key
        seen.add(key)


def allowed(code, path):
    return any(code == c and pattern.search(path + '/') for c, pattern in ALLOWED)


def audit(root):
    """Walks what is shown below @root; gives (number of controls, list of findings as text)."""
    found = []
    controls = 0
    stack = [Visit(root)]
    while stack:
        visit = stack.pop()
        if not visit.shown:
            continue
        controls += visit.control
        children = list(visit.children())
        for code, what in list(findings_of(visit)) + list(twins_of(visit, children)):
            if not allowed(code, visit.path):
                found.append('%s: %s: %s' % (code, visit.path[-140:], what))
        stack.extend(reversed(children))
    return controls, found
