import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The sizes of STYLE.md. */
const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 70, skipComments: true }],
  // Three, and what a rule cannot tell from a fourth: a bag of options, or the source of chance or time.
  'max-params': ['error', { max: 4 }],
};

/** A value taken out only to be left out is not unused. */
const unused = [
  'error',
  { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
];

export default defineConfig(
  globalIgnores(['node_modules', 'build', '.svelte-kit', '.naik', 'test-results', 'db/tables.ts']),
  {
    files: ['**/*.ts'],
    ignores: ['src/delivery/web/**', 'src/delivery/ui/**'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': unused,
      // Our interfaces are closures and take no `this`, so their members may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // noUncheckedIndexedAccess asks for a check even where the loop has just bounded the index.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Interfaces describe data, types describe choices; both read well.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
    },
  },
  {
    files: ['src/delivery/web/**/*.ts', 'src/delivery/ui/**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strict, svelte.configs.recommended],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { noInlineConfig: true },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': unused,
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      // A space between two elements is written so that no formatter takes it away.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    rules: { ...sizes, eqeqeq: 'error' },
  },
  {
    // A describe block is as long as what it describes, a row of a table of cases as wide, a world as long as its story.
    files: ['**/*.test.ts', 'test/worlds/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      // `expect.any(…)` and rows of hand-written SQL.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
);
