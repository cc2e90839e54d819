"""Gốc của mọi lỗi: what every exception of kehoach is."""

from __future__ import annotations


class KehoachError(Exception):
    """Root of every exception that kehoach raises; each travels between processes."""

    def __reduce__(self) -> tuple[object, ...]:
        """Copy the parts and the message, since the constructors take the parts alone."""
        return _revived, (type(self), self.args, self.__dict__)


def _revived(
    kind: type[KehoachError], args: tuple[object, ...], parts: dict[str, object]
) -> object:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(parts)
    return error
