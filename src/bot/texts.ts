/** What the bot says, in three languages. */

/** Everything the bot says in one language. Plain text: no markup is parsed. */
export interface Texts {
  readonly start: string;
  /** @param username the bot's, without `@` */
  readonly help: (username: string) => string;
  readonly releaseCount: (count: number) => string;
  readonly moreReleases: (count: number) => string;
  readonly noReleases: string;
  /** `/ask`, or a mention, without a question. */
  readonly emptyQuestion: (username: string) => string;
  readonly unknownCommand: string;
  /** A photo, a voice message or anything else that holds no question. */
  readonly notText: string;
  /** More questions a minute than are answered to one person; the rest is passed over. */
  readonly tooMany: (perMinute: number) => string;
  /** Something broke on our side. */
  readonly failed: string;
  readonly answer: AnswerTexts;
  /** Shown in Telegram's menu, at most 256 characters each. */
  readonly commands: Readonly<Record<'ask' | 'sources' | 'help', string>>;
}

/** The words around an answer. */
export interface AnswerTexts {
  /** Stands in where an answer has no words of its own. */
  readonly unanswerable: string;
  /** The heading above the nearest sentences. */
  readonly nearest: string;
  /** Marks a quote that is not shown whole. */
  readonly shortened: string;
  readonly moreQuotes: (count: number) => string;
}

const simplified: Texts = {
  start:
    '你好！我只根据收录的新闻稿回答，每个答案下面都附上原文那一句，点开就能核对。\n\n' +
    '直接把问题发给我，比如：\n' +
    '示范区签约投资额是多少？\n' +
    '新闻发布会是哪天召开的？\n\n' +
    '/sources 看收录了哪些新闻稿，/help 看怎么问。',
  help: (username) =>
    '怎么问\n' +
    '发一句完整的问题，简体、繁体都可以，一次问两件事也行。新闻稿里没有的，我会直说，再给出最接近的原文。\n\n' +
    '在群里\n' +
    `提到我（@${username} 加问题），回复我的消息，或者用 /ask 加问题。其他消息我不会回应；Telegram 默认开启隐私模式，那些消息我也看不到。\n\n` +
    '/sources 看收录了哪些新闻稿',
  releaseCount: (count) => `收录了 ${count} 篇新闻稿：`,
  moreReleases: (count) => `……还有 ${count} 篇`,
  noReleases:
    '还没有收录新闻稿。请管理员把 .txt、.md 或 .jsonl 文件放进 knowledge 文件夹，再重新启动，就可以提问了。',
  emptyQuestion: (username) => `想问什么？把问题写在后面，比如：@${username} 签约投资额是多少？`,
  unknownCommand: '没有这个命令。直接把问题发给我就好，/help 看怎么问。',
  notText: '我只看得懂文字。把问题打出来发给我，我去新闻稿里找答案。',
  tooMany: (perMinute) =>
    `问得太快了：每人每分钟最多 ${perMinute} 个问题，超出的我就不答了。过一会儿再问吧。`,
  failed: '抱歉，刚才出了点问题。请稍等一下再问一次；如果一直这样，请告诉管理员。',
  answer: {
    unanswerable: '这些新闻稿里没有答案。',
    nearest: '最接近的原文：',
    shortened: '节选',
    moreQuotes: (count) => `另有 ${count} 句出处没有列出。`,
  },
  commands: { ask: '提一个问题', sources: '收录了哪些新闻稿', help: '怎么问' },
};

