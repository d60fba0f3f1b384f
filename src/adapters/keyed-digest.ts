/** A keyed hash of texts, HMAC-SHA-256. */
import { createHmac } from 'node:crypto';
import type { Digest } from '../core/answer/sentence-reference.js';

/**
 * A digest whose key is derived from a secret; the secret cannot be computed from it.
 * @param purpose keeps digests of the same secret for different purposes apart
 */
export function createKeyedDigest(secret: string, purpose: string): Digest {
  const key = createHmac('sha256', secret).update(purpose).digest();
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}
