import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createMemoryDailyCounts } from '../../src/adapters/memory-daily-counts.js';
import { countAnswers } from '../../src/app/count-answers.js';
import type { ReleaseManager, UploadPreview } from '../../src/core/corpus/manage-releases.js';
import { answer } from '../bot/answers.js';
import { makeFolder } from '../support/folder.js';
import { manageFolder } from '../support/managed-folder.js';

const text = '全市外贸创新高\n新华社云港1月5日电（记者李明）2024年，全市进出口总额达3862.5亿元。新增外贸企业1280家。';

async function previewOf(manager: ReleaseManager, name: string, content: string): Promise<UploadPreview> {
  const preview = await manager.preview({ name, bytes: Buffer.from(content) });
  if (typeof preview === 'string') throw new Error(preview);
  return preview;
}

describe('createReleaseManager', () => {
  it('finds what an upload repeats, in the other script and otherwise punctuated', async () => {
    const { manager } = await manageFolder(await makeFolder({ 'a.txt': text }));
    const traditional =
      '全市外貿創新高\n新華社雲港1月5日電（記者李明）2024年,全市進出口總額達3862.5億元。新增外貿企業1280家!';
    const [one] = (await previewOf(manager, 'b.txt', traditional)).releases;
    expect(one!.alike).toMatchObject({ release: { file: 'a.txt' }, share: 1 });
    const [other] = (await previewOf(manager, 'c.txt', '东港支线今天开始试运行，设17个车站。')).releases;
    expect(other!.alike).toBeNull();
  });

  it('writes nothing before it is told to, and makes changes one after another', async () => {
    const folder = await makeFolder();
    const { index, manager } = await manageFolder(folder);
    const previews = await Promise.all(
      ['a.txt', 'b.txt', 'c.txt'].map((name, i) => previewOf(manager, name, `${text}第${i}版。`)),
    );
    expect(await readdir(folder)).toEqual([]);
    const added = await Promise.all(previews.map((preview) => manager.add(preview)));
    expect(added.map((releases) => releases.map(({ id }) => id))).toEqual([['a.txt#1'], ['b.txt#1'], ['c.txt#1']]); // prettier-ignore
    await Promise.all([manager.remove('a.txt'), manager.remove('../elsewhere.txt'), manager.reindex()]);
    expect(index.releases.map(({ prepared }) => prepared.release.id)).toEqual(['b.txt#1', 'c.txt#1']);
  });

  it('goes on after a change that failed', async () => {
    const { manager } = await manageFolder(await makeFolder());
    const preview = await previewOf(manager, 'a.txt', text);
    const results = await Promise.allSettled([manager.add(preview), manager.add(preview), manager.reindex()]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

it('counts the answers of the day, also over a restart', async () => {
  let day = '2026-01-01';
  const counts = createMemoryDailyCounts();
  const start = () =>
    countAnswers(
      async (question) => answer({ question }),
      counts,
      () => day,
    );
  const { ask } = start();
  await ask('一');
  await ask('二', { person: '1' });
  const { ask: askAnew, answersToday } = start();
  expect(await answersToday()).toBe(2);
  day = '2026-01-02';
  expect(await answersToday()).toBe(0);
  await askAnew('三');
  expect(await answersToday()).toBe(1);
});
