// Loaded before the C library of a process under test: writes down every change it makes to the files below a folder,
// in order, and lets it be killed, run out of disk, meet a disk that fails, or go without syncing.
//
//   FAULTS_ROOT=DIR      the folder
//   FAULTS_TRACE=FILE    where changes are written down
//   FAULTS_KILL_AT=N     the process is killed right before its N-th change
//   FAULTS_FAIL_AT=N     the N-th change and those after it fail
//   FAULTS_FAIL_FOR=N    so many of them; without it all
//   FAULTS_ERROR=N       with this error number; of EROFS opening to write fails too, as on a disk that became read-only
//   FAULTS_NO_SYNC=1     syncing does nothing, and says that it did
//   FAULTS_BUDGET=FILE   a file with the number of bytes by which the files may grow
//
// A record: one byte for the kind, then little-endian: inode (8 bytes), position (8), and path, second path and bytes,
// each after its length (4).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root, *budget_file;
static int trace = -1, no_sync;
static long kill_at, fail_at, fail_for = LONG_MAX, calls;
static int error = EIO;
static int64_t used;

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  root = getenv("FAULTS_ROOT");
  budget_file = getenv("FAULTS_BUDGET");
  no_sync = getenv("FAULTS_NO_SYNC") != NULL;
  if (getenv("FAULTS_KILL_AT")) kill_at = atol(getenv("FAULTS_KILL_AT"));
  if (getenv("FAULTS_FAIL_AT")) fail_at = atol(getenv("FAULTS_FAIL_AT"));
  if (getenv("FAULTS_FAIL_FOR")) fail_for = atol(getenv("FAULTS_FAIL_FOR"));
  if (getenv("FAULTS_ERROR")) error = atoi(getenv("FAULTS_ERROR"));
  const char *file = getenv("FAULTS_TRACE");
  if (file) trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

// What is mapped into memory (SQLite's index of its log) is not written by calls, and is made anew after a crash.
static int is_ours(const char *path) {
  size_t length = root ? strlen(root) : 0, end = strlen(path);
  if (!length || strncmp(path, root, length) || path[length] != '/') return 0;
  return !(end > 4 && !strcmp(path + end - 4, "-shm"));
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, 4095);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static uint64_t inode_of(const char *path) {
  struct stat status;
  return stat(path, &status) ? 0 : status.st_ino;
}

static int64_t size_of(const char *path) {
  struct stat status;
  return stat(path, &status) ? 0 : status.st_size;
}

static void put(char kind, uint64_t inode, uint64_t position, const char *path, const char *other, const void *bytes,
                uint32_t count) {
  if (trace < 0) return;
  uint32_t path_length = path ? (uint32_t)strlen(path) : 0, other_length = other ? (uint32_t)strlen(other) : 0;
  size_t size = 29 + path_length + other_length + count;
  char *record = malloc(size), *next = record;
#define ADD(value, length) (memcpy(next, value, length), next += length)
  ADD(&kind, 1); ADD(&inode, 8); ADD(&position, 8);
  ADD(&path_length, 4); if (path_length) ADD(path, path_length);
  ADD(&other_length, 4); if (other_length) ADD(other, other_length);
  ADD(&count, 4); if (count) ADD(bytes, count);
  if (syscall(SYS_write, trace, record, size) != (long)size) abort();
  free(record);
}

static int is_failing(void) { return fail_at && calls >= fail_at && calls - fail_at < fail_for; }

// Right before a change; whether it may be made.
static int change(void) {
  if (++calls == kill_at) {
    kill(getpid(), SIGKILL);
    pause();
  }
  if (!is_failing()) return 1;
  errno = error;
  return 0;
}

// Whether the files may grow by so many bytes.
static int64_t left(void) {
  char text[32] = {0};
  int fd = (int)syscall(SYS_openat, AT_FDCWD, budget_file, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0) return INT64_MAX;
  syscall(SYS_read, fd, text, sizeof text - 1);
  close(fd);
  return atoll(text) - used;
}

static int grow(int64_t from, int64_t to) {
  if (!budget_file || to <= from) return 1;
  if (to - from > left()) {
    errno = ENOSPC;
    return 0;
  }
  used += to - from;
  return 1;
}

int open(const char *path, int flags, ...) {
  REAL(open);
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  if (is_ours(path) && (flags & O_ACCMODE) != O_RDONLY && error == EROFS && is_failing()) {
    errno = EROFS;
    return -1;
  }
  if (!is_ours(path) || !(flags & O_CREAT)) return real(path, flags, mode);
  pthread_mutex_lock(&lock);
  int is_new = inode_of(path) == 0;
  int fd = !is_new || change() ? real(path, flags, mode) : -1;
  if (fd >= 0 && is_new) put('C', inode_of(path), 0, path, NULL, NULL, 0);
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return open(path, flags, mode);
}

