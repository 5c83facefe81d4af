// Three short screens at the first run: what Hireflag does and does not do, what it stores and where,
// and how to try it. No account and no network.
import { type MessageKey, t } from '../../lib/i18n/language.ts';
import { levels } from '../../lib/model/assessment.ts';
import { LevelMark } from '../LevelMark.tsx';

const screens: readonly { title: MessageKey; points: readonly MessageKey[] }[] = [
  { title: 'welcome.doesTitle', points: ['welcome.does1', 'welcome.does2', 'welcome.does3', 'welcome.does4'] },
  { title: 'welcome.storesTitle', points: ['welcome.stores1', 'welcome.stores2', 'welcome.stores3'] },
  { title: 'welcome.tryTitle', points: ['welcome.try1', 'welcome.try2'] },
];

/** @param screen 0 to 2 */
export function Welcome({ screen, go }: { screen: number; go: (screen: number) => void }) {
  const { title, points } = screens[screen] ?? (screens[0] as (typeof screens)[number]);
  const isLast = screen === screens.length - 1;
  return (
    <main class="welcome">
      <p class="note">
        {t('welcome.title')} · {t('welcome.step', { step: screen + 1 })}
      </p>
      <h1 id="screen" tabindex={-1}>
        {t(title)}
      </h1>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
      {isLast && (
        <dl class="legend">
          {[...levels].reverse().map((level) => (
            <div key={level}>
              <dt>
                <LevelMark level={level} />
              </dt>
              <dd>{t(`welcome.meaning.${level}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="row">
        {screen > 0 && (
          <button type="button" class="plain" id="back" onClick={() => go(screen - 1)}>
            {t('welcome.back')}
          </button>
        )}
        {isLast ? (
          <>
            <a class="button" href="practice.html">
              {t('welcome.practice')}
            </a>
            <a href="settings.html">{t('welcome.settings')}</a>
          </>
        ) : (
          <button type="button" class="button" id="next" onClick={() => go(screen + 1)}>
            {t('welcome.next')}
          </button>
        )}
      </p>
    </main>
  );
}
