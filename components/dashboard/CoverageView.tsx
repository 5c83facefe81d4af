// The advisory's numbered indicators, each with what covers it here, how, and how well that came out in tests.
import { t } from '../../lib/i18n/language.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import type { ToldFlag } from '../../lib/red-flags/told.ts';
import { Clause } from '../Clause.tsx';
import { type Covered, coverage } from '../coverage.ts';
import { testedWords } from '../settings/tested-words.ts';

export function CoverageView({ flags }: { flags: readonly ToldFlag[] }) {
  return (
    <div class="data coverage-list">
      <h1>{t('indicators.title')}</h1>
      <p>{t('indicators.intro')}</p>
      {coverage(flags).map((one) => (
        <Indicator key={one.id} covered={one} />
      ))}
    </div>
  );
}

function Indicator({ covered: { id, reach, flags, steps } }: { covered: Covered }) {
  return (
    <section id={`indicator-${id}`} aria-labelledby={`title-${id}`}>
      <h2 id={`title-${id}`}>
        {id}: <Clause id={id} />
      </h2>
      <p class="soft">{reach.map((way) => t(`indicators.reach.${way}`)).join(' ')}</p>
      {flags.length === 0 && <p>{t('indicators.noFlag')}</p>}
      {flags.map((flag) => {
        const { title, looksFor } = wordsOf(flag);
        return (
          <p key={flag.id} data-flag={flag.id}>
            <strong>{t('indicators.flag', { title })}</strong> {looksFor}{' '}
            <span class="soft">{testedWords(flag.id)}</span>
          </p>
        );
      })}
      {steps.map((step) => (
        <p key={step} data-step={step}>
          <strong>{t('indicators.step', { step, title: t(`record.measures.${step}.title`) })}</strong>{' '}
          {t(`record.measures.${step}.how`)}
        </p>
      ))}
    </section>
  );
}
