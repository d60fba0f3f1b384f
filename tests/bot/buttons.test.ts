import type { Message } from 'grammy/types';
import { describe, expect, it, vi } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { Release } from '../../src/core/corpus/corpus.js';
import { answer, covered, release } from './answers.js';
import { buttonsOf, dataOf } from './interactions.js';
import { ask, citations, held, labels, press, pressForEdit, pressForMessage, rows } from './presses.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');

describe('several quotes', () => {
  it('are chosen from by their marks', async () => {
    const answered = await ask(citations(2));
    expect(labels(answered).slice(0, 2)).toEqual(['· [1] ·', '[2]']);
    await press(answered, '· [1] ·');
    expect(server.callsOf('editMessageReplyMarkup')).toEqual([]);
    const chosen = await pressForEdit(answered, '[2]');
    expect(labels(chosen).slice(0, 2)).toEqual(['[1]', '· [2] ·']);
    const context = await pressForMessage(chosen, hans('button-context'));
    expect(covered(context, 'bold')).toEqual(['第二句！']);
  });

  it('are three at a time, the rest behind a button', async () => {
    const answered = await ask(citations(8));
    expect(covered(answered, 'expandable_blockquote')).toHaveLength(3);
    expect(answered.text).toMatch(/另有 5 句出处： \[4\] \[5\] \[6\] \[7\] \[8\]$/);
    const more = await pressForMessage(answered, '+5');
    expect(covered(more, 'expandable_blockquote').map((quote) => quote.slice(0, 4))).toEqual([
      '第四句。',
      '第五句。',
      '第六句。',
    ]);
    expect(labels(more).slice(0, 4)).toEqual(['· [4] ·', '[5]', '[6]', '+2']);
    const last = await pressForMessage(more, '+2');
    expect(covered(last, 'expandable_blockquote')).toHaveLength(2);
    expect(labels(last).slice(0, 2)).toEqual(['· [7] ·', '[8]']);
  });
});

describe('what may be the answer', () => {
  it('has one row of buttons, each of which opens a place in its context', async () => {
    const cited = citations(3);
    bot.ask = async () => answer({ kind: 'likely', text: '它可能在这里：', citations: cited });
    const likely = await server.ask('问');
    expect(rows(likely)).toEqual([['原文 1', '原文 2', '原文 3']]);
    const context = await pressForMessage(likely, '原文 2');
    expect(covered(context, 'bold')).toEqual(['第二句！']);
  });
});

describe('a refusal', () => {
  const refused = (nearest: readonly Release[]) =>
    answer({ kind: 'unanswerable', reason: '没有。', text: '没有。', citations: [], nearest });

  it('has one row of buttons, each of which opens one of the nearest releases', async () => {
    const other = release({ id: 'b', title: '另一篇', body: '另一句。' });
    bot.hold([held, other]);
    bot.ask = async () => refused([held, other]);
    const refusal = await server.ask('问');
    expect(rows(refusal)).toEqual([['1', '2']]);
    const opened = await pressForMessage(refusal, '2');
    expect(opened.text).toMatch(/另一篇[\s\S]+另一句。$/);
  });

  it('has no buttons when nothing is near, or what is near is gone', async () => {
    for (const nearest of [[], [release({ id: 'gone' })]]) {
      bot.ask = async () => refused(nearest);
      expect(labels(await server.ask('问'))).toEqual([]);
    }
  });
});

describe('sharing', () => {
  it('opens inline mode with what finds exactly this sentence', async () => {
    const answered = await ask(citations(3));
    const share = buttonsOf(await pressForEdit(answered, '[3]')).find(
      (button) => 'switch_inline_query_chosen_chat' in button,
    ) as { switch_inline_query_chosen_chat: { query: string } };
    const { results } = await server.interactions.inline(share.switch_inline_query_chosen_chat.query);
    expect(results).toMatchObject([{ title: '第三句？' }]);
  });
});

describe('a vote', () => {
  it('is told, counted once for each person, and taken back by a second press', async () => {
    const answered = await ask(citations(1));
    for (const sign of ['👍', '👎']) {
      const text = hans('vote-given', { sign });
      expect(await press(answered, sign)).toMatchObject({ text });
    }
    expect(await bot.stores.feedback.count()).toEqual({ helpful: 0, unhelpful: 1 });
    expect(await press(answered, '👎')).toMatchObject({ text: hans('vote-withdrawn') });
    expect(await bot.stores.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
    await press(answered, '👎');
    await server.interactions.press(answered, '👍', { personId: 7 });
    expect(await bot.stores.feedback.count()).toEqual({ helpful: 1, unhelpful: 1 });
  });
});

describe('an old button', () => {
  it('says so in a friendly line when its sentence is gone', async () => {
    const answered = await ask(citations(4));
    bot.hold([release({ id: 'other' })]);
    for (const label of [hans('button-context'), hans('button-copy'), hans('button-original')]) {
      expect(await press(answered, label)).toMatchObject({ text: hans('gone'), show_alert: true });
    }
    expect(await press(answered, '+1')).toMatchObject({ text: hans('more-gone') });
    expect(server.answers()).toHaveLength(1);
  });

  it('gets an answer and nothing else when it was tampered with', async () => {
    const answered = await ask(citations(1));
    const good = dataOf(answered, hans('button-context'));
    const forged = `${good.slice(0, 15)}${good[15] === 'A' ? 'B' : 'A'}${good.slice(16)}`;
    const others = '|:|c:|c:x|p:x:1|p|s:newest:-5e9|x:y|v:sideways|m|t:x|r:x|l:klingon|g:maybe';
    for (const data of [forged, `${good}:1`, '💥'.repeat(16), ...others.split('|')]) {
      await server.interactions.pressData(answered, data);
    }
    await press(answered, '👍'); // what was pressed before it has been dealt with
    expect(server.answers()).toHaveLength(1);
    const made = server.calls.map(({ method }) => method);
    expect(made.filter((method) => /^edit|Document$/.test(method))).toEqual([]);
    expect(await bot.stores.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it('is answered although Telegram no longer holds its message', async () => {
    const answered = await ask(citations(2));
    const data = dataOf(answered, hans('button-context'));
    const { chat, message_id } = answered;
    const inaccessible = { chat, message_id, date: 0 } as Message;
    await server.interactions.pressData(inaccessible, data);
    await server.until(() => server.answers().length === 2);
    await server.interactions.pressData(inaccessible, data.replace('c:', 't:'));
    expect(await server.interactions.pressData(inaccessible, 'm')).toMatchObject({ text: hans('more-gone') });
  });
});

it.each([
  ['the settings cannot be read', () => vi.spyOn(bot.stores.settings, 'read')],
  ['its handling fails', () => vi.spyOn(bot.stores.feedback, 'record')],
])('answers a button although %s', async (_, spy) => {
  const answered = await ask(citations(1));
  spy().mockRejectedValueOnce(new TypeError('the disk is gone'));
  expect(await press(answered, '👍')).toMatchObject({ text: hans('failed') });
  await server.until(() => bot.events.includes('update-failed'));
  bot.log.length = 0;
});
