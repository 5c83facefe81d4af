// One generated workplace with its truth.
import { addPayments } from './payments.ts';
import { addPlantedSignIns } from './planted.ts';
import { addOrdinary } from './sign-ins.ts';
import { Workplace } from './world.ts';

/** A workplace of five hundred ordinary people, their clients and shops, and ten cases of each flag on logs. */
export function workplaceOf(seed: number): Workplace {
  const world = new Workplace(seed);
  addOrdinary(world);
  addPlantedSignIns(world);
  addPayments(world);
  return world;
}
