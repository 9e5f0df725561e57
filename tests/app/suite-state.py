#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is again as it was: the window and its view after a restart."""
import os
import re
import shutil
import sys

from harness import BUTTON, FOLDER, SAMPLE, equal, run, sh, start, until

# Settings that outlive a run of the program.
LASTING = {'GSETTINGS_BACKEND': 'keyfile'}
ROOT = 'Bring Aero 2'  # the goal above most others
TASK = 'Firmware 1.0'


def open_copy(apps, name, **options):
    path = os.path.join(FOLDER, name)
    shutil.copy(SAMPLE, path)
    app = start(apps, path, **options)
    app.find('list item', 'Goals')
    return app, path


def select(app, page, title):
    """Goes to a row of the table of a page."""
    app.show_page(page)
    app.tab_to('table row', None, key='shift+Tab')
    app.key('Home')
    for _ in range(60):
        node = app.focused()
        if node is not None and node.matches('table row', title):
            return
        app.key('Down')
    raise AssertionError('there is no row “%s”' % title)


def rows(app):
    return [node.name for node in app.look().all('table row')]


def size(app):
    return sh('xdotool', 'getwindowgeometry', '--shell', app.window).split('\n')[3:5]


def zoom(app):
    """What the button between less and more says."""
    return app.find(BUTTON, re.compile('^Zoom .*%')).name


def view_after_restart(apps):
    app, _ = open_copy(apps, 'again.sightline', env=LASTING)
    sh('xdotool', 'windowsize', '--sync', app.window, '1180', '700')
    select(app, 'Goals', ROOT)
    before = len(rows(app))
    app.key('minus')
    until(lambda: len(rows(app)) < before, 'rows to go')
    closed = rows(app)
    select(app, 'Timeline', TASK)
    fitting = zoom(app)
    app.click(app.find(BUTTON, 'Zoom In'))
    until(lambda: zoom(app) != fitting, 'another zoom')
    shown, place = zoom(app), size(app)
    app.quit()

    again = start(apps, fresh=False, env=LASTING)
    again.wait_page('Timeline')
    until(lambda: any(node.matches('table row', TASK) and 'selected' in node.states
                      for node in again.look().all('table row')), 'the row to be selected again')
    equal(size(again), place, 'size of the window')
    until(lambda: zoom(again) == shown, lambda: 'the zoom to be %s, it is %s' % (shown, zoom(again)))
    again.show_page('Goals')
    until(lambda: rows(again) == closed, lambda: 'the same rows, there are %s' % rows(again))
    again.quit()


if __name__ == '__main__':
    sys.exit(run([view_after_restart]))
