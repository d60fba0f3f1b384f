import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordings } from '../../../src/core/answer/wording.js';
import { composeAnswer, type FoundPart } from '../../../src/core/compose/compose-answer.js';
import type { FoundAnswer } from '../../../src/core/read/find-answer.js';
import { leastAsserted, leastOffered } from '../../../src/core/read/decide.js';
import { foundAnswer, foundIn, prepare } from '../../support/found-answer.js';
import { tables } from '../../support/tables.js';
import { anyText } from '../../support/texts.js';

const wording = wordings['zh-Hans'];
const options = { tables, wording, releases: [] };

function part(answer: FoundAnswer, parts: Partial<FoundPart> = {}): FoundPart {
  return { label: null, question: '是多少', answer, isAnswered: true, ...parts };
}

/** The answer to a question of one part, from a text and the folded words that a reader marks in it. */
function answerFrom(body: string, words: string, question = '是多少') {
  const prepared = prepare(body);
  const answer = part(foundAnswer([foundIn(prepared, words)]), { question });
  const own = prepared.isHan ? options : { ...options, wording: wordings.en };
  return composeAnswer([answer], own);
}

const emphasised = ({ text, emphasis }: ReturnType<typeof composeAnswer>): string[] =>
  emphasis.map(([from, to]) => text.slice(from, to));

const zone = prepare('港區總投資為12.5億元,預計產值30億元。開工率達76.2%。項目48個,開工率76.2%。');
const rate = foundIn(zone, '76.2%');

describe('an asserted answer', () => {
  it('is the stretch as the release writes it, with its mark, highlighted in its quote', () => {
    const answer = answerFrom('港區(qū)總投資為１２．５億元。', '12.5亿元');
    expect(answer).toMatchObject({ kind: 'answered', reason: null, text: '１２．５億元 [1]' });
    const [{ quote, highlight }] = answer.citations as [(typeof answer.citations)[0]];
    expect(highlight.map(([from, to]) => quote.slice(from, to))).toEqual(['１２．５億元']);
  });

  it('leaves names in the glyphs of the release, whatever the script of the reader', () => {
    const names = foundAnswer([foundIn(prepare('大桥由范云后、于干里设计。'), '范云后、于干里')]);
    const answer = composeAnswer([part(names)], { ...options, wording: wordings['zh-Hant'] });
    expect(answer.text).toBe('范云后、于干里 [1]');
  });

  it.each([
    ['河东公司净利润－４.6亿元。', '4.6亿元', '－４.6亿元 [1]'],
    ['夜间气温为零下5℃。', '5', '零下5℃ [1]'],
    ['今年首季贸易额达20万4000亿元。', '20万', '20万4000亿元 [1]'],
    ['The plan has the support of Ann Poe, chief of the port.', 'ann poe', 'Ann Poe [1]'],
  ])('cuts no figure and loses no space: %s', (body, marked, text) => {
    expect(answerFrom(body, marked).text).toBe(text);
  });

  it.each([
    ['其中出口500亿元,进口300亿元。', '300亿元', '进口300亿元 [1]'],
    ['Dale Corp. lost $2 million, or $1.20 a share.', '$2 million', 'Dale Corp. lost $2 million [1]'],
    [
      'Oak County will get $7.7 million, bringing its total to $22.8 million.',
      '$22.8 million',
      'bringing its total to $22.8 million [1]',
    ],
  ])('shows the clause of a figure that could be another, and emphasises the figure: %s', (...row) => {
    const answer = answerFrom(row[0], row[1]);
    expect(answer.text).toBe(row[2]);
    expect(emphasised(answer)).toEqual([row[1]]);
  });

  it('is a stretch of its quote, whatever the release and the mark', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), fc.nat(), (body, s, from, length) => {
        const prepared = prepare(body);
        const sentences = [...prepared.foldedSentences.entries()].filter(([, { start, end }]) => end > start);
        fc.pre(sentences.length > 0);
        const [sentence, bounds] = sentences[s % sentences.length]!;
        const size = bounds.end - bounds.start;
        const start = from % size;
        const span = { start, end: start + 1 + (length % (size - start)) };
        const answer = composeAnswer([part(foundAnswer([{ prepared, sentence, score: 1, span }]))], options);
        const line = answer.text.replace(wording.inOriginal, '').replace(/ \[1\]$/u, '');
        expect(answer.citations[0]!.quote).toContain(line.trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [0.9, '是，开工率达76.2% [1]', '是'],
    [0.1, '不是，开工率达76.2% [1]', '不是'],
    [0.6, '开工率达76.2% [1]', '76.2%'],
  ])('opens with yes or no where that is asked and sure, and says why (%d)', (yes, text, answering) => {
    const answer = foundAnswer([foundIn(prepare('今年,开工率达76.2%。'), '76.2%')], { yes });
    const asked = composeAnswer([part(answer, { question: '开工率过半了吗' })], options);
    expect(asked.text).toBe(text);
    expect(emphasised(asked)).toEqual([answering]);
  });

  it('says that it is in the words of the original where that is in the other language', () => {
    const english = foundAnswer([foundIn(prepare('The harbor council met.'), 'harbor council')]);
    expect(composeAnswer([part(english)], options).text).toBe('原文：harbor council [1]');
  });

  it('names the day that the release says relative to itself', () => {
    const dated = prepare('隧道今年3月贯通。', { publishedOn: '2025-06-02' });
    const answer = composeAnswer([part(foundAnswer([foundIn(dated, '今年3月')]))], options);
    expect(answer.text).toBe('今年3月（即 2025-03） [1]');
  });

  it('mentions where else the same stands', () => {
    const alsoIn = [{ ...rate, sentence: 2, span: { start: 9, end: 14 } }];
    const answer = composeAnswer([part(foundAnswer([rate], { alsoIn }))], options);
    expect(answer.text).toBe('76.2% [1]（另见 [2]）');
    expect(answer.citations.map(({ sentence }) => sentence)).toEqual([2, 3]);
  });

  it('gives two versions of different days with their days, the newest first', () => {
    const on = (publishedOn: string | null, words: string, score = 0.9) =>
      foundIn(prepare(`船闸长${words}。`, { id: words, publishedOn }), words, score);
    const line = (...[best, ...rivals]: ReturnType<typeof on>[]) =>
      composeAnswer([part(foundAnswer([best!], { rivals }))], options).text;
    const [old, other] = [on('2024-05-01', '200米'), on('2025-05-01', '240米')];
    expect(line(old, other)).toBe('2025-05-01：240米 [1]；2024-05-01：200米 [2]');
    expect(line(other, old)).toBe('2025-05-01：240米 [1]；2024-05-01：200米 [2]');
    for (const rival of [on(null, '240米'), on('2024-05-01', '240米'), on('2025-05-01', '240米', 0.2)])
      expect(line(old, rival)).toBe('200米 [1]');
  });
});

