import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startModels, type Models } from '../../src/adapters/model-process.js';
import { AppError } from '../../src/core/app-error.js';
import { makeFolder } from '../support/folder.js';

/**
 * Stands in for the models: it does a job for as many ms as a text says, dies of «crash», and of «crash once» only
 * while its folder holds no mark. A claim's result is its place among all items done.
 */
const fakeProgram = `
import { existsSync, writeFileSync } from 'node:fs';
process.on('disconnect', () => process.exit());
let done = 0;
process.on('message', async ({ id, job }) => {
  const results = [];
  for (const item of job.items) {
    const text = item.claim ?? item.text ?? item;
    if (text === 'crash once' && !existsSync(process.argv[1] + '.mark')) {
      writeFileSync(process.argv[1] + '.mark', '');
      process.exit(3);
    }
    if (text === 'crash') process.exit(3);
    if (text === 'fail') return process.send({ id, error: 'bad job' });
    await new Promise((resolve) => setTimeout(resolve, Number(text) || 0));
    results.push(item.claim === undefined ? new Float32Array([1]) : ++done);
  }
  process.send({ id, results });
});
process.send({ models: { reader: { id: 'r' }, embedder: { id: 'e', dimensions: 1 }, warnings: [] } });
`;

const sources = { readerFolder: 'unused', embeddingModel: 'unused', cacheFolder: 'unused' };

async function startFake(child = fakeProgram): Promise<{
  reader: NonNullable<Models['reader']>;
  embedder: NonNullable<Models['embedder']>;
  close: Models['close'];
  warnings: string[];
}> {
  const folder = await makeFolder({ 'child.mjs': child });
  const warnings: string[] = [];
  const { reader, embedder, close } = await startModels({
    ...sources,
    warn: (line) => warnings.push(line),
    program: path.join(folder, 'child.mjs'),
  });
  onTestFinished(close);
  return { reader: reader!, embedder: embedder!, close, warnings };
}

const claim = (text: string) => ({ claim: text, premise: '' });

describe('the process of the models', () => {
  it('lets chats take turns, however much one asks', async () => {
    const { reader } = await startFake();
    const hold = reader.support([claim('50')], { chat: 'other' });
    const many = Array.from({ length: 6 }, () => reader.support([claim('')], { chat: 'a' }));
    const long = reader.support(
      Array.from({ length: 12 }, () => claim('')),
      { chat: 'b' },
    );
    const [place] = await reader.support([claim('')], { chat: 'c' });
    // Behind one call of a and four claims of b.
    expect(place).toBe(7);
    await hold;
    expect((await Promise.all(many)).flat()).toEqual([2, 8, 13, 18, 19, 20]);
    expect(await long).toEqual([3, 4, 5, 6, 9, 10, 11, 12, 14, 15, 16, 17]);
  });

  it('answers a question before passages that wait, and tells how many are done', async () => {
    const { embedder, reader } = await startFake();
    const counts: number[] = [];
    const passages = embedder.embedPassages(Array(40).fill('1'), (count) => counts.push(count));
    await embedder.embedQuery('0');
    await reader.support([claim('')]);
    expect(counts.length).toBeLessThan(4);
    expect(await passages).toHaveLength(40);
    expect(counts).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
  });

  it('rejects at once for the reason of an abort, and drops what has not begun', async () => {
    const { reader } = await startFake();
    const controller = new AbortController();
    const { signal } = controller;
    const underWay = reader.support([claim('200')], { signal });
    const waiting = reader.support([claim('')], { signal });
    const next = reader.support([claim('')]);
    const reason = new Error('too late');
    setTimeout(() => controller.abort(reason), 20);
    const startMs = performance.now();
    await expect(underWay).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(performance.now() - startMs).toBeLessThan(150);
    await expect(reader.support([claim('')], { signal })).rejects.toBe(reason);
    expect(await next).toEqual([2]);
  });

  it('refuses more than 200 that wait, in words for a person', async () => {
    const { reader } = await startFake();
    const taken = Array.from({ length: 201 }, () => reader.support([claim('')]));
    const refused = await reader.support([claim('')]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).userMessage).toMatch(/try again in a moment/);
    expect(await Promise.all(taken)).toHaveLength(201);
  });

  it('does again what was under way when the process ended, and says so', async () => {
    const { reader, warnings } = await startFake();
    const after = [claim('crash once'), claim('x')];
    expect(await reader.support(after)).toEqual([1, 2]);
    expect(warnings).toEqual([expect.stringMatching(/exit code 3.*starts again/)]);
  });

  it('rejects what ends the process twice, and goes on with the others', async () => {
    const { reader } = await startFake();
    const deadly = reader.support([claim('crash')]);
    const harmless = reader.support([claim('')]);
    await expect(deadly).rejects.toThrow(AppError);
    expect(await harmless).toEqual([1]);
  });

  it('asks no other models when the files have changed meanwhile', async () => {
    const changing = "{ id: existsSync(process.argv[1] + '.mark') ? 'new' : 'r' }";
    const { reader } = await startFake(fakeProgram.replace("{ id: 'r' }", changing));
    await expect(reader.support([claim('crash once')])).rejects.toThrow('have changed');
    await expect(reader.support([claim('')])).rejects.toThrow('have changed');
  });

  it('rejects a job that fails, and answers the next', async () => {
    const { reader } = await startFake();
    await expect(reader.support([claim('fail')])).rejects.toThrow('bad job');
    expect(await reader.support([claim('')])).toEqual([1]);
  });

  it('rejects what waits when it is closed, and what comes later', async () => {
    const { reader, close } = await startFake();
    const asked = [reader.support([claim('500')]), reader.support([claim('')])];
    const rejected = asked.map((answer) => expect(answer).rejects.toThrow(AppError));
    await close();
    await Promise.all(rejected);
    await expect(reader.support([claim('')])).rejects.toThrow(AppError);
  });

  it('has no models and warns once when the process cannot run', async () => {
    const warnings: string[] = [];
    const folder = await makeFolder({ 'child.mjs': 'process.exit(7)' });
    const models = await startModels({
      ...sources,
      warn: (line) => warnings.push(line),
      program: path.join(folder, 'child.mjs'),
    });
    expect(models).toMatchObject({ reader: null, embedder: null });
    expect(warnings).toEqual([expect.stringMatching(/exit code 7/)]);
    await models.close();
  });

  it.each([
    ['ends by itself', '', null],
    ['is killed', 'setInterval(() => {}, 1000); process.kill(process.pid, "SIGKILL");', 'SIGKILL'],
  ])('keeps no program alive, and ends when the program %s', async (_, last, endsBy) => {
    const folder = await makeFolder({
      'child.mjs': fakeProgram,
      'program.mjs': `
        import { startModels } from ${JSON.stringify(path.resolve('dist/adapters/model-process.js'))};
        const program = new URL('child.mjs', import.meta.url).pathname;
        const { reader } = await startModels({ ...${JSON.stringify(sources)}, warn: console.error, program });
        console.error(await reader.support([{ claim: '1', premise: '' }]));
        ${last}`,
    });
    const program = spawn(process.execPath, ['--import', 'tsx', path.join(folder, 'program.mjs')]);
    let stderr = '';
    program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    // It is closed when both have ended: they share its stderr.
    const [code, signal] = await once(program, 'close');
    expect({ code, signal }, stderr).toEqual({ code: endsBy ? null : 0, signal: endsBy });
    expect(stderr).toContain('[ 1 ]');
  });
});
