import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { languageOf, sayIn } from '../../src/bot/texts.js';

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** The variables of each text of a language. */
function textsOf(language: string): Map<string, string[]> {
  const source = readFileSync(`src/bot/texts/${language}.ftl`, 'utf8');
  return new Map(new FluentResource(source).body.map(({ id, value }) => [id, [...variablesIn(value)].sort()]));
}

function variablesIn(pattern: unknown): Set<string> {
  const found = JSON.stringify(pattern).matchAll(/\{"type":"var","name":"(\w+)"/g);
  return new Set(Array.from(found, ([, name]) => name!));
}

/** Each `say('id')` or `say('id', { … })` in the sources of the bot, a template as `command-*`, with the names of the values. */
const sources = readdirSync('src/bot', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join('src/bot', file), 'utf8'));
const calls = sources.flatMap((source) =>
  Array.from(source.matchAll(/\bsay\(\s*(['`])([^'`]+)\1,?\s*/g), (call) => ({
    id: call[2]!.replace(/\$\{[^}]*\}/g, '*'),
    values: keysOf(source.slice(call.index + call[0].length)),
  })),
);

/** The keys of the object literal that a text opens with; none when it opens with something else. */
function keysOf(text: string): string[] {
  if (!text.startsWith('{')) return [];
  const keys: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if ('{[('.includes(char)) depth++;
    if ('}])'.includes(char)) depth--;
    if ((char === ',' && depth === 1) || depth === 0) {
      const key = /^[{\s]*(\w+)/.exec(part)?.[1];
      if (key) keys.push(key);
      part = '';
    } else part += char;
    if (depth === 0) break;
  }
  return keys.sort();
}

function isSaid(id: string, said: string): boolean {
  return said.endsWith('*') ? id.startsWith(said.slice(0, -1)) : id === said;
}

describe.each(languages)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('are all there, with the same variables as in English', () => {
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(textsOf('en')));
  });

  it('hold every text that the bot says, with the values that it is given', () => {
    expect(calls.length).toBeGreaterThan(50);
    for (const { id: said, values } of calls) {
      const meant = [...texts].filter(([id]) => isSaid(id, said));
      expect(meant, said).not.toEqual([]);
      for (const [id, variables] of meant) expect(values, id).toEqual(variables);
    }
  });

  it('are said by literal ids, so that this test sees them', () => {
    for (const source of sources) expect(source).not.toMatch(/\bsay\((?!\s*['`])/);
  });

  it('hold nothing that the bot does not say', () => {
    expect([...texts.keys()].filter((id) => !calls.some((call) => isSaid(id, call.id)))).toEqual([]);
  });

  it('are in that language', () => {
    const say = sayIn(language);
    const words = [...texts].filter(([id]) => !/^(?:style|language|button)-/.test(id));
    for (const [id, variables] of words) {
      const text = say(id, Object.fromEntries(variables.map((name) => [name, 2])));
      if (language !== 'en') expect(text, id).toMatch(/\p{Script=Han}/u);
      expect(text, id).toBe(text.trim());
    }
  });
});

it('fit where Telegram shows them', () => {
  for (const language of languages) {
    for (const id of textsOf(language).keys()) {
      if (id.startsWith('command-')) expect(sayIn(language)(id).length).toBeLessThanOrEqual(256);
    }
    const say = sayIn(language);
    const alerts = 'gone button-unknown vote-withdrawn more-gone settings-admins-only failed';
    for (const id of alerts.split(' ')) {
      expect(say(id).length, id).toBeLessThanOrEqual(200); // answerCallbackQuery
    }
    expect(say('vote-given', { sign: '👍' }).length).toBeLessThanOrEqual(200);
    expect(say('inline-nothing').length).toBeLessThanOrEqual(64);
  }
});

it('are said in the script of any Chinese, in 简体中文 where nothing is known, else in English', () => {
  expect(languageOf(undefined)).toBe('zh-Hans');
  expect(languageOf('zh')).toBe('zh-Hans');
  expect(languageOf('zh-CN')).toBe('zh-Hans');
  for (const tag of ['zh-hant', 'zh-TW', 'zh_HK', 'zh-mo']) expect(languageOf(tag)).toBe('zh-Hant');
  expect(languageOf('pt-br')).toBe('en');
});

it('refuse to be said with a value missing', () => {
  expect(() => sayIn('en')('help')).toThrow(/username/);
  expect(() => sayIn('en')('no-such-text')).toThrow(/no-such-text/);
});
