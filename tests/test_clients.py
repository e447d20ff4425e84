"""Real clients take what we write: they are installed from the registries, so these tests are slow."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import ROOT
from git import ENVIRONMENT, commit, repository

pytestmark = pytest.mark.slow
GOOD = (ROOT / "tests" / "cmd" / "clean" / "in" / "claims" / "a.yaml").read_text("utf-8")
CLAIMS = ROOT / "claims"


def run(*command, cwd=None, env=None, stdin=None, check=True):
    result = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, input=stdin, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert not check or result.returncode == 0, result.stdout + result.stderr
    return result


@pytest.fixture(scope="session")
def clients(tmp_path_factory):
    """Return the bin folder of an environment with the clients from PyPI."""
    folder = tmp_path_factory.mktemp("clients")
    run(sys.executable, "-m", "venv", folder)
    run(
        folder / "bin" / "pip", "install", "--quiet",
        "sarif-tools", "pre-commit", "check-jsonschema", "zizmor", "junitparser", "xmlschema",
    )  # fmt: skip
    return folder / "bin"


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """Return a folder with the shipped registry's report in every format that a client reads."""
    folder = tmp_path_factory.mktemp("reports")
    outputs = [f"-o{name}={folder / name}" for name in ("sarif", "junit", "gitlab")]
    result = run(sys.executable, "-m", "factcheck", "check", *outputs, "--show-allowed", cwd=ROOT, check=False)
    assert result.returncode == 1
    (folder / "sarif").rename(folder / "report.sarif")
    return folder


@pytest.fixture(scope="session")
def npm(tmp_path_factory):
    """Return a function that unpacks or installs an npm package."""
    folder = tmp_path_factory.mktemp("npm")
    (folder / "package.json").write_text("{}")

    def install(name, *, unpack=False):
        if not unpack:
            run("npm", "install", "--silent", "--no-audit", "--no-fund", name, cwd=folder)
            return folder / "node_modules"
        archive = run("npm", "pack", "--silent", name, cwd=folder).stdout.strip().splitlines()[-1]
        with tarfile.open(folder / archive) as packed:
            # The first releases of Python 3.11 know no filters.
            packed.extraction_filter = getattr(tarfile, "data_filter", None)
            packed.extractall(folder / name.replace("/", "-"))
        return folder / name.replace("/", "-") / "package"

    return install


def test_sarif_tools(clients, reports):
    summary = run(clients / "sarif", "summary", reports / "report.sarif").stdout
    assert "warning: 6" in summary
    assert "note: 6" in summary


def test_sarif_schema_and_its_authors_validator(clients, reports, npm):
    package = npm("@microsoft/sarif-multitool-linux@5.7.0", unpack=True)
    run(clients / "check-jsonschema", "--schemafile", package / "sarif-2.1.0.json", reports / "report.sarif")
    tool = package / "Sarif.Multitool"
    tool.chmod(0o755)
    env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    output = reports / "validated.sarif"
    run(tool, "validate", reports / "report.sarif", "--output", output, "--log", "ForceOverwrite", env=env, check=False)
    results = json.loads(output.read_text("utf-8-sig"))["runs"][0].get("results", [])
    errors = [result["message"] for result in results if result.get("level", "warning") == "error"]
    assert errors == []


def test_junitparser_and_a_junit_schema(clients, reports, tmp_path):
    program = (
        "import sys; from junitparser import JUnitXml; xml = JUnitXml.fromfile(sys.argv[1]);"
        "print(xml.tests, xml.failures, sum(1 for suite in xml for case in suite))"
    )
    counts = run(clients / "python", "-c", program, reports / "junit").stdout.split()
    cases = ET.parse(reports / "junit").getroot().findall(".//testcase")
    assert counts == [str(len(cases)), "6", str(len(cases))]
    # pytest's own source carries the schema that Jenkins' xUnit plugin publishes.
    run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", tmp_path,
        "pytest==8.4.2")  # fmt: skip
    with tarfile.open(next(tmp_path.glob("pytest-*.tar.gz"))) as source:
        schema = source.extractfile("pytest-8.4.2/testing/example_scripts/junit-10.xsd").read()
    (tmp_path / "junit.xsd").write_bytes(schema)
    program = "import sys, xmlschema; xmlschema.validate(sys.argv[2], sys.argv[1])"
    run(clients / "python", "-c", program, tmp_path / "junit.xsd", reports / "junit")


