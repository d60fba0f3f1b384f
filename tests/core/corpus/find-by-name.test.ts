import { describe, expect, it } from 'vitest';
import { findByName } from '../../../src/core/corpus/find-by-name.js';
import { release } from '../../bot/answers.js';
import { tables } from '../../support/tables.js';

const releases = [
  release({ id: 'old/a.txt#1', file: 'old/a.txt', title: '綜改示範區招商引資' }),
  release({ id: 'old/a.txt#2', file: 'old/a.txt', title: null, body: '2024年開局良好。又一句。' }),
  release({ id: '7', file: 'b.jsonl', title: '示範區招商' }),
  release({ id: 'x', file: 'c.md', title: 'Exports Rise' }),
];

const found = (name: string) => findByName(name, releases, tables).map(({ id }) => id);

describe('findByName', () => {
  it.each([
    ['2', ['old/a.txt#2']], ['7', ['7']], ['old/a.txt#1', ['old/a.txt#1']],
    ['old/a.txt', ['old/a.txt#1', 'old/a.txt#2']], ['a.txt', ['old/a.txt#1', 'old/a.txt#2']], ['c.md', ['x']],
    ['招商引资', ['old/a.txt#1']], ['示范区招商', ['7']], ['示范区', ['old/a.txt#1', '7']], ['开局', ['old/a.txt#2']],
    ['ＥＸＰＯＲＴＳ', ['x']],
  ])('finds %s', (name, ids) => {
    expect(found(name)).toEqual(ids);
  }); // prettier-ignore

  it.each(['0', '5', '2024', '-1', '.txt', 'txt', '又一句', '', '（(zhuǎn)'])('finds nothing for %j', (name) => {
    expect(found(name)).toEqual([]);
  });
});
