"""The example city: invented offices and people of Kota Serang, with faults planted in them."""

from kinerja_xlsx.run.demo.city import City, make_city
from kinerja_xlsx.run.demo.files import planted_faults, write_city
from kinerja_xlsx.run.demo.seed import DEMO_PERIOD, DEMO_SEED

__all__ = ["DEMO_PERIOD", "DEMO_SEED", "City", "make_city", "planted_faults", "write_city"]
