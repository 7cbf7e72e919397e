"""Kanji that readers take for one and documents tell apart, 髙 and 高, and legal forms written long and short.

Folding keeps them apart, since a document's words are its own: 髙橋 is not registered where 高橋 is. The search finds
the one for the other, and says that it did. The browser's half is ``theme/assets/javascripts/usual.js``.

The kanji are, the usual one first, and all together where two of them belong to a third:

- the old forms in parentheses of 常用漢字表 (Cabinet notice 2 of 2010), and 叱𠮟 塡填 剝剥 頰頬 of its remarks;
- the forms of one kanji in 戸籍法施行規則, appended table 2 (人名用漢字), and the simplified ones of 表外漢字字体表;
- those that JIS X 0208 exchanged or parted in 1983 (鴬鶯, 尭堯);
- other forms that both 戸籍統一文字 (Ministry of Justice) and JIS X 0213 relate to a kanji of level 1, but for 作做,
  界堺, 肉宍 and 稿藁, which are different words;
- of those that only one of the two relates, what names and the characters of Windows hold: 高髙, 吉𠮷, 浜濵, 戸戶 …

Forms that Unicode holds to be canonically equivalent (神 U+FA19) are not here: folding makes them one.
"""

import re
from collections.abc import Container
from typing import Final

from generator.japanese.fold import fold_for_search
from generator.japanese.legal_forms import SHORT_FORMS

