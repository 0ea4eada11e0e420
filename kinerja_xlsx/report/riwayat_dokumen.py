"""What the ledger remembers, for other programs: one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kinerja_xlsx.model.riwayat import (
    NilaiTercatat,
    RiwayatPegawai,
    RiwayatUnit,
    RunTercatat,
    UnitTercatat,
)
from kinerja_xlsx.report.dokumen import JsonValue


def runs_json(runs: Sequence[RunTercatat]) -> str:
    """Write all recorded runs, oldest first."""
    return _text({"runs": [_run(run) for run in runs]})


def unit_json(found: RiwayatUnit) -> str:
    """Write how a unit stands in each period."""
    return _text({"unit": found.kode, "periods": [_unit(row) for row in found.periods]})


def pegawai_json(found: RiwayatPegawai) -> str:
    """Write all that was recorded of a person, each assignment for itself."""
    return _text(
        {
            "nip": found.nip,
            "assignments": [
                {
                    "period": rows[0].period,
                    "unit": rows[0].unit,
                    "sifat": rows[0].sifat or None,
                    "mulai": rows[0].mulai or None,
                    "history": [_nilai(row) for row in rows],
                }
                for rows in found.penugasan
            ],
        }
    )


def _text(document: Mapping[str, JsonValue]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)


def _run(run: RunTercatat) -> JsonValue:
    return {
        "number": run.nomor,
        "started": run.mulai,
        "program": run.program,
        "periods": list(run.periods),
        "files": run.files,
        "evaluated": run.dinilai,
        "withheld": run.ditahan,
        "exit_code": run.exit_code,
    }


def _unit(row: UnitTercatat) -> JsonValue:
    return {
        "period": row.period,
        "run": row.nomor,
        "since": row.tanggal,
        "sent": row.kiriman,
        "evaluated": row.dinilai,
        "withheld": row.ditahan,
        "not_evaluated": row.tidak_dinilai,
        "not_sent": row.tidak_dikirim,
        "without_predikat": row.belum_ditetapkan,
        "capaian_organisasi": row.capaian_organisasi,
        "distribution": dict(row.sebaran),
        "expected": row.diharapkan,
        "pattern": row.pola or None,
        "corrected_rows": row.dibetulkan,
        "files": row.berkas,
        "changed_scores": row.perubahan,
    }


def _nilai(row: NilaiTercatat) -> JsonValue:
    return {
        "run": row.nomor,
        "since": row.tanggal,
        "status": row.status,
        "capaian": None if row.capaian is None else float(row.capaian),
        "complete": row.lengkap,
        "usulan": row.usulan,
        "hasil_kerja": row.hasil_kerja,
        "perilaku": row.perilaku,
        "predikat": row.predikat,
    }
