"""What each key of a consultation's file means, in the clerk's words. Editors show them while one writes."""

from typing import Final

DESCRIPTIONS: Final[dict[str, dict[str, str]]] = {
    "Consultation": {
        "number": "諮問の番号（諮問第975号なら 975）。ファイル名と同じ数字にします。",
        "document": "審議資料の番号（審議資料Ｎｏ．１なら 1）。",
        "meeting": "審議会の開催日。2022-06-17 のように書きます。",
        "title": "題名。文書の文字のまま、1行で書きます。",
        "subtitle": "題名の下の括弧書き。外側の（ ）は書きません。",
        "departments": "所管課。文書の順に、字間の空白を除いて書きます。",
        "businesses": "題名に「」で示された業務。",
        "measures": "諮問されている措置。",
        "source_url": "原文書のウェブ上の所在（分かる場合だけ）。",
        "decision": "審議会の答申。公表されたものだけを、出典とともに書きます。諮問文から推測してはいけません。",
        "sections": "本文の全体。見出し・段落・箇条・別紙を、文書の順と入れ子のまま書きます。",
    },
    "Measure": {
        "type": "措置の種類。",
        "articles": "根拠の条項（第18条第3号 のように半角の数字で）。",
        "section": "この措置を述べる部（第１ など）のアンカー（p1 など）。部に分かれていなければ書きません。",
    },
    "Decision": {
        "date": "答申の日。",
        "words": "答申の言葉。原文のまま書きます。",
        "source": "答申の出典（資料名または所在）。",
    },
    "Section": {
        "heading": "見出し。番号も含めて、文書の文字のまま書きます。",
        "text": "本文。1段落を1行に、文書の文字のまま書きます。",
        "torn_table": "行の対応が失われた表。列ごとに、見出しとセルを書きます。",
        "direction": "この見出しの下の項目の流れる向き。",
        "subjects": "ここで述べられている、対象となる個人（登録名）。",
        "items": "個人情報の項目（登録名）。文書が「なし」と述べるときは なし と書きます。",
        "added_items": "「新たな項目」として述べられた個人情報の項目（登録名）。「なし」なら なし と書きます。",
        "counterparties": "ここで述べられている相手方とその役割。",
        "volumes": "件数。",
        "period": "開始時期及び期間。",
        "references": "「第１の３（１）のとおり」「別紙…参照」「諮問第９６４号」のように、ほかの所を指す言葉。",
        "sections": "この見出しの下の節。",
    },
    "TornColumn": {
        "column": "列の見出し。",
        "cells": "列のセル。上から順に書きます。",
    },
    "Item": {
        "name": "項目の登録名（items.yml の name）。",
        "subject": "文書がこの項目だけについて述べる本人（subjects.yml の name）。",
        "parts": "括弧の中に挙げられた項目（登録名）。",
    },
    "Counterparty": {
        "name": "相手方の登録名（counterparties.yml の name）。保有課・利用課は所管課の名。",
        "role": "この諮問での役割。",
        "state": "相手方が決まっていないときに 未定 と書きます。name は書きません。",
    },
    "Volume": {
        "subject": "この件数が誰についてのものか（subjects.yml の name）。",
        "fiscal_year": "年度（令和４年度なら 2022）。",
        "onward": "「以降」とあるとき true。",
        "count": "件数（半角の数字）。",
        "approximate": "「約」とあるとき true。",
        "per": "「（年間）」とあるとき 年間。",
    },
    "Period": {
        "start": "開始の日（2022-07-01）。日が書かれていなければ月まで（2022-07）。",
        "end": "終了の日または月。書かれていなければ書きません。",
        "continues": "「継続して行う」とあるとき true。",
        "repeats": "繰り返しを述べる言葉。原文のまま書きます。",
    },
    "Reference": {
        "words": "指している言葉。本文の文字のまま書きます。",
        "section": "この文書の中の、指されている節のアンカー（s5-1 など）。",
        "consultation": "指されている諮問の番号。",
    },
}
