import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

// Time comes from Clock, so that tests can move it and two processes agree on it.
const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from Clock, or as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from Clock, or as an argument.',
  },
];
const HOUSE = [
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'No forwardRef: turn the upward call into an event.',
  },
  {
    selector: "MethodDefinition[key.name='handleConnection']",
    message: 'Nest would call it with each command: see platform/realtime/socket-adapter.ts.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a string-literal union.' },
  { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
];

export default tseslint.config(
  { ignores: ['*.mjs', '*.cjs', 'scripts/*.mjs', 'dist/**', 'web/dist/**', 'web/src/api/schema.d.ts', '.data/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      // Nest declares its option bags as classes; a literal is how they are meant to be given.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': ['error', ...CLOCK, ...HOUSE],
    },
  },
  {
    // The one typed raw-SQL helper: what the driver answers is `unknown`, and its caller says the row's shape.
    files: ['src/platform/database/sql.ts', 'test/**', 'bench/**', 'scripts/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  { files: ['src/platform/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...HOUSE] } },
  {
    // A browser, a bench and a start-up script measure wall-clock time; they decide nothing by it.
    files: ['web/**', 'bench/**', 'scripts/**', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE] },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
