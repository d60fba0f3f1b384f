/** Small talk: greetings, thanks, what one says of an answer, and questions about the bot itself, which no release answers. */
import { fold, sourceSpan, type FoldTables } from '../text/fold.js';

export type SmallTalkTopic =
  'greeting' | 'thanks' | 'farewell' | 'agreement' | 'praise' | 'givingUp' | 'disagreement' | 'self' | 'usage';

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
  '谢谢|多谢|谢啦|谢了|感谢|非常感谢|太感谢了|辛苦了|麻烦了|thank you(?: very much| so much)?|thanks(?: a lot)?|many thanks|thx|ty';
const farewell = '再见|拜拜|再会|回头见|回见|明天见|byebye|bye bye|bye|goodbye|good night|see you(?: later)?';
const agreement =
  '明白|知道了|了解|懂了|收到|好的|好吧|好滴|好嘞|没错|没问题|原来如此|原来是这样|这样啊|ok|okay|got it|i see|all right|alright|sure|yes|yeah|yep';
const praise =
  "(?:哈|呵|嘿|嘻){2,20}|你?[真太好很]?(?:厉害|棒|牛|聪明)|[真太很][好强赞]|不错|点?赞|哇+|我?[好很太]?(?:爱|喜欢)你|lol|lmao|(?:ha){2,}h?|wow|nice|cool|great|awesome|amazing|perfect|excellent|well done|good (?:job|bot)|(?:i )?(?:love|like) (?:you|it|this)|that(?: is|['’]s) (?:great|funny|cool)";
const givingUp =
  '算[了啦]|没事|没什么|没有?|不[用必问要]|不需要|取消|停止?|退出|结束|随便|never ?mind|forget it|cancel|stop|quit|exit|no,? thanks|no,? thank you|nothing';
const disagreement =
  "不对|不是这?[个样]?|不(?:正确|准确)|[你全都]*[又答说]*错|[胡瞎乱]说|答非所问|不是我[想要]?问的|你?[真太好]?[笨傻]|对不对|(?:对|真的?|是真的|你?确定|准确)吗|真的假的|no|nope|wrong|incorrect|(?:that|this|it)(?: is|['’]s) (?:wrong|incorrect|not (?:right|true|correct))|not (?:right|true|correct)|you(?: are|['’]re) wrong|are you sure|really";
/** Said alone or before a mark only: with more behind them they are words of a question. */
const alone: Readonly<Partial<Record<SmallTalkTopic, string>>> = {
  greeting: '早|测试(?:一下)?|test(?:ing)?',
  agreement: '[嗯恩唔]+|[哦噢喔]+|好+|行|可以|对+|是|懂|k',
  praise: '哈|嘿|牛|棒',
};
const self =
  "你(?:到底)?是(?:谁|什么|啥|[干做]什么的)|你叫(?:什么|啥)(?:名字?)?|你的?名字(?:[是叫]什么)?|你是一?个?(?:机器人|人工智能|真?人|程序|ai|bot|chatgpt|gpt)|请?(?:自我)?介绍(?:一?下)?你?自己|请?(?:做个)?自我介绍(?:一下)?|who are you|what are you|(?:what is|what's|whats) your name|are you (?:a |an )?(?:bot|robot|human|ai|person|machine|real person)|(?:please )?introduce yourself|tell me about yourself";
const usage =
  '(?:请问)?你?都?(?:能|会|可以)(?:帮我)?(?:[做干]|回答|提供)?[些点]?(?:什么|啥|哪些)(?:问题|服务|事情?)?|你都?有(?:什么|啥|哪些)(?:功能|用处?|本事|能力)|我?(?:应?该|要)?(?:怎么|如何|怎样)(?:使?用|提?问)(?:你|这个(?:机器人)?|它)?|我?(?:能|可以)问你?些?(?:什么|啥|哪些)(?:问题)?|使用(?:方法|说明)|帮助|help(?: me)?|what can (?:you|i) (?:do|ask)(?: you)?(?: for me)?|what do you do|how (?:do|can|should) i use (?:this|you|it|this bot|the bot)|how does (?:this|it|this bot) work|how do you work|how to use(?: this)?(?: bot)?|how do i ask(?: a question)?';

const topics: readonly (readonly [SmallTalkTopic, string])[] = [
  ['self', self],
  ['usage', usage],
  ['thanks', thanks],
  ['farewell', farewell],
  ['greeting', greeting],
  ['disagreement', disagreement],
  ['agreement', agreement],
  ['praise', praise],
  ['givingUp', givingUp],
];

/** What may stand around small talk without making it a question: particles, punctuation, emoji. */
const filler = '[\\s\\p{P}\\p{S}\\p{Extended_Pictographic}\\u200d\\ufe0f]';
const particles = '(?:啊|呀|哦|噢|哈|呢|吗|嘛|吧|啦|了|的|您|你|大家|机器人|小助手|bot)*';

/** 取消了吗 and 可以吗 ask; 在吗 and 不对吗 do not. */
const statingParticles = `${particles}(?<!吗)`;
const stating = new Set<SmallTalkTopic>(['agreement', 'praise', 'givingUp']);

const wholes = topics.map(([topic, words]) => {
  const behind = stating.has(topic) ? statingParticles : particles;
  return [topic, new RegExp(`^(?:${words}|${alone[topic] ?? words})${behind}$`, 'u')] as const;
});

const mark = '\\s*[,，.。!！~～…、]';

/** What may stand before a question: of greetings and thanks only the plainest without anything behind them, of the rest none without a mark. */
const opening = new RegExp(
  `^${filler}*(?:(?:[你您]|早上|上午|中午|下午|晚上)好${particles}${filler}*` +
    `|(?:${greeting}|${thanks}|好的|明白了?|知道了|收到|ok|okay|got it)${particles}(?:${filler}+|$)` +
    `|(?:(?:${agreement}|${alone.agreement}|${praise}|${givingUp})${statingParticles}|(?:${disagreement})${particles})(?:${mark}${filler}*|${filler}*$))`,
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

/** No small talk is longer; a message of a thousand 嗯， must not be read to its end a thousand times. In UTF-16 units. */
const longest = 200;

function topicOf(text: string): SmallTalkTopic | null {
  if (text.length > longest) return null;
  const words = trimmed(text);
  return wholes.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const outer = new RegExp(`^${filler}+|${filler}+$`, 'gu');

function trimmed(text: string): string {
  return text.replace(outer, '');
}
