import type { Chance } from './chance.ts';
import type { Events } from './events.ts';
import type { Server } from './server.ts';
import type { Witness } from './witness.ts';

const minute = 60_000;
const hour = 60 * minute;

interface Office {
  readonly chance: Chance;
  readonly events: Events;
  readonly server: Server;
  readonly witness: Witness;
  /** Mentors who may be given a group. */
  readonly users: readonly string[];
  readonly say: (line: string) => void;
}

/** What changes in the city meanwhile. */
export function officeWork(office: Office, end: number): void {
  const { events, server, witness, say, chance, users } = office;
  const next = (): void => {
    if (events.now() >= end) return;
    events.after((10 + chance.below(100)) * minute, next);
    witness.count();
    const { city, devices } = server.state();
    const what = chance.fraction();
    if (what < 0.08) {
      const group = chance.pick([...city.groups.values()]);
      const leaves = chance.pick(group.members);
      if (group.members.length > 2) {
        group.members = group.members.filter((one) => one !== leaves);
        city.former.push(leaves);
        say(`${leaves.name} leaves her group`);
      }
    } else if (what < 0.13) {
      const day = new Date(events.now() - chance.below(4) * 24 * hour).toISOString().slice(0, 10);
      if (!city.closedDays.has(day)) city.closedDays.set(day, events.now());
      say(`the office closes ${day}`);
    } else if (what < 0.4) {
      const group = chance.pick([...city.groups.values()]);
      group.mentor = chance.pick(users);
      say(`the office gives a group to ${group.mentor}`);
    } else if (what < 0.6) {
      const steps = [...city.cases.values()][0]?.steps;
      steps?.push({ kind: 'assigned', departmentId: 'dinas', dueOn: '2027-01-01' });
      say('the office assigns a case');
    } else if (what < 0.9) {
      const group = chance.pick([...city.groups.values()]);
      const { personId } = chance.pick(group.members);
      city.profiles.set(personId, { ...city.profiles.get(personId), phone: '0812' });
      say('the office corrects a profile');
    } else if (chance.happens(0.4)) {
      chance.pick([...devices.values()]).revoked = true;
      say('the office revokes a device');
    }
  };
  events.after(20 * minute, next);
}
