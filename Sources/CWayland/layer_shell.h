// The part of the protocol wlr-layer-shell-unstable-v1, version 1, that a picture over all windows needs, as tables for
// libwayland. Written by hand after the protocol, which is Copyright © 2017 Drew DeVault and may be used, copied,
// modified, distributed and sold without fee as long as that notice is kept.
#ifndef UNDERSTUDY_LAYER_SHELL_H
#define UNDERSTUDY_LAYER_SHELL_H

#include <wayland-client.h>

enum { LAYER_SHELL_GET_SURFACE = 0 };
enum {
  LAYER_SURFACE_SET_SIZE = 0,
  LAYER_SURFACE_SET_ANCHOR = 1,
  LAYER_SURFACE_ACK_CONFIGURE = 6,
  LAYER_SURFACE_DESTROY = 7
};
enum { LAYER_OVERLAY = 3, ANCHOR_TOP = 1 };

extern const struct wl_interface understudy_layer_shell_interface;
extern const struct wl_interface understudy_layer_surface_interface;

#endif
