// What `typeorm migration:generate --check` compares: the built entities against a migrated database.

import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';
import { MIGRATIONS } from './migrations/all.js';

export default new DataSource({
  ...dataSourceOptions(process.env['MIGRATION_DATABASE_URL'] ?? '', 2, 'sinau-check'),
  entities: [`${import.meta.dirname}/../../**/*.entity.js`],
  migrations: MIGRATIONS,
});
