import { z } from 'zod';
import { sectors } from '../sector.ts';
import { givenFields } from '../consent-input.ts';
import { markPattern } from './drawn-mark.ts';

const id = z.uuid();
const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));
const place = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const text = (most: number) => z.string().trim().max(most).nullable();
const housing = z
  .string()
  .regex(/^\d{1,3}$/)
  .nullable();

/** Why somebody's NIK is not written down. */
export const noNikWhys = ['not-with-her', 'no-card', 'unreadable', 'not-wanted'] as const;
export type NoNikWhy = (typeof noNikWhys)[number];

/** Sales of a month for somebody who keeps no books. */
export const turnoverBands = ['under-1m', '1m-5m', '5m-25m', 'over-25m'] as const;
export type TurnoverBand = (typeof turnoverBands)[number];

const person = z.object({
  /** Made on the device; stays valid for what is sent under it, whoever she turns out to be. */
  id,
  name: z.string().trim().min(1).max(160),
  nik: digits(16).nullable(),
  noNikWhy: z.enum(noNikWhys).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  bornOn: z.iso.date().nullable(),
  phone: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable(),
  address: text(300),
  kelurahanCode: place.nullable(),
  rt: housing,
  rw: housing,
});

const business = z.object({
  id,
  name: z.string().trim().min(1).max(160),
  product: z.string().trim().min(1).max(160),
  sector: z.enum(sectors),
  kbli: z.object({ version: z.enum(['2020', '2025']), code: digits(5) }).nullable(),
  startedYear: z.int().min(1900).max(2200).nullable(),
  /** Sales of a month in whole rupiah, or the band she names; never both. */
  turnoverMonthRupiah: z.coerce.bigint().min(0n).max(1_000_000_000_000n).nullable(),
  turnoverBand: z.enum(turnoverBands).nullable(),
  /** Everybody who works in it, herself included. */
  workers: z.int().min(0).max(10_000).nullable(),
  point: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      accuracyMeters: z.number().min(0).max(100_000),
    })
    .nullable(),
});

/** A person, her household and her business, found standing in front of an officer. */
export const registerInFieldInput = z
  .object({
    /** The encounter's own id. */
    encounterId: id,
    /** The day by the device's clock. */
    metOn: z.iso.date(),
    person,
    household: z
      .object({ kk: digits(16), period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })
      .nullable(),
    business: business.nullable(),
    consent: z.object({
      /** Version of the statement that was read to her. */
      noticeVersion: z.int().min(1),
      ...givenFields,
      /** Her signature or thumb as an SVG path; none for spoken consent. */
      mark: z.string().max(20_000).regex(markPattern).nullable(),
      /** Version of the question about photographs, when she agreed to it. */
      photoNoticeVersion: z.int().min(1).nullable(),
    }),
    photoSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  })
  .refine((body) => body.photoSha256 === null || body.consent.photoNoticeVersion !== null, {
    path: ['photoSha256'],
    message: 'Foto perlu persetujuannya. | A photograph needs her consent.',
  });

export type RegisterInField = z.output<typeof registerInFieldInput>;
