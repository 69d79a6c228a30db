"""One check, one idea: every function yields findings. `ALL` in `run.py` is the list of them."""
