import * as fc from 'fast-check';
import { HttpError } from 'grammy';
import { expect, it } from 'vitest';
import { describeError } from '../../src/bot/telegram/describe-error.js';
import { redact, redactingLog } from '../../src/bot/telegram/redacting-log.js';

const token = '123456789:AAtests-own_token';

it('takes a secret out wherever it stands, also escaped', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const url = `${before}https://api.telegram.org/bot${token}/sendMessage${after}`;
      expect(redact(url, token)).not.toContain(token);
      expect(redact(encodeURIComponent(token), token)).toBe('<redacted>');
    }),
  );
  expect(redact(JSON.stringify({ question: 'a\n"b"' }), 'a\n"b"')).toBe('{"question":"<redacted>"}');
  expect(redact('text', '')).toBe('text');
});

it('keeps the token out of the log, whatever a failed request carries', () => {
  const lines: unknown[] = [];
  const log = redactingLog((event, fields) => lines.push([event, fields]), token);
  const refused = new Error(`request to http://localhost/bot${token}/getMe failed`, {
    cause: new Error(`connect to bot${token}`),
  });
  log('failed', { error: describeError(new HttpError('Network request failed!', refused)), n: 1 });
  expect(JSON.stringify(lines)).not.toContain(token);
  expect(JSON.stringify(lines)).toContain('bot<redacted>/getMe failed');
});
