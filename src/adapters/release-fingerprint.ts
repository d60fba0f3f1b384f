/** The fingerprint of a release: two releases share it only when they are the same in everything. */
import { createHash } from 'node:crypto';
import type { Release } from '../core/corpus/corpus.js';

export function fingerprintOf(release: Release): string {
  return createHash('sha256').update(JSON.stringify(release)).digest('base64url');
}
