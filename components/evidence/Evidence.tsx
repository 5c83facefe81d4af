// What must be said with a finding and what it rests on, kind by kind: the same in a panel, on the dashboard and on
// paper.
import { sentence } from '../../lib/i18n/sentences.ts';
import type { EvidenceItem, Finding } from '../../lib/model/finding.ts';
import { Ring } from './Ring.tsx';
import { Rows } from './Rows.tsx';
import { Template } from './Template.tsx';
import { Times } from './Times.tsx';

export function Evidence({ finding: { flag, notes, evidence } }: { finding: Finding }) {
  return (
    <>
      {notes?.map(({ message, data }, i) => (
        <p key={i}>{sentence(flag, message, data)}</p>
      ))}
      {evidence.map((one, i) => (
        <Item key={i} flag={flag} evidence={one} />
      ))}
    </>
  );
}

function Item({ flag, evidence }: { flag: string; evidence: EvidenceItem }) {
  switch (evidence.kind) {
    case 'template':
      return <Template evidence={evidence} />;
    case 'counts':
      return <Rows flag={flag} rows={evidence.rows} />;
    case 'ring':
      return <Ring flag={flag} evidence={evidence} />;
    case 'times':
      return <Times flag={flag} evidence={evidence} />;
  }
}
