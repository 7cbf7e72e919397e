"""What residents, members of the council and journalists would type."""

from typing import Final

# Words as stock searches understand them too.
WORDS: Final = """\
LINE
ＬＩＮＥ
line
zoom
ＺＯＯＭ
Microsoft
マイクロソフト
Cisco Systems
ISO27001
ISO２７００１
ISMAP
SOC2
理管
ズーム
らいん
社協
社会福祉協議会
犬
犬の毛色
飼い主
マイクロチップ
日本獣医師会
環境省
9,000件
９，０００件
9000件
約10,000件
1,680
里親
さとおや
しめい
住所 電話番号
氏名　住所
メールアドレス
メアド
虐待 LINE
結核
飲みきるミカタ
のみきるみかた
ニックネーム
介護保険課
要介護
認知症 行方不明
メールSOSネットワーク
SOSネットワーク
第18条第3号
18条
第１２条
だいじゅうにじょう
令和4年6月17日
令和４年７月から
諮問第981号
諮問第964号
新型コロナウイルス
委託先 未定
クラウド
クラウドサービス 暗号化
cookie
Security Information
management
Zoom Video Communications
警察への届出の有無
ＦＡＸ
２４時間
スマートフォン講座
ひらがなだけのないことば
qwertyuiop
""".splitlines()
# Queries with signs that only this site promises to understand.
WITH_SIGNS: Final = """\
"LINEアカウント"
“住所、氏名”
＂第三者評価＂
"Security Information and Event Management"
"氏名、住所" メールアドレス
"Cisco Systems"
"社協"
-LINE
犬 -マイクロチップ
里親 －ＺＯＯＭ
回線結合 -"第18条第3号"
氏名 住所 -生年月日 -性別
結核 −らいん
"外部委託" -未定 児童
-氏名 -住所
ズーム -Microsoft
""".splitlines()
