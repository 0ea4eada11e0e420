"""What the workbook `SKP` of one unit and year is made from."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xlsx.model.law import Kertas, Pendekatan
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.write.hasil import Disisihkan, Orang


@dataclass(frozen=True, slots=True)
class SkpForm:
    """One plan.

    Attributes:
        penugasan: The assignment with its plan, expectations and attachments.
        penilai: The rater; None when nobody is known by the NIP or code given.
        kode: The verification code of what the form shows.
    """

    penugasan: Penugasan
    penilai: Orang | None
    kode: str = ""


@dataclass(frozen=True, slots=True)
class SkpBook:
    """The plans of one unit for one year.

    Attributes:
        instansi: Name of the government; may be empty.
        tempat: Where plans are signed; may be empty.
        kertas: Paper of the forms.
        kode_unit: Kode Unit.
        nama_unit: Nama Unit.
        period: The year.
        pendekatan: Quantitative or qualitative.
        identitas: The form `Identitas` of the submission.
        forms: Accepted plans, in the order of the submission.
        others: Plans held back or not asked for.
    """

    instansi: str
    tempat: str
    kertas: Kertas
    kode_unit: str
    nama_unit: str
    period: Period
    pendekatan: Pendekatan
    identitas: IdentitasForm
    forms: tuple[SkpForm, ...]
    others: tuple[Disisihkan, ...]
