"""Properties are tried on the same words every time, and never judged by a clock."""

from hypothesis import settings

settings.register_profile("reading", derandomize=True, deadline=None)
settings.load_profile("reading")