describe('an answer of several parts', () => {
  const invested = part(foundAnswer([foundIn(zone, '12.5亿元')]), { label: '总投资' });
  const output = part(foundAnswer([foundIn(zone, '30亿元')]), { label: '预计产值' });

  it('labels them, and cites a sentence once', () => {
    const answer = composeAnswer([invested, output], options);
    expect(answer.text).toBe('总投资：港區總投資為12.5億元 [1]；预计产值：預計產值30億元 [1]');
    expect(answer.citations).toHaveLength(1);
    expect(emphasised(answer)).toEqual(['12.5億元', '30億元']);
  });

  it('says which part is missing, and is as sure as the least sure', () => {
    const sure = part(foundAnswer([{ ...rate, score: 0.8 }]), { label: '开工率' });
    const answer = composeAnswer([sure, { ...output, label: '人口', isAnswered: false }], options);
    expect(answer).toMatchObject({
      kind: 'partial',
      confidence: 0.8,
      reason: '新闻稿没有回答：人口。',
      text: '开工率：76.2% [1]\n新闻稿没有回答：人口。',
    });
  });
});

describe('what may be the answer', () => {
  const offer = (rivals: FoundAnswer['rivals'] = []) => {
    const score = (leastAsserted + leastOffered) / 2;
    const sentences = ['12.5亿元', '76.2%', '48个'].map((words) => foundIn(zone, words, score));
    return composeAnswer([part(foundAnswer([...sentences, ...sentences], { rivals }), { isAnswered: false })], options);
  };

  it('asserts nothing: a heading, and at most three places with the stretch marked', () => {
    const answer = offer();
    expect(answer).toMatchObject({ kind: 'likely', text: wording.likely, emphasis: [] });
    expect(answer.citations.flatMap(({ quote, highlight }) => highlight.map((h) => quote.slice(...h)))).toEqual([
      '12.5億元',
      '76.2%',
      '48個',
    ]);
  });

  it('asks which is meant when several fit alike', () => {
    expect(offer([rate, rate]).text).toBe(wording.severalFit);
  });
});

describe('a refusal', () => {
  it('cites nothing and names the three nearest releases by title, or by how they open', () => {
    const releases = ['甲', null, '丙', '丁'].map((title) => prepare('港區(qū)今天開港。', { title }).release);
    const answer = composeAnswer([part(foundAnswer([{ ...rate, score: leastOffered / 2 }]), { isAnswered: false })], {
      ...options,
      releases,
    });
    expect(answer).toMatchObject({ kind: 'unanswerable', confidence: leastOffered / 2, citations: [] });
    expect(answer.nearest).toEqual(releases.slice(0, 3));
    expect(answer.text.split('\n')).toEqual([
      wording.notInReleases,
      '最接近的新闻稿：甲、港區今天開港。、丙',
      wording.askAgain,
    ]);
  });
});
