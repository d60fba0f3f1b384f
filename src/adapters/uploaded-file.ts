/** Reading a file that was sent rather than found in the knowledge folder. */
import path from 'node:path';
import type { FoldTables } from '../core/text/fold.js';
import type { UploadFault } from '../core/corpus/manage-releases.js';
import { parseJsonlFile } from './jsonl-format.js';
import { decodeUtf8 } from './knowledge-folder.js';
import { parseTextFile, type ParsedFile } from './text-format.js';

/** The releases that a file would hold under a name of the knowledge folder. */
export function parseUpload(file: string, bytes: Uint8Array, tables: FoldTables): ParsedFile | UploadFault {
  const text = decodeUtf8(bytes);
  if (text === null) return 'encoding';
  const isJsonl = path.posix.extname(file) === '.jsonl';
  const parsed = isJsonl ? parseJsonlFile(file, text, tables) : parseTextFile(file, text, null, tables);
  return parsed.releases.length === 0 ? 'empty' : parsed;
}
