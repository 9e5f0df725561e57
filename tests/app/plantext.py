# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as text, read far enough to say in which inputs two of them differ."""
import collections
import re

Field = collections.namedtuple('Field', 'name nick is_key type values target default')
# A change of one input. @what: 'set', 'remove' or 'add'; @field and @value for 'set'.
Change = collections.namedtuple('Change', 'what record field value')


def read_schema(text):
    """Fields of each kind, in order, from “sightline-cli schema”."""
    kinds = {}
    for line in text.split('\n'):
        head = re.match(r'([a-z_]+) — ', line)
        field = re.match(r'  (\S+)\s{2,}(.+?)( \*)? \(([a-z]+)(?:: ([^=)]*))?.*\)$', line)
        if head:
            fields = kinds.setdefault(head[1], [])
        elif field:
            values = [value.strip() for value in (field[5] or '').split(',')]
            default = re.search(r'= ([^,)]+)\)$', line)
            fields.append(Field(field[1], field[2], bool(field[3]), field[4], [value for value in values if value],
                                field[5], default and default[1]))
    return kinds


class Record:
    """One record of a text: its lines, how later lines name it, and its fields as they are written."""

    def __init__(self, lines, schema):
        self.lines = lines
        tokens = re.findall(r'(?:[a-z_]+=)?"(?:[^"\\]|\\.)*"|\S+', lines[0])
        self.kind, tokens = tokens[0], tokens[1:]
        fields = schema[self.kind]
        known_by_fields = any(field.is_key for field in fields)
        self.name = None
        if not known_by_fields and self.kind != 'project':
            self.name = tokens.pop(0)
        written = iter([field.name for field in fields] if known_by_fields else ['title'])
        self.fields = {}
        for token in tokens:
            named = re.match(r'([a-z_]+)=(.*)', token)
            field, value = named.groups() if named else (next(written), token)
            self.fields[field] = re.sub(r'\\(.)', r'\1', value[1:-1]) if value.startswith('"') else value
        for line in lines[1:]:
            field, value = line.strip().split(':', 1)
            self.fields[field] = value.strip()
        self.fields = {name: value for name, value in self.fields.items() if value != '-'}
        keys = [self.fields.get(field.name) for field in fields if field.is_key]
        self.identity = (self.kind, self.name, *keys)

    def with_field(self, field, value):
        """The lines with one field written anew; None leaves it unset."""
        fields = dict(self.fields)
        if value is None:
            fields.pop(field, None)
        else:
            fields[field] = value
        head = [self.kind] + ([self.name] if self.name else [])
        return [' '.join(head)] + ['  %s: %s' % item for item in fields.items()]


class Plan:
    def __init__(self, text, schema):
        self.schema = schema
        blocks = []
        for line in text.split('\n'):
            if line.startswith(' '):
                blocks[-1].append(line)
            elif line and not line.startswith('#'):
                blocks.append([line])
        self.records = [Record(block, schema) for block in blocks]
        self.by_identity = {record.identity: record for record in self.records}
        self.by_name = {record.name: record for record in self.records if record.name}
        self.titles = {record.name: record.fields.get('title', '') for record in self.records if record.name}


def changes(quiet, fires):
    """What has to be done to the first plan to make it the second, input by input."""
    for identity, record in quiet.by_identity.items():
        other = fires.by_identity.get(identity)
        if other is None:
            yield Change('remove', record, None, None)
            continue
        for field in {**record.fields, **other.fields}:
            if record.fields.get(field) != other.fields.get(field):
                yield Change('set', record, field, other.fields.get(field))
    for identity, record in fires.by_identity.items():
        if identity not in quiet.by_identity:
            yield Change('add', record, None, None)


def write(plan, todo):
    """The text of @plan with some changes made."""
    lines = []
    for record in plan.records:
        mine = [change for change in todo if change.record is record]
        if any(change.what == 'remove' for change in mine):
            continue
        if not mine:
            lines += record.lines
        for change in mine:
            record = Record(record.with_field(change.field, change.value), plan.schema)
        if mine:
            lines += record.lines
    for change in todo:
        if change.what == 'add':
            lines += change.record.lines
    return '\n'.join(lines) + '\n'
