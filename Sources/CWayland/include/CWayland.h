// A small picture in the layer over all windows of a Wayland session, for the recording indicator.
//
// libwayland's requests are variadic C, and its listeners are tables of C functions: neither can be written in Swift.
#ifndef UNDERSTUDY_CWAYLAND_H
#define UNDERSTUDY_CWAYLAND_H

#include <stdint.h>

typedef struct understudy_layer understudy_layer;

// Connects to a compositor: a name such as wayland-1, a socket's path, or NULL for this program's own. NULL where
// nobody answers.
understudy_layer *understudy_layer_open(const char *display);

// Whether the compositor lets programs draw over all windows (wlr-layer-shell).
int understudy_layer_is_offered(const understudy_layer *layer);

// Shows a picture of width times height pixels (0xAARRGGBB) at the middle of the upper edge; 0, or -1 where it cannot.
int understudy_layer_show(understudy_layer *layer, int width, int height, const uint32_t *pixels);

// Takes the picture away.
void understudy_layer_hide(understudy_layer *layer);

// Takes in what the compositor has told, waiting for so long at most; -1 where the compositor is gone.
int understudy_layer_listen(understudy_layer *layer, int milliseconds);

// Whether the picture is on a screen, as the compositor told last.
int understudy_layer_is_seen(const understudy_layer *layer);

// Whether the compositor has taken the picture away.
int understudy_layer_is_closed(const understudy_layer *layer);

void understudy_layer_close(understudy_layer *layer);

#endif
