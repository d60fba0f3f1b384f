import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/bot/texts.js';
import type { AskQuestion } from '../../src/core/answer/answer.js';
import { answer, citation } from './answers.js';
import { gate, TestBot } from './test-bot.js';

const hans = sayIn('zh-Hans');
const group = -1001;
let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.create();
  bot.start();
});

afterEach(() => bot.disposeUnrefused());

const soFar = (text: string) => ({
  reader: 'zh-Hans' as const,
  understood: null,
  text,
  citations: [citation()],
});

/** A model that says `claims` one by one, each as soon as its gate opens, and stops when it is told to. */
function writing(
  claims: readonly { readonly text: string; readonly opened: Promise<void> }[],
): AskQuestion {
  return async (question, { onProgress, signal } = {}) => {
    let text = '';
    for (const claim of claims) {
      await Promise.race([
        claim.opened,
        new Promise((_, refuse) => {
          signal!.addEventListener('abort', () => refuse(signal!.reason as Error), { once: true });
        }),
      ]);
      text += claim.text;
      onProgress?.(soFar(text));
    }
    return answer({ question, mode: 'generated', text, emphasis: [] });
  };
}

const drafts = () => bot.server.interactions.drafts.map(({ text }) => text);

describe('in a private chat', () => {
  it('lets the answer grow as a draft, at most one a second, and sends it once', async () => {
    const [one, two, three] = [gate(), gate(), gate()];
    bot.ask = writing([
      { text: '一 [1]。', opened: one.opened },
      { text: '二 [1]。', opened: two.opened },
      { text: '三 [1]。', opened: three.opened },
    ]);
    bot.server.say('问');
    one.open();
    await bot.server.until(() => drafts().length === 1);
    const shown = Date.now();
    two.open();
    await bot.server.until(() => drafts().length === 2);
    expect(Date.now() - shown).toBeGreaterThan(900);
    expect(drafts()).toEqual(['一 [1]。 …', '一 [1]。二 [1]。 …']);
    three.open();
    await bot.server.until(() => bot.server.answers().length === 1);
    expect(bot.server.answers()[0]!.text).toMatch(/^一 \[1\]。二 \[1\]。三 \[1\]。\n/);
    await sleep(1200);
    expect(drafts()).toHaveLength(2);
    const [first] = bot.server.callsOf('sendMessageDraft');
    expect(first!.params).toMatchObject({ can_stop: true, draft_id: expect.any(Number) });
  });

  it('shows no draft for what is answered at once', async () => {
    await bot.server.ask('问');
    expect(drafts()).toEqual([]);
  });

  it('stops when the person says so, and keeps what had passed', async () => {
    bot.ask = writing([
      { text: '一 [1]。', opened: Promise.resolve() },
      { text: '二 [1]。', opened: gate().opened },
    ]);
    bot.server.say('问');
    await bot.server.until(() => drafts().length === 1);
    bot.server.interactions.stopDraft();
    await bot.server.until(() => bot.server.answers().length === 1);
    const { text } = bot.server.answers()[0]!;
    expect(text).toMatch(/^一 \[1\]。\n已停止。\n簽約投資額為951\.64億元。\n/);
    expect(bot.events).not.toContain('update-failed');
  });

  it('stops for the next question, which is answered', async () => {
    const claims = writing([
      { text: '一 [1]。', opened: Promise.resolve() },
      { text: '二 [1]。', opened: gate().opened },
    ]);
    bot.ask = (question, options) =>
      question === '一？' ? claims(question, options) : Promise.resolve(answer({ question }));
    bot.server.say('一？');
    await bot.server.until(() => drafts().length === 1);
    bot.server.say('/help');
    await sleep(100);
    expect(bot.server.answers()).toEqual([]);
    bot.server.say('二？');
    await bot.server.until(() => bot.server.answers().length === 3);
    const [stopped, help, next] = bot.server.answers().map(({ text }) => text);
    expect(stopped).toContain(hans('answer-interrupted'));
    expect(help).toContain(hans('help', { username: 'presscite_test_bot' }).slice(0, 10));
    expect(next).toMatch(/^951\.64亿元/);
  });

  it.each([
    { what: 'an inline result is sent', extra: () => ({ via_bot: bot.server.me }) },
    {
      what: 'a question comes in another topic',
      extra: () => ({ is_topic_message: true, message_thread_id: 7 }),
    },
  ])('goes on when $what', async ({ extra }) => {
    const last = gate();
    const claims = writing([
      { text: '一 [1]。', opened: Promise.resolve() },
      { text: '二 [1]。', opened: last.opened },
    ]);
    bot.ask = (question, options) =>
      question === '一？' ? claims(question, options) : Promise.resolve(answer({ question }));
    bot.server.say('一？');
    await bot.server.until(() => drafts().length === 1);
    bot.server.say('签约投资额', { extra: extra() });
    await sleep(100);
    last.open();
    const whole = /^一 \[1\]。二 \[1\]。\n/;
    await bot.server.until(() => bot.server.answers().some(({ text }) => whole.test(text)));
  });

  it('goes on when the next question is one too many', async () => {
    bot.stop();
    await bot.ended;
    bot = TestBot.after(bot);
    bot.questionsPerMinute = 1;
    bot.start();
    const last = gate();
    bot.ask = writing([
      { text: '一 [1]。', opened: Promise.resolve() },
      { text: '二 [1]。', opened: last.opened },
    ]);
    bot.server.say('一？');
    await bot.server.until(() => drafts().length === 1);
    bot.server.say('二？');
    await bot.server.until(() => bot.server.answers().length === 1);
    last.open();
    await bot.server.until(() => bot.server.answers().length === 2);
    expect(bot.server.answers()[1]!.text).toMatch(/^一 \[1\]。二 \[1\]。\n/);
  });

  it('answers although drafts are not taken', async () => {
    bot.server.fail({ method: 'sendMessageDraft', kind: 'tooManyRequests', retryAfterSeconds: 1 });
    const [one] = [gate()];
    bot.ask = writing([
      { text: '一 [1]。', opened: Promise.resolve() },
      { text: '二 [1]。', opened: one.opened },
    ]);
    bot.server.say('问');
    await bot.server.until(() => bot.server.callsOf('sendMessageDraft').length === 1);
    one.open();
    await bot.server.until(() => bot.server.answers().length === 1);
    expect(bot.server.callsOf('sendMessageDraft')).toHaveLength(1);
    bot.server.calls.splice(
      bot.server.calls.findIndex(({ error }) => error !== null),
      1,
    );
  });
});

