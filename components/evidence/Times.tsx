// What happened when, in a log: drawn along time, a line for each network, program or payee, and as a table with every
// moment as exactly as the log gives it.
import { t } from '../../lib/i18n/language.ts';
import { valueText } from '../../lib/i18n/sentences.ts';
import { momentText, tickText } from '../../lib/i18n/times.ts';
import type { TimesEvidence } from '../../lib/model/finding.ts';
import { shorten } from '../../lib/text/shorten.ts';
import { LEFT, type TimedEvent, timesLayout, WIDTH } from './times-layout.ts';

/** Characters of a lane's words that stand before it. */
const LETTERS = 24;
/** Where there are fewer the table stands open. */
const FEW = 6;

interface Event extends TimedEvent {
  value: string;
}

export function Times({ flag, evidence }: { flag: string; evidence: TimesEvidence }) {
  const events = evidence.events.map(({ at, lane, value }) => ({
    at,
    lane: valueText(flag, lane),
    value: valueText(flag, value),
  }));
  return (
    <div>
      <Drawing events={events} />
      <details class="more" open={events.length < FEW}>
        <summary>{t('times.oneByOne', { count: events.length })}</summary>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('times.when')}</th>
              <th scope="col">{t('times.where')}</th>
              <th scope="col">{t('times.what')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ at, lane, value }, i) => (
              <tr key={i}>
                <td>{momentText(at)}</td>
                <td>
                  <bdi>{lane}</bdi>
                </td>
                <td>
                  <bdi>{value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {evidence.count > events.length && (
          <p class="soft">{t('times.more', { count: evidence.count - events.length })}</p>
        )}
      </details>
    </div>
  );
}

function Drawing({ events }: { events: readonly Event[] }) {
  const { lanes, others, events: drawn, ticks, length, height } = timesLayout(events);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return null;
  return (
    <figure class="times-drawing">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('times.drawing', {
          count: events.length,
          lanes: lanes.length,
          first: momentText(first.at),
          last: momentText(last.at),
        })}
      >
        {lanes.map(({ words = t('times.others', { count: others }), y }) => (
          <g key={y} class="lane">
            <line x1={LEFT} x2={WIDTH} y1={y} y2={y} />
            <text x={LEFT - 10} y={y + 4} text-anchor="end">
              {shorten(words, LETTERS)}
              <title>{words}</title>
            </text>
          </g>
        ))}
        {drawn.map(({ event, x, width, y }, i) => (
          <rect key={i} class="event" x={x} y={y - 4} width={width} height="8" rx="4">
            <title>{`${momentText(event.at)}: ${event.value}`}</title>
          </rect>
        ))}
        {ticks.map(({ x, at }) => (
          <g key={x} class="tick">
            <line x1={x} x2={x} y1={height - 30} y2={height - 24} />
            <text x={x} y={height - 8} text-anchor="middle">
              {tickText(at, length)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
