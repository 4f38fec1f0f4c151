#pragma once
#include <sys/eventfd.h>
#include <xcb/record.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>
#include <xcb/xfixes.h>
#include <xcb/xinput.h>
#include <xcb/xkb.h>
#include <xcb/xtest.h>
#include <xkbcommon/xkbcommon-compose.h>
#include <xkbcommon/xkbcommon-x11.h>
#include <xkbcommon/xkbcommon.h>

// The identifiers of extensions are global variables of another library, which Swift's concurrency checks refuse.

/// What the X server says of an extension; null where it has none of that name.
const xcb_query_extension_reply_t *understudy_x_input(xcb_connection_t *connection);
const xcb_query_extension_reply_t *understudy_x_test(xcb_connection_t *connection);
const xcb_query_extension_reply_t *understudy_x_fixes(xcb_connection_t *connection);
const xcb_query_extension_reply_t *understudy_x_keyboard(xcb_connection_t *connection);

/// Asks for XInput 2 events of a device on a window. (The request ends in an array that Swift cannot lay out.)
void understudy_x_select_input(xcb_connection_t *connection, xcb_window_t window, uint16_t device, uint32_t mask);
