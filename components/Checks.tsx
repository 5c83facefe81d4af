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
  const together = alike(saying);
  const alone = saying.filter((check) => !together.includes(check));
  return (
    <section class="checks">
      <Heading>{t('checks.title')}</Heading>
      <p>{t('checks.howMany', { saying: saying.length, all: checks.length })}</p>
      {alone.length > 0 && <CheckList checks={alone} />}
      {together.length > 0 && <InTexts checks={together} />}
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

/** Checks that read the same texts for one thing each and found nothing: one line for each would hide the others. */
function alike(checks: readonly Check[]): Check[] {
  const clear = checks.filter(
    ({ result, message, data }) => result === 'clear' && message === 'clear' && Object.keys(data).join() === 'texts',
  );
  const { data: { texts } = {} } = clear[0] ?? {};
  const same = clear.filter(({ data }) => data.texts === texts);
  return same.length > 2 ? same : [];
}

function InTexts({ checks }: { checks: readonly Check[] }) {
  // Some titles have commas of their own.
  const list = checks.map(({ flag }) => titleOf(flag)).join(' · ');
  return (
    <ul>
      <li data-flags={checks.map(({ flag }) => flag).join(' ')} data-result="clear">
        <strong>{t('checks.inTexts')}</strong> <span class="result">{t('checks.result.clear')}</span>
        <p>{t('checks.textsClear', { texts: Number(checks[0]?.data.texts), list })}</p>
      </li>
    </ul>
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
