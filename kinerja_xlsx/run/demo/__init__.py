"""The example city: invented offices and people of Kota Serang, with faults planted in them."""
