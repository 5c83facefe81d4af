// The red flags that are looked for, in the order they are shown.
import { avoidsVideo } from './avoids-video/flag.ts';
import { borrowedAccount } from './borrowed-account/flag.ts';
import { changedIdentity } from './changed-identity/flag.ts';
import { conflictingClaims } from './conflicting-claims/flag.ts';
import { conflictingProfiles } from './conflicting-profiles/flag.ts';
import { earlyAccess } from './early-access/flag.ts';
import { executiveColdCall } from './executive-cold-call/flag.ts';
import { extortion } from './extortion/flag.ts';
import { hoursMismatch } from './hours-mismatch/flag.ts';
import { idleCharges } from './idle-charges/flag.ts';
import { introducesOthers } from './introduces-others/flag.ts';
import { longSessions } from './long-sessions/flag.ts';
import { manyAddresses } from './many-addresses/flag.ts';
import { massBidding } from './mass-bidding/flag.ts';
import { newAccount } from './new-account/flag.ts';
import { offPlatform } from './off-platform/flag.ts';
import { onwardPayments } from './onward-payments/flag.ts';
import { otherAddress } from './other-address/flag.ts';
import { otherPaymentService } from './other-payment-service/flag.ts';
import { paidBeforeWork } from './paid-before-work/flag.ts';
import { ratingRing } from './rating-ring/flag.ts';
import type { RedFlag } from './red-flag.ts';
import { remoteDesktop } from './remote-desktop/flag.ts';
import { reusedTemplate } from './reused-template/flag.ts';
import { sharedAddress } from './shared-address/flag.ts';
import { sharedContact } from './shared-contact/flag.ts';
import { sharedDocuments } from './shared-documents/flag.ts';
import { sharedPayee } from './shared-payee/flag.ts';
import { slowOrLate } from './slow-or-late/flag.ts';
import { smallCharges } from './small-charges/flag.ts';
import { thinProfile } from './thin-profile/flag.ts';
import { virtualCurrency } from './virtual-currency/flag.ts';

export const redFlags: readonly RedFlag[] = [
  reusedTemplate,
  massBidding,
  ratingRing,
  changedIdentity,
  sharedContact,
  offPlatform,
  virtualCurrency,
  otherPaymentService,
  paidBeforeWork,
  conflictingClaims,
  sharedDocuments,
  borrowedAccount,
  executiveColdCall,
  otherAddress,
  avoidsVideo,
  introducesOthers,
  extortion,
  earlyAccess,
  conflictingProfiles,
  hoursMismatch,
  thinProfile,
  slowOrLate,
  newAccount,
  manyAddresses,
  sharedAddress,
  longSessions,
  sharedPayee,
  smallCharges,
  idleCharges,
  onwardPayments,
  remoteDesktop,
];
