import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

const zones: Readonly<Record<string, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

export const cityFoundCommand: CliCommand = {
  name: 'city found',
  summary: 'Founds a real city: its name, its time zone, and its kecamatan and kelurahan.',
  usage:
    'CODE --name NAME --province NAME [--zone WIB|WITA|WIT] [--office NAME] [--address TEXT] [--json]',
  help: `CODE is the Kemendagri code of the kabupaten or kota, such as 35.73. The regions come with the
programme. --office and --address stand at the head of decrees. Then add the first administrator:
  echo 'a long password' | naik user add LOGIN --name NAME --role admin`,
  options: {
    name: { type: 'string' },
    province: { type: 'string' },
    zone: { type: 'string' },
    office: { type: 'string' },
    address: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ withApp, positionals, options, out }) {
    const [city] = positionals;
    const zone = zones[String(options.zone ?? 'WIB')];
    if (!city || !/^\d{2}\.\d{2}$/.test(city)) throw new UsageProblem('CODE looks like 35.73');
    if (!options.name || !options.province)
      throw new UsageProblem('--name and --province are needed');
    if (!zone) throw new UsageProblem('--zone is WIB, WITA or WIT');
    const place = String(options.name).replace(/^(Kota|Kabupaten) /, '');
    const letterhead = {
      office: String(options.office ?? 'Dinas Koperasi dan Usaha Mikro'),
      address: String(options.address ?? ''),
      place,
      code: 'DKUM',
    };
    await withApp(async (app) => {
      const command = (kind: string, body: unknown) =>
        app.execute({ id: newId(), kind, version: 1, actor: systemActor, city, body });
      await command('access.found-city', {
        name: options.name,
        province: options.province,
        timeZone: zone,
        letterhead,
      });
      await app.refreshCities();
      await command('registry.load-regions', { validFrom: '2020-01-01' });
    });
    out(
      options.json
        ? JSON.stringify({ city })
        : `${String(options.name)} is founded. Add its first administrator with: naik user add`,
    );
    return 0;
  },
};
