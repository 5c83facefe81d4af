// Figures as rows, each with its label.
import { sentence, valueText } from '../../lib/i18n/sentences.ts';
import type { EvidenceRow } from '../../lib/model/finding.ts';

export function Rows({ flag, rows }: { flag: string; rows: readonly EvidenceRow[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{sentence(flag, row.label, row.data)}</th>
            <td>{valueText(flag, row.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
