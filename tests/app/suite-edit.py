#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing into the inspector with real keys; what is stored is read from the file by the command line."""
import os
import re
import signal
import sys
import time

from harness import BUILD, BUTTON, TEXT, check, equal, open_copy, pump, run, sh, start, until
from tables import select

# Today is 16 November 2026, as run.py says.
DATES = (('15 Mar', '2027-03-15'), ('Q2', '2027-06-30'), ('+3w', '2026-10-26'), ('+10d', '2026-10-15'))
TASK = 'Firmware 1.0'  # starts on 5 October 2026


def record(path, title):
    """One record of the file as lines “key: value”."""
    text = sh(os.path.join(BUILD, 'src', 'cli', 'sightline-cli'), 'dump', path)
    for block in re.split(r'\n(?=\S)', text):
        fields = dict(line.strip().split(': ', 1) for line in block.split('\n')[1:] if ': ' in line)
        if fields.get('title') == title:
            return fields
    return None


def wait_field(path, title, field, wanted):
    """The program writes its file by itself, soon after the last change."""
    until(lambda: (record(path, title) or {}).get(field) == wanted,
          lambda: '%s of “%s” to be %r in the file, it is %r' % (field, title, wanted,
                                                               (record(path, title) or {}).get(field)), 40)


def field(app, name):
    """Goes to a field of the inspector; Tab selects what is in it."""
    app.tab_to(TEXT, re.compile('^%s$' % name))
    app.key('ctrl+a')


def enter(app, name, text):
    field(app, name)
    app.step(lambda: (app.type(text), app.key('Return')), '“%s” in %s' % (text, name))


def dates_and_amounts(apps):
    app, path = open_copy(apps, 'dates.sightline')
    select(app, 'Timeline', TASK)
    for typed, stored in DATES:
        enter(app, 'Due', typed)
        app.key('ctrl+s')
        wait_field(path, TASK, 'due', stored)
    enter(app, 'Effort', '3d')
    app.key('ctrl+s')
    wait_field(path, TASK, 'effort', '3')
    app.quit()


def money(apps):
    """A budget line is reached from what it is for."""
    app, path = open_copy(apps, 'money.sightline')
    title, goal = app.query('SELECT b.title, g.title FROM budget b JOIN goal g ON g.id = b.item LIMIT 1')[0]
    select(app, 'Goals', goal)
    app.tab_to('list item', title)
    app.key('Return')
    app.find('label', re.compile('^Budget'))
    enter(app, 'Planned', '12k')
    app.key('ctrl+s')
    wait_field(path, title, 'planned', '1200000')
    app.quit()


def what_stands_in(app, name):
    """Copied out of the field, as anybody would."""
    app.tab_to(TEXT, re.compile('^%s$' % name), key='shift+Tab')
    app.key('ctrl+a', 'ctrl+c')
    return sh('xclip', '-selection', 'clipboard', '-out')


def wrong_input_stays(apps):
    app, path = open_copy(apps, 'wrong.sightline')
    select(app, 'Timeline', TASK)
    before = app.everything()
    for name, text, word in (('Due', '31 Feb', '31 Feb'), ('Effort', 'much', 'much'), ('Progress', '140', '140')):
        field(app, name)
        app.type(text)
        app.key('Return')
        sentence = app.find('label', word, timeout=5).name
        check(10 < len(sentence) < 160 and not re.search(r'NULL|GError|%s|[A-Z]{4}', sentence),
              'said: “%s”' % sentence)
        app.key('Tab')
        kept = next(node for node in app.look().all(TEXT, re.compile('^%s$' % name)) if node.description)
        equal(kept.description, sentence, 'what is said of ' + name)
        equal(what_stands_in(app, name), text, 'what stands in ' + name)
    equal(app.everything(), before, 'the project after wrong input')
    app.quit()
    check(record(path, TASK) is not None, 'the file lost the task')


def unknown_owner(apps):
    app, path = open_copy(apps, 'owner.sightline')
    select(app, 'Goals', 'Bring Aero 2')
    parties = len(app.query('SELECT 1 FROM party'))
    enter(app, 'Owner', 'Zoe Quist')
    equal(len(app.look().root.children), 1, 'windows')
    equal(len(app.query('SELECT 1 FROM party')), parties + 1, 'parties')
    app.key('ctrl+s')
    wait_field(path, 'Zoe Quist', 'title', 'Zoe Quist')
    goal = record(path, 'Bring Aero 2 to market by 15 April 2027')
    text = sh(os.path.join(BUILD, 'src', 'cli', 'sightline-cli'), 'dump', path)
    check(re.search(r'^party %s\n  title: Zoe Quist$' % goal['owner'].split()[0], text, re.M),
          'the goal belongs to %s' % goal['owner'])
    app.undo()
    equal(len(app.query('SELECT 1 FROM party')), parties, 'parties after Undo')
    app.quit()


def letters_are_text(apps):
    """No letter typed in a field does what it does in a chart, and blanks are kept while typing."""
    app, path = open_copy(apps, 'letters.sightline')
    for page, row in (('Goals', 'Bring Aero 2'), ('Timeline', TASK)):
        select(app, page, row)
        records = sum(map(len, app.everything().values()))
        field(app, 'Title')
        app.type('lgswn 0123 ')
        pump(1.2)  # a pause in which the title is stored: the blank must not go
        app.type('+-=/ all')
        app.key('Return')
        app.key('ctrl+s')
        wait_field(path, 'lgswn 0123 +-=/ all', 'title', 'lgswn 0123 +-=/ all')
        equal(sum(map(len, app.everything().values())), records, 'records')
        equal(len(app.look().root.children), 1, 'windows')
        app.undo()
    app.quit()


