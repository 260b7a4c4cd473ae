"""The command ``ivb``; without the extra ``cli`` it says how to get it."""

import sys


def main() -> int:
    """Run the command line and give its exit code."""
    try:
        from ivb.cli import run  # noqa: PLC0415  the command line is an extra
    except ModuleNotFoundError as fout:
        if fout.name not in {"cyclopts", "rich"}:
            raise
        sys.stderr.write("De opdracht ivb hoort bij de extra 'cli'. Installeer die zo: pip install 'ivb[cli]'\n")
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())
