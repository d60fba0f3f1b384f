/** The contrastive loss, computed by onnxruntime, which has vectorised matrix products. */
import onnxruntime from 'onnxruntime-node';
import { encodeContrastiveLoss } from './embedder-onnx.js';

const { InferenceSession, Tensor } = onnxruntime;

/** Embeddings row by row, and which passage belongs to which query; see {@link encodeContrastiveLoss}. */
export interface ContrastiveBatch {
  readonly queries: Float32Array;
  readonly passages: Float32Array;
  readonly bias: Float32Array;
  readonly gold: Float32Array;
}

/** The loss of a batch and its gradients at the embeddings. */
export interface ContrastiveGradients {
  readonly loss: number;
  readonly queries: Float32Array;
  readonly passages: Float32Array;
}

/** One thread, so that sums do not depend on the machine's load. */
const threads = 1;

/** Prepares the loss for embeddings of a length. */
export async function createContrastiveLoss(
  dimensions: number,
  temperature: number,
): Promise<(batch: ContrastiveBatch) => Promise<ContrastiveGradients>> {
  const session = await InferenceSession.create(encodeContrastiveLoss(dimensions, temperature), {
    intraOpNumThreads: threads,
  });
  return async ({ queries, passages, bias, gold }) => {
    const n = queries.length / dimensions;
    const m = passages.length / dimensions;
    const output = await session.run({
      queries: new Tensor('float32', queries, [n, dimensions]),
      passages: new Tensor('float32', passages, [m, dimensions]),
      bias: new Tensor('float32', bias, [n, m]),
      gold: new Tensor('float32', gold, [n, m]),
    });
    const values = (name: string): Float32Array => output[name]!.data as Float32Array;
    return {
      loss: values('loss')[0]!,
      queries: values('query_gradients'),
      passages: values('passage_gradients'),
    };
  };
}
