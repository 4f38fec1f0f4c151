import os
import shutil
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def setup(*arguments, **environment) -> subprocess.CompletedProcess:
    """`scripts/setup`, run where nobody can be asked and nothing has to be installed any more."""
    return subprocess.run(
        [ROOT / "scripts" / "setup", *arguments],
        env={**os.environ, "CI": "true", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


class SetupTests(unittest.TestCase):
    def test_where_all_is_there_it_says_so_and_does_nothing(self):
        answer = setup()
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertEqual(answer.stdout, "setup: all is there (build,demo)\n")

    def test_a_group_that_does_not_exist_is_named(self):
        answer = setup("--only", "build,dmeo")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("there is no group dmeo", answer.stderr)

    @unittest.skipIf(shutil.which("swift", path="/usr/bin:/bin"), "Swift is in the system's own folders")
    def test_where_swift_is_lacking_it_says_how_to_get_it_and_ends_with_a_status_of_its_own(self):
        answer = setup("--only", "build", PATH="/usr/sbin:/usr/bin:/sbin:/bin")
        self.assertEqual(answer.returncode, 4)
        self.assertIn("there is no Swift on this machine", answer.stderr)
        self.assertIn("./swiftly init", answer.stderr)
        self.assertIn("https://www.swift.org/install/linux/", answer.stderr)


if __name__ == "__main__":
    unittest.main()
