from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import BaseCommand
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class CachedStaticFiles(StaticFilesHandler):
    """Lets the browser keep static files for a day, as any web server in front of an application does."""

    def serve(self, request):
        from django.contrib.staticfiles.views import serve

        response = serve(request, self.file_path(request.path), insecure=True)
        response["Cache-Control"] = "max-age=86400"
        return response


class QuietRequestHandler(WSGIRequestHandler):
    def log_message(self, *_):
        """Says nothing about requests: the terminal belongs to whoever started the office."""


class Command(BaseCommand):
    help = "Serves the office on a loopback port, a free one by default, and prints its address once it answers."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=0)

    def handle(self, *, port, **_):
        server = ThreadedWSGIServer(("127.0.0.1", port), QuietRequestHandler)
        server.set_app(CachedStaticFiles(get_wsgi_application()))
        # The socket listens already: whoever reads the address can open it.
        self.stdout.write(f"http://127.0.0.1:{server.server_port}")
        self.stdout.flush()
        server.serve_forever()
