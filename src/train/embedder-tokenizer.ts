/** The built-in model's tokenizer: a Unigram model over runs of Han characters, letters or digits. */
import { PreTrainedTokenizer } from '@xenova/transformers';

/** The first tokens, in the order of their ids: padding; any character that no piece holds; the opening of every text. */
export const specialTokens = ['[PAD]', '[UNK]', '[CLS]'];
export const unknownId = 1;
/** With it no text is without a token, and no mean without a value. */
const openingId = 2;

/** A piece of the vocabulary with its log probability. */
export type Piece = readonly [text: string, logProbability: number];

/**
 * What the tokenizer looks at: runs of Han characters, of Latin letters, of digits, and of letters of other scripts. White
 * space, punctuation and symbols are left out: they hold nothing that an average could use.
 */
export const runs =
  '[\\u3400-\\u9fff]+|[a-zß-öø-ÿ]+|[0-9]+|[^\\s\\p{P}\\p{S}\\p{C}\\u3400-\\u9fffa-zß-öø-ÿ0-9]+';

/** Longer inputs are cut here; a passage of 200 characters is far below. */
const longestInput = 1024;

/** `tokenizer_config.json` */
export const tokenizerConfig = {
  tokenizer_class: 'PreTrainedTokenizerFast',
  model_max_length: longestInput,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  cls_token: '[CLS]',
  clean_up_tokenization_spaces: false,
};

/** `tokenizer.json` for the pieces, in the format of Hugging Face's tokenizers; text must come folded. */
export function tokenizerJson(pieces: readonly Piece[]): object {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'Split', pattern: { Regex: runs }, behavior: 'Removed', invert: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
      ],
      pair: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 0 } },
      ],
      special_tokens: { '[CLS]': { id: '[CLS]', ids: [openingId], tokens: ['[CLS]'] } },
    },
    decoder: null,
    model: {
      type: 'Unigram',
      unk_id: unknownId,
      vocab: [...specialTokens.map((token): Piece => [token, 0]), ...pieces],
      byte_fallback: false,
    },
  };
}

/** Token ids of a folded text, without the opening token. */
export type Encode = (folded: string) => Uint16Array;

/** The library's own tokenizer over `tokenizer.json`, so that training sees the tokens that the product sees. */
export function createEncoder(json: object): Encode {
  const tokenizer = new PreTrainedTokenizer(json, tokenizerConfig);
  return (folded) =>
    Uint16Array.from(tokenizer.encode(folded, null, { add_special_tokens: false }));
}
