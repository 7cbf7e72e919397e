"""The radicals (部首) that Unicode keeps beside the kanji: ⼾ U+2F3E beside 戸, and what a Japanese reader sees there.

Many PDF files say the one where they print the other, because a font draws both with one glyph. What is copied out of
them carries radicals into text and Word files and into a search.

A radical is the kanji of JIS X 0213 that Japanese fonts give the same glyph (Adobe-Japan1-7, its CMap
UniJIS2004-UTF32-H), where there is one; else what Unicode 14.0 calls its Equivalent_Unified_Ideograph
(EquivalentUnifiedIdeograph.txt, which also holds strokes). So this differs from Unicode's own file in five: ⼾ 戸 and
⿊ 黒 (there, as in NFKC, 戶 and 黑), and ⺗ 㣺, ⺫ 罒, ⻏ 阝 (there 心, 目, 邑).
"""

from typing import Final

# What is seen at each code point from the first of a row on. A middle dot is one that equals no kanji.
_SEEN: Final = {
    0x2E80: "・厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄㣺扌攵・旡日月歺母",
    0x2EA0: "民氵氺灬爫爫丬牛犭王𤴔罒示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹",
    0x2EC0: "艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶阝钅長镸长门𨸏阝雨青韦页风飞食𩙿飠",
    0x2EE0: "饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
    0x2F00: "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土",
    0x2F20: "士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手",
    0x2F40: "支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉",
    0x2F60: "瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳",
    0x2F80: "聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛",
    0x2FA0: "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯",
    0x2FC0: "鬲鬼魚鳥鹵鹿麥麻黃黍黒黹黽鼎鼓鼠鼻齊齒龍龜龠",
    0x31C0: "・・・・・・𠃌・・・・・・・・乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚",
    0x31E0: "乙𠄎",
}
RADICALS: Final = {
    chr(code): kanji for first, row in _SEEN.items() for code, kanji in enumerate(row, first) if kanji != "・"
}
# Signs that Japanese fonts (Noto CJK) print like Japanese ones, and whose place they take in PDF files just so: what
# Chromium prints as 氏名・住所 is copied as 氏名‧住所.
SIGNS_PRINTED_ALIKE: Final = {"‧": "・", "∕": "／", "\u2329": "〈", "\u232a": "〉"}
_MENDED: Final = str.maketrans(RADICALS | SIGNS_PRINTED_ALIKE)


def mend_radicals(text: str) -> str:
    """Return ``text``, as long as before, with what Japanese fonts print in the place of each radical, and of ‧."""
    return text.translate(_MENDED)
