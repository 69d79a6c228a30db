"""Records to papers; decides nothing. Imports `core` and `rules`."""
