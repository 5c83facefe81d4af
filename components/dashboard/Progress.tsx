// How far a long piece of work is, with a button to stop it.
import { t, written } from '../../lib/i18n/language.ts';

export function Progress(props: { words: string; done: number; of: number | undefined; onStop?: () => void }) {
  const { words, done, of } = props;
  return (
    <div class="progress">
      <label>
        {words}
        <progress max={of ?? 1} {...(of !== undefined && { value: Math.min(done, of) })} />
      </label>
      <span class="soft">{of === undefined ? written(done) : t('dashboard.doneOf', done, of)}</span>
      {props.onStop && (
        <button type="button" class="plain" onClick={props.onStop}>
          {t('dashboard.stop')}
        </button>
      )}
    </div>
  );
}
