"""What the recap shows of a unit beside its counts: the period before, its services, its rank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja_xlsx.model.issue import IssueCode
from kinerja_xlsx.model.law import Arah, Predikat
from kinerja_xlsx.model.score import KepuasanScore


@dataclass(frozen=True, slots=True)
class PerbandinganUnit:
    """The people of a unit against the period before; counts and medians, never a mean of scores.

    Attributes:
        period: Code of the period before.
        dulu: (predikat, people) of that period for all five, best first.
        naik: People whose predikat is better now.
        tetap: People with the same predikat.
        turun: People whose predikat is lower now.
        belum_dibandingkan: People of both periods who lack a predikat in one of them.
        baru: People of this period alone.
        keluar: People of the period before whom the unit no longer names.
        median_dulu: Median of the capaian then; None when nobody had a whole one.
        median_kini: Median of the capaian now; None when nobody has a whole one.
    """

    period: str
    dulu: tuple[tuple[Predikat, int], ...]
    naik: int
    tetap: int
    turun: int
    belum_dibandingkan: int
    baru: int
    keluar: int
    median_dulu: Decimal | None
    median_kini: Decimal | None


@dataclass(frozen=True, slots=True)
class KepuasanUnit:
    """Community satisfaction with the services of one unit, now and in the period before.

    Attributes:
        layanan: One for each service, in the order of the sheet.
        seluruh: All services, pooled over the people asked; None without any.
        layanan_dulu: The same of the period before; empty where nothing was sent.
        seluruh_dulu: All services of the period before.
    """

    layanan: tuple[KepuasanScore, ...] = ()
    seluruh: KepuasanScore | None = None
    layanan_dulu: tuple[KepuasanScore, ...] = ()
    seluruh_dulu: KepuasanScore | None = None


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One indicator that counts people served, in both periods.

    Attributes:
        nama: Who holds the indicator.
        sifat: How the post is held.
        no_indikator: Such as `1.2`.
        indikator: Its text.
        satuan: What it counts.
        arah: Whether more is better.
        dulu: Realisasi of the period before; None while there is none.
        kini: Realisasi of this period; None while there is none.
        sel: Where this period's figure stands.
    """

    nama: str
    sifat: str
    no_indikator: str
    indikator: str
    satuan: str
    arah: Arah
    dulu: Decimal | None
    kini: Decimal | None
    sel: str


@dataclass(frozen=True, slots=True)
class PeriodeUnit:
    """How one unit stood in one earlier period; people are counted, scores never averaged.

    Attributes:
        period: Code of the period.
        berpredikat: People with a predikat, by their last definitive assignment.
        baik: Those of them at Baik or Sangat Baik.
        skm: Index of all its services together; None where no survey was sent.
    """

    period: str
    berpredikat: int
    baik: int
    skm: Decimal | None


@dataclass(frozen=True, slots=True)
class IndikatorUnit:
    """One indicator, by its text, over the assignments of one unit or of several.

    Attributes:
        indikator: Its text.
        satuan: What it counts.
        arah: Whether more is better; None where the sheet does not say.
        penugasan: Assignments that have a capaian of it.
        tercapai: Those of them that reached their target.
    """

    indikator: str
    satuan: str
    arah: Arah | None
    penugasan: int
    tercapai: int


@dataclass(frozen=True, slots=True)
class KinerjaUnit:
    """What a unit has sent beside the scores of its people.

    Attributes:
        perbandingan: Against the period before; None where the unit sent nothing for it.
        kepuasan: Satisfaction with its services.
        layanan: Indicators that count people served.
        tren: The earlier periods of the same length that the unit has sent, oldest first.
        indikator: Its indicators, by their text.
    """

    perbandingan: PerbandinganUnit | None = None
    kepuasan: KepuasanUnit = KepuasanUnit()
    layanan: tuple[BarisLayanan, ...] = ()
    tren: tuple[PeriodeUnit, ...] = ()
    indikator: tuple[IndikatorUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class GerakUnit:
    """How far the share at Baik or better moved since the period before.

    Attributes:
        kode: Kode Unit.
        nama: Name of the unit.
        dulu: People at Baik or better, and with any predikat, in the period before.
        kini: The same now.
        is_small: So few people then or now that one of them moves the share by far.
    """

    kode: str
    nama: str
    dulu: tuple[int, int]
    kini: tuple[int, int]
    is_small: bool


@dataclass(frozen=True, slots=True)
class IndikatorKota:
    """One indicator that few reach, over all units.

    Attributes:
        indikator: The indicator, counted over all units.
        units: Names of the units that use it, those with most assignments first.
    """

    indikator: IndikatorUnit
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisPeringkat:
    """One unit by the share of its people at Baik or better.

    Attributes:
        kode: Kode Unit.
        nama: Name of the unit.
        sangat_baik: People with that predikat.
        baik: People with that predikat.
        total: People with any predikat.
        is_sent: The unit has sent something; otherwise the counts say nothing.
        peringkat: Units that share a rank leave the next ones free: 1, 2, 2, 4; None without one.
        keterangan: Why there is no rank, or that people are still missing; empty otherwise.
    """

    kode: str
    nama: str
    sangat_baik: int
    baik: int
    total: int
    is_sent: bool
    peringkat: int | None
    keterangan: str


@dataclass(frozen=True, slots=True)
class BarisPembinaan:
    """Days without a reason of one person, to be talked about; never a verdict.

    Attributes:
        unit: Kode Unit.
        nip: Eighteen digits.
        nama: As the sheet shows it.
        hari: Days in this period.
        setahun: Days since the year began.
        langkah: What PP 94/2021 names for so many days.
        sel: Where the figure stands.
    """

    unit: str
    nip: str
    nama: str
    hari: int
    setahun: int
    langkah: str
    sel: str


@dataclass(frozen=True, slots=True)
class KelompokUnit:
    """Units below the same topmost Kode Induk.

    Attributes:
        kode: That code.
        nama: Name of its unit; the code itself where it is no unit of the list.
        units: Codes of the units, with the one on top where it is a unit itself.
    """

    kode: str
    nama: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MutuUnit:
    """How easily a unit came along with its workbooks; tells where help is welcome.

    Attributes:
        kode: Kode Unit; None where the files do not say whose they are.
        nama: Name of the unit.
        berkas: Files of the unit that were looked at.
        ditolak: Those of which nothing could be used.
        terlihat: Rows seen.
        dibetulkan: Rows that were put right without asking.
        ditahan: Rows that wait to be mended.
        masalah: (code, how often), most often first.
    """

    kode: str | None
    nama: str
    berkas: int
    ditolak: int
    terlihat: int
    dibetulkan: int
    ditahan: int
    masalah: tuple[tuple[IssueCode, int], ...]
