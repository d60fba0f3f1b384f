/** Prompts: templates of messages, filled with data. */
import type { ChatMessage } from '../model/language-model.js';

/** Which prompts there are, with the placeholders that each must hold. */
export const promptPlaceholders = {
  answer: ['refusal', 'exampleId', 'language', 'evidence', 'question'],
  repair: ['refusal', 'exampleId', 'language', 'claims'],
  rewrite: ['language', 'history', 'question'],
} as const;

export type PromptName = keyof typeof promptPlaceholders;

/** A template of one or more messages. */
export interface Prompt {
  readonly name: string;
  readonly version: number;
  /** The messages, with `{{placeholder}}` where data goes. */
  readonly messages: readonly ChatMessage[];
}

export type Prompts = Readonly<Record<PromptName, Prompt>>;

/** `{{name}}`. */
export const placeholderPattern = /\{\{(\w+)\}\}/gu;

/**
 * Fills a prompt. What is filled in is not looked through for placeholders again.
 * @param values one for each of the prompt's placeholders
 */
export function fillPrompt({ messages }: Prompt, values: Readonly<Record<string, string>>): ChatMessage[] {
  return messages.map(({ role, content }) => ({
    role,
    content: content.replace(placeholderPattern, (_, name: string) => values[name]!),
  }));
}
