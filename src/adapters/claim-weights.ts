/** The weights by which the reader's verdict on a claim is weighed with what rules see; they come with the reader. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/app-error.js';
import type { ClaimWeights } from '../core/verify/judge-claim.js';

const weights = z.object({
  reader: z.number(),
  strangeFigures: z.number(),
  strangeCounts: z.number(),
  strangeDates: z.number(),
  strangeTokens: z.number(),
  strangeNames: z.number(),
  strangeQuotes: z.number(),
  roundedFigures: z.number(),
  derivedFigures: z.number(),
  crosses: z.number(),
});
const calibration = z.object({ claims: z.object({ bias: z.number(), weights }) });

/**
 * Reads the weights from the reader's folder.
 * @throws AppError when they are missing, damaged or for other features
 */
export async function loadClaimWeights(readerFolder: string): Promise<ClaimWeights> {
  const file = path.join(readerFolder, 'calibration.json');
  try {
    return calibration.parse(JSON.parse(await readFile(file, 'utf8'))).claims;
  } catch (cause) {
    throw new AppError(`cannot read the weights of claims in ${file}: reinstall presscite`, {
      userMessage: 'presscite is not installed completely.',
      cause,
    });
  }
}
