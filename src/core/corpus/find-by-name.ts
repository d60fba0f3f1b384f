/** Which releases somebody means who writes a number or a name. */
import { fold, type FoldTables } from '../text/fold.js';
import type { Release } from './corpus.js';
import { releaseName } from './release-name.js';

/**
 * The release of that id or of that number, counted from 1; otherwise those of that file, with or without its folder, of that title, or those whose
 * title holds it, the first of these that there are. Scripts, width and case do not count in titles.
 */
export function findByName(name: string, releases: readonly Release[], tables: FoldTables): readonly Release[] {
  const own = releases.find(({ id }) => id === name);
  if (own) return [own];
  // A number that is none of the list's would be found in any title with a year.
  if (/^\d+$/.test(name)) return releases.slice(Number(name) - 1, Number(name));
  const ofFile = releases.filter(({ file }) => file === name || file.endsWith(`/${name}`));
  if (ofFile.length > 0) return ofFile;
  const words = fold(name, tables).text.trim();
  if (words === '') return [];
  const titled = releases.map((release) => ({
    release,
    title: fold(releaseName(release, tables), tables).text,
  }));
  const exact = titled.filter(({ title }) => title.trim() === words);
  const found = exact.length > 0 ? exact : titled.filter(({ title }) => title.includes(words));
  return found.map(({ release }) => release);
}
