/** What people say of two things that no theme is about, in different words. */
export const benches = [
  'There are no benches outside the shops',
  'We need benches to sit on by the bus station',
  'More benches, my mum has to sit on a wall',
  'Nowhere to sit, put benches by the market',
  'The benches were taken away and nobody can sit down',
  'Benches with backs to sit on please',
];
export const lights = [
  'The street lights on Mill Lane are out',
  'It is so dark, the lights never come on',
  'Dark by five and no street lights',
  'Mend the lights in the underpass, it is dark',
  'I am afraid in the dark, the street lights are broken',
  'Lights out again all along the river, it is dark there',
];
