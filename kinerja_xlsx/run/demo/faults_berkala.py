"""Planted faults of plans, earlier periods and optional sheets; a part of `faults`."""

from __future__ import annotations

from typing import Final

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.run.demo.draft import HASIL, KEGIATAN, KEHADIRAN, KEPUASAN, Who
from kinerja_xlsx.run.demo.edits import Put
from kinerja_xlsx.run.demo.edits_berkala import Away, Drop, Fill, PutUnit, Slump
from kinerja_xlsx.run.demo.edits_layout import Heading
from kinerja_xlsx.run.demo.fault import Fault
from kinerja_xlsx.run.demo.parcels import SKP_BKPSDM, SKP_PUSKESMAS
from kinerja_xlsx.run.demo.rules import EVIDEN
from kinerja_xlsx.spec.kehadiran import KehadiranRow
from kinerja_xlsx.spec.row import columns_of

C = IssueCode
_PERAWAT: Final = "Perawat Terampil"
_BIDAN: Final = "Bidan Terampil"
_ASN: Final = "Analis Sumber Daya Manusia Aparatur Ahli Pertama"
_ASN_MUDA: Final = "Analis Sumber Daya Manusia Aparatur Ahli Muda"
_SIAK: Final = "Administrator Database Kependudukan Ahli Pertama"
_KEBERSIHAN: Final = "Petugas Kebersihan"
_BLANK: Final = tuple(
    (spec.field, None) for spec in columns_of(KehadiranRow) if spec.column.is_entry
)
_FIVE_DAYS: Final = (*_BLANK, ("hari_kerja", 57), ("hadir", 52), ("alpa", 5))

# fmt: off
FAULTS_BERKALA: Final = (
    # SKP: cells, weights, and work that the catalogue demands
    Fault(SKP_PUSKESMAS, C.BRS_11, "SKP tanpa target Februari, padahal dijumlahkan",
          Put(HASIL, Who(_BIDAN, 2), "target_feb", None)),
    Fault(SKP_PUSKESMAS, C.SEL_02, "Target Tahun di SKP ditulis dengan kata-kata",
          Put(HASIL, Who(_BIDAN, 3), "target_tahun", "sesuai juknis")),
    Fault(SKP_BKPSDM, C.LTS_01, "Bobot di SKP tidak berjumlah 100",
          Put(HASIL, Who(_ASN, 0), "bobot", 45)),
    Fault(SKP_PUSKESMAS, C.LTS_02, "Indikator wajib menurut katalog tidak ada di SKP",
          Drop(HASIL, Who(_BIDAN, 6))),
    # Isian that differ from the plan
    Fault("PKM-SINGANDARU", C.LTS_13, "Target berbeda dari SKP",
          Put(HASIL, Who(_PERAWAT, 0), "target", 999)),
    Fault("BKPSDM", C.LTS_13, "Teks indikator berbeda dari SKP",
          Put(HASIL, Who(_ASN_MUDA, 1), "indikator", "Berkas usul yang selesai")),
    Fault("PKM-SINGANDARU", C.LTS_02, "Indikator wajib menurut katalog tidak ada di isian",
          Drop(HASIL, Who(_BIDAN, 0))),
    # From months to the quarter
    Fault("2026-02", C.LTS_12, "Satu pegawai tidak ada dalam isian Februari",
          Away(Who(_PERAWAT, 1)), heard_in="PKM-SINGANDARU"),
    Fault("PKM-SINGANDARU", C.LTS_10, "Realisasi triwulan diketik, berbeda dari jumlah bulannya",
          Put(HASIL, Who(_PERAWAT, 2), "realisasi", 395)),
    Fault("2025-TW4", C.LTS_09, "Capaian melonjak dibanding triwulan sebelumnya",
          Slump(Who(_PERAWAT, 6)), heard_in="PKM-SINGANDARU"),
    # Optional sheets, and people left out
    Fault("DISDUKCAPIL", C.BRS_19, "Jenis hari tidak berjumlah Hari Kerja",
          Put(KEHADIRAN, Who(_SIAK, 1), "hari_kerja", 60)),
    Fault("DISDUKCAPIL", C.BRS_20, "Jam selesai mendahului jam mulai",
          Put(KEGIATAN, Who(_SIAK, 2), "selesai", "07.00")),
    Fault("DISDUKCAPIL", C.LTS_11, "Kegiatan menyebut indikator yang tidak ada",
          Put(KEGIATAN, Who(_SIAK, 3), "no_indikator", "9.9")),
    Fault("DISDUKCAPIL", C.LTS_19, "Realisasi kosong, padahal kegiatannya tercatat",
          Put(HASIL, Who(_SIAK, 4), "realisasi", None)),
    Fault("DISDUKCAPIL", C.SEL_03, "Tanggal kegiatan bukan tanggal",
          Put(KEGIATAN, Who(_SIAK, 5), "tanggal", "Senin lalu")),
    Fault("DPMPTSP", C.SEL_05, "Unsur kepuasan di luar 1 sampai 4",
          PutUnit(KEPUASAN, 0, "u4", 5)),
    Fault("DPMPTSP", C.LBR_10, "Judul Bukti Dukung ditulis Eviden, seperti di lembar Alias",
          Heading(HASIL, "bukti_dukung", EVIDEN)),
    Fault("DLH", C.BRS_21, "Kehadiran satu pegawai belum diisi",
          Fill(KEHADIRAN, Who(_KEBERSIHAN, 4), _BLANK)),
    Fault("DLH", C.LTS_22, "Lima hari tanpa keterangan",
          Fill(KEHADIRAN, Who(_KEBERSIHAN, 2), _FIVE_DAYS)),
    Fault("DLH", C.LTS_20, "Satu pegawai terdaftar, tetapi tidak dikirim",
          Away(Who(_KEBERSIHAN, 5))),
)
# fmt: on
