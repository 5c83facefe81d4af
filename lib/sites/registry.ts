export const matchPatterns = () => ['https://*.freelancer.com/*'];
