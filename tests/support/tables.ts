import { loadFoldTables } from '../../src/adapters/han-tables.js';

/** The real tables: loading them takes 50 ms. */
export const tables = loadFoldTables();
