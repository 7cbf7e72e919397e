#!/usr/bin/env bash
# After a build that fails, the preview of MkDocs 1.6.1 answers no request, not even for a page that it has.
#
# "mkdocs serve" logs what was wrong and goes on, and the last good site still lies in its folder. One would guess that
# it goes on serving that one, as the first lines of its log say of requests ("Serving on"). But from the first edit on
# every request waits for a build that ends well: the browser turns until somebody mends the mistake, and a script that
# asks for a page runs into its own time limit. Whoever tests a preview, or watches one, has to look at its log.
#
# Seen:
#     before: 200     after a failed build: 000     mended: 200
set -euo pipefail

folder=$(mktemp -d)
trap 'kill "$server" 2> /dev/null; rm -rf "$folder"' EXIT
server=
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check mkdocs==1.6.1
"$folder/venv/bin/mkdocs" --version

mkdir "$folder/docs"
cat > "$folder/hooks.py" <<'PYTHON'
from mkdocs.exceptions import PluginError


def on_page_markdown(markdown, **_):
    if "誤り" in markdown:
        raise PluginError("a mistake")
PYTHON
printf 'site_name: 見本\nhooks: [hooks.py]\n' > "$folder/mkdocs.yml"
printf '# 案内\n' > "$folder/docs/index.md"
cd "$folder"

port=$(python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$folder/venv/bin/mkdocs" serve --livereload --dev-addr "127.0.0.1:$port" > log.txt 2>&1 &
server=$!
ask() { curl --silent --noproxy '*' --output /dev/null --write-out '%{http_code}' --max-time "$1" "http://127.0.0.1:$port/" || true; }
wait_for() { for _ in $(seq 100); do grep -q "$1" log.txt && return; sleep 0.2; done; return 1; }

wait_for "Serving on"
before=$(ask 20)
printf '# 誤り\n' > docs/index.md
wait_for "a mistake"
failed=$(ask 10)
printf '# 直した\n' > docs/index.md
mended=$(ask 20)
echo "before: $before     after a failed build: $failed     mended: $mended"
test "$before" = 200
test "$failed" = 000
test "$mended" = 200
