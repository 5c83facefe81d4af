// The formats of logs that are known, and which of them a file is of.
import { bank } from './bank.ts';
import { entra } from './entra.ts';
import type { LogFormat } from './format.ts';
import { freelancerPayments } from './freelancer-payments.ts';
import { githubAudit } from './github-audit.ts';
import { googleWorkspace } from './google-workspace.ts';
import { okta } from './okta.ts';
import { paypal } from './paypal.ts';
import { slack } from './slack.ts';
import { upworkPayments } from './upwork-payments.ts';
import { wise } from './wise.ts';
import { zoom } from './zoom.ts';

export const logFormats: readonly LogFormat[] = [
  okta,
  entra,
  googleWorkspace,
  githubAudit,
  slack,
  zoom,
  paypal,
  wise,
  upworkPayments,
  freelancerPayments,
  bank,
];

/**
 * The format whose fields a file has; the one with most of them where there are several.
 *
 * @param has whether the file has a field of this plain name
 */
export function formatWith(has: (name: string) => boolean, formats = logFormats): LogFormat | undefined {
  let best: LogFormat | undefined;
  let most = 0;
  for (const format of formats) {
    for (const mark of format.marks) {
      if (mark.length <= most || !mark.every(has)) continue;
      most = mark.length;
      best = format;
    }
  }
  return best;
}
