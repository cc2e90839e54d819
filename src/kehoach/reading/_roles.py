"""Vai trò trong câu: the responsibilities that the clauses of a task name, with their phrases."""

from __future__ import annotations

import re

from attrs import evolve

from kehoach.plan import Party, Responsibility, Role
from kehoach.reading._names import Known, begins_name, mood_of, scan_names
from kehoach.reading._role_words import (
    ACTIONS,
    ADVERBS,
    CHAIN,
    INNER,
    INNER_BY_KEY,
    INNER_KEYS,
    REACH,
    role_of,
)

_STOP = re.compile(r"[.!?;]+\s+")
_LINK = re.compile(r"(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+)(?:(?:chủ động|thường xuyên|kịp thời)\s+)?")
_WITH = re.compile(r"\s*(?:với|cùng(?: với)?)\s+")
_TO = re.compile(
    r"\s*(?:,?\s*(?:đề xuất|trình)\s+)?(?:(?:kịp thời\s+)?(?:cho|về|với|lên|đến|đối với)\s+)?"
)
_SENT = re.compile(r"[^.;]{0,200}?\svề\s+")
_TOWARDS = re.compile(r"\s(?:đối với|cho)\s+")
_RECEIVERS = frozenset((Role.ADVISE, Role.SUBMIT, Role.REPORT, Role.GUIDE, Role.SUPPORT))
_LONGEST = 6000
_OPENED = re.compile(r"\((?:giao\s+)?(?=[^\W\d_])", re.IGNORECASE)
_ACTS_IN_BRACKETS = re.compile(r"\s+(?:là (?:cơ quan|đơn vị)\s+)?(?P<verb>chủ trì|phối hợp)(?!\w)")
_BRACKET_ROLES = {"chủ trì": Role.LEAD, "phối hợp": Role.COORDINATE}
_MAIN_ACTION = re.compile(
    r"(?:xây dựng|ban hành|tổ chức|triển khai)(?= (?:kế hoạch|chương|các|thực))"
)
_PHRASE = re.compile(r"\S+(?:\s+\S+)?(?:\s+(?:các|những|việc|có|đủ|tốt|nghiêm))*(?:\s+\S+){0,2}")


