/** The buttons under an answer. */
import type { InlineKeyboardButton } from 'grammy/types';
import { buttonData } from './button-data.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** A quote under which buttons stand: its mark in the answer and the reference of its sentence. */
export interface MarkedSentence {
  readonly n: number;
  readonly reference: string;
}

/** What the tab of the quote that the buttons are about begins with. */
const chosenMark = '· ';

/**
 * Buttons for one of the quotes shown; with several quotes, a row to choose which, and the number of those not shown.
 * @param selected which of `sentences` the buttons are about, from 0
 * @param hidden how many further quotes there are
 */
export function answerKeyboard(
  sentences: readonly MarkedSentence[],
  selected: number,
  hidden: number,
  say: Say,
): Keyboard {
  const chosen = sentences[selected];
  if (!chosen) return [];
  const tabs = sentences.map(({ n, reference }, i) => ({
    text: i === selected ? `${chosenMark}[${n}] ·` : `[${n}]`,
    callback_data: buttonData('select', reference),
  }));
  const more = hidden > 0 ? [{ text: `+${hidden}`, callback_data: buttonData('more') }] : [];
  const choice = tabs.length + more.length > 1 ? [[...tabs, ...more]] : [];
  return [
    ...choice,
    [contextButton(chosen.reference, say), copyButton(chosen.reference, say)],
    [shareButton(chosen.reference, say), originalButton(chosen.reference, say)],
    [
      { text: '👍', callback_data: buttonData('vote', 'up') },
      { text: '👎', callback_data: buttonData('vote', 'down') },
    ],
  ];
}

/** One row for what may be the answer: each place opens in its context. */
export function placesKeyboard(sentences: readonly MarkedSentence[], say: Say): Keyboard {
  const places = sentences.map(({ n, reference }) => ({
    text: say('button-place', { n }),
    callback_data: buttonData('context', reference),
  }));
  return places.length > 0 ? [places] : [];
}

/** The quotes that the buttons of a message choose from, and which of them is chosen; read from the buttons themselves. */
export function readAnswerKeyboard(keyboard: Keyboard): {
  readonly sentences: readonly MarkedSentence[];
  /** -1 when there is nothing to choose from. */
  readonly selected: number;
  readonly hidden: number;
} {
  const buttons = keyboard.flat();
  const select = buttonData('select', '');
  const tabs = buttons.flatMap((button) => {
    if (!('callback_data' in button) || !button.callback_data.startsWith(select)) return [];
    const n = Number(/\[(\d+)\]/.exec(button.text)?.[1]);
    const reference = button.callback_data.slice(select.length);
    return [{ n, reference, isChosen: button.text.startsWith(chosenMark) }];
  });
  const more = buttons.find((button) => 'callback_data' in button && button.callback_data === buttonData('more'));
  return {
    sentences: tabs.map(({ n, reference }) => ({ n, reference })),
    selected: tabs.findIndex(({ isChosen }) => isChosen),
    hidden: Number(more?.text.slice(1) ?? 0),
  };
}

function contextButton(reference: string, say: Say): InlineKeyboardButton {
  return { text: say('button-context'), callback_data: buttonData('context', reference) };
}

export function copyButton(reference: string, say: Say): InlineKeyboardButton {
  return { text: say('button-copy'), callback_data: buttonData('copy', reference) };
}

export function originalButton(reference: string, say: Say): InlineKeyboardButton {
  return { text: say('button-original'), callback_data: buttonData('original', reference) };
}

export function wholeButton(reference: string, say: Say): InlineKeyboardButton {
  return { text: say('button-whole'), callback_data: buttonData('whole', reference) };
}

/** Lets the person choose a chat and opens inline mode there with the reference, which finds exactly this sentence. */
export function shareButton(reference: string, say: Say): InlineKeyboardButton {
  return {
    text: say('button-share'),
    switch_inline_query_chosen_chat: {
      query: reference,
      allow_user_chats: true,
      allow_group_chats: true,
      allow_channel_chats: true,
    },
  };
}