describe('in a group', () => {
  it('sends one message that grows: one edit on the way, one with the answer', async () => {
    const gates = Array.from({ length: 4 }, gate);
    bot.ask = writing(gates.map(({ opened }, i) => ({ text: `${i}。`, opened })));
    bot.server.say('/ask 问', { chatId: group });
    gates[0]!.open();
    await bot.server.until(() => bot.server.answers(group).length === 1);
    expect(bot.server.answers(group)[0]!.text).toBe('0。 …');
    gates[1]!.open();
    gates[2]!.open();
    await bot.server.until(() => bot.server.callsOf('editMessageText').length === 1);
    gates[3]!.open();
    await bot.server.until(() => bot.server.callsOf('editMessageText').length === 2);
    await bot.server.until(() => bot.server.answers(group)[0]!.text.startsWith('0。1。2。3。'));
    expect(bot.server.answers(group)).toHaveLength(1);
    expect(bot.server.answers(group)[0]).toHaveProperty('reply_markup');
    expect(drafts()).toEqual([]);
  });

  it('takes back what it had begun when the answer fails', async () => {
    const last = gate();
    const claims = writing([{ text: '一。', opened: Promise.resolve() }]);
    bot.ask = async (question, options) => {
      await claims(question, options);
      await last.opened;
      throw new TypeError('broke');
    };
    bot.server.say('/ask 问', { chatId: group });
    await bot.server.until(() => bot.server.answers(group).length === 1);
    last.open();
    await bot.server.until(() => bot.server.answers(group)[0]?.text === hans('failed'));
    expect(bot.server.answers(group)).toHaveLength(1);
  });

  it('sends the answer anew when its message was deleted meanwhile', async () => {
    const last = gate();
    bot.ask = writing([
      { text: '一。', opened: Promise.resolve() },
      { text: '二。', opened: last.opened },
    ]);
    bot.server.say('/ask 问', { chatId: group });
    await bot.server.until(() => bot.server.answers(group).length === 1);
    bot.server.interactions.forget(bot.server.answers(group)[0]!);
    last.open();
    await bot.server.until(() => bot.server.answers(group).length === 1);
    expect(bot.server.answers(group)[0]!.text).toMatch(/^一。二。/);
    bot.server.calls.splice(
      bot.server.calls.findIndex(({ error }) => error !== null),
      1,
    );
  });
});
