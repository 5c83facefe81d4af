// Everything seen of one account, newest first, with the words behind a fold and a link to where they were. Beside each
// time stands where it lies among all: a stretch, as long as it is not known more precisely.

import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { timeText } from '../../lib/i18n/times.ts';
import type { Project } from '../../lib/model/observation.ts';
import { precisionOf } from '../../lib/model/time.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { count } from '../words.ts';
import { type Happening, type Stretch, stretchesOf, timelineOf } from './timeline.ts';

/** Shown at first, and more with every press of the button. */
const STEP = 50;

export function Timeline(props: { rows: readonly StoredObservation[]; projects: ReadonlyMap<string, Project> }) {
  const [most, setMost] = useState(STEP);
  const all = timelineOf(props.rows, props.projects);
  const stretches = stretchesOf(all.map(({ at }) => at));
  return (
    <>
      <ol class="timeline">
        {all.slice(0, most).map((one, i) => (
          <li key={one.key} data-kind={one.kind}>
            <div class="when">
              <When happening={one} />
              <Line stretch={stretches[i] as Stretch} />
            </div>
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

function When({ happening: { at, isSeen } }: { happening: Happening }) {
  const words = isSeen ? t('dashboard.seenOn', { day: timeText(at) }) : timeText(at);
  // An interval between two is nothing that a page can say of its element.
  return precisionOf(at) === 'span' ? <span>{words}</span> : <time dateTime={at}>{words}</time>;
}

/** Length of the line that a time is drawn on; what is shorter than a dot is drawn as one. */
const LINE = 100;
const DOT = 4;

function Line({ stretch: { begin, length } }: { stretch: Stretch }) {
  const width = Math.max(DOT, length * LINE);
  return (
    <svg viewBox={`0 0 ${LINE} ${DOT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="line" width={LINE} height="1" y={(DOT - 1) / 2} />
      <rect class="stretch" width={width} height={DOT} x={Math.min(begin * LINE, LINE - width)} />
    </svg>
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
