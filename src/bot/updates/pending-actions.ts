/** Actions that wait for a confirmation. They are kept in memory alone: a restart forgets them, and so does time. */
import { randomBytes } from 'node:crypto';

/** As long as somebody may reasonably look at a preview. */
const lifetimeMs = 15 * 60_000;
/** The oldest gives way: uploads may take 20 MB each. */
const mostPending = 10;

export class PendingActions<T> {
  private readonly actions = new Map<string, { readonly action: T; readonly until: number }>();

  /** Keeps an action and gives the token that its buttons carry; nobody can guess it. */
  keep(action: T): string {
    const token = randomBytes(6).toString('base64url');
    this.actions.set(token, { action, until: Date.now() + lifetimeMs });
    const [oldest] = this.actions.keys();
    if (this.actions.size > mostPending && oldest !== undefined) this.actions.delete(oldest);
    return token;
  }

  /** The action of a token, once; null when it was taken, given up or is too old. */
  take(token: string): T | null {
    const found = this.actions.get(token);
    this.actions.delete(token);
    return found && found.until > Date.now() ? found.action : null;
  }
}
