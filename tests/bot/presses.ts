/** Pressing the buttons under an answer, for the tests of the bot. */
import type { Message } from 'grammy/types';
import type { Citation } from '../../src/core/answer/answer.js';
import { corpusOf } from '../support/corpus-of.js';
import { answer, release } from './answers.js';
import { buttonsOf, type ButtonAnswer } from './interactions.js';
import type { TestBot } from './test-bot.js';

/** A release of eight sentences. */
export const held = release({
  id: 'a.txt#1',
  file: 'a.txt',
  body: '第一句。第二句！第三句？第四句。第五句。第六句。第七句。第八句。',
  reporters: ['孫宇佳'],
});

/** Citations of the first sentences of {@link held}. */
export function citations(count: number): Citation[] {
  const { corpus } = corpusOf([held]);
  return Array.from({ length: count }, (_, i) => ({
    ...corpus.sentence(held.id, i + 1)!,
    n: i + 1,
  }));
}

/** An answer with citations, and what comes of pressing the buttons under it. */
export interface Presses {
  readonly ask: (cited: readonly Citation[]) => Promise<Message.TextMessage>;
  readonly press: (message: Message, label: string) => Promise<ButtonAnswer>;
  /** The message that the bot sends because of a pressed button. */
  readonly pressForMessage: (message: Message, label: string) => Promise<Message.TextMessage>;
  /** A message after the edit that a pressed button makes. */
  readonly pressForEdit: <M extends Message>(message: M, label: string) => Promise<M>;
}

/** @param bot the bot of the test that runs */
export function presses(bot: () => TestBot): Presses {
  const press = (message: Message, label: string) =>
    bot().server.interactions.press(message, label);
  return {
    press,
    async ask(cited) {
      bot().ask = async () => answer({ text: '答案 [1]', emphasis: [], citations: cited });
      return bot().server.ask('问');
    },
    async pressForMessage(message, label) {
      const { server } = bot();
      const before = server.answers().length;
      await press(message, label);
      await server.until(() => server.answers().length > before);
      return server.answers()[before]!;
    },
    async pressForEdit(message, label) {
      const { server } = bot();
      const before = server.interactions.current(message);
      await press(message, label);
      await server.until(() => server.interactions.current(message) !== before);
      return server.interactions.current(message);
    },
  };
}

/** What the entities of a kind cover. */
export function covered({ text, entities = [] }: Message.TextMessage, kind: string): string[] {
  return entities
    .filter(({ type }) => type === kind)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

/** What stands on the buttons under a message. */
export function labels(message: Message): string[] {
  return buttonsOf(message).map(({ text }) => text);
}
