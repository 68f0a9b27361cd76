// The four tiers of tests: rules touch nothing; the others share one throw-away PostgreSQL that the run starts and stops.
import type { Config } from 'jest';

const SWC = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2023',
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

const COMMON = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', SWC] },
  // Sources say `.js` (or `.jsx`) for what is `.ts` (or `.tsx`) on disk.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.jsx?$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/web/dist/', '<rootDir>/\\.data/'],
} satisfies Config;

const WITH_SERVICES = {
  ...COMMON,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
} satisfies Config;

const config: Config = {
  maxWorkers: 2,
  // A limit for what hangs, not a promise of speed: on a busy machine a whole application takes seconds to boot.
  testTimeout: 60_000,
  // ES modules are never unloaded between files: a worker that has grown is replaced.
  workerIdleMemoryLimit: '900MB',
  projects: [
    { ...COMMON, displayName: 'rules', testMatch: ['<rootDir>/{src,web/src}/**/*.spec.ts'] },
    { ...WITH_SERVICES, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...WITH_SERVICES, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
    { ...WITH_SERVICES, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};

export default config;
