-- What people are read before they let a lender have their data is the city's own statement, in versions. The wording
-- the programme comes with is version 1 and stands in the program; a city's own begin at 2.

create table registry.consent_notice (
  city_id text not null,
  purpose text not null check (purpose = 'share-with-lender'),
  version int not null check (version >= 2),
  valid_from date not null,
  text_id text not null check (length(text_id) between 40 and 2000 and text_id like '%{lembaga}%'),
  text_en text not null check (length(text_en) between 40 and 2000 and text_en like '%{lembaga}%'),
  spoken_id text not null check (length(spoken_id) between 40 and 2000 and spoken_id like '%{lembaga}%'),
  spoken_en text not null check (length(spoken_en) between 40 and 2000 and spoken_en like '%{lembaga}%'),
  source_document text not null check (length(source_document) between 3 and 240),
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (city_id, purpose, version)
);
comment on table registry.consent_notice is 'The statement people are read before they agree (UU 27/2022 art. 21), by version; never edited. An answer keeps the version it was given to: registry.consent.notice_version.';
comment on column registry.consent_notice.valid_from is 'First day it is read to people; the version before it ends the day before.';
comment on column registry.consent_notice.text_id is 'What she signs; {lembaga} stands where the lender is named. spoken_id is the same as it is read aloud.';
select platform.protect('registry.consent_notice', 'select, insert');
