import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { corpusOf } from '../support/corpus-of.js';
import { covered, release } from './answers.js';
import { buttonsOf, dataOf } from './interactions.js';
import { ask, citations, held, labels, press, pressForEdit, pressForMessage } from './presses.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');

describe('the context', () => {
  it('shows the sentence in bold among its neighbours, and turns pages in place', async () => {
    const answered = await ask(citations(1));
    const context = await pressForMessage(answered, hans('button-context'));
    expect(context.text).toMatch(/^黃河新聞網 · 綜改示範區招商引資 · 12月27日\n第 1 句，共 8 句\n\n/);
    expect(covered(context, 'blockquote')).toEqual(['第一句。第二句！第三句？']);
    expect(covered(context, 'bold')).toEqual(['第一句。']);
    expect(context.reply_to_message?.message_id).toBe(answered.message_id);
    expect(labels(context)).not.toContain(hans('button-earlier'));

    const later = await pressForEdit(context, hans('button-later'));
    expect(covered(later, 'blockquote')).toEqual(['第四句。第五句。第六句。第七句。第八句。']);
    expect(later.text).toMatch(/\n第 4–8 句，共 8 句\n\n/);
    expect(labels(later)).not.toContain(hans('button-later'));
    expect((await pressForEdit(later, hans('button-earlier'))).text).toBe(context.text);
    expect(server.answers()).toHaveLength(2);
  });

  it('leads back to the sentence from a page further away than the next', async () => {
    const long = release({ id: 'l', body: '一句。'.repeat(14) });
    bot.hold([long]);
    const { corpus } = corpusOf([long]);
    const context = await pressForMessage(await ask([corpus.sentence('l', 1)!]), hans('button-context'));
    const next = await pressForEdit(context, hans('button-later'));
    expect(labels(next)).not.toContain(hans('button-back'));
    const further = await pressForEdit(next, hans('button-later'));
    expect((await pressForEdit(further, hans('button-back'))).text).toBe(context.text);
  });

  it('turns a page once although its button was pressed twice', async () => {
    const context = await pressForMessage(await ask(citations(1)), hans('button-context'));
    const data = dataOf(context, hans('button-later'));
    await server.interactions.pressData(context, data);
    await server.interactions.pressData(context, data);
    await server.until(() => server.callsOf('editMessageText').length === 2);
    expect(bot.forgive()).toMatch(/not modified/);
  });

  it('gives the whole release as a file, unedited', async () => {
    const context = await pressForMessage(await ask(citations(1)), hans('button-context'));
    await press(context, hans('button-whole'));
    await server.until(() => server.callsOf('sendDocument').length === 1);
    const { file, caption } = server.callsOf('sendDocument')[0]!.params;
    expect(file).toEqual({ name: 'a-1.txt', text: held.body });
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
    const copied = buttonsOf(message).map((button) => 'copy_text' in button && button.copy_text.text);
    expect(copied).toEqual(covered(message, 'code'));
  });

  it('has no button where it is too long for one', async () => {
    const long = release({ id: 'l', title: '長'.repeat(250) });
    bot.hold([long]);
    const { corpus } = corpusOf([long]);
    const message = await pressForMessage(await ask([corpus.sentence('l', 1)!]), hans('button-copy'));
    expect(covered(message, 'code')).toHaveLength(3);
    expect(buttonsOf(message)).toEqual([]);
  });
});

describe('the original', () => {
  it('is the exact slice, with file, number and offsets', async () => {
    const annotated = release({ id: 'n', file: 'n.txt', body: '前言。項(xiàng)目落地。', offset: 100 });
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
    await server.until(() => server.callsOf('sendDocument').length === 1);
    expect(server.callsOf('sendDocument')[0]!.params.file).toMatchObject({ text: long.body });
    expect(server.callsOf('sendDocument')[0]!.params.caption).toContain('字符 0 至 5001');
  });
});
