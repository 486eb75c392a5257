"""`python -m bureau.chaos`: prints what was promised and what came of it; exits with 1 where a promise broke."""

import argparse
import os
import sys
from dataclasses import asdict

from bureau.chaos.scale import Scale
from bureau.setup.signals import Stopped, stopping_on_signals

os.environ["DJANGO_SETTINGS_MODULE"] = "bureau.chaos.settings"


def asked() -> Scale:
    parser = argparse.ArgumentParser(prog="python -m bureau.chaos", description="拔掉每一个插头。")
    for name, value in asdict(Scale()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=value, metavar="N")
    return Scale(**vars(parser.parse_args()))


def main(scale: Scale) -> int:
    from bureau.chaos.house import house  # asks for the settings named above

    try:
        with stopping_on_signals(), house() as standing:
            from bureau.chaos.run import run  # the models are there only now

            return 0 if run(standing, scale) else 1
    except Stopped as stopped:
        return 128 + stopped.number


if __name__ == "__main__":
    sys.exit(main(asked()))
