import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { answer, citation } from './answers.js';
import { bot, endAndFollow, server } from './each-bot.js';
import { gate } from './test-bot.js';

const hans = sayIn('zh-Hans');
const group = -1001;

beforeEach(() => bot.start());

const soFar = (text: string) => ({ reader: 'zh-Hans' as const, understood: null, text, citations: [citation()] });

/** A model that says claims one by one, each as soon as its gate opens, and stops when it is told to. */
function writing(...claims: readonly (readonly [text: string, opened: Promise<void>])[]) {
  const ask: AskQuestion = async (question, { onProgress, signal } = {}) => {
    let text = '';
    for (const [claim, opened] of claims) {
      const stopped = new Promise((_, refuse) => {
        signal!.addEventListener('abort', () => refuse(signal!.reason as Error), { once: true });
      });
      await Promise.race([opened, stopped]);
      text += claim;
      onProgress?.(soFar(text));
    }
    return answer({ question, mode: 'generated', text, emphasis: [] });
  };
  return ask;
}

const now = Promise.resolve();
const never = gate().opened;
/** Says one claim at once and another when the gate opens. */
const writingTwo = (opened = never) => writing(['一 [1]。', now], ['二 [1]。', opened]);

/** Asks what `claims` answers slowly, and waits for its draft; other questions are answered at once. */
async function askFirst(claims: AskQuestion): Promise<void> {
  bot.ask = async (question, options) => (question === '一？' ? claims(question, options) : answer({ question }));
  server.say('一？');
  await server.until(() => drafts().length === 1);
}

const drafts = () => server.interactions.drafts.map(({ text }) => text);

describe('in a private chat', () => {
  it('lets the answer grow as a draft, at most one a second, and sends it once', async () => {
    const [one, two, three] = [gate(), gate(), gate()];
    bot.ask = writing(['一 [1]。', one.opened], ['二 [1]。', two.opened], ['三 [1]。', three.opened]);
    server.say('问');
    one.open();
    await server.until(() => drafts().length === 1);
    const shown = Date.now();
    two.open();
    await server.until(() => drafts().length === 2);
    expect(Date.now() - shown).toBeGreaterThan(900);
    expect(drafts()).toEqual(['一 [1]。 …', '一 [1]。二 [1]。 …']);
    three.open();
    await server.until(() => server.answers().length === 1);
    expect(server.answers()[0]!.text).toMatch(/^一 \[1\]。二 \[1\]。三 \[1\]。\n/);
    await sleep(1200);
    expect(drafts()).toHaveLength(2);
    const [first] = server.callsOf('sendMessageDraft');
    expect(first!.params).toMatchObject({ can_stop: true, draft_id: expect.any(Number) });
  });

  it('shows no draft for what is answered at once', async () => {
    await server.ask('问');
    expect(drafts()).toEqual([]);
  });

  it('stops when the person says so, and keeps what had passed', async () => {
    bot.ask = writingTwo();
    server.say('问');
    await server.until(() => drafts().length === 1);
    server.interactions.stopDraft();
    await server.until(() => server.answers().length === 1);
    const { text } = server.answers()[0]!;
    expect(text).toMatch(/^一 \[1\]。\n已停止。\n簽約投資額為951\.64億元。\n/);
    expect(bot.events).not.toContain('update-failed');
  });

  it('stops for the next question, which is answered', async () => {
    await askFirst(writingTwo());
    server.say('/help');
    await sleep(100);
    expect(server.answers()).toEqual([]);
    server.say('二？');
    await server.until(() => server.answers().length === 3);
    const [stopped, help, next] = server.answers().map(({ text }) => text);
    expect(stopped).toContain(hans('answer-interrupted'));
    expect(help).toContain(hans('help', { username: 'presscite_test_bot' }).slice(0, 10));
    expect(next).toMatch(/^951\.64亿元/);
  });

  it.each([
    ['an inline result is sent', () => ({ via_bot: server.me })],
    ['a question comes in another topic', () => ({ is_topic_message: true, message_thread_id: 7 })],
  ])('goes on when %s', async (_, extra) => {
    const last = gate();
    await askFirst(writingTwo(last.opened));
    server.say('签约投资额', { extra: extra() });
    await sleep(100);
    last.open();
    const whole = /^一 \[1\]。二 \[1\]。\n/;
    await server.until(() => server.answers().some(({ text }) => whole.test(text)));
  });

  it('goes on when the next question is one too many', async () => {
    await endAndFollow();
    bot.questionsPerMinute = 1;
    bot.start();
    const last = gate();
    bot.ask = writingTwo(last.opened);
    server.say('一？');
    await server.until(() => drafts().length === 1);
    server.say('二？');
    await server.until(() => server.answers().length === 1);
    last.open();
    await server.until(() => server.answers().length === 2);
    expect(server.answers()[1]!.text).toMatch(/^一 \[1\]。二 \[1\]。\n/);
  });

  it('answers although drafts are not taken', async () => {
    server.fail({ method: 'sendMessageDraft', kind: 'tooManyRequests', retryAfterSeconds: 1 });
    const one = gate();
    bot.ask = writingTwo(one.opened);
    server.say('问');
    await server.until(() => server.callsOf('sendMessageDraft').length === 1);
    one.open();
    await server.until(() => server.answers().length === 1);
    expect(server.callsOf('sendMessageDraft')).toHaveLength(1);
    bot.forgive();
  });
});

describe('in a group', () => {
  it('sends one message that grows: one edit on the way, one with the answer', async () => {
    const gates = Array.from({ length: 4 }, gate);
    bot.ask = writing(...gates.map(({ opened }, i) => [`${i}。`, opened] as const));
    server.say('/ask 问', { chatId: group });
    gates[0]!.open();
    await server.until(() => server.answers(group).length === 1);
    expect(server.answers(group)[0]!.text).toBe('0。 …');
    gates[1]!.open();
    gates[2]!.open();
    await server.until(() => server.callsOf('editMessageText').length === 1);
    gates[3]!.open();
    await server.until(() => server.callsOf('editMessageText').length === 2);
    await server.until(() => server.answers(group)[0]!.text.startsWith('0。1。2。3。'));
    expect(server.answers(group)).toHaveLength(1);
    expect(server.answers(group)[0]).toHaveProperty('reply_markup');
    expect(drafts()).toEqual([]);
  });

  it('takes back what it had begun when the answer fails', async () => {
    const last = gate();
    const claims = writing(['一。', now]);
    bot.ask = async (question, options) => {
      await claims(question, options);
      await last.opened;
      throw new TypeError('broke');
    };
    server.say('/ask 问', { chatId: group });
    await server.until(() => server.answers(group).length === 1);
    last.open();
    await server.until(() => server.answers(group)[0]?.text === hans('failed'));
    expect(server.answers(group)).toHaveLength(1);
  });

  it('sends the answer anew when its message was deleted meanwhile', async () => {
    const last = gate();
    bot.ask = writing(['一。', now], ['二。', last.opened]);
    server.say('/ask 问', { chatId: group });
    await server.until(() => server.answers(group).length === 1);
    server.interactions.forget(server.answers(group)[0]!);
    last.open();
    await server.until(() => server.answers(group).length === 1);
    expect(server.answers(group)[0]!.text).toMatch(/^一。二。/);
    bot.forgive();
  });
});
