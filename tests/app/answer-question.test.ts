import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOffered } from '../../src/core/read/decide.js';
import type { ReaderModel } from '../../src/core/read/reader-model.js';
import { askIndex, askTexts, indexTexts } from '../support/engine-parts.js';
import { fakeReader } from '../support/fake-reader.js';
import { anyText } from '../support/texts.js';

const texts = {
  zone: '2023年以來,示範區(qū)共簽約63個項(xiàng)目,簽約投資額為951.64億元。預(yù)計(jì)產(chǎn)值1493.9億元。落地率為76.19%。',
  port: '武宿綜保區(qū)去年進(jìn)出口額達(dá)12億元。新聞發(fā)言人張效生介紹了情況。',
};
const answers = {
  签约投资额: '951.64亿元',
  预计产值: '1493.9亿元',
  落地率: '76.19%',
  进出口额: '12亿元',
  发言人: ['张效生', -1],
} as const;

const index = await indexTexts(texts);
const ask = askIndex(index, { reader: fakeReader([], answers) });

describe('createAskQuestion', () => {
  it('asserts what the reader is sure of, in the glyphs of the release', async () => {
    const answer = await ask('示范区签约投资额是多少？');
    expect(answer).toMatchObject({
      kind: 'answered',
      reason: null,
      text: '951.64億元 [1]',
      emphasis: [[0, 8]],
      mode: 'extractive',
    });
    expect(answer.confidence).toBeCloseTo(1 / (1 + Math.exp(-6)));
    const [{ quote, highlight }] = answer.citations as [(typeof answer.citations)[number]];
    expect(quote.slice(...highlight[0]!)).toBe('951.64億元');
    expect(answer.retrieved[0]).toMatchObject({ release: { id: 'zone' }, sentence: 1 });
  });

  it('offers what it is less sure of, with the stretch marked, and asserts nothing', async () => {
    const answer = await ask('新闻发言人是谁');
    expect(answer).toMatchObject({ kind: 'likely', reason: '它可能在这里：', emphasis: [] });
    expect(answer.text).not.toContain('效生');
    expect(answer.confidence).toBeCloseTo(1 / (1 + Math.exp(1)));
    const [{ quote, highlight }] = answer.citations as [(typeof answer.citations)[number]];
    expect(quote.slice(...highlight[0]!)).toBe('張效生');
  });

  it('refuses what no window answers, and names the nearest releases', async () => {
    const answer = await ask('示范区有多少外国专家？');
    const reason = '这些新闻稿没有回答这个问题。';
    expect(answer).toMatchObject({ kind: 'unanswerable', reason, citations: [] });
    expect(answer.confidence).toBeLessThan(leastOffered);
    expect(answer.nearest[0]!.id).toBe('zone');
  });

  it('offers without a reader what holds half of the question, and asserts nothing', async () => {
    const unread = askIndex(index, { reader: null });
    const answer = await unread('签约投资额是多少？');
    expect(answer.kind).toBe('likely');
    expect(answer.citations[0]).toMatchObject({ release: { id: 'zone' }, highlight: [] });
    for (const question of ['火星上有水吗？', '签约投资额和预计产值相差多少？', '落地率是76.19%吗']) {
      expect((await unread(question)).kind).toMatch(/^(?:likely|unanswerable)$/u);
    }
    expect((await unread('火星上有水吗？')).kind).toBe('unanswerable');
  });

  it('says yes or no with the clause that says so', async () => {
    expect((await ask('落地率是76.19%吗？')).text).toBe('是，落地率為76.19% [1]');
  });

  it('answers the parts of a question, and says which it cannot answer', async () => {
    expect(await ask('签约投资额和预计产值各是多少？')).toMatchObject({
      kind: 'answered',
      text: '签约投资额：951.64億元 [1]；预计产值：1493.9億元 [2]',
    });
    const answer = await ask('落地率是多少？火星上有多少水？');
    expect(answer.kind).toBe('partial');
    expect(answer.text).toMatch(/^落地率：76\.19% \[1\]\n新闻稿没有回答：火星上/);
  });

  it('looks in the release that the person points at, and nowhere else', async () => {
    const about = { releaseId: 'port', sentence: 1 };
    expect((await ask('进出口额是多少？', { about })).text).toBe('12億元 [1]');
    const elsewhere = await ask('签约投资额是多少？', { about });
    expect(elsewhere.kind).toBe('unanswerable');
    expect(elsewhere.nearest.map(({ id }) => id)).toEqual(['port']);
  });

  it('remembers what it answered, for whom, and until the releases change', async () => {
    const own = await indexTexts(texts);
    const reader = fakeReader([], answers);
    let reads = 0;
    const read: ReaderModel['read'] = (...args) => (reads++, reader.read(...args));
    const counting = askIndex(own, { reader: { ...reader, read } });
    const first = await counting('签约投资额是多少亿元？');
    const second = await counting('签约投资额是多少亿元？');
    expect(second).toEqual({ ...first, timingsMs: expect.any(Object) });
    expect(reads).toBe(1);
    await counting('簽約投資額是多少億元？');
    await counting('签约投资额是多少亿元？', { about: { releaseId: 'port', sentence: 1 } });
    own.remove('port');
    await counting('签约投资额是多少亿元？');
    expect(reads).toBe(4);
  });

  it('gives up for the reason of an abort while it reads', async () => {
    const person = new AbortController();
    const reader = fakeReader([], answers);
    const leaving: ReaderModel = {
      ...reader,
      read: (...args) => {
        person.abort(new Error('asked something new'));
        return reader.read(...args);
      },
    };
    const asking = askIndex(index, { reader: leaving })('落地率', { signal: person.signal });
    await expect(asking).rejects.toThrow('asked something new');
  });

  it.each(['', '\u200b', '…… 😀'])('asks for a question when there is none: %j', async (message) => {
    const reason = '请写下你的问题。';
    expect(await ask(message)).toMatchObject({ kind: 'unanswerable', reason });
  });

  it.each([
    ['謝謝', 'zh-Hant', /^不客氣/u],
    ['Who are you?', 'en', /^I am a bot/u],
  ])('answers small talk with words of its own: %s', async (question, reader, text) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ question, kind: 'unanswerable', reader, citations: [] });
    expect(answer.retrieved).toEqual([]);
    expect(answer.text).toMatch(text);
    expect(answer.reason).toMatch(/新闻稿|新聞稿|releases/u);
  });

  it.each(['算了', '421', '那2017年呢？'])('looks nothing up for what asks nothing: %s', async (message) => {
    for (const history of [[], [{ question: '2017年和2023年的产值各是多少', answer: '' }]]) {
      const answer = await ask(message, { history });
      expect(answer).toMatchObject({ kind: 'unanswerable', citations: [], retrieved: [] });
    }
  });

  it('takes a bare figure or date for what it may be where there is more to go by', async () => {
    const history = [{ question: '2022年签约投资额是多少？', answer: '' }];
    expect((await ask('2023年', { history })).understood).toBe('2023年签约投资额是多少？');
    const about = { releaseId: 'zone', sentence: 1 };
    expect((await ask('多少？', { about })).retrieved).not.toEqual([]);
  });

  it('answers a question behind a greeting', async () => {
    const question = '你好，签约投资额是多少';
    expect(await ask(question)).toMatchObject({ question, understood: null, kind: 'answered' });
  });

  it('answers a follow-up as the question that it stands for, and says which', async () => {
    const history = [{ question: '示范区签约投资额是多少？', answer: '951.64亿元 [1]' }];
    expect(await ask('那预计产值呢？', { history })).toMatchObject({
      question: '那预计产值呢？',
      understood: '示范区预计产值是多少？',
      text: '1493.9億元 [1]',
    });
    expect((await ask('那預計產值呢？', { history })).understood).toBe('示範區預計產值是多少？');
    expect(await ask('落地率是多少', { history })).toMatchObject({ understood: null });
  });

  it('says that there is nothing to ask', async () => {
    const nobody = await askTexts({});
    const reason = '还没有收录任何新闻稿。';
    expect(await nobody('落地率是多少')).toMatchObject({ kind: 'unanswerable', reason });
  });

  it('answers or refuses whatever is asked and marked, with slices of the original', async () => {
    const mark = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(30),
      score: fc.integer({ min: -4, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(anyText, fc.array(mark, { minLength: 1, maxLength: 3 }), async (question, marks) => {
        const marking: ReaderModel = {
          ...fakeReader(),
          read: async (_, windows) =>
            windows.map(({ text }) => ({
              spans: marks.map(({ from, length, score }) => {
                const start = Math.floor(from * (text.length - 1));
                return { start, end: Math.min(text.length, start + 1 + length), score };
              }),
              yes: 0.5,
            })),
        };
        const answer = await askIndex(index, { reader: marking })(question);
        for (const { release, start, end, original, quote, highlight } of answer.citations) {
          expect(texts[release.id as keyof typeof texts].slice(start, end)).toBe(original);
          for (const [from, to] of highlight) expect(quote.slice(from, to)).not.toBe('');
        }
        const scores = answer.retrieved.map(({ score }) => score);
        expect(scores.length).toBeLessThanOrEqual(10);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
