/** A failure that a person can do something about. Refusals are outcomes and bugs throw; this is neither. */
export class AppError extends Error {
  override readonly name = 'AppError';
  /** What the person who asked is told; `message` is for the log, with the value at fault and the remedy. */
  readonly userMessage: string;

  constructor(message: string, options: { userMessage: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.userMessage = options.userMessage;
  }
}
