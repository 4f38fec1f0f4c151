"""A helpdesk in Trac: makes its environment where there is none, and serves it on a free loopback port."""

import os
import shutil
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from trac.env import Environment
from trac.perm import PermissionSystem
from trac.ticket.model import Component
from trac.web.main import dispatch_request

COMPONENTS = ["Billing", "Delivery", "Website"]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class QuietRequestHandler(WSGIRequestHandler):
    def log_message(self, *_):
        """Says nothing about requests: the terminal belongs to whoever started it."""


def make(folder: Path):
    options = [("project", "name", "Helpdesk"), ("trac", "database", "sqlite:db/trac.db")]
    environment = Environment(str(folder), create=True, options=options)
    PermissionSystem(environment).grant_permission("anonymous", "TRAC_ADMIN")
    for old in Component.select(environment):
        old.delete()
    for name in COMPONENTS:
        component = Component(environment)
        component.name, component.owner = name, "alex"
        component.insert()
    environment.shutdown()


def serve(folder: Path):
    os.environ["TRAC_ENV"] = str(folder)
    server = Server(("127.0.0.1", 0), QuietRequestHandler)
    server.set_app(dispatch_request)
    # The socket listens already: whoever reads the address can open it.
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if not (folder / "VERSION").exists():
        try:
            make(folder)
        except BaseException:
            # Half an environment would be taken for a whole one by the next start.
            shutil.rmtree(folder, ignore_errors=True)
            raise
    serve(folder)
