"""One task and whatever becomes of it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kinerja_xlsx.run.attempt import Failure, Refusal, accept, attempt


def test_result_passes() -> None:
    assert accept(attempt(len, "abc")) == 3


@pytest.mark.parametrize("name", ["rekap.xlsx", Path("rekap.xlsx")])
def test_refusal_of_the_system_names_the_file(name: str | Path) -> None:
    def fill(task: str) -> None:
        raise OSError(errno.ENOSPC, task, name)

    outcome = attempt(fill, "penuh")

    assert outcome == Refusal(errno.ENOSPC, "penuh", "rekap.xlsx")
    with pytest.raises(OSError, match="penuh") as caught:
        accept(outcome)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, "rekap.xlsx")


def test_slow_network_is_a_refusal_of_the_system() -> None:
    def wait(task: str) -> None:
        raise TimeoutError(errno.ETIMEDOUT, task)

    assert attempt(wait, "lambat") == Refusal(errno.ETIMEDOUT, "lambat", None)


def test_person_who_stops_the_program_is_obeyed() -> None:
    def stop(task: str) -> None:
        raise KeyboardInterrupt(task)

    with pytest.raises(KeyboardInterrupt):
        attempt(stop, "")


def test_task_is_known_by_its_type_when_it_has_no_label() -> None:
    def fail(task: str) -> None:
        raise ValueError(task)

    one, other = attempt(fail, "a"), attempt(fail, "b")

    assert isinstance(one, Failure)
    assert one == other
