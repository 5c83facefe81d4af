// What the user is to be told at the next occasion: a line each, with where to go and a way to put it away.
import { t } from '../lib/i18n/language.ts';
import type { Notice, NoticeKind } from '../lib/settings/notices.ts';
import { routeTo } from './dashboard/route.ts';
import { day } from './words.ts';

export interface NoticesProps {
  notices: readonly Notice[];
  /** Opens one of Hireflag's own pages. */
  onOpen: (path: string) => void;
  onPutAway: (kind: NoticeKind) => void;
  /** Deletes what is old; where that can be done. */
  onDeleteOld?: ((before: string) => void) | undefined;
}

export function Notices({ notices, onOpen, onPutAway, onDeleteOld }: NoticesProps) {
  if (notices.length === 0) return null;
  return (
    <ul class="notices">
      {notices.map((notice) => (
        <li key={notice.kind} data-notice={notice.kind}>
          <p role="status">{wordsOf(notice)}</p>
          <p class="row">
            {notice.kind === 'old-data' && onDeleteOld ? (
              <button type="button" class="plain" id="delete-old" onClick={() => onDeleteOld(notice.before)}>
                {t('notices.deleteOld', { count: notice.count })}
              </button>
            ) : (
              <button type="button" class="plain" onClick={() => onOpen(pathOf(notice))}>
                {t(notice.kind === 'updated' ? 'notices.news' : 'notices.toData')}
              </button>
            )}
            <button type="button" class="plain" onClick={() => onPutAway(notice.kind)}>
              {t(notice.kind === 'old-data' ? 'notices.keepOld' : 'notices.putAway')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}

function pathOf({ kind }: Notice): string {
  return kind === 'updated' ? 'news.html' : `dashboard.html${routeTo({ tab: 'data' })}`;
}

function wordsOf(notice: Notice): string {
  switch (notice.kind) {
    case 'old-data':
      return t('notices.oldData', { count: notice.count, all: notice.all, day: day(notice.before) });
    case 'lost-data':
      return t('notices.lostData', { count: notice.observations });
    case 'updated':
      return t('notices.updated', { version: notice.version });
  }
}