def test_action_and_templates(clients):
    run(clients / "check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")
    run(clients / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ROOT / "templates" / "gitlab-ci.yml")
    run(clients / "zizmor", "--offline", ROOT / "action.yml")
    run(clients / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")


def test_the_readmes_workflow(clients, tmp_path):
    text = (ROOT / "README.md").read_text("utf-8")
    workflow = text.partition("```yaml\n# .github/workflows/factcheck.yml\n")[2].partition("```")[0]
    (tmp_path / "factcheck.yml").write_text(workflow, encoding="utf-8")
    run(clients / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", tmp_path / "factcheck.yml")


def test_schema_of_claim_files(clients, tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text(run(sys.executable, "-m", "factcheck", "schema").stdout, encoding="utf-8")
    run(clients / "check-jsonschema", "--check-metaschema", schema)
    run(clients / "check-jsonschema", "--schemafile", schema, *sorted(CLAIMS.glob("*.yaml")))
    (tmp_path / "bad.yaml").write_text("claims: [{id: A b, metric: m, value: 1, comparater: over}]\n")
    result = run(clients / "check-jsonschema", "--schemafile", schema, tmp_path / "bad.yaml", check=False)
    assert result.returncode == 1
    assert "comparater" in result.stdout


def test_pre_commit_runs_the_hooks_on_a_clean_and_on_a_broken_commit(clients, tmp_path):
    hooks = repository(tmp_path / "hooks")
    for name in ("factcheck", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, hooks / name)
    commit(hooks)
    work = repository(tmp_path / "work")
    (work / "claims").mkdir()
    (work / "claims" / "a.yaml").write_text(GOOD, encoding="utf-8")
    (work / ".pre-commit-config.yaml").write_text(
        f"repos: [{{repo: '{hooks}', rev: HEAD, hooks: [{{id: factcheck}}, {{id: factcheck-all}}]}}]\n"
    )
    env = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "PATH": f"{clients}:{os.environ['PATH']}"}
    run("git", "add", "--all", cwd=work, env=env)
    run(clients / "pre-commit", "install", cwd=work, env=env)
    clean = run("git", "commit", "--message", "clean", cwd=work, env=env)
    assert clean.stderr.count("Passed") + clean.stdout.count("Passed") == 2
    (work / "claims" / "b.yaml").write_text(
        "source: {id: other, language: en}\n"
        "claims: [{id: other, metric: accounts, quote: 39 accounts, value: 39, period: 2020-06-30}]\n"
    )
    run("git", "add", "--all", cwd=work, env=env)
    broken = run("git", "commit", "--message", "broken", cwd=work, env=env, check=False)
    assert broken.returncode == 1
    assert "conflicting-values" in broken.stdout + broken.stderr


class LanguageServer:
    """A language server over standard input and output, as far as these tests need one."""

    def __init__(self, command, cwd):
        self.process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, method, params, *, request=False):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if request:
            self.number += 1
            message["id"] = self.number
        self.write(message)
        return self.number

    def write(self, message):
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def until(self, wanted, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            message = self.read()
            if "id" in message and "method" in message:
                empty = [{} for _ in message["params"].get("items", [])] if "items" in message["params"] else None
                self.write({"jsonrpc": "2.0", "id": message["id"], "result": empty})
            elif wanted(message):
                return message
        raise TimeoutError


def test_yaml_language_server_gives_a_diagnostic_and_a_completion(npm, tmp_path):
    modules = npm("yaml-language-server")
    run(sys.executable, "-m", "factcheck", "init", tmp_path / "new")
    path = tmp_path / "new" / "claims" / "example-report.yaml"
    text = path.read_text("utf-8").replace("comparator: over", "comparater: over")
    path.write_text(text + "  - \n", encoding="utf-8")
    server = LanguageServer(
        ["node", str(modules / "yaml-language-server" / "bin" / "yaml-language-server"), "--stdio"], tmp_path
    )
    try:
        server.send(
            "initialize",
            {"processId": os.getpid(), "rootUri": tmp_path.as_uri(),
             "capabilities": {"textDocument": {"completion": {"completionItem": {}}, "publishDiagnostics": {}}}},
            request=True,
        )  # fmt: skip
        server.until(lambda message: message.get("id") == 1)
        server.send("initialized", {})
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text("utf-8")}
        server.send("textDocument/didOpen", {"textDocument": document})
        published = server.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["diagnostics"]
            )
        )
        assert any("comparater" in each["message"] for each in published["params"]["diagnostics"])
        line = document["text"].splitlines().index("  - id: library-visits-2025-children") + 5
        position = {"line": line, "character": 4}
        asked = server.send(
            "textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": position}, request=True
        )
        answer = server.until(lambda message: message.get("id") == asked)["result"]
        items = answer["items"] if isinstance(answer, dict) else answer
        assert {"comparator", "status"} <= {item["label"] for item in items}
    finally:
        server.process.kill()


def test_bash_completion():
    script = shutil.which("factcheck", path=str(Path(sys.executable).parent))
    env = {**os.environ, "_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": "factcheck ch", "COMP_CWORD": "1"}
    assert run(script, env=env).stdout.split() == ["check"]
    env |= {"COMP_WORDS": "factcheck check --fail", "COMP_CWORD": "2"}
    assert run(script, env=env).stdout.split() == ["--fail-on"]
    env["_FACTCHECK_COMPLETE"] = "source_bash"
    source = run(script, env=env).stdout
    assert "complete -o default -F _factcheck_completion factcheck" in source
    run("bash", "-n", stdin=source)
