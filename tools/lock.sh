#!/bin/sh
# Rewrite every lock file from pyproject.toml; needs the `uv` program, which only maintainers use.
set -eu
compile="uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-find-links"
$compile pyproject.toml lock/build.in -o lock/run.txt
$compile pyproject.toml lock/build.in --extra ocr --extra postgresql --extra sign --extra spark --group dev --group docs -c lock/run.txt -o lock/dev.txt
$compile --group bench -c lock/dev.txt -o lock/bench.txt
