# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program by real key and pointer events and reads it by the accessibility bus."""
import glob
import os
import sqlite3
import subprocess
import sys
import time
import traceback

import gi
gi.require_version('Atspi', '2.0')
import pyatspi  # noqa: E402
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(2000, 5000)
BUILD = os.environ['SIGHTLINE_BUILD']
FOLDER = os.environ['SIGHTLINE_UI_FOLDER']
SHOTS = os.path.join(BUILD, 'meson-logs', 'ui')
# The same role has other names in newer GTK.
ALIAS = {'push button': ('push button', 'button'), 'toggle button': ('toggle button', 'push button', 'button')}


class Failure(AssertionError):
    pass


def pump(seconds=0.05):
    context = GLib.MainContext.default()
    end = time.time() + seconds
    while True:
        while context.pending():
            context.iteration(False)
        if time.time() >= end:
            return
        time.sleep(0.01)


def until(condition, timeout=8.0, what='condition'):
    """Polls instead of sleeping a fixed time; fails with what was awaited."""
    end = time.time() + timeout
    while time.time() < end:
        try:
            found = condition()
            if found:
                return found
        except Exception:  # objects vanish while the tree is walked
            pass
        pump(0.05)
    raise Failure('timed out: ' + what)


def sh(*command):
    return subprocess.run(command, capture_output=True, text=True)


