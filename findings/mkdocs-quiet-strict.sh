#!/usr/bin/env bash
# mkdocs build --strict --quiet (MkDocs 1.6.1) succeeds in spite of warnings.
#
# --strict promises to abort the build on any warning, --quiet to silence them. One would guess that --quiet decides what
# is shown and --strict what the exit status is. But MkDocs counts warnings with a handler of the logger whose level
# --quiet raises: a warning that is not shown is not counted either, and the site with the dead link is published with
# exit status 0. A script that wants a strict build must not be quiet, and a plugin that has warnings of its own has to
# fail by itself.
#
# Seen:
#     --strict: 1     --strict --quiet: 0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
"$folder/venv/bin/mkdocs" --version

mkdir "$folder/docs"
printf 'site_name: 見本\n' > "$folder/mkdocs.yml"
printf '# 案内\n\n[ない頁](nowhere.md)\n' > "$folder/docs/index.md"
cd "$folder"

strict=0 quiet=0
"$folder/venv/bin/mkdocs" build --strict > said.txt 2>&1 || strict=$?
"$folder/venv/bin/mkdocs" build --strict --quiet > said-quiet.txt 2>&1 || quiet=$?
echo "--strict: $strict     --strict --quiet: $quiet"
grep -q "nowhere.md" said.txt
test "$strict" -eq 1
test "$quiet" -eq 0
