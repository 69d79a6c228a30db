"""Records, checks, targets, deadlines: pure, no file, no clock, no Excel. Imports `rules` only."""
