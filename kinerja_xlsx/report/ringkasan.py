"""The console summary: counts that balance, worst reasons, where results lie, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kinerja_xlsx.model.issue import Issue, IssueCode, Severity
from kinerja_xlsx.model.period import Period
from kinerja_xlsx.model.result import FileVerdict, PenugasanStatus
from kinerja_xlsx.model.run_result import ExitCode, PeriodResult, RunResult
from kinerja_xlsx.spec.codes import CATALOGUE
from kinerja_xlsx.spec.pesan import render_line

WORST_SHOWN = 5
LINES_SHOWN = 20
_DOT = "."


def summarise(result: RunResult, *, writes: bool) -> str:
    """Say what a run came to, in at most a screen.

    Args:
        result: The run.
        writes: False for `periksa`, which leaves no outputs to point at.
    """
    lines = [
        *_file_lines(result),
        *_row_lines(result),
        *_people_lines(result),
        *_worst_lines(result),
    ]
    if writes:
        lines += _output_lines(result)
    lines += _next_lines(result, writes=writes)
    return "\n".join(lines)


def list_issues(issues: Sequence[Issue], *, limit: int = LINES_SHOWN) -> str:
    """List issues a line each, NIP masked; the worst first, and say how many are left out."""
    order = list(Severity)
    ranked = sorted(issues, key=lambda issue: order.index(issue.severity))
    lines = [render_line(issue, masked=True) for issue in ranked[:limit]]
    if len(ranked) > limit:
        lines.append(f"… dan {_count(len(ranked) - limit)} lainnya.")
    return "\n".join(lines)


def _file_lines(result: RunResult) -> Iterator[str]:
    counts = Counter(file.verdict for file in result.files)
    parts = [
        f"{_count(counts[verdict])} {word}"
        for verdict, word in (
            (FileVerdict.DITERIMA, "diterima"),
            (FileVerdict.SEBAGIAN, "sebagian diterima"),
            (FileVerdict.DITOLAK, "ditolak"),
            (FileVerdict.DILEWATI, "dilewati"),
        )
    ]
    yield f"Berkas   {_count(len(result.files))} = {' + '.join(parts)}"


def _row_lines(result: RunResult) -> Iterator[str]:
    rows = result.rows
    yield (
        f"Baris    {_count(rows.seen)} = {_count(rows.accepted)} diterima"
        f" + {_count(rows.corrected)} dibetulkan"
        f" + {_count(rows.withheld)} ditahan + {_count(rows.ignored)} diabaikan"
    )


def _people_lines(result: RunResult) -> Iterator[str]:
    for period in result.periods:
        if period.period is None:
            continue
        counts = Counter(line.status for line in period.employees)
        rated = sum(line.predikat is not None for line in period.employees)
        waiting = counts[PenugasanStatus.DITERIMA] - rated
        total = sum(counts.values()) - counts[PenugasanStatus.DIABAIKAN]
        yield (
            f"Penugasan {Period.parse(period.period).label}: {_count(total)} = "
            f"{_count(rated)} berpredikat + {_count(waiting)} belum ditetapkan"
            f" + {_count(counts[PenugasanStatus.TIDAK_DINILAI])} tidak dinilai"
            f" + {_count(counts[PenugasanStatus.DITAHAN])} ditahan"
        )
        if period.missing_units:
            yield f"Belum mengirim: {_count(len(period.missing_units))} unit"


def _worst_lines(result: RunResult) -> Iterator[str]:
    errors = Counter(issue.code for issue in result.issues if issue.severity is Severity.GALAT)
    warnings = sum(issue.severity is Severity.PERINGATAN for issue in result.issues)
    notices = sum(issue.severity is Severity.CATATAN for issue in result.issues)
    yield (
        f"Masalah  {_count(sum(errors.values()))} kesalahan, {_count(warnings)} peringatan, "
        f"{_count(notices)} catatan"
    )
    ranked = sorted(errors.items(), key=lambda item: (-item[1], item[0].value))
    for code, number in ranked[:WORST_SHOWN]:
        yield f"  {_count(number):>5} × {code.value} {_slug(code)}"
    if len(ranked) > WORST_SHOWN:
        yield f"        … dan {_count(len(ranked) - WORST_SHOWN)} jenis kesalahan lain"


def _output_lines(result: RunResult) -> Iterator[str]:
    yield ""
    yield "Hasil:"
    for period in result.periods:
        yield from _period_outputs(period)


def _period_outputs(period: PeriodResult) -> Iterator[str]:
    folder = f"output/{period.period or 'tanpa-periode'}"
    books = Counter(_kind_of(output.path) for output in period.outputs)
    if books["rekap"]:
        yield f"  {folder}/rekap.xlsx    seluruh unit pada satu buku"
    for kind, where, what in (
        ("hasil", "unit/…/Hasil_…", "buku hasil dengan formulir tiap pegawai"),
        ("perbaikan", "unit/…/Perbaikan_…", "buku perbaikan untuk dikirim kembali ke unit"),
        ("ditolak", "ditolak/…", "penjelasan berkas yang ditolak"),
    ):
        if books[kind]:
            yield f"  {folder}/{where}    {_count(books[kind])} {what}"


def _kind_of(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    if "/ditolak/" in path:
        return "ditolak"
    return name.split("_")[0].split(_DOT)[0].casefold()


def _next_lines(result: RunResult, *, writes: bool) -> Iterator[str]:
    yield ""
    if result.exit_code is ExitCode.SELESAI:
        yield "Selesai: tidak ada yang ditahan atau ditolak."
        return
    yield "Selesai, tetapi ada yang ditahan atau ditolak."
    if writes:
        yield (
            "Langkah berikutnya: kirim buku Perbaikan kepada unitnya, taruh kembali berkas yang "
            "sudah dibetulkan di folder input di samping berkas lama, lalu jalankan proses lagi."
        )
    else:
        yield "Langkah berikutnya: jalankan proses untuk membuat buku Perbaikan bagi tiap unit."


def _slug(code: IssueCode) -> str:
    return CATALOGUE[code].slug.replace("-", " ")


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
