## 我是誰，怎麼問

start =
    你好！我只根據收錄的新聞稿回答，每個答案下面都附上原文那一句，點開就能核對。

    直接把問題傳給我，比如：
    示範區簽約投資額是多少？
    新聞發布會是哪天召開的？

    /sources 看收錄了哪些新聞稿，/help 看怎麼問。
# $username：機器人的使用者名稱，不帶 @
help =
    怎麼問
    傳一句完整的問題，繁體、簡體都可以，一次問兩件事也行。拿不準的，我會說「可能在這裡」；新聞稿裡沒有的，我會直說，再給出最接近的幾篇。

    答案下面的按鈕
    看上下文，複製參考文獻，分享這句話，看一字未動的原文。想追問某一句，就引用那一句來回覆我。

    在任何聊天裡
    輸入 @{ $username } 加關鍵詞，選一句，連同出處一起送出。

    在群組裡
    提到我（@{ $username } 加問題），回覆我的訊息，或者用 /ask 加問題（靜音回答）。其他訊息我不會回應；Telegram 預設開啟隱私模式，那些訊息我也看不到。群組管理員可以用 /settings 設定語言，或讓我只回答指令。

    /sources 收錄的新聞稿 · /latest 最新的 · /release 打開一篇 · /check 核對引文 · /new 重新開始 · /lang 語言 · /privacy 我保存什麼
help-admin =
    管理者
    傳一個 .txt、.md 或 .jsonl 檔案給我，就能新增新聞稿。
    /add 新增新聞稿 · /remove 移除 · /reindex 重新讀取 knowledge 資料夾 · /stats 運行數據
privacy =
    我保存什麼
    · 用 /lang 設定的語言，以及群組的設定。
    · 最近六輪問答，保留半小時，方便你接著問。
    · 還沒有回答的訊息，回答之後就刪除，以免遺漏。
    · 你今天用了幾次語言模型的回答。
    · 👍 和 👎：是哪則訊息、誰點的（只有編號）。

    除此之外什麼都不留：沒有姓名，沒有聯絡人，也沒有提問記錄，除非管理者開啟了記錄。

    /forget 會刪除這個聊天的全部內容，只有回答次數會留著，最多兩天。
forgotten = 已刪除：這個聊天的設定、對話和評價。
forget-admins-only = 在群組裡，只有群組管理員可以刪除我保存的內容。
empty-question = 想問什麼？把問題寫在後面，比如：/ask 簽約投資額是多少？
started-anew = 好，我們重新開始。前面的問答我不再參考，請直接提問。
unknown-command = 沒有這個指令。直接把問題傳給我就好，/help 看怎麼問。
not-text = 我只看得懂文字。把問題打出來傳給我，我去新聞稿裡找答案。
# $perMinute: how many questions of one person are dealt with in a minute
too-many = 問得太快了：每人每分鐘最多 { $perMinute } 個問題，超出的我就不答了。過一會兒再問吧。
failed = 抱歉，剛才出了點問題。請稍等一下再問一次；如果一直這樣，請告訴管理員。

## 答案前後

answer-unanswerable = 這些新聞稿裡沒有答案。
answer-shortened = 節錄
# $question：補全之後的問題
answer-understood = 理解為：{ $question }
# $count：沒有列出的出處有幾句；後面跟著它們的編號
answer-more = 另有 { $count } 句出處：
answer-stopped = 已停止。
answer-interrupted = 你問了新的問題，這一則先停在這裡。

## 按鈕；越短越好

button-context = 📖 上下文
button-copy = 📋 參考文獻
button-share = ↗️ 分享
button-original = 🔍 原文
# $n：第幾處
button-place = 原文 { $n }
button-earlier = ◀ 前文
button-later = 後文 ▶
button-back = ↩ 返回
button-whole = 📄 全文
button-read = 📖 閱讀
button-previous-page = ◀
button-next-page = ▶
# $style：參考文獻格式的名稱
button-copy-style = 📋 { $style }

## 按鈕的回應

gone = 這句話已經不在新聞稿裡，或者有了改動。請重新提問，看看現在的內容。
button-unknown = 這個按鈕已經失效。請重新提問。
# $sign：👍 或 👎
vote-given = 謝謝！你的評價：{ $sign }（再按一次可以收回）
vote-withdrawn = 已收回你的評價。
more-gone = 這裡已經打不開那些出處了。請重新提問。

# $file、$sentence：在哪裡；$start、$end：UTF-16 單位的起訖位置
original-place = { $file } · 第 { $sentence } 句 · 字元 { $start } 至 { $end }
original-untouched = 檔案中的原字元，一字未動
# $sentence、$of：第幾句，共幾句
context-place = 第 { $sentence } 句，共 { $of } 句
# $first、$last：這一頁從第幾句到第幾句，$of：共幾句
context-page = 第 { $first }–{ $last } 句，共 { $of } 句

## 參考文獻

style-gbt7714 = GB/T 7714
style-apa = APA 7
style-plain = 簡式
reference-untitled = [無題]
reference-and-others = 等
reference-date-unknown = [日期不詳]
reference-year-unknown = [年份不詳]
# $sentence：第幾句
reference-sentence = 第 { $sentence } 句

## 新聞稿列表

