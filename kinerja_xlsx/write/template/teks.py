"""What the guide sheet says: purpose, steps and contact of each template, and the common tips."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kinerja_xlsx.model.law import LembarTambahan
from kinerja_xlsx.spec.book import ISIAN, PENGATURAN, SKP


@dataclass(frozen=True, slots=True)
class Guide:
    """The running text of one guide: purpose, five steps, where to ask, and tips of its own."""

    purpose: str
    steps: tuple[str, str, str, str, str]
    contact: str
    tips: tuple[str, ...] = ()


GUIDES: Final = MappingProxyType({
    ISIAN.template: Guide(
        purpose=(
            "Buku kerja ini untuk mengisi hasil kerja dan penilaian semua pegawai satu unit dalam "
            "satu periode. Setelah diperiksa, setiap pegawai mendapat formulir evaluasi kinerja, "
            "dan unit mendapat rekapnya."
        ),
        steps=(
            (
                "Lengkapi lembar Identitas; di sebelah kanan setiap isian tertulis apa yang "
                "dimaksud."
            ),
            (
                "Periksa lembar Pegawai: satu baris tiap pegawai, dua baris bila merangkap "
                "jabatan. Pegawai yang belum tercantum ditulis di baris kosong; penilai dari "
                "luar unit ditulis di lembar Pejabat."
            ),
            (
                "Isi lembar Hasil Kerja, satu baris tiap indikator. Bila sudah terisi dari SKP, "
                "tinggal Realisasi dan Bukti Dukung. Realisasi yang belum ada dibiarkan kosong, "
                "jangan diisi 0."
            ),
            (
                "Isi lembar Penilaian dengan rating dari pejabat penilai. Yang belum ditetapkan "
                "boleh kosong."
            ),
            (
                "Lihat kolom Cek di setiap lembar. Bila tidak ada lagi PERIKSA, dan BELUM DIISI "
                "tinggal yang memang belum ada, simpan sebagai .xlsx, lalu kirim ke BKPSDM."
            ),
        ),
        contact=(
            "Bila ragu, hubungi pengelola kinerja di BKPSDM. Sebutkan nama berkas, lembar, sel, "
            "dan kode kesalahannya."
        ),
        tips=(
            (
                "Bila isian bulannya sudah dikirim, Realisasi di isian triwulan, semester, atau "
                "tahun dibiarkan kosong: nanti digabung dari isian bulan itu. Kolom Cek tetap "
                "menyebut BELUM DIISI; itu tidak apa-apa."
            ),
        ),
    ),
    SKP.template: Guide(
        purpose=(
            "Buku kerja ini untuk menyusun rencana kinerja (SKP) semua pegawai satu unit dalam "
            "satu tahun. Setelah diterima, rencana ini mengisi lembar Hasil Kerja pada isian "
            "setiap periode."
        ),
        steps=(
            (
                "Lengkapi lembar Identitas; di sebelah kanan setiap isian tertulis apa yang "
                "dimaksud."
            ),
            (
                "Periksa lembar Pegawai: satu baris tiap pegawai, dua baris bila merangkap "
                "jabatan; pejabat penilai dari luar unit ditulis di lembar Pejabat."
            ),
            (
                "Isi lembar Hasil Kerja, satu baris tiap indikator. Target tiap periode wajib "
                "bila Agregasi berisi Jumlah; selain itu, kosong berarti sama dengan Target "
                "Tahun. Yang sudah tertulis berasal dari katalog jabatan; targetnya boleh diubah."
            ),
            (
                "Isi lembar Ekspektasi dan Lampiran SKP bila sudah disepakati. Keduanya boleh "
                "kosong."
            ),
            (
                "Lihat kolom Cek di setiap lembar. Bila tidak ada lagi PERIKSA, simpan sebagai "
                ".xlsx, lalu kirim ke BKPSDM."
            ),
        ),
        contact=(
            "Bila ragu, hubungi pengelola kinerja di BKPSDM. Sebutkan nama berkas, lembar, sel, "
            "dan kode kesalahannya."
        ),
    ),
    PENGATURAN.template: Guide(
        purpose=(
            "Buku kerja ini berisi data induk untuk semua unit: instansi, unit, pegawai, pejabat, "
            "dan periode. Dari sini dibuat templat isian setiap unit, dan isian yang kembali "
            "diperiksa terhadapnya."
        ),
        steps=(
            "Isi lembar Instansi: nama instansi, tempat, dan kertas yang dipakai mencetak.",
            "Isi lembar Unit, satu baris tiap unit.",
            (
                "Isi lembar Pegawai: satu baris tiap pegawai, dua baris bila merangkap jabatan. "
                "Penilai di luar daftar itu ditulis di lembar Pejabat."
            ),
            (
                "Isi lembar Periode, satu baris tiap periode yang dibuka untuk pengiriman. Lembar "
                "Kebijakan, Katalog Indikator, dan Alias boleh kosong."
            ),
            (
                "Simpan dengan nama Pengaturan.xlsx di folder input, lalu buat templat setiap "
                "unit dengan perintah: kinerja-xlsx templat --periode 2026-TW1."
            ),
        ),
        contact="Daftar perintah dan contohnya ada di README.",
    ),
})  # fmt: skip
TIPS: Final = (
    (
        "Menyalin dari berkas lain: pakai Tempel Nilai (Paste Values), supaya format teks dan "
        "pilihan di sel tetap ada."
    ),
    (
        "NIP selalu ditulis sebagai teks 18 angka. Bila tampil seperti 1,98507E+17, angka "
        "terakhirnya sudah hilang: ketik ulang."
    ),
    (
        "Jangan mengganti nama lembar dan judul kolom, dan jangan menggabungkan sel. Urutan "
        "kolom boleh berubah; kolom tambahan boleh ada."
    ),
)
TIPS_BY_SHEET: Final = MappingProxyType({
    LembarTambahan.KEHADIRAN.value: (
        "Lembar Kehadiran diminta untuk periode ini. Hadir, Cuti, Sakit, Izin, dan Alpa berjumlah "
        "sama dengan Hari Kerja; yang kosong berarti tidak ada."
    ),
    LembarTambahan.KEGIATAN.value: (
        "Lembar Kegiatan diminta untuk periode ini: satu baris tiap kegiatan. Kegiatan yang "
        "menyebut No Indikator menjadi bukti indikator itu; Realisasi tetap diisi sendiri. "
        "Kegiatan yang melewati tengah malam dicatat dalam dua baris."
    ),
    LembarTambahan.KEPUASAN.value: (
        "Lembar Kepuasan diminta untuk periode ini: satu baris tiap layanan, U1 sampai U9 diisi "
        "nilai rata-rata 1 sampai 4."
    ),
})  # fmt: skip
"""Further tips for the optional sheets that a workbook has."""
CEK_NOTE: Final = (
    "Diisi rumus, tidak dibaca.\n"
    "OK: baris ini lengkap.\n"
    "PERIKSA: ada yang perlu dibetulkan.\n"
    "BELUM DIISI: belum ada isian untuk pegawai ini.\n"
    "TIDAK DINILAI: menurut Keadaannya di lembar Pegawai."
)
