"""A console over a scripted worker's home, and a browser that comes in."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("UNDERSTUDY_BUILT", ROOT / ".build/debug"))
PICTURES = Path(os.environ.get("UNDERSTUDY_PICTURES", ROOT / ".build/console-pages"))
PASSPHRASE = "correct horse"


class Console:
    """The console as it is started in a terminal, over a home of its own."""

    def __init__(self, *words):
        self.folder = Path(tempfile.mkdtemp(prefix="understudy-pages-"))
        self.home = self.folder / "home"
        self.secret = self.folder / "secret"
        self.secret.write_text(PASSPHRASE + "\n")
        subprocess.run(
            [BUILT / "ConsoleHome", self.home, f"passphrase={PASSPHRASE}", *words], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [BUILT / "understudy", "console", "--home", self.home, "--passphrase-file", self.secret, "--headless"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.link = re.search(r"http://\S+", self.process.stdout.readline()).group()

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def browser():
    """Chromium as it is installed here."""
    playwright = sync_playwright().start()
    path = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])))
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright, playwright.chromium.launch(executable_path=path, args=arguments)