def type_for(app, seconds):
    """Types without a pause, then kills the program; gives what was typed two seconds before the end."""
    typed = []
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        typed.append((time.monotonic(), 'ab%02d' % len(typed)))
        sh('xdotool', 'type', '--delay', '30', typed[-1][1])
    end = kill(app)
    wanted = ''.join(text for at, text in typed if at < end - 2)
    check(len(wanted) > 8, 'too little was typed: ' + wanted)
    return wanted


def kill(app):
    os.kill(app.process.pid, signal.SIGKILL)
    end = time.monotonic()
    app.process.wait()
    return end


def start_again(apps, path):
    app = start(apps, path, fresh=False)
    app.find('list item', 'Goals')
    return app


def kill_loses_little(apps):
    """Typing goes on without a pause; what was typed two seconds before the end must be there."""
    app, path = open_copy(apps, 'kill.sightline')
    select(app, 'Goals', 'Bring Aero 2')
    field(app, 'Title')
    wanted = type_for(app, 5)
    again = start_again(apps, path)
    stored = again.query("SELECT title FROM goal WHERE title LIKE 'ab00%'")
    check(stored and stored[0][0].startswith(wanted), 'typed %r, kept %r' % (wanted, stored))
    check('sensitive' in again.undo_button().states, 'Undo forgot what was done before the end')
    again.key('ctrl+s')
    wait_field(path, stored[0][0], 'title', stored[0][0])
    again.undo_all()
    again.key('ctrl+s')
    wait_field(path, 'Bring Aero 2 to market by 15 April 2027', 'level', 'objective')
    again.quit()


def edit_title(app):
    app.key('F2')
    app.wait_focus(TEXT, 'Title')


def wait_draft(app, what):
    until(lambda: [True for value, in app.query("SELECT value FROM _ws WHERE key = 'draft'") if what in value],
          'a draft of ' + what)


def kill_in_a_cell(apps):
    """An open cell of a table is as safe as a field: one step after the next start."""
    app, path = open_copy(apps, 'cell.sightline')
    before = app.everything()
    select(app, 'Goals', 'Bring Aero 2')
    edit_title(app)
    wanted = type_for(app, 5)
    again = start_again(apps, path)
    again.find('label', 'Restored what was being typed')
    stored = again.query("SELECT title FROM goal WHERE title LIKE 'ab00%'")
    check(stored and stored[0][0].startswith(wanted), 'typed %r, kept %r' % (wanted, stored))
    equal(again.query('SELECT count(*) FROM _undo_step'), [(1,)], 'steps')
    again.undo()
    equal(again.everything(), before, 'after Undo')
    again.quit()


def kill_with_a_date(apps):
    """What has to be finished by Enter is kept as soon as it can be read: date and owner, table and inspector."""
    app, path = open_copy(apps, 'date.sightline')
    title = 'Bring Aero 2 to market by 15 April 2027'
    select(app, 'Goals', title)
    app.click(app.find(BUTTON, re.compile('^Goal Tree$')))  # the column of due days wants the room
    select(app, 'Goals', title)
    edit_title(app)
    app.key('F2', 'F2')
    app.wait_focus(TEXT, 'Due')
    app.type('24 Dec 2026')
    wait_draft(app, '20811')
    app.type(' or')
    pump(1.2)
    kill(app)
    app = start_again(apps, path)
    equal(app.value('goal', 'due', title), 20811, 'due day')
    select(app, 'Goals', title)
    field(app, 'Owner')
    app.type('Zoe Quist')
    wait_draft(app, 'Zoe Quist')
    kill(app)
    app = start_again(apps, path)
    equal(app.query('SELECT p.title FROM goal g JOIN party p ON p.id = g.owner WHERE g.title = ?', title),
          [('Zoe Quist',)], 'owner')
    select(app, 'Goals', title)
    field(app, 'Due')
    app.type('26 Dec 2026')
    wait_draft(app, '20813')
    kill(app)
    app = start_again(apps, path)
    equal(app.value('goal', 'due', title), 20813, 'due day')
    app.undo_all()
    app.quit()


def escape_leaves_no_trace(apps):
    """However long somebody types into a cell, Escape is as if nothing had been."""
    app, path = open_copy(apps, 'escape.sightline')
    select(app, 'Goals', 'Bring Aero 2')
    app.add_row('Undone')
    app.undo_all()
    before, steps = app.everything(), app.history()
    select(app, 'Goals', 'Bring Aero 2')
    edit_title(app)
    app.type('Never')
    wait_draft(app, 'Never')
    app.key('Escape')
    app.wait_focus('table row', 'Bring Aero 2')
    equal((app.everything(), app.history()), (before, steps), 'after Escape')
    check('sensitive' in app.undo_button('Redo').states, 'Escape forgot what could be redone')
    kill(app)
    again = start_again(apps, path)
    equal(again.everything(), before, 'after Escape and the end')
    again.quit()


def undo_after_restart(apps):
    app, path = open_copy(apps, 'again.sightline')
    select(app, 'Goals', 'Bring Aero 2')
    old = record(path, 'Bring Aero 2 to market by 15 April 2027')
    enter(app, 'Weight', '77')
    app.quit()
    equal(record(path, 'Bring Aero 2 to market by 15 April 2027')['weight'], '77', 'weight in the file')
    again = start(apps, path, fresh=False)
    again.find('list item', 'Goals')
    again.undo()
    again.quit()
    equal(record(path, 'Bring Aero 2 to market by 15 April 2027'), old, 'the goal after Undo')


if __name__ == '__main__':
    sys.exit(run([dates_and_amounts, money, wrong_input_stays, unknown_owner, letters_are_text, kill_loses_little,
                  kill_in_a_cell, kill_with_a_date, escape_leaves_no_trace, undo_after_restart]))
