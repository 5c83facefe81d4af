// The first run, on one page: what a mark and its panel look like, where to go now, how to have Hireflag at hand, when it
// may read, and what it does, does not do and stores. No account and no network.
import { type MessageKey, t } from '../../lib/i18n/language.ts';
import { levels } from '../../lib/model/assessment.ts';
import { LevelMark } from '../LevelMark.tsx';

export interface WelcomeProps {
  /** The marketplaces, by name and address. */
  sites: readonly { name: string; href: string }[];
  /** The keys that open Hireflag over a page, as the browser writes them; empty where there are none. */
  shortcut: string;
  readOnClick: boolean;
  /** True when a policy says so and the user cannot. */
  byPolicy: boolean;
  setReadOnClick: (on: boolean) => void;
}

const does: readonly MessageKey[] = ['welcome.does1', 'welcome.does2', 'welcome.does3', 'welcome.does4'];
const stores: readonly MessageKey[] = ['welcome.stores1', 'welcome.stores2', 'welcome.stores3'];

export function Welcome({ sites, shortcut, readOnClick, byPolicy, setReadOnClick }: WelcomeProps) {
  return (
    <main class="welcome">
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      <Picture />
      <p class="row">
        <a class="button" href="practice.html">
          {t('welcome.practice')}
        </a>
        <span class="note">{t('welcome.practiceNote')}</span>
      </p>
      <div class="cards">
        <section>
          <h2>{t('welcome.openTitle')}</h2>
          <p>{t('welcome.open')}</p>
          <ul class="sites">
            {sites.map(({ name, href }) => (
              <li key={name}>
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('welcome.pinTitle')}</h2>
          <p>{t('welcome.pin')}</p>
          {shortcut && <p>{t('welcome.shortcut', { keys: shortcut })}</p>}
        </section>
        <section>
          <h2>{t('welcome.clickTitle')}</h2>
          <label class="check">
            <input
              type="checkbox"
              name="readOnClick"
              checked={readOnClick}
              disabled={byPolicy}
              onChange={(event) => setReadOnClick(event.currentTarget.checked)}
            />
            {t('settings.readOnClick')}
          </label>
          {byPolicy && <p class="policy">{t('settings.byPolicy')}</p>}
          <p class="note">{t('welcome.clickNote')}</p>
        </section>
      </div>
      <div class="columns">
        <Points title="welcome.doesTitle" points={does} />
        <Points title="welcome.storesTitle" points={stores} />
        <section>
          <h2>{t('welcome.marksTitle')}</h2>
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
          <p>
            <a href="settings.html">{t('welcome.settings')}</a>
          </p>
        </section>
      </div>
    </main>
  );
}

function Points({ title, points }: { title: MessageKey; points: readonly MessageKey[] }) {
  return (
    <section>
      <h2>{t(title)}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Two bids with their marks, and the panel of one: drawn with the views' own colours, in the user's language. */
function Picture() {
  return (
    <figure class="picture">
      <div class="scene" aria-hidden="true">
        <div class="bids">
          <Bid name="Lena M." level="look-closer" lines={[92, 100, 64]} />
          <Bid name="Tomás R." lines={[100, 84]} />
          <Bid name="studio-fern" level="worth-a-question" lines={[96, 71]} />
        </div>
        <div class="sheet">
          <p class="who">
            <strong>Lena M.</strong> <LevelMark level="look-closer" />
          </p>
          <p class="says">{t('welcome.sketch.says')}</p>
          <div class="uses">
            <Use name="Lena M." filling={t('welcome.sketch.own')} />
            <Use name="studio-fern" filling={t('welcome.sketch.other')} />
          </div>
          <p class="ask">{t('welcome.sketch.ask')}</p>
        </div>
      </div>
      <figcaption>{t('welcome.picture')}</figcaption>
    </figure>
  );
}

/** A bid as a page shows it, its words as bars of these widths, percent. */
function Bid(props: { name: string; level?: 'look-closer' | 'worth-a-question'; lines: readonly number[] }) {
  const { name, level, lines } = props;
  return (
    <div class="bid">
      <svg class="face" width="32" height="32" aria-hidden="true" focusable="false">
        <circle cx="16" cy="16" r="16" fill="currentColor" />
      </svg>
      <div>
        <p>
          <strong>{name}</strong> {level ? <LevelMark level={level} /> : <span class="ring" />}
        </p>
        <svg class="lines" viewBox={`0 0 100 ${lines.length * 9}`} preserveAspectRatio="none" aria-hidden="true">
          {lines.map((width, i) => (
            <rect key={i} x="0" y={i * 9 + 2} width={width} height="5" rx="1" fill="currentColor" />
          ))}
        </svg>
      </div>
    </div>
  );
}

function Use({ name, filling }: { name: string; filling: string }) {
  return (
    <div class="use">
      <p class="words">
        <strong>{name}</strong>
        <mark>{t('welcome.sketch.before')}</mark> <span class="slot">{filling}</span>{' '}
        <mark>{t('welcome.sketch.after')}</mark>
      </p>
    </div>
  );
}
