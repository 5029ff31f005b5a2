from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples every time, and no clock: a busy machine must fail no test.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
