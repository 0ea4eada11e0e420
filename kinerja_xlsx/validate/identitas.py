"""Sheet `Identitas`: which unit and period a file is for, and what refuses it as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_xlsx.model.issue import Issue, IssueCode, Place, Severity, Withholds
from kinerja_xlsx.model.law import YaTidak
from kinerja_xlsx.model.period import Period, PeriodKind
from kinerja_xlsx.model.submission import Submission
from kinerja_xlsx.spec.book import is_skp
from kinerja_xlsx.spec.codes import make_issue, withholds
from kinerja_xlsx.spec.identitas import EXPECTED_LABELS, IdentitasForm, IdentitasSkpForm
from kinerja_xlsx.spec.penugasan import RejectedFileError, Settings
from kinerja_xlsx.spec.row import column_by_field
from kinerja_xlsx.spec.tertahan import HeldRow, blame
from kinerja_xlsx.validate.form import FormDraft
from kinerja_xlsx.validate.nama_berkas import check_file_name
from kinerja_xlsx.validate.normalise import Scope
from kinerja_xlsx.validate.normalise_kode import parse_period
from kinerja_xlsx.validate.reading import note
from kinerja_xlsx.validate.suggest import ask_which, near_words
from kinerja_xlsx.validate.tertahan import missing_period, missing_unit, missing_year

_TEMPLATE: Final = "Isian"
_UNIT: Final = "kode_unit"
_PERIOD: Final = "periode"
CAPAIAN: Final = "capaian_organisasi"
_SPREAD: Final = "Sebaran predikat"
_DECIDING: Final = IdentitasForm.deciding
_SHOWN_PERIODS: Final = 4
_ONE_YEAR: Final = "SKP disusun untuk satu tahun; tulis tahunnya saja, misalnya {year}."


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose file it is, once that is certain.

    Attributes:
        form: The labels with their values.
        period: The parsed period.
        issues: What reading and checking the form found, none of it refusing.
        fingerprint: The form as it counts for the data hash.
    """

    form: IdentitasForm
    period: Period
    issues: tuple[Issue, ...]
    fingerprint: str


def check_identitas(submission: Submission, settings: Settings | None) -> Identitas:
    """Find out unit and period of a file; an SKP is of a whole year.

    Raises:
        RejectedFileError: Its structure or its identity refuses it; all reasons at once.
    """
    model = IdentitasSkpForm if is_skp(submission.meta) else IdentitasForm
    draft = FormDraft(submission, model, Scope())
    form = draft.finish()
    judge = _Judge(submission, draft, settings)
    unit, period = judge.unit(), judge.period()
    if not judge.refusals:
        judge.compare_with_meta(unit, period)
    template = tuple(_template_issues(submission))
    refusals = [*judge.refusals, *(issue for issue in template if _refuses(issue))]
    refuses = bool(refusals) or any(_refuses(issue) for issue in submission.issues)
    if refuses or form is None or period is None:
        meta = submission.meta or {}
        raise RejectedFileError(
            (*submission.issues, *refusals),
            unit or draft.found(_UNIT) or meta.get(_UNIT) or None,
            period.code if period else _meta_period(meta.get(_PERIOD, "")),
        )
    soft = (*draft.soft_issues(), *_waiting(draft))
    form = form.model_copy(update={_UNIT: unit})
    named = check_file_name(submission.file, form.kode_unit, period, settings)
    issues = (*template, *soft, *judge.notices, *_missing_labels(draft), *named)
    return Identitas(form, period, issues, draft.fingerprint)


def _refuses(issue: Issue) -> bool:
    return withholds(issue) is Withholds.BERKAS


def _meta_period(text: str) -> str | None:
    period = parse_period(text)
    return period.code if period else None


