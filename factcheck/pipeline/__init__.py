"""What the commands do, stage by stage. ``check.py`` is the only file that knows the order of the stages."""
