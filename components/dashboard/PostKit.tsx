// A project's post kit: what to put into the post, and who used the word and answered. It only sorts.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { followed, type PostKit as Kit, MAX_QUESTION, MAX_WORD } from '../../lib/statements/post-kit.ts';
import { routeTo } from './route.ts';

export interface PostKitProps {
  kit: Kit | undefined;
  /** A word to begin with, where there is no kit yet. */
  offered: string;
  bids: readonly { key: AccountKey; text: string | undefined }[];
  onSave: (kit: Kit) => void;
  onRemove: () => void;
}

export function PostKit({ kit, offered, bids, onSave, onRemove }: PostKitProps) {
  const [word, setWord] = useState(kit?.word ?? offered);
  const [first, setFirst] = useState(kit?.questions[0] ?? '');
  const [second, setSecond] = useState(kit?.questions[1] ?? '');
  const isWhole = word.trim().length > 1 && first.trim() !== '' && second.trim() !== '';
  const save = (event: Event) => {
    event.preventDefault();
    if (isWhole) onSave({ word: word.trim(), questions: [first.trim(), second.trim()] });
  };
  const field = (id: string, label: string, value: string, most: number, set: (value: string) => void) => (
    <p>
      <label for={id}>{label}</label>
      <input id={id} type="text" maxLength={most} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </p>
  );
  return (
    <section id="post-kit" class="data" aria-labelledby="post-kit-title">
      <h2 id="post-kit-title">{t('postKit.title')}</h2>
      <p>{t('postKit.text')}</p>
      <form onSubmit={save}>
        {field('kit-word', t('postKit.word'), word, MAX_WORD, setWord)}
        {field('kit-first', t('postKit.first'), first, MAX_QUESTION, setFirst)}
        {field('kit-second', t('postKit.second'), second, MAX_QUESTION, setSecond)}
        <p>
          <button type="submit" class="plain" id="kit-save" disabled={!isWhole}>
            {t('postKit.save')}
          </button>{' '}
          {kit && (
            <button type="button" class="plain" id="kit-remove" onClick={onRemove}>
              {t('postKit.remove')}
            </button>
          )}
        </p>
      </form>
      {kit && <Made kit={kit} bids={bids} />}
    </section>
  );
}

function Made({ kit, bids }: { kit: Kit; bids: PostKitProps['bids'] }) {
  const [one, two] = kit.questions;
  const read = bids.flatMap(({ key, text }) => (text ? [{ key, ...followed(kit, text) }] : []));
  const points = ({ word, answers }: (typeof read)[number]) => Number(word) + Number(answers[0]) + Number(answers[1]);
  const sorted = read.sort((a, b) => points(b) - points(a) || calledBy(a.key).localeCompare(calledBy(b.key)));
  const mark = (is: boolean) => t(is ? 'postKit.yes' : 'postKit.no');
  return (
    <>
      <p>{t('postKit.put')}</p>
      <blockquote id="kit-post" dir="auto">
        {t('postKit.sentence', { word: kit.word, first: one, second: two })}
      </blockquote>
      {sorted.length === 0 ? (
        <p>{t('postKit.noBids')}</p>
      ) : (
        <table class="small" id="kit-bids">
          <thead>
            <tr>
              <th scope="col">{t('postKit.bidder')}</th>
              <th scope="col">{t('postKit.usedWord')}</th>
              <th scope="col">{t('postKit.answered', { number: 1 })}</th>
              <th scope="col">{t('postKit.answered', { number: 2 })}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ key, word, answers }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={routeTo({ tab: 'developers', key })}>{calledBy(key)}</a>
                </th>
                <td>{mark(word)}</td>
                <td>{mark(answers[0])}</td>
                <td>{mark(answers[1])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="soft">{t('postKit.note')}</p>
    </>
  );
}