_KANJI: Final = (
    "亜亞 唖啞 悪惡 芦蘆 鯵鰺 圧壓 囲圍 為爲 医醫 育毓 一弌 壱壹 稲稻 飲飮 蔭䕃 陰隂 隠隱 韻韵 宇𡧃 卯夘 丑丒 叡睿 "
    "営營 映暎 曳曵 栄榮荣 穎頴 衛衞 詠咏 駅驛 悦悅 閲閱 円圓 園薗 煙烟 縁緣 艶艷 塩鹽 汚汙 奥奧 往徃 応應 横橫 欧歐 "
    "殴毆 鴬鶯 鴎鷗 黄黃 岡崗 沖冲 温溫 穏穩 仮假 価價 蚊蚉 峨峩 画畫 臥卧 蛾䖸 会會 解觧 回囘 壊壞 廻廽𢌞 怪恠 懐懷 "
    "界畍 絵繪 蟹蠏 崖崕 概槪 碍礙 蓋盖葢 蛎蠣 拡擴 撹攪 殻殼 覚覺 学學 岳嶽 楽樂 潟泻 渇渴 兜兠 竃竈 釜釡 鎌鐮 噛嚙 "
    "萱萓 粥鬻 刈苅 勧勸 巻卷 寛寬 幹榦 歓歡 潅灌 缶罐 観觀 諌諫 鑑鑒鍳 間閒 関關 陥陷 館舘 岸㟁 巌巖 岩嵒 雁鳫鴈 "
    "顔顏 喜憙㐂 器噐 奇竒 期朞 棋棊 棄弃 帰歸 気氣 規䂓 軌䡄 亀龜 偽僞 宜冝 戯戲 犠犧 吉𠮷 砧碪 却卻 丘坵 糾糺 旧舊 "
    "拠據 挙擧 虚虛 京亰 峡峽 強强 挟挾 教敎 橋槗𣘺 況况 狭狹 郷鄕 尭堯 暁曉 倶俱 区區 駆駈驅 窪漥 桑桒 鍬鍫 勲勳 "
    "薫薰 群羣 径徑 恵惠 憩憇 掲揭 携攜 渓溪谿 経經 継繼 茎莖 蛍螢 軽輕 頚頸 鶏鷄 芸藝 撃擊 欠缺 決决 倹儉 剣剱劍劒劔 "
    "圏圈 検檢 権權 献獻 研硏 県縣 賢贒 険險 顕顯 験驗 鹸鹼 厳嚴 減减 戸戶 虎乕 鼓皷 功㓛 効效 広廣 恒恆 拘抅 昂昻 "
    "晃晄 稿稾 紘絋綋 耕畊 鉱鑛 砿礦 高髙 劫刧 号號 轟軣 麹麴 国圀國 黒黑 嵯嵳 歳歲 済濟 砕碎 斎齋 剤劑 財戝 坂阪 "
    "崎嵜㟢﨑 碕𥔎 桜櫻 冊册 雑雜 傘仐 参參 惨慘 桟棧 産產 蚕蠶 賛贊 残殘 旨㫖 糸絲 紙帋 歯齒 事亊 児兒 爾尓 辞辭 "
    "叱𠮟 湿濕 質貭 実實 篠筱 蕊蕋蘂 舎舍 写寫 煮煑 釈釋 呪咒 寿壽 収收 秋穐龝秌 繍繡 従從 渋澀澁 獣獸 縦縱 粛肅 準凖 "
    "処處 緒緖 叙敍 嘗甞 奨奬 将將 廠厰 昇曻 松枩㮤柗梥 渉涉 焼燒 称稱 蒋蔣 証證 醤醬 丈𠀋 乗乘 剰剩 場塲 壌壤 嬢孃 "
    "条條 浄淨 状狀 畳疂疉疊 穣穰 譲讓 醸釀 嘱囑 飾餝 触觸 尻㞍 唇脣 寝寢 慎愼 晋晉 真眞 辛𨐌 刃刄 尽盡 靭靱 酢醋 "
    "図圖 垂埀 粋粹 翠翆 酔醉 随隨 髄髓 数數 枢樞 雛鶵 澄澂 世丗 瀬瀨 畝畆畒 勢㔟 栖棲 清淸 声聲 青靑 静靜 斉齊斊 "
    "税稅 跡蹟迹 摂攝 窃竊 説說 専專 戦戰 浅淺 潜潛 線綫 繊纖 船舩 賎賤 践踐 銭錢 善譱 禅禪 曽曾 疏䟽 疎踈 蘇蘓 鼠鼡 "
    "双雙 壮壯 捜搜 挿插 掻搔 巣巢 争爭 痩瘦 窓窗 総總 聡聰聦 荘莊 装裝 走赱 騒騷 増增 臓臟 蔵藏 即卽 属屬 続續 卒卆 "
    "村邨 多夛 堕墮 柁舵 体體 対對 帯帶 泰𣳾 滞滯 台臺 滝瀧 卓桌 択擇 沢澤 鐸鈬 達逹 脱脫 狸貍 単單 担擔 胆膽 団團 "
    "弾彈 断斷 恥耻 痴癡 稚穉 遅遲 昼晝 虫蟲 鋳鑄 瀦潴 猪豬 庁廳 徴徵 町甼 聴聽 腸膓 長镸 勅敕 沈沉 珍珎 鎮鎭 壷壺 "
    "鶴寉靎靏鸖 逓遞 哲喆悊 鉄銕鐡鐵 填塡 添𣷹 纏纒 転轉 点點 伝傳 妬妒 菟莵 砺礪 土圡𡈽 党黨 島嶋嶌㠀 梼檮 盗盜 涛濤 "
    "灯燈 当當 祷禱 逃迯 闘鬭 同仝 徳悳德 独獨 読讀 栃杤 届屆 奈柰 縄繩 二弍 弐貳 迩邇 妊姙 祢禰袮 葱蔥 猫貓 粘黏 "
    "悩惱 脳腦 覇霸 廃廢 拝拜 杯盃 梅楳 売賣 蝿蠅 剥剝 柏栢 迫廹 麦麥 函凾 発發 髪髮 罰罸 抜拔 帆㠶 範笵 晩晚 蛮蠻 "
    "秘祕 彦彥 桧檜 姫姬 浜濱濵 瓶甁 富冨 部郶 淵渊渕 払拂 仏佛 併倂 幣幤 並竝 閉閇 変變 辺邉邊 弁瓣辨辯 舗鋪舖 歩步 "
    "穂穗 宝寳寶 峰峯 萌萠 褒襃 豊豐 冒冐 貌皃 頬頰 没沒 翻飜 凡凢 毎每 槙槇 桝枡 俣㑨 侭儘 万萬 満滿 蓑簑 脈脉 夢梦 "
    "婿壻聟 明朙 綿緜 麺麪麵 黙默 餅餠 戻戾 野埜 弥彌 薬藥 訳譯 柳栁桺 薮藪 勇勈 湧涌 猶犹 雄䧺 予豫 余餘 与與 誉譽 "
    "揺搖 様樣 窯窰 謡謠 踊踴 遥遙 来來 頼賴 乱亂 覧覽 梨棃 裏裡 略畧 溜澑 留畄畱 竜龍龒 両兩 涼凉 猟獵 糧粮 緑綠 "
    "隣鄰 瑠璢 塁壘 涙泪淚 累縲 励勵 礼禮 隷隸 霊靈 齢齡 暦曆 歴歷 恋戀 聯聨 錬鍊 炉爐 労勞 朗朖 楼樓 蝋蠟 郎郞 禄祿 "
    "録錄 和咊 脇𦚰 亘亙 湾灣 凛凜 屏屛 并幷 弯彎 濾沪 煕熈熙 籠篭 瑤瑶"
)
_USUAL: Final = {variant: group[0] for group in _KANJI.split() for variant in group[1:]}
_LONG: Final = {fold_for_search(short): long for long, shorts in SHORT_FORMS.items() for short in shorts}
_TO_USUAL: Final = str.maketrans(_USUAL)
# For each long form a sign that no text holds and no font draws.
_SIGNS: Final = {fold_for_search(long): chr(0x10FF00 + place) for place, long in enumerate(SHORT_FORMS)}
_WHOLE: Final = re.compile("|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)))
# White space beside a long form is gone already.
_SHORT: Final = re.compile(f" ?({'|'.join(map(re.escape, _LONG))}) ?")


def in_usual_form(folded: str) -> str:
    """Return ``folded``, a text folded for the search, in usual kanji and long legal forms: 株式会社高橋 for ㈱髙橋.

    What stands in a text stands, in usual form, in that of the text, unless a short form is cut in two.
    """
    return _SHORT.sub(lambda short: _LONG[short[1]], folded.translate(_TO_USUAL))


def with_whole_forms(usual: str) -> str:
    """Return ``usual``, a text in usual form, with one sign for each long legal form.

    So 営 and 非営利, parts of 特定非営利活動法人, are not found where a document writes ＮＰＯ法人.
    """
    return _WHOLE.sub(lambda form: _SIGNS[form.group()], usual)


def usual_forms(characters: Container[str]) -> dict[str, object]:
    """Return the table for the browser's ``createUsual``, as JSON: the part that matters among texts of ``characters``.

    Those are the characters of the texts in usual form.
    """
    kanji = (group for group in _KANJI.split() if group[0] in characters)
    forms = (
        [short, long, _SIGNS[long]] for short, long in _LONG.items() if all(letter in characters for letter in long)
    )
    return {"kanji": " ".join(kanji), "forms": list(forms)}
