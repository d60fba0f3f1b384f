import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessages, growingMessage } from '../../src/bot/messages/answer-message.js';
import { countLinkLike, type FormattedText } from '../../src/bot/messages/formatted-text.js';
import { sayIn } from '../../src/bot/texts.js';
import type { Answer, AnswerKind, Citation } from '../../src/core/answer/answer.js';
import { answer, citation, covered, release } from './answers.js';
import { anyText } from './hostile-texts.js';
import { messageFault } from './send-message-rules.js';

const say = sayIn('en');
const shortened = say('answer-shortened');
const linkTo = ({ n }: Citation) => `https://t.me/presscite_bot?start=sentence-${n}`;

function format(parts: Partial<Answer>): readonly FormattedText[] {
  return answerMessages(answer(parts), say, linkTo);
}

/** What each blockquote shows of its quote, without the line of the source and the marks of shortening. */
function shownQuotes(messages: readonly FormattedText[], type = 'expandable_blockquote'): string[] {
  return messages
    .flatMap((message) => covered(message, type))
    .map((block) => {
      const quote = block.slice(0, block.lastIndexOf('\n'));
      return block.endsWith(` · ${shortened}`) ? quote.replace(/^…|…$/g, '') : quote;
    });
}

describe('answerMessages', () => {
  it('puts the answer in plain words above the folded quote with its source', () => {
    const [message, ...rest] = format({});
    expect(rest).toEqual([]);
    expect(message!.text).toBe(
      '951.64亿元 [1]\n簽約投資額為951.64億元。\n[1] 黃河新聞網 · 綜改示範區招商引資 · 12月27日',
    );
    expect(covered(message!, 'bold')).toEqual(['951.64亿元', '951.64億元']);
    expect(covered(message!, 'expandable_blockquote')).toEqual([
      '簽約投資額為951.64億元。\n[1] 黃河新聞網 · 綜改示範區招商引資 · 12月27日',
    ]);
  });

  it('leaves unknown parts of the source out and names the file when all are unknown', () => {
    const unknown = { title: null, source: null, printedDate: null };
    const dated = release({ ...unknown, publishedOn: '2024-12-27', printedDate: '12月27日' });
    const citations = [citation({ release: dated }), citation({ n: 2, release: release(unknown) })];
    const [message] = format({ text: 'x [1] y [2]', emphasis: [], citations });
    expect(message!.text).toContain('\n[1] 2024-12-27\n');
    expect(message!.text).toMatch(/\n\[2\] a\.txt$/);
  });

  it('makes bold what the answer emphasizes, cut to what is sent', () => {
    const text = ' 签约投资额：951.64亿元 [1]；预计产值：1493.9亿元 [2] ';
    const emphasis = ['951.64亿元', '1493.9亿元'].map((words): [number, number] => {
      const start = text.indexOf(words);
      return [start, start + words.length];
    });
    const [message] = format({ text, emphasis, citations: [] });
    expect(message!.text).toBe(text.trim());
    expect(covered(message!, 'bold')).toEqual(['951.64亿元', '1493.9亿元']);
    expect(covered(format({ text: 'About a billion [1]', emphasis: [] })[0]!, 'bold')).toEqual(['951.64億元']);
  });

  it('asserts nothing of what may be the answer: the heading, then open quotes with the stretch in bold', () => {
    const citations = [1, 2].map((n) => citation({ n, highlight: [[6, 14]] }));
    const [message] = format({ kind: 'likely', text: '它可能在这里：', emphasis: [], citations });
    expect(message!.text).toMatch(/^它可能在这里：\n簽約投資額為951.64億元。\n\[1\] .*\n簽約.*\n\[2\] /);
    expect(shownQuotes([message!], 'blockquote')).toHaveLength(2);
    expect(covered(message!, 'bold')).toEqual(['951.64億元', '951.64億元']);
  });

  it('says that there is no answer, then the nearest releases by number, and what may help', () => {
    const [message, ...rest] = format({
      kind: 'unanswerable',
      reason: '这些新闻稿没有回答这个问题。',
      understood: '预计产值是多少？',
      text: '…',
      emphasis: [],
      citations: [],
      nearest: [release(), release({ title: null, source: null, printedDate: null, file: 'b.txt' })],
    });
    expect(rest).toEqual([]);
    expect(message!.text).toBe(
      '这些新闻稿没有回答这个问题。\nUnderstood as: 预计产值是多少？\n\n最接近的新闻稿：\n' +
        '1. 黃河新聞網 · 綜改示範區招商引資 · 12月27日\n2. b.txt\n\n可以换个说法，或写明时间、地点、机构。',
    );
    expect(covered(message!, 'italic')).toEqual(['Understood as: 预计产值是多少？']);
  });

  it('says a refusal without anything near in its own words', () => {
    const nothing = { kind: 'unanswerable', emphasis: [], citations: [] } as const;
    expect(format({ ...nothing, reason: '不是问题。', text: '不客气！' })).toEqual([
      { text: '不客气！', entities: [] },
    ]);
    expect(format({ ...nothing, text: '' })).toEqual([{ text: 'The releases do not answer this.', entities: [] }]);
  });

  it('says what is missing from a partial answer once', () => {
    const reason = '没有提到落地率。';
    const [said] = format({ kind: 'partial', reason, text: `951.64亿元 [1]\n${reason}` });
    expect(said!.text.split(reason)).toHaveLength(2);
  });

  it('shows three quotes and links to the rest', () => {
    const citations = [1, 2, 3, 4, 5].map((n) => citation({ n, quote: `第${n}句。` }));
    const messages = format({ citations });
    expect(shownQuotes(messages)).toEqual(['第1句。', '第2句。', '第3句。']);
    expect(messages.at(-1)!.text).toMatch(/\n2 more sources: \[4\] \[5\]$/);
    expect(covered(messages.at(-1)!, 'text_link')).toEqual(['[4]', '[5]']);
  });

  it('shortens an overlong quote around its highlight', () => {
    const quote = `${'前'.repeat(2000)}951.64億元${'後'.repeat(2000)}`;
    const [message] = format({ citations: [citation({ quote, highlight: [[2000, 2008]] })] });
    const [block] = covered(message!, 'expandable_blockquote');
    expect(block).toMatch(/^…前+951\.64億元後+…\n\[1\] .* · shortened$/u);
    expect(covered(message!, 'bold')).toContain('951.64億元');
  });

  it('says below the answer how a follow-up was understood, and what there is to know of it', () => {
    const [message] = format({ understood: '预计产值是多少？', note: 'The model is down.' });
    expect(message!.text).toMatch(/^951\.64亿元 \[1\]\nUnderstood as: 预计产值是多少？\nThe model is down\.\n簽約/);
    expect(covered(message!, 'italic')).toEqual(['Understood as: 预计产值是多少？', 'The model is down.']);
  });

  it('splits a long answer at the ends of sentences', () => {
    const sentence = `${'詞'.repeat(99)}。`;
    const messages = format({ text: sentence.repeat(90), emphasis: [], citations: [] });
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(({ text }) => text).join('')).toBe(sentence.repeat(90));
    for (const { text } of messages) expect(text).toMatch(/。$/);
  });

  it('keeps every blockquote when quotes are full of what Telegram turns into links', () => {
    const quote = '#a @someone /cmd $USD a@b.example x.example '.repeat(60);
    const citations = [1, 2, 3].map((n) => citation({ n, quote }));
    const messages = format({ text: '#tag '.repeat(70), emphasis: [], citations });
    expect(shownQuotes(messages)).toHaveLength(3);
    for (const { text, entities } of messages) {
      expect(entities.length + countLinkLike(text)).toBeLessThanOrEqual(100);
    }
  });
});

