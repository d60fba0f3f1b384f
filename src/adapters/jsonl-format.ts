/** Reading `.jsonl`: one release a line. */
import { z } from 'zod';
import type { Release } from '../core/corpus/corpus.js';
import type { FoldTables } from '../core/text/fold.js';
import { splitReleases } from '../core/corpus/split-releases.js';
import { describeRelease, readMetadata } from './metadata.js';
import type { ParsedFile } from './text-format.js';

const recordSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)], { error: 'is missing' }),
  text: z.string({ error: 'is missing' }).regex(/\S/u, 'is empty'),
});

/** Parses the text of a `.jsonl` file. A line that cannot be read is a problem of its own and loses only itself. */
export function parseJsonlFile(file: string, text: string, tables: FoldTables): ParsedFile {
  const releases: Release[] = [];
  const problems: string[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      const record = recordSchema.parse(JSON.parse(line));
      const { release, problems: own } = readRecord(file, record, tables);
      releases.push(release);
      problems.push(...own.map((problem) => `line ${i + 1}: ${problem}`));
    } catch (error) {
      problems.push(`line ${i + 1}: ${describeError(error)}; skipped`);
    }
  }
  if (releases.length === 0) problems.unshift('holds no release');
  return { releases, problems };
}

function readRecord(
  file: string,
  record: z.infer<typeof recordSchema>,
  tables: FoldTables,
): { release: Release; problems: string[] } {
  const { metadata, problems } = readMetadata(record);
  // A record is one release, however many datelines its text has; the first one describes it.
  const stated = splitReleases(record.text, tables)[0]!;
  const release: Release = {
    id: record.id,
    ...describeRelease(metadata, stated),
    file,
    body: record.text,
    offset: 0,
  };
  return { release, problems };
}

function describeError(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join(', ');
  }
  return 'is not valid JSON';
}
