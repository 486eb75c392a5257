"""Where things lie: everything that is made while running goes under `var/`."""

import os
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
SETUP = TOP / "bureau" / "setup"
VAR = Path(os.environ.get("BUREAU_VAR", TOP / "var")).resolve()
LOG = VAR / "log"
RUN = VAR / "run"
VENV = TOP / ".venv"
PYTHON = VENV / "bin" / "python"
