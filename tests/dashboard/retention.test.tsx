// @vitest-environment happy-dom
// Choosing how long things are kept deletes nothing by itself: what would go is counted and asked about first.
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Retention, type RetentionDraft } from '../../components/dashboard/Retention.tsx';

afterEach(() => document.body.replaceChildren());

/** The view as it stands in the page, and what it asked for. */
function view(draft?: RetentionDraft) {
  const asked: string[] = [];
  const root = document.createElement('div');
  document.body.append(root);
  const onChoose = (days: number | null) => asked.push(`look at ${days}`);
  const onKeep = () => asked.push('keep');
  render(<Retention kept={180} draft={draft} disabled={false} onChoose={onChoose} onKeep={onKeep} />, root);
  return {
    asked,
    text: () => root.textContent ?? '',
    select: root.querySelector('select') as HTMLSelectElement,
    button: (id: string) => root.querySelector<HTMLButtonElement>(`#${id}`),
  };
}

describe('how long things are kept', () => {
  it('is only looked at while the arrow keys pass over the choices', () => {
    const { asked, select, button } = view();
    expect(select.value).toBe('180');
    for (const days of ['90', '30', '90', 'null']) {
      select.value = days;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    expect(asked).toEqual(['look at 90', 'look at 30', 'look at 90', 'look at null']);
    expect(button('keep-save')).toBeNull();
  });

  it('says how much a shorter time deletes, and does it only on that button', () => {
    const { asked, text, select, button } = view({ days: 30, before: '2026-10-28T09:00:00Z', old: 12_345 });
    expect(select.value).toBe('30');
    expect(text()).toContain('12,345 observations were last seen before 28 Oct 2026 and would be deleted for good.');
    expect(asked).toEqual([]);
    expect(button('keep-save')?.textContent).toBe('Save and delete 12,345 observations');
    button('keep-save')?.click();
    expect(asked).toEqual(['keep']);
  });

  it('is said to be held by a policy, and cannot be changed', () => {
    const root = document.createElement('div');
    render(
      <Retention kept={30} draft={undefined} disabled={false} byPolicy onChoose={() => {}} onKeep={() => {}} />,
      root,
    );
    expect(root.querySelector('select')?.disabled).toBe(true);
    expect(root.textContent).toContain('Set by your organisation.');
  });

  it('goes back to what is kept now', () => {
    const { asked, button } = view({ days: 30, before: '2026-10-28T09:00:00Z', old: 1 });
    button('keep-cancel')?.click();
    expect(asked).toEqual(['look at 180']);
  });

  it('cannot be stored while it is not known what would go', () => {
    const { asked, button } = view({ days: 30, before: '2026-10-28T09:00:00Z', old: undefined });
    expect(button('keep-save')?.disabled).toBe(true);
    button('keep-save')?.click();
    expect(asked).toEqual([]);
  });

  it('says when nothing would go', () => {
    const { text, button } = view({ days: null, old: 0 });
    expect(text()).toContain('Nothing would be deleted now.');
    expect(button('keep-save')?.textContent).toBe('Save');
  });
});
