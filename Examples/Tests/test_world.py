import sys
import unittest

from office import BACK_OFFICE

sys.path.insert(0, str(BACK_OFFICE / "office"))

from company import world  # noqa: E402


class WorldTests(unittest.TestCase):
    def test_the_same_seed_gives_the_same_world(self):
        self.assertEqual(world.arrivals(7, 3), world.arrivals(7, 3))
        self.assertEqual(world.customers(7), world.customers(7))

    def test_another_seed_gives_another_world(self):
        self.assertNotEqual(world.arrivals(7, 3), world.arrivals(8, 3))

    def test_nobody_moves_twice_and_no_name_or_number_comes_again(self):
        for seed in range(20):
            days = [world.arrivals(seed, day) for day in range(1, 7)]
            movers = [letter.company for day in days for letter in day.messages if "(" in letter.subject]
            titles = [letter.subject for day in days for letter in day.tickets]
            numbers = [paper.number for day in days for paper in day.file + day.drafts]
            for names in (movers, titles, numbers):
                self.assertEqual(sorted(names), sorted(set(names)))

    def test_the_sixth_day_is_the_monday_after(self):
        self.assertEqual(str(world.day_of(5)), "2026-11-20")
        self.assertEqual(str(world.day_of(6)), "2026-11-23")


if __name__ == "__main__":
    unittest.main()
