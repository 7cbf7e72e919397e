#!/usr/bin/env bash
# MkDocs 1.6.1 breaks off a build in which no page has a day of its last change, though its sitemap provides for it.
#
# Every page's update_date is the day of the build, so sitemap.xml differs from day to day. The template of the sitemap
# leaves <lastmod> out where a page has none ({% if file.page.update_date %}), and one would guess that a plugin may clear
# it: where some pages have a day, all goes well. Where none has, the build ends in a traceback, after the pages were
# written: the time in the header of sitemap.xml.gz is read from the latest day of all pages, and "" is none.
#
# Seen:
#     one page has a day: sitemap.xml has 1 lastmod of 2 pages
#     no page has a day: ValueError: Invalid isoformat string: ''
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
"$folder/venv/bin/python" -m pip freeze --disable-pip-version-check | grep -E "^mkdocs=="

mkdir "$folder/docs"
echo "# One" >"$folder/docs/index.md"
echo "# Two" >"$folder/docs/two.md"
cat >"$folder/days.py" <<'PYTHON'
import os


def on_page_markdown(markdown, page, config, files):
    page.update_date = os.environ["DAY"] if page.is_homepage else ""
PYTHON
cat >"$folder/mkdocs.yml" <<'YAML'
site_name: Words
site_url: https://example.org/
hooks: [days.py]
plugins: []
YAML

build() {
    DAY=$1 "$folder/venv/bin/mkdocs" build --quiet --config-file "$folder/mkdocs.yml" --site-dir "$folder/site" 2>&1
}

build 2026-01-01
echo "one page has a day: sitemap.xml has $(grep -c lastmod "$folder/site/sitemap.xml") lastmod of $(grep -c '<loc>' "$folder/site/sitemap.xml") pages"
[ "$(grep -c lastmod "$folder/site/sitemap.xml")" = 1 ] || { echo "expected one day" >&2; exit 1; }
said=$(build "" | tail -1) || true
echo "no page has a day: $said"
[[ $said == ValueError:* ]] || { echo "expected a build that breaks off" >&2; exit 1; }
