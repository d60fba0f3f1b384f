import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { askTexts } from '../support/engine-parts.js';
import { anyText } from '../support/texts.js';

const texts = {
  zone: '2023年以來,示範區(qū)共簽約63個項(xiàng)目,簽約投資額為951.64億元,預(yù)計(jì)產(chǎn)值1493.9億元。落地率為76.19%。',
  port: '武宿綜保區(qū)去年進(jìn)出口額達(dá)12億元。新聞發(fā)言人張效生介紹了情況。',
};

let ask: AskQuestion;

beforeAll(async () => {
  ask = await askTexts(texts);
});

describe('createAskQuestion', () => {
  it.each([
    ['示范区签约投资额是多少？', '951.64亿元 [1]'],
    ['示範區簽約投資額是多少？', '951.64億元 [1]'],
    ['示范区 签约投资额 是多少', '951.64亿元 [1]'],
    ['新聞發言人是誰', '張效生 [1]'],
    ['新闻发言人是谁', '张效生 [1]'],
    ['签约投资额和预计产值各是多少？', '签约投资额：951.64亿元 [1]；预计产值：1493.9亿元 [1]'],
  ])('answers in the script of the question: %s', async (question, text) => {
    expect(await ask(question)).toMatchObject({ kind: 'answered', reason: null, text });
  });

  it('refuses with the nearest sentences what the releases do not answer', async () => {
    const answer = await ask('火星上有水吗？');
    expect(answer).toMatchObject({ kind: 'unanswerable', reason: '这些新闻稿没有回答这个问题。' });
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(answer.citations.every(({ highlight }) => highlight.length === 0)).toBe(true);
  });

  it('looks in the release that the person points at, and nowhere else', async () => {
    const about = { releaseId: 'port', sentence: 1 };
    expect((await ask('进出口额是多少？', { about })).text).toBe('12亿元 [1]');
    const elsewhere = await ask('签约投资额是多少？', { about });
    expect(elsewhere.citations.map(({ release }) => release.id)).not.toContain('zone');
  });

  it('remembers what it answered, and for whom', async () => {
    const first = await ask('签约投资额是多少亿元？');
    const second = await ask('签约投资额是多少亿元？');
    expect(first.timingsMs.retrieve).toBeGreaterThan(0);
    expect(second).toEqual({ ...first, timingsMs: { ...second.timingsMs, retrieve: 0 } });
    expect((await ask('簽約投資額是多少億元？')).text).toBe('951.64億元 [1]');
    const about = { releaseId: 'port', sentence: 1 };
    expect(await ask('签约投资额是多少亿元？', { about })).not.toMatchObject({ text: first.text });
  });

  it('says which part it cannot answer', async () => {
    const answer = await ask('落地率是多少？火星上有多少水？');
    expect(answer.kind).toBe('partial');
    expect(answer.text).toMatch(/^落地率：76\.19% \[1\]\n新闻稿没有回答：火星上/);
  });

  it.each(['', ' \n', '\u200b', '？', '…… 😀'])(
    'asks for a question when there is none: %j',
    async (question) => {
      expect(await ask(question)).toMatchObject({
        kind: 'unanswerable',
        reason: '请写下你的问题。',
      });
    },
  );

  it.each([
    ['你好！', 'zh-Hans', /^你好！/u],
    ['謝謝', 'zh-Hant', /^不客氣/u],
    ['Who are you?', 'en', /^I am a bot/u],
  ])('answers small talk with words of its own: %s', async (question, reader, text) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({
      question,
      kind: 'unanswerable',
      reader,
      citations: [],
      retrieved: [],
    });
    expect(answer.text).toMatch(text);
    expect(answer.reason).toMatch(/新闻稿|新聞稿|releases/u);
  });

  it.each([
    '算了',
    '对',
    '是',
    '421',
    '63',
    '2023年',
    '那2017年呢？',
    '哈哈哈',
    '不对',
    'asdfghjkl',
  ])('looks nothing up for what asks nothing: %s', async (message) => {
    for (const history of [[], [{ question: '2017年和2023年的产值各是多少', answer: '' }]]) {
      expect(await ask(message, { history })).toMatchObject({
        kind: 'unanswerable',
        citations: [],
        retrieved: [],
      });
    }
  });

  it('takes a bare figure or date for what it may be where there is more to go by', async () => {
    const history = [{ question: '2022年签约投资额是多少？', answer: '' }];
    expect((await ask('2023年', { history })).understood).toBe('2023年签约投资额是多少？');
    const about = { releaseId: 'zone', sentence: 1 };
    expect((await ask('多少？', { about })).citations).not.toEqual([]);
  });

  it.each([
    ['你好', 'zh-Hant', /^你好！想知道新聞稿裡/u],
    ['1', 'zh-Hant', /^想知道什麼/u],
    ['？', 'zh-Hant', /^請寫下/u],
    ['hi', 'zh-Hans', /^你好！想知道新闻稿里/u],
    ['hi', 'en', /^Hello/u],
    ['GDP？', 'zh-Hant', /^這些新聞稿/u],
  ] as const)('words %s in the language of the chat: %s', async (message, language, text) => {
    const answer = await ask(message, { language });
    expect(answer.reader).toBe(language);
    expect(answer.text).toMatch(text);
  });

  it.each(['二〇一七年的产值是多少', '二零一七年产值', '17年的产值是多少'])(
    'reads the year however it is written: %s',
    async (question) => {
      const zone = '示范区的产值由2017年的421亿元增长到2023年的938亿元。';
      const own = await askTexts({ zone });
      expect((await own(question)).text).toBe('421亿元 [1]');
      const history = [{ question, answer: '421亿元 [1]' }];
      expect((await own('那二〇二三年呢', { history })).text).toBe('938亿元 [1]');
    },
  );

  it('answers a question behind a greeting', async () => {
    const answer = await ask('你好，签约投资额是多少');
    expect(answer).toMatchObject({
      question: '你好，签约投资额是多少',
      understood: null,
      text: '951.64亿元 [1]',
    });
  });

  it('answers a follow-up as the question that it stands for, and says which', async () => {
    const history = [{ question: '示范区签约投资额是多少？', answer: '951.64亿元 [1]' }];
    expect(await ask('那预计产值呢？', { history })).toMatchObject({
      question: '那预计产值呢？',
      understood: '示范区预计产值是多少？',
      kind: 'answered',
      text: '1493.9亿元 [1]',
    });
    expect(await ask('那預計產值呢？', { history })).toMatchObject({
      understood: '示範區預計產值是多少？',
      text: '1493.9億元 [1]',
    });
    expect(await ask('落地率是多少', { history })).toMatchObject({ understood: null });
  });

  it('says that there is nothing to ask', async () => {
    const nobody = await askTexts({});
    expect(await nobody('落地率是多少')).toMatchObject({
      kind: 'unanswerable',
      reason: '还没有收录任何新闻稿。',
      citations: [],
      retrieved: [],
    });
  });

  it('cites once what two releases say in the same words, and mentions the other', async () => {
    const twice = await askTexts({ a: texts.zone, b: `${texts.zone}另有消息。` });
    const answer = await twice('落地率是多少');
    expect(answer.text).toBe('76.19% [1]（另见 [2]）');
    expect(new Set(answer.citations.map(({ release }) => release.id))).toEqual(new Set(['a', 'b']));
    const seen = answer.retrieved.map(({ release, sentence }) => {
      const body = release.id === 'a' ? texts.zone : `${texts.zone}另有消息。`;
      return body.split('。')[sentence - 1];
    });
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('answers or refuses whatever it is asked, with slices of the original', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (question) => {
        const answer = await ask(question);
        for (const { release, start, end, original, quote, highlight } of answer.citations) {
          expect(texts[release.id as keyof typeof texts].slice(start, end)).toBe(original);
          for (const [from, to] of highlight) expect(quote.slice(from, to)).not.toBe('');
        }
        expect(answer.retrieved.length).toBeLessThanOrEqual(10);
        const scores = answer.retrieved.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