static ssize_t written(int fd, const void *bytes, size_t count, off_t position, int is_positioned) {
  char path[4096];
  if (!is_positioned && fd == STDOUT_FILENO) {
    // What the process tells others goes into the order of things too.
    pthread_mutex_lock(&lock);
    put('A', 0, 0, NULL, NULL, bytes, (uint32_t)count);
    ssize_t result = syscall(SYS_write, fd, bytes, count);
    pthread_mutex_unlock(&lock);
    return result;
  }
  if (!path_of(fd, path))
    return is_positioned ? syscall(SYS_pwrite64, fd, bytes, count, position) : syscall(SYS_write, fd, bytes, count);
  pthread_mutex_lock(&lock);
  struct stat status;
  fstat(fd, &status);
  if (!is_positioned)
    position = fcntl(fd, F_GETFL) & O_APPEND ? status.st_size : lseek(fd, 0, SEEK_CUR);
  ssize_t result = -1;
  if (change() && grow(status.st_size, position + (off_t)count)) {
    result = is_positioned ? syscall(SYS_pwrite64, fd, bytes, count, position) : syscall(SYS_write, fd, bytes, count);
    if (result > 0) put('W', status.st_ino, (uint64_t)position, path, NULL, bytes, (uint32_t)result);
  }
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

ssize_t write(int fd, const void *bytes, size_t count) { return written(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return written(fd, bytes, count, at, 1); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return written(fd, bytes, count, at, 1); }

static int synced(int fd) {
  char path[4096];
  if (!path_of(fd, path)) {
    if (root && !strcmp(path, root)) put('D', 0, 0, path, NULL, NULL, 0);
    return no_sync ? 0 : (int)syscall(SYS_fsync, fd);
  }
  pthread_mutex_lock(&lock);
  struct stat status;
  fstat(fd, &status);
  int result = change() ? 0 : -1;
  if (!no_sync && !result) {
    // Only the order matters here: nothing else loses power.
    put(S_ISDIR(status.st_mode) ? 'D' : 'S', status.st_ino, 0, path, NULL, NULL, 0);
  }
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

int fsync(int fd) { return synced(fd); }
int fdatasync(int fd) { return synced(fd); }

static int truncated(int fd, off_t size) {
  char path[4096];
  if (!path_of(fd, path)) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&lock);
  struct stat status;
  fstat(fd, &status);
  int result = -1;
  if (change() && grow(status.st_size, size)) {
    if (size < status.st_size) used -= status.st_size - size;
    result = (int)syscall(SYS_ftruncate, fd, size);
    if (!result) put('T', status.st_ino, (uint64_t)size, path, NULL, NULL, 0);
  }
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncated(fd, size); }

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!is_ours(to)) return real(from, to);
  pthread_mutex_lock(&lock);
  int64_t replaced = size_of(to);
  int result = change() ? real(from, to) : -1;
  if (!result) {
    used -= replaced;
    put('R', inode_of(to), 0, from, to, NULL, 0);
  }
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

static int removed(const char *path, int result_of_call, int64_t size) {
  if (!result_of_call) {
    used -= size;
    put('U', 0, 0, path, NULL, NULL, 0);
  }
  return result_of_call;
}

int unlink(const char *path) {
  REAL(unlink);
  if (!is_ours(path)) return real(path);
  pthread_mutex_lock(&lock);
  int64_t size = size_of(path);
  int result = change() ? removed(path, real(path), size) : -1;
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

int rmdir(const char *path) {
  REAL(rmdir);
  if (!is_ours(path)) return real(path);
  pthread_mutex_lock(&lock);
  int result = change() ? removed(path, real(path), 0) : -1;
  int number = errno;
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (!is_ours(path)) return real(path, mode);
  pthread_mutex_lock(&lock);
  int result = change() ? real(path, mode) : -1;
  int number = errno;
  if (!result) put('M', inode_of(path), 0, path, NULL, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = number;
  return result;
}

int statvfs(const char *path, struct statvfs *status) {
  REAL(statvfs);
  int result = real(path, status);
  if (!result && budget_file && left() < (int64_t)1 << 50) {
    int64_t free = left();
    status->f_bavail = free > 0 ? (fsblkcnt_t)(free / (int64_t)status->f_frsize) : 0;
  }
  return result;
}

int statvfs64(const char *path, struct statvfs64 *status) { return statvfs(path, (struct statvfs *)status); }
