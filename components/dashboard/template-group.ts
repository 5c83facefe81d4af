// A template and all its uses, put together from what was found on each account that uses it.
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Part, TemplateEvidence, TemplateUse } from '../../lib/model/finding.ts';
import { align } from '../../lib/text/align.ts';

/** Uses shown at most. */
const MAX_USES = 60;
/** A use that has less than this share of the constant words is of another template of the same accounts. */
const MIN_KEPT = 0.3;

export interface AlignedUse {
  use: TemplateUse;
  /** What it fills each slot of the template with. */
  slots: string[];
  kept: number;
}

export interface TemplateGroup {
  /** The template with its slots numbered from 1; a slot that nobody fills is left out. */
  pieces: ({ text: string } | { slot: number })[];
  slots: number;
  uses: AlignedUse[];
  /** How many uses by how many accounts were seen, shown or not. */
  useCount: number;
  accountCount: number;
}

/**
 * The template that most of these accounts use; undefined when none of the assessments has one.
 *
 * @param members who is in the group: a template that others use as well is taken only when there is no other
 */
export function templateGroup(
  assessments: readonly Assessment[],
  members: readonly AccountKey[],
): TemplateGroup | undefined {
  const found = assessments.flatMap(({ findings }) =>
    findings.flatMap(({ evidence }) => evidence.filter((one): one is TemplateEvidence => one.kind === 'template')),
  );
  const isMember = ({ site, account }: TemplateUse) => members.includes(accountKey(site, account));
  const strangers = ({ uses }: TemplateEvidence) => uses.filter((use) => !isMember(use)).length;
  const [widest] = [...found].sort(
    (a, b) => strangers(a) - strangers(b) || b.accountCount - a.accountCount || b.useCount - a.useCount,
  );
  if (!widest) return undefined;
  const constant = stretchesOf(widest.template);
  const uses = new Map<string, TemplateUse>();
  for (const evidence of [widest, ...found]) {
    for (const use of evidence.uses) {
      const key = `${use.site}:${use.account} ${use.project}`;
      if (isMember(use) && !uses.has(key) && uses.size < MAX_USES) uses.set(key, use);
    }
  }
  const aligned = [...uses.values()]
    .map((use) => ({ use, ...align(constant, use.parts.map(({ text }) => text).join('')) }))
    .filter(({ kept }) => kept >= MIN_KEPT);
  const filled = Array.from({ length: constant.length + 1 }, (_, i) => aligned.some(({ slots }) => slots[i] !== ''));
  const pieces: TemplateGroup['pieces'] = [];
  let slots = 0;
  filled.forEach((isFilled, i) => {
    if (isFilled) pieces.push({ slot: ++slots });
    // Where nobody fills a gap the two stretches stand as one.
    else if (i > 0 && i < constant.length) pieces.push({ text: ' ' });
    if (i < constant.length) pieces.push({ text: constant[i] as string });
  });
  return {
    pieces,
    slots,
    uses: aligned.map((one) => ({ ...one, slots: one.slots.filter((_, i) => filled[i]) })),
    useCount: Math.max(widest.useCount, aligned.length),
    accountCount: Math.max(widest.accountCount, new Set(aligned.map(({ use }) => `${use.site}:${use.account}`)).size),
  };
}

/** The constant stretches; those parted only by space or punctuation are one. */
function stretchesOf(template: readonly Part[]): string[] {
  const stretches: string[] = [];
  let open = false;
  for (const { same, text } of template) {
    if (!/[\p{L}\p{N}]/u.test(text)) {
      if (open) stretches[stretches.length - 1] += text;
    } else if (!same) open = false;
    else if (open) stretches[stretches.length - 1] += text;
    else {
      stretches.push(text);
      open = true;
    }
  }
  return stretches;
}
