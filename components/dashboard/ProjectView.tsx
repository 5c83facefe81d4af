// One project's bidders as a table: searched, filtered, sorted, compared side by side, decided on several at once,
// and saved for a spreadsheet.
import { useMemo, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/i18n/language.ts';
import { calledBy, smallPrint } from '../../lib/i18n/people.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import { timeText } from '../../lib/i18n/times.ts';
import { type AccountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { compareTimes } from '../../lib/model/time.ts';
import { count, day, money, siteName } from '../words.ts';
import type { AccountNote } from './account-notes.ts';
import { CompareBidders } from './CompareBidders.tsx';
import { Filters } from './Filters.tsx';
import { filtered, type ListQuery } from './list-query.ts';
import { LevelAndNotes } from './NoteMarks.tsx';
import { askingWords, readWords } from './ProjectList.tsx';
import { type Bidder, type ProjectSummary, titleOfProject } from './project-rows.ts';
import { routeTo } from './route.ts';
import { webAddress } from './timeline.ts';

/** So many are compared at once: more do not fit beside each other. */
const MAX_COMPARED = 4;

export type BulkAction = 'fine' | 'record';

export interface ProjectViewProps {
  summary: ProjectSummary;
  notes: ReadonlyMap<AccountKey, AccountNote>;
  profiles: ReadonlyMap<AccountKey, Profile>;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  /** What came of the last action. */
  status: string;
  onAct: (action: BulkAction, accounts: readonly AccountKey[]) => void;
  /** Takes the last action back, where it can be. */
  onUndo?: (() => void) | undefined;
  onCsv: (bidders: readonly Bidder[]) => void;
}

const orders = ['account', 'attention', 'amount', 'days', 'sent'] as const;
type Order = (typeof orders)[number];

const compare: Record<Order, (a: Bidder, b: Bidder) => number> = {
  attention: (a, b) => a.rank - b.rank || b.findings.length - a.findings.length,
  account: (a, b) => calledBy(a.key).localeCompare(calledBy(b.key)),
  amount: (a, b) => (a.bid.amount ?? Infinity) - (b.bid.amount ?? Infinity),
  days: (a, b) => (a.bid.days ?? Infinity) - (b.bid.days ?? Infinity),
  sent: (a, b) => compareTimes(a.bid.submittedAt ?? a.firstSeenAt, b.bid.submittedAt ?? b.firstSeenAt),
};

const titles: Readonly<Record<Order, MessageKey & `dashboard.projects.column.${string}`>> = {
  attention: 'dashboard.projects.column.attention',
  account: 'dashboard.projects.column.account',
  amount: 'dashboard.projects.column.amount',
  days: 'dashboard.projects.column.days',
  sent: 'dashboard.projects.column.sent',
};

/** Whether the pages said it of any of them. */
function isTold(by: Order, bidders: readonly Bidder[]): boolean {
  const field = by === 'sent' ? 'submittedAt' : by;
  return field === 'attention' || field === 'account' || bidders.some(({ bid }) => bid[field] !== undefined);
}

export function ProjectView(props: ProjectViewProps) {
  const { summary, notes, profiles, query, onQuery, status, onAct, onUndo, onCsv } = props;
  const [order, setOrder] = useState<{ by: Order; turned: boolean }>({ by: 'attention', turned: false });
  const [selected, setSelected] = useState<ReadonlySet<AccountKey>>(new Set());
  const [isComparing, setComparing] = useState(false);
  const shown = useMemo(() => {
    const inOrder = [...filtered(summary.bidders, query, notes)].sort(compare[order.by]);
    return order.turned ? inOrder.reverse() : inOrder;
  }, [summary, query, notes, order]);
  // A column that is empty for everybody says nothing.
  const columns = orders.filter((by) => isTold(by, summary.bidders));
  const chosen = shown.filter(({ key }) => selected.has(key));
  const select = (key: AccountKey, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(key);
    else next.delete(key);
    setSelected(next);
  };
  const address = webAddress(summary.project?.url);
  return (
    <article class="project">
      <p class="back">
        <a href={routeTo({ tab: 'projects' })}>{t('dashboard.projects.back')}</a>
      </p>
      <h1>
        <bdi>{titleOfProject(summary)}</bdi>
      </h1>
      <p class="soft">
        {siteName(splitAccountKey(summary.key).site)} · {t('dashboard.lastSeenOn', { day: day(summary.lastSeenAt) })}
        {address && (
          <>
            {' '}
            ·{' '}
            <a href={address} target="_blank" rel="noopener noreferrer">
              {t('dashboard.projects.open')}
            </a>
          </>
        )}
      </p>
      <p>
        {readWords(summary)}
        {summary.bidders.length > 0 && ` · ${askingWords(summary)}`}
      </p>
      {summary.bidCount > summary.bidders.length && <p class="notice">{t('dashboard.projects.more')}</p>}
      <Filters rows={summary.bidders} query={query} onChange={(part) => onQuery({ ...query, ...part })} />
      <p class="row acts">
        <button type="button" class="plain" id="csv" disabled={shown.length === 0} onClick={() => onCsv(shown)}>
          {t('dashboard.projects.csv')}
        </button>
        <button
          type="button"
          class="plain"
          id="compare"
          disabled={chosen.length < 2 || chosen.length > MAX_COMPARED}
          onClick={() => setComparing(true)}
        >
          {t('dashboard.projects.compare', { most: MAX_COMPARED })}
        </button>
        {(['fine', 'record'] as const).map((action) => (
          <button
            key={action}
            type="button"
            class="plain"
            id={`bulk-${action}`}
            disabled={chosen.length === 0}
            onClick={() =>
              onAct(
                action,
                chosen.map(({ key }) => key),
              )
            }
          >
            {t(`dashboard.projects.act.${action}`)}
          </button>
        ))}
        <span role="status" class="soft">
          {status || t('dashboard.projects.selected', { count: chosen.length })}
        </span>
        {onUndo && (
          <button
            type="button"
            class="plain"
            id="bulk-undo"
            aria-label={t('decision.undoLabel', { what: status })}
            onClick={onUndo}
          >
            {t('decision.undo')}
          </button>
        )}
      </p>
      {isComparing && chosen.length > 1 && (
        <CompareBidders
          bidders={chosen.slice(0, MAX_COMPARED)}
          notes={notes}
          profiles={profiles}
          onClose={() => setComparing(false)}
        />
      )}
      <section class="wide" tabindex={0} aria-label={titleOfProject(summary)}>
        <table id="bidders">
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t('dashboard.projects.selectAll')}
                  checked={chosen.length > 0 && chosen.length === shown.length}
                  onChange={(event) =>
                    setSelected(new Set(event.currentTarget.checked ? shown.map(({ key }) => key) : []))
                  }
                />
              </th>
              {columns.map((by) => (
                <th
                  key={by}
                  scope="col"
                  aria-sort={by !== order.by ? undefined : order.turned ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    data-sort={by}
                    onClick={() => setOrder({ by, turned: by === order.by && !order.turned })}
                  >
                    {t(titles[by])}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <BidderRow
                key={one.key}
                bidder={one}
                note={notes.get(one.key)}
                columns={columns}
                isSelected={selected.has(one.key)}
                onSelect={(isOn) => select(one.key, isOn)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && <p class="empty">{t('dashboard.noMatch')}</p>}
    </article>
  );
}

interface BidderRowProps {
  bidder: Bidder;
  note: AccountNote | undefined;
  columns: readonly Order[];
  isSelected: boolean;
  onSelect: (isOn: boolean) => void;
}

function BidderRow({ bidder, note, columns, isSelected, onSelect }: BidderRowProps) {
  const { key, account, level, findings, bid } = bidder;
  const [main] = findings;
  const name = calledBy(key);
  return (
    <tr data-account={account} data-level={level}>
      <td>
        <input
          type="checkbox"
          aria-label={t('dashboard.projects.select', { account: name })}
          checked={isSelected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <a href={routeTo({ tab: 'developers', key })}>
          <bdi>{name}</bdi>
        </a>
        {smallPrint(key) && (
          <span class="sub">
            <bdi>{smallPrint(key)}</bdi>
          </span>
        )}
      </th>
      <td>
        <LevelAndNotes level={level} note={note} />
        {main && <span class="sub">{sentence(main.flag, main.message, main.data)}</span>}
      </td>
      {columns.includes('amount') && (
        <td class="number">{bid.amount === undefined ? '' : money(bid.amount, bid.currency)}</td>
      )}
      {columns.includes('days') && <td class="number">{bid.days === undefined ? '' : count(bid.days, 'day')}</td>}
      {columns.includes('sent') && (
        <td class="sent">{bid.submittedAt === undefined ? '' : timeText(bid.submittedAt)}</td>
      )}
    </tr>
  );
}
