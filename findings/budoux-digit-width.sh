#!/usr/bin/env bash
# BudouX 0.10.1 breaks a phrase by the width of its digits.
#
# One would guess that ４ and 4 are one digit to a segmenter of Japanese text, or that a difference shows in rare words
# only. Its default Japanese model cuts 第|１８条 and leaves 第18条 whole, and cuts the days off a date only where the
# digits are full-width. Japanese public documents print full-width digits, so that a heading set by BudouX breaks
# between 第 and its number.
#
# Seen (the phrases with | between them):
#     条|例第|１８条第３号    条|例第18条第3号
#     令和|４年６月|１７日    令和|4年6月17日
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check budoux==0.10.1

"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import budoux

parser = budoux.load_default_japanese_parser()
expected = {
    "条例第１８条第３号": "条|例第|１８条第３号",
    "条例第18条第3号": "条|例第18条第3号",
    "令和４年６月１７日": "令和|４年６月|１７日",
    "令和4年6月17日": "令和|4年6月17日",
}
print("budoux", version("budoux"))
seen = {text: "|".join(parser.parse(text)) for text in expected}
for text, phrases in seen.items():
    print(f"{text}: {phrases}")
assert seen == expected, "BudouX breaks these texts otherwise now"
PYTHON