class App:
    """One running program with its own state folder."""

    def __init__(self, *files, env=None, fresh=True):
        self.env = dict(os.environ, GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, 'data'),
                        SIGHTLINE_SAMPLES=os.path.join(BUILD, 'data', 'samples'))
        if env:
            self.env.update(env)
        if fresh:
            sh('rm', '-rf', os.environ['XDG_STATE_HOME'])
        self.log = open(os.path.join(FOLDER, 'program.log'), 'a')
        self.process = subprocess.Popen([os.path.join(BUILD, 'src', 'app', 'sightline'), *files],
                                        env=self.env, stdout=self.log, stderr=self.log)
        self.node = until(self.find_program, 20, 'the program on the accessibility bus')
        self.window = until(self.find_window, 10, 'the window')
        sh('xdotool', 'windowactivate', '--sync', self.window)
        pump(0.3)

    def find_program(self):
        if self.process.poll() is not None:
            raise Failure('the program ended with %d' % self.process.returncode)
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            node = desktop.getChildAtIndex(i)
            if node is not None and 'sightline' in (node.name or '').lower() and node.childCount > 0:
                return node
        return None

    def find_window(self):
        found = sh('xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)).stdout.split()
        return found[0] if found else None

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        pump(0.2)

    def quit(self):
        """Ends it as a user does."""
        self.key('ctrl+q')
        until(lambda: self.process.poll() is not None, 10, 'the program to quit')
        if self.process.returncode != 0:
            raise Failure('the program ended with %d' % self.process.returncode)

    # Reading

    def walk(self, root=None):
        stack = [root or self.node]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            yield node
            try:
                stack.extend(node.getChildAtIndex(i) for i in range(node.childCount - 1, -1, -1))
            except Exception:
                continue

    def all(self, role=None, name=None, root=None, shown=True):
        roles = ALIAS.get(role, (role,))
        found = []
        for node in self.walk(root):
            try:
                if role is not None and node.getRoleName() not in roles:
                    continue
                if name is not None and name not in (node.name or ''):
                    continue
                if shown and self.extents(node).width <= 0:
                    continue
            except Exception:
                continue
            found.append(node)
        return found

    def find(self, role=None, name=None, root=None, timeout=6.0):
        return until(lambda: (self.all(role, name, root) or [None])[0], timeout, '%s “%s”' % (role, name))

    def gone(self, role=None, name=None, timeout=6.0):
        until(lambda: not self.all(role, name), timeout, '%s “%s” to go' % (role, name))

    def texts(self):
        return [n.name for n in self.all('label')]

    @staticmethod
    def states(node):
        return {pyatspi.stateToString(s) for s in node.getState().getStates()}

    @staticmethod
    def extents(node):
        return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)

    def focused(self):
        for node in self.walk():
            try:
                if 'focused' in self.states(node) and node.getRoleName() not in ('frame', 'application'):
                    return node
            except Exception:
                continue
        return None

    def rows(self, table, columns='*', where='1', order='rowid'):
        """What the working copy holds: the newest state folder's document."""
        files = sorted(glob.glob(os.path.join(os.environ['XDG_STATE_HOME'], '*', 'docs', '*', 'work.db')),
                       key=os.path.getmtime)
        if not files:
            return []
        db = sqlite3.connect('file:%s?mode=ro' % files[-1], uri=True, timeout=5)
        try:
            return db.execute('SELECT %s FROM "%s" WHERE %s ORDER BY %s' % (columns, table, where, order)).fetchall()
        finally:
            db.close()

    # Doing

    def key(self, *keys, pause=0.12):
        for key in keys:
            sh('xdotool', 'key', '--clearmodifiers', key)
            pump(pause)

    def type(self, text, pause=0.2):
        sh('xdotool', 'type', '--delay', '12', text)
        pump(pause)

    def place(self, node, fx=0.5, fy=0.5):
        """A point of a node in screen pixels."""
        box = self.extents(node)
        frame = self.extents([n for n in self.walk() if n.getRoleName() in ('frame', 'dialog', 'window')][0])
        out = sh('xdotool', 'getwindowgeometry', '--shell', self.window).stdout.split()
        geometry = dict(line.split('=') for line in out if '=' in line)
        x = int(geometry['X']) + (int(geometry['WIDTH']) - frame.width) // 2 + box.x + int(box.width * fx)
        y = int(geometry['Y']) + (int(geometry['HEIGHT']) - frame.height) // 2 + box.y + int(box.height * fy)
        return x, y

    def click(self, node, button=1, repeat=1, fx=0.5, fy=0.5):
        x, y = self.place(node, fx, fy)
        sh('xdotool', 'mousemove', str(x), str(y))
        pump(0.05)
        sh('xdotool', 'click', '--repeat', str(repeat), '--delay', '60', str(button))
        pump(0.25)

    def drag(self, start, end, steps=8):
        """Drags with small steps, as a hand does; GTK does not start a drag on a jump."""
        sh('xdotool', 'mousemove', str(start[0]), str(start[1]))
        pump(0.1)
        sh('xdotool', 'mousedown', '1')
        pump(0.1)
        for i in range(1, steps + 1):
            sh('xdotool', 'mousemove', str(start[0] + (end[0] - start[0]) * i // steps),
               str(start[1] + (end[1] - start[1]) * i // steps))
            pump(0.08)
        sh('xdotool', 'mouseup', '1')
        pump(0.4)

    def screenshot(self, name):
        os.makedirs(SHOTS, exist_ok=True)
        path = os.path.join(SHOTS, name + '.png')
        sh('import', '-window', 'root', path)
        return path


def check(condition, what):
    if not condition:
        raise Failure(what)


def equal(got, wanted, what):
    if got != wanted:
        raise Failure('%s: got %r, wanted %r' % (what, got, wanted))


def run(tests):
    """Runs functions that start their own App (argument: a list to register it in); prints TAP."""
    wanted = [a for a in sys.argv[1:] if not a.startswith('-')]
    tests = [t for t in tests if not wanted or t.__name__ in wanted]
    print('TAP version 13\n1..%d' % len(tests), flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        apps = []
        begin = time.time()
        try:
            test(apps)
            print('ok %d - %s # %.1f s' % (number, test.__name__, time.time() - begin), flush=True)
        except Exception as error:
            failed += 1
            for app in apps:
                print('# ' + app.screenshot('failed-' + test.__name__))
            trace = traceback.extract_tb(error.__traceback__)
            where = [f for f in trace if os.path.basename(f.filename) != 'harness.py']
            print('not ok %d - %s\n# %s (line %s)' % (number, test.__name__, error,
                                                     where[-1].lineno if where else '?'), flush=True)
        for app in apps:
            app.close()
    return 1 if failed else 0


def start(apps, *files, **options):
    app = App(*files, **options)
    apps.append(app)
    return app
