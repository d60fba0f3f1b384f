/**
 * What presscite uses of libsql. Declared here because the package is optional: where it has no build for the platform
 * its own types are missing too, and the build must pass all the same.
 *
 * The native part ends the process on a boolean or undefined, and takes a single null for named parameters: parameters
 * go in as an array of {@link SqlValue}.
 */
declare module 'libsql' {
  type SqlValue = string | number | null;

  interface Statement {
    run(values: readonly SqlValue[]): { changes: number };
    all(values: readonly SqlValue[]): unknown[];
  }

  export default class Database {
    /** @param options `timeout`: how long, in ms, another process that holds the file is waited for */
    constructor(file: string, options?: { readonly timeout?: number });
    exec(sql: string): void;
    prepare(sql: string): Statement;
    close(): void;
  }
}
