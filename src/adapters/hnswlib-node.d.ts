/**
 * What presscite uses of hnswlib-node. Declared here because the package is optional: where it could not be compiled,
 * its own types are missing too, and the build must pass all the same.
 */
declare module 'hnswlib-node' {
  class HierarchicalNSW {
    constructor(space: 'ip', dimensions: number);
    initIndex(capacity: number, m: number, efConstruction: number, seed: number, allowReplaceDeleted: boolean): void;
    readIndexSync(path: string, allowReplaceDeleted: boolean): void;
    writeIndexSync(path: string): void;
    getCurrentCount(): number;
    getMaxElements(): number;
    resizeIndex(capacity: number): void;
    addPoint(point: number[], label: number, replaceDeleted: boolean): void;
    markDelete(label: number): void;
    setEf(ef: number): void;
    searchKnn(
      query: number[],
      k: number,
      accepts?: (label: number) => boolean,
    ): { neighbors: number[]; distances: number[] };
  }
  const library: { HierarchicalNSW: typeof HierarchicalNSW };
  export { HierarchicalNSW };
  export default library;
}
