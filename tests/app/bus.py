# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a program through the accessibility bus, as a screen reader does.

A Snapshot holds all objects of one moment, asked for in one call, so that nothing vanishes while it is
searched. GTK 4.8 also lists what is hidden; only what can be reached from the window counts here."""
import collections
import re

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

CACHE = '/org/a11y/atspi/cache'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_COORDS = 1
TIMEOUT_MS = 5000

Box = collections.namedtuple('Box', 'x y width height')
ROLES = {}


def role_name(number):
    if number not in ROLES:
        ROLES[number] = Atspi.role_get_name(Atspi.Role(number))
    return ROLES[number]


def state_names(bits):
    number = bits[0] | bits[1] << 32
    return {Atspi.StateType(i).value_nick for i in range(45) if number >> i & 1}


class Gone(Exception):
    """The program ended, or the object went while it was asked."""


class Bus:
    """The accessibility bus of this session. Follows the focus of all programs on it."""

    def __init__(self):
        self.focus = {}
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.connection.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'StateChanged', None, 'focused',
                                         Gio.DBusSignalFlags.NONE, self.on_focused)

    def on_focused(self, _connection, program, path, _interface, _signal, arguments):
        if arguments.unpack()[1] == 1:
            self.focus[program] = path

    def call(self, program, path, interface, method, *arguments):
        """@arguments: a type string and values, or nothing."""
        values = GLib.Variant(arguments[0], arguments[1:]) if arguments else None
        try:
            return self.connection.call_sync(program, path, 'org.a11y.atspi.' + interface, method, values, None,
                                             Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(error.message) from error

    def node(self, program, path):
        """One object alone, newly read."""
        try:
            properties = self.connection.call_sync(
                program, path, 'org.freedesktop.DBus.Properties', 'GetAll',
                GLib.Variant('(s)', ('org.a11y.atspi.Accessible',)), None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None
            ).unpack()[0]
        except GLib.Error as error:
            raise Gone(error.message) from error
        item = ((program, path), None, properties.get('Parent', ('', '')), -1, None,
                self.call(program, path, 'Accessible', 'GetInterfaces')[0], properties['Name'],
                self.call(program, path, 'Accessible', 'GetRole')[0], properties.get('Description', ''),
                self.call(program, path, 'Accessible', 'GetState')[0])
        return Node(self, item)

    def programs(self):
        return [name for name, _ in self.call('org.a11y.atspi.Registry', ROOT, 'Accessible', 'GetChildren')[0]]

    def process_of(self, program):
        """None for a program that went meanwhile."""
        try:
            return self.connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                             'GetConnectionUnixProcessID', GLib.Variant('(s)', (program,)), None,
                                             Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()[0]
        except GLib.Error:
            return None


class Node:
    """One object: role, name, description and states as they were when the snapshot was taken."""

    def __init__(self, bus, item):
        (self.program, self.path), _, (_, self.parent_path), self.index, self.n_children = item[:5]
        self.interfaces = {name.rsplit('.', 1)[-1] for name in item[5]}
        self.name = item[6]
        self.role = role_name(item[7])
        self.description = item[8]
        self.states = state_names(item[9])
        self.bus = bus
        self.parent = None
        self.children = []
        self.box = None

    def __repr__(self):
        return '%s “%s”' % (self.role, self.name)

    def extents(self):
        """Place in the window's pixels; an empty box for what is not drawn."""
        if self.box is None:
            if 'Component' not in self.interfaces:
                self.box = Box(0, 0, 0, 0)
            else:
                self.box = Box(*self.bus.call(self.program, self.path, 'Component', 'GetExtents', '(u)',
                                              WINDOW_COORDS)[0])
        return self.box

    def is_drawn(self):
        box = self.extents()
        return box.width > 0 and box.height > 0

    def text(self):
        """What stands in a text field; fields that hold one are asked for it."""
        for node in self.walk():
            if 'Text' in node.interfaces and node.role in ('text', 'entry'):
                return node.bus.call(node.program, node.path, 'Text', 'GetText', '(ii)', 0, -1)[0]
        return self.bus.call(self.program, self.path, 'Text', 'GetText', '(ii)', 0, -1)[0]

    def now_states(self):
        return state_names(self.bus.call(self.program, self.path, 'Accessible', 'GetState')[0])

    def matches(self, role=None, name=None):
        """@name: a part of the name, or a compiled pattern to search for."""
        if role is not None and self.role not in ((role,) if isinstance(role, str) else role):
            return False
        if name is None:
            return True
        return name.search(self.name) is not None if isinstance(name, re.Pattern) else name in self.name

    def walk(self):
        """This object and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def forebears(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class Snapshot:
    def __init__(self, bus, program):
        items = bus.call(program, CACHE, 'Cache', 'GetItems')[0]
        nodes = {item[0][1]: Node(bus, item) for item in items}
        if ROOT not in nodes:
            raise Gone('the program has no root yet')
        self.root = nodes[ROOT]
        below = collections.defaultdict(list)
        for node in nodes.values():
            if node is not self.root:
                below[node.parent_path].append(node)
        # Windows name no parent.
        windows = bus.call(program, ROOT, 'Accessible', 'GetChildren')[0]
        self.attach(self.root, [nodes[path] for _, path in windows if path in nodes])
        stack = list(self.root.children)
        while stack:
            node = stack.pop()
            children = below[node.path]
            if len(children) != node.n_children:
                shown = [path for _, path in bus.call(program, node.path, 'Accessible', 'GetChildren')[0]]
                # What was shown a moment ago is not always listed yet.
                children = [nodes.get(path) or bus.node(program, path) for path in shown]
            else:
                children = sorted(children, key=lambda child: child.index)
            self.attach(node, children)
            stack.extend(children)

    @staticmethod
    def attach(parent, children):
        parent.children = children
        for child in children:
            child.parent = parent

    def walk(self):
        return self.root.walk()

    def all(self, role=None, name=None, root=None):
        return [node for node in (root or self.root).walk() if node.matches(role, name) and node.is_drawn()]

    def focused(self):
        """What keys go to: the focused object of the active window."""
        found = [node for node in self.walk() if 'focused' in node.states]
        active = [node for node in found if any('active' in above.states for above in node.forebears())]
        return (active or found or [None])[-1]
