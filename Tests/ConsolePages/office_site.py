"""A small office on this machine in which what the scripted worker did can be performed."""

import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LIST = """<!DOCTYPE html><title>invoice</title><h1>Invoices</h1>
<p><a href="/invoice/add/">Add invoice</a></p><p>{count} invoices</p>"""
FORM = """<!DOCTYPE html><title>invoice</title><h1>Add invoice</h1><form method="post">
<p><label for="id_customer">Customer</label> <input id="id_customer" name="customer">
<p><label for="id_amount">Amount</label> <input id="id_amount" name="amount">
<p><label for="id_duedate">Due date</label> <input id="id_duedate" name="due">
<p><button type="{button}">{name}</button></form>"""


class Site:
    """Serves until it is ended; keeps what was entered."""

    def __init__(self):
        self.entered = []
        # What the button is called: another name than in every demonstration is asked about.
        self.save = "Save"
        site = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self, page):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page.encode())

            def do_GET(self):
                if self.path == "/invoice/add/":
                    self.answer(FORM.format(button="submit", name=site.save))
                else:
                    self.answer(LIST.format(count=len(site.entered)))

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                fields = urllib.parse.parse_qs(self.rfile.read(length).decode(), keep_blank_values=True)
                site.entered.append({name: values[0] for name, values in fields.items()})
                self.send_response(303)
                self.send_header("Location", "/invoice/")
                self.end_headers()

            def log_message(self, *_):
                """Says nothing: the terminal belongs to the tests."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()
        self.server.server_close()
