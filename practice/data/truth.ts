// Which accounts of the practice marketplace send one template together. Everybody else on it is
// honest. Tests and the table that `npm start` prints compare what Hireflag finds with this.

/** The planted families: how the template is disguised, and the accounts that send it. */
export const plantedFamilies = {
  slotFilled: ['blue-lantern', 'codewithrafa', 'swiftharbour', 'pinegrovedev', 'stack-orchard'],
  spun: ['lumen_apps', 'devpixel88', 'northwind-studio', 'sana-builds'],
  edited: ['evergreencode', 'tidepool-tech', 'arturo-mx'],
} as const satisfies Record<string, readonly string[]>;

/** The ids of all planted accounts. */
export const plantedAccounts: ReadonlySet<string> = new Set(Object.values(plantedFamilies).flat());
