"""How many examples a property is tried with: few and always the same, or many when asked.

`KINERJA_UJI_DALAM=20 pytest …` tries twenty times as many, drawn anew each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

DEEPER = int(os.environ.get("KINERJA_UJI_DALAM", "1"))
_BUILDING_TAKES_TIME = (HealthCheck.too_slow, HealthCheck.data_too_large)


def examples(count: int) -> settings:
    """Bound a property to so many examples, the same ones in every run unless asked for more."""
    return settings(
        max_examples=count * DEEPER,
        deadline=None,
        derandomize=DEEPER == 1,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=_BUILDING_TAKES_TIME,
    )
