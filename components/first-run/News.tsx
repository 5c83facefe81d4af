// What is new since the version before, for those who follow the quiet line after an update.
import { type MessageKey, t } from '../../lib/i18n/language.ts';

/** The newest version first. A version stays here until two newer ones are. */
const versions: readonly {
  version: string;
  points: readonly Exclude<MessageKey & `news.${string}`, 'news.version'>[];
}[] = [
  {
    version: '0.2.0',
    points: [
      'news.projects',
      'news.flags',
      'news.checks',
      'news.record',
      'news.times',
      'news.private',
      'news.deleting',
      'news.clock',
      'news.files',
    ],
  },
];

export function News() {
  return (
    <>
      <h1>{t('news.title')}</h1>
      {versions.map(({ version, points }) => (
        <section key={version} data-version={version}>
          <h2>{t('news.version', { version })}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{t(point)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a href="/dashboard.html">{t('dashboard.popup.open')}</a>
      </p>
    </>
  );
}
