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

/// Memory for a secret, of pages of its own: not swapped out, in no dump, zeros in a process that is forked. Null where
/// there is no memory. Where the limit of locked memory is reached it may be swapped out; the rest holds.
void *understudy_secret_memory(size_t size);
/// Zeroes it and gives it back.
void understudy_secret_memory_end(void *memory, size_t size);
/// Zeroes bytes, whatever the compiler thinks of it.
void understudy_wipe(void *bytes, size_t size);

/// No other process of this user may read this one's memory, and no core of it is written.
int understudy_close_memory(void);

/// Buffers of this many bytes and more go back to the system as soon as they are free, for the whole process.
void understudy_give_back_buffers(size_t size);
