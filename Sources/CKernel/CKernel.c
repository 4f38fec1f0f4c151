#define _GNU_SOURCE
#include "CKernel.h"

#include <linux/keyctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char type[] = "user";

int understudy_keyring_put(const char *name, const void *secret, size_t size, uint32_t seconds) {
  long key = syscall(SYS_add_key, type, name, secret, size, KEY_SPEC_USER_KEYRING);
  if (key < 0) return -1;
  // For the owner's processes alone: possessor and user may view, read, write, search, link and set attributes.
  syscall(SYS_keyctl, KEYCTL_SETPERM, key, 0x3f3f0000u);
  if (syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, seconds) == 0) return 0;
  // Without an end it must not stay.
  syscall(SYS_keyctl, KEYCTL_REVOKE, key);
  return -1;
}

static long find(const char *name) {
  return syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, type, name, 0);
}

long understudy_keyring_get(const char *name, void *buffer, size_t size, uint32_t seconds) {
  long key = find(name);
  if (key < 0) return -1;
  long count = syscall(SYS_keyctl, KEYCTL_READ, key, buffer, size);
  if (count >= 0) syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, seconds);
  return count > (long)size ? -1 : count;
}

int understudy_keyring_has(const char *name) { return find(name) >= 0; }

int understudy_keyring_remove(const char *name) {
  long key = find(name);
  if (key < 0) return 0;
  syscall(SYS_keyctl, KEYCTL_REVOKE, key);
  return (int)syscall(SYS_keyctl, KEYCTL_UNLINK, key, KEY_SPEC_USER_KEYRING);
}

int understudy_close_memory(void) {
  struct rlimit none = {0, 0};
  int result = setrlimit(RLIMIT_CORE, &none);
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) ? -1 : result;
}
