#!/usr/bin/env bash
# Pagefind 1.5.2 makes different files of the same pages when the folder lists them in another order.
#
# The names of Pagefind's files are digests of what they hold, so one would guess that the same site gets the same files,
# which a cache may keep, on whichever machine it is built. But a page is known within the index by the number at which it
# was found, and a folder is walked as the file system happens to list it: by when a file was made (tmpfs), by a digest of
# its name that is salted anew for each disk (ext4), and so on. A copy of a site gets another list of pages and other
# parts of the index, under other names.
#
# Here a folder in memory (Linux: /dev/shm) holds the same three pages twice, made in opposite orders.
#
# Seen:
#     the folders' pages are the same; 3 fragments are the same; the list and the parts of the index differ
set -euo pipefail

folder=$(mktemp -d)
memory=$(mktemp -d /dev/shm/pages.XXXXXX)
trap 'rm -rf "$folder" "$memory"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pagefind-bin==1.5.2
pagefind="$("$folder/venv/bin/python" -c 'import pagefind_bin; print(pagefind_bin.get_executable())')"
"$pagefind" --version

make_site() {
    local site=$1 page
    mkdir "$site"
    shift
    for page in "$@"; do
        printf '<!doctype html><html lang="ja"><title>%s</title><body><p>word%s common</p></body></html>' \
            "$page" "$page" > "$site/$page.html"
    done
    "$pagefind" --site "$site" --output-path "$folder/$(basename "$site")" > /dev/null 2>&1
}
make_site "$memory/forward" a b c
make_site "$memory/backward" c b a

diff -r "$memory/forward" "$memory/backward"
diff -r "$folder/forward/fragment" "$folder/backward/fragment"
list() { (cd "$folder/$1" && sha256sum ./*.pf_meta index/*); }
if [ "$(list forward)" = "$(list backward)" ]; then
    echo "the index is the same now"
    exit 1
fi
count=$(find "$folder/forward/fragment" -type f | wc -l)
echo "the folders' pages are the same; $count fragments are the same; the list and the parts of the index differ"
test "$count" -eq 3
