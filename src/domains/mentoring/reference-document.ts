/** Key `reference`: what forms choose from without signal. */
export interface ReferenceDocument {
  /** Departments that answer cases. */
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
  }[];
  /** Kecamatan and kelurahan of the city, by code. */
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: 'kecamatan' | 'kelurahan';
  }[];
}
