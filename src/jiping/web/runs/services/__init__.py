"""Every change of a run: by a person (asking, steering, opening) and by the worker (taking, telling, ending)."""
