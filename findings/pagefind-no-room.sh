#!/usr/bin/env bash
# Pagefind 1.5.2 says that it has finished, and ends with 0, when its files could not be written.
#
# A build step that fails on a full disk is expected to end with another status than 0, as every compiler and every
# copying program does: CI publishes what a command that succeeded has left. Pagefind opens its files, writes, and does
# not look at what became of the last bytes of each. Where there is no room, they are cut off: the engine itself
# (pagefind.js, the wasm file) as well as the index. The search of such a site finds nothing, or does not start, and
# nobody is told. Whoever publishes has to read the files back: those of the index are gzip and carry a checksum, those
# of the engine must be compared with what the package holds.
#
# Here no file may be larger than 20,000 bytes (ulimit -f counts kilobytes; Linux), which is what a full disk looks like
# to a program: the operation fails with an error (EFBIG instead of ENOSPC).
#
# Seen:
#     exit status 0, "Finished", pagefind.js 19456 bytes of 45555
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pagefind-bin==1.5.2

mkdir "$folder/site"
printf '<!doctype html><html lang="ja"><title>諮問</title><body><p>個人情報の項目</p></body></html>' > "$folder/site/index.html"
pagefind="$("$folder/venv/bin/python" -c 'import pagefind_bin; print(pagefind_bin.get_executable())')"
"$pagefind" --version

"$pagefind" --site "$folder/site" --output-path "$folder/whole" > "$folder/said.txt" 2>&1
status=0
# Without the signal a write beyond the limit is an ordinary error.
(trap '' XFSZ; ulimit -f 19; "$pagefind" --site "$folder/site" --output-path "$folder/cut") 2>&1 | cat > "$folder/said-cut.txt" || status=$?
whole=$(wc -c < "$folder/whole/pagefind.js")
cut=$(wc -c < "$folder/cut/pagefind.js")
echo "exit status $status, $(grep -o Finished "$folder/said-cut.txt"), pagefind.js $cut bytes of $whole"
test "$status" -eq 0
grep -q Finished "$folder/said-cut.txt"
test "$cut" -lt "$whole"
