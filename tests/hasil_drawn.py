"""A unit with scored assignments, made in a few words: what the writers of results are fed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    Aspek,
    CapaianOrganisasi,
    Ekspektasi,
    Golongan,
    JenisHasilKerja,
    JenisJabatan,
    Jenjang,
    Kertas,
    Pendekatan,
    Perspektif,
    Predikat,
    StatusAsn,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.model.score import Distribusi, IndikatorScore, IndikatorStatus, Score, Step
from kinerja_xlsx.policy.parameters import parameters_for
from kinerja_xlsx.spec.hasil_kerja import HasilKerjaRow
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.pegawai import PegawaiRow
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.penugasan import Penugasan, Placed, RowT
from kinerja_xlsx.write.hasil import Disisihkan, HasilBook, HasilForm, Orang

if TYPE_CHECKING:
    from collections.abc import Sequence

TW1 = Period.parse("2026-TW1")
FILE = "dinkes.xlsx"
PENILAI = Orang(
    "Contoh Kepala, M.Kes.",
    "197001011995031001",
    "Pembina Tk. I, IV/b",
    "Kepala Dinas Kesehatan",
    "Dinas Kesehatan",
)
WALI_KOTA = Orang("Contoh Wali Kota", "", "", "Wali Kota Serang", "Pemerintah Kota Serang")
_COLUMNS = MappingProxyType({"nip": 2, "realisasi": 18})
_ASPEK = tuple(Aspek)


def nip_of(number: int) -> str:
    """Give a lawful NIP of a made-up person."""
    return f"19900101201503{1 + number % 2}{number:03d}"


def placed(row: RowT, sheet: str, number: int) -> Placed[RowT]:
    return Placed(row, FILE, sheet, number, _COLUMNS)


def pegawai(number: int = 1, **changes: object) -> PegawaiRow:
    """Describe one person; any column may be changed."""
    values: dict[str, object] = {
        "nip": nip_of(number),
        "nama": f"Contoh Pegawai {number}, S.Kep.",
        "status_asn": StatusAsn.PNS,
        "golongan": Golongan.III_C,
        "jabatan": "Perawat Ahli Muda",
        "jenis_jabatan": JenisJabatan.FUNGSIONAL,
        "jenjang": Jenjang.AHLI_MUDA,
        "unit_kerja": "Bidang Pelayanan Kesehatan",
        "penilai": PENILAI.nip,
        **changes,
    }
    return PegawaiRow.model_validate(values)


def indikator(no: str, **changes: object) -> HasilKerjaRow:
    """Describe one indicator of a JA or JF; any column may be changed."""
    index = int(no.split(".")[1]) - 1
    values: dict[str, object] = {
        "nip": nip_of(1),
        "no_rhk": int(no.partition(".")[0]),
        "no_indikator": no,
        "jenis": JenisHasilKerja.UTAMA,
        "rhk_pimpinan": "Meningkatnya mutu layanan kesehatan dasar bagi masyarakat",
        "rencana_hasil_kerja": "Terlayaninya pasien rawat jalan sesuai standar pelayanan",
        "aspek": _ASPEK[index % len(_ASPEK)],
        "indikator": f"Jumlah pasien rawat jalan yang dilayani, ukuran {no}",
        "target": Decimal(1200),
        "satuan": "pasien",
        "arah": Arah.NAIK,
        "agregasi": Agregasi.JUMLAH,
        "realisasi": Decimal("1176.5"),
        "bukti_dukung": "Register pasien Januari-Maret 2026",
        "umpan_balik": "Pertahankan, dan percepat pendaftaran pada hari Senin",
        **changes,
    }
    return HasilKerjaRow.model_validate(values)


def indikator_jpt(no: str, **changes: object) -> HasilKerjaRow:
    """Describe one indicator of a JPT."""
    index = int(no.split(".")[1]) - 1
    perspektif = tuple(Perspektif)[index % len(Perspektif)]
    jpt: dict[str, object] = {"aspek": None, "rhk_pimpinan": None, "perspektif": perspektif}
    return indikator(no, **{**jpt, **changes})


def indikator_kualitatif(no: str, **changes: object) -> HasilKerjaRow:
    """Describe one indicator of the qualitative approach."""
    bare = dict.fromkeys(("aspek", "target", "satuan", "arah", "agregasi", "realisasi"))
    words: dict[str, object] = {
        "uraian_target": "Seluruh pengaduan pasien dijawab pada hari yang sama",
        "uraian_realisasi": "Semua pengaduan dijawab pada hari yang sama, dua lewat surel",
    }
    return indikator(no, **{**bare, **words, **changes})


def penilaian(**changes: object) -> PenilaianRow:
    """Describe what the rater set."""
    values: dict[str, object] = {
        "nip": nip_of(1),
        "rating_hasil_kerja": Ekspektasi.SESUAI,
        "rating_perilaku": Ekspektasi.SESUAI,
        "umpan_balik_perilaku": "Ramah dan cekatan melayani pasien",
        "tanggal_penilaian": date(2026, 4, 6),
        **changes,
    }
    return PenilaianRow.model_validate(values)


def score_of(
    person: PegawaiRow, rows: Sequence[HasilKerjaRow], predikat: Predikat | None = Predikat.BAIK
) -> Score:
    """Make up a score that fits the rows: capaian is realisasi over target."""
    scores = tuple(_indikator_score(row) for row in rows)
    known = [score.capaian for score in scores if score.capaian is not None]
    capaian = sum(known, Decimal(0)) / len(known) if known else None
    lengkap = bool(known) and len(known) == len(scores)
    rating = Ekspektasi.SESUAI if predikat else None
    return Score(
        nip=person.nip,
        unit="DINKES",
        sifat=person.sifat.value,
        mulai=person.mulai or TW1.first,
        capaian=capaian,
        lengkap=lengkap,
        usulan_hasil_kerja=Ekspektasi.SESUAI if lengkap else None,
        usulan_perilaku=None,
        rating_hasil_kerja=rating,
        rating_perilaku=rating,
        predikat=predikat,
        indikator=scores,
        rhk=(),
        trail=tuple(_step(score, number) for number, score in enumerate(scores, start=6)),
    )


def _indikator_score(row: HasilKerjaRow) -> IndikatorScore:
    if row.target is None:
        return IndikatorScore(row.no_indikator, IndikatorStatus.KUALITATIF, None, None)
    if row.realisasi is None:
        status = IndikatorStatus.BELUM_ADA_REALISASI
        return IndikatorScore(row.no_indikator, status, None, None)
    if row.target == 0:
        status = IndikatorStatus.TIDAK_DINILAI
        return IndikatorScore(row.no_indikator, status, row.realisasi, None)
    capaian = min(row.realisasi / row.target * 100, Decimal(120))
    return IndikatorScore(row.no_indikator, IndikatorStatus.DINILAI, row.realisasi, capaian)


def _step(score: IndikatorScore, row: int) -> Step:
    return Step(
        label=f"Capaian indikator {score.no_indikator}",
        formula="1.176,5 ÷ 1.200 × 100",
        result="98,04",
        source="Parameter batas_capaian 120 (bawaan program, dapat diubah di Kebijakan)",
        cells=(f"Hasil Kerja!N{row}", f"Hasil Kerja!R{row}"),
    )


def form(
    number: int = 1,
    rows: Sequence[HasilKerjaRow] | None = None,
    *,
    person: PegawaiRow | None = None,
    rating: PenilaianRow | None = None,
    predikat: Predikat | None = Predikat.BAIK,
) -> HasilForm:
    """Make one form; five indicators under two RHK unless others are given."""
    someone = person or pegawai(number)
    shown = rows if rows is not None else [
        indikator(no) for no in ("1.1", "1.2", "1.3", "2.1", "2.2")
    ]  # fmt: skip
    penugasan = Penugasan(
        unit="DINKES",
        pegawai=placed(someone, "Pegawai", 4 + number),
        indikator=tuple(
            placed(row, "Hasil Kerja", index) for index, row in enumerate(shown, start=6)
        ),
        penilaian=placed(rating or penilaian(), "Penilaian", 4 + number),
        mulai=someone.mulai or TW1.first,
        selesai=someone.selesai or TW1.last,
    )
    return HasilForm(penugasan, score_of(someone, shown, predikat), PENILAI, WALI_KOTA)


def without_penilaian(made: HasilForm) -> HasilForm:
    """Take the rater's row away, and the rater."""
    bare = replace(made.penugasan, penilaian=None)
    return replace(made, penugasan=bare, penilai=None, atasan=None)


