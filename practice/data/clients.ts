// The invented clients of the practice marketplace: the three who posted a project, and those who
// wrote the reviews on the profiles.
import type { Client } from './types.ts';

const client = (handle: string, name: string, country: string, city: string, joined: string): Client => ({
  handle,
  name,
  country,
  city,
  joined,
});

export const clients: Client[] = [
  client('westclinics', 'Aoife R.', 'ie', 'Galway', '2026-10-05'),
  client('ridgeroasters', 'Dana P.', 'us', 'Asheville', '2022-06-14'),
  client('valleymarkets', 'Carys J.', 'gb', 'Llandeilo', '2024-02-20'),
  client('baywindow', 'Hugh S.', 'gb', 'Bristol', '2016-03-02'),
  client('cedarandsons', 'Rachel C.', 'us', 'Portland', '2015-07-19'),
  client('fjordferries', 'Ola N.', 'no', 'Stavanger', '2014-10-08'),
  client('petit-moulin', 'Sylvie B.', 'fr', 'Dijon', '2018-01-25'),
  client('harborlightkids', 'Monique T.', 'au', 'Fremantle', '2017-05-11'),
  client('klaasbikes', 'Klaas D.', 'nl', 'Zwolle', '2016-11-30'),
  client('tallgrass-vet', 'Dr. Amy L.', 'us', 'Topeka', '2019-02-06'),
  client('sunhill-school', 'Peter G.', 'gb', 'Derby', '2020-08-17'),
  client('almazara-ruiz', 'Carmen R.', 'es', 'Jaén', '2018-04-23'),
  client('nordkapp-tours', 'Sigrid H.', 'no', 'Alta', '2017-12-12'),
  client('greenbox-zh', 'Reto M.', 'at', 'Bregenz', '2019-09-09'),
  client('maplecourt', 'Janet W.', 'ca', 'Guelph', '2016-06-21'),
  client('tea-by-tara', 'Tara V.', 'gb', 'York', '2021-03-15'),
  client('hotel-lindenhof', 'Frau Adler', 'de', 'Bamberg', '2015-01-28'),
  client('oaktree-physio', 'Mark B.', 'ie', 'Limerick', '2020-10-13'),
  client('bluebird-events', 'Jess K.', 'us', 'Austin', '2018-07-07'),
  client('kayakcove', 'Tom R.', 'nz', 'Picton', '2015-11-16'),
  client('panaderia-sol', 'Lucía M.', 'mx', 'Puebla', '2021-09-27'),
  client('studio-hennig', 'Birgit H.', 'de', 'Leipzig', '2017-02-14'),
  client('fairway-golf', 'Stuart M.', 'gb', 'St Andrews', '2019-05-20'),
  client('lakeside-choir', 'Ruth E.', 'ca', 'Kingston', '2022-01-31'),
  client('zeta-print', 'Marco L.', 'it', 'Trento', '2016-09-05'),
  client('openloft', 'Naomi F.', 'us', 'Chicago', '2014-08-12'),
  client('dune-surf', 'Joana A.', 'pt', 'Ericeira', '2020-04-29'),
  client('brightacre', 'Colin H.', 'au', 'Ballarat', '2018-10-03'),
  client('volta-bikes', 'Emil J.', 'dk', 'Odense', '2021-06-18'),
  client('homecare-plus', 'Sheila D.', 'za', 'George', '2019-11-22'),
  client('riverlibrary', 'Anita P.', 'us', 'Duluth', '2020-12-01'),
  client('tramline-museum', 'Jiří V.', 'cz', 'Plzeň', '2017-08-24'),
  client('saltmarsh', 'Fiona Q.', 'ie', 'Wexford', '2016-05-09'),
  client('mezzanine-art', 'Paul D.', 'be', 'Antwerp', '2018-03-12'),
];
