"""The world outside: what customers and colleagues send is there in the morning."""

import json
import os
import subprocess
import sys
from pathlib import Path

from worker.devtools import WorkerError

MANAGE = Path(__file__).parent.parent / "office" / "manage.py"


def let_arrive(office: Path, seed: int, day: int) -> dict:
    """Puts the post of a day into the application, and says what there is: the file, and how much of each kind."""
    answer = subprocess.run(
        [sys.executable, MANAGE, "arrive", "--seed", str(seed), "--day", str(day)],
        env={**os.environ, "BACKOFFICE_HOME": str(office)},
        capture_output=True,
        text=True,
    )
    if answer.returncode:
        raise WorkerError(f"The post of day {day} could not be put into the office at {office}:\n{answer.stderr}")
    return json.loads(answer.stdout)
