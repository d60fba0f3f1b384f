import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { release } from './answers.js';
import { buttonsOf } from './interactions.js';
import { citations, covered, held, labels, presses } from './presses.js';
import { TestBot } from './test-bot.js';

const hans = sayIn('zh-Hans');
let bot: TestBot;
const { ask, press, pressForMessage, pressForEdit } = presses(() => bot);

beforeEach(async () => {
  bot = await TestBot.create();
  bot.hold([held]);
  bot.start();
});

afterEach(async () => {
  await bot.disposeUnrefused();
  expect(bot.log.join('\n')).not.toMatch(/update-failed/);
});

describe('several quotes', () => {
  it('are chosen from by their marks', async () => {
    const answered = await ask(citations(2));
    expect(labels(answered).slice(0, 2)).toEqual(['· [1] ·', '[2]']);
    await press(answered, '· [1] ·');
    expect(bot.server.callsOf('editMessageReplyMarkup')).toEqual([]);
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

describe('sharing', () => {
  it('opens inline mode with what finds exactly this sentence', async () => {
    const answered = await ask(citations(3));
    const share = buttonsOf(await pressForEdit(answered, '[3]')).find(
      (button) => 'switch_inline_query_chosen_chat' in button,
    ) as { switch_inline_query_chosen_chat: { query: string } };
    const { results } = await bot.server.interactions.inline(
      share.switch_inline_query_chosen_chat.query,
    );
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
    await bot.server.interactions.press(answered, '👍', { personId: 7 });
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
    expect(bot.server.answers()).toHaveLength(1);
  });

  it('gets an answer and nothing else when it was tampered with', async () => {
    const answered = await ask(citations(1));
    const context = buttonsOf(answered).find(({ text }) => text === hans('button-context'))!;
    const good = 'callback_data' in context ? context.callback_data : '';
    const forged = `${good.slice(0, 15)}${good[15] === 'A' ? 'B' : 'A'}${good.slice(16)}`;
    const others = [
      '',
      ':',
      'c:',
      'c:x',
      'p:x:1',
      `${good}:1`,
      'p',
      's:newest:-5e9',
      'x:y',
      'v:sideways',
    ];
    for (const data of [
      forged,
      ...others,
      'm',
      't:x',
      'r:x',
      'l:klingon',
      'g:maybe',
      '💥'.repeat(16),
    ]) {
      await bot.server.interactions.pressData(answered, data);
    }
    await press(answered, '👍'); // what was pressed before it has been dealt with
    expect(bot.server.answers()).toHaveLength(1);
    const made = bot.server.calls.map(({ method }) => method);
    expect(made.filter((method) => /^edit|Document$/.test(method))).toEqual([]);
    expect(await bot.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it('is answered although Telegram no longer holds its message', async () => {
    const answered = await ask(citations(2));
    const context = buttonsOf(answered).find(({ text }) => text === hans('button-context'))!;
    const data = 'callback_data' in context ? context.callback_data : '';
    const inaccessible = {
      chat: answered.chat,
      message_id: answered.message_id,
      date: 0,
    } as Message;
    await bot.server.interactions.pressData(inaccessible, data);
    await bot.server.until(() => bot.server.answers().length === 2);
    await bot.server.interactions.pressData(inaccessible, data.replace('c:', 't:'));
    expect(await bot.server.interactions.pressData(inaccessible, 'm')).toMatchObject({
      text: hans('more-gone'),
    });
  });
});

it('answers a button although the settings cannot be read', async () => {
  const answered = await ask(citations(1));
  vi.spyOn(bot.settings, 'read').mockRejectedValueOnce(new TypeError('the disk is gone'));
  expect(await press(answered, '👍')).toMatchObject({ text: hans('failed') });
  await bot.server.until(() => bot.events.includes('update-failed'));
  bot.log.length = 0;
});

it('answers a button whose handling fails', async () => {
  const answered = await ask(citations(1));
  vi.spyOn(bot.stores.feedback, 'record').mockRejectedValue(new TypeError('the disk is full'));
  expect(await press(answered, '👍')).toMatchObject({ text: hans('failed') });
  await bot.server.until(() => bot.events.includes('update-failed'));
  bot.log.length = 0;
});
