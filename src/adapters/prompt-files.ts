/** Prompts from Markdown files: YAML front matter, then messages under `# system`, `# user` and `# assistant` lines. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { ChatMessage } from '../core/model/language-model.js';
import {
  placeholderPattern,
  promptPlaceholders,
  type Prompt,
  type PromptName,
  type Prompts,
} from '../core/draft/prompt.js';
import { findFrontMatter, parseYaml } from './front-matter.js';

const schema = z.object({
  name: z.string(),
  version: z.number().int().positive(),
  placeholders: z.array(z.string()),
});

/**
 * Reads every prompt of a folder and checks it.
 * @throws AppError that names the file and what is missing from it or unknown in it
 */
export async function loadPrompts(folder: string): Promise<Prompts> {
  const names = Object.keys(promptPlaceholders) as PromptName[];
  const prompts = await Promise.all(names.map((name) => loadPrompt(folder, name)));
  return Object.fromEntries(names.map((name, i) => [name, prompts[i]!])) as unknown as Prompts;
}

async function loadPrompt(folder: string, name: PromptName): Promise<Prompt> {
  const file = path.join(folder, `${name}.md`);
  const fail = (problem: string, cause?: unknown): AppError =>
    new AppError(`the prompt ${file} ${problem}`, {
      userMessage: 'The bot is not configured correctly.',
      cause,
    });
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw fail('cannot be read: reinstall presscite', cause);
  });
  const { yaml, end } = findFrontMatter(text);
  let head: z.infer<typeof schema>;
  try {
    head = schema.parse(parseYaml(yaml ?? ''));
  } catch (cause) {
    throw fail('needs front matter with name, version (a whole number) and placeholders', cause);
  }
  if (head.name !== name) throw fail(`is called ${head.name} in its front matter: call it ${name}`);
  const messages = readMessages(text.slice(end));
  if (messages.length === 0) throw fail('holds no message: write it under a line "# user"');
  const used = messages.flatMap(({ content }) =>
    Array.from(content.matchAll(placeholderPattern), ([, placeholder]) => placeholder!),
  );
  const required: readonly string[] = promptPlaceholders[name];
  for (const placeholder of required) {
    if (!used.includes(placeholder)) throw fail(`lacks {{${placeholder}}}: put it where it belongs`);
  }
  for (const placeholder of used) {
    if (!required.includes(placeholder)) {
      throw fail(`holds {{${placeholder}}}, which nothing fills: there are ${required.join(', ')}`);
    }
  }
  if (head.placeholders.toSorted().join() !== required.toSorted().join()) {
    throw fail(`must list in its front matter the placeholders ${required.join(', ')}`);
  }
  return { name, version: head.version, messages };
}

function readMessages(body: string): ChatMessage[] {
  const [, ...parts] = body.replaceAll('\r\n', '\n').split(/^# (system|user|assistant)[ \t]*$/mu);
  const messages: ChatMessage[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    messages.push({ role: parts[i] as ChatMessage['role'], content: parts[i + 1]!.trim() });
  }
  return messages;
}
