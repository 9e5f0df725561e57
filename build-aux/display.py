# SPDX-License-Identifier: GPL-3.0-or-later
"""A private X display with window manager, message bus and home: for screenshots, for measuring and
for the suite that drives the window. Nothing leaks in or out."""

import ctypes
import mmap
import os
import pathlib
import shutil
import subprocess
import tempfile
import time


# Programs that a display needs.
TOOLS = ("Xvfb", "xfwm4", "dbus-daemon", "xprop", "xdotool", "import")
# What a test run or a desktop may have set and the window must not see.
DROPPED = ("XDG_", "WAYLAND_", "DBUS_", "GTK_THEME", "GTK_A11Y", "AT_SPI_", "G_DEBUG", "LANG")


class Display:
    """Use it with "with"; everything it started ends with it.

    With @accessible the accessibility bus is on, which costs the window some time."""

    def __init__(self, width=1366, height=768, accessible=False, **environment):
        self.size = (width, height)
        self.accessible = accessible
        self.extra = environment
        self.children = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sightline-display-"))
        for name in ("home", "run", "frame"):
            (self.folder / name).mkdir(mode=0o700)
        self._start_server()
        self._quiet_settings()
        keep = {k: v for k, v in os.environ.items() if not k.startswith(DROPPED)}
        self.environment = {
            **keep, "DISPLAY": self.name, "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"), "XDG_CURRENT_DESKTOP": "GNOME",
            "XDG_SESSION_TYPE": "x11", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
            "LIBGL_ALWAYS_SOFTWARE": "1", "ADW_DISABLE_PORTAL": "1", "GSETTINGS_BACKEND": "memory",
            "GIO_USE_VFS": "local", "LC_ALL": "C.UTF-8", **self.extra}
        bus = subprocess.run(["dbus-daemon", "--session", "--fork", "--print-address=1",
                              "--print-pid=1"], env=self.environment, check=True,
                             capture_output=True, text=True).stdout.split()
        self.environment["DBUS_SESSION_BUS_ADDRESS"], self.bus_pid = bus[0], int(bus[1])
        if self.accessible:
            self._turn_accessibility_on()
        self.spawn("xfwm4", "--compositor=off")
        self._wait_for_manager()
        return self

    def _turn_accessibility_on(self):
        self.run("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
                 "/org/a11y/bus", "--method", "org.freedesktop.DBus.Properties.Set",
                 "org.a11y.Status", "IsEnabled", "<true>")

    def _wait_for_manager(self):
        """Before a window manager is there, windows get neither focus nor drags."""
        for _ in range(200):
            if "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
                return
            time.sleep(0.05)
        raise RuntimeError("the window manager did not start")

    def _start_server(self):
        reader, writer = os.pipe()
        width, height = self.size
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten",
             "tcp", "-noreset", "-dpi", "96", "-fbdir", str(self.folder / "frame")],
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.name = ":" + answer.readline().strip()

    def _quiet_settings(self):
        """A blinking cursor or an animation would look like an answer to a key."""
        folder = self.folder / "home" / ".config" / "gtk-4.0"
        folder.mkdir(parents=True)
        (folder / "settings.ini").write_text(
            "[Settings]\ngtk-cursor-blink=0\ngtk-enable-animations=0\n", encoding="utf-8")

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        os.kill(self.bus_pid, 15)
        self.server.terminate()
        self.server.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def spawn(self, *command):
        child = subprocess.Popen([str(part) for part in command], env=self.environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        self.children.append(child)
        return child

    def run(self, *command):
        return subprocess.run([str(part) for part in command], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def focus(self, name="sightline"):
        """Gives the newest window of the program the keyboard and moves the pointer away from it,
        so that nothing is hovered; returns its id."""
        window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--class",
                          name).split()[-1]
        self.run("xdotool", "mousemove", self.size[0] - 1, self.size[1] - 1)
        self.run("xdotool", "windowfocus", "--sync", window)
        return window

    def key(self, *names):
        self.run("xdotool", "key", "--delay", "60", *names)

    def screenshot(self, path, window=None):
        self.run("import", "-window", window or "root", path)


class Frame:
    """What is on the screen, as the bytes that the server draws into; comparing is quick."""

    def __init__(self, display):
        self.file = open(display.folder / "frame" / "Xvfb_screen0", "rb")
        self.map = mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ)

    def take(self):
        return self.map[:]

    def wait_change(self, before, timeout=20.0):
        """Seconds until the screen differs from @before; None if it does not."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < timeout:
            if self.map[:] != before:
                return time.perf_counter() - begin
            time.sleep(0.001)
        return None

    def wait_still(self, quiet=0.7, timeout=60.0):
        """Seconds until the last change before @quiet seconds without one."""
        begin = last = time.perf_counter()
        shown = self.take()
        while time.perf_counter() - last < quiet and time.perf_counter() - begin < timeout:
            now = self.take()
            if now != shown:
                shown, last = now, time.perf_counter()
            time.sleep(0.004)
        return last - begin


class Keyboard:
    """Presses keys through the XTEST extension, without starting a program for each."""

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtst = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.connection = ctypes.c_void_p(self.x11.XOpenDisplay(display.name.encode()))

    def press(self, *names):
        """Holds the keys in their order and lets them go again."""
        codes = [self.x11.XKeysymToKeycode(
            self.connection, ctypes.c_ulong(self.x11.XStringToKeysym(name.encode())))
            for name in names]
        for down, order in ((1, codes), (0, codes[::-1])):
            for code in order:
                self.xtst.XTestFakeKeyEvent(self.connection, code, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    def point(self, x, y):
        """Moves the pointer there."""
        self.xtst.XTestFakeMotionEvent(self.connection, -1, int(x), int(y), ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    def wheel(self, up=False):
        """Turns the wheel by one notch."""
        for down in (1, 0):
            self.xtst.XTestFakeButtonEvent(self.connection, 4 if up else 5, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)
