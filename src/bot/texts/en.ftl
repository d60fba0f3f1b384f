## What the bot is and how it is asked

start =
    Hello! I answer from the press releases I hold, and from nothing else. Beneath every answer is the original sentence: tap it to check.

    Just send me a question, in English or Chinese. For example:
    示范区签约投资额是多少？
    新闻发布会是哪天召开的？

    /sources shows the releases, /help how to ask.
# $username: the bot's, without @
help =
    How to ask
    Send one whole question, in English or Chinese; two things at once are fine. Where I am not sure, I show where the answer may be; what the releases do not say, I say so, and name the nearest of them.

    Under an answer
    The buttons open the sentence in its context, give a reference to copy, share the quote and show the untouched original. To ask about one sentence, reply to my message and quote it.

    In any chat
    Type @{ $username } and a word: choose a sentence, and it is sent with its source.

    In groups
    Mention me (@{ $username } and your question), reply to a message of mine, or use /ask and your question, which is answered without a sound. I stay silent otherwise; with Telegram's privacy mode, which is on by default, I do not even see the rest. Administrators set the language, and whether I answer commands only, with /settings.

    /sources lists the releases · /latest the newest · /release opens one · /check checks a quote · /new starts afresh · /lang sets the language · /privacy says what I keep
help-admin =
    Administrators
    Send me a .txt, .md or .jsonl file to add its releases.
    /add adds a release · /remove removes one · /reindex reads the knowledge folder again · /stats gives the figures
privacy =
    What I keep
    · The language set with /lang, and a group's settings.
    · The last six questions and answers of a conversation, for half an hour, so that you can ask on.
    · What you wrote until it is answered, so that nothing is lost.
    · How many answers of a language model you had today.
    · 👍 and 👎 with the message they are about and the id of whoever pressed.

    Nothing else of you: no name, no contacts, no list of questions, unless whoever runs me has switched that on.

    /forget deletes all of it for this chat; only the count of answers stays, for two days at most.
forgotten = Deleted: the settings, the conversation and the votes of this chat.
forget-admins-only = In a group only its administrators can delete what I keep.
empty-question = What would you like to know? Write it behind, for example: /ask 签约投资额是多少？
started-anew = All right, a fresh start: I no longer refer to what was asked before. What would you like to know?
unknown-command = I do not know this command. Just send me your question; /help shows how to ask.
not-text = I only understand text. Type your question and I will look it up in the releases.
# $perMinute: how many questions of one person are dealt with in a minute
too-many = That is too fast for me: I take { $perMinute } questions a minute from one person and pass over the rest. Please ask again in a while.
failed = Sorry, something went wrong just now. Please ask again in a moment; if it keeps happening, tell the administrator.

## Around an answer

answer-unanswerable = The releases do not answer this.
answer-shortened = shortened
# $question: the follow-up as a question of its own
answer-understood = Understood as: { $question }
# $count: how many sources are not shown; their marks follow
answer-more =
    { $count ->
        [one] One more source:
       *[other] { $count } more sources:
    }
answer-stopped = Stopped.
answer-interrupted = Stopped by your next question.

## Buttons; as short as they can be

button-context = 📖 Context
button-copy = 📋 Reference
button-share = ↗️ Share
button-original = 🔍 Original
# $n: the mark of the quote
button-place = Source { $n }
button-earlier = ◀ Earlier
button-later = Later ▶
button-back = ↩ Back
button-whole = 📄 Whole release
button-read = 📖 Read
button-previous-page = ◀
button-next-page = ▶
# $style: the name of a reference style
button-copy-style = 📋 { $style }

## What buttons say

gone = This sentence is no longer in the releases, or it has changed. Ask again to find what is there now.
button-unknown = This button no longer works. Ask again to get new ones.
# $sign: 👍 or 👎
vote-given = Thank you! Your vote: { $sign } (press again to take it back)
vote-withdrawn = Your vote is taken back.
more-gone = Those sources can no longer be opened from here. Ask again to see them.

# $file, $sentence: where it stands; $start, $end: offsets in UTF-16 units
original-place = { $file } · sentence { $sentence } · characters { $start } to { $end }
original-untouched = The exact characters of the file
# $sentence, $of: which sentence of how many
context-place = sentence { $sentence } of { $of }
# $first, $last: which sentences the page shows, $of: of how many
context-page = sentences { $first }–{ $last } of { $of }

## References

style-gbt7714 = GB/T 7714
style-apa = APA 7
style-plain = Plain
reference-untitled = [untitled]
reference-and-others = et al.
reference-date-unknown = [date unknown]
reference-year-unknown = [year unknown]
# $sentence: its number
reference-sentence = sentence { $sentence }

## Lists of releases

# $count: how many there are
sources-heading =
    { $count ->
        [one] One press release
       *[other] { $count } press releases
    }
latest-heading = The newest releases
# $count: how many sentences a release has
sentence-count =
    { $count ->
        [one] one sentence
       *[other] { $count } sentences
    }
