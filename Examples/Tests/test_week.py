import json
import unittest
from datetime import datetime

from office import browser, office, run


class WeekTests(unittest.TestCase):
    """The first day of a week, in a real browser at the real application."""

    @classmethod
    def setUpClass(cls):
        with office() as (folder, address), browser() as profile:
            truth = folder / "truth.json"
            cls.answer = run(
                "work", "--profile", profile, "--office", folder, "--address", address, "--truth", truth,
                "--days", "1", "--acknowledge", input="\n" * 5000,
            )  # fmt: skip
            if cls.answer.returncode:
                raise AssertionError(cls.answer.stderr)
            cls.lines = [json.loads(line) for line in cls.answer.stdout.splitlines()]
            cls.truth = json.loads(truth.read_text())
            cls.check = run("check", folder, truth)
            cls.unseen = run("check", folder, folder / "later" / "invoices-2026-11-23.csv")

    def test_what_the_worker_says_it_did_is_in_the_database(self):
        self.assertEqual((self.check.returncode, self.check.stderr), (0, ""), self.check.stdout)

    def test_rows_nobody_entered_are_said_to_be_missing(self):
        self.assertEqual(self.unseen.returncode, 1)
        self.assertIn("is missing", self.unseen.stdout)

    def test_each_line_is_of_a_known_kind_and_time_never_goes_back(self):
        self.assertEqual({line["kind"] for line in self.lines}, {"day", "file", "act", "done"})
        times = [datetime.fromisoformat(line["time"]) for line in self.lines if "time" in line]
        self.assertEqual(times, sorted(times))

    def test_acts_are_numbered_from_zero_without_a_gap_and_each_has_a_time_of_its_own(self):
        acts = [line for line in self.lines if line["kind"] == "act"]
        self.assertEqual([act["number"] for act in acts], list(range(len(acts))))
        self.assertEqual([act["time"] for act in acts], [act["time"] for act in self.truth["acts"]])
        self.assertEqual(len({act["time"] for act in acts}), len(acts))

    def test_every_act_belongs_to_an_episode_or_says_which_noise_it_is(self):
        between = [act for act in self.truth["acts"] if not act["episode"] and not act["noise"]]
        # Opening the application in the morning, and tidying up the tabs in the evening.
        self.assertLessEqual({act["verb"] for act in between}, {"navigate", "switch tab", "close tab"})

    def test_there_are_four_kinds_of_task_and_interruptions(self):
        kinds = {episode["kind"] for episode in self.truth["episodes"]}
        self.assertLessEqual({"enter-invoice", "triage-ticket", "change-address", "approve-invoice"}, kinds)
        interrupted = [episode for episode in self.truth["episodes"] if episode["interrupted_by"]]
        self.assertTrue(interrupted)

    def test_the_password_is_told_nowhere(self):
        self.assertNotIn("works-here", self.answer.stdout + json.dumps(self.truth))


class BadInputTests(unittest.TestCase):
    def test_an_office_that_is_not_there_is_named(self):
        answer = run("check", "/nowhere", __file__)
        self.assertIn("there is no office in /nowhere", answer.stderr)

    def test_a_start_without_a_folder_says_what_is_missing(self):
        answer = run("start")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("say in which folder", answer.stderr)


if __name__ == "__main__":
    unittest.main()
