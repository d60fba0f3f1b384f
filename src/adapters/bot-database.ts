/** The bot's database: one SQLite file, read and written by libsql, an optional package that comes built. */
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type Database from 'libsql';
import { AppError } from '../core/app-error.js';
import { migrations } from './bot-schema.js';

/** What can be bound to a `?`: the native part ends the process on anything else. */
export type SqlValue = string | number | null;

/** Synchronous: a statement takes some 10 µs, less than handing it to another thread. */
export interface BotDatabase {
  /** @returns how many rows were changed */
  readonly run: (sql: string, ...values: SqlValue[]) => number;
  readonly all: <Row>(sql: string, ...values: SqlValue[]) => Row[];
  /** All of it is written, or, when it throws, nothing. */
  readonly transaction: <T>(work: () => T) => T;
  /** Lets what was deleted vanish from the log of writes too. */
  readonly compact: () => void;
  readonly close: () => void;
}

/** A bot that was told to stop takes up to 5 s; a new one waits for it. */
const lockTimeoutMs = 7000;

/**
 * Opens the database and brings its schema up to date. A file that is damaged is moved aside, with one line said, and a
 * new one begun.
 *
 * A commit outlives the process, not necessarily a power cut: it is on its way to the disk, and what a power cut
 * leaves is whole but may lack the last commits. No second process gets in. Deleted rows are overwritten.
 *
 * @returns null where libsql has no build for this platform
 * @throws AppError when another process has the file, a newer presscite wrote it, or the folder cannot be written
 */
export async function openBotDatabase(file: string, warn: (line: string) => void): Promise<BotDatabase | null> {
  const library = await import('libsql').catch(() => null);
  if (!library) return null;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    return openFile(library.default, file);
  } catch (error) {
    if (!isDamage(error)) throw explained(error, file);
  }
  const aside = `${file}.damaged`;
  await rename(file, aside);
  await rename(`${file}-wal`, `${aside}-wal`).catch(() => undefined); // there may be none
  warn(`${file} is damaged: it was moved to ${aside}, settings and conversations begin anew`);
  return openFile(library.default, file);
}

function openFile(Library: typeof Database, file: string): BotDatabase {
  const database = new Library(file, { timeout: lockTimeoutMs });
  // The first access under the exclusive mode takes the lock; the write-ahead log then needs no shared memory.
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
  `);
  const opened = wrap(database);
  try {
    const [check] = opened.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (check?.quick_check !== 'ok') throw new Damage(check?.quick_check);
    migrate(opened, file);
    return opened;
  } catch (error) {
    database.close();
    throw error;
  }
}

function wrap(database: Database): BotDatabase {
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  return {
    run: (sql, ...values) => prepared(sql).run(values).changes,
    all: <Row>(sql: string, ...values: SqlValue[]) => prepared(sql).all(values) as Row[],
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const value = work();
        database.exec('COMMIT');
        return value;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    compact: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => {
      statements.clear();
      // The library closes the file when its statements are collected, but the lock has to go at once. SQLite gives an
      // exclusive lock up only outside of the write-ahead mode.
      database.exec(`
        PRAGMA journal_mode = DELETE;
        PRAGMA locking_mode = NORMAL;
        SELECT count(*) FROM sqlite_schema;
      `);
      database.close();
    },
  };
}

/** Applies, one by one, the migrations that the file has not seen. */
function migrate(database: BotDatabase, file: string): void {
  const [row] = database.all<{ user_version: number }>('PRAGMA user_version');
  const version = row?.user_version ?? 0;
  if (version > migrations.length) {
    throw new AppError(
      `${file} was written by a newer presscite (schema ${version}, this one knows ${migrations.length}): update presscite, or move the file away`,
      { userMessage: 'The bot is not installed correctly.' },
    );
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      for (const statement of migration) database.run(statement);
      database.run(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

class Damage extends Error {}

function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return error instanceof Damage || code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT';
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error;
  const { code, message } = error as { code?: unknown; message: string };
  const remedy =
    code === 'SQLITE_BUSY'
      ? 'another presscite is running with this index folder: stop it, or give this one a folder of its own with --index'
      : `it cannot be opened (${message}): make the folder writable, or name another with --index`;
  return new AppError(`${file}: ${remedy}`, {
    userMessage: 'The bot is not configured correctly.',
    cause: error,
  });
}