/** Ascending disjoint ranges within a text; they may split surrogate pairs. */
const highlightOf = (quote: string) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: quote.length }), { maxLength: 60 })
    .map((offsets) => offsets.sort((a, b) => a - b))
    .map((sorted) =>
      sorted.flatMap((start, i) => (i % 2 === 0 && i + 1 < sorted.length ? [[start, sorted[i + 1]!] as const] : [])),
    );
const anyCitation = anyText.chain((quote) =>
  fc
    .record({ highlight: highlightOf(quote), title: fc.option(anyText), source: fc.option(anyText) })
    .map(({ highlight, title, source }) => citation({ quote, highlight, release: release({ title, source }) })),
);
const anyWords = anyText.chain((text) => highlightOf(text).map((emphasis) => ({ text, emphasis })));
const anyAnswer = fc
  .record({
    kind: fc.constantFrom<AnswerKind[]>('answered', 'likely', 'partial', 'unanswerable'),
    words: anyWords,
    reason: fc.option(anyText),
    understood: fc.option(anyText),
    note: fc.option(anyText),
    citations: fc.array(anyCitation, { maxLength: 30 }),
    nearest: fc.array(anyCitation, { maxLength: 3 }),
  })
  .map(({ words, citations, nearest, ...parts }) =>
    answer({
      ...parts,
      ...words,
      citations: parts.kind === 'unanswerable' ? [] : citations.map((c, i) => ({ ...c, n: i + 1 })),
      nearest: nearest.map((near) => near.release),
    }),
  );

describe('any answer', () => {
  it('is taken by Telegram as it is, and shows nothing but slices of the quotes', () => {
    fc.assert(
      fc.property(anyAnswer, (value) => {
        const messages = answerMessages(value, say, linkTo);
        expect(messages.length).toBeGreaterThan(0);
        for (const { text, entities } of messages) {
          expect(messageFault({ text, entities })).toBeNull();
          expect(text).toBe(text.trimEnd());
        }
        expect(messageFault({ ...growingMessage(value) })).toBeNull();
        const links = messages.flatMap((message) => covered(message, 'text_link'));
        const hidden = value.citations.slice(3, 23);
        expect(links).toEqual(hidden.map(({ n }) => `[${n}]`));
        const type = value.kind === 'likely' ? 'blockquote' : 'expandable_blockquote';
        const shown = shownQuotes(messages, type);
        expect(shown).toHaveLength(Math.min(3, value.citations.length));
        for (const [i, quote] of shown.entries()) {
          expect(value.citations[i]!.quote.replace(/\p{Cs}/gu, '\ufffd')).toContain(quote);
        }
      }),
      { numRuns: 300 },
    );
  });
});
