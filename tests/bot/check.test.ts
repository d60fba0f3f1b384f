import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import { release } from './answers.js';
import { buttonsOf } from './interactions.js';
import { bot, server } from './each-bot.js';

const hans = sayIn('zh-Hans');
const group = -1001;
const body = '示範區共簽約63個招商引資項目,簽約投資額為951.64億元。落地項目達到48個,落地率高達76.19%。';
const altered = '示范区共签约63个招商引资项目，签约投资额为915.64亿元。';
const forwarded = { forward_origin: { type: 'hidden_user', sender_user_name: 'Wang', date: 1 } };

beforeEach(() => {
  bot.hold([release({ body })]);
  bot.start();
});

describe('in a private chat', () => {
  it('checks a quote with /check, also of the message that is replied to, in the language of the person', async () => {
    expect((await server.ask(`/check ${altered}`)).text).toMatch(/^≠ 与原文不同\n数字：951\.64億元 → 915\.64亿元\n/);
    const said = server.say('示範區簽約投資額是多少');
    await server.until(() => server.answers().length === 2);
    const quoted = { ...said, text: '落地項目達到48個' } as typeof said;
    const reply = await server.ask('/check', { replyTo: quoted, languageCode: 'en' });
    expect(reply.text).toMatch(/^✓ Word for word\n落地項目達到48個\n/);
    expect((await server.ask('/check')).text).toBe(hans('check-what'));
  });

  it('recognises a pasted quote and answers a question', async () => {
    expect((await server.ask(altered)).text).toMatch(/951\.64億元 → 915\.64亿元/);
    expect((await server.ask('「落地項目達到48個」')).text).toMatch(/^✓ 逐字相符\n/);
    expect(bot.questions).toEqual([]);
    await server.ask('落地率是多少？');
    await server.ask('示范区 落地率');
    expect(bot.questions).toEqual(['落地率是多少？', '示范区 落地率']);
  });

  it('checks what is forwarded, a caption too, but answers a forwarded question', async () => {
    const text = '全区已有三百家企业建成投产，就业人数明显增加。';
    expect((await server.ask(text, { extra: forwarded })).text).toBe(hans('verdict-absent'));
    server.send({ photo: [{ file_id: 'p' }], caption: altered, ...forwarded });
    await server.until(() => server.answers().length === 2);
    expect(server.answers()[1]!.text).toMatch(/^≠/);
    await server.ask('落地率是多少？', { extra: forwarded });
    expect(bot.questions).toEqual(['落地率是多少？']);
  });

  it('puts the buttons of the original sentence under it', async () => {
    const { text } = await server.ask('落地率高达76.19%。签约投资额为951.64亿元');
    expect(text).toMatch(/^≠ 由不相连的原文拼接而成/);
    const [message] = server.answers();
    const buttons = buttonsOf(message!);
    expect(buttons.map((button) => button.text)).toEqual(
      expect.arrayContaining(['· [1] ·', '[2]', hans('button-context'), hans('button-original')]),
    );
    const context = buttons.find((button) => button.text === hans('button-context'))!;
    await server.interactions.press(message!, context.text);
    await server.until(() => server.answers().length === 2);
    expect(server.answers()[1]!.text).toContain('落地率高達76.19%');
  });
});

describe('in a group', () => {
  it('checks only what it is asked to', async () => {
    server.say(altered, { chatId: group });
    server.say(altered, { chatId: group, extra: forwarded });
    server.send({ photo: [{ file_id: 'p' }], caption: altered, ...forwarded }, { chatId: group });
    const first = await server.ask(`/check ${altered}`, { chatId: group });
    expect(first.text).toMatch(/^≠ 与原文不同/);
    expect(first.reply_to_message).toMatchObject({ text: `/check ${altered}` });
    const mentioned = await server.ask(`@presscite_test_bot ${altered}`, { chatId: group });
    expect(mentioned.text).toMatch(/^≠ 与原文不同/);
    expect(server.answers(group)).toHaveLength(2);
    expect(bot.questions).toEqual([]);
  });
});
