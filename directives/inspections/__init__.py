"""督查活动: visits on site, by a plan that was approved, with findings, a conclusion for each target, and what follows from it."""
