// The advisory's indicators with what covers each, as a document.
import { coverage } from '../../components/coverage.ts';
import { testedWords } from '../../components/settings/tested-words.ts';
import { t } from '../../lib/i18n/language.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import { clauses } from '../../lib/model/advisory.ts';
import { toldFlags } from '../../lib/red-flags/told.ts';

/** The whole of docs/coverage.md. */
export function coverageDocument(): string {
  const parts = coverage(toldFlags).map(({ id, reach, flags, steps }) => {
    const lines = [
      ...(flags.length === 0 ? [`* ${t('indicators.noFlag')}`] : []),
      ...flags.map((flag) => {
        const { title, looksFor } = wordsOf(flag);
        return `* **${t('indicators.flag', { title })}** (\`${flag.id}\`) ${looksFor} ${testedWords(flag.id)}`;
      }),
      ...steps.map((step) => {
        const title = t('indicators.step', { step, title: t(`record.measures.${step}.title`) });
        return `* **${title}** ${t(`record.measures.${step}.how`)}`;
      }),
    ];
    return `## ${id}\n\n> ${clauses[id]}\n\n${reach.map((way) => t(`indicators.reach.${way}`)).join(' ')}\n\n${lines.join('\n')}\n`;
  });
  return `# ${t('indicators.title')}\n\nWritten by \`npm run coverage\`. ${t('indicators.intro')}\n\n${parts.join('\n')}`;
}
