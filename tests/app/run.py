#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a suite of the window on a private display, bus and home; nothing leaks in or out.

usage: run.py BUILDDIR SUITE.py [--size WxH] [--keep FOLDER] [suite arguments]
The suite prints TAP. Screenshots of failures go to BUILDDIR/meson-logs/ui."""
import os
import shutil
import subprocess
import sys
import tempfile
import time


def start_display(size, folder):
    read, write = os.pipe()
    log = open(os.path.join(folder, 'xvfb.log'), 'w')
    server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', size + 'x24',
                               '-nolisten', 'tcp', '-noreset', '-dpi', '96'],
                              pass_fds=[write], stdout=log, stderr=log)
    os.close(write)
    number = os.read(read, 20).decode().strip()
    if not number:
        sys.exit('Xvfb did not start')
    return server, ':' + number


def environment(display, folder):
    env = dict(os.environ)
    for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XDG_CONFIG_HOME',
                 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'GTK_THEME', 'GTK_A11Y', 'G_DEBUG'):
        env.pop(name, None)
    os.makedirs(os.path.join(folder, 'run'), mode=0o700)
    os.makedirs(os.path.join(folder, 'home'))
    env.update(DISPLAY=display, HOME=os.path.join(folder, 'home'), XDG_RUNTIME_DIR=os.path.join(folder, 'run'),
               XDG_STATE_HOME=os.path.join(folder, 'home', 'state'), GDK_BACKEND='x11', GSK_RENDERER='cairo',
               ADW_DISABLE_PORTAL='1', GSETTINGS_BACKEND=env.get('SIGHTLINE_UI_SETTINGS', 'memory'),
               GIO_USE_VFS='local', NO_AT_BRIDGE='0', XDG_CURRENT_DESKTOP='GNOME', XDG_SESSION_TYPE='x11',
               LIBGL_ALWAYS_SOFTWARE='1')
    env.setdefault('SIGHTLINE_TODAY', '2026-11-16')
    return env


def main():
    build, suite = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rest = sys.argv[3:]
    size = '1366x768'
    if '--size' in rest:
        at = rest.index('--size')
        size = rest[at + 1]
        del rest[at:at + 2]
    for tool in ('Xvfb', 'xdotool', 'dbus-run-session', 'xfwm4'):
        if shutil.which(tool) is None:
            print('1..0 # SKIP ' + tool + ' is not installed')
            return 0
    folder = tempfile.mkdtemp(prefix='sightline-ui.')
    server, display = start_display(size, folder)
    env = environment(display, folder)
    env['SIGHTLINE_BUILD'] = build
    env['SIGHTLINE_UI_FOLDER'] = folder
    inner = ('xfwm4 --compositor=off >/dev/null 2>&1 & '
             'gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus '
             '--method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled "<true>" >/dev/null 2>&1; '
             'sleep 0.5; exec /usr/bin/python3 "$@"')
    try:
        return subprocess.call(['dbus-run-session', '--', 'bash', '-c', inner, 'run', suite] + rest, env=env)
    finally:
        server.terminate()
        server.wait()
        time.sleep(0.1)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    sys.exit(main())
