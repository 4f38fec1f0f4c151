"""What can be done on the console's pages, in real Chromium, by roles and names.

    .venv-console/bin/python -m unittest discover -s Tests/ConsolePages
"""

import re
import subprocess
import unittest

from axe_playwright_python.sync_playwright import Axe
from console_home import BUILT, PASSPHRASE, PICTURES, Console, browser
from playwright.sync_api import expect


class Actions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        PICTURES.mkdir(parents=True, exist_ok=True)
        cls.playwright, cls.browser = browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.console = Console("days=4")
        self.addCleanup(self.console.end)
        self.page = self.browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
        self.addCleanup(self.page.context.close)
        self.visited = []
        self.page.on("framenavigated", lambda frame: self.visited.append(frame.url))
        self.page.goto(self.console.link)
        expect(self.page.get_by_role("heading", name="Now", level=1)).to_be_visible()

    def open(self, name):
        self.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(self.page.locator("[data-waits]")).to_have_count(0, timeout=60_000)

    def check(self, name):
        for scheme in ["light", "dark"]:
            self.page.emulate_media(color_scheme=scheme)
            results = Axe().run(self.page)
            self.assertEqual(results.violations_count, 0, f"{name}, {scheme}: {results.generate_report()}")
            self.page.screenshot(path=PICTURES / f"{name}-{scheme}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")

    def test_erasing(self):
        """A place is erased after seeing what goes, with the passphrase; no address tells of it."""
        self.open("Data")
        before = self.page.get_by_role("status").inner_text()
        self.page.get_by_label("Place").fill("https://office.example/approval")
        self.page.get_by_role("button", name="See what would be erased").click()
        expect(self.page.get_by_role("heading", name="Erase", level=1)).to_be_visible()
        self.check("erase")
        self.page.get_by_label("Passphrase").fill("wrong")
        self.page.get_by_role("button", name=re.compile("^Erase .* events for good$")).click()
        expect(self.page.get_by_role("alert")).to_have_text("That is not the passphrase. Nothing was erased.")
        self.page.get_by_label("Passphrase").fill(PASSPHRASE)
        self.page.get_by_role("button", name=re.compile("^Erase .* events for good$")).click()
        expect(self.page.get_by_role("heading", name="Grants and ledger")).to_be_visible()
        self.open("Data")
        self.assertNotEqual(self.page.get_by_role("status").inner_text(), before)
        self.assertEqual([url for url in self.visited if "approval" in url or "?" in url], [])

    def test_splitting(self):
        """A workflow with several ways is split in two."""
        console = Console("days=4", "exceptions=0.4")
        self.addCleanup(console.end)
        self.page.goto(console.link)
        self.open("Workflows")
        for name in self.page.get_by_role("main").get_by_role("link").all_inner_texts():
            self.page.get_by_role("link", name=name, exact=True).click()
            if self.page.get_by_role("group", name="Variants that are a workflow of their own").is_visible():
                break
            self.open("Workflows")
        self.page.get_by_role("checkbox").first.check()
        self.page.get_by_label("Called").fill("The usual way")
        self.page.get_by_role("button", name="Split").click()
        expect(self.page.get_by_role("heading", name="The usual way", level=1)).to_be_visible(timeout=60_000)
        self.open("Workflows")
        expect(self.page.get_by_role("link", name="The usual way", exact=True)).to_be_visible()

    def test_redacting(self):
        """One's own rules are applied to what was kept, after seeing how much they withhold."""
        (self.console.home / "config" / "rules.txt").write_text("deny https://office.example/approval\n")
        self.open("Data")
        self.page.get_by_role("link", name="See what your rules would withhold").click()
        expect(self.page.get_by_role("heading", name="Apply your rules", level=1)).to_be_visible()
        self.check("rules")
        self.page.get_by_label("Passphrase").fill(PASSPHRASE)
        self.page.get_by_role("button", name=re.compile("for good$")).click()
        expect(self.page.get_by_role("heading", name="Data", level=1)).to_be_visible(timeout=60_000)
        self.page.get_by_role("searchbox").fill("office.example/approval")
        self.page.get_by_role("button", name="Search").click()
        expect(self.page.get_by_role("status")).to_contain_text("0 of ", timeout=60_000)

    def test_pausing(self):
        """What is recorded in another process is seen, paused and resumed, and its end comes by itself."""
        console = Console("days=2", "site=https://tracker.example.org")
        self.addCleanup(console.end)
        self.page.goto(console.link)
        state = self.page.get_by_role("region", name="Recording").get_by_role("status")
        expect(state).to_have_text("Nothing is being recorded.")
        recorder = subprocess.Popen([BUILT / "RecorderProcess", console.home], stdout=subprocess.DEVNULL)
        self.addCleanup(recorder.wait)
        self.addCleanup(recorder.kill)
        expect(state).to_have_text("Recording is on.", timeout=20_000)
        kept = self.page.locator("[data-live=kept]")
        expect(kept).not_to_have_text("0")
        self.check("recording")
        self.page.get_by_role("button", name="Pause recording").click()
        expect(state).to_have_text("Recording is paused: nothing is kept.")
        # What was kept last before the pause may be shown a moment after it.
        self.page.wait_for_timeout(1_500)
        before = kept.inner_text()
        self.page.wait_for_timeout(2_500)
        self.assertEqual(kept.inner_text(), before)
        self.page.get_by_role("button", name="Resume recording").click()
        expect(state).to_have_text("Recording is on.")
        expect(kept).not_to_have_text(before, timeout=10_000)
        recorder.terminate()
        expect(state).to_have_text("Nothing is being recorded.", timeout=10_000)

    def test_leaving(self):
        """After leaving nothing opens any more."""
        before = self.page.url
        self.page.get_by_role("button", name="Leave").click()
        expect(self.page).to_have_url(re.compile(r":\d+/$"))
        self.page.goto(before)
        expect(self.page.get_by_text("opens only by the link")).to_be_visible()

    def test_corrections(self):
        """A workflow is renamed and that is taken back."""
        self.open("Workflows")
        link = self.page.get_by_role("main").get_by_role("link").first
        name = link.inner_text()
        link.click()
        self.page.get_by_label("New name").fill("Enter what came by post")
        self.page.get_by_role("button", name="Rename").click()
        expect(self.page.get_by_role("heading", name="Enter what came by post", level=1)).to_be_visible(timeout=60_000)
        self.open("Workflows")
        self.page.get_by_role("button", name="Take the last correction back").click()
        expect(self.page.get_by_role("link", name=name, exact=True)).to_be_visible(timeout=60_000)


if __name__ == "__main__":
    unittest.main()
