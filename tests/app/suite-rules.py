#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule that has a form: its input is typed by keys, and the Alignment page says what is found.

What has to be typed is what the two plans of a rule in tests/data/rules differ in: the first input that makes
the rule fire when it alone is changed. The quiet plan is opened, the record found by Ctrl+K, the field reached
by Tab."""
import datetime
import glob
import json
import os
import re
import sys

import plantext
from harness import BUTTON, TEXT, Failure, check, equal, pump, run, start, until
from records import KINDS, OWN_FORMS, choose_found, command_line, compile_plan, search, show_inspector
from tables import to_tab

RULES = os.path.join(os.path.dirname(__file__), '..', 'data', 'rules')
# Inputs without a form, with the reason.
NO_FORM = {
    'DRI-05': 'what a review knew of is written by the program, never typed',
    'KPI-02': 'a figure of an earlier day cannot be typed: its day is its identity',
}


class Case:
    """One rule: its quiet plan and what is done to it."""

    def __init__(self, rule, schema):
        self.rule = rule
        self.quiet, fires = (plantext.Plan(self.read(kind), schema) for kind in ('quiet', 'fires'))
        every = sorted(plantext.changes(self.quiet, fires),
                       key=lambda change: (change.what != 'set', change.what == 'add'))
        typed = [change for change in every if change.what == 'set']
        removed = [change for change in every if change.what == 'remove']
        choices = [[change] for change in every] + [typed, removed, every]
        self.todo = next((todo for todo in choices if todo and self.fires_with(todo)), None)

    def read(self, kind):
        with open(os.path.join(RULES, '%s.%s.txt' % (self.rule, kind)), encoding='utf-8') as file:
            return file.read()

    def fires_with(self, todo):
        try:
            path = compile_plan(plantext.write(self.quiet, todo), self.rule + '-try')
        except Failure:
            return False  # what went is named elsewhere
        return findings(path, self.rule) != []

    def field(self, change):
        return next(field for field in self.quiet.schema[change.record.kind] if field.name == change.field)


def findings(path, rule):
    """Sentences of one rule, as the command line says them."""
    said = command_line('check', '--json', '--rule', rule, path)
    return [finding['sentence'] for finding in json.loads(said)['findings']]


def day_text(day):
    """As the inspector shows it: “5 Oct 2026”."""
    return datetime.date.fromisoformat(day).strftime('%-d %b %Y')


def name_of(case, record):
    """What a record is called: its title, or the titles of what it connects."""
    if 'title' in record.fields:
        return record.fields['title']
    return ' – '.join(case.quiet.titles[name] for name in record.identity[1:] if name in case.quiet.titles)


def show_record(app, case, record):
    """Shows a record in the inspector; of some days that are called the same, the right one."""
    name = name_of(case, record)
    pattern = re.compile('^%s, %s( ·|$)' % (re.escape(name), KINDS[record.kind]))
    days = [day for day in record.identity[1:] if day and re.fullmatch(r'\d{4}-\d\d-\d\d', day)]
    for which in range(8):
        search(app, KINDS[record.kind] + ' ' + name.replace(' – ', ' '))
        choose_found(app, pattern, skip=which)
        if record.kind not in OWN_FORMS:
            show_inspector(app, record.kind)
        if not days or day_text(days[0]) in [node.description for node in app.look().all(TEXT)]:
            return
    raise Failure('there is no %s of %s' % (record.kind, days))


def type_text(app, field, value):
    app.tab_to(TEXT, re.compile('^%s$' % re.escape(field.nick)))
    app.key('ctrl+a')
    if value is None:
        app.key('Delete')
    else:
        app.type(value)
    if field.type != 'prose':
        app.key('Return')


def choose(app, name, title=None, number=None):
    """Opens a drop-down and goes down its list: to a title, or so many lines below “None”."""
    app.tab_to(None, re.compile('^%s(: |$)' % re.escape(name)))
    app.key('space')
    app.wait_focus('list item')
    app.key('Home')
    if number is None:
        app.tab_to('list item', re.compile('^%s$' % re.escape(title)), key='Down')
    else:
        app.key(*['Down'] * (number + (app.focused().name == 'None')))
    app.key('Return')


def switch(app, field):
    app.tab_to(None, re.compile('^%s$' % re.escape(field.nick)))
    app.key('space')


def is_typed_name(field):
    """Owners are typed, other records are chosen."""
    return field.target == 'party' and field.name in ('owner', 'party', 'author')


def reopen(app):
    """A settled conflict is opened again by a button of its form."""
    app.tab_to(BUTTON, re.compile('^Reopen( Reopen)?$'))
    app.key('space')


def type_change(app, case, change):
    field = case.field(change)
    if (change.record.kind, field.name, change.value) == ('conflict', 'status', 'open'):
        reopen(app)
        return
    title = case.quiet.titles.get(change.value)
    if field.type == 'bool':
        switch(app, field)
    elif field.type == 'ref' and is_typed_name(field):
        type_text(app, field, title)
    elif field.type == 'ref':
        choose(app, field.nick, title=title or 'None')
    elif field.type == 'enum':
        choose(app, field.nick, number=field.values.index(change.value or field.default))
    else:
        type_text(app, field, change.value)


def add_link(app, case, change):
    """A link between goals has its own form: L on the first goal."""
    fields = change.record.fields
    show_record(app, case, case.quiet.by_name[fields['source']])
    app.wait_focus('table row')
    app.key('l')
    app.find(BUTTON, 'What it does')
    others = [record.name for record in case.quiet.records if record.kind == 'goal' and record.name != fields['source']]
    choose(app, 'Other goal', number=others.index(fields['target']))
    app.tab_to(BUTTON, re.compile('^Link( Link)?$'))
    app.key('space')


def add_role(app, case, change):
    """A role is a letter in the chart of roles."""
    item, party = (case.quiet.titles[change.record.fields[field]] for field in ('item', 'party'))
    app.show_page('Stakeholders')
    to_tab(app, 'Roles')
    app.click(app.find('list item', '%s in %s: ' % (party, item)))
    app.wait_focus('list item', '%s in %s: ' % (party, item))
    app.key(change.record.fields['letter'][0])


def add_answer(app, case, change):
    """An answer about trust is typed below the lines, for today; the rest follows by Tab."""
    fields = change.record.fields
    app.show_page('Alignment')
    to_tab(app, 'Trust and What Moved')
    parties = [record.name for record in case.quiet.records if record.kind == 'party']
    choose(app, 'Who answers', number=parties.index(fields['from_party']))
    choose(app, 'About', number=parties.index(fields['to_party']))
    app.tab_to(BUTTON, re.compile('^Answer( Answer)?$'), key='shift+Tab')
    app.key('space')
    for name in ('ability', 'goodwill', 'integrity', 'openness', 'reliability'):
        app.wait_focus(TEXT)
        app.key('ctrl+a')
        app.type(fields[name])
        app.key('Return' if name == 'reliability' else 'Tab')


ADD = {'goal_link': add_link, 'role': add_role, 'trust': add_answer}


def do(app, case, change):
    if change.what == 'add':
        ADD[change.record.kind](app, case, change)
        return
    show_record(app, case, change.record)
    if change.what == 'remove':
        app.tab_to(BUTTON, re.compile('^Delete( Delete)?$'))
        app.key('space')
    else:
        type_change(app, case, change)


def see_finding(app, sentence):
    """The list on the Alignment page has it; F8 goes from one finding to the next."""
    app.show_page('Alignment')
    for _ in range(40):
        if app.look().all('list item', sentence):
            return
        app.key('F8')
        pump(0.2)
    raise Failure('“%s” is not in the list' % sentence)


def test_of(rule, schema):
    def test(apps):
        case = Case(rule, schema)
        check(case.todo, 'no input that can be told makes it fire')
        path = compile_plan(plantext.write(case.quiet, []), case.rule)
        equal(findings(path, case.rule), [], 'findings of the quiet plan')
        app = start(apps, path)
        app.find('list item', 'Goals')
        for change in case.todo:
            app.step(lambda change=change: do(app, case, change), 'what is typed')
        app.key('ctrl+s')
        sentences = until(lambda: findings(path, case.rule), 'the finding in the file', 20)
        see_finding(app, sentences[0])
        app.quit()
    test.__name__ = rule
    return test


def covers_every_rule(apps):
    """Nobody adds a rule without its two plans."""
    known = set(re.findall(r'\b([A-Z]{2,5}-\d\d)\b', command_line('check', '--help')))
    check(known, 'the command line names no rule')
    equal(sorted(known - set(rules())), [], 'rules without plans')


def rules():
    return sorted(os.path.basename(path)[:-len('.fires.txt')] for path in glob.glob(os.path.join(RULES, '*.fires.txt')))


def first_of_each_family():
    """Of CON-01, CON-02 ... the first that has a form."""
    return {rule.partition('-')[0]: rule for rule in reversed(rules()) if rule not in NO_FORM}.values()


def tests():
    """Those that are named; with --all every rule, which takes minutes; else the first of each family."""
    schema = plantext.read_schema(command_line('schema'))
    wanted = [argument for argument in sys.argv[1:] if not argument.startswith('-')]
    chosen = wanted or (rules() if '--all' in sys.argv else first_of_each_family())
    for rule in rules():
        if rule in chosen and rule not in NO_FORM:
            yield test_of(rule, schema)
    if not wanted:
        yield covers_every_rule


if __name__ == '__main__':
    status = run(list(tests()))
    for rule, reason in NO_FORM.items():
        print('# %s is not typed: %s' % (rule, reason))
    sys.exit(status)
