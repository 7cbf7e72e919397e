#!/usr/bin/env bash
# ProperDocs 1.6.7 gives templates a `mkdocs_version` that is no version.
#
# It takes the place of MkDocs 1.6.1 without a change to a site, its theme and its plugins, and MkDocs' guide says that
# the template variable mkdocs_version contains the version of MkDocs. One would guess that it stays a version, be it
# MkDocs' or ProperDocs' own. It is the words "ProperDocs 1.6.7", so that a theme that writes mkdocs-{{ mkdocs_version }}
# names its generator "mkdocs-ProperDocs 1.6.7", and one that compares numbers finds none. The same site built with both
# differs in this line of each page.
#
# Seen:
#     mkdocs writes mkdocs-1.6.1
#     properdocs writes mkdocs-ProperDocs 1.6.7
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1 properdocs==1.6.7
"$folder/venv/bin/python" -m pip freeze --disable-pip-version-check | grep -E "^(mkdocs|properdocs)=="

mkdir "$folder/docs" "$folder/theme"
echo "# Words" >"$folder/docs/index.md"
printf 'mkdocs-{{ mkdocs_version }}\n' >"$folder/theme/main.html"
cat >"$folder/mkdocs.yml" <<'YAML'
site_name: Words
theme:
  name: null
  custom_dir: theme
plugins: []
YAML

declare -A expected=([mkdocs]="mkdocs-1.6.1" [properdocs]="mkdocs-ProperDocs 1.6.7")
for tool in mkdocs properdocs; do
    "$folder/venv/bin/$tool" build --quiet --config-file "$folder/mkdocs.yml" --site-dir "$folder/$tool"
    written=$(cat "$folder/$tool/index.html")
    echo "$tool writes $written"
    [ "$written" = "${expected[$tool]}" ] || { echo "expected ${expected[$tool]}" >&2; exit 1; }
done
