#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shortest proof that the window works: open, look, change, close, open again, refuse."""
import os
import re
import shutil
import sqlite3
import sys

from harness import FOLDER, SAMPLE, check, equal, open_sample, run, start, until

# Page, name of its chart, a mark that must be there, and how many at least: above 300 the chart has
# one mark only, which stands for the current one.
PAGES = (('Goals', 'Goal Tree', 'Bring Aero 2 to market', 30),
         ('Stakeholders', 'Stakeholder Matrix', 'Management board', 1),
         ('Timeline', 'Timeline', 'Design freeze', 50))


def shortcuts(apps):
    """The list of keys opens and closes, again and again."""
    app = start(apps)
    for _ in range(2):
        app.key('ctrl+question')
        for name, keys in (('Save now', 'Ctrl+S'), ('Zoom to fit', 'Ctrl+0')):
            equal(app.find('list item', name, inside=('frame', 'Keyboard Shortcuts')).description, keys, name)
        app.key('Escape')
        app.gone('frame', 'Keyboard Shortcuts')
    app.quit()


def start_page(apps):
    app = start(apps)
    for name in ('Open Sample: Product Launch', 'Open Sample: Sustainable Manufacturing',
                 'Open Sample: Supplier Alliance', 'Start Your Own', 'Paste a List', 'Import a Plan', 'Open a File'):
        app.find('list item', name)
    equal(app.focused().name, 'Open Sample: Product Launch', 'what Enter takes')
    app.key('Down', 'Down')
    app.wait_focus('list item', 'Open Sample: Supplier Alliance')
    app.key('Return')
    app.find('list item', 'Goals', timeout=20)
    check('Corvane and Tessaro' in app.title(), 'the window is called “%s”' % app.title())
    app.quit()


def pages(apps):
    app = open_sample(apps)
    check('Product launch' in app.title(), 'the window is called “%s”' % app.title())
    for page, chart, record, least in PAGES:
        app.show_page(page)
        marks = until(lambda: app.names('list item', ('list', chart)), 'marks on ' + chart)
        check(len(marks) >= least, '%s has %d marks' % (chart, len(marks)))
        check(any(record in mark for mark in marks), '%s does not show “%s”' % (chart, record))
        check(all(marks), chart + ' has a mark without a name')
    app.show_page('Print')
    app.find('image', 'Sheet 1 of')
    app.find('label', 'smallest text on this sheet')
    app.quit()


def undo_and_redo_are_named(apps):
    app = open_sample(apps)
    before = app.everything()
    check(not app.can_undo(), 'a fresh sample offers Undo')
    app.add_row('Hire a translator')
    app.find('table row', 'Hire a translator')
    equal(len(app.everything()['goal']), len(before['goal']) + 1, 'goals')
    check('Hire a translator' in app.undo_button().name, 'Undo is called “%s”' % app.undo_button().name)
    app.undo_all()
    equal(app.everything(), before, 'after Undo')
    check(re.match('Redo: .', app.undo_button('Redo').name), 'Redo is called “%s”' % app.undo_button('Redo').name)
    app.quit()


def work_survives_closing(apps):
    path = os.path.join(FOLDER, 'kept.sightline')
    shutil.copy(SAMPLE, path)
    app = start(apps, path)
    app.find('list item', 'Goals')
    app.add_row('Survive the night')
    app.quit()
    with sqlite3.connect('file:%s?immutable=1' % path, uri=True) as file:
        equal(file.execute("SELECT count(*) FROM goal WHERE title = 'Survive the night'").fetchone()[0], 1,
              'goals in the file')
    again = start(apps, path, fresh=False)
    again.find('table row', 'Survive the night')
    check('Survive the night' in again.undo_button().name, 'Undo forgot: “%s”' % again.undo_button().name)
    again.quit()


def damaged(name, make):
    path = os.path.join(FOLDER, name)
    shutil.copy(SAMPLE, path)
    make(path)
    return path


def truncate(path):
    with open(path, 'r+b') as file:
        file.truncate(5000)


def write_text(path):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Goals\n1. Sell more\n')


def make_newer(path):
    with open(path, 'r+b') as file:
        file.seek(60)  # the format, in the header of an SQLite file
        file.write((9000).to_bytes(4, 'big'))


def make_empty(path):
    with open(path, 'wb'):
        pass


def make_pipe(path):
    os.unlink(path)
    os.mkfifo(path)


def make_folder(path):
    os.unlink(path)
    os.mkdir(path)


def make_circle(path):
    os.unlink(path)
    os.symlink(os.path.basename(path), path)


BAD_FILES = (('text', write_text, 'text file'), ('cut', truncate, 'complete'), ('new', make_newer, 'newer'),
             ('empty', make_empty, 'empty'), ('pipe', make_pipe, 'pipe'), ('folder', make_folder, 'folder'),
             ('circle', make_circle, 'cannot be read'))


def content(path):
    if not os.path.isfile(path):
        return os.lstat(path).st_mode
    with open(path, 'rb') as file:
        return file.read()


def bad_files_give_one_sentence(apps):
    for kind, make, word in BAD_FILES:
        name = kind + '.sightline'
        path = damaged(name, make)
        before = content(path)
        app = start(apps, path)
        app.find('label', 'Cannot Open the File')
        sentence = app.find('label', name).name
        check(word in sentence and len(sentence) < 200, 'said: “%s”' % sentence)
        check(not re.search(r'SQLITE|errno|SELECT|NULL|0x', sentence), 'said in the language of programs: ' + sentence)
        app.key('Escape')
        app.gone('label', 'Cannot Open the File')
        app.find('list item', 'Open Sample')
        equal(content(path), before, name + ' afterwards')
        app.quit()


def changes_of_others_are_shown(apps):
    ours, theirs = (os.path.join(FOLDER, name + '.sightline') for name in ('ours', 'theirs'))
    for path in (ours, theirs):
        shutil.copy(SAMPLE, path)
    other = start(apps, theirs)
    other.find('list item', 'Goals')
    other.add_row('Done by Anna')
    other.quit()
    app = start(apps, ours)
    app.find('list item', 'Goals')
    app.gone('table row', 'Done by Anna')
    os.replace(theirs, ours)
    app.find('label', 'Somebody else changed “ours.sightline”')
    app.find('table row', 'Done by Anna')
    app.key('ctrl+z')
    app.gone('table row', 'Done by Anna')
    app.quit()


def a_file_that_vanishes_comes_back(apps):
    path = os.path.join(FOLDER, 'vanishing.sightline')
    shutil.copy(SAMPLE, path)
    app = start(apps, path)
    app.find('list item', 'Goals')
    os.unlink(path)
    app.add_row('Outlive the file')
    app.quit()
    with sqlite3.connect('file:%s?immutable=1' % path, uri=True) as file:
        equal(file.execute("SELECT count(*) FROM goal WHERE title = 'Outlive the file'").fetchone()[0], 1,
              'goals in the file')


if __name__ == '__main__':
    sys.exit(run([start_page, shortcuts, pages, undo_and_redo_are_named, work_survives_closing,
                  bad_files_give_one_sentence, changes_of_others_are_shown,
                  a_file_that_vanishes_comes_back]))
