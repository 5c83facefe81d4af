// What a finding rests on, kind by kind: the same in a panel, on the dashboard and on paper.
import type { EvidenceItem, Finding } from '../../lib/model/finding.ts';
import { Rows } from './Rows.tsx';
import { Template } from './Template.tsx';

export function Evidence({ finding: { flag, evidence } }: { finding: Pick<Finding, 'flag' | 'evidence'> }) {
  return (
    <>
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
    case 'ring':
      return <Rows flag={flag} rows={evidence.rows} />;
  }
}
