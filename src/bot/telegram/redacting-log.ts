/** The bot's log: events with fields, from which the token is always taken out. */

/** Writes one event. Fields hold ids, methods and descriptions, never what a person wrote. */
export type Log = (event: string, fields?: Record<string, unknown>) => void;

/** Replaces every occurrence of a secret, as it stands or escaped as in JSON or an address, by `<redacted>`. */
export function redact(text: string, secret: string): string {
  if (secret === '') return text;
  const asJson = JSON.stringify(secret).slice(1, -1);
  const inAddress = encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd'));
  return [secret, asJson, inAddress].reduce((clean, form) => clean.replaceAll(form, '<redacted>'), text);
}

/**
 * A log that can be given any error: the token is taken out of every string field. Failed requests carry it in their
 * address (`…/bot<token>/sendMessage`).
 */
export function redactingLog(log: Log, token: string): Log {
  const clean = (value: unknown) => (typeof value === 'string' ? redact(value, token) : value);
  return (event, fields = {}) => {
    log(event, Object.fromEntries(Object.entries(fields).map(([key, v]) => [key, clean(v)])));
  };
}
