// Everything seen of one account, newest first, with the words behind a fold and a link to where they were.

import { useState } from 'preact/hooks';
import { language, t } from '../../lib/i18n/language.ts';
import type { Project } from '../../lib/model/observation.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { count, day } from '../words.ts';
import { type Happening, timelineOf } from './timeline.ts';

/** Shown at first, and more with every press of the button. */
const STEP = 50;

export function Timeline(props: { rows: readonly StoredObservation[]; projects: ReadonlyMap<string, Project> }) {
  const [most, setMost] = useState(STEP);
  const all = timelineOf(props.rows, props.projects, language());
  return (
    <>
      <ol class="timeline">
        {all.slice(0, most).map((one) => (
          <li key={one.key} data-kind={one.kind}>
            <time dateTime={one.at}>{day(one.at)}</time>
            <div>
              <p>
                {headline(one)}
                {one.url && (
                  <a class="source" href={one.url} target="_blank" rel="noopener noreferrer">
                    {t('dashboard.source')}
                  </a>
                )}
              </p>
              {one.text && (
                <details>
                  <summary>{t('dashboard.words')}</summary>
                  <p class="words" dir="auto">
                    {one.text}
                  </p>
                </details>
              )}
            </div>
          </li>
        ))}
      </ol>
      {all.length > most && (
        <button type="button" class="plain" onClick={() => setMost(most + STEP)}>
          {t('dashboard.more', { count: all.length - most })}
        </button>
      )}
    </>
  );
}

function headline(one: Happening): string {
  switch (one.kind) {
    case 'bid': {
      const parts = [
        t('dashboard.bidOn', { project: one.project }),
        one.amount,
        one.days !== undefined && count(one.days, 'day'),
        one.outcome && outcomeWords(one.outcome),
        one.changed > 0 && t('dashboard.changed', { count: one.changed }),
      ];
      return parts.filter(Boolean).join(' · ');
    }
    case 'review':
      return [t('dashboard.reviewBy', { account: one.from }), one.rating].filter(Boolean).join(' · ');
    case 'message':
      return one.mine ? t('dashboard.messageMine') : t('dashboard.messageTheirs');
    case 'profile':
      return one.changed > 0
        ? `${t('dashboard.profileSeen')} · ${t('dashboard.changed', { count: one.changed })}`
        : t('dashboard.profileSeen');
  }
}

function outcomeWords(outcome: string): string | false {
  switch (outcome) {
    case 'awarded':
      return t('dashboard.awarded');
    case 'rejected':
      return t('dashboard.rejected');
    case 'withdrawn':
      return t('dashboard.withdrawn');
    default:
      return false;
  }
}