def disisihkan(number: int, status: PenugasanStatus, alasan: str) -> Disisihkan:
    return Disisihkan(
        nip_of(number), f"Contoh Orang {number}", "Perawat Ahli Muda", "Plt", status, alasan
    )


def book(forms: Sequence[HasilForm] | None = None, **changes: object) -> HasilBook:
    """Make the workbook of a unit; any field may be changed."""
    shown = tuple(forms) if forms is not None else (form(1), form(2))
    identitas = IdentitasForm(
        kode_unit="DINKES", nama_unit="Dinas Kesehatan", periode="2026-TW1", tempat="Serang",
        tanggal_pengesahan=date(2026, 4, 7),
    )  # fmt: skip
    made = HasilBook(
        instansi="Pemerintah Kota Serang",
        kota="Kota Serang",
        tempat="Serang",
        kertas=Kertas.A4,
        kode_unit="DINKES",
        nama_unit="Dinas Kesehatan",
        period=TW1,
        pendekatan=Pendekatan.KUANTITATIF,
        capaian_organisasi=CapaianOrganisasi.BAIK,
        identitas=identitas,
        forms=shown,
        others=(
            disisihkan(92, PenugasanStatus.TIDAK_DIKIRIM, "Tidak ada dalam berkas unit."),
            disisihkan(90, PenugasanStatus.DITAHAN, "NIP tidak ada di daftar induk (BRS-06)."),
            disisihkan(91, PenugasanStatus.TIDAK_DINILAI, "Cuti sepanjang periode."),
        ),
        distribusi=distribusi_of(shown),
        parameters=parameters_for(TW1),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name


def distribusi_of(forms: Sequence[HasilForm]) -> Distribusi:
    """Count the predikat of the forms, one person each."""
    counts = Counter(made.score.predikat for made in forms)
    return Distribusi(
        capaian_organisasi=CapaianOrganisasi.BAIK,
        counts=tuple((predikat, counts[predikat]) for predikat in Predikat),
        total=sum(counts[predikat] for predikat in Predikat),
        expected=len(forms),
        broken=(),
        moves=(),
        is_small=True,
        dominance=None,
    )
