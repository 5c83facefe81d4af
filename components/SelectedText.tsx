// A text that the user selected on a page, and the question whose words it is: somebody's who was read on
// the page, somebody's who was seen before, or somebody's whom the user names.
import { t } from '../lib/i18n/language.ts';
import { handle } from '../lib/model/web-account.ts';
import type { Mark } from '../lib/protocol/shapes.ts';
import { shorten } from '../lib/text/shorten.ts';
import { StandingMark } from './LevelMark.tsx';

/** How much of the text is shown, in UTF-16 code units: enough to know it again. */
const MAX_SHOWN = 160;
/** People offered at once. */
const MAX_PEOPLE = 20;

/** Whose words a text is: an account, `site:account`, or a new name. */
export type Whose = { key: string } | { name: string };

export interface SelectedTextProps {
  text: string;
  /** Those read on the page or found among everyone seen, by key, with the name to show. */
  people: readonly { key: string; name: string }[];
  typed: string;
  chosen: Whose | undefined;
  /** Where the text was kept, or what was wrong with keeping it. */
  outcome: { kept: Mark; name: string } | { problem: string } | undefined;
  onType: (typed: string) => void;
  onChoose: (whose: Whose) => void;
  onKeep: () => void;
  onOpen: (mark: Mark) => void;
}

export function SelectedText(props: SelectedTextProps) {
  const { text, people, typed, chosen, outcome, onType, onChoose, onKeep, onOpen } = props;
  const name = typed.trim();
  const isNew = chosen !== undefined && 'name' in chosen;
  return (
    <section class="selected" aria-labelledby="selected-title">
      <h2 id="selected-title">{t('anyPage.selected')}</h2>
      <blockquote dir="auto">{shorten(text, MAX_SHOWN)}</blockquote>
      {outcome && 'kept' in outcome ? (
        <p role="status" id="kept" data-account={outcome.kept.account}>
          {t('anyPage.kept', { name: outcome.name })} <StandingMark {...outcome.kept} />{' '}
          <button type="button" class="plain" id="open-kept" onClick={() => onOpen(outcome.kept)}>
            {t('anyPage.openKept')}
          </button>
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onKeep();
          }}
        >
          <fieldset>
            <legend>{t('anyPage.whose')}</legend>
            <label>
              {t('anyPage.typeName')}
              <input
                type="search"
                id="whose"
                autocomplete="off"
                spellcheck={false}
                maxLength={80}
                value={typed}
                onInput={(event) => onType(event.currentTarget.value)}
              />
            </label>
            <div class="choices">
              {people.slice(0, MAX_PEOPLE).map((person) => (
                <label class="choice" key={person.key} title={handle(person.key)}>
                  <input
                    type="radio"
                    name="whose"
                    value={person.key}
                    checked={chosen !== undefined && 'key' in chosen && chosen.key === person.key}
                    onChange={() => onChoose({ key: person.key })}
                  />
                  <span>{person.name}</span>
                </label>
              ))}
              {name && (
                <label class="choice">
                  <input type="radio" name="whose" checked={isNew} onChange={() => onChoose({ name })} />
                  <span>{t('anyPage.newName', { name })}</span>
                </label>
              )}
            </div>
          </fieldset>
          {outcome && <p role="alert">{outcome.problem}</p>}
          <p class="soft">{t('anyPage.keepNote')}</p>
          <button type="submit" class="button" id="keep-text" disabled={chosen === undefined}>
            {t('anyPage.keep')}
          </button>
        </form>
      )}
    </section>
  );
}
