// One text laid beside another: each stretch of it in an element that says whether it stayed, went or is new.
import { Fragment } from 'preact';
import type { Stretch } from '../../lib/text/align.ts';

export function Stretches({
  of,
  as,
}: {
  of: readonly Stretch[];
  as: Readonly<Record<Stretch['kind'], 'span' | 'del' | 'ins' | 'mark'>>;
}) {
  return (
    <>
      {of.map(({ kind, text }, i) => {
        const Tag = as[kind];
        // The space after a word belongs to neither side.
        const words = text.trimEnd();
        return (
          <Fragment key={i}>
            <Tag>{words}</Tag>
            {text.slice(words.length)}
          </Fragment>
        );
      })}
    </>
  );
}
