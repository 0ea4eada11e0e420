"""A unit with accepted plans, made in a few words: what the writer of SKP is fed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja_xlsx.model.law import (
    Agregasi,
    Arah,
    Aspek,
    BagianLampiran,
    JenisHasilKerja,
    Kertas,
    Pendekatan,
    Perspektif,
)
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import PenugasanStatus
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.penugasan import Penugasan
from kinerja_xlsx.spec.skp import EkspektasiRow, LampiranRow, RencanaRow, RencanaTriwulananRow
from kinerja_xlsx.write.skp import SkpBook, SkpForm
from tests.hasil_drawn import PENILAI, disisihkan, nip_of, pegawai, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja_xlsx.spec.pegawai import PegawaiRow

YEAR = Period.parse("2026")
RAMAH = "Menyapa setiap pasien dengan ramah"
PERIODS = ("target_tw1", "target_tw2", "target_tw3", "target_tw4")


def rencana(no: str, **changes: object) -> RencanaRow:
    """Describe one planned indicator of a JA or JF; any column may be changed."""
    values: dict[str, object] = {
        "nip": nip_of(1),
        "no_rhk": int(no.partition(".")[0]),
        "no_indikator": no,
        "jenis": JenisHasilKerja.UTAMA,
        "rhk_pimpinan": "Meningkatnya mutu layanan kesehatan dasar bagi masyarakat",
        "rencana_hasil_kerja": "Terlayaninya pasien rawat jalan sesuai standar pelayanan",
        "aspek": Aspek.KUANTITAS,
        "indikator": f"Jumlah pasien rawat jalan yang dilayani, ukuran {no}",
        "target_tahun": Decimal(4800),
        "satuan": "pasien",
        "arah": Arah.NAIK,
        "agregasi": Agregasi.JUMLAH,
        **dict(zip(PERIODS, map(Decimal, (1100, 1200, 1250, 1250)), strict=True)),
        **changes,
    }
    return RencanaTriwulananRow.model_validate(values)


def rencana_jpt(no: str, **changes: object) -> RencanaRow:
    jpt: dict[str, object] = {
        "aspek": None, "rhk_pimpinan": None, "perspektif": Perspektif.PENERIMA_LAYANAN,
    }  # fmt: skip
    return rencana(no, **{**jpt, **changes})


def rencana_kualitatif(no: str, **changes: object) -> RencanaRow:
    figures = ("aspek", "target_tahun", "satuan", "arah", "agregasi", *PERIODS)
    bare: dict[str, object] = dict.fromkeys(figures)
    words: dict[str, object] = {"uraian_target": "Setiap pengaduan dijawab pada hari yang sama"}
    return rencana(no, **{**bare, **words, **changes})


def lampiran(bagian: BagianLampiran, no: int, uraian: str) -> LampiranRow:
    return LampiranRow(nip=nip_of(1), bagian=bagian, no=no, uraian=uraian)


LAMPIRAN = (
    lampiran(BagianLampiran.DUKUNGAN, 2, "Satu komputer untuk pendaftaran"),
    lampiran(BagianLampiran.DUKUNGAN, 1, "Dua tenaga pendaftaran"),
    lampiran(BagianLampiran.KONSEKUENSI, 1, "Pembinaan oleh pimpinan"),
)


def skp_form(
    number: int = 1,
    rows: Sequence[RencanaRow] | None = None,
    *,
    person: PegawaiRow | None = None,
    lines: Sequence[LampiranRow] = LAMPIRAN,
) -> SkpForm:
    """Make one SKP; three indicators under two RHK unless others are given."""
    someone = person or pegawai(number)
    shown = [rencana(no) for no in ("1.1", "1.2", "2.1")] if rows is None else rows
    ekspektasi = EkspektasiRow(nip=someone.nip, berorientasi_pelayanan=RAMAH)
    penugasan = Penugasan(
        unit="DINKES",
        pegawai=placed(someone, "Pegawai", 4 + number),
        indikator=(),
        penilaian=None,
        mulai=someone.mulai or YEAR.first,
        selesai=someone.selesai or YEAR.last,
        rencana=tuple(placed(row, "Hasil Kerja", at) for at, row in enumerate(shown, start=5)),
        ekspektasi=placed(ekspektasi, "Ekspektasi", 4 + number),
        lampiran=tuple(placed(row, "Lampiran SKP", at) for at, row in enumerate(lines, start=5)),
    )
    return SkpForm(penugasan, PENILAI)


def skp_book(forms: Sequence[SkpForm] | None = None, **changes: object) -> SkpBook:
    """Make the workbook of a unit's plans; any field may be changed."""
    identitas = IdentitasForm(
        kode_unit="DINKES", nama_unit="Dinas Kesehatan", periode="2026", tempat="Serang",
        tanggal_pengesahan=date(2026, 1, 12),
    )  # fmt: skip
    made = SkpBook(
        instansi="Pemerintah Kota Serang",
        tempat="Serang",
        kertas=Kertas.A4,
        kode_unit="DINKES",
        nama_unit="Dinas Kesehatan",
        period=YEAR,
        pendekatan=Pendekatan.KUANTITATIF,
        identitas=identitas,
        forms=(skp_form(1), skp_form(2)) if forms is None else tuple(forms),
        others=(
            disisihkan(90, PenugasanStatus.DITAHAN, "NIP tidak ada di daftar induk (BRS-06)."),
            disisihkan(91, PenugasanStatus.TIDAK_DINILAI, "Cuti sepanjang tahun."),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name
