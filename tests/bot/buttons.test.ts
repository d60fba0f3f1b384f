import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { Citation } from '../../src/core/answer/answer.js';
import { corpusOf } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { buttonsOf } from './interactions.js';
import { TestBot } from './test-bot.js';

const hans = sayIn('zh-Hans');
const body = '第一句。第二句！第三句？第四句。第五句。第六句。第七句。第八句。';
const held = release({ id: 'a.txt#1', file: 'a.txt', body, reporters: ['孫宇佳'] });

let bot: TestBot;

/** Citations of the first sentences of the release. */
function citations(count: number): Citation[] {
  const { corpus } = corpusOf([held]);
  return Array.from({ length: count }, (_, i) => ({
    ...corpus.sentence(held.id, i + 1)!,
    n: i + 1,
  }));
}

async function ask(cited: readonly Citation[]): Promise<Message.TextMessage> {
  bot.ask = async () => answer({ text: '答案 [1]', emphasis: [], citations: cited });
  return bot.server.ask('问');
}

const press = (message: Message, label: string) => bot.server.interactions.press(message, label);

/** The message that the bot sends because of a pressed button. */
async function pressForMessage(message: Message, label: string): Promise<Message.TextMessage> {
  const before = bot.server.answers().length;
  await press(message, label);
  await bot.server.until(() => bot.server.answers().length > before);
  return bot.server.answers()[before]!;
}

/** A message after the edit that a pressed button makes. */
async function pressForEdit<M extends Message>(message: M, label: string): Promise<M> {
  const before = bot.server.interactions.current(message);
  await press(message, label);
  await bot.server.until(() => bot.server.interactions.current(message) !== before);
  return bot.server.interactions.current(message);
}

