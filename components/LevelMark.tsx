// A level as a shape and a word, so that it does not depend on seeing colours.
import type { Level } from '../lib/model/assessment.ts';
import { lookOf, lookWords, type Standing } from './look.ts';
import { levelWords } from './words.ts';

/** One path a level, drawn in a 16 by 16 box: full diamond, speech bubble, ring, dotted ring. */
export function LevelShape({ level }: { level: Level }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {level === 'look-closer' && <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />}
      {level === 'worth-a-question' && (
        <path
          d="M2 2.5h12v8H8.4L5 13.8v-3.3H2z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
          stroke-linejoin="round"
        />
      )}
      {level === 'no-flags' && <circle cx="8" cy="8" r="5.8" fill="none" stroke="currentColor" stroke-width="1.8" />}
      {level === 'not-enough-seen' && (
        <circle
          cx="8"
          cy="8"
          r="5.8"
          fill="none"
          stroke="currentColor"
          stroke-width="1.8"
          stroke-dasharray="1.6 2.95"
          stroke-linecap="round"
        />
      )}
    </svg>
  );
}

/** The mark of an account that the user checked and found fine: a tick in a ring. */
export function CheckedShape() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M4.8 8.2 7 10.4l4.2-4.6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </svg>
  );
}

/** The mark of an account of which the user set something aside: a bar in a ring. */
function SetAsideShape() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M4.8 8h6.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </svg>
  );
}

/** An account's level, or in its place what the user decided about it. */
export function StandingMark(standing: Standing) {
  const look = lookOf(standing);
  if (look !== 'checked' && look !== 'set-aside') return <LevelMark level={look} />;
  return (
    <span class="level" data-level={look === 'checked' ? 'no-flags' : 'not-enough-seen'}>
      {look === 'checked' ? <CheckedShape /> : <SetAsideShape />}
      {lookWords(look)}
    </span>
  );
}

export function LevelMark({ level }: { level: Level }) {
  return (
    <span class="level" data-level={level}>
      <LevelShape level={level} />
      {levelWords(level)}
    </span>
  );
}
