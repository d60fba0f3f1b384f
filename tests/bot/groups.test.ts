import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { AskOptions } from '../../src/core/answer/answer.js';
import { answer } from './answers.js';
import { findEntities } from './person-message.js';
import { bot, server } from './each-bot.js';
import { gate } from './test-bot.js';

const hans = sayIn('zh-Hans');
const group = -1001;

beforeEach(() => bot.start());

/** Says something that must not be answered, then asks, and expects the one answer. */
async function expectSilence(say: () => void): Promise<void> {
  say();
  await server.ask('/ask 之后', { chatId: group });
  expect(bot.questions).toEqual(['之后']);
  expect(server.answers(group)).toHaveLength(1);
}

describe('in a group', () => {
  it.each(['/ask', '@presscite_test_bot'])(
    'asks what somebody else wrote when %s alone replies to it',
    async (call) => {
      const said = server.say('签约投资额是多少？', { chatId: group });
      await server.ask(call, { chatId: group, replyTo: said });
      expect(bot.questions).toEqual(['签约投资额是多少？']);
      const own = server.answers(group)[0]!;
      const hint = await server.ask(call, { chatId: group, replyTo: own });
      expect(hint.text).toBe(hans('empty-question'));
    },
  );

  it('answers a caption that mentions it, and no other', async () => {
    const photo = (caption: string) => ({
      photo: [{ file_id: 'p' }],
      caption,
      caption_entities: findEntities(caption),
    });
    await expectSilence(() => {
      server.send(photo('落地率是多少'), { chatId: group });
    });
    server.send(photo('@presscite_test_bot 落地率是多少'), { chatId: group });
    await bot.settled();
    expect(bot.questions).toEqual(['之后', '落地率是多少']);
    expect(server.answers(group)[1]!.reply_to_message).toMatchObject({ caption: '@presscite_test_bot 落地率是多少' });
  });

  it('keeps silent about edits, posts of a channel and what it wrote for somebody itself', async () => {
    const mention = '@presscite_test_bot 问？';
    await expectSilence(() => {
      server.edit(mention, { chatId: group });
      const channel = { id: -1009, type: 'channel', title: 'News' };
      const entities = [{ type: 'mention', offset: 0, length: 19 }];
      server.send({ text: mention, entities, is_automatic_forward: true, sender_chat: channel }, { chatId: group });
      server.say(mention, { chatId: group, extra: { via_bot: server.me } });
    });
  });

  it('answers those who write as the group', async () => {
    const asGroup = {
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: { id: group, type: 'supergroup', title: 'Newsroom' },
    };
    const { reply_to_message: replied } = await server.ask('@presscite_test_bot 问？', {
      chatId: group,
      extra: asGroup,
    });
    expect(bot.questions).toEqual(['问？']);
    expect(replied).toMatchObject({ sender_chat: { id: group } });
  });

  it('answers in the topic of a forum, and topics do not wait for each other', async () => {
    const { opened, open } = gate();
    bot.ask = async (question) => {
      if (question === '慢') await opened;
      return answer({ question });
    };
    const topic = (id: number) => ({ chatId: group, extra: { is_topic_message: true, message_thread_id: id } });
    server.say('/ask 慢', topic(5));
    await server.ask('/ask 快', topic(6));
    open();
    await server.until(() => server.answers(group).length === 2);
    const threads = server.callsOf('sendMessage').map(({ params }) => params.message_thread_id);
    expect(threads).toEqual([6, 5]);
  });
});

describe('a reply that quotes a sentence', () => {
  let asked: (AskOptions | undefined)[];

  beforeEach(() => {
    asked = [];
    bot.ask = async (question, options) => {
      asked.push(options);
      return answer({ question });
    };
  });

  it('asks about that sentence, in a group and in a private chat', async () => {
    for (const chatId of [group, 1001]) {
      const first = await server.ask('/ask 一？', { chatId });
      const quote = { text: '簽約投資額為951.64億元', position: 16, is_manual: true };
      await server.ask('预计产值呢？', { chatId, replyTo: first, extra: { quote } });
    }
    expect(asked.map((options) => options?.about)).toEqual([
      undefined,
      { releaseId: 'a', sentence: 2 },
      undefined,
      { releaseId: 'a', sentence: 2 },
    ]);
  });

  it('asks as ever when no sentence is quoted, or not of the bot', async () => {
    const first = await server.ask('一？');
    const said = server.say('/help');
    await server.until(() => server.answers().length === 2);
    const other = { text: '这些话不在新闻稿里', position: 0 };
    await server.ask('二？', { replyTo: first, extra: { quote: other } });
    const own = { text: '簽約投資額為951.64億元', position: 0 };
    await server.ask('三？', { replyTo: said, extra: { quote: own } });
    expect(asked.map((options) => options?.about)).toEqual([undefined, undefined, undefined]);
  });
});
