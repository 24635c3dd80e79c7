/**
 * The free licences that our forms offer, culture and data first, then software: what people share here, in
 * the order they meet it. Others may come by the API and from other hubs.
 */
export const offeredLicences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'etalab-2.0',
  'ODbL-1.0',
  'LAL-1.3',
  'GFDL-1.3-or-later',
  'AGPL-3.0-or-later',
  'GPL-3.0-or-later',
  'LGPL-3.0-or-later',
  'EUPL-1.2',
  'CECILL-2.1',
  'MPL-2.0',
  'Apache-2.0',
  'MIT',
  'BSD-3-Clause',
  'ISC',
] as const
