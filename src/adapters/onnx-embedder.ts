/** The embedder's model: the built-in one, one in a local folder, or one of the hub. */
import { toUnitLength } from '../core/search/embedder.js';
import { readBeside, type OnnxModel, type Tensor } from './onnx-model.js';

/** How a family of models wants its input, as its model card says. */
interface ModelHabits {
  readonly name: RegExp;
  readonly query: string;
  readonly passage: string;
  readonly pooling: 'mean' | 'cls';
}

const plain = { query: '', passage: '' };

const habits: readonly ModelHabits[] = [
  // The built-in model is an e5.
  { name: /e5|^embedder$/i, query: 'query: ', passage: 'passage: ', pooling: 'mean' },
  { ...plain, name: /bge.*zh/i, query: '为这个句子生成表示以用于检索相关文章：', pooling: 'cls' },
  {
    ...plain,
    name: /bge.*en/i,
    query: 'Represent this sentence for searching relevant passages: ',
    pooling: 'cls',
  },
  { ...plain, name: /bge|labse|mxbai|arctic/i, pooling: 'cls' },
  { name: /nomic/i, query: 'search_query: ', passage: 'search_document: ', pooling: 'mean' },
  { ...plain, name: /(?:)/, pooling: 'mean' },
];

/** Passages are shorter; the positions of most models end here. */
const mostTokens = 512;

export type TextKind = 'query' | 'passage';

export interface OnnxEmbedder {
  readonly id: string;
  readonly dimensions: number;
  /** The embedding, of norm 1, of a folded text. */
  embed(kind: TextKind, text: string): Promise<Float32Array>;
}

/** The mean embedding of the texts of a kind by language. Without it, texts of one language are near for that alone. */
type Centres = Readonly<Record<TextKind, Readonly<Record<'han' | 'other', readonly number[]>>>>;

/** @throws Error when the model gives no embeddings */
export async function createOnnxEmbedder(model: OnnxModel): Promise<OnnxEmbedder> {
  const { id, tokenizer } = model;
  // An id has the hash of the files after the name.
  const habit = habits.find(({ name }) => name.test(id.split('@')[0]!))!;
  const centres = await readBeside<Centres>(model, 'centres.json');
  const most = Math.min(Number(tokenizer.model_max_length) || mostTokens, mostTokens);

  async function embed(kind: TextKind, text: string): Promise<Float32Array> {
    const ids = tokenizer.encode(habit[kind] + text).slice(0, most);
    // A text without tokens has no direction.
    const outputs = await model.run(ids.length > 0 ? ids : [tokenizer.unk_token_id]);
    const states = outputs['last_hidden_state'] ?? outputs['token_embeddings'];
    if (!states) throw new Error(`${id} gives no embeddings`);
    const pooled = toUnitLength(pool(states, habit.pooling === 'cls' ? 1 : ids.length));
    if (!centres) return pooled;
    const centre = centres[kind][/\p{Script=Han}/u.test(text) ? 'han' : 'other'];
    return toUnitLength(pooled.map((value, d) => value - centre[d]!));
  }

  const { length: dimensions } = await embed('query', '');
  return { id, dimensions, embed };
}

/** Sums the states `[1, tokens, dimensions]` of the first tokens; the sum points where the mean does. */
function pool({ dims, data }: Tensor, tokens: number): Float32Array {
  const dimensions = dims[2]!;
  const states = data as Float32Array;
  const sum = new Float32Array(dimensions);
  for (let at = 0; at < tokens * dimensions; at++) sum[at % dimensions]! += states[at]!;
  return sum;
}
