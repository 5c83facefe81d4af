// Activity on a 24-hour dial: the longer a wedge, the more often; the usual working day of the claimed
// zone is shaded. The same stands beside it as a table, with how many of all times it is made of.
import { arc, pointRadial } from 'd3-shape';
import { t } from '../../lib/i18n/language.ts';
import { timeText } from '../../lib/i18n/times.ts';
import { FEWEST_TIMES, type Hours, WORKING } from './times.ts';

const SIZE = 240;
const MIDDLE = SIZE / 2;
const OUTER = 92;
const INNER = 26;
const TO_MIDDLE = `translate(${MIDDLE} ${MIDDLE})`;

export function HoursDial({ hours }: { hours: Hours }) {
  const most = Math.max(...hours.counts, 1);
  const rows = hours.counts.flatMap((times, hour) => (times > 0 ? [{ hour, times }] : []));
  const known = { count: hours.times, all: hours.of };
  if (hours.times < FEWEST_TIMES || !hours.from || !hours.to) {
    return <p class="soft">{hours.of > 0 ? t('dashboard.hoursFew', known) : t('dashboard.hoursNone')}</p>;
  }
  const period = { from: timeText(hours.from), to: timeText(hours.to) };
  const summary = t('dashboard.hoursOf', { ...known, ...period, zone: hours.zone });
  return (
    <div class="dial">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} width={SIZE} height={SIZE} role="img" aria-label={summary}>
        {hours.claimed && (
          <path class="working" transform={TO_MIDDLE} d={wedge(WORKING.from, WORKING.to, INNER, OUTER + 6)} />
        )}
        <circle class="ring" cx={MIDDLE} cy={MIDDLE} r={OUTER} />
        <circle class="ring" cx={MIDDLE} cy={MIDDLE} r={INNER} />
        {rows.map(({ hour, times }) => (
          <path
            key={hour}
            class="hour"
            transform={TO_MIDDLE}
            d={wedge(hour + 0.06, hour + 0.94, INNER, INNER + ((OUTER - INNER) * times) / most)}
          />
        ))}
        {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => {
          const [x, y] = at(hour, OUTER + 17);
          return (
            <text key={hour} x={x} y={y + 4} text-anchor="middle">
              {hour}
            </text>
          );
        })}
      </svg>
      <div>
        <p>{summary}</p>
        {hours.claimed && <p>{t('dashboard.hoursWithin', { within: hours.working, all: hours.times })}</p>}
        <p class="soft">{hours.claimed ? t('dashboard.hoursClaimed') : t('dashboard.hoursUnclaimed')}</p>
        <details>
          <summary>{t('dashboard.asTable')}</summary>
          <table class="small">
            <thead>
              <tr>
                <th scope="col">{t('dashboard.hour')}</th>
                <th scope="col">{t('dashboard.times')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ hour, times }) => (
                <tr key={hour}>
                  <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
                  <td>{times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </div>
  );
}

const angle = (hour: number) => (hour / 24) * 2 * Math.PI;

/** A point of the dial: midnight at the top, clockwise. */
function at(hour: number, radius: number): [number, number] {
  const [x, y] = pointRadial(angle(hour), radius);
  return [MIDDLE + x, MIDDLE + y];
}

/** The path of a wedge around the dial's middle. */
function wedge(from: number, to: number, innerRadius: number, outerRadius: number): string {
  return arc()({ startAngle: angle(from), endAngle: angle(to), innerRadius, outerRadius }) ?? '';
}
