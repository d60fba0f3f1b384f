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
    发一句完整的问题，简体、繁体都可以，一次问两件事也行。新闻稿里没有的，我会直说，再给出最接近的原文。

    答案下面的按钮
    看上下文，复制参考文献，分享这句话，看一字未动的原文。想追问某一句，就引用那一句来回复我。

    在任何聊天里
    输入 @{ $username } 加关键词，选一句，连同出处一起发出。

    在群里
    提到我（@{ $username } 加问题），回复我的消息，或者用 /ask 加问题（静默回答）。其他消息我不会回应；Telegram 默认开启隐私模式，那些消息我也看不到。群管理员可以用 /settings 设定语言，或让我只回答命令。

    /sources 收录的新闻稿 · /latest 最新的 · /release 打开一篇 · /check 核对引文 · /new 重新开始 · /lang 语言 · /privacy 我保存什么
privacy =
    我保存什么
    · 用 /lang 设定的语言，以及群的设定。
    · 最近几轮问答，短时间内保留，方便你接着问。
    · 👍 和 👎：是哪条消息、谁点的（只有编号）。

    除此之外什么都不留：没有姓名，没有联系人，也没有提问记录，除非管理者开启了记录。

    /forget 会删除这个聊天的全部内容。
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
answer-nearest = 最接近的原文：
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
thanks = 谢谢！
more-gone = 这里已经打不开那些出处了。请重新提问。

# $file、$sentence：在哪里；$start、$end：UTF-16 单位的起止位置
original-place = { $file } · 第 { $sentence } 句 · 字符 { $start } 至 { $end }
original-untouched = 文件中的原字符，一字未动
# $sentence、$of：第几句，共几句
context-place = 第 { $sentence } 句，共 { $of } 句

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
release-which = 要看哪一篇？发 /release 加 /sources 里的编号，比如 /release 1
# $name：要找的编号或名称
release-unknown = 没有「{ $name }」这一篇。/sources 列出了全部新闻稿和编号。

## 行内模式

inline-nothing = 没有找到，去问机器人
inline-no-releases = 还没有收录新闻稿

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
