// Reads and writes the post kit of a project in the browser's storage.
import { useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { PostKit, type PostKitProps } from '../../components/dashboard/PostKit.tsx';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { POST_KITS_KEY } from '../../lib/settings/settings.ts';
import { type PostKit as Kit, storedKits, withKit } from '../../lib/statements/post-kit.ts';

const kits = async () => storedKits((await browser.storage.local.get(POST_KITS_KEY))[POST_KITS_KEY]);

export function PostKitPart({ project, bids }: { project: AccountKey; bids: PostKitProps['bids'] }) {
  const [kit, setKit] = useState<Kit | 'none'>();
  useEffect(() => {
    void kits().then((all) => setKit(all.get(project) ?? 'none'));
  }, [project]);
  // Another word each time, so that nobody learns it from somebody else's post.
  const offered = useMemo(() => {
    const words = t('postKit.words').split(' ');
    return words[Math.floor(Math.random() * words.length)] ?? '';
  }, []);
  const keep = async (next: Kit | undefined) => {
    await browser.storage.local.set({ [POST_KITS_KEY]: withKit(await kits(), project, next) });
    setKit(next ?? 'none');
  };
  if (kit === undefined) return null;
  return (
    <PostKit
      key={kit === 'none' ? 'none' : 'made'}
      kit={kit === 'none' ? undefined : kit}
      offered={offered}
      bids={bids}
      onSave={(next) => void keep(next)}
      onRemove={() => void keep(undefined)}
    />
  );
}
