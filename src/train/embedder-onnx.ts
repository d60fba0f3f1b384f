/** Writes ONNX graphs: opset 13 and IR 7, which onnxruntime 1.14 and everything after it reads. */
import onnxProto, { type onnx } from 'onnx-proto';

const { AttributeProto, ModelProto, TensorProto } = onnxProto.onnx;
const { DataType } = TensorProto;
const opset = 13;
const irVersion = 7;

/** A named tensor of a graph's interface; a string is a dimension that a run decides. */
interface TensorShape {
  readonly name: string;
  readonly type: onnx.TensorProto.DataType;
  readonly dims: readonly (number | string)[];
}

/** One operation: `operator` reads `inputs` and writes `output`. */
interface Operation {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** A graph as plain data. */
interface Graph {
  readonly name: string;
  readonly inputs: readonly TensorShape[];
  readonly outputs: readonly TensorShape[];
  readonly constants: readonly onnx.ITensorProto[];
  readonly operations: readonly Operation[];
}

/** Token vectors in eight bits: vector `t` is `values[t * dimensions ..] * scales[t]`. */
export interface QuantisedTable {
  readonly dimensions: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/**
 * The model: looks token vectors up and sets those of padding to 0.
 *
 * Inputs: `input_ids` and `attention_mask` [batch, sequence]. Output: `last_hidden_state` [batch, sequence, dimensions], whose mean
 * over the sequence is the text's embedding.
 */
export function encodeModel({ dimensions, values, scales }: QuantisedTable): Uint8Array {
  const float = DataType.FLOAT;
  const ids = (name: string): TensorShape => ({
    name,
    type: DataType.INT64,
    dims: ['batch', 'sequence'],
  });
  return encodeGraph({
    name: 'static-embedder',
    inputs: [ids('input_ids'), ids('attention_mask')],
    outputs: [{ name: 'last_hidden_state', type: float, dims: ['batch', 'sequence', dimensions] }],
    constants: [
      {
        name: 'table',
        dataType: DataType.INT8,
        dims: [scales.length, dimensions],
        rawData: bytesOf(values),
      },
      { name: 'scales', dataType: float, dims: [scales.length], rawData: bytesOf(scales) },
      int64Constant('last_axis', [2]),
    ],
    operations: [
      { operator: 'Gather', inputs: ['table', 'input_ids'], output: 'rows' },
      { operator: 'Cast', inputs: ['rows'], output: 'vectors', attributes: { to: float } },
      { operator: 'Gather', inputs: ['scales', 'input_ids'], output: 'row_scales' },
      { operator: 'Cast', inputs: ['attention_mask'], output: 'mask', attributes: { to: float } },
      { operator: 'Mul', inputs: ['row_scales', 'mask'], output: 'masked_scales' },
      { operator: 'Unsqueeze', inputs: ['masked_scales', 'last_axis'], output: 'factors' },
      { operator: 'Mul', inputs: ['vectors', 'factors'], output: 'last_hidden_state' },
    ],
  });
}

/**
 * InfoNCE in both directions, with its gradients.
 *
 * Inputs: `queries` [n, d] and `passages` [m, d] of L2 norm 1, `bias` [n, m] added to the logits (a large negative number takes a
 * passage out), `gold` [n, m], 1 where a passage belongs to a query and 0 elsewhere.
 * Outputs: `loss` (mean over the queries), `query_gradients`, `passage_gradients`.
 */
export function encodeContrastiveLoss(dimensions: number, temperature: number): Uint8Array {
  const float = DataType.FLOAT;
  const matrix = (name: string, ...dims: (number | string)[]): TensorShape => ({
    name,
    type: float,
    dims,
  });
  return encodeGraph({
    name: 'contrastive-loss',
    inputs: [
      matrix('queries', 'n', dimensions),
      matrix('passages', 'm', dimensions),
      matrix('bias', 'n', 'm'),
      matrix('gold', 'n', 'm'),
    ],
    outputs: [
      matrix('loss', 1),
      matrix('query_gradients', 'n', dimensions),
      matrix('passage_gradients', 'm', dimensions),
    ],
    constants: [
      floatConstant('inverse_temperature', 1 / temperature),
      int64Constant('row_axis', [1]),
      int64Constant('column_axis', [0]),
    ],
    operations: [
      {
        operator: 'Transpose',
        inputs: ['passages'],
        output: 'passages_t',
        attributes: { perm: [1, 0] },
      },
      { operator: 'MatMul', inputs: ['queries', 'passages_t'], output: 'cosines' },
      { operator: 'Mul', inputs: ['cosines', 'inverse_temperature'], output: 'scaled' },
      { operator: 'Add', inputs: ['scaled', 'bias'], output: 'logits' },
      { operator: 'Softmax', inputs: ['logits'], output: 'by_query', attributes: { axis: 1 } },
      { operator: 'Softmax', inputs: ['logits'], output: 'by_passage', attributes: { axis: 0 } },
      {
        operator: 'ReduceSum',
        inputs: ['gold', 'column_axis'],
        output: 'has_query',
        attributes: { keepdims: 1 },
      },
      { operator: 'Mul', inputs: ['by_passage', 'has_query'], output: 'by_gold_passage' },
      { operator: 'Sub', inputs: ['by_query', 'gold'], output: 'query_error' },
      { operator: 'Sub', inputs: ['by_gold_passage', 'gold'], output: 'passage_error' },
      { operator: 'Add', inputs: ['query_error', 'passage_error'], output: 'error' },
      { operator: 'MatMul', inputs: ['error', 'passages'], output: 'query_gradients' },
      { operator: 'Transpose', inputs: ['error'], output: 'error_t', attributes: { perm: [1, 0] } },
      { operator: 'MatMul', inputs: ['error_t', 'queries'], output: 'passage_gradients' },
      { operator: 'Mul', inputs: ['by_query', 'gold'], output: 'gold_share' },
      {
        operator: 'ReduceSum',
        inputs: ['gold_share', 'row_axis'],
        output: 'gold_probability',
        attributes: { keepdims: 0 },
      },
      { operator: 'Log', inputs: ['gold_probability'], output: 'log_probability' },
      {
        operator: 'ReduceMean',
        inputs: ['log_probability'],
        output: 'mean_log_probability',
        attributes: { keepdims: 1 },
      },
      { operator: 'Neg', inputs: ['mean_log_probability'], output: 'loss' },
    ],
  });
}

function encodeGraph({ name, inputs, outputs, constants, operations }: Graph): Uint8Array {
  const model = ModelProto.create({
    irVersion,
    producerName: 'presscite',
    opsetImport: [{ domain: '', version: opset }],
    graph: {
      name,
      input: inputs.map(valueInfo),
      output: outputs.map(valueInfo),
      initializer: [...constants],
      node: operations.map(nodeOf),
    },
  });
  return ModelProto.encode(model).finish();
}

function valueInfo({ name, type, dims }: TensorShape): onnx.IValueInfoProto {
  const dim = dims.map((size) =>
    typeof size === 'number' ? { dimValue: size } : { dimParam: size },
  );
  return { name, type: { tensorType: { elemType: type, shape: { dim } } } };
}

function nodeOf({ operator, inputs, output, attributes = {} }: Operation): onnx.INodeProto {
  const { INT, INTS } = AttributeProto.AttributeType;
  return {
    opType: operator,
    name: output,
    input: [...inputs],
    output: [output],
    attribute: Object.entries(attributes).map(([name, value]) =>
      typeof value === 'number'
        ? { name, type: INT, i: value }
        : { name, type: INTS, ints: [...value] },
    ),
  };
}

function floatConstant(name: string, value: number): onnx.ITensorProto {
  return { name, dataType: DataType.FLOAT, dims: [1], floatData: [value] };
}

function int64Constant(name: string, values: readonly number[]): onnx.ITensorProto {
  return { name, dataType: DataType.INT64, dims: [values.length], int64Data: [...values] };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
