// One finding, explained: what was seen, the evidence, what else explains it, what to ask, and the
// words of the advisory it bears on.
import { clauses } from '../lib/model/advisory.ts';
import type { Evidence, Finding } from '../lib/model/finding.ts';
import type { RedFlag } from '../lib/red-flags/red-flag.ts';
import { TemplateEvidence } from './TemplateEvidence.tsx';

export function FindingView({ finding, flag }: { finding: Finding; flag: RedFlag | undefined }) {
  return (
    <section class="finding">
      <h3>
        {flag?.title ?? finding.flag} <span class="strength">({finding.strength} indicator)</span>
      </h3>
      <p class="says">{finding.says}</p>
      {finding.evidence.map((evidence, i) => (
        <EvidenceView key={i} evidence={evidence} />
      ))}
      {flag && (
        <>
          <h4>What else explains it</h4>
          <List items={flag.innocent} />
          <h4>What to ask</h4>
          <p>“{flag.ask}”</p>
          <h4>What would settle it</h4>
          <List items={flag.clearedBy} />
          <h4>What Hireflag cannot tell</h4>
          <List items={flag.limits} />
          <h4>Why it is looked for</h4>
          {flag.clauses.map((clause) => (
            <blockquote key={clause}>
              {clauses[clause]}
              <cite>{clause}, U.S. government guidance on hiring IT workers, 16 May 2022</cite>
            </blockquote>
          ))}
        </>
      )}
    </section>
  );
}

function EvidenceView({ evidence }: { evidence: Evidence }) {
  switch (evidence.kind) {
    case 'template':
      return <TemplateEvidence evidence={evidence} />;
    case 'counts':
    case 'ring':
      return (
        <table>
          <tbody>
            {evidence.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{row.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
