/** The settings of a chat as a message, with buttons that change them. */
import type { ChatSettings } from '../../core/stores/chat-settings.js';
import { buttonData } from './button-data.js';
import { styled, type FormattedText } from './formatted-text.js';
import type { Keyboard } from '../replies/reply.js';
import type { Say } from '../texts.js';

/** The value of the button that lets the language follow the person's Telegram. */
const followValue = 'none';

export function settingsMessage({ language, commandsOnly }: ChatSettings, isGroup: boolean, say: Say): FormattedText {
  const heading = say('settings-heading');
  const current = language === null ? say('settings-follow') : say(`language-${language}`);
  const addressing = commandsOnly ? say('settings-commands-only') : say('settings-answers-all');
  const lines = [heading, say('settings-language', { language: current }), ...(isGroup ? [addressing] : [])];
  return { text: lines.join('\n'), entities: [styled('bold', 0, heading.length)] };
}

/** The languages that are not set, and in a group the other way of being asked. */
export function settingsKeyboard({ language, commandsOnly }: ChatSettings, isGroup: boolean, say: Say): Keyboard {
  const choices = [
    { value: 'zh-Hans', text: say('language-zh-Hans') },
    { value: 'zh-Hant', text: say('language-zh-Hant') },
    { value: 'en', text: say('language-en') },
    { value: followValue, text: say('button-follow') },
  ].map(({ value, text }) => ({
    text: value === (language ?? followValue) ? `✓ ${text}` : text,
    callback_data: buttonData('language', value),
  }));
  const toggle = {
    text: commandsOnly ? say('button-answer-all') : say('button-commands-only'),
    callback_data: buttonData('commandsOnly', commandsOnly ? 'off' : 'on'),
  };
  return [choices.slice(0, 3), choices.slice(3), ...(isGroup ? [[toggle]] : [])];
}