class _Reader:
    """The clauses of one text, read from left to right."""

    def __init__(self, text: str, known: Known | None) -> None:
        self.text, self.known = text, known
        lower = text.lower()
        self.lower = lower if len(lower) == len(text) else text
        self.parties: tuple[str, ...] = ()
        self.found: list[tuple[int, Responsibility]] = []

    def read(self) -> None:
        start, is_part = 0, False
        text = self.text[:_LONGEST]
        for border in _STOP.finditer(text):
            sign, at = border[0].rstrip(), border.start()
            if (
                sign[-1] != ";"
                and sign != "..."
                and not text[border.end() : border.end() + 1].isupper()
            ):
                continue
            self._clause(start, at if sign == ";" else at + len(sign), is_part=is_part)
            start, is_part = border.end(), sign[-1] == ";"
        self._clause(start, len(text), is_part=is_part)

    def read_brackets(self) -> None:
        """Who acts, where brackets say it: "(Sở X chủ trì, hoàn thành trước …)"."""
        for found in _OPENED.finditer(self.text[:_LONGEST]):
            names, end = scan_names(self.text, found.end(), self.known)
            says = _ACTS_IN_BRACKETS.match(self.lower, end) if names else None
            if says:
                role = _BRACKET_ROLES[says["verb"]]
                phrase = self.text[found.end() : says.end()]
                for name in names:
                    one = Responsibility(role, Party(name), phrase=phrase)
                    self.found.append((found.end(), one))

    def _clause(self, start: int, end: int, *, is_part: bool) -> None:
        at = self._subject(start)
        at = self._without_adverbs(at)
        last = self._chain(at, end)
        if last == at and not is_part:
            last = self._action(at, end)
        if not self._hands_over(at):
            self._inner(max(last, start), end)

    def _subject(self, start: int) -> int:
        """Past the bodies that the clause begins with ("Sở X có trách nhiệm …", "Giao Sở X …")."""
        _, mood_end = mood_of(self.text[start : start + 200])
        names, end = scan_names(self.text, start + mood_end, self.known)
        if not names or self.text[end : end + 1] == "/":
            return start
        at = _past(self.lower, end)
        if not mood_end and not acts(self.lower, at):
            return start
        self.parties = names
        return at

    def _without_adverbs(self, at: int) -> int:
        found = ADVERBS.match(self.lower, at)
        return found.end() if found else at

    def _chain(self, at: int, end: int) -> int:
        """Verbs that follow each other: "Theo dõi, thống kê, báo cáo …"; returns their end."""
        while at < end:
            found = CHAIN.match(self.lower, at, end)
            if not found:
                return at
            role = role_of(found)
            if role is not None and not self._merges(role, at, found.end()):
                self._take(role, at, found.end(), end)
            link = _LINK.match(self.lower, found.end(), end)
            if link is None or not CHAIN.match(self.lower, link.end()):
                return found.end()
            at = link.end()
        return at

    def _merges(self, role: Role, at: int, stop: int) -> bool:
        """Whether a verb only goes on with the role just taken: "theo dõi, thống kê"."""
        if role not in (Role.MONITOR, Role.INSPECT, Role.FUND) or not self.found:
            return False
        start, last = self.found[-1]
        between = self.text[start + len(last.phrase or "") : at]
        urges = last.role is Role.INSPECT and self.text[at:stop] in ("giám sát", "đôn đốc")
        if (
            (last.role is not role and not urges)
            or (last.party and (last.party.name,) != self.parties)
            or not _LINK.fullmatch(between)
        ):
            return False
        self.found[-1] = (start, evolve(last, phrase=self.text[start:stop]))
        return True

    def _action(self, at: int, end: int) -> int:
        found = ACTIONS.match(self.lower, at, end)
        if found and found[0] == "căn cứ":
            found = _MAIN_ACTION.search(self.lower, found.end(), end)
        if not found:
            return at
        at = found.start()
        phrase = self.text[at : _phrase_end(self.text, at, end)]
        self._add(at, Role.IMPLEMENT, phrase, None)
        return found.end()

    def _hands_over(self, at: int) -> bool:
        """After "Tham mưu UBND tỉnh" the verbs are what the UBND does, to the clause's end."""
        return bool(re.match(r"tham mưu(?!,)", self.lower[at : at + 9]))

    def _inner(self, start: int, end: int) -> None:
        """Further roles inside a clause; what follows "để" is what the result is for."""
        purpose = self.text.find(" để ", start, end)
        end = purpose if purpose >= 0 else end
        seen: set[int] = set()
        for key in INNER_KEYS.finditer(self.text, start, end):
            at = key.start()
            for index in INNER_BY_KEY[key[0]]:
                before, verb, role = INNER[index]
                found = None if index in seen else verb.match(self.text, at, end)
                if found and before.search(self.text, max(start, at - REACH), at):
                    seen.add(index)
                    if not any(at == taken for taken, _ in self.found):
                        self._take(role, at, found.end("verb"), end)

    def _take(self, role: Role, start: int, stop: int, end: int) -> None:
        """A role word, with the bodies that its complement names."""
        if role is Role.COORDINATE:
            self._coordinate(start, stop, end)
            return
        receiver, until = None, stop
        if role in _RECEIVERS:
            receiver, until = self._receiver(role, stop, end)
        phrase = self.text[start:until].rstrip(" ,")
        if (
            receiver is None
            and role is Role.GUIDE
            and (said := _TOWARDS.search(self.text, stop, end))
        ):
            for name in scan_names(self.text, said.end(), self.known)[0]:
                self._add(start, role, phrase, name)
                receiver = name
        if receiver is None or role is not Role.GUIDE or until > stop:
            self._add(start, role, phrase, receiver)

    def _receiver(self, role: Role, stop: int, end: int) -> tuple[str | None, int]:
        leads = _TO.match(self.text, stop, end)
        names, until = scan_names(self.text, leads.end() if leads else stop, self.known)
        if (
            not names
            and role in (Role.SUBMIT, Role.REPORT)
            and (leads := _SENT.match(self.text, stop, end))
        ):
            names, until = scan_names(self.text, leads.end(), self.known)
        return (names[0], until) if names and until <= end else (None, stop)

    def _coordinate(self, start: int, stop: int, end: int) -> None:
        through = _WITH.match(self.text, stop, end)
        begins = through.end() if through else stop
        if through is None and self.text[start:stop].endswith((" với", " cùng")):
            begins = stop + 1
        names, until = scan_names(self.text, begins, self.known)
        self._add(start, Role.COORDINATE, self.text[start:stop].rstrip(" ,"), None)
        if self.parties and self.found and names:
            self.found[-1] = (start, self.found[-1][1])
        for name in names:
            phrase = self.text[start : min(until, end)]
            one = Responsibility(Role.COORDINATE, Party(name), phrase=phrase)
            self.found.append((start, one))

    def _add(self, at: int, role: Role, phrase: str, to: str | None) -> None:
        receiver = Party(to) if to else None
        for name in self.parties or (None,):
            party = Party(name) if name else None
            self.found.append((at, Responsibility(role, party, receiver, phrase)))


def read_roles(text: str, known: Known | None = None) -> tuple[Responsibility, ...]:
    """The responsibilities that a task's text names, in the order in which they stand."""
    reader = _Reader(text, known)
    reader.read()
    if "(" in text:
        reader.read_brackets()
    if len(reader.found) < 2:  # noqa: PLR2004 - one is in order
        return tuple(one for _, one in reader.found)
    ordered = sorted(reader.found, key=lambda pair: pair[0])
    return tuple(dict.fromkeys(_leading([one for _, one in ordered])))


def _leading(listed: list[Responsibility]) -> list[Responsibility]:
    """Whoever leads is not also a partner: "chủ trì, phối hợp với X" gives the partners alone."""
    own = {one.party for one in listed if one.role is Role.LEAD}
    if not own:
        return listed
    named = any(one.role is Role.COORDINATE and one.party and one.phrase for one in listed)
    return [
        one for one in listed if not (named and one.role is Role.COORDINATE and one.party in own)
    ]


def names_actor(text: str, known: Known | None = None) -> bool:
    """Whether a paragraph says at its beginning who is to act."""
    _, start = mood_of(text[:200])
    if not begins_name(text, start):
        return False
    names, end = scan_names(text, start, known)
    lower = text[end:].lower()
    return bool(names) and acts(lower, _past(lower, 0))


def acts(lower: str, at: int = 0) -> bool:
    """Whether a verb of action or of a role begins at an offset of a text in lower case."""
    return bool(CHAIN.match(lower, at) or ACTIONS.match(lower, at) or ADVERBS.match(lower, at))


def _past(text: str, at: int) -> int:
    """Past a comma or colon and spaces."""
    while at < len(text) and text[at] in " ,:":
        at += 1
    return at


def _phrase_end(text: str, at: int, end: int) -> int:
    found = _PHRASE.match(text, at, end)
    if not found:
        return end
    comma = re.search(r"[,;:.(]", found[0])
    return found.start() + comma.start() if comma else found.end()
