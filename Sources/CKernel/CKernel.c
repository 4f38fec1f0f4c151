#define _GNU_SOURCE
#include "CKernel.h"

#include <linux/keyctl.h>
#include <linux/tcp.h>
#include <malloc.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
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

int64_t understudy_sent_bytes(int descriptor) {
  int domain = 0, protocol = 0;
  socklen_t size = sizeof domain;
  if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size)) return -1;
  if (domain != AF_INET && domain != AF_INET6) return -1;
  size = sizeof protocol;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PROTOCOL, &protocol, &size) || protocol != IPPROTO_TCP) return 0;
  struct tcp_info info = {0};
  size = sizeof info;
  return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) ? 0 : (int64_t)info.tcpi_bytes_sent;
}

void *understudy_secret_memory(size_t size) {
  // A damaged file may hold a key of no bytes; there is no mapping of none.
  if (size == 0) size = 1;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  mlock(memory, size);
  madvise(memory, size, MADV_DONTDUMP);
  madvise(memory, size, MADV_WIPEONFORK);
  return memory;
}

void understudy_wipe(void *bytes, size_t size) { explicit_bzero(bytes, size); }

void understudy_secret_memory_end(void *memory, size_t size) {
  if (size == 0) size = 1;
  understudy_wipe(memory, size);
  munlock(memory, size);
  munmap(memory, size);
}

int understudy_close_memory(void) {
  struct rlimit none = {0, 0};
  int result = setrlimit(RLIMIT_CORE, &none);
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) ? -1 : result;
}

void understudy_give_back_buffers(size_t size) {
#ifdef M_MMAP_THRESHOLD
  // Setting it ends its growing with what was freed.
  mallopt(M_MMAP_THRESHOLD, (int)size);
#else
  (void)size;
#endif
}
