import { toUnitLength, type Embedder } from '../../src/core/search/embedder.js';
import { termsOf } from '../../src/core/text/terms.js';

/** An embedder without a model: terms hashed into dimensions, so that texts with common words are near. */
export class FakeEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions = 64;
  /** Every passage that was ever embedded. */
  readonly embedded: string[] = [];

  constructor(id = 'fake') {
    this.id = id;
  }

  async embedQuery(text: string): Promise<Float32Array> {
    const vector = new Float32Array(this.dimensions);
    for (const term of termsOf(text)) vector[term % this.dimensions]! += 1;
    return toUnitLength(vector);
  }

  async embedPassages(texts: readonly string[], onDone?: (count: number) => void): Promise<Float32Array[]> {
    this.embedded.push(...texts);
    onDone?.(texts.length);
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}
