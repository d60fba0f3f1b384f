/** Building the evidence: which sentences a model is offered, and how they stand in its prompt. */
import { unmarked } from '../text/unmarked.js';
import { defuse, sentenceId } from './answer-protocol.js';
import { foldedSentence, type PreparedRelease, type Release } from '../corpus/corpus.js';
import type { Evidence, EvidenceSentence } from './evidence.js';
import type { FoldTables } from '../text/fold.js';
import { findQuantities } from '../text/quantities.js';
import { show } from '../text/show.js';
import { estimateTokens } from '../text/token-estimate.js';

/** A sentence worth offering. */
export interface Offer {
  readonly prepared: PreparedRelease;
  /** Counted from 0 within the release. */
  readonly sentence: number;
}

export interface EvidenceOptions {
  readonly tables: FoldTables;
  /** What all of the evidence may take, as {@link estimateTokens} counts. */
  readonly tokens: number;
  /** How many sentences before and after an offered one come with it. */
  readonly neighbours: number;
  /** Above this share of common pairs of characters, 0 to 1, two sentences with the same figures are near-duplicates. */
  readonly duplicateShare: number;
}

/** neighbours: what 该项目 and 其中 refer to stands next to it. duplicateShare: unmeasured. */
export const evidenceDefaults = { neighbours: 1, duplicateShare: 0.8 } as const;

/**
 * Chooses sentences within the budget: each offer with its neighbours, or alone where the neighbours do not fit, best first. A neighbour that
 * nearly repeats a sentence, or an offer that does, is left out.
 *
 * @param offers best first
 * @returns grouped by release, best release first, in the order of each text
 */
export function buildEvidence(offers: readonly Offer[], options: EvidenceOptions): Evidence {
  const { tables, tokens, neighbours } = options;
  const chosen = new Map<PreparedRelease, Set<number>>();
  const taken: Signature[] = [];
  let left = tokens;

  function shownOf({ prepared, sentence }: Offer): string {
    const { start, end } = prepared.sentences[sentence]!;
    return show(prepared.release.body.slice(start, end), tables).text.replace(/\s+/gu, ' ');
  }

  function take(offer: Offer): void {
    const { prepared, sentence } = offer;
    if (chosen.get(prepared)?.has(sentence)) return;
    const shown = shownOf(offer);
    if (shown === '') return;
    const isNew = !chosen.has(prepared);
    const cost =
      estimateTokens(`[${sentenceId(1, sentence + 1)}] ${shown}`) +
      (isNew ? estimateTokens(headerLine(1, prepared.release)) : 0);
    if (cost > left) return;
    const own = signatureOf(foldedSentence(prepared, sentence));
    if (taken.some((other) => commonShare(own, other) > options.duplicateShare)) return;
    taken.push(own);
    left -= cost;
    chosen.set(prepared, (chosen.get(prepared) ?? new Set()).add(sentence));
  }

  for (const offer of offers) {
    take(offer);
    if (!chosen.get(offer.prepared)?.has(offer.sentence)) continue;
    for (let step = 1; step <= neighbours; step++) {
      for (const sentence of [offer.sentence - step, offer.sentence + step]) {
        if (offer.prepared.sentences[sentence]) take({ ...offer, sentence });
      }
    }
  }

  const evidence = new Map<string, EvidenceSentence>();
  for (const [i, [prepared, sentences]] of [...chosen].entries()) {
    for (const sentence of [...sentences].sort((a, b) => a - b)) {
      const id = sentenceId(i + 1, sentence + 1);
      evidence.set(id, { id, prepared, sentence, shown: shownOf({ prepared, sentence }) });
    }
  }
  return evidence;
}

/**
 * The evidence as it stands in a prompt: beneath a line for each release, `[R1S4] sentence` lines. Nothing in a text can be taken for an
 * id, a fence or a refusal.
 */
export function renderEvidence(evidence: Evidence): string {
  const lines: string[] = [];
  let current: PreparedRelease | null = null;
  let release = 0;
  for (const { id, prepared, shown } of evidence.values()) {
    if (prepared !== current) {
      current = prepared;
      lines.push(headerLine(++release, prepared.release));
    }
    lines.push(`[${id}] ${defuse(shown)}`);
  }
  return lines.join('\n');
}

/** What is known of a release. An unknown is said to be unknown, so that nobody fills it in. */
function headerLine(number: number, { title, source, publishedOn, printedDate }: Release): string {
  const date = publishedOn ?? (printedDate === null ? null : `${printedDate} (year unknown)`);
  return `Release ${number} | headline: ${known(title)} | outlet: ${known(source)} | date: ${known(date)}`;
}

function known(text: string | null): string {
  return text === null ? 'unknown' : defuse(text);
}

/** What two sentences are compared by. */
interface Signature {
  readonly pairs: ReadonlySet<string>;
  readonly figures: string;
}

function signatureOf(folded: string): Signature {
  const words = unmarked(folded);
  const pairs = new Set([words.slice(0, 1)]);
  for (let i = 0; i + 1 < words.length; i++) pairs.add(words.slice(i, i + 2));
  const figures = findQuantities(folded).map(({ start, end }) => folded.slice(start, end));
  return { pairs, figures: figures.join(' ') };
}

/** The share of common pairs, 0 to 1; sentences with different figures have none. */
function commonShare(a: Signature, b: Signature): number {
  if (a.figures !== b.figures) return 0;
  let common = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) common++;
  return common / Math.max(a.pairs.size, b.pairs.size);
}
