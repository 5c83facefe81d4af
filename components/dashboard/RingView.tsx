// One group of clients and developers who are connected by ratings: as a drawing, as tables, and what it means.

import { t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { timePhrase } from '../../lib/i18n/times.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { spanOf } from '../../lib/model/time.ts';
import { RingTables } from '../evidence/Ring.tsx';
import { RingDrawing } from '../evidence/RingDrawing.tsx';
import { Rows } from '../evidence/Rows.tsx';
import { type Ring, ringsOf } from '../evidence/ring-layout.ts';
import { FindingView } from '../FindingView.tsx';
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
          <FindingView finding={finding}>
            {finding.evidence.map(
              (one, i) => one.kind === 'ring' && <Rows key={i} flag={finding.flag} rows={one.rows} />,
            )}
          </FindingView>
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
    period: timePhrase(spanOf([ring.from, ring.to]) ?? ring.from),
  });
  return (
    <section aria-label={summary}>
      <p>{summary}</p>
      <RingDrawing ring={ring} />
      <RingTables ring={ring} />
    </section>
  );
}
