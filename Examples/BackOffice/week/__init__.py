"""A working week in the back office."""
