#pragma once
#include <stddef.h>
#include <stdint.h>

// What the kernel does for secrets. These calls have no function of their own in the C library, or one with a variable
// number of arguments, which Swift does not import.

/// Keeps a secret in the kernel, for this user's processes, for so many seconds; -1 and errno where it cannot.
int understudy_keyring_put(const char *name, const void *secret, size_t size, uint32_t seconds);
/// Reads a secret into a buffer and keeps it for so many seconds more; its size, or -1 where there is none.
long understudy_keyring_get(const char *name, void *buffer, size_t size, uint32_t seconds);
/// Whether there is one.
int understudy_keyring_has(const char *name);
/// Forgets a secret.
int understudy_keyring_remove(const char *name);

/// How many bytes were sent over an open descriptor, if it is a network connection of this machine or to another; -1
/// for anything else.
int64_t understudy_sent_bytes(int descriptor);

/// No other process of this user may read this one's memory, and no core of it is written.
int understudy_close_memory(void);
