import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchPatterns } from '../lib/sites/registry';
export default defineContentScript({
  matches: matchPatterns(),
  main(ctx) {
    console.log(ctx.isValid);
  },
});
