"""The Lembar Penilai: what one rater fills in; its rows go into sheet `Penilaian` of an Isian."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from kinerja_xlsx.model.law import Ekspektasi
from kinerja_xlsx.spec.book import LEMBAR_PENILAI, META, PETUNJUK, REFERENSI, BookSpec
from kinerja_xlsx.spec.identitas import IdentitasForm
from kinerja_xlsx.spec.penilaian import PenilaianRow
from kinerja_xlsx.spec.row import Column

BAHAN: Final = "Bahan"
BUKTI: Final = "Bukti"


class LembarPenilaianRow(PenilaianRow):
    """The ratings of one assignment, both asked for: the same columns in the same order."""

    title: ClassVar[str] = "Rating yang Anda tetapkan, satu baris tiap pegawai dan jabatan"
    spare_rows: ClassVar[int] = 0

    rating_hasil_kerja: Annotated[
        Ekspektasi,
        Column("Rating Hasil Kerja", 21, "Pilih dari panah di sel; bahan dan usulannya ada di "
               "lembar Bahan.", "Sesuai Ekspektasi", is_entry=True),
    ]  # fmt: skip
    rating_perilaku: Annotated[
        Ekspektasi,
        Column("Rating Perilaku", 21, "Pilih dari panah di sel, menurut perilaku pegawai selama "
               "periode ini.", "Sesuai Ekspektasi", is_entry=True),
    ]  # fmt: skip


LEMBAR: Final = BookSpec(
    template=LEMBAR_PENILAI,
    version="1.0",
    form=IdentitasForm,
    sheets=(LembarPenilaianRow,),
    unread=(PETUNJUK, BAHAN, BUKTI, REFERENSI, META),
)
"""What a rater receives; it is never read, since its rows come back through the unit's Isian."""
