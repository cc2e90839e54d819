"""Theo dõi: tasks given, what was done, and how it stands on any day."""
