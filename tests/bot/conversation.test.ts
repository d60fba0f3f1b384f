import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { Turn } from '../../src/core/answer/conversation.js';
import { answer } from './answers.js';
import { bot, server } from './each-bot.js';

/** The history that each question was asked with. */
let histories: (readonly Turn[] | undefined)[];

beforeEach(() => {
  histories = [];
  bot.ask = async (question, { history } = {}) => {
    histories.push(history);
    if (question === '谢谢') {
      return answer({ question, kind: 'unanswerable', reason: '不是问题。', text: '不客气！', citations: [] });
    }
    const understood = question.startsWith('那') ? `${question.slice(1, -1)}是多少？` : null;
    return answer({ question, understood });
  };
  bot.start();
});

const turn = (question: string): Turn => ({ question, answer: '951.64亿元 [1]' });

describe('a conversation in Telegram', () => {
  it('is told with each question, as it was understood', async () => {
    await server.ask('签约投资额是多少？');
    await server.ask('那2017年呢');
    await server.ask('落地率是多少？');
    expect(histories).toEqual([[], [turn('签约投资额是多少？')], [turn('签约投资额是多少？'), turn('2017年是多少？')]]);
    const shown = server.answers()[1]!;
    expect(shown.text).toContain('2017年是多少？');
    expect(shown.entities).toContainEqual(expect.objectContaining({ type: 'italic' }));
  });

  it('is kept apart by chats and topics', async () => {
    await server.ask('签约投资额是多少？');
    await server.ask('落地率是多少？', { chatId: 2002 });
    server.send({ text: '多少户？', is_topic_message: true, message_thread_id: 7 });
    await server.until(() => histories.length === 3);
    expect(histories).toEqual([[], [], []]);
  });

  it('begins anew with /new, and with what is kept of a chat forgotten', async () => {
    await server.ask('签约投资额是多少？');
    expect((await server.ask('/new')).text).toBe(sayIn('zh-Hans')('started-anew'));
    expect((await server.ask('/new', { languageCode: 'en' })).text).toMatch(/fresh start/u);
    expect((await server.ask('/new', { languageCode: 'zh-TW' })).text).toMatch(/重新開始/u);
    await server.ask('落地率是多少？');
    await server.ask('/forget');
    await server.ask('预计产值是多少？');
    expect(histories).toEqual([[], [], []]);
  });

  it('answers small talk in its own words alone, which are no turn', async () => {
    expect((await server.ask('谢谢')).text).toBe('不客气！');
    await server.ask('落地率是多少？');
    expect(histories).toEqual([[], []]);
  });
});
