#!/usr/bin/env bash
# mkdocs build (MkDocs 1.6.1) tells only the first of a configuration's errors, of however many there are.
#
# Validation returns a list of errors, the command prints them in a loop, and unknown keys are all listed: one would guess
# that every wrong value is told at once. But Config._validate leaves its loop at the first error, in the order of MkDocs'
# own schema and not of the file. What stands later in the schema is not looked at: plugins are not even loaded, so that a
# plugin which checks the configuration itself has no chance to say the rest.
#
# Seen: three wrong values, one told
#     ERROR   -  Config value 'site_url': The URL isn't valid, it should include the http:// (scheme)
#     told: site_url
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
"$folder/venv/bin/mkdocs" --version

mkdir "$folder/docs"
printf '# A\n' > "$folder/docs/index.md"
# Of the three, site_url stands last in the file and first in the schema.
printf 'watch: 3\nplugins: [no-such-plugin]\nsite_url: later\nsite_name: A\n' > "$folder/mkdocs.yml"
cd "$folder"

status=0
"$folder/venv/bin/mkdocs" build > said.txt 2>&1 || status=$?
grep 'Config value' said.txt
told=$(grep -o "Config value '[a-z_]*'" said.txt | cut -d"'" -f2 | xargs)
echo "told: $told"
test "$status" -eq 1
test "$told" = "site_url"
