// The background worker.
import { defineBackground } from 'wxt/utils/define-background';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { accountOfPage } from '../../lib/sites/registry.ts';
import { Store } from '../../lib/store/store.ts';
import { answerMessage } from './handle-request.ts';
import { startWorker } from './start.ts';

export default defineBackground(() => {
  startWorker(() => Store.open({ projections, accountOfPage }), answerMessage);
});
