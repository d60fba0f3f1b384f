/** What is said back to a message that asks nothing of the releases, in three languages. */
import type { Reader } from '../text/reader.js';
import type { SmallTalkTopic } from './small-talk.js';

/** `unclear`: there is no telling what the message asks. */
export type ReplyTopic = SmallTalkTopic | 'unclear';

/** The language of small talk where the chat has none: `hi` is English, though a question of one Latin word may well be Chinese. */
export function smallTalkReader(message: string, reader: Reader): Reader {
  return /\p{Script=Han}/u.test(message) ? reader : 'en';
}

/** What is said back, and why no release is cited. */
export const smallTalkReplies: Readonly<Record<Reader, Readonly<Record<ReplyTopic | 'reason', string>>>> = {
  'zh-Hans': {
    reason: '这不是关于新闻稿的问题。',
    greeting: '你好！想知道新闻稿里的什么？直接问我就行，答案下面会附上原文那一句。',
    thanks: '不客气！还想知道什么，接着问就好。',
    farewell: '再见！想查新闻稿时随时找我。',
    agreement: '好的。还想知道什么，接着问就好。',
    praise: '谢谢！我继续待命，想查什么就问。',
    givingUp: '好的，那就先到这里；想起来了随时再问。',
    disagreement: '抱歉。请换个说法再问一次，写明是哪一年、哪一项；答案可以对照它下面的原文（🔍）。',
    unclear: '想知道什么？请用一句完整的话来问，写明是哪一年的哪一项。',
    self: '我是一个机器人，只根据收录的新闻稿回答，每个答案都附上原文那一句，方便你核对；新闻稿里没有的，我会直说。',
    usage:
      '用一句完整的话问新闻稿里的事，比如数字、时间、人物、地点，简体、繁体都可以；也可以接着追问，或让我算占比、差额、增幅。每个答案下面都附上原文那一句。',
  },
  'zh-Hant': {
    reason: '這不是關於新聞稿的問題。',
    greeting: '你好！想知道新聞稿裡的什麼？直接問我就行，答案下面會附上原文那一句。',
    thanks: '不客氣！還想知道什麼，接著問就好。',
    farewell: '再見！想查新聞稿時隨時找我。',
    agreement: '好的。還想知道什麼，接著問就好。',
    praise: '謝謝！我繼續待命，想查什麼就問。',
    givingUp: '好的，那就先到這裡；想起來了隨時再問。',
    disagreement: '抱歉。請換個說法再問一次，寫明是哪一年、哪一項；答案可以對照它下面的原文（🔍）。',
    unclear: '想知道什麼？請用一句完整的話來問，寫明是哪一年的哪一項。',
    self: '我是一個機器人，只根據收錄的新聞稿回答，每個答案都附上原文那一句，方便你核對；新聞稿裡沒有的，我會直說。',
    usage:
      '用一句完整的話問新聞稿裡的事，比如數字、時間、人物、地點，繁體、簡體都可以；也可以接著追問，或讓我算占比、差額、增幅。每個答案下面都附上原文那一句。',
  },
  en: {
    reason: 'This is not a question about the releases.',
    greeting:
      'Hello! What would you like to know from the press releases? Just ask; the original sentence comes beneath the answer.',
    thanks: 'You are welcome! Ask on if there is anything else.',
    farewell: 'Goodbye! I am here whenever you need to look something up in the releases.',
    agreement: 'All right. Ask on if there is anything else.',
    praise: 'Thank you! I am here for your next question.',
    givingUp: 'All right, let us leave it there. Ask again whenever you like.',
    disagreement:
      'Sorry. Please ask again in other words, and name the year and the figure you mean; the original (🔍) beneath an answer lets you check it.',
    unclear:
      'What would you like to know? Please ask in one whole question that names what you mean, and of which year.',
    self: 'I am a bot. I answer from the press releases I hold, and from nothing else; every answer comes with its original sentence to check. What the releases do not say, I say so.',
    usage:
      'Ask about what the releases say, such as figures, dates, people and places, in one whole question. You can ask on from an answer, or have me work out a share, a difference or a growth rate. Every answer comes with its original sentence.',
  },
};
