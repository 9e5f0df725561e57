#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is again as it was: the window and its view after a restart."""
import os
import re
import sys

from harness import BUTTON, TAB, TEXT, check, equal, open_copy, run, sh, start, until
from tables import select

# Settings that outlive a run of the program.
LASTING = {'GSETTINGS_BACKEND': 'keyfile'}
KEPT = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings', 'keyfile')
ROOT = 'Bring Aero 2'  # the goal above most others
BELOW = 'Freeze the design'
TASK = 'Firmware 1.0'


def rows(app):
    return [node.name for node in app.look().all('table row')]


def is_closed(app):
    """Whether the first goal shows and nothing below it."""
    names = ' '.join(rows(app))
    return ROOT in names and BELOW not in names


def size(app):
    return sh('xdotool', 'getwindowgeometry', '--shell', app.window).split('\n')[3:5]


def zoom(app):
    """What the button between less and more says."""
    return app.find(BUTTON, re.compile('^Zoom .*%')).name


def view_after_restart(apps):
    app, _ = open_copy(apps, 'again.sightline', env=LASTING)
    sh('xdotool', 'windowsize', '--sync', app.window, '1180', '700')
    select(app, 'Goals', ROOT)
    until(lambda: int(re.search('[0-9]+', zoom(app))[0]) < 100, 'room for two levels of the tree')
    app.key('minus')
    until(lambda: is_closed(app), 'the rows below to go')
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
    until(lambda: is_closed(again), lambda: 'no rows below, there are %s' % rows(again))
    again.quit()


def preferences(app, page=None):
    app.key('ctrl+comma')
    app.find('label', 'Calendar')
    if page is not None:
        app.tab_to(TAB, page)
        app.key('space')
        app.find('label', 'Units')


def close_preferences(app):
    app.key('Escape')
    until(lambda: len(app.visible_windows()) == 1, 'the preferences to close')


def enter(app, name, text):
    """Types into a field, which Tab selects."""
    app.tab_to(TEXT, re.compile('^%s$' % name))
    app.key('ctrl+a')
    app.step(lambda: (app.type(text), app.key('Return')), '“%s” in %s' % (text, name))


def preferences_act(apps):
    sh('rm', '-f', KEPT)  # else the window is as small as the last one
    app, _ = open_copy(apps, 'preferred.sightline', env=LASTING)
    preferences(app)
    app.tab_to(TEXT + ('spin button',), 'Smallest type')
    app.key('ctrl+a')
    app.type('10')
    app.key('Return')
    close_preferences(app)
    preferences(app, 'This Project')
    enter(app, 'Currency', 'CHF')
    enter(app, 'Fiscal year starts in month', '4')
    close_preferences(app)
    equal(app.query('SELECT currency, fiscal_month FROM project'), [('CHF', 4)], 'what the project says')
    select(app, 'Goals', ROOT)
    enter(app, 'Due', 'Q2')
    equal(app.query("SELECT date(due * 86400, 'unixepoch') FROM goal WHERE title LIKE ?", ROOT + '%'),
          [('2027-09-30',)], 'the end of the second quarter from April on')
    app.show_page('Print')
    app.find('label', re.compile('1[0-9](\\.[0-9])? pt'), timeout=30)
    app.quit()
    with open(KEPT) as kept:
        check('minimum-type=10' in kept.read(), 'the smallest type is not kept')


def muted_rules(apps):
    app, _ = open_copy(apps, 'muted.sightline')
    app.show_page('Alignment')
    app.step(lambda: app.click(app.find(BUTTON, 'Mute Rule')), 'a muted rule')
    rule = app.query('SELECT key FROM judgement WHERE type = 1')[0][0]
    preferences(app, 'This Project')
    app.tab_to(BUTTON, 'Unmute')
    app.find('label', rule)
    app.step(lambda: app.key('Return'), 'a rule that speaks again')
    app.find('label', 'No rule is muted')
    equal(app.query('SELECT key FROM judgement WHERE key = ?', rule), [], 'the muted rule')
    close_preferences(app)
    app.quit()


