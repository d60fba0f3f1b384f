import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTalkReader, smallTalkReplies } from '../../../src/core/conversation/small-talk-replies.js';
import { readSmallTalk } from '../../../src/core/conversation/small-talk.js';
import { seedQuestions } from '../../support/seed-questions.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const read = (message: string) => readSmallTalk(message, tables);

describe('readSmallTalk', () => {
  it.each([
    ['greeting', '你好|您好！|你好呀~|你好👋|早上好|早|哈喽|在吗？|你好，在吗|hi|Hello!|Good morning|ｈｉ|大家好'],
    ['thanks', '谢谢|謝謝！|谢谢你|多谢了|感谢|好的，谢谢|Thanks a lot|thank you!|ok, thanks|辛苦了|謝謝您'],
    ['agreement', '对|是|是的|好|好吧|好的呀|嗯嗯|哦。|對|行|知道了|OK！|Yes'],
    ['praise', '哈哈哈😂|厉害|厲害！|太棒了|你真聪明|我愛你|lol|Nice!|hahaha'],
    ['givingUp', '算了|算了吧|沒事了|不用了|不问了|never mind|No thanks'],
    ['disagreement', '不对|不對！|你错了|答错了吧|对吗？|no|wrong|That’s wrong'],
    ['farewell', '再见|再見|拜拜|Goodbye!|See you'],
    ['self', '你是谁|你是誰？|你是机器人吗|你叫什么名字|介绍一下你自己|你好，你是谁？|Who are you?|are you a bot?|你是AI吗'],
    ['usage', '你能做什么|你能做什麼？|你有什么功能|怎么用|怎麼用？|帮助|help|What can you do?|How do I use this?|我能问什么'],
  ])('knows %s', (topic, messages) => {
    for (const message of messages.split('|')) {
      expect(read(message), message).toEqual({ topic, rest: '' });
    }
  }); // prettier-ignore

  it.each([
    ['您好！請問落地率是多少？', '請問落地率是多少？'],
    ['你好签约投资额是多少', '签约投资额是多少'],
    ['谢谢，那2017年呢？', '那2017年呢？'],
    ['你好，谢谢，落地率呢', '落地率呢'],
    ['Hi, what is the GDP in 2023?', 'what is the GDP in 2023?'],
    ['👋 你好 项目数', '项目数'],
    ['嗯，落地率呢', '落地率呢'],
    ['不对，2017年的地区生产总值是多少', '2017年的地区生产总值是多少'],
    ['算了，签约了几个项目', '签约了几个项目'],
  ])('sets the greeting before a question apart: %s', (message, rest) => {
    expect(read(message)).toEqual({ topic: null, rest });
  });

  it.each([
    '你是怎么算出落地率的', '他们怎么用这笔投资', '帮助企业解决难题的是谁', '感谢信是谁写的', '示范区能做什么', 'history of the zone',
    'hints about investment', '早安医院投资多少', '发布会在吗', '你好不好', 'Thanksgiving sales', 'help for companies: how much?',
    '麻烦了解一下落地率', '收到多少投资', '对外贸易额是多少', '对 外贸 企业 有 多少', '是 谁 介绍 的', '好项目有哪些', '是谁说的', '错了几次',
    '算了多少账', '行业有哪些', '可以签约吗', '停产的企业有几家', '多少', '2017年呢', '机器人产业的产值是多少', '', '？',
  ])('leaves alone what is none: %j', (message) => {
    expect(read(message).topic).toBeNull();
  }); // prettier-ignore

  it.each(['取消了吗', '停止了吗？', '厉害吗', '可以吗', '是吗'])('leaves a question whole: %s', (message) => {
    expect(read(message)).toEqual({ topic: null, rest: message });
  });

  it('takes no question about the releases for small talk and changes none but by its greeting', () => {
    for (const question of seedQuestions) {
      const { topic, rest } = read(question);
      expect(topic, question).toBeNull();
      expect(question.endsWith(rest), question).toBe(true);
      expect(question.slice(0, question.length - rest.length)).toMatch(/^(?:你好，)?$/u);
    }
  });

  it('gives back a stretch of any message', () => {
    fc.assert(
      fc.property(anyText, (message) => {
        const { topic, rest } = read(message);
        expect(topic === null ? message.endsWith(rest) : rest === '').toBe(true);
      }),
    );
  });

  it.each(['哈', '好', '嗯，', '算了，'])('takes no longer for %s over and over', (word) => {
    const started = performance.now();
    read(`${word.repeat(2000)}x`);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('is answered in its own language', () => {
    expect(smallTalkReader('hi', 'zh-Hans')).toBe('en');
    expect(smallTalkReader('謝謝', 'zh-Hant')).toBe('zh-Hant');
    for (const words of Object.values(smallTalkReplies)) {
      expect(new Set(Object.values(words)).size).toBe(11);
    }
  });
});
