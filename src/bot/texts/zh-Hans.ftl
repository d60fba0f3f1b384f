## 我是谁，怎么问

start =
    你好！我只根据收录的新闻稿回答，每个答案下面都附上原文那一句，点开就能核对。

    直接把问题发给我，比如：
    示范区签约投资额是多少？
    新闻发布会是哪天召开的？

    /sources 看收录了哪些新闻稿，/help 看怎么问。
# $username：机器人的用户名，不带 @
help =
    怎么问
    发一句完整的问题，简体、繁体都可以，一次问两件事也行。拿不准的，我会说「可能在这里」；新闻稿里没有的，我会直说，再给出最接近的几篇。

    答案下面的按钮
    看上下文，复制参考文献，分享这句话，看一字未动的原文。想追问某一句，就引用那一句来回复我。

    在任何聊天里
    输入 @{ $username } 加关键词，选一句，连同出处一起发出。

    在群里
    提到我（@{ $username } 加问题），回复我的消息，或者用 /ask 加问题（静默回答）。其他消息我不会回应；Telegram 默认开启隐私模式，那些消息我也看不到。群管理员可以用 /settings 设定语言，或让我只回答命令。

    /sources 收录的新闻稿 · /latest 最新的 · /release 打开一篇 · /check 核对引文 · /new 重新开始 · /lang 语言 · /privacy 我保存什么
help-admin =
    管理者
    发一个 .txt、.md 或 .jsonl 文件给我，就能添加新闻稿。
    /add 添加新闻稿 · /remove 移除 · /reindex 重新读取 knowledge 文件夹 · /stats 运行数据
privacy =
    我保存什么
    · 用 /lang 设定的语言，以及群的设定。
    · 最近六轮问答，保留半小时，方便你接着问。
    · 还没有回答的消息，回答之后就删除，以免遗漏。
    · 你今天用了几次语言模型的回答。
    · 👍 和 👎：是哪条消息、谁点的（只有编号）。

    除此之外什么都不留：没有姓名，没有联系人，也没有提问记录，除非管理者开启了记录。

    /forget 会删除这个聊天的全部内容，只有回答次数会留着，最多两天。
forgotten = 已删除：这个聊天的设定、对话和评价。
forget-admins-only = 在群里，只有群管理员可以删除我保存的内容。
empty-question = 想问什么？把问题写在后面，比如：/ask 签约投资额是多少？
started-anew = 好，我们重新开始。前面的问答我不再参考，请直接提问。
unknown-command = 没有这个命令。直接把问题发给我就好，/help 看怎么问。
not-text = 我只看得懂文字。把问题打出来发给我，我去新闻稿里找答案。
# $perMinute: how many questions of one person are dealt with in a minute
too-many = 问得太快了：每人每分钟最多 { $perMinute } 个问题，超出的我就不答了。过一会儿再问吧。
failed = 抱歉，刚才出了点问题。请稍等一下再问一次；如果一直这样，请告诉管理员。

## 答案前后

answer-unanswerable = 这些新闻稿里没有答案。
answer-shortened = 节选
# $question：补全之后的问题
answer-understood = 理解为：{ $question }
# $count：没有列出的出处有几句；后面跟着它们的编号
answer-more = 另有 { $count } 句出处：
answer-stopped = 已停止。
answer-interrupted = 你问了新的问题，这一条先停在这里。

## 按钮；越短越好

button-context = 📖 上下文
button-copy = 📋 参考文献
button-share = ↗️ 分享
button-original = 🔍 原文
# $n：第几处
button-place = 原文 { $n }
button-earlier = ◀ 前文
button-later = 后文 ▶
button-back = ↩ 返回
button-whole = 📄 全文
button-read = 📖 阅读
button-previous-page = ◀
button-next-page = ▶
# $style：参考文献格式的名称
button-copy-style = 📋 { $style }

## 按钮的回应

gone = 这句话已经不在新闻稿里，或者有了改动。请重新提问，看看现在的内容。
button-unknown = 这个按钮已经失效。请重新提问。
# $sign：👍 或 👎
vote-given = 谢谢！你的评价：{ $sign }（再按一次可以收回）
vote-withdrawn = 已收回你的评价。
more-gone = 这里已经打不开那些出处了。请重新提问。

# $file、$sentence：在哪里；$start、$end：UTF-16 单位的起止位置
original-place = { $file } · 第 { $sentence } 句 · 字符 { $start } 至 { $end }
original-untouched = 文件中的原字符，一字未动
# $sentence、$of：第几句，共几句
context-place = 第 { $sentence } 句，共 { $of } 句
# $first、$last：这一页从第几句到第几句，$of：共几句
context-page = 第 { $first }–{ $last } 句，共 { $of } 句

## 参考文献

style-gbt7714 = GB/T 7714
style-apa = APA 7
style-plain = 简式
reference-untitled = [无题]
reference-and-others = 等
reference-date-unknown = [日期不详]
reference-year-unknown = [年份不详]
# $sentence：第几句
reference-sentence = 第 { $sentence } 句

## 新闻稿列表

