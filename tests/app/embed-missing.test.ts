import { describe, expect, it } from 'vitest';
import { embedMissing } from '../../src/app/embed-missing.js';
import { indexOf } from '../support/corpus-of.js';
import { FakeEmbedder } from '../support/fake-embedder.js';
import { release } from '../bot/answers.js';

/** Three releases and a clock by which each takes its time. */
function setUp(eachMs: number) {
  const index = indexOf(
    ['a', 'b', 'c'].map((id) => release({ id, title: `题${id}`, publishedOn: null, body: '正文。' })),
  );
  let time = 0;
  const saved: number[] = [];
  const embedder = new FakeEmbedder();
  const embedPassages = embedder.embedPassages.bind(embedder);
  embedder.embedPassages = (texts) => {
    time += eachMs;
    return embedPassages(texts);
  };
  const deps = { embedder, save: async () => void saved.push(index.vectors.size), now: () => time };
  return { index, embedder, saved, deps };
}

describe('embedMissing', () => {
  it('gives every release its vectors, under its header, and saves them', async () => {
    const { index, embedder, saved, deps } = setUp(1);
    const progress: [number, number][] = [];
    const onProgress = (...one: [number, number]) => void progress.push(one);
    expect(await embedMissing(index, { ...deps, onProgress })).toBe(0);
    expect(embedder.embedded).toEqual(['题a 正文。', '题b 正文。', '题c 正文。']);
    expect(progress).toEqual([1, 2, 3].map((done) => [done, 3]));
    expect(index.unembedded).toEqual([]);
    expect(saved).toEqual([3]);
    expect(await embedMissing(index, deps)).toBe(0);
    expect(saved).toEqual([3]);
  });

  it('stops at the deadline, and goes on from there the next time', async () => {
    const { index, embedder, saved, deps } = setUp(100);
    expect(await embedMissing(index, deps, 150)).toBe(1);
    expect(saved).toEqual([2]);
    expect(await embedMissing(index, deps)).toBe(0);
    expect(embedder.embedded).toHaveLength(3);
    expect(saved).toEqual([2, 3]);
  });

  it('saves on the way, so that little is lost when the process is killed', async () => {
    const { index, saved, deps } = setUp(20_000);
    await embedMissing(index, deps);
    expect(saved).toEqual([2, 3]);
  });

  it('leaves alone what was removed meanwhile', async () => {
    const { index, deps } = setUp(1);
    await embedMissing(index, { ...deps, onProgress: () => index.remove('c') });
    expect(index.vectors.size).toBe(2);
  });
});
