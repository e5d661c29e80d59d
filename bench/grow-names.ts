import type { App } from '../src/app.ts';

const first =
  'Siti Nur Sri Dewi Ayu Fitri Rina Yanti Emi Rohani Yusnidar Nurhayati Asnah Maimunah Zubaidah Halimah Aminah Ratna Wati Lestari Puspita Indah Mega Melati Kartini Soekarsih Djamilah Tjandra Muhammad Ahmad Achmad Abdul Zainal Zulkifli Hendra Bambang Joko Djoko Slamet Agus Budi Eko Dwi Tri Rizky Riski Fajar Iqbal Faisal Hasan Husin Ismail Ibrahim Yusuf Yakub Rahmat Hidayat Arif Syarifuddin Khairul Khairunnisa Annisa Aisyah Fatimah Khadijah Zahra Salma Salsabila Putri Cahya Bunga Mawar Kenanga Marlina Herlina Erlina Novita Oktavia Desi Desy Febri Juli Juwita Wulan Suryani Suryati Sumarni Sumiati Suparti Sutinah Kusuma Wijaya Saputra Pratama Ramadhan Maulana Firmansyah Gunawan Setiawan Kurniawan Hermawan Darmawan'.split(
    ' ',
  );
const last =
  'Harahap Siregar Nasution Lubis Simanjuntak Sitompul Panjaitan Hutapea Tanjung Chaniago Piliang Sikumbang Koto Guci Jambak Siahaan Ginting Tarigan Sembiring Purba Saragih Manurung Sinaga Rajagukguk Wibowo Santoso Susanto Hartono Sulaiman Sudarmono Suprianto Suryanto Mulyono Mulyani Handayani Rahayu Utami Lestari Anggraini Permata Safitri Kurnia Hasibuan Daulay Batubara Rambe Pohan Ritonga Effendi Basri Anwar Hamzah Latif Rauf Salim Yahya Zakaria Amin Aziz Karim Rahim Hakim Malik Nasir Razak Sofyan Taufik Usman Wahid'.split(
    ' ',
  );
const trades =
  'Warung Dapur Toko Kedai Rumah Usaha Berkah Rezeki Barokah Sumber Sinar Mekar Jaya Makmur Sejahtera Bersama Mandiri'.split(
    ' ',
  );
const products =
  'keripik singkong,keripik pisang,kue basah,kue kering,nasi uduk,lontong sayur,pempek,tekwan,sambal lado,abon ikan,dodol,kopi bubuk,teh telur,jahit baju,batik jambi,songket,anyaman,servis motor,tambal ban,cuci motor,pulsa,sembako,sayur segar,ikan lele,ayam potong,telur asin,tempe,tahu,kerupuk ikan,rempeyek,roti manis,donat,es buah,jamu gendong,salon,laundry,fotokopi,bengkel las,mebel kayu,tanaman hias'.split(
    ',',
  );

/**
 * Adds people as a city's register has them, each with a business: two or three words a name in several spellings, every
 * fortieth with a letter lost, products and places over and over. The same rows every time.
 */
export async function growNames(app: App, businesses: number): Promise<void> {
  const { owner } = app.pools;
  // In parts, so that the triggers that follow each statement hold no million rows.
  for (let from = 1; from <= businesses; from += 100_000) {
    await owner.query(
      `
      with place as (select code, parent_code, row_number() over (order by code) - 1 as n, count(*) over () as total
        from registry.region where city_id = '15.71' and level = 'kelurahan'),
      dice as (select i, hashint8(i) & 2147483647 as a, hashint8(i * 7919) & 2147483647 as b, hashint8(i * 104729) & 2147483647 as c
        from generate_series($1::bigint, $2::bigint) i),
      named as (select i, a, b, c, ($3::text[])[1 + a % $7] || ' ' || case when b % 3 = 0 then '' else ($3::text[])[1 + b / 3 % $7] || ' ' end
          || ($4::text[])[1 + c % $8] || case when i % 3 = 0 then '' else chr(97 + (b / 7 % 26)::int) || chr(97 + (c / 11 % 5)::int) end as name from dice),
      spoilt as (select *, case when i % 40 = 0 then overlay(name placing '' from 2 + (c % 5)::int for 1) else name end as written from named),
      made as (
        insert into registry.person (city_id, id, name, name_key, sex, kelurahan_code, phone, created_by)
        select '15.71', md5('p' || i)::uuid, written, lower(written), 'female', p.code,
          '+628' || lpad((a % 10000000000)::text, 10, '1'), md5('p' || i)::uuid
        from spoilt join place p on p.n = i % p.total)
      insert into registry.business (city_id, id, owner_id, name, name_key, product, sector, kelurahan_code, kecamatan_code, created_by)
      select '15.71', md5('b' || i)::uuid, md5('p' || i)::uuid, t.trade || ' ' || split_part(written, ' ', 1), lower(t.trade || ' ' || split_part(written, ' ', 1)),
        ($6::text[])[1 + c % $10], 'culinary', p.code, p.parent_code, md5('p' || i)::uuid
      from spoilt join place p on p.n = i % p.total
        cross join lateral (select ($5::text[])[1 + b % $9] || case when c % 4 = 0 then ' ' || ($5::text[])[1 + a % $9] else '' end as trade) t`,
      [
        from,
        Math.min(businesses, from + 99_999),
        first,
        last,
        trades,
        products,
        first.length,
        last.length,
        trades.length,
        products.length,
      ],
    );
  }
  await owner.query('analyze registry.person');
  await owner.query('analyze registry.business');
  await owner.query('vacuum analyze registry.search_entry');
  await owner.query('vacuum analyze registry.search_word');
}