def deleted_comes_back(apps):
    app, _ = open_copy(apps, 'deleted.sightline')
    select(app, 'Goals', BELOW)
    before = app.everything()
    goals = len(before['goal'])
    app.step(lambda: app.key('Delete'), 'a deletion')
    check(len(app.everything()['goal']) < goals - 1, 'what stands below went too')
    app.wait_focus('table row', 'Obtain CE')  # behind it
    app.step(lambda: app.click(app.find(BUTTON, re.compile('^Undo( Undo)?$'))), 'Undo in the toast')
    equal(app.everything(), before, 'the project after Undo in the toast')
    select(app, 'Goals', BELOW)
    app.step(lambda: app.key('Delete'), 'a deletion')
    app.wait_focus('table row', 'Obtain CE')
    app.find(BUTTON, re.compile('^Undo( Undo)?$'))
    app.step(lambda: app.key('alt+shift+Down'), 'another step')
    app.gone(BUTTON, re.compile('^Undo( Undo)?$'))  # it would take back that one
    app.undo()
    app.key('ctrl+k')
    app.wait_focus(TEXT)
    app.type('Deleted Rec')
    app.find('list item', re.compile('^Deleted Records'))
    app.key('Return')
    app.wait_page('Reviews')
    app.wait_focus('list item', BELOW)
    app.step(lambda: app.key('Return'), 'what was deleted')
    equal(app.everything(), before, 'all as before')
    app.undo()
    equal(len(app.query('SELECT 1 FROM goal WHERE title LIKE ?', BELOW + '%')), 0, 'one step')
    app.quit()


def several_at_once(apps):
    app, _ = open_copy(apps, 'several.sightline')
    before = app.everything()
    select(app, 'Goals', ROOT)
    app.key('shift+Down', 'shift+Down')
    app.find('label', re.compile('^3 Goals$'))
    app.find(TEXT, re.compile('^Owner: different values$'))
    enter(app, 'Weight: different values', '42')
    equal(app.query('SELECT count(*) FROM goal WHERE weight = 42'), [(3,)], 'goals with the new weight')
    app.find(TEXT, re.compile('^Weight$'))
    app.undo()
    equal(app.everything(), before, 'all of it in one step')
    app.quit()


def card_of(app, title):
    return app.find(None, re.compile('^About this page: %s$' % title))


def learn_cards(apps):
    """The card is opened by key and by Ctrl+K, follows page and view, and is again as it was left."""
    sh('rm', '-f', KEPT)
    app, _ = open_copy(apps, 'learn.sightline', env=LASTING)
    app.wait_focus('table row', ROOT)
    app.key('shift+F1')
    app.wait_focus(BUTTON, 'Close the Card')
    card_of(app, 'Goals')
    app.key('Escape')
    app.wait_focus('table row', ROOT)
    app.find('panel', re.compile('^Goal: '))  # the inspector is back in its place
    app.key('ctrl+k')
    app.type('about this page')
    app.key('Return')
    app.wait_focus(BUTTON, 'Close the Card')
    app.gone('panel', re.compile('^Goal: '))
    app.key('alt+2')
    card_of(app, 'Positions')
    app.key('ctrl+Page_Up', 'ctrl+Page_Up')  # round the end
    card_of(app, 'Roles')
    app.key('ctrl+Page_Down', 'ctrl+Page_Down', 'ctrl+Page_Down')
    card_of(app, 'Power and Interest')
    app.click(app.find(TAB, 'Needs'))
    card_of(app, 'Needs')
    app.key('alt+3')
    card_of(app, 'Timeline')
    for view, title in (('Slip', 'Slip'), ('Hand-Offs', 'Hand-Offs'), ('Tasks', 'Tasks'), ('Tasks', 'Timeline')):
        app.click(app.find(BUTTON, re.compile('^%s$' % view)))
        card_of(app, title)
    app.key('alt+7')
    card_of(app, 'Budget')
    for view in ('Bookings', 'Priorities'):
        app.click(app.find(TAB, view))
        card_of(app, view)
    app.key('alt+2')
    card_of(app, 'Needs')
    app.quit()
    again = start(apps, fresh=False, env=LASTING)
    card_of(again, 'Needs')
    again.key('F9')  # it makes room for what was asked for
    again.gone(None, re.compile('^About this page: '))
    again.quit()
    with open(KEPT) as kept:
        check('show-learn-card=true' not in kept.read(), 'the closed card comes again')


if __name__ == '__main__':
    sys.exit(run([view_after_restart, preferences_act, muted_rules, deleted_comes_back,
                  several_at_once, learn_cards]))
