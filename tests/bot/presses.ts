/** Pressing the buttons under the answers of a bot that holds one release; no press may fail. */
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Citation } from '../../src/core/answer/answer.js';
import { corpusOf } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { bot, server } from './each-bot.js';
import { buttonsOf, type ButtonAnswer } from './interactions.js';

/** A release of eight sentences. */
export const held = release({
  id: 'a.txt#1',
  file: 'a.txt',
  body: '第一句。第二句！第三句？第四句。第五句。第六句。第七句。第八句。',
  reporters: ['孫宇佳'],
});

beforeEach(() => {
  bot.hold([held]);
  bot.start();
});

afterEach(() => {
  expect(bot.log.join('\n')).not.toMatch(/update-failed/);
});

/** Citations of the first sentences of {@link held}. */
export function citations(count: number): Citation[] {
  const { corpus } = corpusOf([held]);
  return Array.from({ length: count }, (_, i) => ({ ...corpus.sentence(held.id, i + 1)!, n: i + 1 }));
}

/** Has a question answered with the citations. */
export function ask(cited: readonly Citation[]): Promise<Message.TextMessage> {
  bot.ask = async () => answer({ text: '答案 [1]', emphasis: [], citations: cited });
  return server.ask('问');
}

export function press(message: Message, label: string): Promise<ButtonAnswer> {
  return server.interactions.press(message, label);
}

/** The message that the bot sends because of a pressed button. */
export async function pressForMessage(message: Message, label: string): Promise<Message.TextMessage> {
  const before = server.answers().length;
  await press(message, label);
  await server.until(() => server.answers().length > before);
  return server.answers()[before]!;
}

/** A message after the edit that a pressed button makes. */
export async function pressForEdit<M extends Message>(message: M, label: string): Promise<M> {
  const before = server.interactions.current(message);
  await press(message, label);
  await server.until(() => server.interactions.current(message) !== before);
  return server.interactions.current(message);
}

/** What stands on each row of buttons under a message. */
export function rows(message: Message): string[][] {
  const keyboard = ('reply_markup' in message && message.reply_markup?.inline_keyboard) || [];
  return keyboard.map((row) => row.map(({ text }) => text));
}

/** What stands on the buttons under a message. */
export function labels(message: Message): string[] {
  return buttonsOf(message).map(({ text }) => text);
}
