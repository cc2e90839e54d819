"""Giới hạn: the bounds that keep the reading of a foreign file safe and quick."""

from __future__ import annotations

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a file; the largest provincial plans, annexes included, stay under 2 MiB."""

MAX_DEPTH = 40
"""Lists and mappings inside one another; papers nest to about 15."""

MAX_ALIASES = 1_000
"""Uses of YAML aliases (`*name`) in one file."""

MAX_VALUES = 2_000_000
"""Values after the aliases are put in place, so that no small file grows without end."""