/** What an entity of a kind covers. */
function covered({ text, entities = [] }: Message.TextMessage, kind: string): string[] {
  return entities
    .filter(({ type }) => type === kind)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function labels(message: Message): string[] {
  return buttonsOf(message).map(({ text }) => text);
}

beforeEach(async () => {
  bot = await TestBot.create();
  bot.hold([held]);
  bot.start();
});

afterEach(async () => {
  const refused = bot.server.calls.filter(({ error }) => error !== null);
  await bot.dispose();
  expect(refused).toEqual([]);
  expect(bot.log.join('\n')).not.toMatch(/update-failed/);
});

describe('the context', () => {
  it('shows the sentence in bold among its neighbours, and turns pages in place', async () => {
    const answered = await ask(citations(1));
    const context = await pressForMessage(answered, hans('button-context'));
    expect(context.text).toMatch(
      /^黃河新聞網 · 綜改示範區招商引資 · 12月27日\n第 1 句，共 8 句\n\n/,
    );
    expect(covered(context, 'blockquote')).toEqual(['第一句。第二句！第三句？']);
    expect(covered(context, 'bold')).toEqual(['第一句。']);
    expect(context.reply_to_message?.message_id).toBe(answered.message_id);
    expect(labels(context)).not.toContain(hans('button-earlier'));

    const later = await pressForEdit(context, hans('button-later'));
    expect(covered(later, 'blockquote')).toEqual(['第四句。第五句。第六句。第七句。第八句。']);
    expect(labels(later)).not.toContain(hans('button-later'));
    expect((await pressForEdit(later, hans('button-earlier'))).text).toBe(context.text);
    expect(bot.server.answers()).toHaveLength(2);
  });

  it('leads back to the sentence from a page further away than the next', async () => {
    const long = release({ id: 'l', body: '一句。'.repeat(14) });
    bot.hold([long]);
    const { corpus } = corpusOf([long]);
    const context = await pressForMessage(
      await ask([corpus.sentence('l', 1)!]),
      hans('button-context'),
    );
    const next = await pressForEdit(context, hans('button-later'));
    expect(labels(next)).not.toContain(hans('button-back'));
    const further = await pressForEdit(next, hans('button-later'));
    expect((await pressForEdit(further, hans('button-back'))).text).toBe(context.text);
  });

  it('turns a page once although its button was pressed twice', async () => {
    const context = await pressForMessage(await ask(citations(1)), hans('button-context'));
    const later = buttonsOf(context).find(({ text }) => text === hans('button-later'))!;
    const data = 'callback_data' in later ? later.callback_data : '';
    await bot.server.interactions.pressData(context, data);
    await bot.server.interactions.pressData(context, data);
    await bot.server.until(() => bot.server.callsOf('editMessageText').length === 2);
    const refused = bot.server.calls.find(({ error }) => error !== null);
    expect(refused?.error).toMatch(/not modified/);
    bot.server.calls.splice(bot.server.calls.indexOf(refused!), 1);
  });

  it('gives the whole release as a file, unedited', async () => {
    const context = await pressForMessage(await ask(citations(1)), hans('button-context'));
    await press(context, hans('button-whole'));
    await bot.server.until(() => bot.server.callsOf('sendDocument').length === 1);
    const { file, caption } = bot.server.callsOf('sendDocument')[0]!.params;
    expect(file).toEqual({ name: 'a-1.txt', text: body });
    expect(caption).toContain('黃河新聞網');
  });
});

describe('a reference to copy', () => {
  it('comes in every style, with a button that copies it', async () => {
    const message = await pressForMessage(await ask(citations(1)), hans('button-copy'));
    expect(covered(message, 'code')).toEqual([
      '孫宇佳. 綜改示範區招商引資[N]. 黃河新聞網, [年份不详]12月27日.',
      '孫宇佳. (n.d.). 綜改示範區招商引資 [Press release]. 黃河新聞網.',
      '黃河新聞網 · 綜改示範區招商引資 · 12月27日 · 第 1 句',
    ]);
    const copied = buttonsOf(message).map(
      (button) => 'copy_text' in button && button.copy_text.text,
    );
    expect(copied).toEqual(covered(message, 'code'));
  });

  it('has no button where it is too long for one', async () => {
    const long = release({ id: 'l', title: '長'.repeat(250) });
    bot.hold([long]);
    const { corpus } = corpusOf([long]);
    const message = await pressForMessage(
      await ask([corpus.sentence('l', 1)!]),
      hans('button-copy'),
    );
    expect(covered(message, 'code')).toHaveLength(3);
    expect(buttonsOf(message)).toEqual([]);
  });
});

describe('the original', () => {
  it('is the exact slice, with file, number and offsets', async () => {
    const annotated = release({
      id: 'n',
      file: 'n.txt',
      body: '前言。項(xiàng)目落地。',
      offset: 100,
    });
    bot.hold([annotated]);
    const cited = corpusOf([annotated]).corpus.sentence('n', 2)!;
    expect(cited.quote).toBe('項目落地。');
    const message = await pressForMessage(await ask([cited]), hans('button-original'));
    expect(covered(message, 'pre')).toEqual(['項(xiàng)目落地。']);
    expect(message.text).toContain('n.txt · 第 2 句 · 字符 103 至 115');
  });

  it('goes out as a file when it is too long for a message', async () => {
    const long = release({ id: 'l', body: `${'長'.repeat(5000)}。` });
    bot.hold([long]);
    const answered = await ask([corpusOf([long]).corpus.sentence('l', 1)!]);
    await press(answered, hans('button-original'));
    await bot.server.until(() => bot.server.callsOf('sendDocument').length === 1);
    expect(bot.server.callsOf('sendDocument')[0]!.params.file).toMatchObject({ text: long.body });
    expect(bot.server.callsOf('sendDocument')[0]!.params.caption).toContain('字符 0 至 5001');
  });
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
  it('is thanked for and counted once for each person', async () => {
    const answered = await ask(citations(1));
    expect(await press(answered, '👍')).toMatchObject({ text: hans('thanks') });
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
