import fc from 'fast-check';

/** Pieces of which hostile texts are made: everything that folding, splitting and showing treat in a way of its own. */
const pieces = [
  '黃河新聞網(wǎng)訊(記者孫宇佳)', '項(xiàng)', '質(zhì)(zhì)', 'GDP(國內(nèi)生產(chǎn)總值)', '鋼琴(piano)', '（qū）', '區（qū）', '951.64億元',
  '９５１', '「好。」', '“行！”他說', '……', 'U.S. ', '3.5', 'No. 3 ', 'e\u0301', 'ﬁ', '①', '㎡', '👨‍👩‍👧', '\u{20000}', '\ud800',
  '\udc00', '\u200b', '\ufeff', '\r\n', '\n\n', ' ', '\t', '。', '？！', '.', '1. ', 'שלום', 'İ',
]; // prettier-ignore

/** Any string: arbitrary units, lone surrogates included, mixed with the pieces that matter here. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
