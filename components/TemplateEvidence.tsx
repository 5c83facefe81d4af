// One text from several accounts, side by side: what is the same is marked, what each account put
// in between (the slots) is underlined.
import type { TemplateEvidence as Evidence, Part, TemplateUse } from '../lib/model/finding.ts';
import { count, day } from './words.ts';

export function TemplateEvidence({ evidence }: { evidence: Evidence }) {
  const [own, other, ...more] = evidence.uses;
  if (!own) return null;
  return (
    <div>
      <div class="uses">
        <Use use={own} />
        {other && <Use use={other} />}
      </div>
      {more.length > 0 && (
        <details class="more">
          <summary>
            {count(more.length, 'more use')} of the same text
            {evidence.useCount > evidence.uses.length && ` (${evidence.useCount.toLocaleString('en')} seen in all)`}
          </summary>
          <div class="uses">
            {more.map((use) => (
              <Use key={`${use.account} ${use.project}`} use={use} />
            ))}
          </div>
        </details>
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

function Use({ use }: { use: TemplateUse }) {
  return (
    <figure class="use">
      <figcaption>
        <strong>@{use.account}</strong>
        {use.projectTitle ?? (use.project && `Project ${use.project}`)}
        {use.seenAt && ` · seen ${day(use.seenAt)}`}
      </figcaption>
      <section class="words" dir="auto" tabindex={0} aria-label={`Text of ${use.account}, shared words marked`}>
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
