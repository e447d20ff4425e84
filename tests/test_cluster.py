"""Beyond one machine for real: a Ray cluster of two nodes, and an object store that speaks S3.

Both run on this machine, from the registries; what crosses between nodes and store crosses a network all the same.
"""

from __future__ import annotations

import os
import site
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager

import pytest
from test_cmd import ENVIRONMENT
from test_daft import rows

from benchmarks.archive import write_archive
from benchmarks.large import write_registry

pytestmark = pytest.mark.slow
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "DO_NOT_TRACK": "true", "DAFT_ANALYTICS_ENABLED": "0"}
STORE = """
import sys, boto3
store = boto3.client("s3")
if sys.argv[1] == "put":
    store.create_bucket(Bucket="texts")
    for number, path in enumerate(sys.argv[2:]):
        store.upload_file(path, "texts", f"in/{number}.parquet")
else:
    for each in store.list_objects_v2(Bucket="texts", Prefix="out/")["Contents"]:
        store.download_file("texts", each["Key"], sys.argv[2] + "/" + each["Key"].rpartition("/")[2])
"""
NODES = """
import ray, sys
ray.init(sys.argv[1], log_to_driver=False, logging_level="ERROR")
print(sum(node["Alive"] for node in ray.nodes()))
"""


def free_port():
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running(*command, env):
    """Run a server for as long as it is needed; it takes along what it started."""
    process = subprocess.Popen(
        [str(part) for part in command], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Return a function that runs a program, and the address of a cluster of two nodes, each with one core."""
    pytest.importorskip("daft")
    folder = tmp_path_factory.mktemp("cluster")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # What is installed here is found there, too.
    packages = next(folder.glob("lib/*/site-packages"))
    lines = [f"import site; site.addsitedir({each!r})" for each in site.getsitepackages()]
    (packages / "here.pth").write_text("\n".join(lines))
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "ray[client]", "moto[server]", "boto3"], check=True)
    store, head, port = free_port(), free_port(), free_port()
    env = {
        **ENVIRONMENT,
        **QUIET,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{store}",
    }

    def run(*arguments):
        for _ in range(3):
            result = subprocess.run(
                [python, *map(str, arguments)],
                cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=180,
            )  # fmt: skip
            # The head starts a server for each client, and gives that up where the machine is slow.
            if "Starting Ray client server failed" not in result.stderr:
                break
        return result

    ray = [folder / "bin" / "ray", "start", "--block", "--num-cpus=1", "--object-store-memory=200000000"]
    first = [*ray, "--head", f"--port={head}", f"--ray-client-server-port={port}", "--include-dashboard=false"]
    address = f"ray://127.0.0.1:{port}"
    with ExitStack() as servers:
        servers.enter_context(running(folder / "bin" / "moto_server", "-H", "127.0.0.1", "-p", store, env=env))
        servers.enter_context(running(*first, env=env))
        time.sleep(8)
        servers.enter_context(running(*ray, f"--address=127.0.0.1:{head}", env=env))
        for _ in range(20):
            if run("-c", NODES, address).stdout.strip() == "2":
                break
            time.sleep(2)
        else:
            pytest.fail("the cluster did not come up")
        yield run, address


def test_a_scan_from_store_to_store_over_a_cluster_gives_the_same_rows(cluster, tmp_path):
    run, address = cluster
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        write_archive(tmp_path / str(number), 30 + number)
    tables = [tmp_path / str(number) / "documents.parquet" for number in range(4)]
    assert run("-c", STORE, "put", *tables).returncode == 0
    result = run(
        "-m", "factcheck", "scan", "--engine", "daft", "s3://texts/in/*.parquet", "--engine-address", address,
        "-o", "s3://texts/out",
    )  # fmt: skip
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    (tmp_path / "out").mkdir()
    assert run("-c", STORE, "get", tmp_path / "out").returncode == 0
    assert run("-m", "factcheck", "scan", *tables, "-o", tmp_path / "here.parquet").returncode == 0
    names = {str(path): f"s3://texts/in/{number}.parquet" for number, path in enumerate(tables)}
    here = [
        row.replace(path, name)
        for row in rows(tmp_path / "here.parquet")
        for path, name in names.items()
        if path in row
    ]
    assert len(here) > 1000
    assert sorted(rows(tmp_path / "out")) == sorted(here)


def test_a_check_over_a_cluster_gives_the_same_bytes(cluster, tmp_path):
    run, address = cluster
    write_registry(tmp_path / "claims", 2000, 10)
    check = ["-m", "factcheck", "check", str(tmp_path / "claims"), "--output-format", "json", "--as-of", "2026-01-31"]
    here = run(*check, "--no-cache")
    there = run(*check, "--engine", "daft", "--engine-address", address)
    assert '"misread-value"' in here.stdout
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)


def test_a_bucket_that_is_not_there_is_said(cluster):
    run, address = cluster
    result = run(
        "-m", "factcheck", "scan", "--engine", "daft", "s3://no-such-bucket/*.parquet", "--engine-address", address,
        "-o", "s3://texts/other",
    )  # fmt: skip
    assert result.returncode == 2
    assert "no-such-bucket" in result.stderr
    assert "Traceback" not in result.stderr
