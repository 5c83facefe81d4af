// A group of clients and developers and the ratings between them: in figures, as a drawing, and as tables of who is in it
// and of every rating.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { timeText } from '../../lib/i18n/times.ts';
import type { EvidenceItem } from '../../lib/model/finding.ts';
import { ToAccount } from '../ToDashboard.tsx';
import { RingDrawing } from './RingDrawing.tsx';
import { Rows } from './Rows.tsx';
import { inOrder } from './ring-layout.ts';

export type RingEvidence = Extract<EvidenceItem, { kind: 'ring' }>;

export function Ring({ flag, evidence }: { flag: string; evidence: RingEvidence }) {
  return (
    <div>
      <Rows flag={flag} rows={evidence.rows} />
      <RingDrawing ring={inOrder(evidence)} size="narrow" />
      <MemberTable ring={evidence} />
      <details class="more">
        <summary>{t('ring.oneByOne', { count: evidence.ratings.length })}</summary>
        <RatingTable ring={evidence} />
      </details>
    </div>
  );
}

export function RingTables({ ring }: { ring: RingEvidence }) {
  return (
    <div class="tables">
      <MemberTable ring={ring} />
      <RatingTable ring={ring} />
    </div>
  );
}

function MemberTable({ ring }: { ring: RingEvidence }) {
  return (
    <Table caption={t('ring.members')} columns={[t('ring.account'), t('ring.inside'), t('ring.outside')]}>
      {ring.shares.map(({ account, inside, total }, i) => (
        <tr key={i}>
          <th scope="row">
            <ToAccount account={account} />
            <span class="sub">{t(i < ring.clients.length ? 'ring.client' : 'ring.developer')}</span>
          </th>
          <td>{inside}</td>
          <td>{total - inside}</td>
        </tr>
      ))}
    </Table>
  );
}

function RatingTable({ ring }: { ring: RingEvidence }) {
  const columns = [t('ring.date'), t('ring.client'), t('ring.developer'), t('ring.rating')];
  return (
    <Table caption={t('ring.ratings')} columns={columns}>
      {ring.ratings.map(({ from, to, value, outOf, at }, i) => (
        <tr key={i}>
          <td>{at ? timeText(at) : t('dashboard.noDate')}</td>
          <td>
            <ToAccount account={from} />
          </td>
          <td>
            <ToAccount account={to} />
          </td>
          <td>{t('dashboard.doneOf', { done: value, all: outOf })}</td>
        </tr>
      ))}
    </Table>
  );
}

function Table(props: { caption: string; columns: readonly string[]; children: ComponentChildren }) {
  return (
    <table class="small">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}
