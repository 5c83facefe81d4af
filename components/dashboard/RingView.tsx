// One group of clients and developers who are connected by ratings: as a drawing, as tables, and what it means.
import { t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { handle } from '../../lib/model/web-account.ts';
import { FindingView } from '../FindingView.tsx';
import { day } from '../words.ts';
import { RingDrawing } from './RingDrawing.tsx';
import { type Ring, ringsOf } from './ring-layout.ts';
import { routeTo } from './route.ts';

export function RingView({ assessments }: { assessments: readonly Assessment[] }) {
  const rings = ringsOf(assessments);
  const finding = assessments[0]?.findings.find((one) => one.flag === 'rating-ring');
  return (
    <article class="group">
      <p class="back">
        <a href={routeTo({ tab: 'rings' })}>{t('dashboard.backRings')}</a>
      </p>
      <h1>{titleOf('rating-ring')}</h1>
      {rings.length === 0 && <p class="empty">{t('dashboard.gone')}</p>}
      {rings.map((ring, i) => (
        <OneRing key={i} ring={ring} />
      ))}
      {finding && (
        <details class="more">
          <summary>{t('dashboard.moreAbout')}</summary>
          <FindingView finding={finding} />
        </details>
      )}
    </article>
  );
}

function OneRing({ ring }: { ring: Ring }) {
  const summary = t('dashboard.ringSummary', {
    clients: ring.clients.length,
    developers: ring.developers.length,
    ratings: ring.ratings.length,
    from: day(ring.from),
    to: day(ring.to),
  });
  return (
    <section aria-label={summary}>
      <p>{summary}</p>
      <RingDrawing ring={ring} />
      <div class="tables">
        <table class="small">
          <caption>{t('dashboard.membersNow')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.account')}</th>
              <th scope="col">{t('dashboard.inside')}</th>
              <th scope="col">{t('dashboard.outside')}</th>
            </tr>
          </thead>
          <tbody>
            {ring.shares.map(({ account, inside, total }, i) => (
              <tr key={i}>
                <th scope="row">
                  <Account account={account} />
                  <span class="sub">{t(i < ring.clients.length ? 'dashboard.from' : 'dashboard.to')}</span>
                </th>
                <td>{inside}</td>
                <td>{total - inside}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table class="small">
          <caption>{t('dashboard.ring')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.date')}</th>
              <th scope="col">{t('dashboard.from')}</th>
              <th scope="col">{t('dashboard.to')}</th>
              <th scope="col">{t('dashboard.value')}</th>
            </tr>
          </thead>
          <tbody>
            {ring.ratings.map(({ from, to, value, outOf, at }, i) => (
              <tr key={i}>
                <td>{at ? day(at) : t('dashboard.noDate')}</td>
                <td>
                  <Account account={from} />
                </td>
                <td>
                  <Account account={to} />
                </td>
                <td>{t('dashboard.doneOf', { done: value, all: outOf })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Account({ account }: { account: string }) {
  const key = account as AccountKey;
  return <a href={routeTo({ tab: 'developers', key })}>{handle(key)}</a>;
}
