"""The collector rests during a piece of work, and wakes whatever becomes of it."""

from __future__ import annotations

import gc

import pytest

from kinerja_xlsx.run.heap import collector_paused


def test_collector_rests_inside_and_wakes_after() -> None:
    with collector_paused():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_collector_wakes_after_a_failure() -> None:
    with pytest.raises(ValueError, match="sel"), collector_paused():
        raise ValueError("sel")

    assert gc.isenabled()


def test_collector_that_rested_before_rests_on() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
