/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a program did to its files, one record after the other: a head and its data. */

#pragma once

#include <stdint.h>

#define RECORD_CREATE 'C'      /* inode; data: path */
#define RECORD_WRITE 'W'       /* inode, offset; data */
#define RECORD_TRUNCATE 'T'    /* inode; offset: size */
#define RECORD_GROW 'G'        /* inode; offset: size */
#define RECORD_SYNC 'S'        /* inode */
#define RECORD_SYNC_FOLDER 'D' /* names */
#define RECORD_RENAME 'R'      /* data: two paths */
#define RECORD_LINK 'L'        /* data: two paths */
#define RECORD_UNLINK 'U'      /* data: path */
#define RECORD_MARK 'M'        /* inode: what, offset: number */

typedef struct __attribute__ ((packed))
{
  char op;
  uint64_t inode;
  uint64_t offset;
  uint32_t size; /* of the data that follow */
} RecordHead;

/* A note of the program under test; what: its own. */
void record_mark (int what, int number);
