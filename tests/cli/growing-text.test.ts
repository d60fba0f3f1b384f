import { describe, expect, it } from 'vitest';
import { growOn } from '../../src/cli/growing-text.js';

/** A stream that notes what is done to it. */
function fakeStream(isTTY: boolean, columns = 10) {
  const done: string[] = [];
  const stream = {
    isTTY,
    columns,
    write: (text: string) => done.push(text),
    moveCursor: (_: number, rows: number) => done.push(`up ${-rows}`),
    cursorTo: (column: number) => done.push(`column ${column}`),
    clearScreenDown: () => done.push('clear'),
  };
  return { stream: stream as unknown as NodeJS.WriteStream, done };
}

describe('growOn', () => {
  it('shows each text in place of the one before, as wide as it is', () => {
    const { stream, done } = fakeStream(true);
    const growing = growOn(stream);
    growing.show('abc\n一二三四五六'); // 12 columns: two rows
    growing.show('d');
    growing.clear();
    growing.clear();
    const back = ['column 0', 'clear'];
    expect(done).toEqual(['abc\n一二三四五六\n', 'up 3', ...back, 'd\n', 'up 1', ...back]);
  });

  it('shows nothing where nobody looks', () => {
    const { stream, done } = fakeStream(false);
    const growing = growOn(stream);
    growing.show('abc');
    growing.clear();
    expect(done).toEqual([]);
  });
});
