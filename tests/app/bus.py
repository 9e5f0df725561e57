# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a program through the accessibility bus, as a screen reader does.

A Snapshot holds all objects of one moment, asked for in one call, so that nothing vanishes while it is
searched. GTK 4.8 also lists what is hidden; only what can be reached from the window counts here."""
import collections
import functools
import re
import struct

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

import serial  # noqa: E402

CACHE = '/org/a11y/atspi/cache'
ROOT = '/org/a11y/atspi/accessible/root'
PROPERTIES = 'org.freedesktop.DBus.Properties'
WINDOW_COORDS = 1
TIMEOUT_MS = 5000

Box = collections.namedtuple('Box', 'x y width height')
# What a program says of one of its objects.
Fields = collections.namedtuple(
    'Fields', 'path parent_path index n_children interfaces name role description states')
ROLES = {}
STATES = tuple(Atspi.StateType(i).value_nick for i in range(45))


def role_name(number):
    if number not in ROLES:
        ROLES[number] = Atspi.role_get_name(Atspi.Role(number))
    return ROLES[number]


@functools.cache
def state_names(low, high):
    number = low | high << 32
    return frozenset(name for i, name in enumerate(STATES) if number >> i & 1)


def short_names(interfaces):
    return frozenset(name.rsplit('.', 1)[-1] for name in interfaces)


@functools.cache
def interfaces_in(data):
    """The short names in a serialised list of them; there are few lists."""
    return short_names(map(serial.string, serial.items(data, 1)))


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

    def measure(self, nodes):
        """Asks for the places of many objects at once."""
        unknown = [node for node in nodes if node.box is None and 'Component' in node.interfaces]
        if unknown:
            window = GLib.Variant('(u)', (WINDOW_COORDS,))
            boxes = self.call_many(unknown[0].program, [
                (node.path, 'org.a11y.atspi.Component', 'GetExtents', window) for node in unknown])
            for node, box in zip(unknown, boxes):
                node.box = Box(*box[0])

    def call_many(self, program, calls):
        """Answers to many calls, (path, interface, method, parameters), that wait for each other nowhere."""
        answers = [None] * len(calls)
        left = len(calls)

        def answered(connection, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error as error:
                answers[number] = Gone(error.message)

        for number, (path, interface, method, parameters) in enumerate(calls):
            self.connection.call(program, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                                 TIMEOUT_MS, None, answered, number)
        while left:
            GLib.MainContext.default().iteration(True)
        for answer in answers:
            if isinstance(answer, Gone):
                raise answer
        return answers

    def fields(self, program, paths):
        """Of some objects alone, newly read."""
        accessible = 'org.a11y.atspi.Accessible'
        calls = [call for path in paths for call in (
            (path, PROPERTIES, 'GetAll', GLib.Variant('(s)', (accessible,))),
            (path, accessible, 'GetInterfaces', None), (path, accessible, 'GetRole', None),
            (path, accessible, 'GetState', None))]
        answers = [answer[0] for answer in self.call_many(program, calls)]
        found = []
        for i, path in enumerate(paths):
            properties, interfaces, role, states = answers[4 * i:4 * i + 4]
            found.append(Fields(path, properties.get('Parent', ('', ''))[1], -1, None, short_names(interfaces),
                                properties['Name'], role_name(role), properties.get('Description', ''),
                                state_names(*states)))
        return found

    def node(self, program, path):
        """One object alone, newly read."""
        return Node(self, program, self.fields(program, [path])[0])

    def children(self, program, paths):
        """The paths of what stands in some objects."""
        calls = [(path, 'org.a11y.atspi.Accessible', 'GetChildren', None) for path in paths]
        return [[path for _, path in answer[0]] for answer in self.call_many(program, calls)]

    def programs(self):
        return [name for name, _ in self.call('org.a11y.atspi.Registry', ROOT, 'Accessible', 'GetChildren')[0]]

    @functools.cache
    def toolkit(self, program):
        """The version of GTK, (4, 8)."""
        version = self.call_many(program, [(ROOT, PROPERTIES, 'Get', GLib.Variant(
            '(ss)', ('org.a11y.atspi.Application', 'Version')))])[0][0]
        return tuple(map(int, version.split('.')[:2]))

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

    def __init__(self, bus, program, fields, parent=None):
        self.bus, self.program, self.parent = bus, program, parent
        (self.path, self.parent_path, self.index, self.n_children, self.interfaces, self.name, self.role,
         self.description, self.states) = fields
        self.children = []
        self.box = None
        self.is_told = False

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

    def stands_at(self, box):
        """Tells the place of what does not know it itself."""
        self.box, self.is_told = box, True

    def look_again(self):
        if not self.is_told:
            self.box = None

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
        return state_names(*self.bus.call(self.program, self.path, 'Accessible', 'GetState')[0])

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


@functools.lru_cache(maxsize=30000)
def fields_in(item):
    """From one serialised (so)(so)(so)iiassusau: itself, its program, its parent, its place there, number of
    children, interfaces, name, role, description and states. Kept, because from one moment to the next nearly
    all objects stay as they are."""
    path, owner, parent, interfaces, name, description = serial.ends(item, 6)
    numbers, role = serial.align(parent, 4), serial.align(name, 4)
    states = serial.align(description, 4)
    return Fields(serial.second_string(item[:path]), serial.second_string(item[owner:parent]),
                  *struct.unpack_from('=ii', item, numbers), interfaces_in(item[numbers + 8:interfaces]),
                  serial.string(item[interfaces:name]), role_name(*struct.unpack_from('=I', item, role)),
                  serial.string(item[role + 4:description]), state_names(*struct.unpack_from('=II', item, states)))


def read_cache(bus, program):
    """The fields of all objects that a program lists."""
    try:
        answer = bus.connection.call_sync(program, CACHE, 'org.a11y.atspi.Cache', 'GetItems', None, None,
                                          Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
    except GLib.Error as error:
        raise Gone(error.message) from error
    return map(fields_in, serial.items(answer.get_child_value(0).get_data_as_bytes().get_data(), 4))


class Snapshot:
    def __init__(self, bus, program):
        known = {fields.path: fields for fields in read_cache(bus, program)}
        if ROOT not in known:
            raise Gone('the program has no root yet')
        self.root = Node(bus, program, known[ROOT])
        below = collections.defaultdict(list)
        for fields in known.values():
            below[fields.parent_path].append(fields)
        # Windows name no parent.
        windows = bus.call(program, ROOT, 'Accessible', 'GetChildren')[0]
        self.attach(self.root, [known[path] for _, path in windows if path in known])
        level = self.root.children
        while level:
            # What was shown a moment ago is not always listed yet, what was hidden is listed still, with a place
            # behind the last, and of the pages of a stack (which are no widgets) sometimes one that no longer shows.
            stale = [node.path for node in level if node.n_children is None
                     or sorted(child.index for child in below[node.path]) != list(range(node.n_children))
                     or any('Component' not in child.interfaces for child in below[node.path])]
            shown = dict(zip(stale, bus.children(program, stale)))
            unknown = [path for paths in shown.values() for path in paths if path not in known]
            known.update((fields.path, fields) for fields in bus.fields(program, unknown))
            for node in level:
                if node.path in shown:
                    self.attach(node, [known[path] for path in shown[node.path]])
                else:
                    self.attach(node, sorted(below[node.path], key=lambda fields: fields.index))
            level = [child for node in level for child in node.children]

    @staticmethod
    def attach(parent, children):
        parent.children = [Node(parent.bus, parent.program, fields, parent) for fields in children]

    def walk(self):
        return self.root.walk()

    def all(self, role=None, name=None, root=None):
        found = [node for node in (root or self.root).walk() if node.matches(role, name)]
        self.root.bus.measure(found)
        return [node for node in found if node.is_drawn()]

    def shown(self, root=None):
        """All objects that are drawn; nothing is asked about what stands in something hidden."""
        found, level = [], [root] if root else self.root.children
        while level:
            self.root.bus.measure(level)
            level = [node for node in level if node.is_drawn() or 'Component' not in node.interfaces]
            found += [node for node in level if node.is_drawn()]
            level = [child for node in level for child in node.children]
        return found

    def focused(self):
        """What keys go to: the focused object of the active window."""
        found = [node for node in self.walk() if 'focused' in node.states]
        active = [node for node in found if any('active' in above.states for above in node.forebears())]
        return (active or found or [None])[-1]
