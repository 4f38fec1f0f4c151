#pragma once
// D-Bus without a main loop of another library: every call has a time limit, and the descriptor can be waited for.
#include <systemd/sd-bus.h>
