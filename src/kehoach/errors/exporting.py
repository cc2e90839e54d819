"""Lỗi khi xuất tệp: exporters, targets, and the programs that help."""

from __future__ import annotations

from kehoach.errors.root import KehoachError


class UnknownExporter(KehoachError, LookupError):
    """No registered exporter serves what was asked; `known` names those that exist.

    `name` is the exporter asked for by name, else `suffix` the end of the file's name; `subject`
    is the kind of what was to be exported, where that decided.
    """

    def __init__(
        self, known: tuple[str, ...], *, name: str = "", suffix: str = "", subject: str = ""
    ) -> None:
        self.known, self.name, self.suffix, self.subject = known, name, suffix, subject
        super().__init__(known, name, suffix, subject)

    def __str__(self) -> str:
        """What was asked for, and the exporters there are."""
        by_suffix = f"the suffix {self.suffix!r}" if self.suffix else "a file without a suffix"
        asked = f"the name {self.name!r}" if self.name else by_suffix
        of = f" of a {self.subject}" if self.subject else ""
        return f"no exporter for {asked}{of}; registered: {', '.join(self.known) or 'none'}"


class AmbiguousExporter(KehoachError, LookupError):
    """Several exporters serve one suffix and kind of subject; `names` lists them."""

    def __init__(self, suffix: str, subject: str, names: tuple[str, ...]) -> None:
        self.suffix, self.subject, self.names = suffix, subject, names
        offers = f"{', '.join(names)}; choose one by name"
        super().__init__(f"several exporters for {suffix!r} of a {subject}: {offers}")


class DuplicatePlugin(KehoachError, ValueError):
    """Two plugins register one name; both distributions are named, neither wins."""

    def __init__(self, kind: str, name: str, first: str, second: str) -> None:
        self.kind, self.name, self.first, self.second = kind, name, first, second
        super().__init__(
            f"the {kind} {name!r} is registered by {first} and by {second}; remove one of them"
        )


class UnusedSource(KehoachError, ValueError):
    """Something was given to an export that the exporter does not look at; `source` names it.

    `accepts` is the kind of subject that the exporter takes.
    """

    def __init__(self, exporter: str, accepts: str, source: str) -> None:
        self.exporter, self.accepts, self.source = exporter, accepts, source
        super().__init__(
            f"exporter {exporter!r} takes a {accepts} and looks at no {source}; "
            "leave it out, or name an exporter that takes progress"
        )


class ProgressNeedsDay(KehoachError, ValueError):
    """The progress of a plan stands as of a day, and none was given."""

    def __init__(self, title: str) -> None:
        self.title = title
        super().__init__(f"progress of the plan {title!r} stands as of a day; pass it as on=")


class ExportFailed(KehoachError, RuntimeError):
    """An exporter raised while writing; the target still holds what it held before."""

    def __init__(self, target: str, exporter: str, reason: str) -> None:
        self.target, self.exporter, self.reason = target, exporter, reason
        super().__init__(
            f"exporter {exporter!r} failed on {target}: {reason}; the target is as it was"
        )


class UnfinishedPaper(KehoachError, ValueError):
    """A paper has places that a human must still write; `places` says what belongs there."""

    def __init__(self, title: str, places: tuple[str, ...]) -> None:
        self.title, self.places = title, places
        super().__init__(
            f"{title!r} has {len(places)} places still to be written: {'; '.join(places)};"
            " write them, or export a draft"
        )


class TargetUnwritable(KehoachError, OSError):
    """The target cannot be written: missing folder, read-only, full, or open elsewhere."""

    def __init__(self, target: str, reason: str) -> None:
        self.target, self.reason = target, reason
        super().__init__(f"cannot write {target}: {reason}")


class UnsafeFileName(KehoachError, ValueError):
    """A file name that would leave its folder or that no system can hold."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"unsafe file name {name!r}: {reason}")


class OfficeMissing(KehoachError, RuntimeError):
    """A program of this machine that is needed is not installed; `tool` names it."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        super().__init__(f"{tool} is not installed; install it and try again")


class OfficeFailed(KehoachError, RuntimeError):
    """A program of this machine failed or took too long."""

    def __init__(self, tool: str, reason: str) -> None:
        self.tool, self.reason = tool, reason
        super().__init__(f"{tool} failed: {reason}")


class FontMissing(KehoachError, RuntimeError):
    """No font of this machine has Vietnamese letters in the widths of `family`."""

    def __init__(self, family: str) -> None:
        self.family = family
        super().__init__(
            f"no font like {family!r} with Vietnamese letters is installed; install one of its "
            "widths (Liberation Serif 2, Tinos)"
        )
