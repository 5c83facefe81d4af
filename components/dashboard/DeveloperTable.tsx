// Everyone seen, as a table that is searched, filtered and sorted. Of tens of thousands of rows only
// those in view are in the page.

import { Component } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/i18n/language.ts';
import { calledBy, smallPrint } from '../../lib/i18n/people.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { handle } from '../../lib/model/web-account.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import { NothingYet } from '../NothingYet.tsx';
import { count, day, siteName } from '../words.ts';
import type { AccountNote } from './account-notes.ts';
import { Filters } from './Filters.tsx';
import { filtered, type ListQuery, type SortKey, sorted } from './list-query.ts';
import { LevelAndNotes } from './NoteMarks.tsx';
import { routeTo } from './route.ts';
import { windowOf } from './virtual.ts';

/** Height of a row, CSS pixels; dashboard.css holds every row to it. */
const ROW_HEIGHT = 52;

const columns: readonly { sort: SortKey; title: MessageKey; up: boolean }[] = [
  { sort: 'account', title: 'dashboard.column.account', up: true },
  { sort: 'attention', title: 'dashboard.column.level', up: false },
  { sort: 'bids', title: 'dashboard.column.seen', up: false },
  { sort: 'lastSeen', title: 'dashboard.column.lastSeen', up: false },
];

export interface DeveloperTableProps {
  rows: readonly AccountRow[];
  /** What the user decided about them. */
  notes: ReadonlyMap<AccountKey, AccountNote>;
  complete: boolean;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  /** How far the list is scrolled, CSS pixels; kept by the caller, so that who comes back stands where they were. */
  scrolled: { top: number };
}

export function DeveloperTable({ rows, notes, complete, query, onQuery, scrolled }: DeveloperTableProps) {
  const change = (part: Partial<ListQuery>) => {
    scrolled.top = 0;
    onQuery({ ...query, ...part });
  };
  const inOrder = useMemo(() => sorted(rows, query.sort, query.turned), [rows, query.sort, query.turned]);
  const shown = useMemo(() => filtered(inOrder, query, notes), [inOrder, query, notes]);
  const isEmpty = complete && rows.length === 0;
  return (
    <>
      {/* There is nothing to search before anybody was seen. */}
      {!isEmpty && <Filters rows={rows} query={query} onChange={change} />}
      <p class="how-many" role="status">
        {!complete && t('dashboard.loading')}
        {complete && !isEmpty && t('dashboard.shown', { shown: shown.length, all: rows.length })}
      </p>
      {isEmpty ? (
        <NothingYet words={t('dashboard.nobody')} />
      ) : shown.length === 0 && complete ? (
        <p class="empty">{t('dashboard.noMatch')}</p>
      ) : (
        <Rows
          key={`${query.sort} ${query.turned}`}
          rows={shown}
          notes={notes}
          complete={complete}
          query={query}
          scrolled={scrolled}
          onSort={(sort) => change({ sort, turned: sort === query.sort && !query.turned })}
        />
      )}
    </>
  );
}

type RowsProps = Omit<DeveloperTableProps, 'onQuery'> & { onSort: (sort: SortKey) => void };

function Rows(props: RowsProps) {
  const { rows, notes, complete, query, scrolled } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isBack = useRef(scrolled.top === 0);
  const [view, setView] = useState({ top: 0, height: 800 });
  const measure = () => {
    const { scrollTop: top = 0, clientHeight: height = 800 } = scroller.current ?? {};
    // Until all rows are there the list may be too short to be scrolled back to where it was left.
    if (isBack.current) scrolled.top = top;
    setView((before) => (before.top === top && before.height === height ? before : { top, height }));
  };
  useLayoutEffect(() => {
    if (!isBack.current && scroller.current) scroller.current.scrollTop = scrolled.top;
    isBack.current ||= complete;
    measure();
  }, [rows, complete]);
  useEffect(() => {
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const { first, end } = windowOf(rows.length, view.top, view.height, ROW_HEIGHT);
  return (
    <section class="rows" ref={scroller} tabindex={0} aria-label={t('dashboard.tab.developers')} onScroll={measure}>
      <table id="developers" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ sort, title, up }) => (
              <th key={sort} scope="col" aria-sort={sort === query.sort ? direction(up, query.turned) : undefined}>
                <button type="button" data-sort={sort} onClick={() => props.onSort(sort)}>
                  {t(title)}
                  <span class="arrow" aria-hidden="true">
                    {sort === query.sort && (up !== query.turned ? '▲' : '▼')}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {rows.slice(first, end).map((row, i) => (
            <Row key={row.key} row={row} note={notes.get(row.key)} index={first + i + 2} />
          ))}
          <Gap rows={rows.length - end} />
        </tbody>
      </table>
    </section>
  );
}

const direction = (up: boolean, turned: boolean) => (up !== turned ? 'ascending' : 'descending');

/** The room that rows take which are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="gap">
      <td style={{ height: `${rows * ROW_HEIGHT}px` }} />
    </tr>
  );
}

interface RowProps {
  row: AccountRow;
  note: AccountNote | undefined;
  index: number;
}

/** A row that is drawn once, however often the table is while it is scrolled. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { row, note, index } = this.props;
    return next.row !== row || next.note !== note || next.index !== index;
  }

  override render({ row, note, index }: RowProps) {
    const [main] = row.findings;
    return (
      <tr aria-rowindex={index} data-account={row.account} data-level={row.level}>
        <th scope="row">
          <a href={routeTo({ tab: 'developers', key: row.key })} title={handle(row.key)}>
            <bdi>{calledBy(row.key)}</bdi>
          </a>
          <span class="sub">
            {smallPrint(row.key) && (
              <>
                <bdi>{smallPrint(row.key)}</bdi> ·{' '}
              </>
            )}
            {siteName(row.site)}
          </span>
        </th>
        <td>
          <LevelAndNotes level={row.level} note={note} />
          <span class="sub" title={main && sentence(main.flag, main.message, main.data)}>
            {main
              ? sentence(main.flag, main.message, main.data)
              : row.assessedAt === undefined && t('dashboard.notAssessed')}
          </span>
        </td>
        <td>
          {count(row.coverage.bids, 'bid')}
          {row.coverage.reviews > 0 && <span class="sub">{count(row.coverage.reviews, 'review')}</span>}
        </td>
        <td>{day(row.lastSeenAt)}</td>
      </tr>
    );
  }
}