# $count：一共幾篇
sources-heading = 收錄了 { $count } 篇新聞稿
latest-heading = 最新的新聞稿
# $count：有幾句
sentence-count = { $count } 句
no-releases = 還沒有收錄新聞稿。請管理員把 .txt、.md 或 .jsonl 檔案放進 knowledge 資料夾，再重新啟動，就可以提問了。
release-which = 要看哪一篇？傳 /release 加 /sources 裡的編號，或者標題裡的幾個字，比如 /release 1
# $name：要找的編號或名稱
release-unknown = 沒有「{ $name }」這一篇。/sources 列出了全部新聞稿和編號。
# $name：要找的名稱
release-several = 有好幾篇符合「{ $name }」，請用編號：

## 行內模式

inline-nothing = 沒有找到，去問機器人
inline-no-releases = 還沒有收錄新聞稿

## 核對引文

check-what = 要核對哪一段？傳 /check 加引文，或者回覆一則訊息傳 /check。轉傳或貼上一段話給我，我也會認出來。
verdict-verbatim = ✓ 逐字相符
verdict-omission = ✓ 逐字相符，有省略
verdict-altered = ≠ 與原文不同
verdict-stitched = ≠ 由不相連的原文拼接而成
verdict-absent = ✗ 這些新聞稿裡沒有這段話
verdict-partial = ≠ 只有一部分見於這些新聞稿
# 後面跟著原文和引文裡的字
change-figure = 數字：
change-unit = 單位：
change-negation = 否定：
change-order = 次序：
change-words = 字詞：
check-left-out = 少了
check-put-in = 多出
check-rewritten = 數值相同，寫法不同：
check-other-script = 繁簡字形不同，不算改動
check-nearest = 最接近的原文：
# $count：還有幾處相同的原文
check-copies = 另有 { $count } 處相同
# $count：沒有列出的段數
check-more = 還有 { $count } 段沒有列出

## 管理新聞稿

admin-only = 這是管理員才能用的功能。有需要的話，請聯絡管理這個機器人的人。
add-what = 要新增什麼？傳 /add 加新聞稿全文（第一行是標題），或者直接傳一個 .txt、.md 或 .jsonl 檔案，最大 20 MB。
add-too-large = 檔案太大：機器人最多只能接收 20 MB。請放進 knowledge 資料夾，再用 /reindex。
fault-ending = 這種檔案讀不了：請用 .txt、.md 或 .jsonl。
fault-encoding = 檔案不是 UTF-8 文字：請另存為 UTF-8 再傳。
fault-empty = 裡面沒有可以收錄的新聞稿。
# $count：有幾篇
add-count = 共 { $count } 篇
# $count：有幾處
add-problems = ⚠ 有 { $count } 處讀不了，會略過
# $share：百分之幾的句子相同；$title：相同的那一篇
add-alike = ⚠ { $share }% 的文字已見於「{ $title }」
# $id：已被使用的編號
add-taken = ⚠ 編號 { $id } 已被另一個檔案使用
add-confirm = 要新增嗎？新增後馬上可以提問。
add-blocked = 請先改掉重複的編號，再重新傳送。
add-done = ✓ 已新增 { $count } 篇，現在就可以提問：
remove-which = 要移除哪一篇？傳 /remove 加 /sources 裡的編號，檔名，或者標題裡的幾個字。
# $file：檔名；$count：有幾篇
remove-confirm = 要刪除檔案 { $file } 嗎？它有 { $count } 篇新聞稿，會一起移除：
remove-done = ✓ 已移除 { $count } 篇。
reindex-done = ✓ 讀完了：新增或更新 { $ingested } 個檔案，未變 { $unchanged } 個，移除 { $removed } 個，有問題 { $faulty } 個。
stats =
    新聞稿 { $releases } 篇，句子 { $sentences } 句
    索引 { $megabytes } MB
    已執行 { $days } 天 { $hours } 小時 { $minutes } 分鐘
    今天（UTC）回答了 { $answers } 次
# $count：沒有列出的篇數
manage-more = 還有 { $count } 篇
# $count：沒有列出的問題有幾處
problems-more = 還有 { $count } 處
manage-working = 正在處理……
manage-failed = 沒有成功，資料夾沒有改動：也許寫不進去，也許剛有了同名的檔案。請看日誌，再試一次。
manage-cancelled = 已取消，什麼都沒有改動。
manage-expired = 這個確認已經失效，請重新來一次。
button-add = ✓ 新增
button-remove = ✓ 刪除
button-cancel = ✕ 取消

## 設定

settings-heading = 這個聊天的設定
settings-language = 語言：{ $language }
settings-follow = 跟隨你的 Telegram
settings-answers-all = 在這個群組裡，我回答指令、提及和回覆。
settings-commands-only = 在這個群組裡，我只回答指令。
settings-admins-only = 只有群組管理員可以更改這個群組的設定。
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
button-follow = 跟隨 Telegram
button-commands-only = 只回答指令
button-answer-all = 也回答提及和回覆

## Telegram 選單裡的指令；每條不超過 256 個字元

command-ask = 提一個問題
command-sources = 收錄了哪些新聞稿
command-latest = 最新的新聞稿
command-release = 打開一篇：/release 1
command-check = 核對一段引文
command-new = 重新開始對話
command-lang = 語言
command-settings = 這個群組的設定
command-help = 怎麼問
command-privacy = 我保存什麼
command-forget = 刪除我保存的內容
command-add = 新增新聞稿
command-remove = 移除新聞稿
command-reindex = 重新讀取 knowledge 資料夾
command-stats = 運行數據
