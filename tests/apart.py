"""Two test processes at once: each rings through a Redis database of its own, as each has a PostgreSQL database.

Named to pytest with `-p`, so that it is read before the settings are.
"""

import os
import re

if worker := os.environ.get("PYTEST_XDIST_WORKER"):  # gw0, gw1, …
    server = re.sub(r"/\d*$", "", os.environ["REDIS_URL"])
    os.environ["REDIS_URL"] = f"{server}/{int(worker.removeprefix('gw')) + 1}"