# $count：一共几篇
sources-heading = 收录了 { $count } 篇新闻稿
latest-heading = 最新的新闻稿
# $count：有几句
sentence-count = { $count } 句
no-releases = 还没有收录新闻稿。请管理员把 .txt、.md 或 .jsonl 文件放进 knowledge 文件夹，再重新启动，就可以提问了。
release-which = 要看哪一篇？发 /release 加 /sources 里的编号，或者标题里的几个字，比如 /release 1
# $name：要找的编号或名称
release-unknown = 没有「{ $name }」这一篇。/sources 列出了全部新闻稿和编号。
# $name：要找的名称
release-several = 有好几篇符合「{ $name }」，请用编号：

## 行内模式

inline-nothing = 没有找到，去问机器人
inline-no-releases = 还没有收录新闻稿

## 核对引文

check-what = 要核对哪一段？发 /check 加引文，或者回复一条消息发 /check。转发或粘贴一段话给我，我也会认出来。
verdict-verbatim = ✓ 逐字相符
verdict-omission = ✓ 逐字相符，有省略
verdict-altered = ≠ 与原文不同
verdict-stitched = ≠ 由不相连的原文拼接而成
verdict-absent = ✗ 这些新闻稿里没有这段话
verdict-partial = ≠ 只有一部分见于这些新闻稿
# 后面跟着原文和引文里的字
change-figure = 数字：
change-unit = 单位：
change-negation = 否定：
change-order = 次序：
change-words = 字词：
check-left-out = 少了
check-put-in = 多出
check-rewritten = 数值相同，写法不同：
check-other-script = 繁简字形不同，不算改动
check-nearest = 最接近的原文：
# $count：还有几处相同的原文
check-copies = 另有 { $count } 处相同
# $count：没有列出的段数
check-more = 还有 { $count } 段没有列出

## 管理新闻稿

admin-only = 这是管理员才能用的功能。有需要的话，请联系管理这个机器人的人。
add-what = 要添加什么？发 /add 加新闻稿全文（第一行是标题），或者直接发一个 .txt、.md 或 .jsonl 文件，最大 20 MB。
add-too-large = 文件太大：机器人最多只能接收 20 MB。请放进 knowledge 文件夹，再用 /reindex。
fault-ending = 这种文件读不了：请用 .txt、.md 或 .jsonl。
fault-encoding = 文件不是 UTF-8 文本：请另存为 UTF-8 再发。
fault-empty = 里面没有可以收录的新闻稿。
# $count：有几篇
add-count = 共 { $count } 篇
# $count：有几处
add-problems = ⚠ 有 { $count } 处读不了，会略过
# $share：百分之几的句子相同；$title：相同的那一篇
add-alike = ⚠ { $share }% 的文字已见于「{ $title }」
# $id：已被使用的编号
add-taken = ⚠ 编号 { $id } 已被另一个文件使用
add-confirm = 要添加吗？添加后马上可以提问。
add-blocked = 请先改掉重复的编号，再重新发送。
add-done = ✓ 已添加 { $count } 篇，现在就可以提问：
remove-which = 要移除哪一篇？发 /remove 加 /sources 里的编号，文件名，或者标题里的几个字。
# $file：文件名；$count：有几篇
remove-confirm = 要删除文件 { $file } 吗？它有 { $count } 篇新闻稿，会一起移除：
remove-done = ✓ 已移除 { $count } 篇。
reindex-done = ✓ 读完了：新增或更新 { $ingested } 个文件，未变 { $unchanged } 个，移除 { $removed } 个，有问题 { $faulty } 个。
stats =
    新闻稿 { $releases } 篇，句子 { $sentences } 句
    索引 { $megabytes } MB
    已运行 { $days } 天 { $hours } 小时 { $minutes } 分钟
    今天（UTC）回答了 { $answers } 次
# $count：没有列出的篇数
manage-more = 还有 { $count } 篇
# $count：没有列出的问题有几处
problems-more = 还有 { $count } 处
manage-working = 正在处理……
manage-failed = 没有成功，文件夹没有改动：也许写不进去，也许刚有了同名的文件。请看日志，再试一次。
manage-cancelled = 已取消，什么都没有改动。
manage-expired = 这个确认已经失效，请重新来一次。
button-add = ✓ 添加
button-remove = ✓ 删除
button-cancel = ✕ 取消

## 设定

settings-heading = 这个聊天的设定
settings-language = 语言：{ $language }
settings-follow = 跟随你的 Telegram
settings-answers-all = 在这个群里，我回答命令、提及和回复。
settings-commands-only = 在这个群里，我只回答命令。
settings-admins-only = 只有群管理员可以更改这个群的设定。
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
button-follow = 跟随 Telegram
button-commands-only = 只回答命令
button-answer-all = 也回答提及和回复

## Telegram 菜单里的命令；每条不超过 256 个字符

command-ask = 提一个问题
command-sources = 收录了哪些新闻稿
command-latest = 最新的新闻稿
command-release = 打开一篇：/release 1
command-check = 核对一段引文
command-new = 重新开始对话
command-lang = 语言
command-settings = 这个群的设定
command-help = 怎么问
command-privacy = 我保存什么
command-forget = 删除我保存的内容
command-add = 添加新闻稿
command-remove = 移除新闻稿
command-reindex = 重新读取 knowledge 文件夹
command-stats = 运行数据
