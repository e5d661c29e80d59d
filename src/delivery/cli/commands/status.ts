import type { CliCommand } from '../cli-command.ts';
import type { App } from '../../../app.ts';

interface CityStatus {
  city: string;
  name: string;
  people: number;
  businesses: number;
  groups: number;
  loans: number;
  journals: number;
  auditLines: number;
  failedJobs: number;
}

export const statusCommand: CliCommand = {
  name: 'status',
  summary: 'Says what is in the database and whether jobs failed.',
  usage: '[--json]',
  help: 'One line, or with --json one object, per city.',
  options: { json: { type: 'boolean' } },
  async run({ withApp, options, out }) {
    const cities = await withApp(readStatus);
    for (const city of cities) {
      out(options.json ? JSON.stringify(city) : sentence(city));
    }
    if (cities.length === 0 && !options.json) out('No city yet. Start with: naik demo load');
    return 0;
  },
};

async function readStatus(app: App): Promise<CityStatus[]> {
  const { rows } = await app.pools.owner.query<Record<string, string | bigint>>(`
    select c.city_id, c.name,
      (select count(*) from registry.person p where p.city_id = c.city_id) as people,
      (select count(*) from registry.business b where b.city_id = c.city_id) as businesses,
      (select count(*) from registry.business_group g where g.city_id = c.city_id) as groups,
      (select count(*) from lending.loan l where l.city_id = c.city_id) as loans,
      (select count(*) from ledger.journal j where j.city_id = c.city_id) as journals,
      coalesce((select h.last_seq from access.audit_head h where h.city_id = c.city_id), 0) as audit_lines,
      (select count(*) from platform.job_run r where r.city_id = c.city_id and r.state = 'failed') as failed_jobs
    from access.city c order by c.city_id`);
  return rows.map((row) => ({
    city: String(row.city_id),
    name: String(row.name),
    people: Number(row.people),
    businesses: Number(row.businesses),
    groups: Number(row.groups),
    loans: Number(row.loans),
    journals: Number(row.journals),
    auditLines: Number(row.audit_lines),
    failedJobs: Number(row.failed_jobs),
  }));
}

function sentence(city: CityStatus): string {
  return `${city.city} ${city.name}: ${city.people} people, ${city.businesses} businesses, ${city.groups} groups, ${city.loans} loans, ${city.journals} journals, ${city.auditLines} audit lines, ${city.failedJobs} failed jobs`;
}
