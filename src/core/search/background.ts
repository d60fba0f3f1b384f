/** Background statistics: how common terms are in the language at large, so that a corpus of two texts has an idf worth the name. */

/** What is known about term frequencies in the corpus at hand; `LexicalIndex` fits. */
export interface Statistics {
  /** How many texts there are. */
  readonly size: number;
  /** How many of them hold the term. */
  documentFrequency(term: number): number;
}

/** The share of texts, above 0 and below 1, that hold a term. */
export interface Background {
  share(term: number): number;
}

/** The corpus counts as much as the background when it has this many texts. Unmeasured: well above 2, well below 1,000. */
const backgroundTexts = 50;

/**
 * The blended idf of a term in nats, above 0: -ln of its share in the corpus joined by 50 texts of the
 * background.
 */
export function blendedIdf(term: number, statistics: Statistics, background: Background): number {
  const known = statistics.documentFrequency(term) + backgroundTexts * background.share(term);
  return -Math.log(Math.min(known / (statistics.size + backgroundTexts), 0.999));
}

/** A background table as saved: characters and character pairs by how common they are. */
export interface SavedBackground {
  /** Entry `b` holds terms, separated by spaces, whose share is about `2 ** (-b / 2)`. */
  readonly levels: readonly string[];
  /** The share of a character that is in no level. */
  readonly rareCharacter: number;
  /** The share of a pair, word or number that is in no level. */
  readonly rareTerm: number;
}

/** Reads a saved table. */
export function parseBackground({ levels, rareCharacter, rareTerm }: SavedBackground): Background {
  const shares = new Map<number, number>();
  for (const [level, terms] of levels.entries()) {
    for (const text of terms.split(' ')) {
      if (text !== '') shares.set(termOfText(text), 2 ** (-level / 2));
    }
  }
  return {
    share: (term) => shares.get(term) ?? (term < 0x10000 ? rareCharacter : rareTerm),
  };
}

/** One or two Han characters as a term of `termsOf`. */
function termOfText(text: string): number {
  const first = text.charCodeAt(0);
  return text.length === 1 ? first : ((first << 16) | text.charCodeAt(1)) >>> 0;
}
