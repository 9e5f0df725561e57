#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts from where they are seen to their decision, and charters from the first open point to the
signature, by keys alone. What is stored is read from the file by the command line."""
import json
import os
import re
import signal
import subprocess
import sys

from audit import audit
from harness import BUILD, BUTTON, FOLDER, TAB, TEXT, check, equal, run, sh, start, until

CLI = os.path.join(BUILD, 'src', 'cli', 'sightline-cli')
# Today is 16 November 2026, as run.py says.
PLAN = '''project "Pact"
party sales "Sales" type=department power=8 interest=8
party prod "Production" type=department power=7 interest=6
goal speed "Deliver in two days" owner=sales level=objective status=active shared=1
goal safe "Deliver without faults" owner=prod level=objective status=active shared=1
goal_link speed safe -60 "No time for tests"
position sales speed 3 said
position prod speed -2 said
'''
ALLIANCE = PLAN + '''party shop "Shops" type=partner
alliance pact "Pact" start=2026-10-01 end=2027-12-31 expectations=Help escalation=Both
partner pact sales "Shelves" "Margin"
partner pact shop "Orders"
goal joint "Sell together" alliance=pact status=active due=2027-04-15
'''


def open_plan(apps, text):
    source, path = (os.path.join(FOLDER, 'conflict' + suffix) for suffix in ('.txt', '.sightline'))
    with open(source, 'w') as file:
        file.write(text)
    sh(CLI, 'compile', source, '-o', path)
    app = start(apps, path)
    app.find('list item', 'Goals')
    return app, path


def records(path, kind):
    """All records of a kind in the file as dictionaries."""
    found = []
    for block in re.split(r'\n(?=\S)', sh(CLI, 'dump', path)):
        head, *lines = block.split('\n')
        if head.split(' ')[0] == kind:
            found.append(dict(line.strip().split(': ', 1) for line in lines if ': ' in line))
    return found


def findings(path):
    """Rules that find something that is not accepted."""
    text = subprocess.run([CLI, 'check', path, '--json'], capture_output=True, text=True,
                          env=dict(os.environ, SIGHTLINE_TODAY='2026-11-16')).stdout
    return [finding['rule'] for finding in json.loads(text)['findings'] if not finding['accepted']]


def saved(app, path, condition, what):
    """The program writes its file when it is told to."""
    app.key('ctrl+s')
    return until(lambda: condition(path), what, 30)


def clean(app, where, form):
    """Everything in a form has a name and a role."""
    app.find(BUTTON, re.compile('Print (Sheet|Charter)'))
    controls, found = audit(app.look())
    found = [finding for finding in found if 'Sl%sForm' % form in finding]
    check(controls > 10, where + ' has too few controls')
    check(not found, '%s: %d findings\n#   %s' % (where, len(found), '\n#   '.join(found)))


def type_into(app, name, text):
    app.tab_to(TEXT, re.compile('^%s$' % name))
    app.step(lambda: app.type(text), '“%s” in %s' % (text, name))


def press(app, name):
    app.tab_to(BUTTON, name)
    app.key('space')


def go_to_cell(app, party, goal):
    app.show_page('Stakeholders')
    app.wait_focus('list item', re.compile('^Sales'))
    app.key('Down')
    for _ in range(8):
        node = app.focused()
        if node.name.startswith(party + ' on ' + goal):
            return
        app.key('Right' if not node.name.startswith(party) else 'Down')
    raise AssertionError('no cell of %s on %s' % (party, goal))


def from_a_cell(apps):
    """C in a cell opens it between both sides; it is filled in, settled, and taken back in one step."""
    app, path = open_plan(apps, PLAN)
    go_to_cell(app, 'Production', 'Deliver in two days')
    app.step(lambda: app.key('c'), 'opening a conflict')
    app.wait_page('Alignment')
    app.wait_focus(TEXT, 'Interest of the party')
    clean(app, 'the form of a conflict', 'Conflict')
    app.step(lambda: app.type('No rework'), 'an interest')
    type_into(app, 'Interest of the other party', 'Customers stay')
    type_into(app, 'Option 1', 'Three days')
    type_into(app, 'Who gains by option 1', 'Production')
    type_into(app, 'Who loses by option 1', 'Sales')
    app.tab_to(('list item', 'button', 'toggle button'), re.compile('Take One as an Option'))
    app.key('space')
    app.tab_to(BUTTON, re.compile('Add the Option “One goal asks for less”'))
    app.step(lambda: app.key('space'), 'a way to settle it')
    app.tab_to(TEXT, 'If unsettled by')
    app.step(lambda: (app.type('1 Dec'), app.key('Return')), 'the last day')
    type_into(app, 'Outcome', 'Three days until June')
    before = app.everything()
    app.tab_to(BUTTON, re.compile('^Settle$'))
    app.step(lambda: app.key('space'), 'settling')
    app.wait_focus(BUTTON, 'Reopen')
    conflict = saved(app, path, lambda p: [r for r in records(p, 'conflict') if r.get('status') == 'agreed'],
                     'the settled conflict in the file')[0]
    equal(conflict['interest'], 'No rework', 'interest')
    equal(conflict['other_interest'], 'Customers stay', 'other interest')
    check(conflict['title'].startswith('Production against Sales'), conflict['title'])
    equal((conflict['decide_by'], conflict['settled']), ('2026-12-01', '2026-11-16'), 'dates')
    options = app.query('SELECT options FROM conflict')[0][0].split('\n')
    equal(options, ['Three days | Production | Sales', 'One goal asks for less'], 'options')
    decision = records(path, 'decision')[0]
    equal((decision['title'], decision['reason']), (conflict['title'], 'Three days until June'), 'decision')
    check('CON-05' not in findings(path) and 'POS-01' not in findings(path), 'found: %s' % findings(path))
    app.undo()
    equal(app.everything(), before, 'the project after one Undo')
    saved(app, path, lambda p: 'CON-05' in findings(p) and 'POS-01' in findings(p), 'both findings again')
    app.quit()


def from_a_link(apps):
    """A link that hurts is written down from its popover."""
    app, path = open_plan(apps, PLAN.replace('goal_link speed safe -60 "No time for tests"\n', ''))
    app.show_page('Goals')
    app.wait_focus('table row', 'Deliver in two days')
    app.key('l')
    app.wait_focus(BUTTON, 'What it does')
    app.key('space')
    app.wait_focus('list item')  # entries of a drop-down have no names
    app.key('End', 'Up', 'Return')
    app.find(BUTTON, re.compile('What it does: hurts much'))
    app.tab_to(BUTTON, 'Other goal')
    app.key('space')
    app.type('faults')
    app.key('Down', 'Return')
    app.find(BUTTON, 'Deliver without faults')
    press(app, 'Link and Open Conflict')
    app.wait_focus(TEXT, 'Interest of the party', timeout=15)
    conflict = saved(app, path, lambda p: records(p, 'conflict'), 'the conflict in the file')[0]
    equal(conflict['title'], 'Sales against Production: Deliver in two days', 'title')
    equal(conflict['severity'], 'high', 'severity')
    equal(records(path, 'goal_link')[0]['strength'], '-80', 'strength')
    app.quit()


def from_a_finding(apps):
    """A finding leads to the record about it; an agreement changes the link in the same step."""
    app, path = open_plan(apps, PLAN + 'conflict pair "Speed or care" goal=speed other_goal=safe party=sales '
                          'other_party=prod severity=high status=open\n')
    app.show_page('Alignment')
    app.wait_focus('list item', 'is open')
    press(app, 'Go to Conflict')
    app.wait_focus(TEXT, 'Interest of the party')
    type_into(app, 'Outcome', 'Tests at night')
    before = app.everything()
    app.tab_to(('radio button', 'check box'), 'Nothing else in the plan')
    app.key('Down')
    app.wait_focus('list item', 'weakens the link')
    app.key('Return')
    press(app, re.compile('^Settle$'))
    app.wait_focus(BUTTON, 'Reopen')
    saved(app, path, lambda p: records(p, 'conflict')[0]['status'] == 'agreed', 'the agreement')
    equal(records(path, 'goal_link')[0]['strength'], '-20', 'strength of the link')
    check('CON-05' not in findings(path), 'the conflict is found still')
    app.undo()
    equal(app.everything(), before, 'the project after one Undo')
    app.tab_to('list item', 'Speed or care', key='shift+Tab')
    press(app, 'Print Sheet')
    app.wait_page('Print')
    app.find(('list item', 'label', *BUTTON), 'Conflicts to Settle')
    app.quit()


def show_charter(app):
    app.tab_to(TAB, 'Findings', key='shift+Tab')
    for _ in range(5):
        if app.focused().matches(TAB, 'Alliance Charter'):
            break
        app.key('Right')
    app.key('space')


def check_row(app, name):
    return app.tab_to('list item', re.compile('^' + name))


def before_signing(apps):
    """Each open point leads to the place where it is settled."""
    app, path = open_plan(apps, ALLIANCE)
    app.show_page('Alignment')
    app.wait_focus('list item')
    show_charter(app)
    clean(app, 'the charter', 'Charter')
    check_row(app, 'All partners agreed')
    app.key('Return')
    app.wait_page('Stakeholders')
    app.wait_focus('list item', re.compile('^Sales on Sell together: not asked'))
    app.key('alt+4')
    app.wait_page('Alignment')
    check_row(app, 'The first review has a date')
    app.key('Return')
    app.wait_focus(TEXT, 'Next review')
    app.step(lambda: (app.type('19 Jan'), app.key('Return')), 'the review')
    check_row_back = app.tab_to('list item', re.compile('^Expectations are written'), key='shift+Tab')
    check('1 partner' in check_row_back.description, check_row_back.description)
    app.key('Return')
    app.wait_focus(TEXT, 'Gets')
    app.step(lambda: app.type('Devices'), 'what it gets')
    app.tab_to('list item', re.compile('^Every goal has an owner'), key='shift+Tab')
    app.key('Return')
    app.wait_page('Goals')
    app.find(None, 'Goal: Sell together')  # in the inspector
    app.quit()


def sign(apps):
    """Signing stores day, signatories and what was agreed in one step; what moves afterwards is shown."""
    app, path = open_plan(apps, ALLIANCE)
    app.show_page('Alignment')
    app.wait_focus('list item')
    show_charter(app)
    app.find(BUTTON, 'Print Charter')
    app.tab_to(TEXT, re.compile('^Day$'))
    app.key('ctrl+a')
    app.type('13 Nov 2026')
    app.tab_to(TEXT, 'Who signs for Sales')
    app.type('Ana Costa')
    app.tab_to(TEXT, 'Who signs for Shops')
    app.type('Omar Said')
    until(lambda: app.query("SELECT id FROM partner WHERE signatory = 'Omar Said'"), 'the name to be kept')
    os.kill(app.process.pid, signal.SIGKILL)  # nothing is lost
    app.process.wait()
    app = start(apps, path, fresh=False)
    app.show_page('Alignment')
    app.wait_focus('list item')
    show_charter(app)
    app.tab_to(TEXT, 'Who signs for Shops')
    equal(sorted(app.query('SELECT signatory FROM partner')), [('Ana Costa',), ('Omar Said',)], 'names that were typed')
    before = app.everything()
    app.tab_to(TEXT, re.compile('^Day$'), key='shift+Tab')
    app.key('ctrl+a')
    app.type('13 Nov 2026')
    app.tab_to(BUTTON, re.compile('^Sign$'))
    app.step(lambda: app.key('space'), 'signing')
    saved(app, path, lambda p: records(p, 'alliance')[0].get('signed') == '2026-11-13', 'the signature')
    equal(sorted(r['signatory'] for r in records(path, 'partner')), ['Ana Costa', 'Omar Said'], 'signatories')
    equal([r['day'] for r in records(path, 'baseline')], ['2026-11-13'], 'agreed baselines')
    equal([r['source'] for r in records(path, 'position') if r.get('day') == '2026-11-13'], ['writing', 'writing'],
          'agreements in writing')
    app.undo()
    equal(app.everything(), before, 'the project after one Undo')
    app.step(lambda: app.key('ctrl+shift+z'), 'signing again')
    app.find('list item', 'Nothing: all is as it was agreed')
    goal = app.query("SELECT id FROM goal WHERE title = 'Sell together'")[0][0]
    app.show_page('Goals')
    app.wait_focus('table row')
    for _ in range(6):
        if app.focused().matches('table row', 'Sell together'):
            break
        app.key('Down')
    app.tab_to(TEXT, re.compile('^Due$'))
    app.key('ctrl+a')
    app.step(lambda: (app.type('30 Jun 2027'), app.key('Return')), 'another date')
    check(app.query('SELECT due FROM goal WHERE id = ?', goal)[0][0] is not None, 'no date')
    app.key('alt+4')
    app.wait_page('Alignment')
    moved = app.find('list item', 'Sell together: Due')
    equal(moved.description, '15 Apr 2027 → 30 Jun 2027, without a decision', 'what moved')
    app.quit()


def heads(app):
    """Parties in the order of their columns, each with what its margin says."""
    names = [name for name in app.names('list item') if ': mean position' in name]
    return [name.split(':')[0] for name in names], names


def blocks(apps):
    """Margins are said in words; parties that stand together come side by side."""
    app, _path = open_plan(apps, PLAN + 'party fin "Finance" type=department\nposition fin speed 2 said\n'
                           'position prod safe 3 said\nposition sales safe -1 said\n')
    app.show_page('Stakeholders')
    app.wait_focus('list item', re.compile('^Sales'))
    order, names = heads(app)
    equal(order, ['Sales', 'Production', 'Finance'], 'columns as in the outline')
    check('4.5 apart' in names[0], names[0])  # (3 + 2) / 2 and (1 + 3) / 2
    app.find('list item', 'Deliver in two days: ')
    app.find('list item', 'apart: of every two parties on opposite sides')
    before = app.everything()
    press(app, 'View Options')
    app.wait_focus(None, 'Side by Side')
    app.key('Return')
    until(lambda: heads(app)[0] == ['Sales', 'Finance', 'Production'], lambda: 'blocks, it is %s' % heads(app)[0])
    equal(app.everything(), before, 'the project after sorting')
    app.quit()


if __name__ == '__main__':
    sys.exit(run([from_a_cell, from_a_link, from_a_finding, before_signing, sign, blocks]))
