"""`python -m bureau.attack`: attack a demo county of its own on the server of `DATABASE_URL`; exits with 1 where something was found."""

import argparse
import os
import sys

import django

if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m bureau.attack", description="以每个岗位的账号攻击每个网址。"
    )
    parser.add_argument("--requests", type=int, default=20_000, metavar="N", help="多少次请求")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="同一个数，同样的请求")
    asked = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")  # a line per request would stand between the figures
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bureau.settings")
    django.setup()
    from bureau.attack.run import run  # the models are there only now

    sys.exit(0 if run(asked.requests, asked.seed) else 1)
