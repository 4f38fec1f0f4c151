"""Performing from the console's pages, and watching what was begun in a terminal: two real browsers, one to look, one
that performs in a small office on this machine.

    .venv-console/bin/python -m unittest discover -s Tests/ConsolePages
"""

import os
import pty
import re
import select
import subprocess
import unittest

from axe_playwright_python.sync_playwright import Axe
from console_home import BUILT, PASSPHRASE, PICTURES, Console, browser
from office_site import Site
from playwright.sync_api import expect

WORKFLOW = "Save in invoice: Customer, Amount, Due date"


class Runs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        PICTURES.mkdir(parents=True, exist_ok=True)
        cls.playwright, cls.browser = browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.site = Site()
        self.addCleanup(self.site.end)
        self.console = Console("days=4", f"site={self.site.address}")
        self.addCleanup(self.console.end)
        self.page = self.browser.new_context(viewport={"width": 1200, "height": 900}).new_page()
        self.addCleanup(self.page.context.close)
        self.page.goto(self.console.link)
        expect(self.page.get_by_role("heading", name="Now", level=1)).to_be_visible()

    # What a person does.

    def rows(self, count):
        """A file of rows, and what the office should have afterwards."""
        rows = [{"customer": "Adler", "amount": f"{number}.50", "due": "2026-11-24"} for number in range(1, count + 1)]
        file = self.console.folder / "rows.csv"
        file.write_text("customer,amount,due\n" + "".join(",".join(row.values()) + "\n" for row in rows))
        return file, rows

    def open(self, name):
        self.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(self.page.locator("[data-waits]")).to_have_count(0, timeout=60_000)

    def begin(self, file):
        """Asks for the workflow on its page, and looks at the plan."""
        self.open("Workflows")
        self.page.get_by_role("link", name=WORKFLOW).click()
        self.page.get_by_label("Rows of a CSV file").fill(str(file))
        self.page.get_by_role("button", name="Show the plan").click()
        expect(self.page.get_by_role("heading", name="Runs", level=1)).to_be_visible()

    def reveal(self):
        self.page.get_by_role("link", name="Show what it asks").click()
        self.page.get_by_label("Passphrase").fill(PASSPHRASE)
        self.page.get_by_role("button", name="Confirm").click()
        expect(self.page.get_by_role("heading", name="Runs", level=1)).to_be_visible()

    def agree(self, button, secret=PASSPHRASE):
        self.page.get_by_label("Passphrase").fill(secret)
        self.page.get_by_role("button", name=button).click()

    def ended(self):
        return self.page.get_by_role("status").first

    def card(self):
        return self.page.get_by_role("region", name=WORKFLOW).first

    # What is tested.

    def test_performing(self):
        """The plan is shown with its exact values, and done only with the passphrase."""
        file, rows = self.rows(2)
        self.begin(file)
        expect(self.page.get_by_role("alert").filter(has_text="It asks you something.")).to_be_visible(timeout=20_000)
        self.assertNotIn("1.50", self.page.content())
        self.reveal()
        expect(self.page.get_by_role("list", name="What it is about")).to_contain_text("Fill “Amount” with amount: 1.50")
        expect(self.page.get_by_role("region", name="Values, as a table")).to_contain_text("2.50")
        for scheme in ["light", "dark"]:
            self.page.emulate_media(color_scheme=scheme)
            results = Axe().run(self.page)
            self.assertEqual(results.violations_count, 0, results.generate_report())
            self.page.screenshot(path=PICTURES / f"run-{scheme}.png", full_page=True)
        self.agree("Approve and perform", "wrong")
        expect(self.page.get_by_text("That is not the passphrase. Nothing was done.")).to_be_visible()
        self.assertEqual(self.site.entered, [])
        self.agree("Approve and perform")
        expect(self.ended()).to_contain_text("Done: ", timeout=30_000)
        self.assertEqual(self.site.entered, rows)
        expect(self.page.get_by_role("region", name="Performed, as a table")).to_contain_text(WORKFLOW)

    def test_refusing(self):
        """What is not agreed to is not done, and nothing needs to be proved to say no."""
        file, _ = self.rows(2)
        self.begin(file)
        self.reveal()
        self.page.get_by_role("button", name="Do not perform").click()
        expect(self.ended()).to_contain_text("The plan was not approved. Nothing was done.", timeout=20_000)
        self.assertEqual(self.site.entered, [])

    def test_missing_values(self):
        """Where a value is missing it says which, and begins nothing."""
        self.open("Workflows")
        self.page.get_by_role("link", name=WORKFLOW).click()
        self.page.get_by_label("amount", exact=True).fill("3.50")
        self.page.get_by_role("button", name="Show the plan").click()
        expect(self.page.get_by_role("alert")).to_contain_text("customer")

    def test_halting_and_resuming(self):
        """Halting stops it at once; resuming goes on where it stopped, and nothing is done twice."""
        file, rows = self.rows(60)
        self.begin(file)
        self.reveal()
        self.agree("Approve and perform")
        expect(self.card().get_by_role("status")).to_contain_text(re.compile("[1-9][0-9]* of about"), timeout=20_000)
        self.page.get_by_role("button", name="Halt").click()
        expect(self.ended()).to_contain_text("The run was stopped. Resume it to go on.", timeout=5_000)
        done = len(self.site.entered)
        self.assertLess(done, 60)
        self.page.wait_for_timeout(500)
        self.assertEqual(len(self.site.entered), done)
        over = self.ended().filter(has_text=re.compile("Done: |Open it, then resume"))
        # One step opens the list, five enter a row.
        whole = (int(re.search(r"after (\d+) steps", self.ended().inner_text())[1]) - 1) // 5
        answer = self.page.get_by_role("button", name="Answer")
        for _ in range(2):
            stopped = self.page.get_by_role("region", name="Stopped")
            stopped.get_by_text(f"Go on with “{WORKFLOW}”").click()
            stopped.get_by_label("Rows of a CSV file").fill(str(file))
            stopped.get_by_role("button", name="Show the plan").click()
            self.agree("Approve and perform")
            expect(answer.or_(over)).to_be_visible(timeout=60_000)
            if answer.is_visible():
                # It was stopped between a step and its effect: only the person knows.
                self.page.get_by_label("Your answer").select_option("yes" if done > whole else "no")
                answer.click()
                expect(over).to_be_visible(timeout=60_000)
            if "Done" in over.inner_text():
                break
        expect(self.ended()).to_contain_text("Done: ")
        self.assertEqual(self.site.entered, rows)

    def test_deviation(self):
        """What is not as planned is asked with what it is now, right before it is done."""
        self.site.save = "Save all"
        file, rows = self.rows(1)
        self.begin(file)
        self.reveal()
        self.agree("Approve and perform")
        expect(self.page.get_by_role("alert").filter(has_text="It is not as planned")).to_be_visible(timeout=20_000)
        expect(self.page.get_by_role("list", name="What it is about")).to_contain_text(
            "It is called “Save all” and not “Save”, as demonstrated.")
        self.assertEqual(self.site.entered, [])
        self.agree("Go on all the same")
        expect(self.ended()).to_contain_text("Done: ", timeout=30_000)
        self.assertEqual(self.site.entered, rows)

    def terminal(self, file, *more, **streams):
        command = [
            BUILT / "understudy", "perform", WORKFLOW, "--home", self.console.home, "--passphrase-file",
            self.console.secret, "--with", file, "--headless", *more]  # fmt: skip
        process = subprocess.Popen(command, **streams)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def test_begun_in_a_script(self):
        """A run that was begun elsewhere is watched, approved and halted on the page."""
        file, rows = self.rows(2)
        process = self.terminal(
            file, "--in-console", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.open("Runs")
        expect(self.page.get_by_role("link", name="Show what it asks")).to_be_visible(timeout=30_000)
        self.reveal()
        self.agree("Approve and perform")
        self.assertEqual(process.wait(timeout=30), 0)
        self.assertEqual(self.site.entered, rows)
        expect(self.page.get_by_text("Nothing is being performed.")).to_be_visible(timeout=10_000)
        process = self.terminal(
            file, "--in-console", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.page.get_by_role("button", name="Halt").click(timeout=30_000)
        self.assertNotEqual(process.wait(timeout=10), 0)
        self.assertEqual(self.site.entered, rows)

    def test_begun_in_a_terminal(self):
        """What a terminal asks may be answered on the page; a line typed for that question counts for no other."""
        file, rows = self.rows(1)
        self.site.save = "Save all"
        own, other = pty.openpty()
        process = self.terminal(file, stdin=other, stdout=other, stderr=other)
        os.close(other)
        self.addCleanup(os.close, own)
        said = self.read(own, "Type yes: ")
        self.assertIn("1.50", said)
        self.open("Runs")
        self.reveal()
        self.agree("Approve and perform")
        self.read(own, "Go on all the same? Type yes: ")
        # Half a line was being typed for the plan.
        os.write(own, b"yes\n")
        self.read(own, "That was typed for an earlier question.")
        self.assertEqual(self.site.entered, [])
        os.write(own, b"yes\n")
        self.read(own, "Done: ")
        self.assertEqual(process.wait(timeout=10), 0)
        self.assertEqual(self.site.entered, rows)

    def read(self, terminal, text):
        """Reads until a text was said, for a minute at most."""
        said = ""
        while text not in said:
            ready, _, _ = select.select([terminal], [], [], 60)
            self.assertTrue(ready, f"“{text}” was not said, but: {said}")
            said += os.read(terminal, 65_536).decode(errors="replace")
        return said


if __name__ == "__main__":
    unittest.main()