class _Judge:
    """Judges the three labels that can refuse a file; collects every reason."""

    def __init__(
        self,
        submission: Submission,
        draft: FormDraft[IdentitasForm],
        settings: Settings | None,
    ) -> None:
        self._draft = draft
        self._settings = settings
        self._meta = submission.meta or {}
        self.refusals: list[Issue] = []
        self.notices: list[Issue] = []
        if submission.labels or not any(_refuses(issue) for issue in submission.issues):
            self._judge_faults()

    def unit(self) -> str | None:
        """Give the unit's code as registered; None when it is blank, malformed or unknown."""
        code = self._draft.data.get(_UNIT)
        if not isinstance(code, str) or self._settings is None:
            return code if isinstance(code, str) else None
        if code in self._settings.units:
            return code
        alike = [known for known in self._settings.units if known.casefold() == code.casefold()]
        if len(alike) == 1:
            seen = note(IssueCode.SEL_07, self._draft.found(_UNIT), dibaca=alike[0])
            self.notices.append(self._draft.issue(_UNIT, seen))
            return alike[0]
        held = missing_unit(self._settings, code)
        self._refuse(IssueCode.BRK_12, _UNIT, saran=self._ask_unit(code), held=held)
        return None

    def period(self) -> Period | None:
        """Give the period; None when it is blank or unreadable."""
        code = self._draft.data.get(_PERIOD)
        if not isinstance(code, str):
            return None
        period = Period.parse(code)
        if is_skp(self._meta):
            return self._year(period)
        row = self._settings.periods.get(code) if self._settings else None
        if self._settings is not None and row is None:
            held = missing_period(self._settings, code)
            self._refuse(IssueCode.BRK_13, _PERIOD, saran=self._open_periods(), held=held)
        elif row is not None and row.tertutup is YaTidak.YA:
            # Read all the same: longer periods put its figures together.
            self.notices.append(
                make_issue(IssueCode.LBK_07, self._draft.place(_PERIOD), value=code)
            )
        return period

    def _year(self, period: Period) -> Period:
        """Judge the year of a plan: one of which any period is listed, open or closed."""
        if period.kind is not PeriodKind.TAHUN:
            self._refuse(IssueCode.BRK_13, _PERIOD, saran=_ONE_YEAR.format(year=period.year))
        elif self._settings is not None and all(
            Period.parse(code).year != period.year for code in self._settings.periods
        ):
            held = missing_year(self._settings, period)
            self._refuse(IssueCode.BRK_13, _PERIOD, saran=self._open_periods(), held=held)
        return period

    def compare_with_meta(self, unit: str | None, period: Period | None) -> None:
        """Refuse a file whose hidden mark names another unit or period than the form."""
        marked_unit = self._meta.get(_UNIT, "")
        marked_period = parse_period(self._meta.get(_PERIOD, ""))
        if unit is None or period is None:
            return
        other_unit = bool(marked_unit) and marked_unit.casefold() != unit.casefold()
        other_period = marked_period is not None and marked_period != period
        if not (other_unit or other_period):
            return
        self.refusals.append(
            make_issue(
                IssueCode.BRK_18,
                self._draft.place(_UNIT if other_unit else _PERIOD),
                penanda=self._describe(marked_unit or unit, marked_period or period),
                identitas=self._describe(unit, period),
            )
        )

    def _judge_faults(self) -> None:
        """Refuse for the first error of each deciding label."""
        told: set[str] = set()
        for name, found in self._draft.notes:
            if name not in _DECIDING or found.severity is not Severity.GALAT or name in told:
                continue
            told.add(name)
            if found.code is not IssueCode.SEL_08 or (name == _UNIT and self._settings is None):
                self.refusals.append(self._draft.issue(name, found))
            elif name == _UNIT:
                self._refuse(IssueCode.BRK_12, name, saran=self._ask_unit(found.value or ""))
            else:
                self._refuse(IssueCode.BRK_13, name, saran=dict(found.context)["saran"])

    def _refuse(
        self, code: IssueCode, name: str, *, saran: str, held: HeldRow | None = None
    ) -> None:
        place = self._draft.place(name)
        value = self._draft.found(name)
        self.refusals.append(blame(make_issue(code, place, value=value, saran=saran), held))

    def _ask_unit(self, code: str) -> str:
        units = self._settings.units if self._settings else {}
        by_name = {row.nama: kode for kode, row in units.items()}
        found = near_words(code, list(units)) or [
            by_name[name] for name in near_words(code, list(by_name))
        ]
        return ask_which([f"«{kode}» ({units[kode].nama})" for kode in found])

    def _open_periods(self) -> str:
        rows = self._settings.periods.values() if self._settings else ()
        codes = [row.kode for row in rows if row.tertutup is YaTidak.TIDAK]
        if not codes:
            return ""
        shown = ", ".join(codes[:_SHOWN_PERIODS])
        return f"Periode yang dibuka: {shown}{', …' if len(codes) > _SHOWN_PERIODS else ''}."

    def _describe(self, unit: str, period: Period) -> str:
        row = self._settings.units.get(unit) if self._settings else None
        return f"{f'{row.nama} ({unit})' if row else unit}, {period.label}"


def _template_issues(submission: Submission) -> Iterator[Issue]:
    """Warn of a file without the hidden mark; refuse it when headings differ as well."""
    if submission.meta is not None:
        return
    codes = {issue.code for issue in submission.issues}
    if IssueCode.BRK_09 in codes:
        return
    exact = IssueCode.LBR_10 not in codes
    yield make_issue(
        IssueCode.BRK_09,
        Place(submission.file),
        severity=Severity.PERINGATAN if exact else Severity.GALAT,
        sebab="Penanda tersembunyi tidak ada, dan ada judul kolom yang berbeda dari templat.",
        templat=_TEMPLATE,
    )


def _waiting(draft: FormDraft[IdentitasForm]) -> Iterator[Issue]:
    """Say that the distribution waits, since what the organisation achieved is unreadable."""
    if CAPAIAN not in draft.faults:
        return
    place = draft.place(CAPAIAN)
    sel = f"{place.sheet}!{place.cell} ({place.heading})"
    yield draft.issue(CAPAIAN, note(IssueCode.LTS_30, aturan=_SPREAD, sel=sel))


def _missing_labels(draft: FormDraft[IdentitasForm]) -> Sequence[Issue]:
    """Warn of each label that ought to be filled in."""
    told = {name for name, _ in draft.notes}
    return [
        make_issue(
            IssueCode.SEL_01,
            draft.place(name),
            severity=Severity.PERINGATAN,
            contoh=column_by_field(IdentitasForm, name).column.example,
        )
        for name in EXPECTED_LABELS
        if name not in draft.data and name not in told
    ]
