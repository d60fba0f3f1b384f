/** What instructions inside of a release, or a model that talks about itself, leave in a claim. */
import type { CheckableText } from './checkable-text.js';

const link =
  /\bhttps?:\/\/\S+|\bwww\.[^\s,，。]+|\bt\.me\/\S+|\btg:\/\/\S+|\b[a-z\d-]+\.(?:com|net|org|cn|io|ru|top|xyz|info|example|app|me|ly|dev|link|site|online|shop|club|vip|cc|co|ai|tv|tk|hk|tw|us|uk|gg)\b(?:\/\S*)?|\b[a-z\d-]+\.[a-z]{2,}\/\S*/giu;
const mention = /(?<![\p{L}\d.])@[a-z]\w{2,}/giu;
const command = /(?<![\p{L}\d/:.])\/[a-z]\w*/giu;

/** What asks the reader to do something. */
const request =
  /(?:请|务必|赶快|赶紧|立即|马上)[^,。;!?]{0,12}(?:致电|拨打|来电|联系|转账|[汇付打]款|点击|扫[码描]|下载|安装|登录|访问|添加|关注|回复|发送|输入|填写)|\bplease (?:call|contact|click|visit|send|transfer|pay|download|install|log|scan|reply|follow|share)\b/gu;

const aboutItself =
  /系统提示|提示词|作为(?:一个|一名)?(?:ai|人工智能|语言模型|大模型)|我是(?:一个|一名)?(?:ai|人工智能|语言模型)|语言模型|系统指令|我的(?:指令|规则|设定)|system prompt|language model|\bas an ai\b|my (?:instructions|prompt)|\bi (?:cannot|can't|am unable)/u;

/** A sentence that tells a model what to do is data about nothing. */
const instruction =
  /(?:忽略|无视|忘记|忽视)[^,。]{0,8}(?:指令|提示|规则|要求|说明|设定)|系统提示|提示词|(?:ai|人工智能)(?:助手|助理|模型)?请|(?:ignore|disregard|forget)\b[^.]{0,30}\b(?:instructions?|prompts?|rules?)|system prompt|you are now|\b(?:respond|reply|answer) (?:only )?with\b/u;

/** Whether a sentence instructs its reader's machine; nothing can be claimed from it. */
export function isInstruction({ text }: CheckableText): boolean {
  return instruction.test(text);
}

/** A link, mention, command, request or talk about instructions that no cited sentence holds. */
export function findInjected(claim: CheckableText, cited: readonly CheckableText[]): string | null {
  for (const pattern of [link, mention, command, request]) {
    for (const [found] of claim.text.matchAll(pattern)) {
      const bare = found.replace(/[.,。)\]]+$/u, '');
      if (!cited.some(({ text }) => text.includes(bare))) return found;
    }
  }
  const talk = aboutItself.exec(claim.text)?.[0];
  return talk !== undefined && !cited.some(({ text }) => text.includes(talk)) ? talk : null;
}
