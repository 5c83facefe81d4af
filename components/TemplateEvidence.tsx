// One text from several accounts, side by side: what is the same is marked, what each account put
// in between (the slots) is underlined.
import { useState } from 'preact/hooks';
import type { TemplateEvidence as Evidence, Part, TemplateUse } from '../lib/model/finding.ts';
import { count, day } from './words.ts';

export function TemplateEvidence({ evidence }: { evidence: Evidence }) {
  const [own, ...others] = evidence.uses;
  const [at, setAt] = useState(0);
  const other = others[at];
  if (!own) return null;
  return (
    <div>
      <div class="uses">
        <Use use={own} title={`@${own.account}`} />
        {other && <Use use={other} title={`@${other.account}`} />}
      </div>
      {others.length > 1 && (
        <p class="turn">
          <button type="button" class="plain" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Previous
          </button>
          <span aria-live="polite">
            Compared with {at + 1} of {others.length}
            {evidence.useCount > evidence.uses.length && `, ${count(evidence.useCount, 'use')} seen in all`}
          </span>
          <button type="button" class="plain" disabled={at === others.length - 1} onClick={() => setAt(at + 1)}>
            Next
          </button>
        </p>
      )}
      <h4>How usual this is</h4>
      <p>
        {count(evidence.sharedWords, 'word')} of this bid ({Math.round(evidence.share * 100)} %) stand in the shared
        text. It was seen in {count(evidence.useCount, 'bid')} from {count(evidence.accountCount, 'account')} on{' '}
        {count(evidence.projectCount, 'project')}, {period(evidence)}, and in no other of the{' '}
        {count(evidence.comparedBids, 'bid')} from {count(evidence.comparedAccounts, 'account')} it was compared with.
      </p>
    </div>
  );
}

function Use({ use, title }: { use: TemplateUse; title: string }) {
  return (
    <figure class="use">
      <figcaption>
        <strong>{title}</strong>
        {use.projectTitle ?? (use.project && `Project ${use.project}`)}
        {use.seenAt && ` · seen ${day(use.seenAt)}`}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section class="words" dir="auto" tabIndex={0} aria-label={`Text of ${title}, shared words marked`}>
        <Words parts={use.parts} />
      </section>
    </figure>
  );
}

export function Words({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, i) =>
        part.same ? (
          <mark key={i}>{part.text}</mark>
        ) : (
          <span key={i} class="slot">
            {part.text}
          </span>
        ),
      )}
    </>
  );
}

function period(evidence: Evidence): string {
  const first = day(evidence.firstSeen);
  const last = day(evidence.lastSeen);
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
