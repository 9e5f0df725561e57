# SPDX-License-Identifier: GPL-3.0-or-later
"""Reaching any record by keys: Ctrl+K, some words, arrows, Enter; then the inspector shows it."""
import os
import re

from harness import BUILD, FOLDER, TEXT, Failure, check, sh, until

# What the program calls one record of each kind.
KINDS = {
    'project': 'Project', 'party': 'Party', 'alliance': 'Alliance', 'partner': 'Partner', 'goal': 'Goal',
    'goal_parent': 'Further parent', 'goal_link': 'Goal link', 'position': 'Position', 'priority': 'Priority',
    'kpi': 'KPI', 'kpi_value': 'KPI value', 'task': 'Task', 'milestone': 'Milestone', 'dependency': 'Dependency',
    'allocation': 'Allocation', 'baseline': 'Baseline', 'day_off': 'Day off', 'budget': 'Budget line',
    'need': 'Need', 'risk': 'Risk', 'conflict': 'Conflict', 'note': 'Note', 'sheet': 'Sheet', 'role': 'Role',
    'decision': 'Decision', 'acknowledgement': 'Acknowledgement', 'promise': 'Promise', 'trust': 'Trust answer',
    'review': 'Review', 'judgement': 'Judgement', 'signal': 'Signal', 'forecast': 'Forecast',
    'comparison': 'Comparison', 'core_value': 'Value', 'value_mark': 'Mark against a value', 'version': 'Change',
    'swot': 'SWOT entry', 'as_is': 'As-is', 'as_is_value': 'As-is value'}
FOUND = ('list', 'Found')
OWN_FORMS = ('conflict', 'alliance')


def command_line(*arguments):
    return sh(os.path.join(BUILD, 'src', 'cli', 'sightline-cli'), *arguments)


def compile_plan(text, name):
    """Makes a project file of a plan written as text; gives its path."""
    source, path = (os.path.join(FOLDER, name + suffix) for suffix in ('.txt', '.sightline'))
    with open(source, 'w', encoding='utf-8') as file:
        file.write(text)
    if os.path.exists(path):
        os.unlink(path)
    command_line('compile', source, '-o', path)
    check(os.path.exists(path), 'the plan %s does not compile' % name)
    return path


def search(app, words):
    app.key('ctrl+k')
    app.wait_focus(TEXT, 'Find any record or action')
    app.type(words)


def choose_found(app, pattern, limit=30, skip=0):
    """Goes down what was found to the line that matches, and opens it; @skip: so many that match come before."""
    line = None
    try:
        found = app.find('list item', pattern, inside=FOUND, timeout=2)
    except Failure:
        found = app.find('list item', inside=FOUND)  # it is further down
    found = next(above for above in found.forebears() if above.matches(*FOUND))
    # The first line is chosen as it is; Down leaves it.
    if pattern.search(found.children[0].name):
        skip -= 1
        if skip < 0:
            app.hide(found, lambda: app.key('Return'))
            return
    for _ in range(limit):
        app.key('Down')
        line = until(lambda: next_line(app, line), lambda: 'a line below %r' % line)
        if pattern.search(line.name):
            skip -= 1
        if pattern.search(line.name) and skip < 0:
            app.hide(found, lambda: app.key('Return'))
            return
    raise Failure('“%s” is not found, the last line read is %r' % (pattern.pattern, line))


def next_line(app, last):
    """The line of what was found that has the focus, when it is another than the last one."""
    node = app.focused()
    if node is None or node.role != 'list item' or (last and (node.path, node.name) == (last.path, last.name)):
        return None
    return node


def kind_pattern(kind):
    """What is found says its kind behind its name: “Cut costs, Goal · Earn more”."""
    return re.compile(', %s( ·|$)' % KINDS[kind])


def open_kind(app, kind):
    """Shows some record of a kind in the inspector; gives role and name of that. Some have a form of their own
    instead, and nothing is given."""
    words = KINDS[kind].lower()
    if 'title' in app.columns(kind):
        words += ' ' + app.query('SELECT title FROM "%s" ORDER BY length(title)' % kind)[0][0]
    search(app, words)
    choose_found(app, kind_pattern(kind))
    if kind in OWN_FORMS:
        app.wait_page('Alignment')
        return None
    return show_inspector(app, kind)


def show_inspector(app, kind):
    """Waits for the inspector of a kind; where the page is too narrow for it, it comes when it is asked for."""
    inspector = ('panel', re.compile('^%s: ' % KINDS[kind]))

    def stands_in_window():
        node = app.find(*inspector)
        return node.extents().x < [node, *node.forebears()][-2].extents().width

    try:
        until(stands_in_window, 'the inspector', 0.5)
    except Failure:
        app.key('F9')
        until(stands_in_window, 'the inspector')
    return inspector
