"""What the workbook `Hasil` of one unit is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja_xlsx.model.kinerja_unit import KinerjaUnit
from kinerja_xlsx.model.law import (
    ANGKA_KREDIT,
    CapaianOrganisasi,
    FormulirPegawai,
    Jenjang,
    Kertas,
    NilaiPerilaku,
    Pendekatan,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.rekap import PeriodeLalu
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi, KepuasanScore, Score
from kinerja_xlsx.policy.parameters import Parameters
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.penugasan import Penugasan


@dataclass(frozen=True, slots=True)
class Orang:
    """A person as the panels and signatures of a form show them.

    Attributes:
        nama: With degrees.
        nip: Eighteen digits; empty for an official who is no civil servant.
        pangkat: Pangkat and golongan; may be empty.
        jabatan: Post; may be empty.
        unit: Unit or agency; may be empty.
    """

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    unit: str


@dataclass(frozen=True, slots=True)
class HasilForm:
    """One evaluation form.

    Attributes:
        penugasan: The assignment with its sound rows.
        score: What it comes to, with the trail.
        penilai: The rater; None when nobody is known by the NIP or code given.
        atasan: The rater's superior; None when not stated or not known.
        ekspektasi: What the leader expects of the person by value, from the plan.
        jenjang: Level of a post that earns angka kredit; None of any other.
        lalu: What the same assignment came to in the period before; None where nothing is known.
        kode: The verification code of what the evaluation shows.
        kode_lain: The codes of the person's further forms.
    """

    penugasan: Penugasan
    score: Score
    penilai: Orang | None
    atasan: Orang | None
    ekspektasi: Mapping[NilaiPerilaku, str] = field(default_factory=dict)
    jenjang: Jenjang | None = None
    lalu: PeriodeLalu | None = None
    kode: str = ""
    kode_lain: Mapping[FormulirPegawai, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Disisihkan:
    """An assignment without a form.

    Attributes:
        nip: NIP, or the text found where it is none.
        nama: Name; may be empty.
        jabatan: Post as the file or the roster has it; may be empty.
        sifat: How the post is held; may be empty.
        status: What became of it.
        alasan: Why, in words for the unit.
    """

    nip: str
    nama: str
    jabatan: str
    sifat: str
    status: PenugasanStatus
    alasan: str


@dataclass(frozen=True, slots=True)
class HasilBook:
    """Everything about one unit in one period.

    Attributes:
        instansi: Name of the government, such as `Pemerintah Kota Serang`; may be empty.
        kota: City or regency; may be empty.
        tempat: Where forms are signed, where the unit does not say so itself; may be empty.
        kertas: Paper of the forms.
        kode_unit: Kode Unit.
        nama_unit: Nama Unit.
        period: The period.
        pendekatan: Quantitative or qualitative.
        capaian_organisasi: As the unit stated it, or None.
        identitas: The form `Identitas` of the submission.
        forms: Accepted assignments, in the order of the submission.
        others: Assignments held back, not evaluated, or not sent.
        distribusi: How the predikat are spread; None when nobody was accepted.
        parameters: The parameters that were in force for the scores.
        kepuasan: Community satisfaction with each service; empty where none was sent.
        kinerja: How the unit stood before, and its indicators by their text.
        bagian: Which of several workbooks of the unit this is; empty for the only one.
        formulir: Which forms the period asks for, in the order in which they are filed.
    """

    instansi: str
    kota: str
    tempat: str
    kertas: Kertas
    kode_unit: str
    nama_unit: str
    period: Period
    pendekatan: Pendekatan
    capaian_organisasi: CapaianOrganisasi | None
    identitas: IdentitasForm
    forms: tuple[HasilForm, ...]
    others: tuple[Disisihkan, ...]
    distribusi: Distribusi | None
    parameters: Parameters
    kepuasan: tuple[KepuasanScore, ...] = ()
    kinerja: KinerjaUnit = field(default_factory=KinerjaUnit)
    bagian: str = ""
    formulir: tuple[FormulirPegawai, ...] = (FormulirPegawai.EVALUASI,)

    @property
    def printed(self) -> tuple[HasilForm, ...]:
        """The assignments of which there is a form, in the order of the submission."""
        return tuple(form for form in self.forms if self.forms_for(form))

    def forms_for(self, form: HasilForm) -> tuple[FormulirPegawai, ...]:
        """Give the forms of one assignment; there is no angka kredit before a predikat."""
        has_kredit = form.jenjang is not None and form.score.akumulasi is not None
        return tuple(one for one in self.formulir if has_kredit or one not in ANGKA_KREDIT)
