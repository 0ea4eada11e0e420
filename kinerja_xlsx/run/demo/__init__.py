"""The example city: synthetic offices and people of Kota Serang, with faults planted on purpose."""
