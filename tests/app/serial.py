# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes apart what GVariant's serialised form holds (its specification: "GVariant Serialisation").

Only for the long answers of the accessibility bus: asking GLib for each value takes ten times as long."""
import struct

UNSIGNED = {1: 'B', 2: 'H', 4: 'I'}


def offset_size(data):
    return 1 if len(data) <= 0xff else 2 if len(data) <= 0xffff else 4


def align(at, step):
    return -(-at // step) * step


def ends(data, n):
    """Where the first @n members of varying size end; a tuple stores them at its end, the last one first."""
    size = offset_size(data)
    return struct.unpack('=%d%s' % (n, UNSIGNED[size]), data[len(data) - n * size:])[::-1]


def items(data, step):
    """The elements of an array of elements of varying size that begin at multiples of @step."""
    if not data:
        return []
    size = offset_size(data)
    table, = struct.unpack('=' + UNSIGNED[size], data[-size:])
    stops = struct.unpack('=%d%s' % ((len(data) - table) // size, UNSIGNED[size]), data[table:])
    return [data[align(start, step):stop] for start, stop in zip((0, *stops), stops)]


def string(data):
    return data[:-1].decode()


def second_string(data):
    """Of a tuple of two strings."""
    return string(data[ends(data, 1)[0]:len(data) - offset_size(data)])
