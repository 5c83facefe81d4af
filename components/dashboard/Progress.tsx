// How far a long piece of work is, with a button to stop it.
import { t, written } from '../../lib/i18n/language.ts';

export function Progress(props: {
  words: string;
  done: number;
  of: number | undefined;
  /** How to write the amounts; as numbers unless given. */
  amount?: (n: number) => string;
  onStop?: () => void;
}) {
  const { words, done, of, amount = written } = props;
  return (
    <div class="progress">
      <label>
        {words}
        <progress max={of ?? 1} {...(of !== undefined && { value: Math.min(done, of) })} />
      </label>
      <span class="soft">
        {of === undefined ? amount(done) : t('dashboard.doneOf', { done: amount(done), all: amount(of) })}
      </span>
      {props.onStop && (
        <button type="button" class="plain" onClick={props.onStop}>
          {t('dashboard.stop')}
        </button>
      )}
    </div>
  );
}
