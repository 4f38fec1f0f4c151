#pragma once
// D-Bus without a main loop of another library: every call has a time limit, and the descriptor can be waited for.
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

/// Sends all calls at once and waits until each is answered or `deadline` (microseconds of CLOCK_MONOTONIC) is there.
///
/// `replies[i]` is then the answer to `calls[i]`, an error's message included, or null where none came; whoever calls
/// gives them back. Returns how many were answered, or a negative error number where the connection is gone. What
/// else arrives meanwhile is dropped.
int understudy_bus_call_all(
    sd_bus *bus, sd_bus_message **calls, sd_bus_message **replies, size_t count, uint64_t deadline);

/// Microseconds of CLOCK_MONOTONIC, the clock of sd-bus.
uint64_t understudy_bus_now(void);
