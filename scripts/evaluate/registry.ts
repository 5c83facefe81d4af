// The parts of the evaluation: reading, and each red flag by its id. Each is loaded when it is wanted.
import type { EvaluatedPart } from './part.ts';

export const parts: Readonly<Record<string, () => Promise<EvaluatedPart>>> = {
  reading: async () => (await import('./reading.ts')).reading(),
  'reused-template': async () => (await import('./templates.ts')).templates(),
  'mass-bidding': async () => (await import('./bidding.ts')).bidding(),
  'rating-ring': async () => (await import('./rings.ts')).rings(),
  'changed-identity': async () => (await import('./changed-identity.ts')).evaluate(),
  'shared-contact': async () => (await import('./shared-contact.ts')).evaluate(),
  'off-platform': async () => (await import('./text-flags.ts')).textFlagPart('off-platform'),
  'virtual-currency': async () => (await import('./text-flags.ts')).textFlagPart('virtual-currency'),
  'other-payment-service': async () => (await import('./text-flags.ts')).textFlagPart('other-payment-service'),
  'paid-before-work': async () => (await import('./text-flags.ts')).textFlagPart('paid-before-work'),
  'conflicting-claims': async () => (await import('./conflicting-claims.ts')).evaluate(),
  'shared-documents': async () => (await import('./shared-documents.ts')).evaluate(),
  'borrowed-account': async () => (await import('./text-flags.ts')).textFlagPart('borrowed-account'),
  'executive-cold-call': async () => (await import('./text-flags.ts')).textFlagPart('executive-cold-call'),
  'other-address': async () => (await import('./text-flags.ts')).textFlagPart('other-address'),
  'avoids-video': async () => (await import('./text-flags.ts')).textFlagPart('avoids-video'),
  'introduces-others': async () => (await import('./text-flags.ts')).textFlagPart('introduces-others'),
  extortion: async () => (await import('./text-flags.ts')).textFlagPart('extortion'),
  'early-access': async () => (await import('./text-flags.ts')).textFlagPart('early-access'),
  'conflicting-profiles': async () => (await import('./conflicting-profiles.ts')).evaluate(),
  'hours-mismatch': async () => (await import('./hours-mismatch.ts')).evaluate(),
  together: async () => (await import('./together.ts')).together(),
};
