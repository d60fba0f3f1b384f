/** Small talk: greetings, thanks and questions about the bot itself, which no release answers. */
import { fold, sourceSpan, type FoldTables } from '../text/fold.js';
import type { Reader } from '../text/reader.js';

export type SmallTalkTopic = 'greeting' | 'thanks' | 'farewell' | 'self' | 'usage';

/** A message with its small talk set apart. */
export interface SmallTalk {
  /** What the message is about when it is nothing but small talk; null when it holds a question. */
  readonly topic: SmallTalkTopic | null;
  /** The question without the greeting before it: a stretch of the message; empty when `topic` is set. */
  readonly rest: string;
}

const greeting =
  '你好|您好|大家好|哈[喽啰罗]|嗨|早上好|早安|早啊|上午好|中午好|下午好|晚上好|晚安|在吗|在么|在不在|有人吗|hi there|hello there|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings';
const thanks =
  '谢谢|多谢|谢啦|谢了|感谢|非常感谢|太感谢了|辛苦了|麻烦了|好的|明白了?|知道了|收到|ok|okay|got it|thank you(?: very much| so much)?|thanks(?: a lot)?|many thanks|thx|ty';
const farewell =
  '再见|拜拜|再会|回头见|回见|明天见|byebye|bye bye|bye|goodbye|good night|see you(?: later)?';
const self =
  "你(?:到底)?是(?:谁|什么|啥|哪位|干什么的|做什么的|干嘛的)|你叫(?:什么|啥)(?:名字|名)?|你的?名字(?:是什么|叫什么)?|你是(?:一?个)?(?:机器人|人工智能|ai|真人|人|程序|bot|chatgpt|gpt)|(?:请|能)?(?:你)?(?:做个|做一下)?(?:自我)?介绍(?:一下|下)?(?:你)?自己|(?:请)?(?:做个)?自我介绍(?:一下)?|who are you|what are you|(?:what is|what's|whats) your name|are you (?:a |an )?(?:bot|robot|human|ai|person|machine|real person)|(?:please )?introduce yourself|tell me about yourself";
const usage =
  '(?:请问)?你(?:都)?(?:能|会|可以)(?:帮我)?(?:做|干|回答|提供)?(?:些|点)?(?:什么|啥|哪些(?:事|事情|问题|服务)?)(?:问题|服务|事情|事)?|你(?:都)?有(?:什么|啥|哪些)(?:功能|用处|用|本事|能力|作用)|(?:能|可以)(?:帮我)?(?:做|干)(?:什么|啥)|我?(?:该|应该|要)?(?:怎么|如何|怎样)(?:使用|用|问|提问|操作)(?:你|这个(?:机器人)?|它)?|(?:我)?(?:能|可以)问(?:你)?(?:些)?(?:什么|啥|哪些)(?:问题)?|使用(?:方法|说明|帮助)|帮助|help(?: me)?|what can (?:you|i) (?:do|ask)(?: you)?(?: for me)?|what do you do|how (?:do|can|should) i use (?:this|you|it|this bot|the bot)|how does (?:this|it|this bot) work|how do you work|how to use(?: this)?(?: bot)?|how do i ask(?: a question)?';

const topics: readonly (readonly [SmallTalkTopic, string])[] = [
  ['self', self],
  ['usage', usage],
  ['thanks', thanks],
  ['farewell', farewell],
  ['greeting', greeting],
];

/** What may stand around small talk without making it a question: particles, punctuation, emoji. */
const filler = '[\\s\\p{P}\\p{S}\\p{Extended_Pictographic}\\u200d\\ufe0f]';
const particles = '(?:啊|呀|哦|噢|哈|呢|吗|嘛|吧|啦|了|的|您|你|大家|机器人|小助手|bot)*';

const wholes = topics.map(
  ([topic, words]) => [topic, new RegExp(`^(?:${words})${particles}$`, 'u')] as const,
);

/** Greetings and thanks that may stand before a question; only the plainest without a mark behind them. */
const opening = new RegExp(
  `^${filler}*(?:(?:[你您]|早上|上午|中午|下午|晚上)好${particles}${filler}*|(?:${greeting}|${thanks})${particles}(?:${filler}+|$))`,
  'u',
);
/** 你好不好 asks; 感谢信 and 知道了什么 are words of a question. */
const noOpening = /^[你您]好(?:不好|吗)/u;

/** Takes a message apart. Precision first: what is not small talk to its last word is a question. */
export function readSmallTalk(message: string, tables: FoldTables): SmallTalk {
  const folded = fold(message, tables);
  let from = 0;
  let opened: SmallTalkTopic | null = null;
  for (;;) {
    const rest = folded.text.slice(from);
    const whole = topicOf(rest);
    if (whole) return { topic: whole, rest: '' };
    const open = opening.exec(rest)?.[0] ?? '';
    if (open === '' || noOpening.test(rest)) break;
    opened ??= topicOf(open);
    from += open.length;
  }
  if (from === 0) return { topic: null, rest: message };
  if (trimmed(folded.text.slice(from)) === '') return { topic: opened, rest: '' };
  return { topic: null, rest: message.slice(sourceSpan(folded, from, folded.text.length).start) };
}

function topicOf(text: string): SmallTalkTopic | null {
  const words = trimmed(text);
  return wholes.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const outer = new RegExp(`^${filler}+|${filler}+$`, 'gu');

function trimmed(text: string): string {
  return text.replace(outer, '');
}

/** The language of small talk: `hi` is English, though a question of one Latin word may well be Chinese. */
export function smallTalkReader(message: string, reader: Reader): Reader {
  return /\p{Script=Han}/u.test(message) ? reader : 'en';
}

/** What is said back, and why no release is cited. */
export const smallTalkWords: Readonly<
  Record<Reader, Readonly<Record<SmallTalkTopic | 'reason', string>>>
> = {
  'zh-Hans': {
    reason: '这不是关于新闻稿的问题。',
    greeting: '你好！想知道新闻稿里的什么？直接问我就行，答案下面会附上原文那一句。',
    thanks: '不客气！还想知道什么，接着问就好。',
    farewell: '再见！想查新闻稿时随时找我。',
    self: '我是一个机器人，只根据收录的新闻稿回答，每个答案都附上原文那一句，方便你核对；新闻稿里没有的，我会直说。',
    usage:
      '用一句完整的话问新闻稿里的事，比如数字、时间、人物、地点，简体、繁体都可以；也可以接着追问，或让我算占比、差额、增幅。每个答案下面都附上原文那一句。',
  },
  'zh-Hant': {
    reason: '這不是關於新聞稿的問題。',
    greeting: '你好！想知道新聞稿裡的什麼？直接問我就行，答案下面會附上原文那一句。',
    thanks: '不客氣！還想知道什麼，接著問就好。',
    farewell: '再見！想查新聞稿時隨時找我。',
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
    self: 'I am a bot. I answer from the press releases I hold, and from nothing else; every answer comes with its original sentence to check. What the releases do not say, I say so.',
    usage:
      'Ask about what the releases say, such as figures, dates, people and places, in one whole question. You can ask on from an answer, or have me work out a share, a difference or a growth rate. Every answer comes with its original sentence.',
  },
};
