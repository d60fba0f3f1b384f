/** Measuring recorded drafts: the same reading and the same verification as when a model answers, without the model. */
import { measureCitations, type CitationMeasures, type CitedDraft } from '../core/measures/citation-measures.js';
import { bareRelease, prepareRelease } from '../core/corpus/corpus.js';
import { DraftReader } from '../core/draft/draft-reader.js';
import type { Evidence } from '../core/draft/evidence.js';
import type { ReaderModel } from '../core/read/reader-model.js';
import type { FoldTables } from '../core/text/fold.js';
import { startsCalculation } from '../core/draft/proposed-calculation.js';
import { show } from '../core/text/show.js';

/** What was offered to a model, and what it wrote. */
export interface RecordedDraft {
  readonly question: string;
  /** The sentences as they stand in their releases, under the ids that the model was told. */
  readonly evidence: readonly { readonly id: string; readonly text: string }[];
  /** In the protocol of `prompts/answer.md`. */
  readonly draft: string;
}

/** Measures the citations of recorded drafts. Proposed calculations are no claims: their operands are checked elsewhere. */
export function measureDrafts(
  drafts: readonly RecordedDraft[],
  tables: FoldTables,
  reader: ReaderModel | null,
): Promise<CitationMeasures> {
  const cited = drafts.map((draft) => readDraft(draft, tables));
  return measureCitations(cited, { tables, reader });
}

function readDraft({ question, evidence: offered, draft }: RecordedDraft, tables: FoldTables): CitedDraft {
  const evidence = evidenceOf(offered, tables);
  const reader = new DraftReader((id) => evidence.has(id));
  const claims = [...reader.push(draft), ...reader.end(true)];
  return { question, evidence, claims: claims.filter(({ text }) => !startsCalculation(text)) };
}

/** Each sentence as a release of its own: of a record nothing else is known. */
function evidenceOf(offered: RecordedDraft['evidence'], tables: FoldTables): Evidence {
  return new Map(
    offered.map(({ id, text }) => {
      const prepared = prepareRelease(bareRelease(id, text), tables);
      return [id, { id, prepared, sentence: 0, shown: show(text, tables).text }];
    }),
  );
}
