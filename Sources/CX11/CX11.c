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
