"""The exceptions of kehoach: faults of the caller or of the world, never of the paper's wording.

    KehoachError
    ├── InvalidPlanFile (ValueError)     the plan file cannot become a plan; carries findings
    ├── PlanFileTooLarge (ValueError)    a file past the bounds that keep reading safe
    ├── UnknownExporter (LookupError)    no exporter serves the suffix, name or kind of subject
    ├── AmbiguousExporter (LookupError)  several exporters serve what was asked; name one
    ├── DuplicatePlugin (ValueError)     two plugins register one name
    ├── UnusedSource (ValueError)        a ledger, a filter … that the exporter does not look at
    ├── ProgressNeedsDay (ValueError)    the progress of a plan was asked for as of no day
    ├── UntrackedPlan (LookupError)      the ledger holds no plan of this key
    ├── ExportFailed (RuntimeError)      an exporter raised; the old file stays
    ├── TargetUnwritable (OSError)       the target cannot be written (read-only, full, open)
    ├── UnsafeFileName (ValueError)      a file name would leave its folder
    ├── InvalidCalendarFile (ValueError) a file of days off is malformed
    ├── OutsideCalendar (ValueError)     a day outside the years that the calendar knows
    ├── NoSuchOrdinal (ValueError)       a list longer than its letters or Roman numerals
    ├── UnwritableText (ValueError)      characters that no document can hold
    ├── ReadError (ValueError)           a file that cannot be read as a paper
    ├── MendRefused (ValueError)         a file that must not be changed (signed, protected)
    ├── InvalidEvent (ValueError)        an event lacks what its kind needs
    ├── InvalidMove (ValueError)         an event that the obligation's state does not allow
    ├── StaleObligation (RuntimeError)   the obligation changed since the caller looked
    ├── UnknownObligation (LookupError)  the ledger holds no such obligation
    ├── LedgerBusy (TimeoutError)        other writers held the ledger for the whole time-out
    ├── LedgerUnavailable (OSError)      the ledger cannot be opened, read or written
    ├── UnknownLedgerVersion (ValueError) the database has another schema version
    ├── InvalidFilter (ValueError)       a filter that cannot be read; points at the place
    └── InvalidMapping (ValueError)      a mapping of another tracker's columns is malformed

Faults in the user's material are findings (see `kehoach.findings`), not exceptions.
"""

from __future__ import annotations

from kehoach.errors.exporting import (
    AmbiguousExporter,
    DuplicatePlugin,
    ExportFailed,
    FontMissing,
    OfficeFailed,
    OfficeMissing,
    ProgressNeedsDay,
    TargetUnwritable,
    UnfinishedPaper,
    UnknownExporter,
    UnsafeFileName,
    UnusedSource,
)
from kehoach.errors.issuing import (
    IssuedOutOfOrder,
    NotIssuable,
    NumberNotOpen,
    NumberWaits,
    PaperNotWritten,
    UnknownNumber,
)
from kehoach.errors.papers import (
    ChangesDoNotFit,
    NoRulebook,
    NoSuchOrdinal,
    UndatedPaper,
    UnknownDocumentType,
    UnwritableText,
)
from kehoach.errors.reading import (
    InvalidCalendarFile,
    InvalidMapping,
    InvalidPlanFile,
    InvalidReturn,
    InvalidStyle,
    MendRefused,
    OutsideCalendar,
    PlanFileTooLarge,
    ReadError,
)
from kehoach.errors.root import (
    KehoachError,
)
from kehoach.errors.tracking import (
    InvalidEvent,
    InvalidFilter,
    InvalidMove,
    LedgerBusy,
    LedgerUnavailable,
    StaleObligation,
    UnknownLedgerVersion,
    UnknownObligation,
    UntrackedPlan,
)

__all__ = [
    "AmbiguousExporter",
    "ChangesDoNotFit",
    "DuplicatePlugin",
    "ExportFailed",
    "FontMissing",
    "InvalidCalendarFile",
    "InvalidEvent",
    "InvalidFilter",
    "InvalidMapping",
    "InvalidMove",
    "InvalidPlanFile",
    "InvalidReturn",
    "InvalidStyle",
    "IssuedOutOfOrder",
    "KehoachError",
    "LedgerBusy",
    "LedgerUnavailable",
    "MendRefused",
    "NoRulebook",
    "NoSuchOrdinal",
    "NotIssuable",
    "NumberNotOpen",
    "NumberWaits",
    "OfficeFailed",
    "OfficeMissing",
    "OutsideCalendar",
    "PaperNotWritten",
    "PlanFileTooLarge",
    "ProgressNeedsDay",
    "ReadError",
    "StaleObligation",
    "TargetUnwritable",
    "UndatedPaper",
    "UnfinishedPaper",
    "UnknownDocumentType",
    "UnknownExporter",
    "UnknownLedgerVersion",
    "UnknownNumber",
    "UnknownObligation",
    "UnsafeFileName",
    "UntrackedPlan",
    "UnusedSource",
    "UnwritableText",
]
