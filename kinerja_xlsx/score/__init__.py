"""Sound rows to scores: capaian, usulan, predikat, distribution and the agency's tables."""
