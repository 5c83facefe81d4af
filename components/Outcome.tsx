// What came of the last thing that the user did in a panel, in sight and for those who listen, with the way to take it
// back. It stays in the document when the rest is drawn anew: otherwise nothing would be announced.
import { t } from '../lib/i18n/language.ts';
import { isAction } from '../lib/protocol/actions.ts';

/** What a button's action has done, in words; nothing for what only leads elsewhere. */
export function doneWords(action: string): string {
  return isAction(action) && action !== 'open' && action !== 'open-record' ? t(`panel.done.${action}`) : '';
}

export interface OutcomeView {
  /** What was done. */
  said?: string | undefined;
  /** What was wrong with it. */
  problem?: string | undefined;
  /** The decision that was made by it, which may be taken back. */
  decision?: number | undefined;
}

export function Outcome({ said, problem, decision }: OutcomeView) {
  return (
    <div id="outcome">
      <p role="status">{said}</p>
      <p role="alert" class="problem">
        {problem}
      </p>
      {decision !== undefined && (
        <button
          type="button"
          class="plain"
          data-do="undo"
          data-decision={decision}
          aria-label={t('decision.undoLabel', { what: said ?? '' })}
        >
          {t('decision.undo')}
        </button>
      )}
    </div>
  );
}
