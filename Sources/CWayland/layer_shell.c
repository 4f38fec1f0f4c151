#include "layer_shell.h"

// Which kind of object each argument is: none, for numbers and texts.
static const struct wl_interface *numbers[] = {NULL, NULL, NULL, NULL};
static const struct wl_interface *new_surface[] = {
  &understudy_layer_surface_interface, &wl_surface_interface, &wl_output_interface, NULL, NULL};

static const struct wl_message shell_requests[] = {{"get_layer_surface", "no?ous", new_surface}};

const struct wl_interface understudy_layer_shell_interface = {
  "zwlr_layer_shell_v1", 1, 1, shell_requests, 0, NULL};

// Popups are not asked for: the kind of their argument is left open.
static const struct wl_message surface_requests[] = {
  {"set_size", "uu", numbers},      {"set_anchor", "u", numbers},
  {"set_exclusive_zone", "i", numbers}, {"set_margin", "iiii", numbers},
  {"set_keyboard_interactivity", "u", numbers}, {"get_popup", "o", numbers},
  {"ack_configure", "u", numbers},  {"destroy", "", numbers}};
static const struct wl_message surface_events[] = {{"configure", "uuu", numbers}, {"closed", "", numbers}};

const struct wl_interface understudy_layer_surface_interface = {
  "zwlr_layer_surface_v1", 1, 8, surface_requests, 2, surface_events};
