"""`python -m dvk_office.shells` is the same as `dvk`."""

from dvk_office.shells.cli import main

main()
