# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program by real key and pointer events and reads it by the accessibility bus.

Nothing here sleeps for a fixed time in the hope that it is enough: until() asks again and again and
says in the end what it waited for."""
import collections
import glob
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import traceback

from bus import Bus, Gone, Snapshot
from gi.repository import GLib

BUILD = os.environ['SIGHTLINE_BUILD']
FOLDER = os.environ['SIGHTLINE_UI_FOLDER']
SHOTS = os.path.join(BUILD, 'meson-logs', 'ui')
SAMPLE = os.path.join(BUILD, 'data', 'samples', 'product-launch.sightline')
BUTTON = ('push button', 'toggle button', 'button')
TAB = ('radio button', 'page tab', 'toggle button')
TEXT = ('text', 'entry')
# Alt and their place.
PAGES = ('Today', 'Goals', 'Stakeholders', 'Timeline', 'Alignment', 'Reviews', 'Direction', 'Resources', 'Risks',
         'Print')
WINDOW_ROLES = ('frame', 'dialog', 'window', 'alert', 'file chooser')
TABLES = ('project', 'party', 'alliance', 'partner', 'goal', 'goal_parent', 'goal_link', 'position', 'priority',
          'kpi', 'kpi_value', 'task', 'milestone', 'dependency', 'allocation', 'baseline', 'day_off', 'budget',
          'need', 'risk', 'conflict', 'note', 'sheet')


# What is not ours and cannot be avoided.
KNOWN_COMPLAINTS = (
    'Trying to measure GtkLabel',  # libadwaita 1.7 measures the heading of its own message dialog
    # GTK 4.8 gives a popover that opened at the press of a button the release of that button, and counts it
    # as one that was never pressed.
    'Broken accounting of active state',
)


class Failure(AssertionError):
    pass


def check(condition, what):
    if not condition:
        raise Failure(what)


def equal(got, wanted, what):
    if got != wanted:
        raise Failure('%s: got %r, wanted %r' % (what, got, wanted))


def pump(seconds=0.05):
    """Lets messages of the bus arrive."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while True:
        while context.pending():
            context.iteration(False)
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, 0.01))


def until(condition, what, timeout=10.0):
    """Polls, ever more slowly; returns what @condition gave as soon as it is true."""
    end = time.monotonic() + timeout
    pause = 0.02
    while True:
        try:
            found = condition()
        except (Gone, sqlite3.OperationalError):  # it changes under our hands: look again
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Failure('timed out: ' + (what() if callable(what) else what))
        pump(pause)
        pause = min(2 * pause, 0.1)


def on_paper(path):
    """The words of a PDF file, in one line."""
    return re.sub(r'\s+', ' ', sh('pdftotext', '-raw', path, '-')) if os.path.exists(path) else ''


