#include "CX11.h"

const xcb_query_extension_reply_t *understudy_x_input(xcb_connection_t *connection) {
  return xcb_get_extension_data(connection, &xcb_input_id);
}

const xcb_query_extension_reply_t *understudy_x_test(xcb_connection_t *connection) {
  return xcb_get_extension_data(connection, &xcb_test_id);
}

const xcb_query_extension_reply_t *understudy_x_fixes(xcb_connection_t *connection) {
  return xcb_get_extension_data(connection, &xcb_xfixes_id);
}

const xcb_query_extension_reply_t *understudy_x_keyboard(xcb_connection_t *connection) {
  return xcb_get_extension_data(connection, &xcb_xkb_id);
}

void understudy_x_select_input(xcb_connection_t *connection, xcb_window_t window, uint16_t device, uint32_t mask) {
  struct {
    xcb_input_event_mask_t head;
    uint32_t mask;
  } events = {{device, 1}, mask};
  xcb_input_xi_select_events(connection, window, 1, &events.head);
}
