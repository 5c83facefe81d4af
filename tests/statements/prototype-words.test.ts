// Words that every object of the language knows are words like any others: a table of words answers only for its own.
import { expect, it } from 'vitest';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { observationsIn } from '../../lib/sites/registry.ts';
import { parseWhen } from '../../lib/statements/dates.ts';
import { parseDays, parseRating } from '../../lib/statements/figures.ts';
import { currencyIn, parseMoney } from '../../lib/statements/money.ts';
import { parseCountry } from '../../lib/statements/places.ts';

const words = Object.getOwnPropertyNames(Object.prototype).concat('prototype', 'Constructor', 'CONSTRUCTOR');

it.each(words)('“%s” is no country, date, amount or figure', (word) => {
  for (const said of [word, `Town, ${word}`, `flag of ${word}`, `12 ${word}`, `${word} 2024`, `5 ${word} ago`]) {
    expect([undefined, expect.stringMatching(/^[A-Z]{2}$/)]).toContainEqual(parseCountry(said));
    const when = parseWhen(said, '2026-10-05T08:00:00Z');
    if (when !== undefined) expect(when).toMatch(/^\d/);
    expect(currencyIn(said)).toBeUndefined();
    for (const parsed of [parseMoney(said)?.amount, parseDays(said), parseRating(said)?.value]) {
      if (parsed !== undefined) expect(parsed).toBeTypeOf('number');
    }
  }
});

it.each(words)('a profile from “%s” is kept', (word) => {
  const parsed = parseReading({
    site: 'guru',
    url: 'https://www.guru.com/freelancers/ada',
    seenAt: '2026-10-05T08:00:00Z',
    page: 'profile',
    sightings: [
      {
        kind: 'profile',
        ids: { account: 'ada' },
        said: Object.fromEntries(
          ['country', 'city', 'headline', 'memberSince', 'hourlyRate', 'name'].map((field) => [
            field,
            // A name is no headline.
            [{ by: 'state', value: field === 'headline' ? `Maker of ${word}` : word }],
          ]),
        ),
      },
    ],
  });
  if ('problem' in parsed) throw new Error(parsed.problem);
  expect(observationsIn(parsed.reading)).toContainEqual(
    expect.objectContaining({ kind: 'profile', account: 'ada', headline: `Maker of ${word}` }),
  );
});
