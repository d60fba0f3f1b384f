/** Checking quotes against the corpus. */
import { checkQuote } from '../core/check-quote.js';
import type { FoldTables } from '../core/fold.js';
import { recogniseQuotation } from '../core/recognise-quotation.js';
import type { QuoteCheck, QuoteChecker } from '../core/quote-check.js';
import type { SearchIndex } from '../core/search-index.js';

/** Makes the functions that check quotes; each call sees one version of the index. */
export function createQuoteChecker(index: SearchIndex, tables: FoldTables): QuoteChecker {
  const check = (text: string): QuoteCheck => checkQuote(text, index, tables);
  return {
    check,
    recognise: (sent) => recogniseQuotation(sent, () => check(sent.text), tables),
  };
}
