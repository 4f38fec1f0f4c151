import unittest

from worker.hand import beginning


class BeginningTests(unittest.TestCase):
    def test_a_list_is_searched_by_as_few_letters_as_tell_an_option_from_all_others(self):
        labels = ["---------", "Copper Kettle Inn", "Cedar & Sons", "Copper Works"]
        self.assertEqual(beginning("Cedar & Sons", labels), "Ce")
        self.assertEqual(beginning("Copper Kettle Inn", labels), "Copper K")

    def test_an_option_that_begins_another_is_typed_whole(self):
        self.assertEqual(beginning("Low", ["Low", "Lower"]), "Low")


if __name__ == "__main__":
    unittest.main()