def sh(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


class App:
    """One running program with its own state folder."""

    bus = None
    started = 0

    def __init__(self, *files, env=None, fresh=True):
        if App.bus is None:
            App.bus = Bus()
        self.env = dict(os.environ, GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, 'data'),
                        SIGHTLINE_SAMPLES=os.path.dirname(SAMPLE), **(env or {}))
        if fresh:
            sh('rm', '-rf', os.environ['XDG_STATE_HOME'])
        App.started += 1
        self.kept = {}
        self.log = os.path.join(FOLDER, 'program-%d.log' % App.started)
        with open(self.log, 'w') as log:
            self.process = subprocess.Popen([os.path.join(BUILD, 'src', 'app', 'sightline'), *files],
                                            env=self.env, cwd=FOLDER, stdout=log, stderr=log)
        try:
            self.wait_ready()
        except Exception:
            self.end()  # else the next one would only wake it
            raise

    def wait_ready(self):
        self.program = until(self.find_program, 'the program on the accessibility bus', 30)
        self.window = until(self.find_window, 'the window', 20)
        sh('xdotool', 'windowactivate', self.window)
        until(self.focused, 'the focus somewhere in the window')

    def find_program(self):
        if self.process.poll() is not None:
            raise Failure('the program ended with %d: %s' % (self.process.returncode, self.said()))
        for name in self.bus.programs():
            if self.bus.process_of(name) == self.process.pid and self.bus.call(
                    name, '/org/a11y/atspi/accessible/root', 'Accessible', 'GetChildren')[0]:
                return name
        return None

    def find_window(self):
        return (self.visible_windows() or [None])[0]

    def visible_windows(self):
        return sh('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).split()

    def said(self):
        with open(self.log) as log:
            return log.read().strip()

    def complaints(self):
        """Warnings and criticals that the program wrote."""
        return [line for line in self.said().split('\n')
                if re.search('CRITICAL|WARNING', line) and not any(known in line for known in KNOWN_COMPLAINTS)]

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def quit(self):
        """Ends it as a user does; it must end well."""
        self.key('ctrl+q')
        until(lambda: self.process.poll() is not None, 'the program to quit')
        equal(self.process.returncode, 0, 'exit status')

    # Reading

    def look(self):
        return Snapshot(self.bus, self.program)

    def find(self, role=None, name=None, inside=None, timeout=10.0):
        """The first object of that role whose name contains @name or matches the pattern @name;
        @inside: role and name of what it stands in."""
        def first():
            scene = self.look()
            roots = scene.all(*inside) if inside else [scene.root]
            return next((node for root in roots for node in scene.all(role, name, root)), None)
        return until(first, '%s “%s”' % (role, getattr(name, 'pattern', name)), timeout)

    def gone(self, role=None, name=None, timeout=10.0):
        until(lambda: not self.look().all(role, name), '%s “%s” to go' % (role, name), timeout)

    def hide(self, node, act):
        """Does something that must hide what was found, or what it stands in; quicker than gone(), which looks
        everywhere."""
        above = [node, *node.forebears()]

        def shows():
            for part in above:
                part.look_again()
            try:
                self.bus.measure(above)
            except Gone:
                return False
            return all(part.is_drawn() for part in above if 'Component' in part.interfaces)
        check(shows(), '%r is hidden already' % node)
        act()
        until(lambda: not shows(), '%r to go' % node)

    def states_of(self, role, name):
        """States now of what stays as long as its window. It is looked for once: to read a whole window takes long,
        and what nobody reads GTK does not prepare for reading. None where there is none yet."""
        key = role, name
        if key not in self.kept:
            self.kept.update((key, node) for node in self.look().all(role, name)[:1])
        try:
            return self.kept[key].now_states() if key in self.kept else None
        except Gone:
            del self.kept[key]
            raise

    def names(self, role, inside=None):
        """Names of all objects of a role, in reading order."""
        scene = self.look()
        root = scene.all(*inside)[0] if inside else scene.root
        return [node.name for node in scene.all(role, root=root)]

    def focused(self):
        """The object that keys go to, newly read."""
        pump(0.02)
        path = self.bus.focus.get(self.program)
        try:
            if path is not None:
                node = self.bus.node(self.program, path)
                if 'focused' in node.states:
                    return node
        except Gone:
            pass
        for _ in range(20):
            try:
                return self.look().focused()
            except Gone:  # a row went while we looked
                pump(0.1)
        return None

    def wait_focus(self, role=None, name=None, timeout=10.0):
        def there():
            node = self.focused()
            return node if node is not None and node.matches(role, name) else None
        return until(there, lambda: 'the focus on %s “%s”, it is on %s' % (
            role, getattr(name, 'pattern', name), self.focused()), timeout)

    def title(self):
        return self.look().root.children[0].name

    def query(self, sql, *values):
        """Reads the newest working copy."""
        files = glob.glob(os.path.join(os.environ['XDG_STATE_HOME'], '*', 'docs', '*', 'work.db'))
        if not files:
            return []
        db = sqlite3.connect('file:%s?mode=ro' % max(files, key=os.path.getmtime), uri=True, timeout=5)
        try:
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    def columns(self, table):
        return [row[1] for row in self.query('PRAGMA table_info("%s")' % table)]

    def value(self, table, column, title):
        """One field of the record with that title; None where there is no such record."""
        found = self.query('SELECT "%s" FROM "%s" WHERE title = ?' % (column, table), title)
        return found[0][0] if found else None

    def wait_value(self, table, column, title, wanted):
        """Waits until a field holds what it should."""
        until(lambda: self.value(table, column, title) == wanted,
              lambda: '%s of “%s” to be %r, it is %r' % (column, title, wanted, self.value(table, column, title)))

    def everything(self):
        """All records, to compare before and after."""
        return {table: self.query('SELECT * FROM "%s" ORDER BY 1' % table) for table in TABLES}

    # Keys

    def key(self, *keys):
        for key in keys:
            sh('xdotool', 'key', '--clearmodifiers', key)
            pump(0.05)

    def type(self, text):
        sh('xdotool', 'type', '--delay', '12', '--', text)
        pump(0.05)

    def tab_to(self, role, name, limit=60, key='Tab'):
        """Presses Tab until the focus is there."""
        for _ in range(limit):
            node = self.focused()
            if node is not None and node.matches(role, name):
                return node
            self.key(key)
        raise Failure('%d times %s does not reach %s “%s”, the focus is on %s' % (
            limit, key, role, name, self.focused()))

    @staticmethod
    def clipboard(text):
        """Offers a text for pasting, as another program would."""
        with subprocess.Popen(['xclip', '-selection', 'clipboard', '-in'], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as owner:
            owner.communicate(text.encode())

    @staticmethod
    def copied():
        """What another program would paste."""
        return sh('xclip', '-selection', 'clipboard', '-out')

    # Pointer

    def geometries(self):
        """Width, height and place of each window; xdotool counts the frame of a window manager twice."""
        for window in self.visible_windows():
            said = sh('xwininfo', '-id', window)
            found = [re.search(word + r':\s+(-?\d+)', said) for word in (
                'Width', 'Height', 'Absolute upper-left X', 'Absolute upper-left Y')]
            if all(found):  # it may have gone meanwhile
                yield tuple(int(match[1]) for match in found)

    def place(self, node, fx=0.5, fy=0.5):
        """A point of a node in screen pixels. Its nearest forebear that is a window of its own is known
        by its size: a menu has its window's size, a frame is smaller by an even border. What was shown just
        now may move still."""
        before = None

        def settled():
            nonlocal before
            node.look_again()
            now = self.place_now(node, fx, fy)
            before, old = now, before
            return now if now == old else None
        return until(settled, 'a window that holds “%s”' % node.name)

    def place_now(self, node, fx, fy):
        box = node.extents()
        windows = list(self.geometries())
        for above in [node, *node.forebears()]:
            own = above.extents()
            for width, height, x, y in windows:
                border = width - own.width
                if border == height - own.height and (border == 0 or (
                        0 < border < 100 and above.role in WINDOW_ROLES)):
                    return (x + border // 2 + box.x - own.x + int(box.width * fx),
                            y + border // 2 + box.y - own.y + int(box.height * fy))
        return None

    def point(self, x, y):
        sh('xdotool', 'mousemove', str(int(x)), str(int(y)))
        pump(0.05)

    def click_at(self, x, y, button=1, repeat=1):
        self.point(x, y)
        for _ in range(repeat):
            sh('xdotool', 'mousedown', str(button))
            self.hold()
            sh('xdotool', 'mouseup', str(button))
            pump(0.04)
        pump(0.06)

    def hold(self):
        """Holds a button as long as a hand does, and until the program has had its turn. GTK 4 asks the server
        for the pointer before it draws; when the button is up by then, but that event is not read yet, GTK
        takes the press back and the click is lost."""
        pump(0.06)
        try:
            self.bus.call(self.program, '/org/a11y/atspi/accessible/root', 'Accessible', 'GetRole')
        except Gone:
            pass  # the press ended it

    def wheel(self, x, y, clicks, up):
        self.point(x, y)
        sh('xdotool', 'click', '--repeat', str(clicks), '--delay', '60', '4' if up else '5')
        pump(0.1)

    def click(self, node, button=1, repeat=1, fx=0.5, fy=0.5):
        self.click_at(*self.place(node, fx, fy), button=button, repeat=repeat)

    def scroll(self, node, clicks=3, up=False):
        """Turns the wheel over a node."""
        self.wheel(*self.place(node), clicks, up)

    def drag(self, start, end, steps=8):
        """Drags with small steps, as a hand does; GTK does not start a drag on a jump."""
        self.point(*start)
        sh('xdotool', 'mousedown', '1')
        self.hold()
        for i in range(1, steps + 1):
            self.point(start[0] + (end[0] - start[0]) * i // steps, start[1] + (end[1] - start[1]) * i // steps)
        pump(0.1)
        sh('xdotool', 'mouseup', '1')
        pump(0.1)

    # What users do again and again

    def show_page(self, name):
        self.key('alt+%d' % PAGES.index(name))
        self.wait_page(name)

    def wait_page(self, name):
        """Waits until the sidebar says that a page shows."""
        row = re.compile('^%s$' % name)
        until(lambda: 'selected' in (self.states_of('list item', row) or ()), 'the page ' + name, 20)

    def undo_button(self, word='Undo'):
        """Its name is the step: “Undo: Add “Cut costs””."""
        return self.find(BUTTON, re.compile('^%s(:|$)' % word))

    def can_undo(self):
        return 'sensitive' in until(lambda: self.states_of(BUTTON, re.compile('^Undo(:|$)')), 'the button of undo')

    def history(self):
        return self.query('SELECT max("last"), count(*), sum(undone) FROM _undo_step')

    def step(self, act, what):
        """Does something that must become history: a new step, one undone or one done again."""
        before = self.history()
        act()
        until(lambda: self.history() != before, what + ' to become a step of the history')

    def undo(self):
        self.step(lambda: self.key('ctrl+z'), 'undo')

    def undo_all(self):
        for _ in range(100):
            if not self.can_undo():
                return
            self.undo()
        raise Failure('there is no end of undo')

    def add_row(self, title):
        """Adds a record below the selected row of an outline and types its title."""
        self.key('Return')
        self.wait_focus(TEXT)
        self.type(title)
        self.key('Return')

    def table_rows(self):
        """The table of the page and its rows in order, when it stands still. GTK gives rows out of sight
        no place, so they say where they once were; all rows are equally high, and most tell the truth."""
        table, rows, height, start = self.read_table()
        while True:
            before = (len(rows), start)
            pump(0.1)
            table, rows, height, start = self.read_table()
            if (len(rows), start) == before:
                break
        for i, node in enumerate(rows):
            node.stands_at(node.extents()._replace(y=start + i * height, height=height))
        return table, rows

    def read_table(self):
        scene = self.look()
        table = scene.all('tree table')[0]
        rows = [node for node in table.walk() if node.role == 'table row'][1:]  # without the head
        height = collections.Counter(node.extents().height for node in rows).most_common(1)[0][0]
        starts = collections.Counter(node.extents().y - i * height for i, node in enumerate(rows))
        return table, rows, height, starts.most_common(1)[0][0]

    def print_to_file(self, name):
        """Prints from the dialog that is opening, to a file which the program calls @name; gives its path."""
        self.find('label', 'Print to File')
        self.tab_to('table row', None)
        self.key('space')
        self.find(BUTTON + ('label',), re.compile(r'\.pdf$'))
        self.tab_to(BUTTON, re.compile('^_?Print( Print)?$'))
        self.key('space')
        return os.path.join(FOLDER, name + '.pdf')

    def screenshot(self, name):
        os.makedirs(SHOTS, exist_ok=True)
        path = os.path.join(SHOTS, name + '.png')
        sh('import', '-window', 'root', path)
        return path


def start(apps, *files, **options):
    app = App(*files, **options)
    apps.append(app)
    return app


def open_copy(apps, name, **options):
    """Starts the program with a copy of the sample; gives it and the path of the copy."""
    path = os.path.join(FOLDER, name)
    shutil.copy(SAMPLE, path)
    app = start(apps, path, **options)
    app.find('list item', 'Goals')
    return app, path


def open_sample(apps, **options):
    """Starts the program and opens the sample by keys."""
    app = start(apps, **options)
    app.wait_focus('list item', 'Open Sample')
    app.key('Return')
    app.find('list item', 'Goals', timeout=20)
    return app


def run(tests, shared=False):
    """Runs functions that take a list to register their programs in; prints TAP. @shared: the programs go on
    running for the next test, which finds them in its list, until one fails."""
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith('-')]
    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    print('TAP version 13\n1..%d' % len(tests), flush=True)
    failed = 0
    apps = []
    for number, test in enumerate(tests, 1):
        begin = time.monotonic()
        try:
            test(apps)
            for app in apps:
                equal(app.complaints(), [], 'complaints of the program')
            print('ok %d - %s # %.1f s' % (number, test.__name__, time.monotonic() - begin), flush=True)
            if shared:
                continue
        except Exception as error:  # whatever it is, the next test shall run
            failed += 1
            for app in apps:
                print('# ' + app.screenshot('failed-' + test.__name__))
                print('# the program said: ' + app.said().replace('\n', '\n# '))
            lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__)
                     if os.path.basename(frame.filename) == os.path.basename(sys.argv[0])]
            print('not ok %d - %s\n# %s: %s (lines %s)' % (number, test.__name__, type(error).__name__, error,
                                                          lines), flush=True)
        while apps:
            apps.pop().end()
    while apps:
        apps.pop().end()
    return 1 if failed else 0
