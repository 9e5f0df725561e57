#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts are alive: Tab leads into each, arrow keys walk its marks, and it zooms by keys."""
import re
import sys

from harness import BUTTON, check, open_sample, run, until

# Page, view of the page or None, title of the chart.
CHARTS = (('Goals', None, 'Goal Tree'),
          ('Stakeholders', 'Matrix', 'Stakeholder Matrix'),
          ('Stakeholders', 'Power and Interest', 'Power and Interest'),
          ('Stakeholders', 'Roles', 'Roles'),
          ('Timeline', None, 'Timeline'),
          ('Alignment', 'Who Stands Together', 'Who Stands Together'),
          ('Alignment', 'Priorities and Money', 'Priorities and Money'),
          ('Alignment', 'Trust and What Moved', 'Trust'),
          ('Resources', 'Budget', 'Budget by Source'),
          ('Resources', 'People', 'People and Weeks'),
          ('Risks', 'Matrix', 'Risks'))


def shown(app):
    """The zoom of all charts that are there."""
    return [name for name in app.names(BUTTON) if re.match('Zoom .*%', name)]


def to_chart(app, chart):
    """Tab leads into the chart, to one mark of it."""
    app.find('list item', None, inside=('list', chart))
    marks = app.names('list item', inside=('list', chart))
    for _ in range(40):
        node = app.focused()
        if node is not None and node.role == 'list item' and node.name in marks:
            return node.name
        app.key('Tab')
    raise AssertionError('Tab does not lead to ' + chart)


def walk(app, chart):
    """Each mark that arrow keys lead to has a name; they go on in one direction at least."""
    start = to_chart(app, chart)
    reached = set()
    for key in ('Down', 'Right', 'Up', 'Left'):
        app.key(key)
        reached.add(app.wait_focus('list item').name)
    check(reached - {start} and '' not in reached, 'the arrow keys go nowhere on ' + chart)


def zoom(app, chart):
    fitting = shown(app)
    app.key('ctrl+plus')
    until(lambda: shown(app) != fitting, 'another zoom of ' + chart)
    app.wait_focus('list item')
    larger = shown(app)
    app.key('ctrl+0')
    until(lambda: shown(app) != larger, 'the zoom of %s to fit again' % chart)


def charts_are_alive(apps):
    app = open_sample(apps)
    app.key('F9')
    for page, view, chart in CHARTS:
        print('# ' + chart, flush=True)
        app.show_page(page)
        if view is not None:
            app.click(app.find(None, re.compile('^%s$' % view), inside=('page tab list', None)))
        walk(app, chart)
        zoom(app, chart)
    app.end()


if __name__ == '__main__':
    sys.exit(run([charts_are_alive]))
