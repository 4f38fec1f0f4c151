#define _GNU_SOURCE
#include "CWayland.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "layer_shell.h"

struct understudy_layer {
  struct wl_display *display;
  struct wl_registry *registry;
  struct wl_compositor *compositor;
  struct wl_shm *memory;
  struct wl_proxy *shell;
  struct wl_surface *surface;
  struct wl_proxy *role;
  struct wl_buffer *buffer;
  // How many screens it is on.
  int screens;
  // The number of the one that it came to last.
  uint32_t screen;
  int is_configured;
  int is_closed;
  int is_gone;
};

// --- what the compositor tells ---

static void found(void *data, struct wl_registry *registry, uint32_t name, const char *interface, uint32_t version) {
  understudy_layer *layer = data;
  (void)version;
  if (strcmp(interface, "wl_compositor") == 0 && !layer->compositor)
    layer->compositor = wl_registry_bind(registry, name, &wl_compositor_interface, 1);
  else if (strcmp(interface, "wl_shm") == 0 && !layer->memory)
    layer->memory = wl_registry_bind(registry, name, &wl_shm_interface, 1);
  else if (strcmp(interface, "wl_output") == 0)
    // Only what was asked for is named when the picture comes to a screen.
    wl_output_set_user_data(wl_registry_bind(registry, name, &wl_output_interface, 1), (void *)(uintptr_t)name);
  else if (strcmp(interface, understudy_layer_shell_interface.name) == 0 && !layer->shell)
    layer->shell = wl_registry_bind(registry, name, &understudy_layer_shell_interface, 1);
}

static void lost(void *data, struct wl_registry *registry, uint32_t name) {
  understudy_layer *layer = data;
  (void)registry;
  // Not every compositor says so to what was on the screen.
  if (layer->surface && layer->screens > 0 && name == layer->screen) layer->is_closed = 1;
}

static const struct wl_registry_listener registry_listener = {found, lost};

static void entered(void *data, struct wl_surface *surface, struct wl_output *output) {
  understudy_layer *layer = data;
  (void)surface;
  layer->screens++;
  if (output) layer->screen = (uint32_t)(uintptr_t)wl_output_get_user_data(output);
}

static void left(void *data, struct wl_surface *surface, struct wl_output *output) {
  (void)surface, (void)output;
  ((understudy_layer *)data)->screens--;
}

static const struct wl_surface_listener surface_listener = {.enter = entered, .leave = left};

static void configured(void *data, struct wl_proxy *role, uint32_t serial, uint32_t width, uint32_t height) {
  (void)width, (void)height;
  wl_proxy_marshal_flags(role, LAYER_SURFACE_ACK_CONFIGURE, NULL, 1, 0, serial);
  ((understudy_layer *)data)->is_configured = 1;
}

static void closed(void *data, struct wl_proxy *role) {
  (void)role;
  ((understudy_layer *)data)->is_closed = 1;
}

static const struct {
  void (*configure)(void *, struct wl_proxy *, uint32_t, uint32_t, uint32_t);
  void (*closed)(void *, struct wl_proxy *);
} role_listener = {configured, closed};

static void done(void *data, struct wl_callback *callback, uint32_t number) {
  (void)callback, (void)number;
  *(int *)data = 1;
}

static const struct wl_callback_listener done_listener = {done};

// --- listening ---

int understudy_layer_listen(understudy_layer *layer, int milliseconds) {
  struct wl_display *display = layer->display;
  if (layer->is_gone) return -1;
  while (wl_display_prepare_read(display) != 0)
    if (wl_display_dispatch_pending(display) < 0) goto gone;
  if (wl_display_flush(display) < 0 && errno != EAGAIN) {
    wl_display_cancel_read(display);
    goto gone;
  }
  struct pollfd waited = {wl_display_get_fd(display), POLLIN, 0};
  if (poll(&waited, 1, milliseconds) <= 0) {
    wl_display_cancel_read(display);
    return 0;
  }
  if (wl_display_read_events(display) < 0 || wl_display_dispatch_pending(display) < 0) goto gone;
  return 0;
gone:
  layer->is_gone = 1;
  return -1;
}

