// A button for what cannot be undone: it asks once or twice before it does it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';

export function ConfirmButton(props: {
  id: string;
  label: string;
  question: string;
  /** Asked after the first question was answered with yes. */
  again?: string;
  disabled?: boolean;
  onConfirm: () => void;
}) {
  const [asked, setAsked] = useState(0);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked > 0) cancel.current?.focus();
  }, [asked]);
  if (asked === 0) {
    return (
      <button type="button" class="plain" id={props.id} disabled={props.disabled} onClick={() => setAsked(1)}>
        {props.label}
      </button>
    );
  }
  const last = props.again === undefined || asked === 2;
  const yes = () => {
    if (!last) return setAsked(2);
    setAsked(0);
    props.onConfirm();
  };
  return (
    <section class="confirm" aria-labelledby={`${props.id}-question`}>
      <p id={`${props.id}-question`}>{asked === 2 ? props.again : props.question}</p>
      <button type="button" class="plain" ref={cancel} onClick={() => setAsked(0)}>
        {t('common.cancel')}
      </button>
      <button type="button" class="plain strong" id={`${props.id}-yes`} onClick={yes}>
        {last ? props.label : t('dashboard.goOn')}
      </button>
    </section>
  );
}
