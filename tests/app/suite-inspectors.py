#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything in the inspector of each kind of record has a name and a role."""
import os
import re
import sys

from audit import clean
from harness import Failure, check, equal, run, start
from records import KINDS, command_line, compile_plan, open_kind

# A program that showed many pages takes long to read.
KINDS_A_START = 6
SAMPLE_TEXT = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'samples', 'product-launch.txt')


def kinds(apps):
    """The inspector of each kind of record, reached by Ctrl+K."""
    with open(SAMPLE_TEXT, encoding='utf-8') as file:
        text = file.read()
    milestone = re.search(r'^milestone (\S+)', text, re.M)[1]
    points = re.findall(r'^priority (\S+) (\S+)', text, re.M)[:2]
    text += '\n'.join(('', 'comparison %s %s %s 3' % (*points[0], points[1][1]),
                       'forecast %s 2026-09-01 2027-01-15' % milestone, 'sheet goal-tree headline=Ours',
                       'judgement CON-01:nothing reason="Settled long ago"', ''))
    plan = compile_plan(text, 'kinds')
    schema = command_line('schema')
    equal(sorted(re.findall('^([a-z_]+) — ', schema, re.M)), sorted(KINDS), 'kinds of records')
    found = []
    kinds_left = list(KINDS)
    while kinds_left:
        app = start(apps, plan)
        app.find('list item', 'Goals')
        for kind in kinds_left[:KINDS_A_START]:
            app.show_page('Goals')
            inspector = open_kind(app, kind)
            try:
                clean(app, kind, inspector)
            except Failure as failure:
                found.append(str(failure))
        del kinds_left[:KINDS_A_START]
        app.quit()
    check(not found, '\n# '.join(found))


if __name__ == '__main__':
    sys.exit(run([kinds]))
