// What of a page the worker has already. A thing that it has stored goes by a number the next time, so that a list that
// grows is not sent anew with everybody who was in it before.
import type { RequestFields } from '../protocol/messages.ts';
import type { Reading } from '../reading/reading.ts';
import { saidBy } from './kept.ts';

/** More than this is not held; then all is sent once more. */
const MAX_TOLD = 10_000;

export interface Told {
  /** How a reading is put to the worker; `stored` is to be called once it has it. */
  tell(reading: Reading): { fields: RequestFields<'page-read'>; stored(): void };
  /** The worker knows nothing of what it was told: it was ended meanwhile. */
  forget(): void;
}

export function makeTold(): Told {
  let by = '';
  let count = 0;
  /** Numbers of what the worker has, by what it says and of whom. */
  const numbers = new Map<string, number>();
  const forget = () => {
    by = `${Date.now()}${Math.random()}`;
    numbers.clear();
  };
  forget();
  return {
    forget,
    tell: (reading) => {
      if (numbers.size > MAX_TOLD) forget();
      const to = by;
      const news = new Map<string, { number: number; thing: object }>();
      const numberOf = (thing: object, account = '') => {
        const { id } = saidBy(thing);
        // Whoever writes what has another's number has it for themselves.
        const key = `${id} ${account}`;
        const number = numbers.get(key) ?? news.get(key)?.number;
        if (number !== undefined) return number;
        news.set(key, { number: ++count, thing });
        return count;
      };
      const sightings = reading.sightings.map((one) => numberOf(one, one.ids.account));
      const outlines = reading.outlines?.map(({ cards, ...one }) => ({
        ...one,
        cards: cards.map((card) => numberOf(card, card.account)),
      }));
      const things = [...news.values()].map(({ number, thing }) => {
        const said = saidBy(thing);
        return `[${number},${said.json ?? JSON.stringify(thing)}]`;
      });
      return {
        fields: {
          reading: { ...reading, sightings, ...(outlines && { outlines }) },
          told: { by, things: `[${things}]` },
        },
        stored: () => {
          if (to !== by) return;
          for (const [key, { number, thing }] of news) {
            numbers.set(key, number);
            saidBy(thing).json = undefined;
          }
        },
      };
    },
  };
}
