// The parts of the evaluation: reading, and each red flag by its id. Each is loaded when it is wanted.
import type { EvaluatedPart } from './part.ts';

export const parts: Readonly<Record<string, () => Promise<EvaluatedPart>>> = {
  reading: async () => (await import('./reading.ts')).reading(),
  'reused-template': async () => (await import('./templates.ts')).templates(),
  'mass-bidding': async () => (await import('./bidding.ts')).bidding(),
  'rating-ring': async () => (await import('./rings.ts')).rings(),
  'changed-identity': async () => (await import('./changed-identity.ts')).evaluate(),
  'shared-contact': async () => (await import('./shared-contact.ts')).evaluate(),
};
