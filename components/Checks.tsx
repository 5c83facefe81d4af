// What each red flag checked on an account: found, nothing found and in how much, or why it could not say. What
// came out clean is as much an answer as what was found.
import { t } from '../lib/i18n/language.ts';
import { sentence, titleOf } from '../lib/i18n/sentences.ts';
import { type Check, results } from '../lib/model/finding.ts';

/** @param level of its heading: 3 inside a panel */
export function Checks({ checks, level = 3 }: { checks: readonly Check[]; level?: 2 | 3 | 4 }) {
  if (checks.length === 0) return null;
  const Heading = `h${level}` as const;
  const inOrder = results.flatMap((result) => checks.filter((check) => check.result === result));
  const saying = inOrder.filter(({ result }) => result !== 'too-little');
  const silent = inOrder.slice(saying.length);
  return (
    <section class="checks">
      <Heading>{t('checks.title')}</Heading>
      <p>{t('checks.howMany', { saying: saying.length, all: checks.length })}</p>
      {saying.length > 0 && <CheckList checks={saying} />}
      {saying.length > 0 && silent.length > 0 ? (
        <details class="aside">
          <summary>{t('checks.silent', { count: silent.length })}</summary>
          <CheckList checks={silent} />
        </details>
      ) : (
        // Where nothing could be said, what is missing is the answer.
        silent.length > 0 && <CheckList checks={silent} />
      )}
    </section>
  );
}

function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul>
      {checks.map(({ flag, result, message, data }) => (
        <li key={flag} data-flag={flag} data-result={result}>
          <strong>{titleOf(flag)}</strong> <span class="result">{t(`checks.result.${result}`)}</span>
          <p>{sentence(flag, message, data)}</p>
        </li>
      ))}
    </ul>
  );
}
