/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library to preload: records what a program does to the files below $RECORD_ROOT into the file
 * $RECORD_LOG, so that power-loss.c can replay it up to any moment. The records are described in
 * record-writes.h. */

#define _GNU_SOURCE

#include "record-writes.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FDS 1024

/* The function of the C library behind the one of that name here. POSIX promises that the pointer
 * can be used so, ISO C does not. */
#define NEXT(type, name) ((type)(uintptr_t)dlsym (RTLD_NEXT, name))

typedef int (*OpenFunc) (const char *path, int flags, ...);
typedef ssize_t (*WriteFunc) (int fd, const void *data, size_t size);
typedef ssize_t (*PwriteFunc) (int fd, const void *data, size_t size, off_t offset);
typedef int (*FdFunc) (int fd);
typedef int (*TruncateFunc) (int fd, off_t size);
typedef int (*FallocateFunc) (int fd, off_t offset, off_t size);
typedef int (*PathFunc) (const char *path);
typedef int (*TwoPathsFunc) (const char *from, const char *to);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct
{
  uint64_t inode; /* 0: not recorded */
  int is_folder;
} tracked[MAX_FDS];

static int
log_fd (void)
{
  static int fd = -1;
  const char *path = getenv ("RECORD_LOG");

  if (fd < 0 && path != NULL)
    fd = NEXT (OpenFunc, "open") (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  return fd;
}

static int
is_recorded (const char *path)
{
  const char *root = getenv ("RECORD_ROOT");

  /* The reserve of disk space has no content. */
  return root != NULL && path != NULL && strncmp (path, root, strlen (root)) == 0
         && strstr (path, "/ballast") == NULL;
}

static void
put (char op, uint64_t inode, uint64_t offset, const void *data, size_t size)
{
  RecordHead head = { .op = op, .inode = inode, .offset = offset, .size = (uint32_t)size };
  char *record = malloc (sizeof head + size);

  memcpy (record, &head, sizeof head);
  if (size > 0)
    memcpy (record + sizeof head, data, size);
  if (NEXT (WriteFunc, "write") (log_fd (), record, sizeof head + size) < 0)
    abort ();
  free (record);
}

static uint64_t
inode_of (int fd)
{
  return fd >= 0 && fd < MAX_FDS ? tracked[fd].inode : 0;
}

static int
open_recorded (const char *name, const char *path, int flags, mode_t mode)
{
  struct stat info;
  int existed = stat (path, &info) == 0;
  int fd;

  pthread_mutex_lock (&mutex);
  fd = NEXT (OpenFunc, name) (path, flags, mode);
  if (fd >= 0 && fd < MAX_FDS)
    tracked[fd].inode = 0;
  if (fd >= 0 && fd < MAX_FDS && is_recorded (path) && fstat (fd, &info) == 0)
    {
      tracked[fd].inode = info.st_ino;
      tracked[fd].is_folder = S_ISDIR (info.st_mode);
      if (!existed)
        put (RECORD_CREATE, info.st_ino, 0, path, strlen (path) + 1);
      else if ((flags & O_TRUNC) != 0)
        put (RECORD_TRUNCATE, info.st_ino, 0, NULL, 0);
    }
  pthread_mutex_unlock (&mutex);
  return fd;
}

static mode_t
read_mode (int flags, va_list args)
{
  return (flags & O_CREAT) != 0 ? (mode_t)va_arg (args, int) : 0;
}

int
open (const char *path, int flags, ...)
{
  va_list args;
  mode_t mode;

  va_start (args, flags);
  mode = read_mode (flags, args);
  va_end (args);
  return open_recorded ("open", path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list args;
  mode_t mode;

  va_start (args, flags);
  mode = read_mode (flags, args);
  va_end (args);
  return open_recorded ("open64", path, flags, mode);
}

ssize_t
write (int fd, const void *data, size_t size)
{
  off_t offset;
  ssize_t n;

  if (inode_of (fd) == 0)
    return NEXT (WriteFunc, "write") (fd, data, size);
  pthread_mutex_lock (&mutex);
  offset = lseek (fd, 0, SEEK_CUR);
  n = NEXT (WriteFunc, "write") (fd, data, size);
  if (n > 0)
    put (RECORD_WRITE, inode_of (fd), (uint64_t)offset, data, (size_t)n);
  pthread_mutex_unlock (&mutex);
  return n;
}

ssize_t
pwrite64 (int fd, const void *data, size_t size, off_t offset)
{
  ssize_t n;

  pthread_mutex_lock (&mutex);
  n = NEXT (PwriteFunc, "pwrite64") (fd, data, size, offset);
  if (n > 0 && inode_of (fd) != 0)
    put (RECORD_WRITE, inode_of (fd), (uint64_t)offset, data, (size_t)n);
  pthread_mutex_unlock (&mutex);
  return n;
}

static int
sync_recorded (const char *name, int fd)
{
  int result;

  pthread_mutex_lock (&mutex);
  result = NEXT (FdFunc, name) (fd);
  if (result == 0 && inode_of (fd) != 0)
    put (tracked[fd].is_folder ? RECORD_SYNC_FOLDER : RECORD_SYNC, inode_of (fd), 0, NULL, 0);
  pthread_mutex_unlock (&mutex);
  return result;
}

int
fsync (int fd)
{
  return sync_recorded ("fsync", fd);
}

int
fdatasync (int fd)
{
  return sync_recorded ("fdatasync", fd);
}

int
ftruncate64 (int fd, off_t size)
{
  int result;

  pthread_mutex_lock (&mutex);
  result = NEXT (TruncateFunc, "ftruncate64") (fd, size);
  if (result == 0 && inode_of (fd) != 0)
    put (RECORD_TRUNCATE, inode_of (fd), (uint64_t)size, NULL, 0);
  pthread_mutex_unlock (&mutex);
  return result;
}

int
posix_fallocate64 (int fd, off_t offset, off_t size)
{
  int result;

  pthread_mutex_lock (&mutex);
  result = NEXT (FallocateFunc, "posix_fallocate64") (fd, offset, size);
  if (result == 0 && inode_of (fd) != 0)
    put (RECORD_GROW, inode_of (fd), (uint64_t)(offset + size), NULL, 0);
  pthread_mutex_unlock (&mutex);
  return result;
}

static int
name_recorded (const char *function, char op, const char *from, const char *to)
{
  size_t n_from = strlen (from) + 1;
  size_t n_to = strlen (to) + 1;
  char *names = malloc (n_from + n_to);
  int result;

  memcpy (names, from, n_from);
  memcpy (names + n_from, to, n_to);
  pthread_mutex_lock (&mutex);
  result = NEXT (TwoPathsFunc, function) (from, to);
  if (result == 0 && is_recorded (to))
    put (op, 0, 0, names, n_from + n_to);
  pthread_mutex_unlock (&mutex);
  free (names);
  return result;
}

int
rename (const char *from, const char *to)
{
  return name_recorded ("rename", RECORD_RENAME, from, to);
}

int
link (const char *from, const char *to)
{
  return name_recorded ("link", RECORD_LINK, from, to);
}

int
unlink (const char *path)
{
  int result;

  pthread_mutex_lock (&mutex);
  result = NEXT (PathFunc, "unlink") (path);
  if (result == 0 && is_recorded (path))
    put (RECORD_UNLINK, 0, 0, path, strlen (path) + 1);
  pthread_mutex_unlock (&mutex);
  return result;
}

int
close (int fd)
{
  if (fd >= 0 && fd < MAX_FDS)
    tracked[fd].inode = 0;
  return NEXT (FdFunc, "close") (fd);
}

void
record_mark (int what, int number)
{
  pthread_mutex_lock (&mutex);
  put (RECORD_MARK, (uint64_t)what, (uint64_t)number, NULL, 0);
  pthread_mutex_unlock (&mutex);
}
