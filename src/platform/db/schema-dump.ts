import type { Pool } from 'pg';
import { ourSchemas, readTables } from './catalogue.ts';
import type { CatalogueTable } from './catalogue.ts';

const header = `-- Made by \`npm run db:generate\` from a migrated database, for reading and for review: what the migrations add up to.
-- Never run and never edited by hand.
`;

/** Parts of a table that PostgreSQL itself can print. */
interface TableParts {
  key: string;
  constraints: string[];
  indexes: string[];
  policies: string[];
  security: string[];
  grants: string[];
  triggers: string[];
  view: string | null;
}

/** The whole schema as SQL text, ordered by name, the same for the same schema whatever way led to it. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const [tables, parts] = await Promise.all([readTables(pool), readParts(pool)]);
  const partsByKey = new Map(parts.map((part) => [part.key, part]));
  const sections = [
    header,
    await lines(pool, schemasSql),
    await lines(pool, sequencesSql),
    ...tables.map((table) => writeTable(table, partsByKey.get(`${table.schema}.${table.name}`))),
    await lines(pool, functionsSql),
  ];
  return `${sections.map((section) => section.trim()).join('\n\n')}\n`;
}

function writeTable(table: CatalogueTable, parts: TableParts | undefined): string {
  const name = `${table.schema}.${table.name}`;
  const comments = [
    comment(`table ${name}`, table.comment),
    ...table.columns.map((column) => comment(`column ${name}.${column.name}`, column.comment)),
  ];
  const body = parts?.view
    ? [`create view ${name} as\n${parts.view}`]
    : [`create table ${name} (\n${tableBody(table, parts?.constraints ?? [])}\n);`];
  const rest = [
    parts?.indexes,
    parts?.security,
    parts?.policies,
    parts?.triggers,
    parts?.grants,
  ].flatMap((list) => list ?? []);
  return [...body, ...comments.filter((line) => line !== ''), ...rest].join('\n');
}

function tableBody(table: CatalogueTable, constraints: string[]): string {
  const columns = table.columns.map((column) => {
    const value = column.generated
      ? ` generated always as (${column.default ?? 'identity'})`
      : column.default === null
        ? ''
        : ` default ${column.default}`;
    return `  ${column.name} ${column.type}${column.notNull ? ' not null' : ''}${value}`;
  });
  return [...columns, ...constraints.map((line) => `  ${line}`)].join(',\n');
}

function comment(on: string, text: string | null): string {
  return text === null ? '' : `comment on ${on} is '${text.replaceAll("'", "''")}';`;
}

async function lines(pool: Pool, sql: string): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(sql);
  return rows.map((row) => row.line).join('\n');
}

/** Grants to roles, the owner's own left out: they are the same everywhere. */
const grantsOf = (acl: string, owner: string): string => `
  select coalesce(g.rolname, 'public') as grantee, string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as rights
  from aclexplode(${acl}) x left join pg_roles g on g.oid = x.grantee
  where x.grantee <> ${owner} group by 1 order by 1`;

const schemasSql = `
  select concat_ws(E'\\n', 'create schema ' || nspname || ';',
    'comment on schema ' || nspname || ' is ' || quote_literal(obj_description(n.oid, 'pg_namespace')) || ';',
    (select string_agg('grant ' || rights || ' on schema ' || nspname || ' to ' || grantee || ';', E'\\n')
      from (${grantsOf('n.nspacl', 'n.nspowner')}) g)) as line
  from pg_namespace n where ${ourSchemas} and nspname <> 'public' order by nspname collate "C"`;

const sequencesSql = `
  select concat_ws(E'\\n', 'create sequence ' || c.oid::regclass || ';',
    'comment on sequence ' || c.oid::regclass || ' is ' || quote_literal(obj_description(c.oid, 'pg_class')) || ';',
    (select string_agg('grant ' || rights || ' on sequence ' || c.oid::regclass || ' to ' || grantee || ';', E'\\n')
      from (${grantsOf('c.relacl', 'c.relowner')}) g)) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'S' and ${ourSchemas} and n.nspname <> 'public'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')
  order by c.oid::regclass::text collate "C"`;

const functionsSql = `
  select concat_ws(E'\\n', rtrim(pg_get_functiondef(p.oid), E'\\n') || ';',
    'comment on function ' || f.signature || ' is ' || quote_literal(obj_description(p.oid, 'pg_proc')) || ';',
    (select string_agg('grant ' || rights || ' on function ' || f.signature || ' to ' || grantee || ';', E'\\n')
      from (${grantsOf(`coalesce(p.proacl, acldefault('f', p.proowner))`, 'p.proowner')}) g), '') as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
    lateral (select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as signature) f
  where ${ourSchemas} and p.prokind in ('f', 'p') order by f.signature collate "C"`;

async function readParts(pool: Pool): Promise<TableParts[]> {
  const list = (select: string): string => `coalesce((${select}), '[]')`;
  const { rows } = await pool.query<TableParts>(`
    select n.nspname || '.' || c.relname as key,
      ${list(`select json_agg('constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          order by array_position(array['p', 'u', 'f', 'c'], k.contype::text), k.conname collate "C")
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'`)} as constraints,
      ${list(`select json_agg(pg_get_indexdef(i.indexrelid) || ';' order by i.indexrelid::regclass::text collate "C")
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`)} as indexes,
      ${list(`select json_agg('create policy ' || p.polname || ' on ' || p.polrelid::regclass || ' for '
          || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
          || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
          || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') || ';' order by p.polname)
        from pg_policy p where p.polrelid = c.oid`)} as policies,
      case when c.relrowsecurity then json_build_array('alter table ' || c.oid::regclass || ' enable row level security'
        || case when c.relforcerowsecurity then ', force row level security' else '' end || ';') else '[]' end as security,
      ${list(`select json_agg('grant ' || rights || ' on ' || c.oid::regclass || ' to ' || grantee || ';')
        from (${grantsOf('c.relacl', 'c.relowner')}) g`)} as grants,
      ${list(`select json_agg(pg_get_triggerdef(t.oid) || ';' order by t.tgname)
        from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal`)} as triggers,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and ${ourSchemas} and c.relname <> 'naik_migration'`);
  return rows;
}
