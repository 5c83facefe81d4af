// Which accounts of the practice marketplace send one template together. Everybody else on it is
// honest. Tests and the table that `npm start` prints compare what Hireflag finds with this. Each red flag says
// whom it has to find here, or why nobody.

/** The planted families: how the template is disguised, and the accounts that send it. */
export const plantedFamilies = {
  slotFilled: ['blue-lantern', 'codewithrafa', 'swiftharbour', 'pinegrovedev', 'stack-orchard'],
  spun: ['lumen_apps', 'devpixel88', 'northwind-studio', 'sana-builds'],
  edited: ['evergreencode', 'tidepool-tech', 'arturo-mx'],
} as const satisfies Record<string, readonly string[]>;

/** The accounts that send a template. */
export const templateAccounts: ReadonlySet<string> = new Set(Object.values(plantedFamilies).flat());

/** Who asks for something in a bid that a red flag looks for, by the flag's id: see the end of their texts. */
export const plantedRequests = {
  'off-platform': ['flutterfred', 'rajat-mobile', 'petra-vuk'],
  'virtual-currency': ['flutterfred', 'carlos-iturbe'],
  'other-payment-service': ['rajat-mobile', 'priya-menon'],
  'paid-before-work': ['priya-menon', 'sunny-builds'],
  'borrowed-account': ['brightpath-dev', 'samir-benali'],
  'executive-cold-call': ['innovexa', 'anh-nguyen-dev'],
  'other-address': ['oleg-romanenko', 'diego-fx'],
  'avoids-video': ['jakub-horak', 'beatriz-nunes'],
  'introduces-others': ['ali-cetin', 'mirela-qa'],
  extortion: ['brightpath-dev', 'lin-weiting'],
  'early-access': ['sithu-aung', 'hamid-rezaei'],
} as const satisfies Record<string, readonly string[]>;

/** Whom a red flag finds by what was seen in the year before (history.ts), by the flag's id. */
export const historyPlanted = {
  'mass-bidding': ['quickfix-joe', 'hannah-whitlock'],
  'rating-ring': ['appsbychloe', 'shanthi-r', 'olumide_dev', 'thabo-ux'],
  'changed-identity': ['tanvir-h', 'bogdan-turcanu'],
  'conflicting-claims': ['wojtek-s', 'colm-data'],
  'conflicting-profiles': ['grace-mwangi', 'faisal-karim'],
  'hours-mismatch': ['giorgi-b', 'amina-diallo'],
  'thin-profile': ['marta-codes', 'nikos-pap'],
  'slow-or-late': ['hassan-raza-dev', 'ieva-k'],
  'new-account': ['ruben-kasteel', 'lerato-m'],
} as const satisfies Record<string, readonly string[]>;

/** Whom a red flag finds by the logs of the client's own (logs.ts), by the flag's id: people who worked for the client before. */
export const logPlanted = {
  'many-addresses': ['quickfix-joe', 'tanvir-h'],
  'long-sessions': ['hannah-whitlock', 'bogdan-turcanu'],
  'shared-address': ['appsbychloe', 'shanthi-r'],
  'remote-desktop': ['giorgi-b', 'amina-diallo'],
  'shared-payee': ['olumide_dev', 'thabo-ux'],
  'small-charges': ['hassan-raza-dev', 'ieva-k'],
  'onward-payments': ['wojtek-s', 'colm-data'],
  'idle-charges': ['marta-codes', 'nikos-pap'],
} as const satisfies Record<string, readonly string[]>;

/** Two who bid on the coffee dashboard and are reached at one name in a messenger. */
const oneContact = ['petra-vuk', 'erik-visser'];

/** Two who bid on the market stalls’ site and whose profiles say nearly the same. */
const oneText = ['lars-brandt', 'ruben-kasteel'];

/** The ids of all planted accounts. */
export const plantedAccounts: ReadonlySet<string> = new Set([
  ...templateAccounts,
  ...Object.values(plantedRequests).flat(),
  ...oneContact,
  ...oneText,
]);

/** By the id of each red flag: the accounts that are planted for it, or why the practice marketplace has none. */
export const planted: Readonly<Record<string, { accounts: ReadonlySet<string> } | { notPlanted: string }>> = {
  'reused-template': { accounts: templateAccounts },
  'shared-contact': { accounts: new Set(oneContact) },
  ...Object.fromEntries(
    Object.entries({ ...plantedRequests, ...historyPlanted, ...logPlanted }).map(([flag, who]) => [
      flag,
      { accounts: new Set<string>(who) },
    ]),
  ),
  'shared-documents': { accounts: new Set(oneText) },
};
