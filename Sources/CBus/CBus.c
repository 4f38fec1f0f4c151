#include "CBus.h"

#include <stdlib.h>
#include <time.h>

struct waiting {
  sd_bus_message **reply;
  size_t *left;
};

static int take(sd_bus_message *message, void *data, sd_bus_error *error) {
  (void)error;
  struct waiting *waiting = data;
  *waiting->reply = sd_bus_message_ref(message);
  *waiting->left -= 1;
  return 1;
}

// Until some answers have come.
static const struct timespec a_little = {.tv_nsec = 100000};

uint64_t understudy_bus_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

int understudy_bus_call_all(
    sd_bus *bus, sd_bus_message **calls, sd_bus_message **replies, size_t count, uint64_t deadline) {
  struct waiting *waiting = calloc(count ? count : 1, sizeof *waiting);
  sd_bus_slot **slots = calloc(count ? count : 1, sizeof *slots);
  if (!waiting || !slots) {
    free(waiting);
    free(slots);
    return -12;
  }
  size_t left = count;
  int result = 0;
  for (size_t i = 0; i < count && result >= 0; i++) {
    replies[i] = NULL;
    waiting[i] = (struct waiting){&replies[i], &left};
    uint64_t now = understudy_bus_now();
    // 0 would mean the library's own limit of 25 seconds.
    result = sd_bus_call_async(bus, &slots[i], calls[i], take, &waiting[i], now < deadline ? deadline - now : 1);
  }
  while (result >= 0 && left > 0) {
    result = sd_bus_process(bus, NULL);
    if (result != 0) continue;
    uint64_t now = understudy_bus_now();
    if (now >= deadline) break;
    result = sd_bus_wait(bus, deadline - now);
    // The answers come one by one: waking up for each would cost more than what they say.
    if (result > 0 && left > 2) nanosleep(&a_little, NULL);
  }
  // A slot that is given back no longer calls: what comes later finds nobody.
  for (size_t i = 0; i < count; i++) sd_bus_slot_unref(slots[i]);
  free(waiting);
  free(slots);
  return result < 0 ? result : (int)(count - left);
}
