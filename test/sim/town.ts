import { formatId } from '#kernel/id.ts';
import type { Chance } from './chance.ts';
import type { City, Member } from './city.ts';
import type { ServerState } from './server.ts';

const mentors = ['ratna', 'dewi', 'fitri'] as const;
const meetingsEach = 3;

/** Three mentors with a phone each, four groups of five women, and the meetings of the week. */
export function foundCity(
  chance: Chance,
  now: number,
): { state: ServerState; phones: { user: string; deviceId: string }[] } {
  let made = 0;
  const id = () => formatId(now, (made += 1), chance.bytes(8));
  const city: City = {
    ...{ groups: new Map(), meetings: new Map(), money: [], attendance: [], people: new Map() },
    ...{ visits: [], profiles: new Map(), proposals: [], cases: new Map(), takenBy: new Map() },
    ...{ former: [], closedDays: new Map() },
  };
  for (let g = 0; g < 4; g += 1) {
    const groupId = id();
    const members = Array.from({ length: 5 }, (_, i): Member => ({
      ...{ personId: id(), name: `Anggota ${String(i + 1)}` },
      ...{ owedRupiah: 600_000n, instalmentRupiah: 25_000n },
    }));
    city.groups.set(groupId, { mentor: mentors[g % 3]!, members });
    for (let m = 0; m < meetingsEach; m += 1) city.meetings.set(id(), { groupId, closedBy: null });
  }
  const phones = mentors.map((user) => ({ user, deviceId: id() }));
  const devices = new Map(phones.map(({ user, deviceId }) => [deviceId, { user, revoked: false }]));
  const rows = { byId: new Map(), byNumber: new Map(), aside: new Set<string>() };
  return { state: { city, ...rows, devices, photos: new Map() }, phones };
}
