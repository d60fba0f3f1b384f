/** Texts of every kind that Telegram or its clients treat in a way of their own. */
import * as fc from 'fast-check';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('<b>&lt;</b>', '*_[x](y)_*~`', '👩‍👩‍👧‍👦😀', 'שלום \u202eعالم', '\ud800', '\udc00', '\r\n \t'),
  fc.constantFrom('簽約951.64億元。', '\u0000\u0301\u200b', '#tag @name a.com ', '[1] [2]', '…'),
);

const long = fc
  .tuple(piece, fc.integer({ min: 1, max: 5000 }))
  .map(([text, times]) => text.repeat(times).slice(0, 5000));

/** At most 5,000 UTF-16 units of one piece, or a mix. */
export const anyText = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  long,
);
