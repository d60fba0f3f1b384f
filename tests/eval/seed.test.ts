/** The models that come with presscite, asked about the releases in knowledge/. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScriptConverter } from '../../src/adapters/script-converter.js';
import type { Answer } from '../../src/core/answer/answer.js';
import { openEngine, type Engine } from '../../src/engine.js';

/** Set with the weights. */
const thresholds = {
  /** Of the answerable that are answered or offered: the first citation holds the answer. */
  rightFirst: 0.9,
  /** Of what is asserted: wrong. */
  wrongAsserted: 0.1,
  /** Of the unanswerable: not asserted. */
  notAsserted: 0.9,
} as const;
const mostMs = 300_000;

/** What a part of a question is answered with: any of the evidence is in the citation. */
interface Gold {
  readonly evidence: readonly string[];
}

interface SeedQuestion extends Partial<Gold> {
  readonly id: string;
  readonly question: string;
  readonly kind: 'answered' | 'partial' | 'unanswerable';
  readonly parts?: readonly Gold[];
}

type Asked = SeedQuestion & { readonly answer: Answer };

const { toSimplified } = loadScriptConverter();
const questions = readFileSync('tests/eval/seed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SeedQuestion);
const indexFolder = await mkdtemp(path.join(tmpdir(), 'presscite-'));
let engine: Engine;
const asked: Asked[] = [];

/** Whether a text holds one of the words, in either script; 3项 is not in 13项. */
const holdsAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) =>
    ` ${toSimplified(text)}`
      .split(word)
      .slice(0, -1)
      .some((before) => !/[\d.]$/u.test(before) || !/^\d/u.test(word)),
  );

const isAsserted = ({ answer: { kind } }: Asked): boolean => kind === 'answered' || kind === 'partial';
const isRight = ({ kind, evidence = [], parts = [{ evidence }], answer }: Asked): boolean =>
  kind !== 'unanswerable' && parts.some((part) => holdsAny(answer.citations[0]?.quote ?? '', part.evidence));

/** The share for which something holds; the ids of the others are in the message of a failure. */
function share(all: readonly Asked[], holds: (one: Asked) => boolean): [share: number, not: string] {
  const not = all.filter((one) => !holds(one));
  return [1 - not.length / all.length, not.map(({ id }) => id).join(' ')];
}

beforeAll(async () => {
  const silent = { warn: () => undefined, progress: () => undefined, log: () => undefined };
  const embeddingModel = path.resolve('models/embedder');
  const folders = { knowledgeFolder: 'knowledge', indexFolder };
  engine = await openEngine({ embeddingModel, languageModel: null, ...folders }, silent);
  await engine.ingest();
  await engine.embed();
  for (const one of questions) asked.push({ ...one, answer: await engine.ask(one.question) });
}, mostMs);

afterAll(async () => {
  await engine.close();
  await rm(indexFolder, { recursive: true });
});

describe('the questions about the releases in knowledge/', () => {
  it('have the right citation first, when they are answered or offered', () => {
    const found = asked.filter((one) => one.kind === 'answered' && one.answer.citations.length > 0);
    const [right, wrong] = share(found, isRight);
    expect(right, wrong).toBeGreaterThanOrEqual(thresholds.rightFirst);
  });

  it('are seldom answered wrongly', () => {
    const [right, wrong] = share(asked.filter(isAsserted), isRight);
    expect(1 - right, wrong).toBeLessThanOrEqual(thresholds.wrongAsserted);
  });

  it('are not answered when the releases do not answer', () => {
    const unanswerable = asked.filter(({ kind }) => kind === 'unanswerable');
    const [refused, answered] = share(unanswerable, (one) => !isAsserted(one));
    expect(refused, answered).toBeGreaterThanOrEqual(thresholds.notAsserted);
  });

  it('cite slices of the original, whatever the answer', () => {
    for (const { release, start, end, original } of asked.flatMap((one) => one.answer.citations)) {
      const text = readFileSync(path.join('knowledge', release.file), 'utf8');
      expect(text.slice(start, end)).toBe(original);
    }
  });
});
