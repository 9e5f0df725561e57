#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes catalogues to look at layouts with, until there are translations:

  de   every text 40 % longer, in brackets: what is clipped or not translatable is seen at once
  ar   texts as they are, but translated as far as the toolkit is concerned: windows run from right
       to left

usage: pseudo-locale.py FOLDER     then run with SIGHTLINE_LOCALEDIR=FOLDER LANG=de_DE.UTF-8
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
STRING = re.compile(r'^(msgstr(?:\[\d\])?) "(.+)"$')
PLURALS = {'de': 'nplurals=2; plural=(n != 1);',
           'ar': 'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : 3;'}


def lengthen(text):
    """Adds a tail; escapes, directives and mnemonics inside stay as they are."""
    tail = max(1, len(text) * 4 // 10)
    words = ['ø' * min(6, tail - at) for at in range(0, tail, 6)]
    return '[' + ' '.join([text] + words) + ']'


def catalogue(language):
    template = subprocess.run(['msgen', '--no-wrap', str(ROOT / 'po' / 'sightline.pot')],
                              capture_output=True, text=True, check=True).stdout
    head, body = template.split('\n\n', 1)
    head = re.sub(r'charset=[\w-]+', 'charset=UTF-8', head)
    head = re.sub(r'"Plural-Forms: [^"]*"', '"Plural-Forms: %s\\\\n"' % PLURALS[language], head)
    head = head.replace('"Language: \\n"', '"Language: %s\\n"' % language).replace('#, fuzzy\n', '')
    lines = []
    for line in body.split('\n'):
        match = STRING.match(line)
        if match and language == 'de' and '\\n' not in line:
            line = '%s "%s"' % (match[1], lengthen(match[2]))
        lines.append(line)
        if language == 'ar' and line.startswith('msgstr[1]'):
            lines += ['msgstr[%d]%s' % (n, line[len('msgstr[1]'):]) for n in range(2, 6)]
    return head + '\n\n' + '\n'.join(lines)


def main():
    folder = pathlib.Path(sys.argv[1])
    for language in PLURALS:
        target = folder / language / 'LC_MESSAGES'
        target.mkdir(parents=True, exist_ok=True)
        source = target / 'sightline.po'
        source.write_text(catalogue(language), encoding='utf-8')
        subprocess.run(['msgfmt', '-o', str(target / 'sightline.mo'), str(source)], check=True)
    print(folder)


if __name__ == '__main__':
    main()
