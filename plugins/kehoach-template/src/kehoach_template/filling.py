"""Điền mẫu: the template with the values of a plan or paper, as the bytes of a .docx."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from kehoach.errors import KehoachError
from kehoach.findings import Finding, Severity
from kehoach.hookspecs import Exporter, Subject, hookimpl
from kehoach.plan import Plan
from kehoach_template._sandbox import environment
from kehoach_template.checking import check_template
from kehoach_template.names import NAMES, PAPER_NAMES
from kehoach_template.values import template_values

if TYPE_CHECKING:
    from kehoach.documents import Document
    from kehoach.rules import Rulebook

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class InvalidTemplate(KehoachError, ValueError):
    """A template that cannot be filled; `findings` lists every fault, in Vietnamese."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("; ".join(one.describe() for one in findings))


def fill(template: bytes, subject: Plan | Document, rulebook: Rulebook | None = None) -> bytes:
    """Điền mẫu .docx từ kế hoạch hoặc văn bản.

    Text from the subject stays text: it is escaped, its control characters are left out, and what
    looks like a tag in it is not filled. The same input gives the same bytes.

    Raises ReadError for what is no .docx, InvalidTemplate for a template with faults (nothing is
    filled), UndatedPaper, NoRulebook.
    """
    findings = check_template(template, NAMES if isinstance(subject, Plan) else PAPER_NAMES)
    if findings:
        raise InvalidTemplate(findings)
    opened = DocxTemplate(io.BytesIO(template))
    try:
        opened.render(template_values(subject, rulebook), environment())
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        message = f"không điền được mẫu: {error}"
        fault = Finding("template.unfilled", Severity.ERROR, message)
        raise InvalidTemplate((fault,)) from error
    saved = io.BytesIO()
    opened.save(saved)
    return _repacked(saved)


@frozen
class TemplatePlugin:
    """Mẫu thành bộ xuất: a plugin object for `kehoach.plugins.load_plugins(own=…)`.

    `template` is the content of the .docx, `accepts` says whether plans or papers fill it.
    """

    template: bytes
    name: str = "template"
    accepts: Subject = Subject.PLAN

    @hookimpl
    def kehoach_exporters(self) -> list[Exporter]:
        """Bộ xuất of this template, asked for by its name."""
        write = partial(_write, self.template)
        return [Exporter(self.name, ".docx", self.accepts, "Mẫu Word của cơ quan (.docx)", write)]


def _write(template: bytes, subject: Plan | Document, rulebook: Rulebook, stream: BinaryIO) -> None:
    stream.write(fill(template, subject, rulebook))


def _repacked(saved: io.BytesIO) -> bytes:
    """The package with the members' dates fixed, so that the hour of filling leaves no trace."""
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return packed.getvalue()
