// The projects with their bids in the order the page lists them: planted bids stand between
// the honest ones, some of them among the first twenty.
import { honestOnCoffee } from './bids-coffee.ts';
import { honestOnDental } from './bids-dental.ts';
import { galleryBids } from './bids-gallery.ts';
import { honestOnMarket } from './bids-market.ts';
import { plantedOnCoffee, plantedOnDental, plantedOnGallery, plantedOnMarket } from './families.ts';
import { coffeeDashboard, dentalBooking, marketStalls, receptionDesk } from './posts.ts';
import type { Bid, Project } from './types.ts';

/** Puts the planted bids at the given positions (ascending, from 0) among the honest ones. */
function mixed(honest: readonly Bid[], planted: readonly Bid[], positions: readonly number[]): Bid[] {
  const bids = [...honest];
  planted.forEach((bid, index) => {
    bids.splice(positions[index] ?? bids.length, 0, bid);
  });
  return bids;
}

export const projects: readonly Project[] = [
  {
    ...dentalBooking,
    bids: mixed(honestOnDental, plantedOnDental, [1, 4, 6, 9, 11, 15, 22, 27, 33, 41, 48, 54]),
  },
  {
    ...coffeeDashboard,
    bids: mixed(honestOnCoffee, plantedOnCoffee, [0, 3, 6, 8, 11, 14, 17, 19, 22]),
  },
  {
    ...marketStalls,
    bids: mixed(honestOnMarket, plantedOnMarket, [2, 5, 9, 12, 16]),
    awarded: 'lucie-dvorak',
  },
  {
    ...receptionDesk,
    bids: mixed(galleryBids, plantedOnGallery, [1, 5]),
  },
];
