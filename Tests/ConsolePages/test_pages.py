"""Every page of the console in real Chromium, by roles and names; with axe-core's rules, in light and dark.

    .venv-console/bin/python -m unittest discover -s Tests/ConsolePages

Pictures of the pages are in .build/console-pages afterwards.
"""

import re
import unittest

from axe_playwright_python.sync_playwright import Axe
from console_home import PASSPHRASE, PICTURES, Console, browser
from playwright.sync_api import expect

PAGES = ["Now", "Timeline", "Workflows", "Audit", "Data", "Grants and ledger", "Runs", "Releases"]


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        PICTURES.mkdir(parents=True, exist_ok=True)
        cls.console = Console("days=5")
        cls.playwright, cls.browser = browser()
        cls.context = cls.browser.new_context(viewport={"width": 1200, "height": 900})
        cls.page = cls.context.new_page()
        cls.complaints, cls.requests = [], []
        cls.page.on("console", lambda message: cls.complaints.append(message.text) if message.type == "error" else None)
        cls.page.on("pageerror", lambda error: cls.complaints.append(str(error)))
        cls.page.on("request", lambda request: cls.requests.append(request.url))
        cls.page.goto(cls.console.link)
        expect(cls.page.get_by_role("heading", name="Now", level=1)).to_be_visible()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.console.end()

    def tearDown(self):
        self.page.emulate_media(color_scheme="light", media="screen")
        self.page.set_viewport_size({"width": 1200, "height": 900})

    def open(self, name):
        self.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()
        # What is being read or computed comes by itself.
        expect(self.page.locator("[data-waits]")).to_have_count(0, timeout=60_000)

    def check(self, name):
        """No violation of axe's rules, in light and dark, and nothing wider than a phone."""
        for scheme in ["light", "dark"]:
            self.page.emulate_media(color_scheme=scheme)
            results = Axe().run(self.page)
            self.assertEqual(results.violations_count, 0, f"{name}, {scheme}: {results.generate_report()}")
            self.page.screenshot(path=PICTURES / f"{name}-{scheme}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 390, "height": 844})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.screenshot(path=PICTURES / f"{name}-phone.png", full_page=True)
        self.assertLessEqual(width, 390, f"{name} is wider than a phone")
        self.page.set_viewport_size({"width": 1200, "height": 900})

    def test_menu(self):
        """Every page is there, says what it is, and breaks none of axe's rules."""
        for name in PAGES:
            with self.subTest(name):
                self.open(name)
                self.assertEqual(self.page.title(), f"{name} – Understudy")
                current = self.page.get_by_role("link", name=name, exact=True).first
                self.assertEqual(current.get_attribute("aria-current"), "page")
                self.check(name.split()[0].lower())

    def test_entrance(self):
        """The token is gone from the address; the link opens nothing a second time."""
        self.assertNotIn("#", self.page.url)
        other = self.browser.new_context().new_page()
        other.goto(self.console.link)
        expect(other.get_by_role("status")).to_contain_text("was used already")
        self.assertEqual(Axe().run(other).violations_count, 0)
        other.close()

    def test_workflow(self):
        """A workflow shows its program, its map, its variants and where it was seen."""
        self.open("Workflows")
        link = self.page.get_by_role("main").get_by_role("link").first
        name = link.inner_text()
        link.click()
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(self.page.get_by_role("heading", name="Program")).to_be_visible()
        expect(self.page.get_by_role("img", name=re.compile("Process map of"))).to_be_visible()
        self.assertGreater(self.page.get_by_role("region", name="Episodes").get_by_role("row").count(), 5)
        self.check("workflow")

    def test_audit_opens_its_evidence(self):
        """Each figure of the audit leads to the steps behind it, and these to the piece of work."""
        self.open("Audit")
        figure = self.page.get_by_role("link", name=re.compile(r"carried out right: the steps behind it$")).first
        figure.click()
        rows = self.page.get_by_role("region", name="Steps").get_by_role("row")
        self.assertGreater(rows.count(), 1)
        self.check("evidence")
        self.page.get_by_role("link", name=re.compile("^Piece of work of")).first.click()
        expect(self.page.get_by_role("heading", name="A piece of work")).to_be_visible()
        self.check("episode")

    def test_search_with_the_keyboard(self):
        """A search is typed and sent without a mouse; what was searched for stays in its field."""
        self.open("Data")
        field = self.page.get_by_role("searchbox", name="Search in what was kept")
        field.focus()
        self.page.keyboard.type("due date")
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("status")).to_contain_text("events with “due date”")
        expect(self.page.get_by_role("searchbox")).to_have_value("due date")

    def test_skip(self):
        """The first stop of the keyboard leads past the menu."""
        self.open("Now")
        self.page.goto(self.page.url)
        self.page.keyboard.press("Tab")
        expect(self.page.get_by_role("link", name="To the content")).to_be_focused()
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("main")).to_be_focused()

    def test_values_after_the_passphrase(self):
        """Values and pictures come after the passphrase, which is asked for by name."""
        self.open("Timeline")
        self.page.get_by_role("link", name=re.compile("steps of")).first.click()
        self.page.get_by_role("link", name="Show values and pictures").click()
        self.check("confirm")
        self.page.get_by_label("Passphrase").fill("wrong")
        self.page.get_by_role("button", name="Confirm").click()
        expect(self.page.get_by_role("alert")).to_have_text("That is not right.")
        self.page.get_by_label("Passphrase").fill(PASSPHRASE)
        self.page.get_by_role("button", name="Confirm").click()
        picture = self.page.get_by_role("img", name=re.compile("The screen before")).first
        expect(picture).to_be_visible()
        picture.scroll_into_view_if_needed()
        self.page.wait_for_function("element => element.naturalWidth > 0", arg=picture.element_handle())
        self.check("revealed")

    def test_print(self):
        """On paper there are no buttons and no menu."""
        self.open("Workflows")
        self.page.emulate_media(media="print")
        expect(self.page.get_by_role("navigation", name="Pages")).to_be_hidden()
        self.page.pdf(path=PICTURES / "workflows.pdf")
        self.assertGreater((PICTURES / "workflows.pdf").stat().st_size, 5_000)

    def test_zz_nothing_from_elsewhere(self):
        """Nothing was asked for from anywhere else, and the browser complained of nothing."""
        address = self.console.link.split("#")[0]
        self.assertEqual([url for url in self.requests if not url.startswith(address)], [])
        # A wrong passphrase is one, as it should be.
        self.assertEqual([text for text in self.complaints if "403" not in text], [])


if __name__ == "__main__":
    unittest.main()
