// The background worker. The browser may end it at any moment and start it again at the next message;
// everything it knows is in the database.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../lib/answer.tsx';
import { t } from '../lib/i18n/language.ts';
import { parseRequest, type Reply } from '../lib/messages.ts';
import { Store } from '../lib/store/store.ts';

export default defineBackground(() => {
  const store = Store.open();
  const reply = async (message: unknown): Promise<Reply> => {
    try {
      return await answer(parseRequest(message), await store);
    } catch (error) {
      console.error(error);
      return {
        type: 'problem',
        problem: t('problem.database'),
      };
    }
  };
  browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, send: (reply: Reply) => void) => {
    void reply(message).then(send);
    return true;
  });
});
