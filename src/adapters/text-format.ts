/** Reading `.txt` and `.md`: optional YAML front matter, then one or several releases. */
import { parse as parseYaml } from 'yaml';
import type { Release } from '../core/corpus.js';
import type { FoldTables } from '../core/fold.js';
import { splitReleases } from '../core/split-releases.js';
import { describeRelease, readMetadata, type Metadata } from './metadata.js';

/** The releases of one file's text, and what in it could not be used. */
export interface ParsedFile {
  readonly releases: Release[];
  readonly problems: string[];
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*\r?$\n?/mu;

/**
 * Parses the text of a `.txt` or `.md` file.
 *
 * What the metadata states wins over what the text states. With several releases in a file, outlet, date and
 * address hold for all of them, a title for the first. Ids are `file#1`, `file#2`, ….
 *
 * @param sidecar the text of the YAML file beside it, null when there is none
 */
export function parseTextFile(
  file: string,
  text: string,
  sidecar: string | null,
  tables: FoldTables,
): ParsedFile {
  const found = file.endsWith('.md') ? frontMatter.exec(text) : null;
  // Two rules further down are no front matter.
  const head = found?.index === 0 ? found : null;
  const { metadata, problems } = readYaml(head?.[1] ?? sidecar ?? '');
  const offset = head ? head[0].length : text.startsWith('\uFEFF') ? 1 : 0;
  const stated = splitReleases(text.slice(offset), tables);
  const releases = stated.map((one, i) => ({
    id: `${file}#${i + 1}`,
    ...describeRelease(i === 0 ? metadata : { ...metadata, title: null }, one),
    file,
    body: text.slice(offset + one.start, offset + one.end),
    offset: offset + one.start,
  }));
  return { releases, problems: releases.length === 0 ? ['holds no text', ...problems] : problems };
}

function readYaml(yaml: string): { metadata: Metadata; problems: string[] } {
  try {
    return readMetadata(parseYaml(yaml));
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    return { metadata: {}, problems: [`front matter is not valid YAML (${line}); ignored`] };
  }
}
