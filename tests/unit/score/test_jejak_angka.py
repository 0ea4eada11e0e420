"""The trail of further results, word for word: an auditor reads what was worked out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kinerja_xlsx.model.kebijakan import ModeAngka
from kinerja_xlsx.model.law import Predikat, YaTidak
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.score import Step
from kinerja_xlsx.score.angka_kredit import accumulate
from kinerja_xlsx.score.tpp import simulate_tpp
from tests.unit.score.rows import PARAMETERS, indikator
from tests.unit.score.test_angka_kredit import dasar
from tests.unit.score.test_nilai_angka import reached, scored
from tests.unit.score.test_tpp import SERANG, assignment, parameters

PP_30: Final = "PP 30/2019, Ps. 41"
PAN_8: Final = "PermenPANRB 8/2021 (nilai capaian IKI), pasal belum diperiksa"
PAN_8_JA: Final = "PermenPANRB 8/2021 (nilai JA/JF), pasal belum diperiksa"
KREDIT: Final = "PermenPANRB 1/2023 dan Peraturan BKN 3/2023"
OFFICE: Final = "ketentuan yang dapat diubah BKPSDM – {} (belum diatur peraturan)"
ROUNDING: Final = OFFICE.format("pembulatan 8/2021: setengah ke atas")
SCOPE: Final = "hasil angka, bukan predikat"

Line = tuple[str, str, str, str, tuple[str, ...]]


def lines(steps: Iterable[Step]) -> list[Line]:
    return [(step.label, step.formula, step.result, step.source, step.cells) for step in steps]


def of_angka(steps: Iterable[Step]) -> list[Line]:
    return [line for line in lines(steps) if line[0].startswith(("Nilai", "Sebutan"))]


def test_trail_of_8_2021_for_jpt() -> None:
    found = scored(
        indikator("1.1", target=100, realisasi=100, satuan="persen"),
        reached("98", "2.1"),
        mode=ModeAngka.PERMENPANRB_8_2021,
        jpt=True,
        perilaku="100",
        ide_baru=YaTidak.YA,
    )

    source = f"{PAN_8}; {ROUNDING}"
    assert of_angka(found.trail) == [
        (
            "Nilai indikator 1.1",
            "capaian 100 dibulatkan 100, kategori Sangat Baik; target sudah setinggi-tingginya",
            "120",
            source,
            (),
        ),
        ("Nilai indikator 2.1", "capaian 98 dibulatkan 98, kategori Cukup", "88", source, ()),
        (
            "Nilai SKP (PermenPANRB 8/2021)",
            "(120 + 88) ÷ 2 + hasil kerja tambahan 0",
            "104,00",
            f"{PAN_8}; bobot tambahan belum dibaca",
            (),
        ),
        (
            "Nilai kinerja (PermenPANRB 8/2021)",
            "70% × 104 + 30% × 100",
            "102,80",
            PP_30,
            ("Penilaian!P5",),
        ),
        (
            "Sebutan nilai kinerja",
            "102,80, ada ide baru",
            "Baik",
            f"{PP_30}; {SCOPE}",
            ("Penilaian!O5",),
        ),
    ]


def test_trail_of_8_2021_for_other_posts() -> None:
    found = scored(
        reached("98"), reached("70", "1.2"), mode=ModeAngka.PERMENPANRB_8_2021, perilaku="100"
    )

    assert of_angka(found.trail)[:2] == [
        ("Nilai RHK 1", "1.1: 98 Cukup; 1.2: 70 Kurang", "80", f"{PAN_8_JA}; {ROUNDING}", ()),
        (
            "Nilai SKP (PermenPANRB 8/2021)",
            "80 + hasil kerja tambahan 0",
            "80,00",
            f"{PAN_8}; bobot tambahan belum dibaca",
            (),
        ),
    ]
    assert of_angka(found.trail)[-1][1:3] == ("86,00, tanpa ide baru", "Cukup")


def test_trail_of_pp_30() -> None:
    found = scored(
        reached("130"), mode=ModeAngka.PP_30_2019_60, perilaku="120", ide_baru=YaTidak.YA
    )

    mode = OFFICE.format("mode angka: PP 30/2019 60:40")
    assert of_angka(found.trail) == [
        ("Nilai SKP (PP 30/2019 60:40)", "capaian penugasan", "120,00", f"{SCOPE}; {mode}", ()),
        (
            "Nilai kinerja (PP 30/2019 60:40)",
            "60% × 120 + 40% × 120",
            "120,00",
            PP_30,
            ("Penilaian!P5",),
        ),
        (
            "Sebutan nilai kinerja",
            "120,00, ada ide baru",
            "Sangat Baik",
            f"{PP_30}; {SCOPE}",
            ("Penilaian!O5",),
        ),
    ]


def test_trail_of_a_numeric_result_that_is_not_there_yet() -> None:
    without = scored(reached("100"), mode=ModeAngka.PP_30_2019_70)
    partial = scored(
        reached("100"), indikator("1.2", realisasi=None), mode=ModeAngka.PP_30_2019_70
    )

    assert of_angka(without.trail)[-1] == (
        "Nilai kinerja (PP 30/2019 70:30)",
        "Nilai Perilaku belum diisi",
        "belum dapat dihitung",
        PP_30,
        (),
    )
    assert of_angka(partial.trail) == [
        (
            "Nilai SKP (PP 30/2019 70:30)",
            "masih ada indikator tanpa realisasi",
            "belum dapat dihitung",
            f"{SCOPE}; {OFFICE.format('mode angka: PP 30/2019 70:30')}",
            (),
        )
    ]


def test_trail_of_the_simulation_of_tpp() -> None:
    period = Period.parse("2026-TW1")
    found = simulate_tpp(
        assignment(period, {"hari_kerja": 62, "hadir": 60, "alpa": 2, "tidak_apel": 1}),
        period,
        Predikat.BAIK,
        parameters(SERANG, period),
    )

    assert found is not None
    assert lines(found[1]) == [
        (
            "Simulasi TPP: bagian kinerja",
            "predikat Baik",
            "100%",
            "Permenaker 15/2024 dan Kepsekjen 82/2025, pasal belum diperiksa; "
            + OFFICE.format("persen predikat TPP: 100/100/85/60/60"),
            (),
        ),
        (
            "Simulasi TPP: potongan",
            "(Alpa 2 × 2,5% + Tidak Apel 1 × 1,5%) ÷ 3 bulan",
            "2,1667%",
            "Perbup Serang 1/2021 (menurut berita), pasal belum diperiksa",
            ("Kehadiran!K5", "Kehadiran!T5"),
        ),
        (
            "Simulasi TPP",
            "60% × 100 + 40% × 97,8333",
            "99,13% (simulasi, bukan penetapan)",
            OFFICE.format("bobot kinerja TPP: 60 persen, basis potongan TPP: bagian kehadiran"),
            (),
        ),
    ]


def test_trail_of_a_simulation_that_lacks_its_parts() -> None:
    period = Period.parse("2026-01")
    found = simulate_tpp(assignment(period, None), period, None, parameters(SERANG))

    assert found is not None
    assert [line[:3] for line in lines(found[1])] == [
        ("Simulasi TPP: bagian kinerja", "predikat belum ditetapkan", "belum dapat disimulasikan"),
        ("Simulasi TPP: potongan", "Kehadiran belum diisi", "belum dapat disimulasikan"),
        ("Simulasi TPP", "predikat belum ditetapkan", "belum dapat disimulasikan"),
    ]


def test_trail_of_angka_kredit() -> None:
    now = {"periode": "2026-TW1", "predikat": "Baik", "selesai": "2026-02-28"}
    year = {"periode": "2025", "predikat": "Sangat Baik"}
    found = accumulate(dasar(now, "Ahli Pertama"), [dasar(year, "Ahli Pertama")], PARAMETERS)

    source = (
        f"{KREDIT} (persentase), pasal belum diperiksa; {KREDIT} (koefisien), pasal belum "
        "diperiksa; " + OFFICE.format("pembulatan angka kredit: 3 angka di belakang koma")
    )
    assert found is not None
    assert lines(found[1]) == [
        ("Angka kredit Tahun 2025", "150% × 12,5 (Ahli Pertama)", "18,750", source, ()),
        (
            "Angka kredit Triwulan I 2026",
            "2/12 × 100% × 12,5 (Ahli Pertama)",
            "2,083",
            source,
            (),
        ),
        (
            "Angka kredit kumulatif",
            "18,750 + 2,083",
            "20,833",
            f"{KREDIT} (persentase), pasal belum diperiksa; dijumlahkan setelah dibulatkan",
            (),
        ),
    ]
    assert [found[0].naik_pangkat, found[0].naik_jenjang] == [50, 100]
