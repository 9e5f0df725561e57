#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Direction page: its form and its tables, by keys."""
import sys

from harness import TEXT, equal, open_sample, run
from tables import add_edit_delete_undo, count, to_tab, to_table, type_row


def direction_form(apps):
    """Vision, mission and values are typed where they stand; a goal against a value leads there."""
    app = open_sample(apps)
    app.show_page('Direction')
    app.wait_focus(TEXT, 'Vision')
    app.key('ctrl+End')
    app.type(' In 2030 too.')
    app.step(lambda: app.key('Tab'), 'a longer vision')
    app.wait_focus(TEXT, 'Mission')
    equal(app.query('SELECT vision FROM project')[0][0][-13:], ' In 2030 too.', 'end of the vision')
    app.undo_all()
    app.quit()


def direction_tables(apps):
    app = open_sample(apps)
    app.show_page('Direction')
    to_tab(app, 'Signals')
    to_table(app)
    add_edit_delete_undo(app, 'signal', ('A new tariff', '3 Nov 2026'), 'day', 20760)
    to_tab(app, 'Current State')
    to_table(app)
    rows = count(app, 'kpi')
    equal(len(app.table_rows()[1]), rows, 'rows of the current state')
    to_tab(app, 'Objectives')
    to_table(app)
    type_row(app, 'Lead the market for clean air')
    equal(app.query('SELECT level, shared FROM goal WHERE title = ?', 'Lead the market for clean air'), [(0, 1)],
          'level of a new objective')
    app.undo_all()
    app.quit()


if __name__ == '__main__':
    sys.exit(run([direction_form, direction_tables]))