// Waits until the compositor has answered everything so far, a second at most.
static int settle(understudy_layer *layer) {
  int is_done = 0;
  struct wl_callback *callback = wl_display_sync(layer->display);
  if (!callback) return -1;
  wl_callback_add_listener(callback, &done_listener, &is_done);
  for (int i = 0; i < 100 && !is_done; i++)
    if (understudy_layer_listen(layer, 10) < 0) break;
  wl_callback_destroy(callback);
  return is_done ? 0 : -1;
}

understudy_layer *understudy_layer_open(const char *display) {
  understudy_layer *layer = calloc(1, sizeof *layer);
  if (!layer) return NULL;
  layer->display = wl_display_connect(display);
  if (layer->display) {
    layer->registry = wl_display_get_registry(layer->display);
    wl_registry_add_listener(layer->registry, &registry_listener, layer);
    if (settle(layer) == 0) return layer;
  }
  understudy_layer_close(layer);
  return NULL;
}

int understudy_layer_is_offered(const understudy_layer *layer) {
  return layer->shell && layer->compositor && layer->memory;
}

int understudy_layer_is_seen(const understudy_layer *layer) {
  return !layer->is_gone && !layer->is_closed && layer->buffer && layer->screens > 0;
}

int understudy_layer_is_closed(const understudy_layer *layer) { return layer->is_closed; }

// --- showing ---

static struct wl_buffer *painted(understudy_layer *layer, int width, int height, const uint32_t *pixels) {
  int size = width * height * 4;
  int file = memfd_create("understudy-indicator", MFD_CLOEXEC);
  if (file < 0) return NULL;
  if (write(file, pixels, size) != size) {
    close(file);
    return NULL;
  }
  struct wl_shm_pool *pool = wl_shm_create_pool(layer->memory, file, size);
  struct wl_buffer *buffer = wl_shm_pool_create_buffer(pool, 0, width, height, width * 4, WL_SHM_FORMAT_ARGB8888);
  wl_shm_pool_destroy(pool);
  close(file);
  return buffer;
}

static int place(understudy_layer *layer, int width, int height) {
  layer->surface = wl_compositor_create_surface(layer->compositor);
  wl_surface_add_listener(layer->surface, &surface_listener, layer);
  layer->role = wl_proxy_marshal_flags(
    layer->shell, LAYER_SHELL_GET_SURFACE, &understudy_layer_surface_interface, 1, 0, NULL, layer->surface, NULL,
    LAYER_OVERLAY, "understudy");
  if (!layer->role) return -1;
  wl_proxy_add_listener(layer->role, (void (**)(void))&role_listener, layer);
  wl_proxy_marshal_flags(layer->role, LAYER_SURFACE_SET_SIZE, NULL, 1, 0, width, height);
  wl_proxy_marshal_flags(layer->role, LAYER_SURFACE_SET_ANCHOR, NULL, 1, 0, ANCHOR_TOP);
  wl_surface_commit(layer->surface);
  // It may be painted once the compositor has said how large it is.
  return settle(layer) == 0 && layer->is_configured ? 0 : -1;
}

int understudy_layer_show(understudy_layer *layer, int width, int height, const uint32_t *pixels) {
  if (layer->is_gone || layer->is_closed) return -1;
  if (!layer->surface && place(layer, width, height) < 0) return -1;
  struct wl_buffer *buffer = painted(layer, width, height, pixels);
  if (!buffer) return -1;
  wl_surface_attach(layer->surface, buffer, 0, 0);
  wl_surface_damage(layer->surface, 0, 0, width, height);
  wl_surface_commit(layer->surface);
  if (layer->buffer) wl_buffer_destroy(layer->buffer);
  layer->buffer = buffer;
  return settle(layer);
}

void understudy_layer_hide(understudy_layer *layer) {
  if (layer->role) wl_proxy_marshal_flags(layer->role, LAYER_SURFACE_DESTROY, NULL, 1, WL_MARSHAL_FLAG_DESTROY);
  if (layer->surface) wl_surface_destroy(layer->surface);
  if (layer->buffer) wl_buffer_destroy(layer->buffer);
  layer->role = NULL;
  layer->surface = NULL;
  layer->buffer = NULL;
  layer->screens = layer->is_configured = layer->is_closed = 0;
  if (!layer->is_gone) wl_display_flush(layer->display);
}

void understudy_layer_close(understudy_layer *layer) {
  // Goes with the connection: every object that was bound, too.
  if (layer->display) wl_display_disconnect(layer->display);
  free(layer);
}
