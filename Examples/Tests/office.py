"""A real office and a real browser for tests: started on free ports, ended afterwards, kept in a temporary folder."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

BACK_OFFICE = Path(__file__).resolve().parent.parent / "BackOffice"
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


@contextmanager
def running(command, **options):
    """A program that goes on until the block is left, with all that it started."""
    process = subprocess.Popen([str(part) for part in command], start_new_session=True, text=True, **options)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        if process.stdout:
            process.stdout.close()


@contextmanager
def office(seed: int = 1):
    """An office that serves: its folder and its address."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHON": sys.executable}
        with running(
            [BACK_OFFICE / "start", f"{folder}/office", seed], env=environment, stdout=subprocess.PIPE
        ) as server:
            yield Path(folder) / "office", server.stdout.readline().strip()


@contextmanager
def browser():
    """A browser with a port, as the worker needs it: its profile folder."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [
            BACK_OFFICE / "chromium-with-port", "--headless=new", "--disable-gpu", "--no-first-run",
            "--window-size=1280,900", f"--user-data-dir={folder}", "about:blank",
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        executable = next(filter(None, map(shutil.which, BROWSERS)))
        environment = {**os.environ, "CHROMIUM": executable}
        with running(command, env=environment, stderr=subprocess.DEVNULL):
            yield Path(folder)


def run(program: str, *arguments, **options) -> subprocess.CompletedProcess:
    """A program of the example, run to its end."""
    return subprocess.run(
        [BACK_OFFICE / program, *map(str, arguments)],
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        **options,
    )
