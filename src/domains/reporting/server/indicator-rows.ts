import type { ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { IndicatorName } from '../indicator.ts';
import type { IndicatorRow, RowColumn } from '../row-column.ts';
import { findingRows, meetingRows } from './field-rows.ts';
import { onTimeRows, riskRows, weekRows } from './loan-rows.ts';
import {
  businessRows,
  groupRows,
  lentRows,
  memberRows,
  metRows,
  reachedRows,
  servedRows,
} from './people-rows.ts';
import { fieldDataRows } from './sync-figures.ts';
import { pageOf } from './rows-source.ts';
import type { RowsAsk, RowsSource } from './rows-source.ts';

const sources: Record<IndicatorName, RowsSource> = {
  anggota: memberRows,
  kelompok: groupRows,
  usaha: businessRows,
  terjangkau: reachedRows,
  'setoran-tepat': onTimeRows,
  par1: riskRows(1),
  par7: riskRows(7),
  par30: riskRows(30),
  temuan: findingRows(false),
  'temuan-lewat': findingRows(true),
  pertemuan: meetingRows,
  'kiriman-lapangan': fieldDataRows,
  'setoran-mingguan': weekRows,
  dilayani: servedRows,
  ditemui: metRows,
  permodalan: lentRows,
};

/** Columns of the rows behind an indicator; without those that say who somebody is where the reader sees nobody. */
export function columnsOf(name: IndicatorName, names: RowsAsk['names']): readonly RowColumn[] {
  const seesSomebody = names.all || names.kecamatan.length > 0 || names.kelurahan.length > 0;
  return sources[name].columns.filter((column) => seesSomebody || !column.personal);
}

/** Whether an indicator's rows name people or businesses at all. */
export function hasNames(name: IndicatorName): boolean {
  return sources[name].columns.some((column) => column.personal);
}

/** One page of the rows an indicator counts. */
export function indicatorRows(
  db: Reader,
  name: IndicatorName,
  ask: RowsAsk,
): Promise<ListPage<IndicatorRow>> {
  return pageOf(db, sources[name], ask);
}
