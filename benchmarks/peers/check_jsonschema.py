"""The command check-jsonschema, which loads YAML by itself: the fields and their form, by ``schema.json``."""

from __future__ import annotations

import sys

import check_jsonschema

if __name__ == "__main__":
    check_jsonschema.main(["--quiet", "--schemafile", "schema.json", *sys.argv[1:]])