no-releases = There are no press releases yet. Ask the administrator to put .txt, .md or .jsonl files into the knowledge folder and to start me again.
release-which = Which release? Send /release and its number in /sources or words of its title, for example /release 1
# $name: what was asked for
release-unknown = There is no release “{ $name }”. /sources lists them with their numbers.
# $name: what was asked for
release-several = Several releases fit “{ $name }”. Use a number:

## Inline mode

inline-nothing = Nothing found. Ask the bot
inline-no-releases = No releases yet

## Checking quotes

check-what = Which quote shall I check? Send /check and the quote, or reply to a message with /check. I also recognise a text that you forward or paste.
verdict-verbatim = ✓ Word for word
verdict-omission = ✓ Word for word, with an omission
verdict-altered = ≠ Differs from the original
verdict-stitched = ≠ Stitched from stretches that do not follow each other
verdict-absent = ✗ Not in these releases
verdict-partial = ≠ Only some of it is in these releases
# The words of the original and of the quote follow.
change-figure = Figure:
change-unit = Unit:
change-negation = Negation:
change-order = Order:
change-words = Words:
check-left-out = left out
check-put-in = put in
check-rewritten = Same value, written otherwise:
check-other-script = In the other Chinese script, which does not count
check-nearest = The nearest sentence:
# $count: how many other places hold the same words
check-copies = { $count ->
    [one] The same words in one more place
   *[other] The same words in { $count } more places
}
# $count: how many parts are not shown
check-more = { $count ->
    [one] One more part is not shown
   *[other] { $count } more parts are not shown
}

## Managing releases

admin-only = This is for administrators only. Should you need it, ask whoever runs this bot.
add-what = What shall I add? Send /add and the whole release, its headline on the first line, or just send a .txt, .md or .jsonl file of at most 20 MB.
add-too-large = The file is too large: a bot receives at most 20 MB. Put it into the knowledge folder and use /reindex.
fault-ending = I cannot read this kind of file: use .txt, .md or .jsonl.
fault-encoding = The file is not UTF-8 text: save it as UTF-8 and send it again.
fault-empty = There is no release in it.
# $count: how many releases
add-count = { $count ->
    [one] One release
   *[other] { $count } releases
}
# $count: how many places
add-problems = { $count ->
    [one] ⚠ One part cannot be read and will be skipped
   *[other] ⚠ { $count } parts cannot be read and will be skipped
}
# $share: how many per cent of the text; $title: the release that has it
add-alike = ⚠ { $share } % of the text is already in “{ $title }”
# $id: the id in use
add-taken = ⚠ The id { $id } is already used by another file
add-confirm = Add it? It can be asked about at once.
add-blocked = Change the ids that are in use, then send it again.
add-done = { $count ->
    [one] ✓ Added. You can ask about it now:
   *[other] ✓ Added { $count } releases. You can ask about them now:
}
remove-which = Which release shall I remove? Send /remove and its number in /sources, its file name or words of its title.
# $file: its name; $count: how many releases it holds
remove-confirm = { $count ->
    [one] Delete the file { $file }? Its release goes with it:
   *[other] Delete the file { $file }? Its { $count } releases go with it:
}
remove-done = { $count ->
    [one] ✓ Removed.
   *[other] ✓ Removed { $count } releases.
}
reindex-done = ✓ Done. Files new or changed: { $ingested }, unchanged: { $unchanged }, removed: { $removed }, with problems: { $faulty }.
stats =
    Releases: { $releases }, sentences: { $sentences }
    Index: { $megabytes } MB
    Running for { $days } d { $hours } h { $minutes } min
    Answers today (UTC): { $answers }
# $count: how many are not listed
manage-more = … and { $count } more
# $count: how many problems are not listed
problems-more = … and { $count } more
manage-working = Working on it …
manage-failed = That did not work, and the folder is as it was: it may not be writable, or a file of that name has just appeared. See the log and try again.
manage-cancelled = Cancelled. Nothing was changed.
manage-expired = This confirmation is no longer valid. Please start again.
button-add = ✓ Add
button-remove = ✓ Delete
button-cancel = ✕ Cancel

## Settings

settings-heading = Settings of this chat
settings-language = Language: { $language }
settings-follow = as in your Telegram
settings-answers-all = In this group I answer commands, mentions and replies.
settings-commands-only = In this group I answer commands only.
settings-admins-only = Only administrators of this group can change its settings.
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
button-follow = As in Telegram
button-commands-only = Answer commands only
button-answer-all = Answer mentions and replies too

## Commands in Telegram's menu; at most 256 characters each

command-ask = Ask a question
command-sources = Which releases I hold
command-latest = The newest releases
command-release = Open a release: /release 1
command-check = Check a quote against the releases
command-new = Start a new conversation
command-lang = Language
command-settings = Settings of this group
command-help = How to ask
command-privacy = What I keep
command-forget = Delete what I keep
command-add = Add a release
command-remove = Remove a release
command-reindex = Read the knowledge folder again
command-stats = Figures of this bot
