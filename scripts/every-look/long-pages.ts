// The practice marketplace on a country's host of its own, with a longer name for one bidder and for the post.

import { dentalBooking } from '../../practice/data/posts.ts';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import type { Answer } from '../lib/local-web.ts';
import { longWord } from './long-data.ts';

const HOST = 'www.freelancer.com.au';
export const longHandle = `blue-lantern-${'of-the-lantern-works-'.repeat(3)}x`;
export const longHandleUrl = projectUrl.replace('www.freelancer.com', HOST);

export const longPages: Answer = (url) => {
  if (url.hostname !== HOST) return undefined;
  const plain = answer(new URL(url.href.replace(HOST, 'www.freelancer.com')));
  if (!plain) return undefined;
  const body = plain.body
    .replaceAll('blue-lantern', longHandle)
    .replaceAll(dentalBooking.title, `${longWord} ${dentalBooking.title} ${longWord}`);
  return { ...plain, body };
};
