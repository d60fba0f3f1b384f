import { expect, it } from 'vitest';
import { newestFirst } from '../../../src/core/corpus/newest-first.js';
import { release } from '../../bot/answers.js';

it('orders by date, then by arrival; what came last is new', () => {
  const releases = [
    release({ id: 'old', publishedOn: '2023-01-01' }),
    release({ id: 'undated first' }),
    release({ id: 'new', publishedOn: '2024-12-27' }),
    release({ id: 'new too', publishedOn: '2024-12-27' }),
    release({ id: 'undated last' }),
  ];
  expect(newestFirst(releases).map(({ id }) => id)).toEqual(['new too', 'new', 'old', 'undated last', 'undated first']);
});
