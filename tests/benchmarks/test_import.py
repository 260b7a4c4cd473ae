"""Importing ``ivb`` costs hardly more than what it stands on."""

import subprocess
import sys

RUNS = 15
LIMIT = 1.5


def measure(statement: str) -> float:
    """Take the time of a statement in a fresh interpreter, in seconds."""
    program = f"import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def test_a_noun_costs_at_most_half_more_than_attrs_and_pendulum() -> None:
    pairs = [(measure("import attrs, pendulum"), measure("import ivb; ivb.Jaarplan")) for _ in range(RUNS)]
    base, ours = (min(times) for times in zip(*pairs, strict=True))
    print(f"\nattrs and pendulum {base * 1000:.0f} ms, ivb.Jaarplan {ours * 1000:.0f} ms: {ours / base:.2f} times")
    assert ours <= LIMIT * base
