"""Which form a verification code belongs to, for whoever holds the print in hand."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from kinerja_xlsx.model.penjelasan import FormulirDitemukan
from kinerja_xlsx.model.period import Period, format_date
from kinerja_xlsx.model.result import Output
from kinerja_xlsx.model.verifikasi import FormulirTercatat, JenisFormulir
from kinerja_xlsx.report.dokumen import JsonValue, form_document, output_document
from kinerja_xlsx.report.jelaskan_nip import assignment_document, assignment_lines
from kinerja_xlsx.report.langkah import WIDTH


def tell_form(found: FormulirDitemukan) -> str:
    """Say that the print agrees with `input/`, whose it is, and how its figures came about."""
    return "\n".join(_lines(found))


def form_json(found: FormulirDitemukan, outputs: Sequence[Output] = ()) -> str:
    """Tell the same to programs, as one document."""
    one = found.penjelasan
    document: dict[str, JsonValue] = {
        **form_document(found.formulir),
        "nama": found.nama,
        "nama_unit": found.nama_unit,
        "assignment": None if one is None else assignment_document(one),
        "outputs": [output_document(output) for output in outputs],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def tell_recorded(found: FormulirTercatat) -> str:
    """Say whose form an earlier run printed with a code that nothing bears now."""
    formulir = found.formulir
    text = (
        f"Kode verifikasi {formulir.kode} pernah tercetak pada formulir {formulir.jenis.value} "
        f"{Period.parse(formulir.period).label}, NIP {formulir.nip}, unit {formulir.unit}, "
        f"{formulir.sifat}, pada proses {format_date(date.fromisoformat(found.dimulai[:10]))}. "
        "Isi folder input sekarang tidak lagi menghasilkan formulir itu, jadi cetakan itu "
        f"jangan dipakai. {_instead(found)}"
    )
    return "\n".join(textwrap.wrap(text, WIDTH, break_on_hyphens=False))


def _instead(found: FormulirTercatat) -> str:
    if found.kode_terakhir != found.formulir.kode:
        return f"Formulir terbarunya berkode {found.kode_terakhir}; mintalah cetakan yang baru."
    return (
        "Mungkin isiannya sudah berubah dan belum diproses lagi, atau berkasnya sudah "
        "dipindahkan dari input."
    )


def recorded_json(found: FormulirTercatat) -> str:
    """Tell the same to programs, as one document."""
    document: dict[str, JsonValue] = {
        **form_document(found.formulir),
        "berlaku": False,
        "started": found.dimulai,
        "kode_terakhir": found.kode_terakhir,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _lines(found: FormulirDitemukan) -> Iterator[str]:
    formulir = found.formulir
    is_evaluasi = formulir.jenis is JenisFormulir.HASIL
    compared = "nama, rating, dan predikatnya" if is_evaluasi else "nama dan isinya"
    yield from textwrap.wrap(
        f"Kode verifikasi {formulir.kode} cocok dengan formulir {formulir.jenis.value} di bawah "
        f"ini, dihitung ulang dari isi folder input sekarang. Bandingkan {compared} dengan yang "
        "tercetak.",
        WIDTH,
        break_on_hyphens=False,
    )
    yield ""
    if found.penjelasan is not None:
        yield from assignment_lines(found.penjelasan)
        return
    period = Period.parse(formulir.period).label
    yield f"{found.nama} · NIP {formulir.nip}"
    yield f"SKP {period} · {found.nama_unit} ({formulir.unit}) · {formulir.sifat}"
