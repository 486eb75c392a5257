"""`python -m bureau.bench`: fill a throw-away database on the server of `DATABASE_URL`, measure, drop it."""

import argparse
import os
from dataclasses import asdict

import django

from bureau.bench.scale import Scale


def asked() -> Scale:
    parser = argparse.ArgumentParser(prog="python -m bureau.bench", description="大县规模下各页面的速度。")
    for name, value in asdict(Scale()).items():
        parser.add_argument(f"--{name}", type=int, default=value, metavar="N")
    return Scale(**vars(parser.parse_args()))


if __name__ == "__main__":
    scale = asked()
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # a line per request would stand between those of the table
    django.setup()
    from bureau.bench.run import run  # the models are there only now

    run(scale)