const traditional: Texts = {
  start:
    '你好！我只根據收錄的新聞稿回答，每個答案下面都附上原文那一句，點開就能核對。\n\n' +
    '直接把問題傳給我，比如：\n' +
    '示範區簽約投資額是多少？\n' +
    '新聞發布會是哪天召開的？\n\n' +
    '/sources 看收錄了哪些新聞稿，/help 看怎麼問。',
  help: (username) =>
    '怎麼問\n' +
    '傳一句完整的問題，繁體、簡體都可以，一次問兩件事也行。新聞稿裡沒有的，我會直說，再給出最接近的原文。\n\n' +
    '在群組裡\n' +
    `提到我（@${username} 加問題），回覆我的訊息，或者用 /ask 加問題。其他訊息我不會回應；Telegram 預設開啟隱私模式，那些訊息我也看不到。\n\n` +
    '/sources 看收錄了哪些新聞稿',
  releaseCount: (count) => `收錄了 ${count} 篇新聞稿：`,
  moreReleases: (count) => `……還有 ${count} 篇`,
  noReleases:
    '還沒有收錄新聞稿。請管理員把 .txt、.md 或 .jsonl 檔案放進 knowledge 資料夾，再重新啟動，就可以提問了。',
  emptyQuestion: (username) => `想問什麼？把問題寫在後面，比如：@${username} 簽約投資額是多少？`,
  unknownCommand: '沒有這個指令。直接把問題傳給我就好，/help 看怎麼問。',
  notText: '我只看得懂文字。把問題打出來傳給我，我去新聞稿裡找答案。',
  tooMany: (perMinute) =>
    `問得太快了：每人每分鐘最多 ${perMinute} 個問題，超出的我就不答了。過一會兒再問吧。`,
  failed: '抱歉，剛才出了點問題。請稍等一下再問一次；如果一直這樣，請告訴管理員。',
  answer: {
    unanswerable: '這些新聞稿裡沒有答案。',
    nearest: '最接近的原文：',
    shortened: '節錄',
    moreQuotes: (count) => `另有 ${count} 句出處沒有列出。`,
  },
  commands: { ask: '提一個問題', sources: '收錄了哪些新聞稿', help: '怎麼問' },
};

const english: Texts = {
  start:
    'Hello! I answer from the press releases I hold, and from nothing else. Beneath every answer is the original sentence: tap it to check.\n\n' +
    'Just send me a question, for example:\n' +
    '示范区签约投资额是多少？\n' +
    '新闻发布会是哪天召开的？\n\n' +
    '/sources shows the releases, /help how to ask.',
  help: (username) =>
    'How to ask\n' +
    'Send one whole question, in the language of the releases; two things at once are fine. What the releases do not say, I say so, and show the nearest sentences.\n\n' +
    'In groups\n' +
    `Mention me (@${username} and your question), reply to a message of mine, or use /ask and your question. I stay silent otherwise; with Telegram's privacy mode, which is on by default, I do not even see the rest.\n\n` +
    '/sources shows the releases',
  releaseCount: (count) => (count === 1 ? 'One press release:' : `${count} press releases:`),
  moreReleases: (count) => `… and ${count} more`,
  noReleases:
    'There are no press releases yet. Ask the administrator to put .txt, .md or .jsonl files into the knowledge folder and to start me again.',
  emptyQuestion: (username) =>
    `What would you like to know? Write it behind, for example: @${username} 签约投资额是多少？`,
  unknownCommand: 'I do not know this command. Just send me your question; /help shows how to ask.',
  notText: 'I only understand text. Type your question and I will look it up in the releases.',
  tooMany: (perMinute) =>
    `That is too fast for me: I take ${perMinute} questions a minute from one person and pass over the rest. Please ask again in a while.`,
  failed:
    'Sorry, something went wrong just now. Please ask again in a moment; if it keeps happening, tell the administrator.',
  answer: {
    unanswerable: 'The releases do not answer this.',
    nearest: 'The nearest sentences:',
    shortened: 'shortened',
    moreQuotes: (count) =>
      count === 1 ? 'One more source is not shown.' : `${count} more sources are not shown.`,
  },
  commands: {
    ask: 'Ask a question',
    sources: 'Which releases I hold',
    help: 'How to ask',
  },
};

/**
 * The texts for a person's language as Telegram gives it (an IETF tag such as `zh-hans` or `pt-br`): any Chinese gets
 * its script, an absent tag 简体中文, any other language English.
 */
export function textsFor(languageCode: string | undefined): Texts {
  if (languageCode === undefined) return simplified;
  if (/^zh[-_](?:hant|tw|hk|mo)\b/i.test(languageCode)) return traditional;
  return /^zh\b/i.test(languageCode) ? simplified : english;
}
