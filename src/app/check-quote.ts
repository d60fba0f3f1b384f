/** Checking quotes against the corpus. */
import { checkQuote } from '../core/quotes/check-quote.js';
import type { FoldTables } from '../core/text/fold.js';
import { recogniseQuotation } from '../core/quotes/recognise-quotation.js';
import type { QuoteCheck, QuoteChecker } from '../core/answer/quote-check.js';
import type { SearchIndex } from '../core/search/search-index.js';

/** Makes the functions that check quotes; each call sees one version of the index. */
export function createQuoteChecker(index: SearchIndex, tables: FoldTables): QuoteChecker {
  const check = (text: string): QuoteCheck => checkQuote(text, index, tables);
  return {
    check,
    recognise: (sent) => recogniseQuotation(sent, () => check(sent.text), tables),
  };
}
