import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPrompts } from '../../src/adapters/prompt-files.js';
import { refusalPhrase, sentenceId } from '../../src/core/draft/answer-protocol.js';
import { DraftReader } from '../../src/core/draft/draft-reader.js';
import { parseCalculation } from '../../src/core/draft/proposed-calculation.js';
import { fillPrompt, promptPlaceholders } from '../../src/core/draft/prompt.js';
import { makeFolder } from '../support/folder.js';

/** A copy of the prompts with one of them changed. */
async function changed(file: string, change: (text: string) => string): Promise<string> {
  const folder = await makeFolder();
  await cp('prompts', folder, { recursive: true });
  const target = path.join(folder, file);
  await writeFile(target, change(await readFile(target, 'utf8')));
  return folder;
}

describe('loadPrompts', () => {
  it('reads every prompt that comes with presscite', async () => {
    const prompts = await loadPrompts('prompts');
    expect(Object.keys(prompts)).toEqual(Object.keys(promptPlaceholders));
    expect(prompts.answer).toMatchObject({ name: 'answer', version: expect.any(Number) });
    expect(prompts.answer.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(prompts.repair.messages.map(({ role }) => role)).toEqual(['user']);
  });

  it('shows the model only forms that presscite reads', async () => {
    const { answer, repair } = await loadPrompts('prompts');
    const filled = fillPrompt(
      { ...answer, messages: [...answer.messages, ...repair.messages] },
      { refusal: refusalPhrase, exampleId: sentenceId(1, 4), language: '', evidence: '', question: '', claims: '' },
    );
    const lines = filled.flatMap(({ content }) => content.split('\n').map((line) => line.trim()));
    const calculations = lines.filter((line) => line.startsWith('CALC '));
    expect(calculations).toHaveLength(4);
    for (const line of calculations) expect(parseCalculation(line), line).not.toBeNull();
    const examples = lines.filter((line) => line.startsWith('Sentence.'));
    expect(examples).toHaveLength(3);
    for (const line of examples) {
      const [claim] = new DraftReader(() => true).push(`${line}\n`);
      expect(claim).toMatchObject({ text: 'Sentence.', ids: expect.arrayContaining(['R1S4']) });
    }
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ['a missing placeholder', /\{\{evidence\}\}/gu, '', /answer\.md lacks \{\{evidence\}\}/],
    ['an unknown one', /$/u, '{{sources}}', /answer\.md holds \{\{sources\}\}, which nothing fills/],
    ['a list that lacks one', 'evidence, question]', 'evidence]', /must list .+ evidence, question/],
    ['another name', 'name: answer', 'name: reply', /is called reply/],
    ['no version', 'version: 1', '', /needs front matter/],
    ['no front matter', /^---[\s\S]*?---\n/u, '', /needs front matter/],
    ['broken YAML', 'version: 1', 'version: [1', /needs front matter/],
    ['no message', /^# (?:system|user)$/gmu, '', /holds no message/],
  ])('names the file and the problem: %s', async (_, what, by, problem) => {
    const folder = await changed('answer.md', (text) => text.replace(what, by));
    await expect(loadPrompts(folder)).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringMatching(problem),
    });
  });

  it('says that a file is not there', async () => {
    const folder = await changed('answer.md', (text) => text);
    await rm(path.join(folder, 'rewrite.md'));
    await expect(loadPrompts(folder)).rejects.toThrow(/rewrite\.md cannot be read/);
  });
});

describe('fillPrompt', () => {
  it('fills every placeholder once and looks through nothing that it filled in', () => {
    const prompt = { name: 'p', version: 1, messages: [{ role: 'user' as const, content: '{{a}} {{b}} {{a}}' }] };
    expect(fillPrompt(prompt, { a: '{{b}}$&', b: '2' })).toEqual([{ role: 'user', content: '{{b}}$& 2 {{b}}$&' }]);
  });
});
