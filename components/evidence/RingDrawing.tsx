// A ring as a drawing that the arrow keys walk through, rating by rating.
import { useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { timeText } from '../../lib/i18n/times.ts';
import { shorten } from '../../lib/text/shorten.ts';
import { type Ring, type RingRating, type RingSize, ringLayout, sizes } from './ring-layout.ts';

/** @param ring its ratings by time, as `inOrder` puts them */
export function RingDrawing({ ring, size = 'wide' }: { ring: Ring; size?: RingSize }) {
  const { width, left, letters } = sizes[size];
  const [current, setCurrent] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  const { lanes, ratings, ticks, height } = ringLayout(ring, size);
  const groups = [true, false].flatMap((side) => lanes.find(({ client }) => client === side) ?? []);
  const go = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -ratings.length, End: ratings.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(ratings.length - 1, current + step));
    setCurrent(next);
    drawing.current?.querySelectorAll<SVGGElement>('.rating')[next]?.focus();
  };
  const shown = ratings[current];
  return (
    <figure class="ring-drawing" data-size={size}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are read one by one. */}
      <svg
        ref={drawing}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('dashboard.ring')}
        onKeyDown={go}
      >
        {groups.map(({ client, y }) => (
          <text key={String(client)} class="tick" x={0} y={y + 4}>
            {t(client ? 'dashboard.clients' : 'dashboard.developers')}
          </text>
        ))}
        {lanes.map(({ account, y, client }) => (
          <g key={`${client} ${account}`} class={client ? 'client' : 'developer'}>
            <line x1={left} x2={width} y1={y} y2={y} />
            <text x={left - 10} y={y + 4} text-anchor="end">
              {shorten(calledBy(account), letters)}
              <title>{calledBy(account)}</title>
            </text>
          </g>
        ))}
        {ratings.map(({ rating, x, begin, end, from, to }, i) => (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a picture of a rating, reached by the arrow keys.
          <g
            key={i}
            class="rating"
            role="img"
            tabindex={i === current ? 0 : -1}
            aria-label={ratingWords(rating)}
            onFocus={() => setCurrent(i)}
            onMouseEnter={() => setCurrent(i)}
          >
            <line class="stretch" x1={begin} x2={end} y1={from} y2={from} />
            <line class="stretch" x1={begin} x2={end} y1={to} y2={to} />
            <line x1={x} x2={x} y1={from} y2={to} />
            <circle cx={x} cy={from} r="4" />
            <rect x={x - 4} y={to - 4} width="8" height="8" />
          </g>
        ))}
        {ticks.map(({ x, at }) => (
          <g key={at} class="tick">
            <line x1={x} x2={x} y1={height - 30} y2={height - 24} />
            <text x={x} y={height - 8} text-anchor="middle">
              {timeText(at)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <p class="current">{shown && ratingWords(shown.rating)}</p>
        <p class="soft">{t('dashboard.ringKeys')}</p>
      </figcaption>
    </figure>
  );
}

export function ratingWords({ from, to, value, outOf, at }: RingRating): string {
  return t('dashboard.rating', {
    from: calledBy(from),
    to: calledBy(to),
    value,
    best: outOf,
    day: at ? timeText(at) : t('dashboard.noDate'),
  });
}
