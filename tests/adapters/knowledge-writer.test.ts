import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteFile, freeFileName, safeFileName, writeNewFile } from '../../src/adapters/knowledge-writer.js';
import { makeFolder } from '../support/folder.js';

describe('safeFileName', () => {
  it('gives a plain name with an ending that is read, whatever it is given', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('..', '/', '\\', '.', 'con', '長'.repeat(99), ' ', '\u0000', '~', '$HOME'),
    );
    const name = fc
      .tuple(fc.array(part, { maxLength: 6 }), fc.constantFrom('.txt', '.TXT', '.md', '.jsonl', ''))
      .map(([parts, ending]) => parts.join('') + ending);
    fc.assert(
      fc.property(name, (given) => {
        const safe = safeFileName(given);
        if (safe === null) return;
        expect(safe).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._ -]*\.(?:txt|md|jsonl)$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
        expect(path.basename(safe)).toBe(safe);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what a good name has', () => {
    expect(safeFileName('第四十場 新聞發布會_2024-12-27.txt')).toBe('第四十場 新聞發布會_2024-12-27.txt');
    expect(safeFileName('a.b.md')).toBe('a.b.md');
    for (const name of ['a', 'a.pdf', 'a.txt.exe', '', '.txt/']) expect(safeFileName(name)).toBeNull();
  });
});

describe('a changed folder', () => {
  it('gets a new file whole, and never another one’s name', async () => {
    const folder = await makeFolder({ 'A.txt': 'old', 'a-2.txt': 'old' });
    expect(await freeFileName(folder, 'a.txt')).toBe('a-3.txt');
    expect(await freeFileName(folder, 'b.txt')).toBe('b.txt');
    await writeNewFile(folder, 'b.txt', Buffer.from('new'));
    expect(await readFile(path.join(folder, 'b.txt'), 'utf8')).toBe('new');
    await expect(writeNewFile(folder, 'b.txt', Buffer.from('x'))).rejects.toThrow(/cannot write/);
    expect(await readFile(path.join(folder, 'b.txt'), 'utf8')).toBe('new');
    await expect(writeNewFile(folder, '../c.txt', Buffer.from('x'))).rejects.toThrow(/outside/);
    expect((await readdir(folder)).sort()).toEqual(['A.txt', 'a-2.txt', 'b.txt']);
  });

  it('loses a file with its sidecar, and nothing outside of it', async () => {
    const folder = await makeFolder({ 'x/a.txt': '1', 'x/a.txt.yaml': '', 'b.txt': '2' });
    await deleteFile(folder, 'x/a.txt');
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['b.txt', 'x']);
    await expect(deleteFile(folder, 'x/a.txt')).rejects.toThrow(/cannot delete/);
    await expect(deleteFile(folder, '../other/b.txt')).rejects.toThrow(/outside/);
  });
});
