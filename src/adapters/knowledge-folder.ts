/** The knowledge folder: every file in it, read as the releases it holds. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../core/app-error.js';
import type { FoldTables } from '../core/text/fold.js';
import type { KnowledgeFile } from '../core/corpus/knowledge.js';
import { parseJsonlFile } from './jsonl-format.js';
import { parseTextFile, type ParsedFile } from './text-format.js';

export const sidecarSuffix = '.yaml';

/** The kinds of file that hold releases. */
export const knowledgeEndings: readonly string[] = ['.txt', '.md', '.jsonl'];

/**
 * Reads all files of a folder and its subfolders in the order of their names. A release whose id an earlier file has
 * taken is left out and reported.
 * @throws AppError when the folder cannot be read
 */
export async function readKnowledge(folder: string, tables: FoldTables): Promise<KnowledgeFile[]> {
  const files = await listFiles(folder);
  const taken = new Map<string, string>();
  const read: KnowledgeFile[] = [];
  for (const file of files) {
    const parsed = await readFileOf(folder, file, files, tables);
    read.push(parsed ? withUniqueIds(file, parsed, taken) : { file, status: 'read', reason: null, releases: [] });
  }
  return read;
}

async function listFiles(folder: string): Promise<Set<string>> {
  try {
    const entries = await readdir(folder, { recursive: true });
    const files: string[] = [];
    for (const entry of entries.sort()) {
      const found = await stat(path.join(folder, entry)).catch(() => null);
      if (found?.isFile()) files.push(entry.split(path.sep).join('/'));
    }
    return new Set(files);
  } catch (cause) {
    throw new AppError(
      `cannot read the knowledge folder ${path.resolve(folder)}: create it or name another with --knowledge`,
      {
        userMessage: 'The folder with the press releases cannot be read.',
        cause,
      },
    );
  }
}

/** Parses one file by its ending; null for a sidecar, which its neighbour reads. */
async function readFileOf(
  folder: string,
  file: string,
  files: ReadonlySet<string>,
  tables: FoldTables,
): Promise<ParsedFile | null> {
  if (isSidecar(file, files)) return null;
  if (path.posix.basename(file).startsWith('.')) return rejected('hidden files are not read');
  const ending = path.posix.extname(file).toLowerCase();
  if (!knowledgeEndings.includes(ending)) {
    return rejected(`${ending || 'a file without an ending'} is not supported: use .txt, .md or .jsonl`);
  }
  const text = await decode(path.join(folder, file));
  if (text === null) return rejected('is not UTF-8 text: save it as UTF-8');
  if (ending === '.jsonl') return parseJsonlFile(file, text, tables);
  const sidecar = files.has(file + sidecarSuffix) ? await decode(path.join(folder, file + sidecarSuffix)) : null;
  return parseTextFile(file, text, sidecar, tables);
}

function rejected(reason: string): ParsedFile {
  return { releases: [], problems: [reason] };
}

function isSidecar(file: string, files: ReadonlySet<string>): boolean {
  return file.endsWith(sidecarSuffix) && files.has(file.slice(0, -sidecarSuffix.length));
}

/** The text of a file with its byte order mark, so that offsets hold for everyone; null when it is not UTF-8. */
async function decode(file: string): Promise<string | null> {
  return decodeUtf8(await readFile(file));
}

/** The text of bytes with its byte order mark; null when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withUniqueIds(file: string, parsed: ParsedFile, taken: Map<string, string>): KnowledgeFile {
  const problems = [...parsed.problems];
  const releases = parsed.releases.filter(({ id }) => {
    const owner = taken.get(id);
    if (owner !== undefined) problems.push(`id ${id} is already used in ${owner}; skipped`);
    else taken.set(id, file);
    return owner === undefined;
  });
  const status = releases.length === 0 ? 'rejected' : problems.length > 0 ? 'partial' : 'read';
  return { file, status, reason: summarize(problems), releases };
}

/** The first three problems in one line. */
function summarize(problems: readonly string[]): string | null {
  if (problems.length === 0) return null;
  const more = problems.length > 3 ? ` · and ${problems.length - 3} more` : '';
  return problems.slice(0, 3).join(' · ') + more;
}
