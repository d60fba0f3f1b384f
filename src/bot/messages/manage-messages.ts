/** What an administrator is shown: the preview of an upload, what a removal takes, the state of the corpus. */
import type { Release } from '../../core/corpus/corpus.js';
import type {
  CorpusStats,
  PreviewedRelease,
  ReindexOutcome,
  RemovalPlan,
  UploadPreview,
} from '../../core/corpus/manage-releases.js';
import { sourceLine } from '../../core/answer/source-line.js';
import { below, clipLine, codeIn, isVisible, styled, type FormattedText } from './formatted-text.js';
import type { Say } from '../texts.js';

/** Together below 4,096 UTF-16 units and 100 entities; a headline can hold a link every other letter. */
const limits = { releases: 8, title: 80, source: 80, file: 120, faults: 3, fault: 160 } as const;

/** What a release is called; may be empty. */
type NameOf = (release: Release) => string;

export function previewMessage(preview: UploadPreview, nameOf: NameOf, say: Say): FormattedText {
  const { releases, problems } = preview;
  const count = say('add-count', { count: releases.length });
  const file = clipLine(preview.file, limits.file);
  const head = withFile(`📄 ${file}\n${count}`, file);
  const listed = releases.slice(0, limits.releases).map((one) => previewed(one, nameOf, say));
  const notes = [
    ...moreNote(releases.length, say),
    ...(problems.length > 0 ? [problemsNote(problems, say)] : []),
    ...(isBlocked(preview) ? [plain(say('add-blocked'))] : [plain(say('add-confirm'))]),
  ];
  return [...listed, ...notes].reduce(below, head);
}

/** Whether a release of the upload has an id that is in use, so that one of the two would be lost. */
export function isBlocked({ releases }: UploadPreview): boolean {
  return releases.some(({ taken }) => taken !== null);
}

function previewed(
  { release, sentenceCount, alike, taken }: PreviewedRelease,
  nameOf: NameOf,
  say: Say,
): FormattedText {
  const lines = [[sourceOf(release), say('sentence-count', { count: sentenceCount })].filter(Boolean).join(' · ')];
  if (alike) {
    const share = Math.floor(alike.share * 100);
    lines.push(say('add-alike', { share, title: titleOf(alike.release, nameOf, say) }));
  }
  if (taken) lines.push(say('add-taken', { id: clipLine(taken.id, limits.title) }));
  return below(titled(release, nameOf, say), plain(lines.join('\n')));
}

export function removalMessage({ file, releases }: RemovalPlan, nameOf: NameOf, say: Say): FormattedText {
  const name = clipLine(file, limits.file);
  const head = withFile(say('remove-confirm', { file: name, count: releases.length }), name);
  const listed = releases.slice(0, limits.releases).map((release) => titled(release, nameOf, say));
  return [...listed, ...moreNote(releases.length, say)].reduce(below, head);
}

export function addedMessage(releases: readonly Release[], nameOf: NameOf, say: Say): FormattedText {
  const head = plain(say('add-done', { count: releases.length }));
  const listed = releases.slice(0, limits.releases).map((release) => titled(release, nameOf, say));
  return [...listed, ...moreNote(releases.length, say)].reduce(below, head);
}

/** What became of the files, and the first of those with problems, each with what is wrong. */
export function reindexMessage(outcome: ReindexOutcome, say: Say): FormattedText {
  const { ingested, unchanged, removed, faulty } = outcome;
  const done = say('reindex-done', { ingested, unchanged, removed, faulty: faulty.length });
  const listed = faulty.slice(0, limits.releases).map((one) => {
    const file = clipLine(one.file, limits.file);
    return withFile(`· ${file} · ${clipLine(one.reason, limits.fault)}`, file);
  });
  const rest = moreProblems(faulty.length - listed.length, say);
  return [...listed, ...rest].reduce(below, plain(done));
}

export function statsMessage(stats: CorpusStats, say: Say): string {
  const minutes = Math.floor(stats.uptimeMs / 60_000);
  return say('stats', {
    releases: stats.releases,
    sentences: stats.sentences,
    megabytes: Math.round(stats.indexBytes / 104_857.6) / 10,
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
    answers: stats.answersToday,
  });
}

function titled(release: Release, nameOf: NameOf, say: Say): FormattedText {
  const title = titleOf(release, nameOf, say);
  return { text: `· ${title}`, entities: [styled('bold', 2, 2 + title.length)] };
}

function titleOf(release: Release, nameOf: NameOf, say: Say): string {
  const line = clipLine(nameOf(release), limits.title);
  return isVisible(line) ? line : say('reference-untitled');
}

function sourceOf(release: Release): string {
  return clipLine(sourceLine({ ...release, title: null }), limits.source);
}

/** How many lines or fields cannot be used, and the first of them. */
function problemsNote(problems: readonly string[], say: Say): FormattedText {
  const listed = problems.slice(0, limits.faults).map((problem) => plain(`· ${clipLine(problem, limits.fault)}`));
  const head = plain(say('add-problems', { count: problems.length }));
  return [...listed, ...moreProblems(problems.length - listed.length, say)].reduce(below, head);
}

function moreNote(count: number, say: Say): FormattedText[] {
  const more = count - limits.releases;
  return more > 0 ? [plain(say('manage-more', { count: more }))] : [];
}

function moreProblems(count: number, say: Say): FormattedText[] {
  return count > 0 ? [plain(say('problems-more', { count }))] : [];
}

function withFile(text: string, file: string): FormattedText {
  return { text, entities: codeIn(text, file) };
}

function plain(text: string): FormattedText {
  return { text, entities: [] };
}
