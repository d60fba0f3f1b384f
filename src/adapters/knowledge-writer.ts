/** Changing the knowledge folder: new files, whole or not at all, and files that go. */
import { constants } from 'node:fs';
import { access, copyFile, link, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../core/app-error.js';
import { knowledgeEndings, sidecarSuffix } from './knowledge-folder.js';

/** Longer names trouble file systems: 255 bytes are 85 Han characters. */
const longestName = 60;
/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * A name for a file in the knowledge folder itself: the last part of any path, letters, digits, `.`, `_`, `-` and spaces, not
 * hidden, with an ending that is read.
 * @returns null when the ending is none that is read
 */
export function safeFileName(name: string): string | null {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1)!;
  const ending = path.posix.extname(last).toLowerCase();
  if (!knowledgeEndings.includes(ending)) return null;
  const stem = last
    .slice(0, -ending.length)
    .replace(/[^\p{L}\p{N}._ -]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/gu, '');
  const short = [...stem].slice(0, longestName).join('').trim();
  return `${short === '' || reserved.test(short) ? `release-${short}` : short}${ending}`.replace('-.', '.');
}

/** A name that no file of the folder has: the given one, or `name-2.txt`, `name-3.txt`, …; upper and lower case are one. */
export async function freeFileName(folder: string, name: string): Promise<string> {
  const taken = new Set((await readdir(folder)).map((file) => file.normalize('NFC').toLowerCase()));
  const ending = path.posix.extname(name);
  const stem = name.slice(0, -ending.length);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem}-${n}${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/**
 * Writes a new file: under another name first, so that nobody reads half of it.
 * @param file a name made by {@link freeFileName}
 * @throws AppError when there is a file of that name by now, or the folder cannot be written
 */
export async function writeNewFile(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const target = inside(folder, file);
  const temporary = `${inside(folder, `.${file}`)}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await publish(temporary, target);
  } catch (cause) {
    throw new AppError(
      `cannot write ${target} (${cause instanceof Error ? cause.message : String(cause)}): check that the folder can be written`,
      { userMessage: 'The knowledge folder cannot be written.', cause },
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives a file its name unless the name is taken; a file system without hard links copies. */
async function publish(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    await copyFile(temporary, target, constants.COPYFILE_EXCL);
  }
}

/**
 * Deletes a file of the folder and its sidecar.
 * @param file relative to the folder, as the corpus names it
 * @throws AppError when it cannot be deleted
 */
export async function deleteFile(folder: string, file: string): Promise<void> {
  const target = inside(folder, file);
  try {
    await access(target);
    await rm(target);
    await rm(target + sidecarSuffix, { force: true });
  } catch (cause) {
    throw new AppError(`cannot delete ${target}: delete it by hand and use /reindex`, {
      userMessage: 'The file cannot be deleted.',
      cause,
    });
  }
}

/** The bytes of all files of a folder; 0 when there is none. */
export async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    files.map(async (file) => {
      const found = await stat(path.join(folder, file)).catch(() => null);
      return found?.isFile() ? found.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @throws Error when the path leads out of the folder, which would be a bug */
function inside(folder: string, file: string): string {
  const target = path.resolve(folder, file);
  if (!target.startsWith(path.resolve(folder) + path.sep)) {
    throw new Error(`${file} is outside of the knowledge folder`);
  }
  return target;
}
