"""With jsonschema: the fields and their form alone, by the schema in ``schema.json``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import yaml

if __name__ == "__main__":
    validator = jsonschema.Draft7Validator(json.loads(Path("schema.json").read_text(encoding="utf-8")))
    found = 0
    for name in sys.argv[1:]:
        data = yaml.load(Path(name).read_bytes(), Loader=yaml.CSafeLoader)
        # The schema knows no dates, which YAML does.
        found += sum(1 for _ in validator.iter_errors(json.loads(json.dumps(data, default=str))))
    print(found)
