/** Reading `.txt` and `.md`: optional YAML front matter, then one or several releases. */
import type { Release } from '../core/corpus/corpus.js';
import type { FoldTables } from '../core/text/fold.js';
import { splitReleases } from '../core/corpus/split-releases.js';
import { findFrontMatter, parseYaml } from './front-matter.js';
import { describeRelease, readMetadata, type Metadata } from './metadata.js';

/** The releases of one file's text, and what in it could not be used. */
export interface ParsedFile {
  readonly releases: Release[];
  readonly problems: string[];
}

/**
 * Parses the text of a `.txt` or `.md` file.
 *
 * What the metadata states wins over what the text states. With several releases in a file, outlet, date and
 * address hold for all of them, a title for the first. Ids are `file#1`, `file#2`, ….
 *
 * @param sidecar the text of the YAML file beside it, null when there is none
 */
export function parseTextFile(file: string, text: string, sidecar: string | null, tables: FoldTables): ParsedFile {
  const head = findFrontMatter(file.endsWith('.md') ? text : text.slice(0, 1));
  const { metadata, problems } = readYaml(head.yaml ?? sidecar ?? '');
  const offset = head.end;
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
    const { message } = error as Error;
    return { metadata: {}, problems: [`front matter is not valid YAML (${message}); ignored`] };
  }
}
